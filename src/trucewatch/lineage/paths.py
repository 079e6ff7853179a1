"""How sure it is that one sentence became another, over all ways to read two versions side by side.

Decides nothing by itself: each way through the two lists, in order, counts by the evidence for its links, and a link is
as sure as the ways that take it. A link may take in the next sentence of either side, or one after a sentence left out.

The sums are those of the forward-backward algorithm over a lattice of four states: what stands last is a link; a link
and then sentences of A left out; of B; of both. Each row is divided by its largest sum, so that no length overflows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp, log
from typing import NamedTuple

# Fitted together with the evidence (see ``alignment``) on half of the hand-aligned fables and news.
_NEXT = 3.6  # weight of a link right after a link, where one after a sentence left out has 1
_MORE = 0.48  # of one more sentence for the same
_MORE_AFTER = 0.115  # and of one where a sentence between is left out
_MOST = 1e200  # larger sums are not told apart: only sentences that repeat a hundred times get there
_LARGEST_EXPONENT = 700.0

Row = list[float]


class Odds(NamedTuple):
    """For one sentence of A and each of B: odds that they answer each other, by all they share; by what that of A adds
    to the one before it; by what that of B adds to the one before it.
    """

    new: Row
    more_a: Row
    more_b: Row


class _Forward(NamedTuple):
    """Sums of all ways to one place of A and each of B. A new link goes on from ``onward``, one more from ``more``."""

    linked: Row
    left: Row
    onward: Row
    more: Row


class _Backward(NamedTuple):
    """Sums of all ways on from one place of A and each of B, after a link or after sentences of A left out."""

    linked: Row
    left: Row


def link_chances(odds: Sequence[Odds]) -> Iterator[tuple[int, int, float]]:
    """(sentence of A, of B, chance that they are linked), last first."""
    if not odds or not odds[0].new:
        return
    rows, scales, whole = _forward(odds)
    after, scale = _backward_row(odds[-1], None, None), 0.0
    for i in range(len(odds) - 1, -1, -1):
        if i < len(odds) - 1:
            after = _backward_row(odds[i], odds[i + 1], after)
        after, scale = _Backward(*_scaled(after)), scale + log(_largest(after))
        factor = exp(min(_LARGEST_EXPONENT, scales[i] + scale - whole))
        for j, (before, onward) in enumerate(zip(rows[i], after.linked, strict=True)):
            if before:
                yield i, j - 1, min(1.0, before * onward * factor)


def _forward(odds: Sequence[Odds]) -> tuple[list[Row], list[float], float]:
    """For each sentence of A the sums that end in a link and the logarithm of their scale; and that of all ways."""
    nothing = [0.0] * len(odds[0].new)
    row = _Forward([0.0, *nothing], [1.0, *nothing], [1.0] * (len(nothing) + 1), [0.0, *nothing])
    rows, scales, scale, total = [], [], 0.0, 1.0
    for each in odds:
        made, total = _forward_row(each, row)
        largest = _largest(made)
        row, scale, total = _Forward(*_scaled(made)), scale + log(largest), total / largest
        rows.append(row.linked)
        scales.append(scale)
    return rows, scales, scale + log(total)


def _largest(rows: Sequence[Row]) -> float:
    return max(max(row) for row in rows)


def _scaled(rows: Sequence[Row]) -> list[Row]:
    largest = _largest(rows)
    return [[each / largest for each in row] for row in rows]


def _forward_row(odds: Odds, before: _Forward) -> tuple[_Forward, float]:
    """The sums one sentence of A further; and of all ways to its end."""
    link = left_b = left_both = 0.0
    left = before.linked[0] + before.left[0]
    made = _Forward([0.0], [left], [left], [0.0])
    for j, (new, more_a, more_b) in enumerate(zip(*odds, strict=True)):
        reached = new * before.onward[j] + more_a * before.more[j + 1] + more_b * (_MORE * link + _MORE_AFTER * left_b)
        left_b, left_both = link + left_b, left + left_both
        link, left = min(_MOST, reached), before.linked[j + 1] + before.left[j + 1]
        made.linked.append(link)
        made.left.append(left)
        made.onward.append(_NEXT * link + left + left_b + left_both)
        made.more.append(_MORE * link + _MORE_AFTER * left)
    return made, link + left + left_b + left_both


def _backward_row(odds: Odds, below: Odds | None, after: _Backward | None) -> _Backward:
    """The sums on from one sentence of A. ``below`` and ``after`` are of the next, if there is one."""
    columns = len(odds.new)
    nothing = [0.0] * (columns + 1)
    news, mores, skipped = nothing, nothing, nothing
    left_b = left_both = 1.0
    if below and after:
        news = [*(new * on for new, on in zip(below.new, after.linked[1:], strict=True)), 0.0]
        mores = [0.0, *(more * on for more, on in zip(below.more_a, after.linked[1:], strict=True))]
        skipped, left_b, left_both = after.left, 0.0, 0.0
    linked, left = list(nothing), list(nothing)
    beside = 0.0
    for j in range(columns, -1, -1):
        linked[j] = min(_MOST, _NEXT * news[j] + _MORE * (mores[j] + beside) + skipped[j] + left_b)
        left[j] = min(_MOST, news[j] + _MORE_AFTER * mores[j] + skipped[j] + left_both)
        left_b += news[j] + _MORE_AFTER * beside
        left_both += news[j]
        beside = odds.more_b[j - 1] * linked[j] if j else 0.0
    return _Backward(linked, left)
