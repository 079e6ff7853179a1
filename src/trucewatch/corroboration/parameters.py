"""The weights table: what an origin of each reliability weighs, and the bars for each word and digit.

A transparent starting table, not calibrated on conflict reporting; change it only under a new version, since grades
that were published name the version they were made with. Integer thousandths of a nat throughout.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Lesson:
    """The record of one origin: of how many resolved incidents it spoke, and of how many rightly."""

    told: int
    right: int


#: Origin key -> its record.
Lessons = Mapping[str, Lesson]


@dataclass(frozen=True, slots=True)
class Parameters:
    """One version of the table.

    ``weights`` are 1000 ln(r / (1 - r)) for a source that is right with probability r: A .90, B .80, C .65, F .60.
    ``prior`` is P .20. ``cap`` bounds any one origin: prior + cap stays below ``confirmed`` (P .80), so that one origin
    never confirms. ``interest`` divides the weight of those who speak for their own side.
    """

    version: str
    weights: Mapping[str, int]
    prior: int = -1386
    cap: int = 2197
    interest: int = 4
    confirmed: int = 1386
    even: int = -201  # P .45: from here on it is at least a roughly even chance
    enough: int = 10  # observations in resolved incidents before reliability is learned from them
    firmness: int = 4  # how many observations the letter of an origin weighs as much as
    entry: int | None = None  # the log entry that set it
    lessons: Lessons = field(default_factory=dict)  # what resolved incidents taught; no part of the table


PARAMETERS = Parameters(
    "2026-11",
    MappingProxyType({"A": 2197, "B": 1386, "C": 619, "D": 0, "E": 0, "F": 405}),
)

#: ICD 203 likelihood words, each from its lower bound in milli-nats: none for the first, then those of
#: P .05, .20, .45, .55, .80, .95.
WORDS: tuple[tuple[int, str], ...] = (
    (-1_000_000, "almost no chance"),
    (-2944, "very unlikely"),
    (-1386, "unlikely"),
    (-201, "roughly even chance"),
    (201, "likely"),
    (1386, "very likely"),
    (2944, "almost certain"),
)
_BOUNDS = [bound for bound, _ in WORDS]


def word_for(log_odds: int) -> str:
    """The ICD 203 word for one log-odds."""
    return WORDS[bisect(_BOUNDS, log_odds) - 1][1]


def words_for(low: int, high: int) -> str:
    """The ICD 203 range from ``low`` to ``high``: one word where both bounds give it."""
    first, last = word_for(low), word_for(high)
    return first if first == last else f"{first} to {last}"
