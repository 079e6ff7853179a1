"""Flight data as claims: what each source said of each flight on a day, and what was so.

Times count as the same within ten minutes, the tolerance of those who collected them; gates when they are spelled alike
once words like "Terminal 4 -" are gone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d\d)\s*([AaPp])?")
_ZONE = re.compile(r"\([-+]\d\d:\d\d\)")
_WORDS = re.compile(r"^(TERMINAL|GATE|CONCOURSE)\s*")
_TOLERANCE = 10  # minutes
_DAY = 24 * 60
_COLUMNS = 6
_GATES = frozenset({2, 5})
_COPIES_FROM = 0.9  # Jaccard of whole claim sets

Item = tuple[str, int]  # flight, column
Value = int | str  # minutes of the day, or a gate


@dataclass(frozen=True)
class Day:
    """One day: item -> source -> value, the truth where it is known, and for each source the one it copies."""

    claims: Mapping[Item, Mapping[str, Value]]
    truth: Mapping[Item, Value]
    head: Mapping[str, str]


def read_days(folder: Path) -> list[Day]:
    """All days, in order."""
    return [_read_day(folder, path.name) for path in sorted((folder / "claims").glob("*.txt"))]


def is_same(one: Value, other: Value) -> bool:
    """Whether two values of one item say the same."""
    if isinstance(one, int) and isinstance(other, int):
        apart = abs(one - other) % _DAY
        return min(apart, _DAY - apart) <= _TOLERANCE
    return one == other


def _read_day(folder: Path, name: str) -> Day:
    claims: dict[Item, dict[str, Value]] = defaultdict(dict)
    for source, flight, column, value in _cells(folder / "claims" / name, 2):
        claims[flight, column].setdefault(source, value)
    truth: dict[Item, Value] = {}
    for flight, _, column, value in _cells(folder / "truth" / name, 1):
        truth.setdefault((flight, column), value)
    return Day(dict(claims), truth, _heads(claims))


def _cells(path: Path, first: int) -> Iterator[tuple[str, str, int, Value]]:
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        cells = line.split("\t")
        for column, cell in enumerate(cells[first : first + _COLUMNS]):
            value = _gate(cell) if column in _GATES else _minutes(cell)
            if value is not None:
                yield cells[0], cells[1], column, value


def _minutes(cell: str) -> int | None:
    found = list(_CLOCK.finditer(_ZONE.sub("", cell)))
    if not found:
        return None
    hour, minute, half = int(found[-1][1]), int(found[-1][2]), (found[-1][3] or "").lower()
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def _gate(cell: str) -> str | None:
    name = cell.upper().strip()
    if name.startswith("NOT "):
        return None
    name = _WORDS.sub("", name.split(" - ")[-1].split("/")[-1])
    name = re.sub("[^A-Z0-9]", "", name)
    return name if re.search(r"\d", name) else None


def _heads(claims: Mapping[Item, Mapping[str, Value]]) -> dict[str, str]:
    """Source -> the first of the sources whose whole claims are nearly the same: established copies."""
    said: dict[str, set[tuple[Item, Value]]] = defaultdict(set)
    for item, by in claims.items():
        for source, value in by.items():
            said[source].add((item, value))
    head = {source: source for source in said}
    for one, other in combinations(sorted(said), 2):
        shared = len(said[one] & said[other])
        if shared > _COPIES_FROM * (len(said[one]) + len(said[other]) - shared):
            first, later = sorted((head[one], head[other]))
            head = {source: first if of == later else of for source, of in head.items()}
    return head
