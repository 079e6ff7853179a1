"""Counts, bounds and digit of one proposition, from the weights of those who support it and of those who speak against.

Decides how weights add up, and what would be left had one origin said nothing. Pure integer arithmetic; never asks who
an origin is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.corroboration.independence import Independence, Neighbours
from trucewatch.corroboration.parameters import Parameters

UNJUDGED = 6

Weights = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Figures:
    """What is told of one proposition; see ``model.Grade``."""

    certain: int
    possible: int
    low: int
    high: int
    digit: int


class Scales:
    """The two sides of one proposition. ``against`` is one set for each rival that is held instead, those who merely
    deny in each: rivals exclude one another, so the heaviest of them counts, and not their sum.
    """

    def __init__(
        self,
        support: Weights,
        against: Sequence[Weights],
        near: Neighbours,
        outside: Collection[str],
        parameters: Parameters,
    ) -> None:
        self._support = support
        self._outside = sum(key in outside for key in support)
        self._is_outside = outside.__contains__
        self._parameters = parameters
        self._for = Independence(support, near)
        self._count = Independence(dict.fromkeys(support, 1), near)
        self._against = [(Independence(weights, near), weights) for weights in against]
        self._least = max((one.heaviest for one, _ in self._against), default=0)
        self._most = max((one.total for one, _ in self._against), default=0)

    def figures(self) -> Figures:
        """With all that is counted."""
        low, high = self._for.heaviest - self._most, self._for.total - self._least
        return self._figures(low, high, self._count.heaviest, len(self._support))

    def without(self, key: str, supports: bool) -> Figures:
        """Had one origin on one side, and all that copies it, said nothing."""
        return self._without_support(key) if supports else self._without_denial(key)

    def _without_support(self, key: str) -> Figures:
        low, high = self._for.without(key) - self._most, self._for.total - self._support[key] - self._least
        outside = self._outside - self._is_outside(key)
        return self._figures(low, high, self._count.without(key), len(self._support) - 1, outside)

    def _without_denial(self, key: str) -> Figures:
        least = most = 0
        for one, weights in self._against:
            least = max(least, one.without(key))
            most = max(most, one.total - weights.get(key, 0))
        low, high = self._for.heaviest - most, self._for.total - least
        is_denied = any(weights.keys() - {key} for _, weights in self._against)
        return self._figures(low, high, self._count.heaviest, len(self._support), is_denied=is_denied)

    def _figures(
        self, low: int, high: int, certain: int, possible: int, outside: int | None = None, *, is_denied: bool = True
    ) -> Figures:
        table = self._parameters
        low, high = table.prior + low, table.prior + high
        if not possible:
            digit = 5 if is_denied and any(weights for _, weights in self._against) else UNJUDGED
        elif certain >= 2 and low >= table.confirmed and (self._outside if outside is None else outside):
            digit = 1
        elif possible >= 2 and high >= table.confirmed:
            digit = 2
        else:
            digit = 3 if high >= table.even else 4
        return Figures(certain, possible, low, high, digit)
