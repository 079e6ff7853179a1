"""The map of a bulletin: areas with their radius to scale, over coasts, with a list of what could not be located.

Decides what is drawn where. Never draws a bare point: an area too small to see gets a dashed finder ring, which the
legend says is no extent. All numbers lead to the list beside the map, which says the same in words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.publish.drawings.frame import HEIGHT, WIDTH, Area, Frame, frame_of, unroll
from trucewatch.publish.drawings.ground import boundary_path, graticule, land_path, scale_bar
from trucewatch.publish.sheet.model import IncidentLine
from trucewatch.publish.shown import one_line
from trucewatch.situation.model import Place
from trucewatch.values import Where

_MICRO = 1_000_000
_FINDER = 11.0  # drawing units: the finder ring of an area too small to see
_SEEN = 9.0  # drawing units: from this radius on an area is seen, and holds its number
_LETTER = 6.2  # width of a label's letter in drawing units, for telling overlaps
_MOST_LABELS = 14


@dataclass(frozen=True, slots=True)
class Spot:
    """One area on the map with the incidents that share it."""

    x: float
    y: float
    radius: float
    finder: float  # 0 where the area itself can be seen
    numbers: tuple[int, ...]
    is_contested: bool
    label: str


@dataclass(frozen=True, slots=True)
class PlaceLabel:
    """A place's name, for orientation."""

    x: float
    y: float
    name: str


@dataclass(frozen=True, slots=True)
class Map:
    """Everything the template needs to draw, and the same in words."""

    width: int
    height: int
    land: str
    boundaries: str
    meridians: tuple[tuple[float, str], ...]
    parallels: tuple[tuple[float, str], ...]
    scale_km: int
    scale_units: float
    spots: tuple[Spot, ...]
    labels: tuple[PlaceLabel, ...]


def draw_map(incidents: Iterable[IncidentLine], places: tuple[Place, ...]) -> Map | None:
    """The map, or None where nothing is located."""
    groups = _by_area(incidents)
    if not groups:
        return None
    areas = unroll([_area(where) for where, _ in groups])
    frame = frame_of(areas)
    meridians, parallels = graticule(frame)
    scale_km, scale_units = scale_bar(frame)
    spots = sorted(
        (_spot(frame, area, lines) for area, (_, lines) in zip(areas, groups, strict=True)),
        key=lambda spot: (-spot.radius, spot.numbers),
    )
    return Map(
        WIDTH,
        HEIGHT,
        land_path(frame),
        boundary_path(frame),
        tuple((round(x, 1), label) for x, label in meridians),
        tuple((round(y, 1), label) for y, label in parallels),
        scale_km,
        round(scale_units, 1),
        tuple(spots),
        _labels(frame, places, spots),
    )


def _by_area(incidents: Iterable[IncidentLine]) -> list[tuple[Where, list[IncidentLine]]]:
    groups: dict[tuple[int | None, int | None, int | None], tuple[Where, list[IncidentLine]]] = {}
    for line in incidents:
        where = line.place
        if where is not None and where.is_located:
            groups.setdefault((where.lat_e6, where.lon_e6, where.radius_m), (where, []))[1].append(line)
    return list(groups.values())


def _area(where: Where) -> Area:
    return Area((where.lon_e6 or 0) / _MICRO, (where.lat_e6 or 0) / _MICRO, (where.radius_m or 0) / 1000)


def _spot(frame: Frame, area: Area, lines: list[IncidentLine]) -> Spot:
    x, y = frame.project(area.lon, area.lat)
    radius = frame.units(area.radius_km)
    return Spot(
        round(x, 1),
        round(y, 1),
        round(radius, 1),
        0 if radius >= _SEEN else _FINDER,
        tuple(line.number for line in lines),
        any(line.is_contested for line in lines),
        "; ".join(f"{line.number}. {line.title}, {line.where}" for line in lines),
    )


def _labels(frame: Frame, places: tuple[Place, ...], spots: list[Spot]) -> tuple[PlaceLabel, ...]:
    """Names of the situation's places in view, larger areas first, none over another name or a number."""
    taken = [_number_box(spot) for spot in spots]
    labels: list[PlaceLabel] = []
    for place in sorted(places, key=lambda each: (-each.radius_m, each.name, each.id)):
        lon = _near(place.lon_e6 / _MICRO, frame.lon)
        x, y = frame.project(lon, place.lat_e6 / _MICRO)
        name = one_line(place.name, 40)
        half = len(name) * _LETTER / 2
        box = _Box(x - half, y + 12, x + half, y + 26)
        if box.is_inside() and not any(box.overlaps(other) for other in taken):
            taken.append(box)
            labels.append(PlaceLabel(round(x, 1), round(y + 23, 1), name))
        if len(labels) == _MOST_LABELS:
            break
    return tuple(labels)


def _number_box(spot: Spot) -> _Box:
    """Where a spot's ring and numbers stand: inside an area that is seen, to the right of a finder ring."""
    width = 8.0 * len(", ".join(map(str, spot.numbers)))
    if spot.finder:
        return _Box(spot.x - spot.finder, spot.y - spot.finder, spot.x + spot.finder + 4 + width, spot.y + spot.finder)
    return _Box(spot.x - width / 2 - 3, spot.y - 9, spot.x + width / 2 + 3, spot.y + 9)


def _near(lon: float, middle: float) -> float:
    return middle + (lon - middle + 180) % 360 - 180


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def is_inside(self) -> bool:
        return self.left > 8 and self.top > 8 and self.right < WIDTH - 8 and self.bottom < HEIGHT - 30

    def overlaps(self, other: _Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )
