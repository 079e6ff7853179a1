"""One error of a measure: which, of what class, and how far from right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Miss:
    """One error by id. ``worth`` is how far from right: the higher the worse."""

    id: str
    why: str
    worth: int


Errors = dict[str, Callable[[Path], Iterator[Miss]]]  # by figure


def classes(misses: Iterable[Miss]) -> list[tuple[str, int]]:
    """How many of each class, most first."""
    return sorted(Counter(miss.why for miss in misses).items(), key=lambda one: (-one[1], one[0]))
