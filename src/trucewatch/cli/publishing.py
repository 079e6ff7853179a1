"""``bulletin`` and ``export``: what leaves a case for others."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucewatch.cli.writing import write_file

if TYPE_CHECKING:
    from trucewatch.publish import Bulletin

_BY_SUFFIX = {".html": "html", ".htm": "html", ".md": "markdown", ".pdf": "pdf", ".docx": "docx", ".json": "json"}
#: Form -> the function of ``publish`` that makes it.
_RENDERERS = {
    "html": "render_html",
    "markdown": "render_markdown",
    "pdf": "render_pdf",
    "docx": "render_docx",
    "json": "render_json",
}
_EXPORTERS = {
    "geojson": "export_geojson",
    "acled": "export_acled_csv",
    "followthemoney": "export_followthemoney",
    "parquet": "export_parquet",
}


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--from", "start", default="", metavar="DAY", help="From this day on.")
@click.option("--to", "end", default="", metavar="DAY", help="Up to and with this day.")
@click.option("--form", type=click.Choice(list(_RENDERERS)), help="Otherwise told from the file's name, else HTML.")
@click.option("-o", "--output", default="-", help="Where to write it; - is standard output.")
def bulletin(case: Path, start: str, end: str, form: str | None, output: str) -> None:
    """Write the bulletin of CASE for a day or a period."""
    from trucewatch import publish

    chosen = form or _BY_SUFFIX.get(Path(output).suffix.lower(), "html")
    emit(getattr(publish, _RENDERERS[chosen])(_gathered(case, start, end)), output)


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--form", type=click.Choice(list(_EXPORTERS)), required=True, help="Which format.")
@click.option("--from", "start", default="", metavar="DAY", help="From this day on.")
@click.option("--to", "end", default="", metavar="DAY", help="Up to and with this day.")
@click.option("-o", "--output", default="-", help="Where to write it; for parquet a folder, one file a table.")
def export(case: Path, form: str, start: str, end: str, output: str) -> None:
    """Hand CASE to other tools.

    GeoJSON, ACLED-shaped CSV, FollowTheMoney (JSON lines) or Parquet (a file a table).
    """
    from trucewatch import publish

    made = getattr(publish, _EXPORTERS[form])(_gathered(case, start, end))
    if form == "parquet":
        _write_tables(made, output)
    else:
        emit(made, output)


def _gathered(path: Path, start: str, end: str) -> Bulletin:
    from trucewatch.case import Case
    from trucewatch.cli.days import day_of

    with Case.open(path) as case:
        return case.bulletin(day_of(start), day_of(end))


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
