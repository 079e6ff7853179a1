"""Places of the world by name, by GeoNames id and by where they lie.

Decides which places bear a name, the largest first. Never chooses among them, and never decides that a word is a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from trucewatch.gazetteer.distances import apart_m
from trucewatch.gazetteer.keys import key_of, sound_of
from trucewatch.gazetteer.model import PREFIX, Toponym
from trucewatch.gazetteer.regions import find_region, region_numbered
from trucewatch.gazetteer.romanised import in_cyrillic
from trucewatch.gazetteer.table import (
    STEP_E6,
    number_of,
    numbers_of,
    others_of,
    town_blocks,
    town_columns,
    town_row,
)

_LAT_E6, _LON_E6 = 90_000_000, 180_000_000  # what is added to coordinates so that none is negative
_MILLIONTH_M_E6 = 111_195  # micrometres in a millionth of a degree of latitude
#: Up to so many people, a place reaches so many metres from its centre: half of its built-up width, and as much again
#: because reports name a place for the fields around it.
_RADII = ((1_000, 2_500), (10_000, 4_000), (50_000, 6_000), (200_000, 10_000), (1_000_000, 15_000))
_LARGEST_M = 25_000
_METROPOLIS = 500_000  # people
_CITY = 10_000  # people


@lru_cache(maxsize=4096)
def find_named(name: str) -> tuple[Toponym, ...]:
    """Every populated place that goes by the name, the largest first: as written, else in another romanisation.

    What is written otherwise is no metropolis: those are known by every romanisation that there is.
    """
    key = key_of(name)
    if not key:
        return ()
    rows = [*numbers_of(key)]
    rows += [(other, n) for other, found in others_of(key) if sound_of(other) == sound_of(key) for n in _split(found)]
    exact = {number for other, number in rows if other == key}
    if exact:
        return ranked(exact)
    for spelling in () if rows else in_cyrillic(key):
        rows += [(spelling, n) for other, found in others_of(spelling) if other == spelling for n in _split(found)]
    return tuple(town for town in ranked({number for _, number in rows}) if town.population < _METROPOLIS)


def find_other_names(prefix: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Every other key that begins so, with the numbers of its towns: for names that a language declines."""
    return ((key, _split(found)) for key, found in others_of(prefix))


def ranked(numbers: Iterable[int]) -> tuple[Toponym, ...]:
    """The places of these numbers, the largest first."""
    return tuple(sorted(map(_town, numbers), key=lambda town: (-town.population, town.id)))


@lru_cache(maxsize=4096)
def find_toponym(identifier: str) -> Toponym | None:
    """The place or region with an id that the gazetteer gave."""
    given = identifier.removeprefix(PREFIX)
    if given == identifier:
        return None
    region = find_region(given)
    if region is not None or not (given.isascii() and given.isdigit() and len(given) < 10):
        return region
    number = number_of(int(given))
    return None if number is None else _town(number)


def states_near(lat_e6: int, lon_e6: int, within_m: int) -> frozenset[str]:
    """The states of all populated places within so many metres of the point; none in the open sea."""
    reach = within_m * 1_000_000 // _MILLIONTH_M_E6
    first, last = lat_e6 - reach + _LAT_E6, lat_e6 + reach + _LAT_E6
    return frozenset(
        state
        for row in range(first // _ROW_E6, last // _ROW_E6 + 1)
        for lat, lon, state in _by_row().get(row, ())
        if apart_m(lat_e6, lon_e6, lat, lon) <= within_m
    )


_ROW_E6 = 100_000  # millionths of a degree of latitude that share a list


@cache
def _by_row() -> dict[int, list[tuple[int, int, str]]]:
    """Every town's coordinates and state, by tenths of a degree of latitude."""
    rows: dict[int, list[tuple[int, int, str]]] = {}
    for block in town_blocks():
        _, lats, lons, _, regions = town_columns(block)
        for lat, lon, region in zip(lats, lons, regions, strict=True):
            row = (lat * STEP_E6 - _LAT_E6, lon * STEP_E6 - _LON_E6, region_numbered(region)[:2])
            rows.setdefault(lat * STEP_E6 // _ROW_E6, []).append(row)
    return rows


def _split(numbers: str) -> tuple[int, ...]:
    return tuple(int(each) for each in numbers.split(" "))


@lru_cache(maxsize=16384)
def _town(number: int) -> Toponym:
    name, identifier, lat, lon, people, region = town_row(number)
    population = people % 100 * 10 ** (people // 100)
    code = region_numbered(region)
    return Toponym(
        id=f"{PREFIX}{identifier}",
        name=name,
        lat_e6=lat * STEP_E6 - _LAT_E6,
        lon_e6=lon * STEP_E6 - _LON_E6,
        radius_m=next((radius for most, radius in _RADII if population < most), _LARGEST_M),
        kind="city" if population >= _CITY else "village",
        state=code[:2],
        region=code,
        population=population,
    )
