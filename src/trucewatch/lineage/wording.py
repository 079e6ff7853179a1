"""Words with their places, and what changed between two runs of them.

Decides which words differ and what each difference touches: a number, a date, a name, a negation, a hedge, an
attribution, or wording alone. Never decides whether the difference matters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from trucewatch.lineage.keys import VOCABULARY, WORD, WordKind, fold
from trucewatch.lineage.model import WordChange
from trucewatch.lineage.spelling import fold_spelling
from trucewatch.lineage.wordlists import APPROXIMATIONS, ATTRIBUTIONS, DATE_WORDS, HEDGES, NEGATIONS, NUMBER_WORDS
from trucewatch.values import Span

#: In this order: a changed number in a date is a date, a changed negation outranks the wording round it.
_BEARINGS = ("date", "number", "negation", "name", "hedge", "attribution")
_LISTED = {"negation": NEGATIONS, "hedge": HEDGES, "attribution": ATTRIBUTIONS}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a document. ``plain`` is its folded form with one spelling; ``starts`` that it opens a sentence."""

    span: Span
    surface: str
    plain: str
    starts: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits or is a number word."""
        return self.plain[0].isdigit() or self.plain in NUMBER_WORDS

    @property
    def is_date(self) -> bool:
        """Whether it names a day, month or year by itself."""
        return (
            self.plain in DATE_WORDS
            or self._is_may
            or (self.plain.isdigit() and len(self.plain) == 4 and self.plain[0] in "12")
        )

    @property
    def _is_may(self) -> bool:
        """The month, not the verb."""
        return self.surface == "May" and not self.starts

    @property
    def is_name(self) -> bool:
        """Whether it is written as part of a name: a capital, not only because the sentence starts here."""
        return VOCABULARY[self.surface].kind is WordKind.NAME and not self.starts and self.plain not in DATE_WORDS


def words_in(text: str, span: Span) -> list[Word]:
    """The words of ``text`` inside ``span``, in order, at their exact places."""
    return [
        Word(Span(match.start(), match.end()), match.group(), fold_spelling(fold(match.group())), starts=order == 0)
        for order, match in enumerate(WORD.finditer(text, span.start, span.end))
    ]


def words_of(text: str, spans: Sequence[Span]) -> list[Word]:
    """The words of several spans, one after the other."""
    return [word for span in spans for word in words_in(text, span)]


def is_same_wording(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Whether two runs say the same words, typography, hyphens and spelling variants aside."""
    return "".join(word.plain for word in a) == "".join(word.plain for word in b)


def likeness_of(a: Sequence[Word], b: Sequence[Word]) -> int:
    """How much of two runs is the same words in the same order, per mille of both together."""
    return int(1000 * Indel.normalized_similarity(*_numbered(a, b)))


def _numbered(a: Sequence[Word], b: Sequence[Word]) -> tuple[list[int], list[int]]:
    """Both runs with each word as a number: what the C routine compares without asking for a hash of strings."""
    numbers: dict[str, int] = {}
    one = [numbers.setdefault(word.plain, len(numbers)) for word in a]
    return one, [numbers.setdefault(word.plain, len(numbers)) for word in b]


def changes(a: Sequence[Word], b: Sequence[Word]) -> tuple[WordChange, ...]:
    """Every run of words that differs, in text order."""
    found = []
    for (a_start, a_end), (b_start, b_end) in _differing(a, b):
        old, new = a[a_start:a_end], b[b_start:b_end]
        if not is_same_wording(old, new):
            neighbours = (*a[max(0, a_start - 1) : a_start], *a[a_end : a_end + 1])
            found.append(WordChange(_span(old), _span(new), bearing(old, new, neighbours)))
    return tuple(found)


def _differing(a: Sequence[Word], b: Sequence[Word]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Ranges between which the two runs agree."""
    at_a = at_b = 0
    blocks = [op for op in Indel.opcodes(*_numbered(a, b)) if op.tag == "equal"]
    for op in blocks:
        if op.src_start > at_a or op.dest_start > at_b:
            yield (at_a, op.src_start), (at_b, op.dest_start)
        at_a, at_b = op.src_end, op.dest_end
    if at_a < len(a) or at_b < len(b):
        yield (at_a, len(a)), (at_b, len(b))


def _span(words: Sequence[Word]) -> Span | None:
    return words[0].span.to(words[-1].span) if words else None


def bearing(old: Sequence[Word], new: Sequence[Word], neighbours: Sequence[Word] = ()) -> str:
    """What a change touches, the weightiest first; "" for wording alone."""
    touched = _touched(old) ^ _touched(new)
    if any(what == "number" for what, _ in touched) and any(word.is_date for word in neighbours):
        return "date"
    kinds = {what for what, _ in touched}
    return next((what for what in _BEARINGS if what in kinds), "")


def _touched(words: Sequence[Word]) -> set[tuple[str, str]]:
    """(what, word) for each word that bears on something: what stands on both sides cancels out."""
    touched = set()
    for at, word in enumerate(words):
        if word.is_date:
            touched.add(("date", word.plain))
        elif word.is_number:
            touched.add(("number", word.plain))
        elif word.is_name:
            touched.add(("name", word.plain))
        if word.plain in APPROXIMATIONS and (at + 1 == len(words) or words[at + 1].is_number):
            touched.add(("hedge", ""))
        for what, listed in () if word.is_date else _LISTED.items():
            if word.plain in listed or word.surface.casefold() in listed:
                touched.add((what, "" if what != "attribution" else word.plain))
    return touched
