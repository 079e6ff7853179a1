"""Which place of the world a name means that the situation does not know.

Decides by what the report says ("X in Zed region", regions that it speaks of), then by what the situation is about: the
states of its parties and what lies around its places. A place elsewhere is meant only where it is large, or where the
report says in which region it lies. Where several remain they stay, the likeliest first; but a
city needs no explaining beside villages of its name, and entries of one name a few kilometres apart are one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from trucewatch.gazetteer import Toponym, apart_m, find_named
from trucewatch.situation.model import Place, Situation
from trucewatch.situation.placing import place_of

_AROUND_M = 100_000  # what lies so far from a place of the situation is in its neighbourhood
_WIDE_M = 50_000  # an area wider than this has no neighbourhood of its own
_LARGE = 100_000  # people: smaller places elsewhere in the world are not meant unless the report says so
_CITY, _TIMES = 50_000, 20  # so many people, and so many times those of all other places of the name
_ONE_M = 15_000  # entries of one name so near each other are one place
_SPILL = 10  # a tenth of its radius beyond a region's circle may still lie in it
MOST = 12  # candidates kept, the likeliest


@dataclass(frozen=True, slots=True)
class Parent:
    """A region or state that the report names: an area, a code of a region, or of a state."""

    lat_e6: int = 0
    lon_e6: int = 0
    radius_m: int = 0
    region: str = ""
    state: str = ""

    def holds(self, toponym: Toponym) -> bool:
        """Whether the place may lie in it."""
        if self.region:
            return toponym.region == self.region
        if self.state:
            return toponym.state == self.state
        reach = self.radius_m + self.radius_m // _SPILL
        return apart_m(self.lat_e6, self.lon_e6, toponym.lat_e6, toponym.lon_e6) <= reach


def parent_of(place: Place) -> Parent:
    """A region as a parent of other places."""
    return Parent(place.lat_e6, place.lon_e6, place.radius_m)


class World:
    """The places of the world as one situation sees them."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._states = frozenset(party.state for party in situation.parties if party.state)
        self._around = tuple(
            (place.lat_e6, place.lon_e6)
            for place in situation.places
            if place.radius_m <= _WIDE_M and (not place.state or place.state in self._states)
        )

    def is_here(self, toponym: Toponym) -> bool:
        """Whether the place lies in a state of a party, or around a place of the situation."""
        return toponym.state in self._states or any(
            apart_m(lat, lon, toponym.lat_e6, toponym.lon_e6) <= _AROUND_M for lat, lon in self._around
        )

    def here(self, toponyms: Sequence[Toponym]) -> tuple[Toponym, ...]:
        """Those of the places that lie where the situation is."""
        return tuple(toponym for toponym in toponyms if self.is_here(toponym))

    def _abroad(self, toponyms: Sequence[Toponym]) -> tuple[Toponym, ...]:
        return tuple(each for each in toponyms if each.population >= _LARGE)

    def meant(
        self,
        toponyms: Sequence[Toponym],
        told: Sequence[Parent],
        beside: Sequence[Parent],
        spoken_of: Sequence[Parent],
    ) -> tuple[Place, ...]:
        """The places that one of these names can mean, the likeliest first; () where none is likely.

        ``told`` are the parents that the words give it: where none of the places lies in one, none is meant. ``beside``
        are the parents that the sentence names, ``spoken_of`` all that the report does: they choose where they can.
        """
        found = _inside(toponyms, told) if told else _inside(toponyms, beside)
        if not found and not told:
            found = self.here(toponyms)
            found = _inside(found, spoken_of) or found or self._abroad(toponyms)
        return tuple(place_of(self._situation, each) for each in _one(found)[:MOST])


def _inside(toponyms: Sequence[Toponym], parents: Sequence[Parent]) -> tuple[Toponym, ...]:
    return tuple(toponym for toponym in toponyms if any(parent.holds(toponym) for parent in parents))


def villages(toponyms: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """Those that a report can call a village."""
    return tuple(toponym for toponym in toponyms if toponym.kind == "village")


def _one(toponyms: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    """The first alone where the others are the same place again, or nothing beside it."""
    if len(toponyms) < 2:
        return toponyms
    first, *others = toponyms
    is_one = all(apart_m(first.lat_e6, first.lon_e6, each.lat_e6, each.lon_e6) <= _ONE_M for each in others)
    is_city = first.population >= max(_CITY, _TIMES * sum(each.population for each in others))
    return (first,) if is_one or is_city else toponyms


def towns_here(name: str, situation: Situation) -> tuple[Place, ...]:
    """The towns of the name where the situation is, the likeliest first."""
    world = world_of(situation)
    return world.meant(world.here(find_named(name)), (), (), ())


@lru_cache(maxsize=8)
def world_of(situation: Situation) -> World:
    """The world of a situation."""
    return World(situation)
