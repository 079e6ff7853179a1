"""Reports kept as records: JSON objects, lines of them, and tables.

Decides which field of a record is the report's text, title, date, source, URL, language and author, and makes one
report of each. A line that is broken becomes the error for that line; the others are not lost. Never reads markup
itself.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trucewatch.documents.sniffing import DELIMITERS, FIELDS, TEXT_FIELDS, Type, is_record, parse_json, table_columns
from trucewatch.errors import InputError

_MAX_FIELD = 16 * 2**20  # characters in one cell of a table
_TRY = "mend that line; the others are read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What one record says of itself, as strings; "" where it does not."""

    text: str
    title: str = ""
    published: str = ""
    source: str = ""
    url: str = ""
    language: str = ""
    byline: str = ""


def parse_record(text: str, name: str) -> Record:
    """The record that a JSON object is. Raises InputError where it is none or holds no text."""
    value = parse_json(text)
    if not isinstance(value, dict):
        raise InputError(f"cannot read {name}", "it is not a JSON object, or it is cut off", _TRY)
    return to_record(value, name)


def to_record(value: Mapping[str, object], name: str) -> Record:
    """The record of a mapping, by the usual names of its fields, whatever their case."""
    lower = {str(key).strip().lower(): item for key, item in value.items()}
    found = {field: _first(lower, names) for field, names in FIELDS.items()}
    if not found["text"]:
        found["text"], found["title"] = found["title"], ""
    if not found["text"]:
        wanted = ", ".join(TEXT_FIELDS)
        raise InputError(f"cannot read {name}", "no field holds its text", f"name the field one of: {wanted}")
    return Record(**found)


def _first(fields: Mapping[str, object], names: tuple[str, ...]) -> str:
    for name in names:
        value = fields.get(name)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            value = ", ".join(str(item) for item in value)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            return str(value)
    return ""


def split_records(text: str, kind: Type, name: str) -> Iterator[tuple[str, str | InputError]]:
    """Each report of a container as its name and its JSON object, or the error that takes its place."""
    if kind is Type.TABLE:
        yield from _rows(text, name)
    elif text.lstrip().startswith("["):
        yield from _array(text, name)
    else:
        yield from _lines(text, name)


def _lines(text: str, name: str) -> Iterator[tuple[str, str | InputError]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            at = f"{name}, line {number}"
            yield at, line if is_record(line) else _broken(at, "it is not a JSON object, or it is cut off")


def _broken(at: str, why: str) -> InputError:
    return InputError(f"cannot read {at}", why, _TRY)


def _array(text: str, name: str) -> Iterator[tuple[str, str | InputError]]:
    items = parse_json(text)
    for number, item in enumerate(items if isinstance(items, list) else [], start=1):
        at = f"{name}, item {number}"
        yield (
            at,
            json.dumps(item, ensure_ascii=False) if isinstance(item, dict) else _broken(at, "it is no JSON object"),
        )


def _rows(text: str, name: str) -> Iterator[tuple[str, str | InputError]]:
    """Rows as JSON objects keyed by column. A row with too few or many cells is broken: they may be shifted."""
    header = text.lstrip("\ufeff").split("\n", 1)[0]
    columns = table_columns(header)
    delimiter = next(d for d in DELIMITERS if len(next(csv.reader([header], delimiter=d), [])) == len(columns))
    csv.field_size_limit(_MAX_FIELD)
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
    next(rows)
    while True:
        at = f"{name}, line {rows.line_num + 1}"
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield at, _broken(at, f"its cells cannot be told apart ({error})")
            continue
        if len(cells) == len(columns):
            yield at, json.dumps(dict(zip(columns, cells, strict=True)), ensure_ascii=False)
        elif any(cell.strip() for cell in cells):
            yield at, _broken(at, f"it has {len(cells)} cells where the header names {len(columns)}")
