"""``findings``: a row each, or the matrix of incidents by readings; as the case stands, or as it stood."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from trucewatch.cli.lists import filter_options
from trucewatch.cli.output import at_option, output_options, write_rows

if TYPE_CHECKING:
    from trucewatch.agreements import Finding
    from trucewatch.case import Case, FindingRow, Table
    from trucewatch.situation import Situation

_SHOWN = ("id", "title", "clause", "reading", "verdict", "attributed_to", "likelihood")


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@filter_options
@click.option("--matrix", is_flag=True, help="Incidents by readings: a line a clause and incident, a column a reading.")
@at_option
@output_options
def findings(case: Path, matrix: bool, at: int | None, form: str | None, **given: Any) -> None:
    """What each reading of each clause makes of each incident.

    With --at, everything is derived again from the entries up to that one, with the situation of that time: so what was
    published can be recomputed whatever was changed since. A bulletin made from 20 entries is that of --at 19.
    """
    from trucewatch.case import Case, Filters

    with Case.open(case, at=at) as opened:
        table = opened.findings(Filters.of(**given))
        if matrix:
            rows = list(_matrix(table, opened.situation))
            columns = tuple(rows[0]) if rows else ("incident", "clause")
            write_rows(rows, columns, form)
        else:
            write_rows(table.to_dicts(), _SHOWN if form is None else table.columns, form)
        _say_changed(opened, case, at)


def _say_changed(opened: Case, path: Path, at: int | None) -> None:
    """Findings under an earlier situation were other findings: say how to see them."""
    changed = opened.situation_entries()
    if at is None and len(changed) > 1:
        before = f"as before: findings {path} --at {changed[-1] - 1}"
        click.echo(f"The situation was changed by entry {changed[-1]}; {before}", err=True)


def _matrix(table: Table[FindingRow, Finding], situation: Situation) -> Iterator[dict[str, str]]:
    """A row for each clause, incident and side accused, without those that the clause is not about."""
    from trucewatch.agreements import Verdict
    from trucewatch.publish.sheet.matrix import NOBODY
    from trucewatch.situation import AGREED_TEXT

    names = {party.id: f"{party.name}’s reading" for party in situation.parties} | {AGREED_TEXT: "agreed text"}
    readings = sorted(
        {row.reading for row in table.rows}, key=lambda each: (each != AGREED_TEXT, names.get(each, each))
    )
    groups: dict[tuple[str, str, str, tuple[str, ...]], dict[str, FindingRow]] = {}
    for row in table.rows:
        groups.setdefault((row.agreement, row.clause, row.incident, row.attributed_to), {})[row.reading] = row
    for (agreement, clause, incident, side), found in groups.items():
        first = next(iter(found.values()))
        if all(row.verdict == Verdict.WOULD_NOT for row in found.values()):
            continue
        yield {
            "clause": f"{agreement} {clause}",
            "incident": incident,
            "title": first.title,
            "attributed_to": ", ".join(side) or NOBODY,
            "likelihood": first.likelihood,
            **{names.get(each, each): found[each].verdict if each in found else "" for each in readings},
        }
