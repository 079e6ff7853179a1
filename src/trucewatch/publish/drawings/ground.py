"""The base map in a frame as SVG path data: land, boundaries, graticule, scale.

Decides which lines are in view and how finely they are written. Only what is in view enters a bulletin.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from trucewatch.publish.basemap import Shape, load
from trucewatch.publish.drawings.frame import HEIGHT, WIDTH, Frame

_SPILL = 20  # drawing units around the frame, so that no cut edge shows
_LEFT, _TOP, _RIGHT, _BOTTOM = -_SPILL, -_SPILL, WIDTH + _SPILL, HEIGHT + _SPILL
_GRID_STEPS = (30, 20, 10, 5, 2, 1, 0.5, 0.25, 0.1)  # degrees
_GRID_LINES = 3  # at least as many meridians
_SCALE_SHARE = 0.28  # of the width, at most

Point = tuple[float, float]


def land_path(frame: Frame) -> str:
    """All land in view as one path."""
    rings = (_clip(ring) for ring in _in_view(frame, load().land))
    return "".join(_path(ring, closed=True) for ring in rings if len(ring) > 2)


def boundary_path(frame: Frame) -> str:
    """All land boundaries in view as one path."""
    return "".join(_path(part, closed=False) for line in _in_view(frame, load().boundaries) for part in _visible(line))


def _in_view(frame: Frame, shapes: Iterable[Shape]) -> Iterator[list[Point]]:
    west, south, east, north = frame.bounds
    for shape in shapes:
        for turn in (-360.0, 0.0, 360.0):
            if shape.touches(west - turn, south, east - turn, north):
                yield [frame.project(lon + turn, lat) for lon, lat in shape.points]


def _clip(ring: list[Point]) -> list[Point]:
    """Sutherland and Hodgman: the ring cut to the frame, one edge after another."""
    edges = ((0, _LEFT, 1), (0, _RIGHT, -1), (1, _TOP, 1), (1, _BOTTOM, -1))
    for axis, limit, sign in edges:
        kept: list[Point] = []
        for here, there in zip(ring, ring[1:] + ring[:1], strict=True):
            is_in, will_be_in = (here[axis] - limit) * sign >= 0, (there[axis] - limit) * sign >= 0
            if is_in:
                kept.append(here)
            if is_in != will_be_in:
                kept.append(_crossing(here, there, axis, limit))
        ring = kept
    return ring


def _crossing(here: Point, there: Point, axis: int, limit: float) -> Point:
    share = (limit - here[axis]) / (there[axis] - here[axis])
    other = here[1 - axis] + share * (there[1 - axis] - here[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def _visible(line: list[Point]) -> Iterator[list[Point]]:
    """The stretches of a line whose segments may cross the frame."""
    part: list[Point] = []
    for here, there in pairwise(line):
        misses = (
            max(here[0], there[0]) < _LEFT
            or min(here[0], there[0]) > _RIGHT
            or max(here[1], there[1]) < _TOP
            or min(here[1], there[1]) > _BOTTOM
        )
        if misses:
            if part:
                yield part
            part = []
        else:
            part = [*part, there] if part else [here, there]
    if part:
        yield part


def _path(points: Sequence[Point], *, closed: bool) -> str:
    """Path data to a tenth of a unit, without repeated points."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    kept = [point for before, point in zip([None, *tenths], tenths, strict=False) if point != before]
    if len(kept) < (3 if closed else 2):
        return ""
    words = " ".join(f"{_tenth(x)},{_tenth(y)}" for x, y in kept)
    return f"M{words}{'Z' if closed else ''}"


def _tenth(tenths: int) -> str:
    whole, rest = divmod(abs(tenths), 10)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"


def graticule(frame: Frame) -> tuple[list[tuple[float, str]], list[tuple[float, str]]]:
    """Meridians as (x, label) and parallels as (y, label)."""
    west, south, east, north = frame.bounds
    step = next((step for step in _GRID_STEPS if (east - west) / step >= _GRID_LINES), _GRID_STEPS[-1])
    meridians = [(frame.project(lon, 0)[0], _degrees(lon, "E", "W")) for lon in _multiples(west, east, step)]
    parallels = [
        (frame.project(0, lat)[1], _degrees(lat, "N", "S")) for lat in _multiples(south, north, step) if abs(lat) <= 90
    ]
    return meridians, parallels


def _multiples(low: float, high: float, step: float) -> list[float]:
    return [number * step for number in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _degrees(value: float, plus: str, minus: str) -> str:
    if plus == "E":
        value = (value + 180) % 360 - 180
    number = f"{abs(value):.2f}".rstrip("0").rstrip(".")
    return f"{number}°" if value == 0 else f"{number}° {plus if value > 0 else minus}"


def scale_bar(frame: Frame) -> tuple[int, float]:
    """A round number of kilometres, and its length in drawing units."""
    most = WIDTH * _SCALE_SHARE * frame.km_per_unit
    power = 10 ** math.floor(math.log10(most))
    kilometres = next(int(times * power) for times in (5, 2, 1) if times * power <= most) if power >= 1 else 1
    return kilometres, frame.units(kilometres)
