"""Edits of real quotations whose outcome is known: what a set of pairs is made of at test time.

No text of the corpus is kept. A quotation is drawn from each of 200 articles by the hash of its name, with the
paragraphs round it, and each edit below is done to it, as far as its words allow. Beside every second article the
surroundings are rewritten too: verbs of saying changed, words replaced, a paragraph left out.

    open edits     marks of another style, apostrophes, dashes, hard spaces, spelling, an ellipsis for words, words in
                   [brackets], a capital in brackets, "he said" in the middle, a new paragraph
    trimmed        words left off before, after, or on both sides
    altered        a word replaced, left out, put in, moved; a negation put in; a number changed; four in ten words
                   replaced (paraphrase), six in ten replaced and the halves changed round (free paraphrase)
    unquoted       the marks off and the persons changed; quoted: the same the other way round
    reattributed   the speaker's name replaced by an invented one
    dropped, new   the sentence taken out, or put in
    distractors    another quotation of the same article in the same place, or only in one version each; scare quotes
                   on different words
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from trucewatch.evaluation import Article

DRAWN = 200
_SAME_SAYING = 0.5  # of the shorter's longer words: above, two quotations may be one said twice
_ROUND = 5  # paragraphs on either side
_QUOTED = re.compile(r"“([^“”\n]+)”|\"([^\"\n]+)\"")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_INNER = re.compile(r"‘|(?<!\w)'")
_MARK = re.compile("[“”‘\"]|(?<!\\w)'")
_SAID = re.compile(r"\b(said|says|added|wrote|told reporters)\b")
_NAME = r"((?:[A-Z][\w’'.-]+ ){0,3}[A-Z][\w’'-]+)"
_AFTER = re.compile(rf"\W{{0,3}}(?:{_NAME} (?:said|says|added|wrote|told)\b|(?:said|says|added|wrote) {_NAME})")
_BEFORE = re.compile(rf"{_NAME} (?:said|says|added|wrote)[,:]? $")
_NOT_PERSONS = frozenset(["The", "He", "She", "It", "They", "We", "I", "But", "And", "In", "A", "This", "That"])
_SPELLINGS = (
    ("defence", "defense"), ("centre", "center"), ("honour", "honor"), ("favour", "favor"), ("labour", "labor"),
    ("programme", "program"), ("organise", "organize"), ("recognise", "recognize"), ("realise", "realize"),
    ("behaviour", "behavior"), ("neighbour", "neighbor"), ("travelled", "traveled"), ("licence", "license"),
    ("percent", "per cent"), ("color", "colour"), ("toward", "towards"), ("healthcare", "health-care"),
)  # fmt: skip
_PERSONS = {"i": "he", "we": "they", "my": "his", "our": "their", "me": "him", "us": "them", "i'm": "he is"}
_STRANGERS = ("Halvard Brekke", "Ilse Maarten", "Tomas Reyk", "Mara Quill", "Oskar Lindqvist", "Petra Novak")
_ODD = ("lantern", "harvest", "meadow", "copper", "thimble", "gallery", "orchard", "saddle", "pebble", "varnish")


@dataclass(frozen=True)
class Sample:
    """A quotation with what stands round it. ``before`` ends with its opening mark, ``after`` begins with the other."""

    key: str
    before: str
    words: str
    after: str
    other: str  # another quotation of the article, "" where there is none

    @property
    def text(self) -> str:
        """The passage as it stands in the article."""
        return self.before + self.words + self.after

    @property
    def at(self) -> tuple[int, int]:
        """Where the quotation stands in it."""
        return len(self.before), len(self.before) + len(self.words)

    @property
    def chance(self) -> random.Random:
        """The same for each run."""
        return random.Random(sha256(self.key.encode()).hexdigest())  # noqa: S311 - a draw, no secret


@dataclass(frozen=True)
class Case:
    """Two versions and what became of one quotation. ``a`` or ``b`` is None where it stands in one version only."""

    key: str
    edit: str
    expected: frozenset[str]
    text_a: str
    text_b: str
    a: tuple[int, int] | None
    b: tuple[int, int] | None


def draw(articles: list[Article]) -> list[Sample]:
    """One quotation from each of the first articles by the hash of their names."""
    drawn: list[Sample] = []
    for article in sorted(articles, key=lambda one: sha256(one.name.encode()).digest()):
        sample = _sample(article)
        if sample:
            drawn.append(sample)
        if len(drawn) == DRAWN:
            break
    return drawn


def _sample(article: Article) -> Sample | None:
    lines = [line.strip() for line in article.text.split("\n") if line.strip()]
    text = "\n".join(lines)
    told = [match for match in _QUOTED.finditer(text) if 7 <= len(_WORD.findall(match.group())) <= 60]
    found = [match for match in told if _is_attributed(text, match) and not _INNER.search(match.group())]
    if not found:
        return None
    chosen = found[sha256(article.name.encode()).digest()[1] % len(found)]
    others = sorted((_overlap(chosen, match), match.group()[1:-1]) for match in told if match != chosen)
    others = [other for other in others if other[0] < _SAME_SAYING]
    first, last = _window(text, chosen)
    start, end = chosen.start() + 1, chosen.end() - 1
    return Sample(article.name, text[first:start], text[start:end], text[end:last], others[-1][1] if others else "")


def _is_attributed(text: str, match: re.Match[str]) -> bool:
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    line = text[start:end] if end > 0 else text[start:]
    return bool(_SAID.search(line)) and line.count('"') % 2 == 0


def _plain(match: re.Match[str]) -> list[str]:
    return [word.casefold() for word in _WORD.findall(match.group())]


def _overlap(one: re.Match[str], other: re.Match[str]) -> float:
    """The share of the shorter's longer words that the other has too."""
    ours, theirs = _telling(one), _telling(other)
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _telling(match: re.Match[str]) -> set[str]:
    return {word for word in _plain(match) if len(word) > 4}


