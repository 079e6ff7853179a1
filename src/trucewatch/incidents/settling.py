"""What reviewers' merges and splits make of the incidents that the engine filed.

A split says of two sets of mentions that they are never of one thing, a merge that they are. A split always holds: a
merge that would break one is not applied and becomes a conflict for all to see. The engine's own filing is left as it
is, so that taking a judgement back restores what was. Ids follow the first telling, whoever merges in which order.
Never decides which mentions are alike: ``prefer`` does, for those that no judgement speaks of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.values import make_id

#: Which of several sets of mentions one more mention belongs to, by number.
Prefer = Callable[[str, Sequence[Sequence[str]]], int]


@dataclass(frozen=True, slots=True)
class Bond:
    """One standing merge or split: what it says of two sets of mentions."""

    judgement: str
    is_merge: bool
    sides: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Settled:
    """The incident of each mention, and the merges that could not be applied because of a split."""

    homes: Mapping[str, str]
    conflicts: tuple[str, ...]


def settle(filed: Mapping[str, str], bonds: Sequence[Bond], prefer: Prefer) -> Settled:
    """``filed``: mentions in log order, with the incident that the engine filed each under; ``bonds`` in log order."""
    apart = _apart(bond for bond in bonds if not bond.is_merge)
    clusters = _split(filed, apart, prefer)
    conflicts = [bond.judgement for bond in bonds if bond.is_merge and not _merge(clusters, bond, apart)]
    order = {mention: at for at, mention in enumerate(filed)}
    homes = {}
    for cluster in clusters:
        held = sorted(cluster, key=order.__getitem__)
        homes.update(dict.fromkeys(held, _named(held, filed)))
    return Settled({mention: homes[mention] for mention in filed}, tuple(conflicts))


def _apart(splits: Iterable[Bond]) -> Mapping[str, frozenset[str]]:
    """For each mention those that it is never with."""
    found: dict[str, set[str]] = {}
    for split in splits:
        for side, other in (split.sides, split.sides[::-1]):
            for mention in side:
                found.setdefault(mention, set()).update(other)
    return {mention: frozenset(others) for mention, others in found.items()}


def _split(filed: Mapping[str, str], apart: Mapping[str, frozenset[str]], prefer: Prefer) -> list[list[str]]:
    """The engine's incidents, each parted where mentions of it are kept apart.

    Mentions that a split speaks of come first: whatever arrives later finds the parts as the reviewer left them.
    """
    parts: dict[str, list[list[str]]] = {}
    for mention in sorted(filed, key=lambda each: each not in apart):
        own = parts.setdefault(filed[mention], [])
        against = apart.get(mention, frozenset())
        open_ = [part for part in own if against.isdisjoint(part)]
        if not open_:
            own.append([mention])
        else:
            open_[prefer(mention, open_) if len(open_) > 1 else 0].append(mention)
    return [part for own in parts.values() for part in own]


def _merge(clusters: list[list[str]], bond: Bond, apart: Mapping[str, frozenset[str]]) -> bool:
    """Join, in place, the clusters that the two sides lie in, as far as no split forbids it; whether any of the one
    side then lies with any of the other.
    """
    ours, theirs = (frozenset(side) for side in bond.sides)
    touched = [cluster for cluster in clusters if not (ours | theirs).isdisjoint(cluster)]
    if not any(ours.intersection(each) for each in touched) or not any(theirs.intersection(each) for each in touched):
        return True  # one side is told no more: nothing to join, and nothing in the way
    joined: list[list[str]] = []
    for cluster in touched:
        against = frozenset(other for mention in cluster for other in apart.get(mention, ()))
        home = next((each for each in joined if against.isdisjoint(each)), None)
        if home is None:
            joined.append(cluster)
        else:
            home.extend(cluster)
            clusters.remove(cluster)
    return any(not ours.isdisjoint(each) and not theirs.isdisjoint(each) for each in joined)


def _named(held: Sequence[str], filed: Mapping[str, str]) -> str:
    """The id of the engine's incident that was told first, if its founder is here; else that of the first mention."""
    for mention in held:
        if make_id("inc", mention) == filed[mention]:
            return filed[mention]
    return make_id("inc", held[0])
