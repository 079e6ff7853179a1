"""``bulletin`` and ``export``: what leaves a case for others."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from trucewatch.cli.output import at_option
from trucewatch.cli.writing import write_file

_BY_SUFFIX = {".html": "html", ".htm": "html", ".md": "markdown", ".pdf": "pdf", ".docx": "docx", ".json": "json"}
# The names of publish.FORMS and publish.EXPORTS, spelled out so that help needs no import; a test compares them.
FORMS = ("html", "markdown", "pdf", "docx", "json")
EXPORTS = ("geojson", "acled", "followthemoney", "parquet")


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--from", "start", default="", metavar="DAY", help="From this day on.")
@click.option("--to", "end", default="", metavar="DAY", help="Up to and with this day.")
@click.option("--form", type=click.Choice(FORMS), help="Otherwise told from the file's name, else HTML.")
@click.option("-o", "--output", default="-", help="Where to write it; - is standard output.")
@at_option
def bulletin(case: Path, start: str, end: str, form: str | None, output: str, at: int | None) -> None:
    """Write the bulletin of CASE for a day or a period."""
    from trucewatch.case import Case, Filters
    from trucewatch.publish import render

    chosen = form or _BY_SUFFIX.get(Path(output).suffix.lower(), "html")
    period = Filters.of(start=start, end=end)
    with Case.open(case, at=at) as opened:
        gathered = opened.bulletin(period.start, period.end)
    emit(render(gathered, chosen), output)


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--form", type=click.Choice(EXPORTS), required=True, help="Which format.")
@click.option("--from", "start", default="", metavar="DAY", help="From this day on.")
@click.option("--to", "end", default="", metavar="DAY", help="Up to and with this day.")
@click.option("-o", "--output", default="-", help="Where to write it; for parquet a folder, one file a table.")
def export(case: Path, form: str, start: str, end: str, output: str) -> None:
    """Hand CASE to other tools.

    GeoJSON, ACLED-shaped CSV, FollowTheMoney (JSON lines) or Parquet (a file a table).
    """
    from trucewatch.case import Case, Filters

    period = Filters.of(start=start, end=end)
    with Case.open(case) as opened:
        if form == "parquet":
            _write_tables(opened.export_tables(period.start, period.end), output)
        else:
            emit(opened.export(form, period.start, period.end), output)


def _write_tables(tables: Mapping[str, bytes], output: str) -> None:
    if output == "-":
        raise click.UsageError("parquet is one file a table. Try: -o FOLDER")
    for name, content in tables.items():
        write_file(Path(output) / f"{name}.parquet", content)
        click.echo(f"wrote {Path(output) / f'{name}.parquet'}", err=True)


def emit(content: str | bytes, output: str) -> None:
    """Write to a file, or to standard output; bytes are never sent to a terminal."""
    raw = content.encode() if isinstance(content, str) else content
    if output != "-":
        write_file(Path(output), raw)
        click.echo(f"wrote {output}", err=True)
        return
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise click.UsageError("this format is not text. Try: -o FILE")
    sys.stdout.buffer.write(raw)
    sys.stdout.buffer.flush()
