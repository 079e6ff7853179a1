"""One table against its shape: unknown keys, missing keys, wrong types, values that are not in the list.

Gives back what is well formed, so that one mistake does not hide the next, and reports the rest.
Never looks from one table into another.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from trucewatch.errors import SituationError
from trucewatch.situation.agreements.geojson import Geometry, GeometryError, read_geometry
from trucewatch.situation.keys import Key, Sort
from trucewatch.situation.lines import Lines, Path

_ID = re.compile(r"[^\W_](?:[\w.-]*\w)?")
_SHOWN = 8  # choices listed in full in an error; more than that and only the near ones help
_LONG = 60  # characters of a wrong value worth repeating


class Findings:
    """The errors met so far, each with its line."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._errors: list[SituationError] = []
        self._paths: set[Path] = set()

    def add(self, path: Path, what: str, why: str = "", try_: str = "") -> None:
        """Note one error at ``path``."""
        self._paths.add(path)
        self._errors.append(SituationError(what, why, try_, line=self._lines.line_of(path)))

    def line_of(self, path: Path) -> int:
        """The line of ``path``."""
        return self._lines.line_of(path)

    def has(self, path: Path) -> bool:
        """Whether an error is noted at ``path`` already."""
        return path in self._paths

    def sorted(self) -> tuple[SituationError, ...]:
        """All errors in the order of the file."""
        return tuple(sorted(self._errors, key=lambda error: error.line))


def suggest(word: str, known: Iterable[str]) -> str:
    """What to try instead of ``word``: the near ones among ``known``, or the list where it is short."""
    names = sorted(set(known))
    folded = {name.casefold(): name for name in names}
    near = difflib.get_close_matches(word.casefold()[:_LONG], list(folded), n=3, cutoff=0.6)
    if near:
        return "did you mean " + " or ".join(f'"{folded[name]}"' for name in near) + "?"
    if not names:
        return "none is defined yet"
    listed = ", ".join(f'"{name}"' for name in names[:_SHOWN])
    return f"one of {listed}" + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")


def describe(path: Path) -> str:
    """A path as a person would say it: ``the 2nd [[place]], key lat`` is ``[[place]] 2, key "lat"``."""
    parts: list[str] = []
    names = [str(part) for part in path if isinstance(part, str)]
    for index, part in enumerate(path):
        if isinstance(part, int):
            dotted = ".".join(str(name) for name in path[:index] if isinstance(name, str))
            parts = [f"[[{dotted}]] {part + 1}"]
    if path and isinstance(path[-1], str):
        parts.append(f'key "{names[-1]}"')
    return ", ".join(parts) or "the top of the file"


def sift(raw: Mapping[str, Any], shape: Mapping[str, Key], path: Path, findings: Findings) -> dict[str, Any]:
    """The well-formed part of ``raw``; what is not is reported. Tables keep their places in their array."""
    for name in raw:
        if name not in shape:
            findings.add(
                (*path, name),
                f'unknown key "{name}" in {describe(path)}',
                "a situation file may only hold the keys the program knows, so that a typing error is not lost",
                suggest(name, shape),
            )
    clean: dict[str, Any] = {}
    for name, key in shape.items():
        if name in raw:
            value = _read(raw[name], key, (*path, name), findings)
            if value is not None:
                clean[name] = value
        elif key.required:
            findings.add(path, f'{describe(path)} has no "{name}"', f"it is needed: {key.about}", f"add {name} = …")
    return clean


def _read(value: Any, key: Key, path: Path, findings: Findings) -> Any:
    """``value`` as ``key`` wants it, or None after reporting why not."""
    return _READERS[key.sort](value, key, path, findings)


def _wrong(value: Any, key: Key, path: Path, findings: Findings) -> None:
    shown = repr(value) if isinstance(value, str) else str(value)
    shown = shown if len(shown) <= _LONG else shown[: _LONG - 1] + "…"
    findings.add(path, f"{describe(path)} is {shown}", f"it must be {key.sort}: {key.about}", _example(path, key))


def _example(path: Path, key: Key) -> str:
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "key")
    examples = {
        Sort.ID: f'{name} = "short-name"',
        Sort.TEXT: f'{name} = "{key.choices[0] if key.choices else "…"}"',
        Sort.TEXTS: f'{name} = ["{key.choices[0] if key.choices else "…"}"]',
        Sort.DAY: f"{name} = 2025-03-25",
        Sort.MOMENT: f"{name} = 2025-03-25, or {name} = 2025-03-25T00:01:00+02:00",
        Sort.INTEGER: f"{name} = 30",
        Sort.DECIMAL: f"{name} = 47.25",
        Sort.GEOMETRY: f"{name} = '''{{...}}'''",
        Sort.TABLES: f"start each with [[{name}]] on a line of its own",
    }
    return examples[key.sort]


