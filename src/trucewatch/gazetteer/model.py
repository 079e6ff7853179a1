"""What the gazetteer says of a place."""

from __future__ import annotations

from dataclasses import dataclass

PREFIX = "geonames:"  # of every id that the gazetteer gives


@dataclass(frozen=True, slots=True)
class Toponym:
    """A populated place or a first-level region, as an area.

    ``id`` is ``geonames:`` and a GeoNames id, or for a region whose id is not known GeoNames' code of it
    (``geonames:FR.11``). ``region`` is the code of the region that it lies in or is. ``population`` has two digits that
    hold, and is 0 where it is not known. Coordinates are millionths of a degree.
    """

    id: str
    name: str
    lat_e6: int
    lon_e6: int
    radius_m: int
    kind: str  # village, city or region, as in the situation file
    state: str  # ISO 3166-1 alpha-2
    region: str
    population: int = 0
