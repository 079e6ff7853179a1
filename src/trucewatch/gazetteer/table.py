"""The gazetteer's file, read block by block: ``geonames.bin``, made by ``tools/gazetteer.py``.

The file is ``MAGIC``, the length of a directory (four bytes, big-endian), the directory and then blocks, each of up to
``BLOCK`` rows and compressed with zlib. Numbers are columns, byte by byte: the lowest byte of each row, then the next.
The directory has a line for each block: section, sound of its first row, offset, length. Sections: ``town`` (by sound;
names, then columns), ``name`` (every other key and the numbers of its towns), ``id`` (GeoNames id and number),
``region`` (one line for each).

Decides nothing of what a name means. Holds a few blocks in memory, whatever is asked of it.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from trucewatch.gazetteer.keys import key_of, sound_of

MAGIC = b"trucewatch gazetteer 1\n"
BLOCK = 256  # rows
WIDTHS = (3, 3, 3, 2, 2)  # bytes of a town's id, latitude, longitude, population and region
STEP_E6 = 1_000  # millionths of a degree: 110 metres, finer than the villages' coordinates are
_KEPT = 256  # blocks held unpacked: some 15 MB


@cache
def _directory() -> tuple[bytes, dict[str, tuple[list[str], list[tuple[int, int]]]]]:
    """The blocks' bytes, and for each section the first keys and the places of its blocks."""
    data = files("trucewatch.gazetteer").joinpath("geonames.bin").read_bytes()
    start = len(MAGIC) + 4
    end = start + int.from_bytes(data[len(MAGIC) : start], "big")
    sections: dict[str, tuple[list[str], list[tuple[int, int]]]] = {}
    for line in zlib.decompress(data[start:end]).decode().split("\n"):
        section, first, offset, length = line.split("\t")
        firsts, places = sections.setdefault(section, ([], []))
        firsts.append(first)
        places.append((end + int(offset), int(length)))
    return data, sections


def _unpacked(section: str, block: int) -> bytes:
    data, sections = _directory()
    offset, length = sections[section][1][block]
    return zlib.decompress(data[offset : offset + length])


def _column(planes: bytes, width: int) -> list[int]:
    """The numbers of one column, from its bytes plane by plane."""
    rows = len(planes) // width
    parts = [planes[at * rows : (at + 1) * rows] for at in range(width)]
    if width == 2:
        return [low | high << 8 for low, high in zip(*parts, strict=True)]
    return [low | middle << 8 | high << 16 for low, middle, high in zip(*parts, strict=True)]


@lru_cache(maxsize=_KEPT)
def _names(block: int) -> list[str]:
    """Keys with the numbers behind them."""
    return _unpacked("name", block).decode().split("\n")


@lru_cache(maxsize=_KEPT)
def _towns(block: int) -> tuple[list[str], bytes]:
    """The names of one block of towns, and its columns as they are packed."""
    names, _, planes = _unpacked("town", block).partition(b"\0")
    return names.decode().split("\n"), planes


def town_row(number: int) -> tuple[str, int, int, int, int, int]:
    """The name, id, latitude, longitude, population and region of one town."""
    names, planes = _towns(number // BLOCK)
    rows, values, at = len(names), list[int](), number % BLOCK
    for width in WIDTHS:
        values.append(sum(planes[at + plane * rows] << 8 * plane for plane in range(width)))
        at += width * rows
    identifier, lat, lon, people, region = values
    return names[number % BLOCK], identifier, lat, lon, people, region


def town_columns(block: int) -> tuple[list[int], ...]:
    """Ids, latitudes, longitudes, populations and regions of one block of towns."""
    planes = _towns(block)[1]
    rows = len(planes) // sum(WIDTHS)
    columns: list[list[int]] = []
    at = 0
    for width in WIDTHS:
        columns.append(_column(planes[at : at + width * rows], width))
        at += width * rows
    return tuple(columns)


def town_blocks() -> range:
    """The numbers of all blocks of towns."""
    return range(len(_directory()[1]["town"][0]))


def numbers_of(key: str) -> Iterator[tuple[str, int]]:
    """The key of every town whose own name sounds like this one, and the town's number."""
    sound = sound_of(key)
    firsts = _directory()[1]["town"][0]
    for block in range(max(0, bisect_left(firsts, sound) - 1), bisect_right(firsts, sound)):
        names = _towns(block)[0]
        for at in range(bisect_left(names, sound, key=_sound_of_name), len(names)):
            own = key_of(names[at])
            if sound_of(own) != sound:
                break
            yield own, block * BLOCK + at


def _sound_of_name(name: str) -> str:
    return sound_of(key_of(name))


def others_of(prefix: str) -> Iterator[tuple[str, str]]:
    """Every other key that sounds as if it began so, with the numbers of its towns."""
    sound = sound_of(prefix)
    firsts = _directory()[1]["name"][0]
    for block in range(max(0, bisect_left(firsts, sound) - 1), len(firsts)):
        rows = _names(block)
        for at in range(bisect_left(rows, sound, key=_sound_of_row), len(rows)):
            key, _, numbers = rows[at].partition("\t")
            if not sound_of(key).startswith(sound):
                return
            yield key, numbers


def _sound_of_row(row: str) -> str:
    return sound_of(row.partition("\t")[0])


def number_of(identifier: int) -> int | None:
    """The number of the town with a GeoNames id."""
    block = bisect_right(_ids(), identifier) - 1
    ids, numbers = _id_columns(block) if block >= 0 else ([], [])
    at = bisect_left(ids, identifier)
    return numbers[at] if at < len(ids) and ids[at] == identifier else None


@lru_cache(maxsize=_KEPT)
def _id_columns(block: int) -> tuple[list[int], list[int]]:
    packed = _unpacked("id", block)
    return _column(packed[: len(packed) // 2], 3), _column(packed[len(packed) // 2 :], 3)


@cache
def _ids() -> list[int]:
    return [int(first) for first in _directory()[1]["id"][0]]


def region_lines() -> list[str]:
    """The regions, one to a line, in the order by which towns refer to them."""
    return _unpacked("region", 0).decode().split("\n")
