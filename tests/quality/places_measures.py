"""How many of the places that others placed are found where they put them.

Two sets: headlines and leads in Ukrainian and Russian that VIINA's makers geocoded (a machine's coordinates, looked at
by people), and places of incidents that the Centre for Information Resilience verified, by name and coordinates. A
place counts as found where an area is located within 25 km of the point or its own radius reaches it, and as kept
where a candidate is. The situation is bare: two states and no place, so that all rests on the gazetteer.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lineage_measures import is_kept_aside

from trucewatch.documents import Received, read
from trucewatch.gazetteer import apart_m
from trucewatch.language import analyse
from trucewatch.situation import Party, Situation, find_place
from trucewatch.values import Where

_NEAR_M = 25_000
_WIDE_M = 60_000  # a wider area is a region
SITUATION = Situation("bare", "Two states", parties=(Party("a", "A", (), "UA"), Party("b", "B", (), "RU")))
VERDICTS = ("located", "region", "kept", "elsewhere", "named", "nothing")
Row = tuple[str, str, int, int]  # id, text, latitude, longitude


def viina(folder: Path) -> Iterator[Row]:
    """Every text once for each place it was given."""
    seen: set[tuple[str, str]] = set()
    for path in sorted(folder.glob("VIINA_20*_REBUILD.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                text = row["representative_text"]
                key = (text, row["geonameid"])
                if text and row["latitude"] and key not in seen:
                    seen.add(key)
                    yield text, text, _e6(row["latitude"]), _e6(row["longitude"])


def eyes(path: Path) -> Iterator[Row]:
    """Each town once, as a report would name it: "in Town"."""
    seen: set[str] = set()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            town = row["town/city"].strip()
            if town and town not in seen and row["lat"] and row["country"] in {"Ukraine", "Russia"}:
                seen.add(town)
                text = f"Shells fell in {town} on Monday. Residents left."
                yield town, text, _e6(row["lat"]), _e6(row["lon"])


def _e6(degrees: str) -> int:
    return round(float(degrees) * 1_000_000)


@cache
def places_of(text: str) -> tuple[Where, ...]:
    """The places of a text on its own."""
    received = Received(raw=text.encode(), name="a.txt", media_type="text/plain")
    return analyse(read(received, languages=("uk", "ru", "en")), SITUATION).places


def verdict(row: Row) -> str:
    """located, region (within one that is named), kept (among candidates), elsewhere, named (no area) or nothing."""
    _, text, lat, lon = row
    wheres = places_of(text)
    if any(_reaches(where, lat, lon) for where in wheres):
        return "located"
    for where in wheres:
        for each in where.candidates:
            place = find_place(SITUATION, each)
            if place is not None and apart_m(place.lat_e6, place.lon_e6, lat, lon) <= _NEAR_M:
                return "kept"
    if any(_holds(where, lat, lon) for where in wheres):
        return "region"
    if any(where.is_located for where in wheres):
        return "elsewhere"
    return "named" if wheres else "nothing"


def _apart_m(where: Where, lat: int, lon: int) -> int | None:
    if where.lat_e6 is None or where.lon_e6 is None:
        return None
    return apart_m(where.lat_e6, where.lon_e6, lat, lon)


def _reaches(where: Where, lat: int, lon: int) -> bool:
    apart = _apart_m(where, lat, lon)
    return apart is not None and (where.radius_m or 0) < _WIDE_M and apart <= _NEAR_M


def _holds(where: Where, lat: int, lon: int) -> bool:
    apart = _apart_m(where, lat, lon)
    return apart is not None and (where.radius_m or 0) >= _WIDE_M and apart <= (where.radius_m or 0)


def halves(rows: Iterator[Row]) -> tuple[list[Row], list[Row]]:
    """The rows to tune on, and those to report on."""
    tuned: list[Row] = []
    kept: list[Row] = []
    for row in rows:
        (kept if is_kept_aside(row[0]) else tuned).append(row)
    return tuned, kept


def figures(rows: list[Row]) -> dict[str, int]:
    """Shares in per mille."""
    verdicts = [verdict(row) for row in rows]
    return {name: 1000 * verdicts.count(name) // max(1, len(rows)) for name in VERDICTS}


def digest(rows: list[Row]) -> str:
    """The hash of what was measured on."""
    return hashlib.sha256(repr(rows).encode()).hexdigest()[:16]
