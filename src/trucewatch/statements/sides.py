"""Whether people speak for one side.

Decides by name, party and state alone; which side that is plays no part.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trucewatch.values import Who


def share_side(some: Iterable[Who], others: Sequence[Who]) -> bool:
    """Whether anybody of the first belongs with anybody of the others."""
    return any(_is_one_side(one, other) for one in some for other in others)


def _is_one_side(one: Who, other: Who) -> bool:
    has_party = bool(one.party) and one.party == other.party
    return one.name == other.name or has_party or (bool(one.state) and one.state == other.state)
