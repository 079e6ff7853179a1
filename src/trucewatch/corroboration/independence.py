"""The most that a set of origins is worth when any two that may share a source are counted as one of the two.

Exact: the heaviest set without a suspected link inside. Adding an origin never lowers it, adding a suspicion never
raises it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

#: Origins of one linked cluster that are searched exactly. Heavier ones first; a cluster beyond this is not a set of
#: reports but an attack, and what lies beyond only ever lowers the lower bound.
_MAX_CLUSTER = 28

Neighbours = Mapping[str, frozenset[str]]


def neighbours_of(keys: Iterable[str], links: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """For each key the others it is linked to; links to unknown keys and to itself are ignored."""
    near: dict[str, set[str]] = {key: set() for key in keys}
    for a, b in links:
        if a != b and a in near and b in near:
            near[a].add(b)
            near[b].add(a)
    return {key: frozenset(linked) for key, linked in near.items()}


def heaviest(weights: Mapping[str, int], near: Neighbours) -> int:
    """The weight of the heaviest set of keys without a link between any two."""
    if not any(near.get(key) for key in weights):
        return sum(weights.values())
    return sum(_heaviest_in(cluster, weights, near) for cluster in _clusters(weights, near))


def _clusters(weights: Mapping[str, int], near: Neighbours) -> list[frozenset[str]]:
    left, found = dict.fromkeys(sorted(weights)), []
    while left:
        reached, edge = set(), [next(iter(left))]
        while edge:
            key = edge.pop()
            if key in left:
                del left[key]
                reached.add(key)
                edge.extend(near.get(key, frozenset()))
        found.append(frozenset(reached))
    return found


def _heaviest_in(cluster: frozenset[str], weights: Mapping[str, int], near: Neighbours) -> int:
    if len(cluster) > _MAX_CLUSTER:
        cluster = frozenset(sorted(cluster, key=lambda key: (-weights[key], key))[:_MAX_CLUSTER])
    return _search(cluster, weights, near)


def _search(keys: frozenset[str], weights: Mapping[str, int], near: Neighbours) -> int:
    """Branch on the most linked key: either it is in, and its neighbours out, or it is out."""
    if not keys:
        return 0
    pivot = max(sorted(keys), key=lambda key: len(near.get(key, frozenset()) & keys))
    linked = near.get(pivot, frozenset()) & keys
    if not linked:
        return sum(weights[key] for key in keys)
    rest = keys - {pivot}
    return max(weights[pivot] + _search(rest - linked, weights, near), _search(rest, weights, near))
