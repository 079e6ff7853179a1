"""What is filed: sorted runs of (key, document), merged at fixed ratios, and who of a batch meets whom in them.

Decides which documents hold a key, in order of adding, and that a key held by more than ``POSTING_CAP`` answers nobody
from then on. Never weighs a key.

An entry is one 64-bit number: the key above, the document below. Runs never change; each is older than the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from trucewatch.lineage.corpus.arrays import Ints, Numbers, Words, whole
from trucewatch.lineage.corpus.compiling import inlined, native
from trucewatch.lineage.corpus.sketches import DOCUMENT_BITS, HOT
from trucewatch.lineage.postings import POSTING_CAP

RATIO = 2  # a run this many times larger than the next is left alone
HELD, TOTAL, START, LIVE = range(4)  # the columns of a group's head
_BITS, _HOT = np.uint64(DOCUMENT_BITS), np.uint64(HOT)


class Groups(NamedTuple):
    """The keys of a batch, and who holds each.

    Group ``g`` is of ``keys[g]``, and ``heads[g]`` says all else of it in one row: its earlier documents are the TOTAL
    ones from ``held[HELD]`` on, past the cap for a hot key, of which none is held; its entries in the sorted batch
    start at START, of which the LIVE ones from ``live[START]`` on have been filed by now.
    """

    keys: Words
    heads: Ints
    held: Numbers
    live: Numbers


class Meetings(NamedTuple):
    """The groups that each text of a batch shares with another document: from ``starts[t]`` on, by group number."""

    starts: Ints
    groups: Numbers


def gather(entries: Words, runs: Sequence[Words]) -> Groups:
    """Look every key of a sorted batch up in all runs."""
    keys, heads = np.empty(len(entries), dtype=np.uint64), np.zeros((len(entries) + 1, 4), dtype=np.int64)
    count = _group(entries, keys, heads)
    keys, heads = keys[:count], heads[: count + 1]
    places = [np.empty((count, 2), dtype=np.int64) for _ in runs]
    for run, place in zip(runs, places, strict=True):
        _locate(run, keys, place, heads)
    held = np.empty(_lay_out(heads), dtype=np.int32)
    cursors = heads[:-1, HELD].copy()
    for run, place in zip(runs, places, strict=True):
        _copy(run, place, heads, cursors, held)
    return Groups(keys, heads, held, np.empty(len(entries), dtype=np.int32))


def meet(entries: Words, groups: Groups, first: int, texts: int) -> Meetings:
    """Who of the batch meets whom. What only one document holds is filed at once."""
    starts = np.zeros(texts + 2, dtype=np.int64)
    _meet(entries, groups, first, starts, np.empty(0, dtype=np.int32), False)
    np.cumsum(starts, out=starts)
    met = np.empty(starts[-1], dtype=np.int32)
    _meet(entries, groups, first, starts, met, True)
    return Meetings(starts, met)


def filed(groups: Groups) -> tuple[Words, Words]:
    """The entries that a batch leaves behind, sorted, and the keys that have become hot by it."""
    entries = np.empty(len(groups.live), dtype=np.uint64)
    hot = np.empty(len(groups.keys), dtype=np.uint64)
    count, hots = _filed(groups, entries, hot)
    return entries[:count].copy(), hot[:hots]


def merged(older: Words, newer: Words) -> Words:
    """Two runs as one, without what hot keys held."""
    entries = np.empty(len(older) + len(newer), dtype=np.uint64)
    _merge(older, newer, entries)
    return entries[: _drop_hot(entries)].copy()


@inlined
def _document(entry: Any) -> int:
    return whole(entry & _HOT)


@native
def _group(entries: Words, keys: Words, heads: Ints) -> int:
    count = 0
    for at in range(len(entries)):
        key = entries[at] >> _BITS
        if not at or keys[count - 1] != key:
            keys[count], heads[count, START] = key, at
            count += 1
    heads[count, START] = len(entries)
    return count


@native
def _lay_out(heads: Ints) -> int:
    """Where the earlier documents of each group go, side by side; how many there are."""
    total = 0
    for group in range(len(heads)):
        heads[group, HELD] = total
        if heads[group, TOTAL] <= POSTING_CAP:
            total += heads[group, TOTAL]
    return total


@inlined
def _leap(run: Words, at: int, entry: Any) -> int:
    """The first place from ``at`` on that is not below ``entry``: in leaps that double, then halve."""
    size = len(run)
    if at >= size or run[at] >= entry:
        return at
    width = 1
    while at + width < size and run[at + width] < entry:
        at += width
        width <<= 1
    low, high = at + 1, min(at + width, size)
    while low < high:
        middle = (low + high) >> 1
        if run[middle] < entry:
            low = middle + 1
        else:
            high = middle
    return low


@native
def _locate(run: Words, keys: Words, places: Ints, heads: Ints) -> None:
    at = 0
    for group in range(len(keys)):
        at = _leap(run, at, keys[group] << _BITS)
        start = at
        while at < len(run) and run[at] >> _BITS == keys[group]:
            at += 1
        places[group, 0], places[group, 1] = start, at
        if at > start:
            is_hot = run[at - 1] & _HOT == _HOT
            heads[group, TOTAL] += POSTING_CAP + 1 if is_hot else at - start


@native
def _copy(run: Words, places: Ints, heads: Ints, cursors: Ints, held: Numbers) -> None:
    for group in range(len(places)):
        if heads[group, TOTAL] > POSTING_CAP:
            continue
        for at in range(places[group, 0], places[group, 1]):
            held[cursors[group]] = _document(run[at])
            cursors[group] += 1


@native
def _meet(entries: Words, groups: Groups, first: int, starts: Ints, met: Numbers, is_filling: bool) -> None:
    """Count the meetings of each text at ``starts[text + 2]``, or fill them in with ``starts[text + 1]`` as cursor."""
    heads = groups.heads
    for group in range(len(groups.keys)):
        start, end, total = heads[group, START], heads[group + 1, START], heads[group, TOTAL]
        if total > POSTING_CAP:
            continue
        if not total and end - start == 1:
            groups.live[start], heads[group, LIVE] = _document(entries[start]), 1
            continue
        for at in range(start, end):
            text = _document(entries[at]) - first
            if is_filling:
                met[starts[text + 1]] = group
                starts[text + 1] += 1
            else:
                starts[text + 2] += 1


@native
def _filed(groups: Groups, entries: Words, hot: Words) -> tuple[int, int]:
    count, hots = 0, 0
    for group in range(len(groups.keys)):
        total, start, live = groups.heads[group, TOTAL], groups.heads[group, START], groups.heads[group, LIVE]
        if total > POSTING_CAP:
            continue
        if total + live > POSTING_CAP:
            hot[hots] = groups.keys[group]
            hots += 1
            entries[count] = (groups.keys[group] << _BITS) | _HOT
            count += 1
            continue
        for at in range(start, start + live):
            entries[count] = (groups.keys[group] << _BITS) | np.uint64(groups.live[at])
            count += 1
    return count, hots


@native
def _merge(one: Words, two: Words, entries: Words) -> None:
    """Both runs in order. Without a branch on which comes next, since nobody could guess it."""
    at, other = 0, 0
    while at < len(one) and other < len(two):
        is_one = one[at] < two[other]
        entries[at + other] = one[at] if is_one else two[other]
        at, other = at + whole(is_one), other + 1 - whole(is_one)
    while at < len(one):
        entries[at + other] = one[at]
        at += 1
    while other < len(two):
        entries[at + other] = two[other]
        other += 1


@native
def _drop_hot(entries: Words) -> int:
    count, at = 0, 0
    while at < len(entries):
        end = at
        while end < len(entries) and entries[end] >> _BITS == entries[at] >> _BITS:
            end += 1
        start = end - 1 if entries[end - 1] & _HOT == _HOT else at
        for kept in range(start, end):
            entries[count] = entries[kept]
            count += 1
        at = end
    return count
