"""The areas that place expressions give: around a place, so far from it some way, in a part of it, between two.

Decides how wide the words leave a place. Never makes an area smaller than the words allow.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from trucewatch.gazetteer import apart_m, moved
from trucewatch.situation.model import Place
from trucewatch.values import Nearness, Where

_COMPASS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_LETTERS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")
#: Words for a direction, and words for the part of an area that lies there.
BEARINGS = {
    word: letters for name, letters in zip(_COMPASS, _LETTERS, strict=True) for word in (name, name.replace("-", ""))
}
PARTS = {f"{word}ern": letters for word, letters in BEARINGS.items()}
_NEAR_RADIUS_M = 30_000  # how far "near" a town reaches in agency copy: a district's width
_MARGIN = 5  # a named distance is rounded: a fifth is added to it
_POINT_RADIUS_M = 2_000  # and two kilometres for where it is measured from


@dataclass(slots=True)
class Found:
    """One place expression by token indices: the name, and the words that show it to be a place.

    ``distance_m`` and ``bearing`` ("ne") say how far from the place and in which direction, as far as the words do.
    ``part`` is the bearing of the part of the place that is meant.
    """

    start: int
    end: int
    nearness: Nearness
    places: tuple[Place, ...] = ()
    distance_m: int = 0
    is_area: bool = False
    bearing: str = ""
    part: str = ""


def located(where: Where, place: Place, distance_m: int = 0, bearing: str = "", part: str = "") -> Where:
    """The place expression within the area of a place, wider where it is only near it."""
    lat, lon, radius = place.lat_e6, place.lon_e6, place.radius_m
    if where.nearness is Nearness.NEAR and distance_m and bearing:
        lat, lon = moved(lat, lon, bearing, distance_m)
        radius = radius + distance_m // _MARGIN + _POINT_RADIUS_M
    elif where.nearness is Nearness.NEAR:
        stretch = distance_m + distance_m // _MARGIN + _POINT_RADIUS_M if distance_m else _NEAR_RADIUS_M
        radius = max(radius, stretch)
    elif part:
        lat, lon = moved(lat, lon, part, radius // 2)
        radius = radius * 2 // 3
    return replace(where, place=place.id, lat_e6=lat, lon_e6=lon, radius_m=radius)


def between(first: Where, second: Where) -> Where | None:
    """The stretch between two located places as one area, named as it is written; None where one is not located."""
    if first.lat_e6 is None or first.lon_e6 is None or second.lat_e6 is None or second.lon_e6 is None:
        return None
    if first.span is None or second.span is None:
        return None
    lat, lon = (first.lat_e6 + second.lat_e6) // 2, (first.lon_e6 + second.lon_e6) // 2
    apart = max(apart_m(lat, lon, first.lat_e6, first.lon_e6), apart_m(lat, lon, second.lat_e6, second.lon_e6))
    return Where(
        f"{first.name} and {second.name}",
        nearness=Nearness.WITHIN,
        lat_e6=lat,
        lon_e6=lon,
        radius_m=apart + max(first.radius_m or 0, second.radius_m or 0),
        span=first.span.to(second.span),
    )