def _window(text: str, match: re.Match[str]) -> tuple[int, int]:
    first, last = match.start(), match.end()
    for _ in range(_ROUND + 1):
        first = max(0, text.rfind("\n", 0, max(0, first - 1)))
        after = text.find("\n", last + 1)
        last = after if after > 0 else len(text)
    return (first + 1 if first else 0), last


def cases(sample: Sample) -> Iterator[Case]:
    """Every edit that the quotation's words allow."""
    for make in (_open_edits, _trims, _alterations, _reworded_attributions, _moves, _distractors):
        yield from make(sample)


def _case(sample: Sample, edit: str, expected: str, edited: Sample) -> Case:
    edited = _surroundings(edited) if sha256(sample.key.encode()).digest()[2] % 2 else edited
    return Case(sample.key, edit, frozenset(expected), sample.text, edited.text, sample.at, edited.at)


def _surroundings(sample: Sample) -> Sample:
    """The paragraph before left out; outside quotations, small words replaced and other verbs of saying."""
    lines = sample.before[:-1].split("\n")
    kept = lines if len(lines) < 3 else [*lines[:-2], lines[-1]]
    first, *rest = sample.after[1:].split("\n")
    stop = _MARK.search(first)
    told, left = (first[: stop.start()], first[stop.start() :]) if stop else (first, "")
    before = "\n".join(_reworded(line) for line in kept) + sample.before[-1:]
    after = "\n".join((sample.after[:1] + _reworded(told) + left, *map(_reworded, rest)))
    return replace(sample, before=before, after=after)


def _reworded(text: str) -> str:
    """Other words, unless a mark tells that somebody's own stand here."""
    if _MARK.search(text):
        return text
    found = list(re.finditer(r"\b[a-z]{6,}\b", text))[::8]
    for at, match in reversed(list(enumerate(found))):
        text = _put(text, match, _ODD[at % len(_ODD)])
    return re.sub(r"\badded\b", "declared", re.sub(r"\bsaid\b", "stated", text))


