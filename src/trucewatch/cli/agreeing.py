"""``agreement``: agreements as data, from a file or among those that ship."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucewatch.cli.output import output_options, printable, write_rows

if TYPE_CHECKING:
    from trucewatch.situation import Difference, Situation

_COLUMNS = ("agreement", "clause", "change", "what", "fault", "try")


@click.group()
def agreement() -> None:
    """Check, show and compare agreements."""


@agreement.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(file: Path) -> None:
    """Check the agreements of FILE and name the line of every fault.

    FILE is an agreement file or a situation. Clauses that contradict each other, versions that overlap, ids used twice,
    days, places and definitions that make no sense are faults; the exit code is then 4.
    """
    from trucewatch.cli.reading import check_file

    for each in check_file(file).agreements:
        clauses = [clause for clause in each.clauses if clause.retired is None]
        readings = sum(len(clause.readings) for clause in clauses)
        retired = len(each.clauses) - len(clauses)
        click.echo(f"{each.id}: right. {len(clauses)} clauses, {retired} retired, {readings} readings.")


@agreement.command()
@click.argument("what", metavar="FILE|ID")
def show(what: str) -> None:
    """Show agreements in words.

    What each clause asks of whom, where, from when to when, and as whom it reads. FILE is an agreement file or a
    situation; ID is an agreement that ships, or its file's name.
    """
    from trucewatch.publish import agreement_text

    path = Path(what)
    shown = _of_file(path, "") if path.is_file() else _shipped(what)
    for situation, wanted in shown:
        for each in situation.agreements:
            if wanted in {"", each.id}:
                click.echo(printable_lines(agreement_text(each, situation)))


@agreement.command()
@click.argument("old", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("new", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@output_options
def diff(old: Path, new: Path, form: str | None) -> None:
    """Compare OLD and NEW clause by clause.

    A clause that is dropped instead of retired, an id that is used again, and a term that is changed in place are
    faults: findings published under OLD would change without saying so. The exit code is then 4.
    """
    from trucewatch.cli.reading import read_checked
    from trucewatch.situation import compare_agreements

    differences = compare_agreements(read_checked(old)[0], read_checked(new)[0])
    write_rows(map(_row, differences), _COLUMNS, form)
    faults = sum(1 for each in differences if each.fault)
    if faults:
        click.echo(f"{faults} of {len(differences)} changes break faith with what was published under {old}", err=True)
        raise click.exceptions.Exit(4)


def _row(difference: Difference) -> dict[str, str]:
    values = (difference.agreement, difference.clause, difference.kind, difference.what, difference.fault)
    return dict(zip(_COLUMNS, (*values, difference.try_), strict=True))


def printable_lines(text: str) -> str:
    """Text in lines, each made harmless."""
    return "\n".join(map(printable, text.split("\n")))


def _of_file(path: Path, wanted: str) -> Iterator[tuple[Situation, str]]:
    from trucewatch.cli.reading import read_checked

    yield read_checked(path)[0], wanted


def _shipped(wanted: str) -> Iterator[tuple[Situation, str]]:
    """The agreement that ships under that id, or all of that file."""
    from trucewatch.errors import UsageError
    from trucewatch.situation import suggest

    known: list[str] = []
    for name, situation in shipped():
        ids = [each.id for each in situation.agreements]
        if wanted in {name, *ids}:
            yield situation, "" if wanted == name else wanted
            return
        known += [name, *ids]
    raise UsageError(f"{wanted} is neither a file nor an agreement that ships", "", suggest(wanted, known))


def shipped() -> Iterator[tuple[str, Situation]]:
    """The agreements that ship: the name of each file, and what is in it."""
    from trucewatch.cli.reading import read_checked

    with as_file(files("trucewatch") / "demo" / "agreements") as folder:
        for path in sorted(folder.glob("*.toml")):
            yield path.stem, read_checked(path)[0]
