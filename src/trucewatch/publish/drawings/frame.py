"""The map's frame and projection: degrees to drawing units, and back to kilometres.

Equirectangular with the frame's middle latitude true to scale: at the size of a theatre of war the error stays below
what the radii already admit. Longitudes are unrolled around the areas shown, so a truce across the antimeridian
is drawn in one piece. Decides what is in view; draws nothing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

KM_PER_DEGREE = 111.195  # of latitude, on a sphere of 6,371 km
WIDTH, HEIGHT = 760, 500  # drawing units
_MARGIN = 0.28  # of the extent of the areas, so that an area is never at the edge
_LEAST_KM = 120.0  # a frame is never tighter: the base map is drawn for 1:50 million
_MOST_LATITUDE = 85.0


@dataclass(frozen=True, slots=True)
class Area:
    """A circle on the ground, in degrees and kilometres."""

    lon: float
    lat: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A window on the ground: its middle, and kilometres per drawing unit."""

    lon: float
    lat: float
    km_per_unit: float

    @property
    def _km_per_lon(self) -> float:
        return KM_PER_DEGREE * math.cos(math.radians(self.lat))

    def project(self, lon: float, lat: float) -> tuple[float, float]:
        """Drawing units, the origin at the top left."""
        x = WIDTH / 2 + (lon - self.lon) * self._km_per_lon / self.km_per_unit
        return x, HEIGHT / 2 - (lat - self.lat) * KM_PER_DEGREE / self.km_per_unit

    def units(self, kilometres: float) -> float:
        """How long a distance is on the drawing."""
        return kilometres / self.km_per_unit

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north in degrees; west and east may leave ±180."""
        half_lon = WIDTH / 2 * self.km_per_unit / self._km_per_lon
        half_lat = HEIGHT / 2 * self.km_per_unit / KM_PER_DEGREE
        return self.lon - half_lon, self.lat - half_lat, self.lon + half_lon, self.lat + half_lat


def unroll(areas: Sequence[Area]) -> tuple[Area, ...]:
    """The areas with longitudes shifted by 360° where that brings them together."""
    if not areas:
        return ()
    turned = [Area(area.lon % 360, area.lat, area.radius_km) for area in areas]
    spread = max(area.lon for area in areas) - min(area.lon for area in areas)
    turned_spread = max(area.lon for area in turned) - min(area.lon for area in turned)
    return tuple(turned) if turned_spread < spread else tuple(areas)


def frame_of(areas: Sequence[Area]) -> Frame:
    """The smallest sensible frame around unrolled areas."""
    south = min(area.lat - area.radius_km / KM_PER_DEGREE for area in areas)
    north = max(area.lat + area.radius_km / KM_PER_DEGREE for area in areas)
    lat = max(-_MOST_LATITUDE, min(_MOST_LATITUDE, (south + north) / 2))
    km_per_lon = KM_PER_DEGREE * math.cos(math.radians(lat))
    west = min(area.lon - area.radius_km / km_per_lon for area in areas)
    east = max(area.lon + area.radius_km / km_per_lon for area in areas)
    wide = max((east - west) * km_per_lon * (1 + 2 * _MARGIN), _LEAST_KM)
    high = max((north - south) * KM_PER_DEGREE * (1 + 2 * _MARGIN), _LEAST_KM * HEIGHT / WIDTH)
    return Frame((west + east) / 2, lat, max(wide / WIDTH, high / HEIGHT))
