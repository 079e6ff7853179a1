"""Where two quotations agree and where they differ, in runs that a reader can follow.

Decides which equal words hold two passages together and which only chance to stand in both: "the" and "of" between two
changes are part of one change. A short passage is looked for in one stretch of a long one, never scattered over it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from trucewatch.lineage.quotations import is_telling
from trucewatch.lineage.wording import Word, differing, is_same_wording

_MUCH_LONGER = 2  # times as many words: the shorter is looked for within the longer
_LONGEST_SOUGHT = 1_000  # words; the search in a longer passage is quadratic
_WHOLLY = 100  # per cent: the shorter stands in the longer as it is
_TELLS = 4  # what an equal telling word weighs against a word passed over
_HOLDS = 1  # the same for other equal words
_PASSED = 2  # words passed over that weigh one


class Run(NamedTuple):
    """Words ``[a, a_end)`` of one passage against words ``[b, b_end)`` of the other; one of them may be empty."""

    a: int
    a_end: int
    b: int
    b_end: int


class Shared(NamedTuple):
    """The stretch of each passage within which they answer each other, and what differs in all of both."""

    a: int
    a_end: int
    b: int
    b_end: int
    differing: tuple[Run, ...]


def compare_words(a: Sequence[Word], b: Sequence[Word]) -> Shared:
    """The stretch that two passages share, and every run that differs, in order: before it, in it and after it."""
    blocks = _held(a, b, list(_equal(a, b)))
    if not blocks:
        return Shared(0, 0, 0, 0, (Run(0, len(a), 0, len(b)),))
    first, last = blocks[0], blocks[-1]
    runs = [Run(0, first.a, 0, first.b)]
    runs += [Run(one.a_end, two.a, one.b_end, two.b) for one, two in pairwise(blocks)]
    runs.append(Run(last.a_end, len(a), last.b_end, len(b)))
    runs = [_at_end(run, a, b) for run in runs]
    told = [run for run in runs if not is_same_wording(a[run.a : run.a_end], b[run.b : run.b_end])]
    return Shared(first.a, last.a_end, first.b, last.b_end, tuple(told))


def _equal(a: Sequence[Word], b: Sequence[Word]) -> Iterator[Run]:
    """The runs of equal words, within the stretch of the longer that is likest the shorter."""
    (a_start, a_stop), (b_start, b_stop) = _stretch(a, b)
    at_a, at_b = a_start, b_start
    for (a_from, a_to), (b_from, b_to) in differing(a[a_start:a_stop], b[b_start:b_stop]):
        if a_start + a_from > at_a:
            yield Run(at_a, a_start + a_from, at_b, b_start + b_from)
        at_a, at_b = a_start + a_to, b_start + b_to
    if at_a < a_stop:
        yield Run(at_a, a_stop, at_b, b_stop)


def _stretch(a: Sequence[Word], b: Sequence[Word]) -> tuple[tuple[int, int], tuple[int, int]]:
    whole = (0, len(a)), (0, len(b))
    short, long = sorted((len(a), len(b)))
    if long < _MUCH_LONGER * short or long > _LONGEST_SOUGHT:
        return whole
    found = fuzz.partial_ratio_alignment([word.plain for word in a], [word.plain for word in b])
    if found is None:
        return whole
    more = 1 + short // 2 if found.score < _WHOLLY else 0
    if len(a) > len(b):
        return (max(0, found.src_start - more), min(len(a), found.src_end + more)), whole[1]
    return whole[0], (max(0, found.dest_start - more), min(len(b), found.dest_end + more))


def _grown(a: Sequence[Word], b: Sequence[Word], blocks: Sequence[Run]) -> list[Run]:
    """Each run of equal words with those right before and after it that are equal too."""
    grown: list[Run] = []
    for at, run in enumerate(blocks):
        least_a, least_b = (grown[-1].a_end, grown[-1].b_end) if grown else (0, 0)
        most_a, most_b = (blocks[at + 1].a, blocks[at + 1].b) if at + 1 < len(blocks) else (len(a), len(b))
        start, start_b, end, end_b = run.a, run.b, run.a_end, run.b_end
        while start > least_a and start_b > least_b and a[start - 1].plain == b[start_b - 1].plain:
            start, start_b = start - 1, start_b - 1
        while end < most_a and end_b < most_b and a[end].plain == b[end_b].plain:
            end, end_b = end + 1, end_b + 1
        grown.append(Run(start, end, start_b, end_b))
    return grown


def _held(a: Sequence[Word], b: Sequence[Word], equal: Sequence[Run]) -> list[Run]:
    """The equal runs that hold: in the best stretch or at the ends of both, and no chance between two changes."""
    first, last = _best_stretch([_weight(a, run) for run in equal], equal)
    chosen = _grown(a, b, equal[first:last])
    if not chosen:
        return []
    start, end = chosen[0], chosen[-1]
    before = [run for run in equal if run.a_end <= start.a and run.b_end <= start.b]
    after = [run for run in equal if run.a >= end.a_end and run.b >= end.b_end]
    if before and (before[0].a, before[0].b) == (0, 0):
        chosen = [*before, *chosen]
    if after and (after[-1].a_end, after[-1].b_end) == (len(a), len(b)):
        chosen = [*chosen, *after]
    return [run for at, run in enumerate(chosen) if not _is_chance(a, chosen, at)]


def _weight(a: Sequence[Word], run: Run) -> int:
    return sum(_TELLS if is_telling(word) else _HOLDS for word in a[run.a : run.a_end])


def _best_stretch(weights: Sequence[int], equal: Sequence[Run]) -> tuple[int, int]:
    """The runs one after the other whose weight most exceeds the words passed over between them."""
    best, best_range, score, start = 0, (0, 0), 0, 0
    for at, (weight, run) in enumerate(zip(weights, equal, strict=True)):
        gap = max(run.a - equal[at - 1].a_end, run.b - equal[at - 1].b_end) // _PASSED if at else 0
        if score > gap:
            score += weight - gap
        else:
            score, start = weight, at
        if score > best:
            best, best_range = score, (start, at + 1)
    return best_range


def _is_chance(a: Sequence[Word], runs: Sequence[Run], at: int) -> bool:
    """Whether a few function words between two changes of more words only chance to be equal."""
    run = runs[at]
    if at in {0, len(runs) - 1} or any(is_telling(word) for word in a[run.a : run.a_end]):
        return False
    before, after = runs[at - 1], runs[at + 1]
    left = max(run.a - before.a_end, run.b - before.b_end)
    right = max(after.a - run.a_end, after.b - run.b_end)
    return run.a_end - run.a < min(left, right)


def slides(words: Sequence[Word], start: int, end: int) -> Iterator[int]:
    """By how many words a run may as well stand earlier or later: "a deal, a truce" lost "a deal" or "deal, a"."""
    yield 0
    for by in range(1, start + 1):
        if words[start - by].plain != words[end - by].plain:
            break
        yield -by
    for by in range(len(words) - end):
        if words[start + by].plain != words[end + by].plain:
            break
        yield by + 1


def _at_end(run: Run, a: Sequence[Word], b: Sequence[Word]) -> Run:
    """A run of one side moved to its beginning or end, where it may as well stand there: it is cut off, not cut out."""
    if (run.a == run.a_end) == (run.b == run.b_end):
        return run
    is_of_a = run.b == run.b_end
    start, end, words = (run.a, run.a_end, a) if is_of_a else (run.b, run.b_end, b)
    by = next((by for by in slides(words, start, end) if start + by == 0 or end + by == len(words)), 0)
    return Run(run.a + by, run.a_end + by, run.b + by, run.b_end + by)
