"""Coordinates that look wrong though no rule forbids them: in the open sea, or far from the state that a place claims.

Decides by the populated places of the gazetteer around the point, coarsely. Doubts are said and refuse nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.gazetteer import states_near
from trucewatch.situation.model import Place, Situation

_REACH_M = 60_000  # farther from any populated place there is sea, desert or ice
_AT_SEA = frozenset({"sea", "line"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """What looks wrong about a place, why, and what to try."""

    place: str
    what: str
    why: str
    try_: str

    def __str__(self) -> str:
        return f"{self.what}: {self.why}"


def find_doubts(situation: Situation) -> tuple[Doubt, ...]:
    """Every place whose coordinates look wrong, in the file's order."""
    return tuple(doubt for place in situation.places for doubt in _doubts(place))


def _doubts(place: Place) -> Iterator[Doubt]:
    reach = _REACH_M + place.radius_m
    near = states_near(place.lat_e6, place.lon_e6, reach)
    km = reach // 1000
    if not near and place.kind not in _AT_SEA:
        why = f"no populated place is known within {km} km of its coordinates"
        yield Doubt(place.id, f'place "{place.id}" may lie in the sea', why, 'check lat and lon, or say kind = "sea"')
    if near and place.state and place.state not in near:
        why = f"the populated places within {km} km of its coordinates are of {', '.join(sorted(near))}"
        what = f'place "{place.id}" may not lie in {place.state}'
        yield Doubt(place.id, what, why, "check lat, lon and state")
