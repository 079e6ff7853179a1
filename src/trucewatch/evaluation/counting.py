"""Hits over what was found and what is there, and how far such a figure may be chance."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

Unit = TypeVar("Unit")
ROUNDS, SEED = 500, 20311109  # bootstrap: enough for whole per cent, and the same draws every time


@dataclass
class Tally:
    """Spans that agree, that were found, and that are there. For a mean, both counts are what it is taken over."""

    hits: float = 0
    found: int = 0
    there: int = 0

    @property
    def f1(self) -> int:
        """F1 in per mille."""
        return round(1000 * self.share)

    @property
    def share(self) -> float:
        """Twice the hits over found and there; 0 where there is neither."""
        return 2 * self.hits / (self.found + self.there) if self.found + self.there else 0.0

    @property
    def precision(self) -> float:
        """Hits over found."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Hits over there."""
        return self.hits / self.there if self.there else 0.0


@dataclass
class Scores:
    """One tally per measure."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def add(self, measure: str, found: Collection[object], there: Collection[object]) -> None:
        """Count one unit: what both sets hold is right."""
        self.count(measure, len(set(found) & set(there)), len(found), len(there))

    def count(self, measure: str, hits: float, found: int, there: int) -> None:
        """Add to one tally."""
        tally = self.tallies[measure]
        tally.hits += hits
        tally.found += found
        tally.there += there

    def mean(self, measure: str, values: Sequence[float]) -> None:
        """Add values of which the mean is the figure."""
        self.count(measure, sum(values), len(values), len(values))

    def per_mille(self) -> dict[str, int]:
        """F1 of each measure in per mille."""
        return {measure: tally.f1 for measure, tally in sorted(self.tallies.items())}


def total(scores: Iterable[Scores]) -> Scores:
    """All tallies together, in the order in which the measures were first met."""
    whole = Scores()
    for one in scores:
        for measure, tally in one.tallies.items():
            whole.count(measure, tally.hits, tally.found, tally.there)
    return whole


def interval(units: Sequence[Unit], figure: Callable[[Sequence[Unit]], float]) -> tuple[float, float]:
    """The middle 95 % of a figure over units drawn again with replacement; the same on every machine."""
    chance = random.Random(SEED)  # noqa: S311 -- a bootstrap, and seeded
    drawn = sorted(figure([chance.choice(units) for _ in units]) for _ in range(ROUNDS))
    return drawn[int(ROUNDS * 0.025)], drawn[int(ROUNDS * 0.975)]


def share_interval(scores: Sequence[Scores], measure: str) -> tuple[float, float]:
    """The interval of one measure over texts drawn again."""
    pairs = [(tally.hits, tally.found + tally.there) for one in scores if (tally := one.tallies.get(measure))]
    return interval(pairs, _share) if pairs else (0.0, 0.0)


def _share(pairs: Sequence[tuple[float, int]]) -> float:
    both = sum(count for _, count in pairs)
    return 2 * sum(hits for hits, _ in pairs) / both if both else 0.0
