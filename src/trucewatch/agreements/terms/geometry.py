"""How far a place lies inside or outside a drawn area, in whole millimetres.

Decides distances on a plane laid around the place asked about; integers throughout, so that every machine agrees.
Within 200 km the plane is off by less than one part in 500. Never decides what follows from a distance.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from trucewatch.situation import Area

_MM_PER_MILLIONTH = 111_195  # micrometres in a millionth of a degree of latitude, on a sphere of 6,371 km
_TURN_E6 = 360_000_000
_DEGREE_E6 = 1_000_000
_COSINES = tuple(round(1_000_000 * math.cos(math.radians(degree))) for degree in range(92))  # millionths

Point = tuple[int, int]


def depth_m(area: Area, lat_e6: int, lon_e6: int) -> int:
    """Metres from the place to the edge of what is drawn: positive inside, negative outside, rounded down."""
    rings = [_flat(ring, lat_e6, lon_e6) for ring in area.rings]
    lines = [_flat(line, lat_e6, lon_e6) for line in area.lines]
    nearest = min(_distance(part) for part in (*rings, *lines))
    is_inside = sum(_crossings(ring) for ring in rings) % 2 == 1
    return (nearest if is_inside else -nearest) // 1000


def _flat(corners: Sequence[tuple[int, int]], lat_e6: int, lon_e6: int) -> list[Point]:
    """The corners in millimetres east and north of the place."""
    return [_point(lat, lon, lat_e6, lon_e6) for lat, lon in corners]


def _point(lat: int, lon: int, lat_e6: int, lon_e6: int) -> Point:
    east = (lon - lon_e6 + _TURN_E6 // 2) % _TURN_E6 - _TURN_E6 // 2
    cosine = _cosine(abs(lat + lat_e6) // 2)
    return east * cosine * _MM_PER_MILLIONTH // 1_000_000_000, (lat - lat_e6) * _MM_PER_MILLIONTH // 1000


def _cosine(lat_e6: int) -> int:
    degree, rest = divmod(lat_e6, _DEGREE_E6)
    here, after = _COSINES[degree], _COSINES[degree + 1]
    return here + (after - here) * rest // _DEGREE_E6


def _sides(corners: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    yield from pairwise(corners) if len(corners) > 1 else [(corners[0], corners[0])]


def _distance(corners: Sequence[Point]) -> int:
    """Millimetres from the origin to the nearest side."""
    return min(_to_side(*side) for side in _sides(corners))


def _to_side(a: Point, b: Point) -> int:
    (ax, ay), (bx, by) = a, b
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = -(ax * dx + ay * dy)
    if length == 0 or along <= 0:
        return math.isqrt(ax * ax + ay * ay)
    if along >= length:
        return math.isqrt(bx * bx + by * by)
    across = ax * by - ay * bx
    return math.isqrt(across * across // length)


def _crossings(ring: Sequence[Point]) -> int:
    """How often a ray to the east of the origin crosses the ring."""
    count = 0
    for (ax, ay), (bx, by) in _sides(ring):
        if (ay > 0) != (by > 0):
            turn = ax * by - bx * ay
            count += (turn > 0) == (by > ay)
    return count
