"""A table of typed rows that notebooks, polars, pandas and DuckDB take as it is.

Decides how rows become columns: strings, integers, booleans, days and lists of strings, nothing nested deeper. Speaks
the Arrow PyCapsule protocol (``__arrow_c_stream__``), so no other library needs to know this class. Never computes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from html import escape
from types import UnionType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args, get_type_hints

if TYPE_CHECKING:
    import pyarrow as pa

Row = TypeVar("Row")
Record = TypeVar("Record")

_SHOWN = 50  # rows of a notebook table: what a screen or two can hold


@dataclass(frozen=True)
class Table(Sequence[Row], Generic[Row, Record]):
    """Rows of one frozen dataclass, ``row_type``, and the ``records`` they were made from, in the same order."""

    row_type: type[Row]
    rows: tuple[Row, ...]
    records: tuple[Record, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __getitem__(self, index: Any) -> Any:
        return self.rows[index]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(field.name for field in fields(self.row_type))  # type: ignore[arg-type]

    def to_dicts(self) -> list[dict[str, Any]]:
        """One dictionary per row, lists as lists and days as ISO 8601: what JSON can hold."""
        return [{name: _plain(getattr(row, name)) for name in self.columns} for row in self.rows]

    def to_arrow(self) -> pa.Table:
        """The table in Arrow's memory."""
        import pyarrow as pa  # noqa: PLC0415 - some 100 ms that a command printing rows need not pay

        types = get_type_hints(self.row_type)
        schema = pa.schema([(name, _arrow_type(types[name])) for name in self.columns])
        values = {name: [getattr(row, name) for row in self.rows] for name in self.columns}
        return pa.table(values, schema=schema)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(f"<tr>{self._cells(row)}</tr>" for row in self.rows[:_SHOWN])
        more = f"<p>{len(self)} rows, {_SHOWN} shown</p>" if len(self) > _SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"

    def _cells(self, row: Row) -> str:
        return "".join(f'<td dir="auto">{escape(shown(getattr(row, name)))}</td>' for name in self.columns)


def shown(value: Any) -> str:
    """A value as a reader sees it in a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value


def _arrow_type(annotation: Any) -> pa.DataType:
    import pyarrow as pa  # noqa: PLC0415 - see to_arrow

    if isinstance(annotation, UnionType):  # "date | None": every Arrow column may hold nulls
        (annotation,) = (each for each in get_args(annotation) if each is not type(None))
    plain = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), date: pa.date32()}
    return plain[annotation] if annotation in plain else pa.list_(pa.string())
