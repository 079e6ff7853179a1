"""Names that mean more than one thing in a situation. That is allowed, and said: a report that uses one stays unclear.

Never chooses between the meanings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.situation.model import Body, Party, Person, Situation


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """One name and the ids that share it, sorted. ``kind`` is place or who."""

    kind: str
    name: str
    ids: tuple[str, ...]

    @property
    def try_(self) -> str:
        """What to do about it."""
        return "keep the name with the one that reports mean by it, or leave it, if they may mean either"

    def __str__(self) -> str:
        meanings = " or ".join(f'"{identifier}"' for identifier in self.ids)
        return f'the name "{self.name}" can mean {meanings}: reports that use it stay ambiguous'


def find_ambiguities(situation: Situation) -> tuple[Ambiguity, ...]:
    """Every name shared by two places, or by two of the parties, bodies and people; sorted."""
    owners: dict[tuple[str, str], tuple[str, set[str]]] = {}
    for kind, name, identifier in _names(situation):
        owners.setdefault((kind, name.casefold()), (name, set()))[1].add(identifier)
    shared = [Ambiguity(kind, name, tuple(sorted(ids))) for (kind, _), (name, ids) in owners.items() if len(ids) > 1]
    return tuple(sorted(shared, key=lambda ambiguity: (ambiguity.kind, ambiguity.name.casefold())))


def _names(situation: Situation) -> Iterator[tuple[str, str, str]]:
    for place in situation.places:
        for name in (place.name, *place.aliases):
            yield "place", name, place.id
    everybody: tuple[Party | Body | Person, ...] = (*situation.parties, *situation.bodies, *situation.people)
    for who in everybody:
        for name in (who.name, *who.aliases):
            yield "who", name, who.id
