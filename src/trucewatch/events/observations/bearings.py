"""Where something is that lies so far off in such a direction: an area, wide where the distance or the bearing is.

Decides the area with whole numbers alone, so that every machine finds the same one.
"""

from __future__ import annotations

from dataclasses import replace

from trucewatch.values import Nearness, Where

#: Cosine of every fifth degree from 0 to 90, in ten-thousandths.
_COSINES = (
    10000,
    9962,
    9848,
    9659,
    9397,
    9063,
    8660,
    8192,
    7660,
    7071,
    6428,
    5736,
    5000,
    4226,
    3420,
    2588,
    1736,
    872,
    0,
)
#: Point of the compass -> how far north and east it leads, in ten-thousandths.
_STEPS = {
    "north": (10000, 0), "north-north-east": (9239, 3827), "north-east": (7071, 7071),
    "east-north-east": (3827, 9239), "east": (0, 10000), "east-south-east": (-3827, 9239),
    "south-east": (-7071, 7071), "south-south-east": (-9239, 3827), "south": (-10000, 0),
    "south-south-west": (-9239, -3827), "south-west": (-7071, -7071), "west-south-west": (-3827, -9239),
    "west": (0, -10000), "west-north-west": (3827, -9239), "north-west": (7071, -7071),
    "north-north-west": (9239, -3827),
}  # fmt: skip
_METRES_PER_DEGREE = 111_320
_MILLION = 1_000_000
_HALF_WIDTH = (414, 199)  # half the width of an eighth and of a sixteenth of the compass, per mille of the distance
_FURTHEST = 500_000  # metres: beyond, nobody hears or sees


def lies_away(base: Where, low: int, high: int, bearing: str) -> Where | None:
    """The area ``low`` to ``high`` metres from a place, in that direction; None where the place is not located."""
    if base.lat_e6 is None or base.lon_e6 is None or base.radius_m is None or high > _FURTHEST:
        return None
    if bearing not in _STEPS:  # somewhere on a ring
        return replace(base, nearness=Nearness.NEAR, radius_m=base.radius_m + high)
    north, east = _STEPS[bearing]
    middle = (low + high) // 2
    lat = base.lat_e6 + middle * north * _MILLION // (10_000 * _METRES_PER_DEGREE)
    wide = max(1, _METRES_PER_DEGREE * _cosine(base.lat_e6) // 10_000)
    lon = base.lon_e6 + middle * east * _MILLION // (10_000 * wide)
    spread = high * _HALF_WIDTH[bearing.count("-") == 2] // 1000
    radius = base.radius_m + (high - low) // 2 + spread
    return replace(base, place=None, nearness=Nearness.NEAR, lat_e6=lat, lon_e6=lon, radius_m=radius)


def _cosine(lat_e6: int) -> int:
    """Of a latitude, in ten-thousandths, between the two nearest of the table."""
    step, rest = divmod(min(abs(lat_e6), 89_999_999), 5 * _MILLION)
    return _COSINES[step] + (_COSINES[step + 1] - _COSINES[step]) * rest // (5 * _MILLION)
