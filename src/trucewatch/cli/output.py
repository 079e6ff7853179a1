"""How data leaves: a table on a terminal, one JSON object a line in a pipe, JSON or CSV when asked."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def output_options(command: F) -> F:
    """Add ``--json`` and ``--csv``, handed to the command as ``form``."""
    command = click.option("--csv", "form", flag_value="csv", help="CSV that opens in Excel.")(command)
    command = click.option("--json", "form", flag_value="json", help="One JSON array.")(command)
    return click.option("--lines", "form", flag_value="lines", help="One JSON object a line (default in a pipe).")(
        command
    )


def at_option(command: F) -> F:
    """Add ``--at``: the case as it was."""
    about = "As the case stood after this entry of its log, by its number."
    return click.option("--at", type=click.IntRange(min=0), metavar="ENTRY", help=about)(command)


def write_rows(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], form: str | None) -> None:
    """Write rows to stdout in the form asked for, or in the one that fits where stdout goes."""
    chosen = form or ("table" if sys.stdout.isatty() else "lines")
    writers = {"table": _table, "lines": _lines, "json": _json, "csv": _csv}
    writers[chosen](rows, columns)


def _lines(rows: Iterable[Mapping[str, Any]], _columns: Sequence[str]) -> None:
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False, default=str))


def _json(rows: Iterable[Mapping[str, Any]], _columns: Sequence[str]) -> None:
    click.echo(json.dumps(list(rows), ensure_ascii=False, indent=2, default=str))


def _csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """A byte order mark so that Excel reads UTF-8, and no cell that a spreadsheet would run."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    click.echo("\ufeff" + buffer.getvalue(), nl=False)


def _cell(value: object) -> str:
    from trucewatch.publish.shown import is_formula

    text = plain(value)
    return "'" + text if is_formula(text) else text


def plain(value: object) -> str:
    """A value as a reader sees it: lists joined, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(plain(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        # Ids are what the next command needs: never cut.
        table.add_column(column, no_wrap=column == "id", overflow="fold")
    count = 0
    for row in rows:
        count += 1
        table.add_row(*(Text(printable(plain(row.get(column)))) for column in columns))
    console = Console()
    console.print(table)
    console.print(Text(f"{count} row{'' if count == 1 else 's'}"), style="dim")


def printable(text: str) -> str:
    """Text in which controls and bidirectional overrides are written out: a report must not steer the terminal."""
    from trucewatch.publish.shown import shown

    return shown(text)
