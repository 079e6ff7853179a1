"""The most that a set of origins is worth when any two that may share a source are counted as one of the two.

Exact: the heaviest set without a suspected link inside. Adding an origin never lowers it, adding a suspicion never
raises it. A set so large and so tangled that the search would not end gives the heaviest found by then, which is a
lower bound still.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

#: Branchings of one search. Any random tangle of 60 origins needs fewer; what is beyond is no set of reports.
_MAX_BRANCHINGS = 5_000

Neighbours = Mapping[str, frozenset[str]]


def neighbours_of(keys: Iterable[str], links: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """For each key that is linked, the others it is linked to; links to unknown keys and to itself are ignored."""
    known, near = frozenset(keys), dict[str, set[str]]()
    for a, b in links:
        if a != b and a in known and b in known:
            near.setdefault(a, set()).add(b)
            near.setdefault(b, set()).add(a)
    return {key: frozenset(linked) for key, linked in near.items()}


class Independence:
    """Sets of weighted origins, with suspected links between some. ``total`` is what they weigh all together, and
    ``heaviest`` what the heaviest set without a link between any two does.
    """

    __slots__ = ("_everything", "_places", "_search", "_weights", "heaviest", "total")

    def __init__(self, weights: Mapping[str, int], near: Neighbours) -> None:
        self._weights = weights
        self.total = self.heaviest = sum(weights.values())
        self._places: dict[str, int] = {}
        if near and not near.keys().isdisjoint(weights):
            self._place(near)

    def without(self, key: str) -> int:
        """What ``heaviest`` would be, had one of the origins said nothing."""
        place = self._places.get(key)
        if place is None:
            return self.heaviest - self._weights.get(key, 0)
        return self.heaviest - self._search.best(self._everything) + self._search.best(self._everything ^ 1 << place)

    def _place(self, near: Neighbours) -> None:
        """Give each linked origin its bit, the heaviest first, and search."""
        linked = sorted(self._weights.keys() & near.keys(), key=lambda key: (-self._weights[key], key))
        places = {key: n for n, key in enumerate(linked)}
        masks = [sum(1 << places[other] for other in near[key] if other in places) for key in linked]
        self._places, self._everything = places, (1 << len(linked)) - 1
        self._search = _Search([self._weights[key] for key in linked], masks)
        self.heaviest += self._search.best(self._everything) - sum(self._weights[key] for key in linked)


class _Search:
    """A branch-and-reduce search over sets of origins, written as bits of an integer; the heaviest origin is bit 0."""

    def __init__(self, weights: list[int], masks: list[int]) -> None:
        self._weights = weights
        self._masks = masks
        self._left = _MAX_BRANCHINGS
        self._known: dict[int, int] = {}  # cluster -> what it is worth

    def best(self, keys: int) -> int:
        """The heaviest unlinked set within ``keys``: each cluster by itself."""
        total = 0
        while keys:
            cluster = self._cluster(keys)
            keys &= ~cluster
            if cluster not in self._known:
                self._known[cluster] = self._best_in(cluster)
            total += self._known[cluster]
        return total

    def _cluster(self, keys: int) -> int:
        reached = edge = keys & -keys
        while edge:
            bit = edge & -edge
            found = self._masks[bit.bit_length() - 1] & keys & ~reached
            reached |= found
            edge = (edge ^ bit) | found
        return reached

    def _best_in(self, cluster: int) -> int:
        """Take what outweighs its neighbours, drop what another outdoes; then branch on the most linked one left."""
        if cluster & (cluster - 1) == 0:
            return self._weights[cluster.bit_length() - 1]
        taken, rest = self._reduced(cluster)
        if rest != cluster:
            return taken + self.best(rest)
        pivot = max(_bits(rest), key=lambda n: (self._masks[n] & rest).bit_count())
        within = self.best(rest & ~(self._masks[pivot] | 1 << pivot)) + self._weights[pivot]
        if self._left <= 0:
            return within
        self._left -= 1
        return max(within, self.best(rest & ~(1 << pivot)))

    def _reduced(self, keys: int) -> tuple[int, int]:
        """(weight of an origin that some heaviest set surely holds, what may go with it), or (0, what is left once an
        origin is dropped that another can always stand for); ``keys`` itself where neither is found.
        """
        for n in _bits(keys):
            near = self._masks[n] & keys
            if sum(self._weights[other] for other in _bits(near)) <= self._weights[n]:
                return self._weights[n], keys & ~(near | 1 << n)
            outdone = self._outdone(n, near, keys)
            if outdone:
                return 0, keys & ~outdone
        return 0, keys

    def _outdone(self, n: int, near: int, keys: int) -> int:
        """Neighbours that weigh no more than ``n`` and are linked to all that it is linked to."""
        closed = near | 1 << n
        for other in _bits(near):
            is_lighter = self._weights[other] <= self._weights[n]
            if is_lighter and closed & ~(self._masks[other] & keys | 1 << other) == 0:
                return 1 << other
        return 0


def _bits(mask: int) -> list[int]:
    found = []
    while mask:
        bit = mask & -mask
        found.append(bit.bit_length() - 1)
        mask ^= bit
    return found
