"""``parameters``: the weights by which a case is graded, and which have been."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli.output import output_options, write_rows


@click.group()
def parameters() -> None:
    """The weights by which a case is graded: show, set, history."""


@parameters.command()
@click.argument("case", type=click.Path(path_type=Path))
def show(case: Path) -> None:
    """Print the table that CASE grades by now, as a file to change and set."""
    from trucewatch.case import Case
    from trucewatch.corroboration import write_parameters

    with Case.open(case) as opened:
        click.echo(write_parameters(opened.parameters), nl=False)


@parameters.command("set")
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", default="", envvar="TRUCEWATCH_REVIEWER", help="Your name or initials; kept in the record.")
def set_parameters(case: Path, file: Path, by: str) -> None:
    """Grade CASE by the table in FILE from now on.

    Nothing is lost: the table is an entry of the record, every grade names the one it was made by, and --at ENTRY
    shows the grades of then.
    """
    from trucewatch.case import Case
    from trucewatch.cli.reading import read_text

    with Case.open(case) as opened:
        opened.set_parameters(read_text(file), name=str(file), by=by)
        table = opened.parameters
        click.echo(f"{case} is graded by version {table.version} from entry {table.entry} on")


@parameters.command()
@click.argument("case", type=click.Path(path_type=Path))
@output_options
def history(case: Path, form: str | None) -> None:
    """Every table that CASE was graded by, and since which entry."""
    from trucewatch.case import Case

    with Case.open(case) as opened:
        rows = [
            {"entry": entry.seq, "version": table.version, "at": entry.at, "by": entry.by, "file": entry.body["name"]}
            for entry, table in opened.parameters_history()
        ]
    write_rows(rows, ("entry", "version", "at", "by", "file"), form)
