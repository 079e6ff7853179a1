r"""Coasts and land boundaries for orientation: reads the package's base map, and returns the part that is in view.

Decides which lines lie in a frame. Never names a country: the file holds no names, and every boundary is alike.

``natural_earth_50m.bin`` is ``TWMAP1\n`` followed by a zlib stream of zigzag varints: the steps per degree; the count
of land rings and, for each, its count of points and their (longitude, latitude) differences; then the same for
boundary lines. ``tools/basemap.py`` writes it; PROVENANCE.md says from what.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Point = tuple[float, float]  # longitude, latitude in degrees
Line = tuple[Point, ...]

_MAGIC = b"TWMAP1\n"
_MAX_BYTES = 4_000_000  # ten times the file as shipped


@dataclass(frozen=True, slots=True)
class Shape:
    """One line or ring and the box around it."""

    west: float
    south: float
    east: float
    north: float
    points: Line

    def touches(self, west: float, south: float, east: float, north: float) -> bool:
        """Whether the boxes overlap."""
        return self.west <= east and self.east >= west and self.south <= north and self.north >= south


@dataclass(frozen=True, slots=True)
class BaseMap:
    """``land`` are closed rings (first point not repeated), ``boundaries`` open lines."""

    land: tuple[Shape, ...]
    boundaries: tuple[Shape, ...]


def _integers(body: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in body:
        value |= (byte & 0x7F) << shift
        if byte & 0x80:
            shift += 7
            continue
        yield (value >> 1) if not value & 1 else -((value + 1) >> 1)
        value = shift = 0


def _shapes(numbers: Iterator[int], steps: int) -> Iterator[Shape]:
    for _ in range(next(numbers)):
        x = y = 0
        points = []
        for _ in range(next(numbers)):
            x, y = x + next(numbers), y + next(numbers)
            points.append((x / steps, y / steps))
        east_west = [point[0] for point in points]
        north_south = [point[1] for point in points]
        yield Shape(min(east_west), min(north_south), max(east_west), max(north_south), tuple(points))


@cache
def load() -> BaseMap:
    """The whole base map, read once."""
    return decode(files(__package__).joinpath("natural_earth_50m.bin").read_bytes())


def decode(packed: bytes) -> BaseMap:
    """A base map from its bytes."""
    body = zlib.decompressobj().decompress(packed.removeprefix(_MAGIC), _MAX_BYTES)
    numbers = _integers(body)
    steps = next(numbers)
    land = tuple(_shapes(numbers, steps))
    return BaseMap(land, tuple(_shapes(numbers, steps)))
