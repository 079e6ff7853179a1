"""Turns world-atlas' TopoJSON of Natural Earth into the small base map that Trucewatch carries.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/basemap.py package/countries-50m.json src/trucewatch/publish/basemap/natural_earth_50m.bin

Decides what is kept (the land's outlines, and the lines that two countries share) and in what form. Names and
identities of countries are left out on purpose: the map is for orientation and asserts nothing about status.
The form is described in ``trucewatch/publish/basemap/__init__.py``, which reads it.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

STEPS_PER_DEGREE = 500  # 220 m at the equator: finer than the source, which is drawn for 1:50 million

Point = tuple[int, int]
Line = list[Point]


def read_arcs(topology: dict[str, Any]) -> list[Line]:
    """The arcs with their deltas added up and their coordinates in our steps."""
    (scale_x, scale_y), (shift_x, shift_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        line: Line = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            point = round((x * scale_x + shift_x) * STEPS_PER_DEGREE), round((y * scale_y + shift_y) * STEPS_PER_DEGREE)
            if not line or line[-1] != point:
                line.append(point)
        arcs.append(line)
    return arcs


def rings_of(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """Every ring of a geometry as arc numbers (``~n`` is arc ``n`` backwards)."""
    if geometry["type"] == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from rings_of(part)
    elif geometry["type"] == "Polygon":
        yield from geometry["arcs"]
    elif geometry["type"] == "MultiPolygon":
        for polygon in geometry["arcs"]:
            yield from polygon


def join(ring: Iterable[int], arcs: list[Line]) -> Line:
    """One closed ring without its repeated last point."""
    points: Line = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc if not points else arc[1:])
    return points[:-1] if len(points) > 1 and points[0] == points[-1] else points


def shared_arcs(countries: dict[str, Any]) -> list[int]:
    """The arcs that two countries use: land boundaries."""
    uses = Counter(
        number if number >= 0 else ~number
        for country in countries["geometries"]
        for number in {n if n >= 0 else ~n for ring in rings_of(country) for n in ring}
    )
    return sorted(number for number, count in uses.items() if count > 1)


def varint(value: int) -> bytes:
    """Zigzag, then seven bits a byte, the lowest first."""
    left = (value << 1) if value >= 0 else ((-value << 1) - 1)
    out = bytearray()
    while left > 0x7F:
        out.append(left & 0x7F | 0x80)
        left >>= 7
    out.append(left)
    return bytes(out)


def pack(lines: list[Line]) -> bytes:
    """The count of lines, then each as its count of points and their differences."""
    out = bytearray(varint(len(lines)))
    for line in lines:
        out += varint(len(line))
        x = y = 0
        for px, py in line:
            out += varint(px - x) + varint(py - y)
            x, y = px, py
    return bytes(out)


def main(source: str, target: str) -> None:
    """Read the TopoJSON, write the base map."""
    topology = json.loads(Path(source).read_bytes())
    arcs = read_arcs(topology)
    land = [ring for arc_ring in rings_of(topology["objects"]["land"]) if len(ring := join(arc_ring, arcs)) > 2]
    boundaries = [arcs[number] for number in shared_arcs(topology["objects"]["countries"]) if len(arcs[number]) > 1]
    body = varint(STEPS_PER_DEGREE) + pack(land) + pack(boundaries)
    Path(target).write_bytes(b"TWMAP1\n" + zlib.compress(body, 9))


if __name__ == "__main__":
    main(*sys.argv[1:3])
