"""GeoJSON as rings, lines and points in millionths of a degree.

Decides whether a drawing makes sense: its type, its numbers, that rings close. Never decides what it stands for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from trucewatch.situation.agreements.model import Vertex

MAX_VERTICES = 20_000  # a drawing by hand; a coast line to the metre belongs elsewhere

_MILLIONTHS = 1_000_000
_RING = 4  # positions: a triangle and the return to its first corner
_MEMBERS = {"FeatureCollection": "features", "GeometryCollection": "geometries"}


class GeometryError(ValueError):
    """What is wrong with a drawing, and what to try."""

    def __init__(self, why: str, try_: str) -> None:
        super().__init__(why)
        self.try_ = try_


@dataclass(frozen=True, slots=True)
class Geometry:
    """What is drawn. A point is a line of one vertex."""

    rings: tuple[tuple[Vertex, ...], ...] = ()
    lines: tuple[tuple[Vertex, ...], ...] = ()


def read_geometry(text: str) -> Geometry:
    """The drawing that ``text`` holds. Raises GeometryError."""
    try:
        raw = json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    except RecursionError:
        raise GeometryError("it nests too deeply", "leave only one geometry in it") from None
    except ValueError as error:
        raise GeometryError(f"it is not JSON ({error})", "paste the GeoJSON between ''' and '''") from None
    rings: list[tuple[Vertex, ...]] = []
    lines: list[tuple[Vertex, ...]] = []
    for kind, coordinates in _geometries(raw):
        (rings if kind == "Polygon" else lines).extend(_parts(kind, coordinates))
    if not rings and not lines:
        raise GeometryError("nothing is drawn in it", "give it a Polygon, a LineString or a Point")
    if sum(map(len, [*rings, *lines])) > MAX_VERTICES:
        raise GeometryError(f"it has more than {MAX_VERTICES:,} positions", "draw it more coarsely, with a margin_km")
    return Geometry(tuple(rings), tuple(lines))


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _geometries(raw: Any) -> Iterator[tuple[str, Any]]:
    """Simple geometries with their coordinates: features, collections and multiples taken apart."""
    if not isinstance(raw, Mapping) or not isinstance(raw.get("type"), str):
        raise GeometryError('it has no "type"', 'such as {"type": "Point", "coordinates": [11.2, 47.5]}')
    kind = raw["type"]
    if kind == "Feature":
        yield from _geometries(raw.get("geometry"))
    elif kind in _MEMBERS:
        for member in _listed(raw.get(_MEMBERS[kind]), _MEMBERS[kind]):
            yield from _geometries(member)
    elif kind.removeprefix("Multi") in {"Point", "LineString", "Polygon"}:
        given = _listed(raw.get("coordinates"), "coordinates")
        yield from ((kind.removeprefix("Multi"), each) for each in (given if kind.startswith("Multi") else [given]))
    else:
        raise GeometryError(f'"{kind[:40]}" is no GeoJSON type', "use Polygon, LineString, Point, or Multi of these")


def _listed(value: Any, what: str) -> list[Any]:
    if not isinstance(value, list):
        raise GeometryError(f'it has no list of "{what}"', "see RFC 7946")
    return value


def _parts(kind: str, coordinates: Any) -> Iterator[tuple[Vertex, ...]]:
    if kind == "Point":
        yield (_vertex(coordinates),)
    elif kind == "LineString":
        yield tuple(map(_vertex, _listed(coordinates, "coordinates")))
    else:
        for ring in _listed(coordinates, "coordinates"):
            corners = tuple(map(_vertex, _listed(ring, "coordinates")))
            if len(corners) < _RING or corners[0] != corners[-1]:
                raise GeometryError("a ring of its polygon does not close", "end each ring with its first position")
            yield corners


def _vertex(position: Any) -> Vertex:
    numbers = position[:2] if isinstance(position, list) else []
    is_pair = len(numbers) == 2 and all(isinstance(n, int | Decimal) and not isinstance(n, bool) for n in numbers)
    if not is_pair:
        raise GeometryError("a position is not two numbers", "write each as [longitude, latitude]")
    lon, lat = (Decimal(number) for number in numbers)
    if abs(lat) > 90 and abs(lon) <= 90 and abs(lat) <= 180:
        raise GeometryError(f"[{lon}, {lat}] has no such latitude", "GeoJSON writes longitude first: swap the two")
    if abs(lat) > 90 or abs(lon) > 180:
        raise GeometryError(f"[{lon}, {lat}] is not on this planet", "longitude is -180 to 180, latitude -90 to 90")
    return scaled(lat, _MILLIONTHS), scaled(lon, _MILLIONTHS)


def scaled(number: Decimal | None, parts: int) -> int:
    """A number of a file in whole parts, so many to one; 0 where it is missing."""
    return int(((number or Decimal()) * parts).to_integral_value(ROUND_HALF_EVEN))
