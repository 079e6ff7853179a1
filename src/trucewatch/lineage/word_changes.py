"""What changed between two runs of words, and what each change touches.

Decides whether a difference touches a date, a number, a negation, a name, a hedge, an attribution, or wording alone. A
name, number or verb of speech that only stands elsewhere in the sentence is not touched; where two change places, one
is. Never decides whether the difference matters.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from trucewatch.lineage.bearings import Bearing, Names, bearings, names_among
from trucewatch.lineage.model import WordChange
from trucewatch.lineage.wording import Range, Word, differing, in_common_order, is_same_wording
from trucewatch.values import Span

#: In this order: a changed number in a date is a date, a changed negation outranks the wording round it.
_BEARINGS = ("date", "number", "negation", "name", "hedge", "attribution")
_STEM = 5
#: What may stand elsewhere in a sentence and still be the same; a negation or hedge that wanders changes the meaning.
_MAY_WANDER = ("date", "number", "rank", "name", "attribution", "speaker")
#: What tells something only where another stands in its place: "one", "third"; who speaks.
_IN_PLACE = (("rank", frozenset({"rank", "number"}), "number"), ("speaker", frozenset({"speaker"}), "attribution"))

Touched = set[tuple[str, str]]  # (what, which)


def changes(a: Sequence[Word], b: Sequence[Word], known: Collection[str] = frozenset()) -> tuple[WordChange, ...]:
    """Every run of words that differs, in text order. ``known``: names, for the words that open a sentence."""
    return changes_in(a, b, differing(a, b), known)


def changes_in(
    a: Sequence[Word],
    b: Sequence[Word],
    ranges: Iterable[tuple[Range, Range]],
    known: Collection[str] = frozenset(),
) -> tuple[WordChange, ...]:
    """The changes of wording in ``ranges`` of two runs of words, each with what it touches in view of all the words."""
    found = []
    touched: tuple[list[Touched], list[Touched]] | None = None
    for (a_start, a_end), (b_start, b_end) in ranges:
        old, new = a[a_start:a_end], b[b_start:b_end]
        if is_same_wording(old, new):
            continue
        touched = touched or _touched_in(a, b, known)
        ours, theirs = set().union(*touched[0][a_start:a_end]), set().union(*touched[1][b_start:b_end])
        found.append(WordChange(_span(old), _span(new), _bearing(ours, theirs)))
    return tuple(found)


def _span(words: Sequence[Word]) -> Span | None:
    return words[0].span.to(words[-1].span) if words else None


def _bearing(ours: Touched, theirs: Touched) -> str:
    """The weightiest thing touched; "" for wording alone. What stands on both sides has cancelled out."""
    kinds = {what for what, _ in ours ^ theirs}
    for what, others, as_what in _IN_PLACE:
        if what in kinds and all(any(one in others for one, _ in side) for side in (ours, theirs)):
            kinds.add(as_what)
    return next((what for what in _BEARINGS if what in kinds), "")


def _touched_in(a: Sequence[Word], b: Sequence[Word], known: Collection[str]) -> tuple[list[Touched], list[Touched]]:
    """What each word of either run bears on, without what only stands elsewhere."""
    names = names_among((*a, *b), known)
    ours, theirs = _Side(a, names), _Side(b, names)
    for what in _MAY_WANDER:
        told_a, told_b = ours.told(what), theirs.told(what)
        settled_a, settled_b = in_common_order(ours.keys(told_a), theirs.keys(told_b))
        ours.settle([told_a[at] for at in settled_a])
        theirs.settle([told_b[at] for at in settled_b])
    return ours.touched, theirs.touched


class _Side:
    """One run of words and what each of them bears on."""

    def __init__(self, words: Sequence[Word], names: Names) -> None:
        self.words = words
        self.found = list(bearings(words, names))
        self.touched: list[Touched] = [set() for _ in words]
        for one in self.found:
            for at in range(one.start, one.end):
                self.touched[at].add((one.what, one.which))

    def told(self, what: str) -> list[Bearing]:
        """Everything of one kind, in order."""
        return [one for one in self.found if one.what == what]

    def keys(self, told: Iterable[Bearing]) -> list[str]:
        """What must be the same for each to be the same thing. A number is the same only where it counts the same."""
        return [f"{one.which} {self._counted(one)}" if one.what == "number" else one.which for one in told]

    def _counted(self, number: Bearing) -> str:
        return " ".join(word.plain[:_STEM] for word in self.words[number.end : number.end + 1])

    def settle(self, told: Iterable[Bearing]) -> None:
        """Forget what stands on the other side too."""
        for one in told:
            for at in range(one.start, one.end):
                self.touched[at].discard((one.what, one.which))
