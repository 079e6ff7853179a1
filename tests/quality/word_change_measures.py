"""Whether a changed fact is named for what it is: edits to our own sentences, and to sentences of news.

The news sentences are read from the evaluation corpora when measuring and edited by fixed rules; which sentence and
which place are drawn by hash, so that every run measures the same. No text is kept. One edit changes one fact, or none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from lineage_measures import document, is_kept_aside, per_mille, rows
from word_change_pairs import CHANGED

from trucewatch.lineage.keys import VOCABULARY, WordKind
from trucewatch.lineage.sentences import sentences_of
from trucewatch.lineage.word_changes import changes
from trucewatch.lineage.wording import words_in
from trucewatch.values import Span

Case = tuple[str, str, str]  # what changed ("" for nothing), before, after
Edit = Callable[[str, int], str | None]

_FILE = "same_event_independent_basil"
_LENGTHS = range(40, 400)  # characters: longer "sentences" are lists and tables
_PER_EDIT = 40  # sentences that each rule edits
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "April", "July", "August", "September", "October", "November", "December")
_SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PEOPLE = ("Maarten", "Reyk", "Haveldt", "Torsk")
_NUMBER = r"(?<![\w$.,:/-])(?:[2-9]|[1-9]\d|[1-9]\d\d|[1-9]\d?\d?,\d{3})(?![\w:/-]|[.,]\d| (?:a\.m|p\.m|\w+ ago))"
_NO_DATE = (
    "".join(rf"(?<!{month} )(?<!{month[:3]}\. )" for month in (*_MONTHS, "March", "May", "June")) + r"(?<!Sept\. )"
)
_NOT_BOUNDED = r"(?<!than )(?<!least )(?<!about )(?<!nearly )(?<!to )(?<!some )"
_AUXILIARY = r"\b(is|was|were|are|has|have|had|will|would|should|did)\b(?! not\b|n[’']t\b| no\b| never\b)"
_WORDING = {
    "big": "large", "began": "started", "many": "numerous", "because": "since", "help": "aid", "also": "too",
    "while": "whereas", "defense": "defence", "center": "centre", "important": "major", "quickly": "fast",
    "children": "kids", "plan": "scheme", "fight": "struggle", "attack": "assault", "country": "nation",
    "house": "home", "job": "post", "won": "gained", "killed": "slain", "asked": "called", "wide": "broad",
}  # fmt: skip


def _swap(pattern: str, others: Sequence[str]) -> Edit:
    """A rule that puts another of ``others`` in place of one match."""

    def edit(text: str, seed: int) -> str | None:
        found = [match for match in re.finditer(pattern, text) if match.start()]
        if not found:
            return None
        match = found[seed % len(found)]
        left = [other for other in others if other != match.group()]
        return text[: match.start()] + left[seed % len(left)] + text[match.end() :]

    return edit


def _put(pattern: str, put: str) -> Edit:
    """A rule that rewrites one match."""

    def edit(text: str, seed: int) -> str | None:
        found = list(re.finditer(pattern, text))
        if not found:
            return None
        match = found[seed % len(found)]
        return text[: match.start()] + match.expand(put) + text[match.end() :]

    return edit


def _another_name(text: str, seed: int) -> str | None:
    found = [
        match
        for match in re.finditer(r"(?<=[a-z] )[A-Z][a-z]{3,}(?= [a-z]|[.,])", text)
        if VOCABULARY[match.group()].kind is WordKind.NAME
        and match.group() not in {*_WEEKDAYS, *_MONTHS, "March", "June"}
    ]
    if not found:
        return None
    match = found[seed % len(found)]
    return text[: match.start()] + _PEOPLE[seed % len(_PEOPLE)] + text[match.end() :]


def _in_digits(text: str, seed: int) -> str | None:
    found = list(re.finditer(rf"\b(?:{'|'.join(_SMALL)})\b(?!-)", text))
    if not found:
        return None
    match = found[seed % len(found)]
    return text[: match.start()] + str(_SMALL.index(match.group()) + 2) + text[match.end() :]


def _other_wording(text: str, seed: int) -> str | None:
    return _put(rf"\b({'|'.join(_WORDING)})\b(?![’'])", r"<\1>")(text, seed)


EDITS: tuple[tuple[str, Edit], ...] = (
    ("number", _swap(_NO_DATE + _NUMBER, ("17", "46", "230", "3,900"))),
    ("number", _swap(rf"(?<!-)\b(?:{'|'.join(_SMALL)})\b(?!-)", ("six", "fourteen", "dozens of"))),
    ("date", _swap(rf"\b(?:{'|'.join(_WEEKDAYS)})\b", _WEEKDAYS)),
    ("date", _swap(rf"\b(?:{'|'.join(_MONTHS)})\b", _MONTHS)),
    ("date", _swap(r"\b20[01]\d\b(?!-)", ("1998", "2003", "2019"))),
    ("name", _another_name),
    ("name", _put(r"\b(?:President|Senator|Secretary|Governor|General|Judge) (?=[A-Z][a-z])", "")),
    ("name", _put(r"(?<=[a-z] )(?=(?:Obama|Trump|Clinton|Romney|McCain|Bush|Biden)\b)", "Doctor ")),
    ("negation", _put(_AUXILIARY, r"\1 not")),
    ("negation", _put(r"\bsaid that\b", "denied that")),
    ("negation", _put(r"\bis still\b|\bis now\b|\bremains\b", "is no longer")),
    ("attribution", _put(r"\bsaid\b", "claimed")),
    ("attribution", _put(r", (?:he|she|officials|police|they) said(?=[.,])", "")),
    ("attribution", _put(r"(?<!said)(?<=[a-z])\.$", ", officials said.")),
    ("attribution", _put(r"(?<=[a-z])\.$", ", according to officials.")),
    ("hedge", _put(_AUXILIARY.replace("|would|should", ""), r"\1 reportedly")),
    ("hedge", _put(_NO_DATE + _NOT_BOUNDED + _NUMBER, r"at least \g<0>")),
    ("hedge", _put(r"\bwill\b(?! not)", "may")),
    ("", _in_digits),
    ("", _put(r"\b(did|was|were|is|has|had|would|could) not\b", r"\1n't")),
    ("", _put(r"(\d),(\d{3})\b", r"\1\2")),
    ("", _put(r",? (but|however),? ", " yet ")),
    ("", _put(r"(?<=[a-z]), (?=[a-z])", " ")),
    ("", _put(r"[“”]", '"')),
)  # fmt: skip


def _worded(text: str, seed: int) -> str | None:
    """One everyday word in place of another."""
    marked = _other_wording(text, seed)
    return re.sub(r"<(\w+)>", lambda match: _WORDING[match.group(1)], marked) if marked else None


def sentences(folder: Path, *, is_tuned_on: bool = False) -> list[tuple[str, frozenset[str]]]:
    """Sentences of news in the order of their hashes, each with the names of its report."""
    found = []
    for row in rows(folder, _FILE):
        if is_kept_aside(row["event"]) == is_tuned_on:
            continue
        for each in row["docs"]:
            made = sentences_of(document("a", each["text"]))
            names = frozenset(name for sentence in made for name in sentence.names())
            found += [(sentence.span.of(sentence.text), names) for sentence in made]
    return sorted(
        {text: names for text, names in found if len(text) in _LENGTHS and "\n" not in text}.items(),
        key=lambda each: sha256(each[0].encode()).digest(),
    )


def edited(texts: Iterable[tuple[str, frozenset[str]]]) -> Iterator[tuple[Case, frozenset[str]]]:
    """Every rule over as many sentences as it takes."""
    texts = list(texts)
    for at, (what, edit) in enumerate((*EDITS, ("", _worded))):
        made = 0
        for text, names in texts:
            seed = sha256(f"{at} {text}".encode()).digest()[1]
            after = edit(text, seed) if made < _PER_EDIT else None
            if after is not None and after != text:
                made += 1
                yield (what, text, after), names


def own() -> Iterator[tuple[Case, frozenset[str]]]:
    """Our own pairs, both ways round."""
    for what, pairs in CHANGED.items():
        for a, b in pairs:
            for before, after in ((a, b), (b, a)):
                yield (what, before, after), frozenset({"vellmark", "ardenne"})


def named(before: str, after: str, names: frozenset[str]) -> set[str]:
    """What the program says that a change bears on."""
    a, b = (words_in(text, Span(0, len(text))) for text in (before, after))
    return {change.bears_on for change in changes(a, b, names)} - {""}


def score(cases: Iterable[tuple[Case, frozenset[str]]], prefix: str) -> dict[str, int]:
    """Precision and recall of each kind. A harmless change that is named counts against what it is named for."""
    right, proposed, wanted = Counter[str](), Counter[str](), Counter[str]()
    for (what, before, after), names in cases:
        found = named(before, after, names)
        proposed.update(found)
        wanted.update({what} - {""})
        right.update(found & {what})
    return {
        f"{prefix} {what} {figure}": per_mille(right[what], whole[what])
        for what in CHANGED
        if what
        for figure, whole in (("precision", proposed), ("recall", wanted))
    }


def corpus_of(folder: Path) -> str:
    """SHA-256 over the corpus, our pairs and the rules."""
    total = sha256((folder / f"{_FILE}.jsonl.gz").read_bytes())
    for name in ("word_change_pairs.py", Path(__file__).name):
        total.update(Path(__file__).with_name(name).read_bytes())
    return total.hexdigest()


def all_figures(folder: Path) -> dict[str, int]:
    """Of our own sentences and of news kept aside."""
    return {**score(own(), "own"), **score(edited(sentences(folder)), "news")}
