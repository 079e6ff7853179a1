"""What stands in the same order in two documents: longest rising runs, and what chance alone would leave of them.

Decides nothing about texts: it counts places.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import isqrt


def longest_rise(places: Sequence[int]) -> int:
    """Length of the longest strictly rising subsequence, in n log n: how much of B follows A's order."""
    tails: list[int] = []
    for place in places:
        at = bisect_left(tails, place)
        if at == len(tails):
            tails.append(place)
        else:
            tails[at] = place
    return len(tails)


def longest_rise_of(places: Sequence[int]) -> list[int]:
    """Indices of one longest strictly rising subsequence; the earliest such by its last places."""
    tails: list[int] = []
    at_tail: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(tails, place)
        before.append(at_tail[at - 1] if at else -1)
        if at == len(tails):
            tails.append(place)
            at_tail.append(index)
        else:
            tails[at] = place
            at_tail[at] = index
    found, index = [], at_tail[-1] if at_tail else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]


def beyond_chance(rise: int, count: int) -> int:
    """How many words are in order beyond what a shuffle of ``count`` leaves so: some twice the square root.

    Six of eight words in order prove nothing; sixty of eighty do (Logan and Shepp 1977, Vershik and Kerov 1977).
    """
    return max(0, rise - isqrt(4 * count))
