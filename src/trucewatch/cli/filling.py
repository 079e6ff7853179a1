"""``init`` and ``add``: a case, and the reports in it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from trucewatch.cli.output import output_options, printable, write_rows
from trucewatch.cli.running import chosen_runner, runner_options

if TYPE_CHECKING:
    from trucewatch.case import Result
    from trucewatch.documents import Received
    from trucewatch.errors import InputError

_COLUMNS = ("outcome", "id", "title", "name", "why", "try")


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--situation", required=True, type=click.Path(path_type=Path), help="The situation file (TOML).")
def init(case: Path, situation: Path) -> None:
    """Make CASE, one file, from a situation file."""
    from trucewatch.case import Case
    from trucewatch.cli.reading import read_checked

    with Case.create(case, read_checked(situation)[1], name=situation.name) as made:
        click.echo(f"made {case} for “{made.situation.title}”", err=True)


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("targets", nargs=-1, required=True, metavar="PATH|DIR|URL|-...")
@click.option("--source", default="", help="Who published: a source id of the situation, or a name.")
@click.option("--published", default="", help="When it was published: 2025-04-10, or 2025-04 where that is all.")
@click.option("--language", default="", help="The language, e.g. en or uk; otherwise it is detected.")
@runner_options
@output_options
def add(
    case: Path,
    targets: tuple[str, ...],
    source: str,
    published: str,
    language: str,
    workers: int,
    runner: str,
    form: str | None,
) -> None:
    """Add reports to CASE.

    Files, folders, web addresses, or - for standard input.

    Each report has one line of its own. A report that cannot be read is refused with the reason, is remembered in the
    record, and stops nothing; the exit code is then 3.
    """
    from trucewatch.case import Case
    from trucewatch.cli.collecting import Given, collect

    given = Given(source=source, published=published, language=language)
    is_live = form is None and sys.stdout.isatty()
    counts: Counter[str] = Counter()
    with chosen_runner(runner, workers) as where, Case.open(case, runner=where) as opened:
        results = opened.add(with_progress(collect(targets, given)))
        rows = counted((row_of(result) for result in results), counts)
        if is_live:
            for row in rows:
                click.echo(line_of(row))
        else:
            write_rows(rows, _COLUMNS, form)
    if counts["refused"]:
        raise click.exceptions.Exit(3)


def counted(rows: Iterator[dict[str, Any]], counts: Counter[str]) -> Iterator[dict[str, Any]]:
    """The same rows, each written as soon as its report is in; what became of them is counted on the way."""
    for row in rows:
        counts[row["outcome"]] += 1
        yield row


def row_of(result: Result) -> dict[str, Any]:
    """One result as a row."""
    return {
        "outcome": str(result.outcome),
        "id": result.id,
        "title": result.title,
        "name": result.name,
        "why": str(result.error) if result.error else "",
        "try": result.error.try_ if result.error else "",
    }


def line_of(row: dict[str, Any]) -> str:
    """One result as a line for people."""
    if row["outcome"] == "refused":
        tail = f" Try: {row['try']}" if row["try"] else ""
        return printable(f"refused        {row['name']}: {row['why']}.{tail}")
    return printable(f"{row['outcome']:<14} {row['id']}  {row['title'] or row['name']}")


def with_progress(items: Iterable[Received | InputError]) -> Iterator[Received | InputError]:
    """The same items, counted on stderr while somebody is watching."""
    if not sys.stderr.isatty():
        yield from items
        return
    say: Callable[[str], None] = lambda text: click.echo(text, err=True, nl=False)  # noqa: E731 -- a word for below
    count = 0
    for count, item in enumerate(items, start=1):
        say(f"\rreading report {count} ")
        yield item
    say(f"\r{' ' * 40}\r" if count else "")
