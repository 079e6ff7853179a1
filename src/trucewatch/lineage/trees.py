"""A story as a tree: what each of its documents hangs from.

Decides how relations whose order is not known are turned: away from the root that the known ones leave, which is the
document received first where they leave several. Never adds or drops a relation.
"""

from __future__ import annotations

from collections.abc import Mapping

from trucewatch.lineage.model import Derivation, Direction, Story


def hold_of(story: Story) -> dict[str, tuple[str, Derivation]]:
    """For each document but the root, the document it hangs from and the relation that says so."""
    beside = _beside(story)
    holds: dict[str, tuple[str, Derivation]] = {}
    root = _root(story, beside)
    waiting = [root]
    while waiting:
        above = waiting.pop()
        for below, edge in beside[above]:
            if below != root and below not in holds:
                holds[below] = (above, edge)
                waiting.append(below)
    return holds


def root_of(story: Story) -> str:
    """The first document of the one group, joined by relations of unknown order, that derives from nothing outside."""
    return _root(story, _beside(story))


def _root(story: Story, beside: Mapping[str, list[tuple[str, Derivation]]]) -> str:
    derived = {edge.child for edge in story.derivations if edge.direction is not Direction.UNKNOWN}
    grouped: set[str] = set()
    for name in story.documents:
        if name in grouped:
            continue
        group = _group(name, beside)
        grouped |= group
        if derived.isdisjoint(group):
            return name
    return story.documents[0]


def _beside(story: Story) -> dict[str, list[tuple[str, Derivation]]]:
    beside: dict[str, list[tuple[str, Derivation]]] = {name: [] for name in story.documents}
    for edge in story.derivations:
        beside[edge.child].append((edge.parent, edge))
        beside[edge.parent].append((edge.child, edge))
    return beside


def _group(name: str, beside: Mapping[str, list[tuple[str, Derivation]]]) -> set[str]:
    group, waiting = {name}, [name]
    while waiting:
        for other, edge in beside[waiting.pop()]:
            if edge.direction is Direction.UNKNOWN and other not in group:
                group.add(other)
                waiting.append(other)
    return group
