"""``situation``: whether a situation file is right, with the line of every fault; and another one for a case."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def situation() -> None:
    """Check situation files, and set them."""


@situation.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(file: Path) -> None:
    """Check FILE and name the line of every fault."""
    from trucewatch.cli.reading import check_file
    from trucewatch.situation import find_ambiguities, find_doubts

    read = check_file(file)
    told = [(str(doubt), doubt.try_) for doubt in find_doubts(read)]
    told += [(str(name), name.try_) for name in find_ambiguities(read)]
    for what, to_try in told:
        click.echo(f"{file}: warning: {what}\n  Try: {to_try}", err=True)
    click.echo(
        f"{file}: right. {len(read.parties)} parties, {len(read.bodies)} bodies, {len(read.people)} people, "
        f"{len(read.places)} places, {len(read.sources)} sources, {len(read.agreements)} agreements."
    )


@situation.command("set")
@click.argument("case", type=click.Path(exists=True, path_type=Path))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", required=True, help="Who changes it: the record says so.")
def set_(case: Path, file: Path, by: str) -> None:
    """Watch CASE by another situation FILE from now on.

    All reports are read again in its light. Findings as they stood before can be recomputed: `findings --at`.
    """
    from trucewatch.case import Case
    from trucewatch.cli.reading import read_checked
    from trucewatch.situation import compare_agreements

    with Case.open(case) as opened:
        before = opened.log.head.size
        read, text = read_checked(file)
        changes = compare_agreements(opened.situation, read)
        opened.set_situation(text, name=file.name, by=by)
        for each in (each for each in changes if each.fault):
            click.echo(f"{each.agreement} {each.clause} {each.kind}: {each.what}; {each.fault}".lstrip(), err=True)
        click.echo(f"set by entry {before}; findings as before: findings {case} --at {before - 1}", err=True)
