"""``passages``: the sentences of the reports that bear on a clause."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli.output import output_options, write_rows

_SHOWN = ("score", "words", "document", "source")


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("clause", metavar="CLAUSE")
@click.option("--source", default="", help="Who published.")
@click.option("--from", "start", default="", metavar="DAY", help="Reports from this day on.")
@click.option("--to", "end", default="", metavar="DAY", help="Reports up to and with this day.")
@click.option("--document", default="", help="A report's id.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(min=1), help="How many, at most.")
@output_options
def passages(case: Path, clause: str, limit: int, form: str | None, **given: str) -> None:
    """Sentences in CASE that bear on CLAUSE, most first.

    Also where no incident was found in them. CLAUSE is a clause's id, or
    AGREEMENT/CLAUSE. The score is per mille; --json says why.
    """
    from trucewatch.case import Case, Filters

    with Case.open(case) as opened:
        table = opened.passages(clause, Filters.of(**given))
        write_rows(table.to_dicts()[:limit], _SHOWN if form is None else table.columns, form)