def _read_id(value: Any, key: Key, path: Path, findings: Findings) -> str | None:
    if isinstance(value, str) and _ID.fullmatch(value):
        return value
    _wrong(value, key, path, findings)
    return None


def _read_text(value: Any, key: Key, path: Path, findings: Findings) -> str | None:
    if not isinstance(value, str):
        _wrong(value, key, path, findings)
        return None
    if key.required and not value.strip():
        findings.add(path, f"{describe(path)} is empty", f"it is needed: {key.about}", _example(path, key))
        return None
    if key.choices and value not in key.choices:
        _not_listed(value, key, path, findings)
        return None
    return value


def _not_listed(value: str, key: Key, path: Path, findings: Findings) -> None:
    why = f"it must come from the fixed list: {key.about}"
    findings.add(path, f'{describe(path)} holds "{value[:_LONG]}"', why, suggest(value, key.choices))


def _read_texts(value: Any, key: Key, path: Path, findings: Findings) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        _wrong(value, key, path, findings)
        return None
    kept: list[str] = []
    for text in value:
        if not isinstance(text, str) or not text.strip():
            _wrong(text, key, path, findings)
        elif key.choices and text not in key.choices:
            _not_listed(text, key, path, findings)
        elif text not in kept:
            kept.append(text)
    return tuple(kept)


def _read_day(value: Any, key: Key, path: Path, findings: Findings) -> date | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            _wrong(value, key, path, findings)
            return None
    _wrong(value, key, path, findings)
    return None


def _read_moment(value: Any, key: Key, path: Path, findings: Findings) -> date | None:
    """A day, or a time of day of a named clock (a ``datetime``)."""
    if not isinstance(value, datetime):
        return _read_day(value, key, path, findings)
    if value.tzinfo is None:
        what, why = f"{describe(path)} is {value}", "a time of day needs its clock: parties read it by different ones"
        findings.add(path, what, why, f"add the offset, such as {value.isoformat()}+02:00")
        return None
    return value


def _read_geometry(value: Any, key: Key, path: Path, findings: Findings) -> Geometry | None:
    if not isinstance(value, str):
        _wrong(value, key, path, findings)
        return None
    try:
        return read_geometry(value)
    except GeometryError as error:
        findings.add(path, f"{describe(path)} cannot be drawn", str(error), error.try_)
        return None


def _read_integer(value: Any, key: Key, path: Path, findings: Findings) -> int | None:
    if not isinstance(value, int) or isinstance(value, bool):
        _wrong(value, key, path, findings)
        return None
    return value if _in_range(value, key, path, findings) else None


def _read_decimal(value: Any, key: Key, path: Path, findings: Findings) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        _wrong(value, key, path, findings)
        return None
    number = Decimal(value)
    if not number.is_finite():
        _wrong(value, key, path, findings)
        return None
    return number if _in_range(number, key, path, findings) else None


def _in_range(number: int | Decimal, key: Key, path: Path, findings: Findings) -> bool:
    low, high = key.low, key.high
    if (low is None or low < number or (low == number and not key.is_above)) and (high is None or number <= high):
        return True
    if key.is_above and number == low and path[-1] == "radius_km":
        hint = "a place is an area, never a bare point: 2 would do for a village"
    elif path[-1] == "lat" and -180 <= number <= 180:
        hint = "latitude and longitude look swapped: latitude comes from north to south, 90 to -90"
    elif key.is_above:
        hint = f"a number above {low}, up to {high}"
    else:
        hint = f"a number from {low} to {high}" if high is not None else f"a number not below {low}"
    findings.add(path, f"{describe(path)} is {number}", f"out of range: {key.about}", hint)
    return False


def _read_tables(value: Any, key: Key, path: Path, findings: Findings) -> tuple[dict[str, Any], ...] | None:
    if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
        _wrong(value, key, path, findings)
        return None
    return tuple(sift(table, key.shape or {}, (*path, index), findings) for index, table in enumerate(value))


_READERS: Mapping[Sort, Callable[[Any, Key, Path, Findings], Any]] = {
    Sort.ID: _read_id,
    Sort.TEXT: _read_text,
    Sort.TEXTS: _read_texts,
    Sort.DAY: _read_day,
    Sort.MOMENT: _read_moment,
    Sort.GEOMETRY: _read_geometry,
    Sort.INTEGER: _read_integer,
    Sort.DECIMAL: _read_decimal,
    Sort.TABLES: _read_tables,
}
