"""``situation check``: whether a situation file is right, with the line of every fault."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def situation() -> None:
    """Check situation files."""


@situation.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(file: Path) -> None:
    """Check FILE and name the line of every fault."""
    from trucewatch.cli.reading import read_text
    from trucewatch.situation import check_situation, read_situation

    text = read_text(file)
    faults = check_situation(text)
    for fault in faults:
        where = f"{file}:{fault.line}" if fault.line else str(file)
        click.echo(f"{where}: {fault}", err=True)
        if fault.try_:
            click.echo(f"  Try: {fault.try_}", err=True)
    if faults:
        raise click.exceptions.Exit(faults[0].exit_code)
    read = read_situation(text, str(file))
    click.echo(
        f"{file}: right. {len(read.parties)} parties, {len(read.bodies)} bodies, {len(read.people)} people, "
        f"{len(read.places)} places, {len(read.sources)} sources, {len(read.agreements)} agreements."
    )
