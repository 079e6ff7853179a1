"""``demo``: build the bundled cases and show what comes out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucewatch.cli.writing import write_file

if TYPE_CHECKING:
    from trucewatch.case import Case
    from trucewatch.documents import Received

SITUATIONS = ("ukraine-2025", "lebanon-2024")


@click.command()
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("trucewatch-demo"),
    show_default=True,
    help="The folder for the cases and bulletins; what an earlier demo left there is replaced.",
)
def demo(into: Path) -> None:
    """Build the demonstration cases and their bulletins."""
    for name in SITUATIONS:
        _one(name, into)
    first = into / f"{SITUATIONS[0]}.case"
    click.echo("\nOpen the bulletins in a browser; they need no network. Then try:")
    click.echo(f"  trucewatch incidents {first}")
    click.echo(f"  trucewatch findings {first} --type 'would breach'")
    click.echo(f"  trucewatch verify {first}")


def _one(name: str, into: Path) -> None:
    from trucewatch.case import Case
    from trucewatch.publish import render_html, summary_sentences

    path = into / f"{name}.case"
    _clear(path)
    into.mkdir(parents=True, exist_ok=True)
    with Case.create(path, situation_text(name)) as case:
        click.echo(f"\n{case.situation.title}\n{'=' * len(case.situation.title)}")
        _fill(case, name)
        bulletin = case.bulletin(None, None)
        for sentence in summary_sentences(bulletin):
            click.echo(f"  {sentence}")
        page = into / f"{name}.html"
        write_file(page, render_html(bulletin).encode())
        _incidents(case)
        click.echo(f"  Case: {path}\n  Bulletin: {page.resolve().as_uri()}")


def _fill(case: Case, name: str) -> None:
    from trucewatch.cli.filling import line_of, row_of

    for result in case.add(reports(name)):
        if result.error is not None:
            click.echo(line_of(row_of(result)), err=True)


def _incidents(case: Case) -> None:
    for row in case.incidents().to_dicts():
        click.echo(f"  {row['id']}  {row['title']}")
        click.echo(f"      {row['sentence']}")


def situation_text(name: str) -> str:
    """The situation file of one demonstration case."""
    return (files("trucewatch") / "demo" / "situations" / f"{name}.toml").read_text(encoding="utf-8")


def reports(name: str) -> Iterator[Received]:
    """The reports of one demonstration case as received, with what ``reports.toml`` says about each."""
    from trucewatch.documents import Received

    folder = files("trucewatch") / "demo" / name
    for listed in tomllib.loads((folder / "reports.toml").read_text(encoding="utf-8"))["report"]:
        published = listed.get("published")
        yield Received(
            raw=(folder / listed["file"]).read_bytes(),
            name=listed["file"],
            source=listed.get("source", ""),
            published=published.isoformat() if published else "",
        )


def _clear(path: Path) -> None:
    """Remove what an earlier demo left under this name, and nothing else."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
