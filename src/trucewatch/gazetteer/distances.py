"""Distances and bearings on a sphere, in whole metres and millionths of a degree.

Never uses a float on what is stored: the cosines are a table of integers.
"""

from __future__ import annotations

import math

_MILLIONTH_M_E6 = 111_195  # micrometres in a millionth of a degree of latitude, on a sphere of 6,371 km
_TURN_E6 = 360_000_000
_COSINES = tuple(round(10_000 * math.cos(math.radians(degree))) for degree in range(91))  # parts in 10,000
_BEARINGS = {
    "n": (10_000, 0), "ne": (7_071, 7_071), "e": (0, 10_000), "se": (-7_071, 7_071),
    "s": (-10_000, 0), "sw": (-7_071, -7_071), "w": (0, -10_000), "nw": (7_071, -7_071),
    "nne": (9_239, 3_827), "ene": (3_827, 9_239), "ese": (-3_827, 9_239), "sse": (-9_239, 3_827),
    "ssw": (-9_239, -3_827), "wsw": (-3_827, -9_239), "wnw": (3_827, -9_239), "nnw": (9_239, -3_827),
}  # fmt: skip
_POLE_E6 = 90_000_000


def apart_m(lat_e6: int, lon_e6: int, other_lat_e6: int, other_lon_e6: int) -> int:
    """Metres between two points."""
    north = abs(lat_e6 - other_lat_e6)
    east = abs(lon_e6 - other_lon_e6) % _TURN_E6
    east = min(east, _TURN_E6 - east)
    middle = abs(lat_e6 + other_lat_e6) // 2 // 1_000_000
    east = east * _COSINES[min(middle, 90)] // 10_000
    return math.isqrt(north * north + east * east) * _MILLIONTH_M_E6 // 1_000_000


def moved(lat_e6: int, lon_e6: int, bearing: str, distance_m: int) -> tuple[int, int]:
    """The point so many metres away in a direction ("ne"), never past a pole."""
    north, east = _BEARINGS[bearing]
    up = distance_m * north // 10_000 * 1_000_000 // _MILLIONTH_M_E6
    cosine = max(_COSINES[min(abs(lat_e6) // 1_000_000, 90)], 1)
    right = distance_m * east // cosine * 1_000_000 // _MILLIONTH_M_E6
    lat = min(max(lat_e6 + up, -_POLE_E6), _POLE_E6)
    return lat, (lon_e6 + right + _TURN_E6 // 2) % _TURN_E6 - _TURN_E6 // 2