def _open_edits(sample: Sample) -> Iterator[Case]:
    before, after = sample.before[:-1], sample.after[1:]
    for edit, opening, closing in (
        ("curly marks", "“", "”"), ("straight marks", '"', '"'), ("angle marks", "«", "»"), ("low marks", "„", "“"),
    ):  # fmt: skip
        yield _case(sample, edit, "v", replace(sample, before=before + opening, after=closing + after))
    plain = sample.words.replace("’", "'").replace("—", " - ").replace("–", "-").replace(" ", "\u00a0", 2)
    yield _case(sample, "typography", "v", replace(sample, words=plain))
    spelled = _spelled(sample.words)
    if spelled != sample.words:
        yield _case(sample, "spelling", "v", replace(sample, words=spelled))
    words = sample.words.split(" ")
    half = len(words) // 2
    ellipsis = " ".join([*words[: half - 1], "…", *words[half + 1 :]])
    yield _case(sample, "ellipsis", "v", replace(sample, words=ellipsis))
    bracket = " ".join([*words[:half], "[of the council]", *words[half:]])
    yield _case(sample, "brackets", "v", replace(sample, words=bracket))
    if words[0][0].isupper() and len(words[0]) > 1:
        capital = f"[{words[0][0]}]{sample.words[1:]}"
        yield _case(sample, "capital in brackets", "v", replace(sample, words=capital))
    yield from _interrupted(sample, words, half)


def _interrupted(sample: Sample, words: list[str], half: int) -> Iterator[Case]:
    opening, closing = sample.before[-1], sample.after[0]
    one, two = " ".join(words[:half]), " ".join(words[half:])
    broken = replace(sample, words=f"{one},{closing} he said, {opening}{two}")
    yield _case(sample, "interrupted", "vt", broken)
    yield _turned(_case(sample, "interruption closed", "vt", broken))
    yield _case(sample, "two paragraphs", "vt", replace(sample, words=f"{one}\n{opening}{two}"))


def _spelled(words: str) -> str:
    for one, other in _SPELLINGS:
        if re.search(rf"\b{one}", words):
            return re.sub(rf"\b{one}", other, words)
        if re.search(rf"\b{other}", words):
            return re.sub(rf"\b{other}", one, words)
    return words


def _turned(case: Case) -> Case:
    return replace(case, text_a=case.text_b, text_b=case.text_a, a=case.b, b=case.a)


