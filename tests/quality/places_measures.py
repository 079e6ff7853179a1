"""How many of the places that others placed are found where they put them.

Two sets: headlines and leads in Ukrainian and Russian that VIINA's makers geocoded (a machine's coordinates, looked at
by people), and places of incidents that the Centre for Information Resilience verified, by name and coordinates. A
place counts as found where an area is located within 25 km of the point or its own radius reaches it, and as kept
where a candidate is. The situation is bare: two states and no place, so that all rests on the gazetteer.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from corpora import EVAL, hash_of_files
from lineage_measures import is_kept_aside

from trucewatch.documents import Received, read
from trucewatch.gazetteer import apart_m
from trucewatch.language import analyse
from trucewatch.situation import Party, Situation, find_place
from trucewatch.values import Where

HEADLINES = Path("statements/incidents/viina_derived")
TOWNS = Path("statements/incidents/cir_eyesonrussia/events.csv")
OTHER_NEWS = Path("statements/polnear/train")
_ARTICLES = 100
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


def put_here(folder: Path) -> tuple[int, int]:
    """Places told in news about neither state, and how many of them the gazetteer put into one of the two."""
    told = here = 0
    for path in sorted((folder / "text").glob("*.txt"))[:_ARTICLES]:
        received = Received(raw=path.read_bytes(), name=path.name, media_type="text/plain")
        for where in analyse(read(received, languages=("en",)), SITUATION).places:
            told += 1
            meant = find_place(SITUATION, where.place or (where.candidates or ("",))[0])
            here += meant is not None and meant.state in {"UA", "RU"}
    return told, here


def all_figures(folder: Path = EVAL) -> dict[str, int]:
    """What is gated, in per mille, on what nothing was tuned on."""
    headlines = figures(halves(viina(folder / HEADLINES))[1])
    towns = figures(halves(eyes(folder / TOWNS))[1])
    told, here = put_here(folder / OTHER_NEWS)
    return {
        "headlines found": headlines["located"] + headlines["region"] + headlines["kept"],
        "headlines within 25 km": headlines["located"],
        "headlines not elsewhere": 1000 - headlines["elsewhere"],
        "towns found": towns["located"] + towns["kept"],
        "towns within 25 km": towns["located"],
        "towns not elsewhere": 1000 - towns["elsewhere"],
        "other news not put here": 1000 - 1000 * here // max(1, told),
    }


def corpus_of(folder: Path = EVAL) -> str:
    """The hash of what was measured on."""
    headlines = sorted((folder / HEADLINES).glob("VIINA_20*_REBUILD.csv"))
    articles = sorted((folder / OTHER_NEWS / "text").glob("*.txt"))[:_ARTICLES]
    return hash_of_files((*headlines, folder / TOWNS, *articles))[:16]


def measure() -> tuple[str, dict[str, int]]:
    """What the floors are of."""
    return corpus_of(), all_figures()
