"""Where two extractors of one document differ: what a reviewer looks at.

Decides which statements of the two are of the same saying (by the words they share) and in what they differ: found by
one alone, another speaker, another act, other bounds. Never decides which of the two is right.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from trucewatch.statements import Statement
from trucewatch.values import Span, Who

_REACH = 48  # statements of the other side that one is held beside: those that begin nearest before its end


class Difference(StrEnum):
    """In what two extractors differ over one saying."""

    ALONE = "found by one alone"
    SPEAKER = "another speaker"
    ACT = "another act"
    BOUNDS = "other bounds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One saying over which two extractors differ. One of the two statements is None where only the other found it."""

    one: Statement | None
    other: Statement | None
    differences: tuple[Difference, ...]

    @property
    def shown(self) -> Statement:
        """The statement to look at first."""
        statement = self.one or self.other
        assert statement is not None  # noqa: S101 - one of the two is always there
        return statement


def find_disagreements(text: str, ones: Sequence[Statement], others: Sequence[Statement]) -> tuple[Disagreement, ...]:
    """All that the two differ in, in text order; nothing for sayings on which they agree."""
    pairs = dict(_pairs(ones, others))
    taken = set(pairs.values())
    alone = (Difference.ALONE,)
    found = [Disagreement(one=one, other=None, differences=alone) for n, one in enumerate(ones) if n not in pairs]
    found += [Disagreement(one=None, other=each, differences=alone) for m, each in enumerate(others) if m not in taken]
    for n, m in pairs.items():
        differences = tuple(_differences(text, ones[n], others[m]))
        if differences:
            found.append(Disagreement(one=ones[n], other=others[m], differences=differences))
    return tuple(sorted(found, key=lambda each: (_whole(each.shown), each.shown.id)))


def _pairs(ones: Sequence[Statement], others: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Which statement of one side is of the same saying as which of the other: the most alike first, each once."""
    order = sorted(range(len(others)), key=lambda m: (_whole(others[m]), m))
    starts = [_whole(others[m]).start for m in order]
    scored = sorted(_likeness(ones, others, order, starts), reverse=True)
    left, right = set[int](), set[int]()
    for _, n, m in scored:
        if -n not in left and -m not in right:
            left.add(-n)
            right.add(-m)
            yield -n, -m


def _likeness(
    ones: Sequence[Statement], others: Sequence[Statement], order: Sequence[int], starts: Sequence[int]
) -> Iterator[tuple[tuple[int, bool, bool], int, int]]:
    """How alike each two near one another are: words shared per mille of all, then speaker, then act."""
    for n, one in enumerate(ones):
        last = bisect_left(starts, _whole(one).end)
        for m in order[max(0, last - _REACH) : last]:
            shared = _shared(_told(one), _told(others[m]))
            if shared:
                score = (shared, _same_speakers(one, others[m]), one.act is others[m].act)
                yield score, -n, -m


def _told(statement: Statement) -> tuple[Span, ...]:
    """The words by which two statements are held together: what was said, else what reports it."""
    if statement.content:
        return statement.content
    return tuple(span for span in (statement.cue or statement.source,) if span is not None)


def _shared(ones: Sequence[Span], others: Sequence[Span]) -> int:
    """Code points in both, per mille of those in either."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in ones for b in others)
    either = sum(span.end - span.start for span in (*ones, *others)) - both
    return 1000 * both // either if either else 0


def _whole(statement: Statement) -> Span:
    told = _told(statement) or (statement.sentence,)
    return told[0].to(told[-1])


def _differences(text: str, one: Statement, other: Statement) -> Iterator[Difference]:
    if not _same_speakers(one, other):
        yield Difference.SPEAKER
    if one.act is not other.act:
        yield Difference.ACT
    if _bare(text, one.content) != _bare(text, other.content):
        yield Difference.BOUNDS


def _bare(text: str, content: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    """Bounds without the marks and spaces at either end, and pieces with nothing between them as one."""
    bare: list[tuple[int, int]] = []
    for span in content:
        low, high = span.start, span.end
        while low < high and not text[low].isalnum():
            low += 1
        while low < high and not text[high - 1].isalnum():
            high -= 1
        if bare and not any(map(str.isalnum, text[bare[-1][1] : low])):
            bare[-1] = (bare[-1][0], high)
        elif low < high:
            bare.append((low, high))
    return tuple(bare)


def _same_speakers(one: Statement, other: Statement) -> bool:
    """Whether both name the same somebody, or point at the same words for whoever speaks."""
    if one.source is not None and other.source is not None and one.source.overlaps(other.source):
        return True
    if not one.speakers or not other.speakers:
        return not one.speakers and not other.speakers
    return any(_is_same(a, b) for a in one.speakers for b in other.speakers)


def _is_same(one: Who, other: Who) -> bool:
    """Whether two are known as the same, or the name of one is part of the other's."""
    if one.entity and other.entity:
        return one.entity == other.entity
    names = [set(who.name.casefold().replace("’", "'").split()) for who in (one, other)]
    return bool(names[0] and names[1]) and (names[0] <= names[1] or names[1] <= names[0])