def _trims(sample: Sample) -> Iterator[Case]:
    words = sample.words.rstrip(",.").split(" ")
    third = max(2, len(words) // 3)
    yield _case(sample, "end left off", "t", replace(sample, words=" ".join(words[:-third])))
    yield _case(sample, "start left off", "t", replace(sample, words=" ".join(words[third:])))
    if len(words) > 3 * third - 2 and len(words) >= 9:
        yield _case(sample, "both ends left off", "t", replace(sample, words=" ".join(words[third:-third])))


def _alterations(sample: Sample) -> Iterator[Case]:
    found = [match for match in _WORD.finditer(sample.words) if len(match.group()) > 3]
    inner = [match for match in found if match.start() > 0 and match.end() < len(sample.words) - 2]
    if len(found) < 4 or not inner:
        return
    chance = sample.chance
    one = inner[chance.randrange(len(inner))]
    yield _altered(sample, "word replaced", _put(sample.words, one, chance.choice(_ODD)))
    yield _altered(sample, "word left out", _put(sample.words, one, ""))
    yield _altered(sample, "word put in", _put(sample.words, one, f"{chance.choice(_ODD)} {one.group()}"))
    yield _altered(sample, "negation put in", _put(sample.words, one, f"not {one.group()}"))
    number = re.search(r"\b\d+\b", sample.words)
    if number:
        changed = f"{sample.words[: number.start()]}{int(number.group()) + 7}{sample.words[number.end() :]}"
        yield _altered(sample, "number changed", changed)
    yield _altered(sample, "paraphrase", _paraphrased(sample.words, 4, chance))
    words = _paraphrased(sample.words, 6, chance).split(" ")
    half = len(words) // 2
    yield _altered(sample, "free paraphrase", " ".join([*words[half:], *words[:half]]))
    parts = sample.words.split(" ")
    moved = [*parts[2:-1], *parts[:2], parts[-1]]
    yield _altered(sample, "words moved", " ".join(moved))


def _altered(sample: Sample, edit: str, words: str) -> Case:
    return _case(sample, edit, "a", replace(sample, words=re.sub(r" {2,}", " ", words)))


def _put(words: str, match: re.Match[str], other: str) -> str:
    return words[: match.start()] + other + words[match.end() :]


def _paraphrased(words: str, tenths: int, chance: random.Random) -> str:
    """Of the words of four letters and more, so many in ten are others."""
    found = [match for match in _WORD.finditer(words) if len(match.group()) > 3]
    taken = chance.sample(found, max(1, len(found) * tenths // 10))
    for match in sorted(taken, key=lambda one: -one.start()):
        words = _put(words, match, chance.choice(_ODD))
    return words


def _reworded_attributions(sample: Sample) -> Iterator[Case]:
    told = _WORD.sub(lambda word: _PERSONS.get(word.group().casefold(), word.group()), sample.words)
    unquoted = replace(sample, before=sample.before[:-1], words=told, after=sample.after[1:])
    yield _one_sided(_case(sample, "marks off", "u", unquoted))
    yield _one_sided(_turned(_case(sample, "marks on", "q", unquoted)))
    if (named := _with_stranger(sample)) is not None:
        yield _case(sample, "speaker replaced", "r", named)


def _one_sided(case: Case) -> Case:
    """The side without marks is not looked for."""
    return replace(case, b=None) if case.edit == "marks off" else replace(case, a=None)


def _with_stranger(sample: Sample) -> Sample | None:
    """The one named beside the verb of saying replaced, where the next words after or before name one."""
    stranger = _STRANGERS[sha256(sample.key.encode()).digest()[3] % len(_STRANGERS)]
    after = _AFTER.match(sample.after)
    if after:
        group = 1 if after.group(1) else 2
        if after.group(group).split()[0] in _NOT_PERSONS:
            return None
        return replace(sample, after=sample.after[: after.start(group)] + stranger + sample.after[after.end(group) :])
    before = _BEFORE.search(sample.before[:-1])
    if before is None or before.group(1).split()[0] in _NOT_PERSONS:
        return None
    return replace(sample, before=sample.before[: before.start(1)] + stranger + sample.before[before.end(1) :])


def _without(sample: Sample) -> tuple[str, int]:
    """The passage without the quotation's paragraph, and where that stood."""
    start = sample.before.rfind("\n") + 1
    end = sample.after.find("\n")
    return sample.before[:start] + (sample.after[end + 1 :] if end >= 0 else ""), start


def _moves(sample: Sample) -> Iterator[Case]:
    rest, _ = _without(sample)
    if sample.words in rest:
        return
    gone = Case(sample.key, "dropped", frozenset("d"), sample.text, rest, sample.at, None)
    yield gone
    yield replace(_turned(gone), edit="new", expected=frozenset("n"))
    line = sample.before[sample.before.rfind("\n") + 1 :]
    tail = sample.after if "\n" not in sample.after else sample.after[: sample.after.index("\n")]
    moved = f"{rest}\n{line}"
    at = (len(moved), len(moved) + len(sample.words))
    yield Case(sample.key, "moved", frozenset("v"), sample.text, moved + sample.words + tail, sample.at, at)


def _distractors(sample: Sample) -> Iterator[Case]:
    if sample.other and sample.other not in sample.text:
        swapped = _case(sample, "another in its place", "dn", replace(sample, words=sample.other))
        yield replace(swapped, b=None)
        yield replace(_turned(swapped), a=None, edit="another in its place, turned")
        rest, start = _without(sample)
        apart = f"{rest[:start]}“{sample.other},” the same speaker added.\n{rest[start:]}"
        yield Case(sample.key, "another elsewhere", frozenset("dn"), sample.text, apart, sample.at, None)
    yield from _scare_quotes(sample)


def _scare_quotes(sample: Sample) -> Iterator[Case]:
    """One word marked in A, another of the same paragraph in B."""
    line_at = sample.before.rfind("\n", 0, max(0, sample.before.rfind("\n"))) + 1
    end = max(line_at, sample.before.rfind("\n"))
    plain = list(re.finditer(r"\b[a-z]{6,}\b", sample.before[line_at:end]))
    if len(plain) < 4 or re.search('[“”"]', sample.before[line_at:end]):
        return
    one, two = plain[0], plain[-1]
    text_a, at_a = _marked(sample.text, line_at + one.start(), line_at + one.end())
    text_b, at_b = _marked(sample.text, line_at + two.start(), line_at + two.end())
    if one.group() != two.group():
        yield Case(sample.key, "scare quotes", frozenset("ud"), text_a, text_b, at_a, None)
        yield Case(sample.key, "scare quotes, turned", frozenset("qn"), text_a, text_b, None, at_b)


def _marked(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    return f"{text[:start]}“{text[start:end]}”{text[end:]}", (start + 1, end + 1)
