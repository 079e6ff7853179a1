"""Reports damaged in every way that text is damaged on its way to a reader, and whether the program survives them.

``python tests/quality/mutations.py 100000`` damages and reads that many texts and prints what failed, with the number
that makes the same text again. A text is cut from a gold report, a report of the demonstration or, where it is there,
an article of PolNeAR; then marks are lost, doubled, swapped or put in, words torn, scripts mixed, quotations left open.
Same number, same text, on every machine that has the same sources.
"""

from __future__ import annotations

import json
import random
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import gold
from corpora import EVAL, ROOT

from trucewatch.documents import Received, read
from trucewatch.errors import TrucewatchError
from trucewatch.pipeline import Extracted, extract
from trucewatch.situation import Situation, read_situation

LONGEST = 900  # characters of one text: a paragraph or four
_MARKS = "\"'“”‘’„‟«»‹›()[]{}—–-:;,.!?…*•|/\\"
_ODD = "\u00a0\u00ad\u200b\u200f\u202e\ufeff\u0301\u2028\x0b\x1c\t\n\n\r\n\u0000\ud7ff\U0001f600"
_FOREIGN = (
    "сказал",
    "Є",
    "«так»",
    "قال",
    "אמר",
    "停戦",
    "ß",
    "İ",
    "ﬁ",
    "ǅ",
    "１２",
    "²",
    "٣",
    "said said",
    "that that",
)
_TIMES = (1, 12)  # changes made to one text


@dataclass(frozen=True)
class Source:
    """One sound text and what is needed to read it."""

    text: str
    language: str
    situation: Situation


@cache
def sources() -> tuple[Source, ...]:
    """Every text there is to damage, in a fixed order."""
    return (*_gold(), *_demonstration(), *_polnear())


def _gold() -> Iterator[Source]:
    for language in gold.LANGUAGES:
        for path in gold.report_paths([language]):
            name = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["situation"]
            yield Source(path.with_suffix(".txt").read_text(encoding="utf-8"), language, gold.situation_of(name))


def _demonstration() -> Iterator[Source]:
    folder = ROOT / "src" / "trucewatch" / "demo"
    for path in sorted((folder / "situations").glob("*.toml")):
        situation = read_situation(path.read_text(encoding="utf-8"))
        for report in sorted((folder / path.stem).glob("*.txt")):
            yield Source(report.read_text(encoding="utf-8"), "en", situation)


def _polnear() -> Iterator[Source]:
    nowhere = Situation(id="nowhere", title="Nowhere", parties=())
    for path in sorted((EVAL / "statements" / "polnear" / "train" / "text").glob("*.txt")):
        yield Source(path.read_text(encoding="utf-8"), "en", nowhere)


def mutated(number: int, among: Sequence[Source]) -> Source:
    """The damaged text of this number."""
    chance = random.Random(number)  # noqa: S311 -- damage, and seeded
    source = chance.choice(among)
    start = chance.randrange(max(1, len(source.text) - LONGEST // 2))
    text = source.text[start : start + chance.randrange(40, LONGEST)]
    for _ in range(chance.randint(*_TIMES)):
        text = chance.choice(_DAMAGES)(text, chance)
    return Source(text, chance.choice([source.language, source.language, *gold.LANGUAGES]), source.situation)


def _lose(text: str, chance: random.Random) -> str:
    """One character gone."""
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + 1 :]


def _lose_marks(text: str, chance: random.Random) -> str:
    """Every mark of one kind gone."""
    return text.replace(chance.choice(_MARKS), "")


def _double(text: str, chance: random.Random) -> str:
    """A stretch said twice."""
    start, end = _stretch(text, chance)
    return text[:end] + text[start:end] + text[end:]


def _swap(text: str, chance: random.Random) -> str:
    """Two stretches in each other's place."""
    a, b = _stretch(text, chance)
    c = min(len(text), b + chance.randrange(60))
    return text[:a] + text[b:c] + text[a:b] + text[c:]


def _put_in(text: str, chance: random.Random) -> str:
    """A mark, or several, where none belongs."""
    at = chance.randrange(len(text) + 1)
    return text[:at] + "".join(chance.choice(_MARKS) for _ in range(chance.randint(1, 4))) + text[at:]


def _put_in_odd(text: str, chance: random.Random) -> str:
    """A character that nobody sees."""
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(_ODD) + text[at:]


def _mix(text: str, chance: random.Random) -> str:
    """A word of another script, or said twice."""
    at = chance.randrange(len(text) + 1)
    return f"{text[:at]} {chance.choice(_FOREIGN)} {text[at:]}"


def _exchange(text: str, chance: random.Random) -> str:
    """One kind of mark become another: “ become „, a full stop a comma."""
    return text.replace(chance.choice(_MARKS), chance.choice(_MARKS))


def _cut_off(text: str, chance: random.Random) -> str:
    """The end lost, often inside a quotation."""
    return text[: chance.randrange(len(text) + 1)]


def _shout(text: str, chance: random.Random) -> str:
    """A stretch in capitals, or without any."""
    start, end = _stretch(text, chance)
    inner = text[start:end]
    return text[:start] + (inner.upper() if chance.random() < 0.5 else inner.lower()) + text[end:]


def _open(text: str, chance: random.Random) -> str:
    """A quotation opened and never closed, or closed and never opened."""
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(["“", "”", '"', "«", "»", "„", " '", "' ", "’"]) + text[at:]


def _stretch(text: str, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.randrange(80))


_DAMAGES: tuple[Callable[[str, random.Random], str], ...] = (
    _lose, _lose_marks, _double, _swap, _put_in, _put_in_odd, _mix, _exchange, _cut_off, _shout, _open,
)  # fmt: skip


def survives(source: Source) -> Extracted | None:
    """What is read in a damaged text; None where there was nothing to read. Anything else it raises is a crash."""
    try:
        document = read(Received(raw=source.text.encode(), name="damaged.txt", language=source.language))
    except TrucewatchError:
        return None  # an empty text is refused, in words
    found = extract(document, source.situation)
    length = len(document.text)
    for statement in found.statements:
        spans = (*statement.content, *statement.denies, statement.sentence, *filter(None, [statement.cue]))
        if any(span.end > length for span in spans):
            raise AssertionError(f"a span of {statement.id} lies beyond the text")
    return found


def crashes(count: int, first: int = 0) -> Iterator[tuple[int, str]]:
    """The number and the error of each damaged text that the program does not survive."""
    among = sources()
    for number in range(first, first + count):
        try:
            survives(mutated(number, among))
        except Exception:  # noqa: BLE001 -- whatever it is, it is what we look for
            yield number, traceback.format_exc()


def main(arguments: Sequence[str]) -> int:
    """Read so many damaged texts and say which were not survived."""
    count, first = int(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 0
    failed = 0
    for number, error in crashes(count, first):
        failed += 1
        sys.stdout.write(f"{number}: {error}\n")
    sys.stdout.write(f"{failed} of {count} texts from number {first} on were not survived\n")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
