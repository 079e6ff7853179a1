"""Which sentences answer each other, from how sure each single link is.

Decides how links that share a sentence make one: two sentences merged into one, one split in three. A link that would
tie two sentences that do not answer each other is left out. Never looks at words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

_BELIEVED = 0.36  # where links are as often missed as wrongly made, on half of the fables and news

Chances = Mapping[tuple[int, int], float]


class Group(NamedTuple):
    """Sentences of both sides that answer each other, in order, and the chance of the surest link."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    chance: float


def groups(chances: Iterable[tuple[int, int, float]]) -> list[Group]:
    """The sentences that answer each other, in order of A; each sentence in one group at most."""
    believed = {(i, j): chance for i, j, chance in chances if chance > _BELIEVED}
    of_a: dict[int, Group] = {}
    of_b: dict[int, Group] = {}
    for i, j in sorted(believed, key=lambda pair: (-believed[pair], pair)):
        one, other = of_a.get(i, Group((i,), (), 0.0)), of_b.get(j, Group((), (j,), 0.0))
        if one is not other and _gain(one, other, believed) > 0:
            a, b = tuple(sorted(one.a + other.a)), tuple(sorted(one.b + other.b))
            whole = Group(a, b, max(one.chance, other.chance, believed[i, j]))
            of_a.update(dict.fromkeys(a, whole))
            of_b.update(dict.fromkeys(b, whole))
    return [group for i, group in sorted(of_a.items()) if i == group.a[0]]


def _gain(one: Group, other: Group, believed: Chances) -> float:
    """What joining two groups is worth: its new links, each by how far it is above what is believed."""
    pairs = [(i, j) for i in one.a for j in other.b] + [(i, j) for i in other.a for j in one.b]
    return sum(believed.get(pair, 0.0) - _BELIEVED for pair in pairs)
