"""The listings: documents, stories, statements, incidents, commitments, gatherings, agreements, findings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from trucewatch.cli.output import output_options, write_rows

#: What a listing shows on a terminal; JSON and CSV carry every column.
_SHOWN = {
    "documents": ("id", "published", "source", "language", "title"),
    "stories": ("id", "title", "sources", "origins", "documents"),
    "statements": ("id", "speakers", "act", "form", "words"),
    "mentions": ("id", "act", "factuality", "claimants", "actor", "when", "place", "why"),
    "incidents": ("id", "when", "place", "title", "grade", "contested"),
    "commitments": ("id", "what", "stage", "amount", "givers", "receivers"),
    "gatherings": ("id", "kind", "when", "place", "hosts", "count", "absentees"),
    "agreements": ("id", "name", "kind", "stage", "when", "disputed", "violated"),
    "findings": ("id", "title", "clause", "reading", "verdict", "attributed_to", "likelihood"),
}

_HELP = {
    "documents": "The reports in CASE.",
    "stories": "Which reports derive from one another.",
    "statements": "Who said what, in whose words.",
    "mentions": "Events as each report tells them, and why one is not counted.",
    "incidents": "What is said to have happened, and on whose word.",
    "commitments": "What is sought, offered, promised, delivered or refused.",
    "gatherings": "Who met whom, and who stayed away.",
    "agreements": "Agreements of the situation, and as reports speak of them.",
    "findings": "What each reading of each clause makes of each incident.",
}


def _listing(noun: str) -> click.Command:
    @click.command(noun, help=_HELP[noun])
    @click.argument("case", type=click.Path(path_type=Path))
    @click.option("--party", default="", help="A party, person or body: its id or name.")
    @click.option("--source", default="", help="Who published.")
    @click.option("--from", "start", default="", metavar="DAY", help="From this day on.")
    @click.option("--to", "end", default="", metavar="DAY", help="Up to and with this day.")
    @click.option("--place", default="", help="A place: its id or name.")
    @click.option("--type", "kind", default="", help="The type, act or kind.")
    @click.option("--document", default="", help="A report's id.")
    @click.option("--story", default="", help="A story id.")
    @click.option("--language", default="", help="The language of the report.")
    @click.option("--text", default="", help="Words that stand in it.")
    @click.option("--status", default="", help="proposed, accepted, corrected or rejected.")
    @output_options
    def listing(case: Path, form: str | None, **given: Any) -> None:
        from trucewatch.case import Case, Filters

        with Case.open(case) as opened:
            table = getattr(opened, noun)(Filters.of(**given))
            rows = table.to_dicts()
            columns = _SHOWN[noun] if form is None else table.columns
            write_rows(rows, columns, form)

    return listing


documents = _listing("documents")
stories = _listing("stories")
statements = _listing("statements")
mentions = _listing("mentions")
incidents = _listing("incidents")
commitments = _listing("commitments")
gatherings = _listing("gatherings")
agreements = _listing("agreements")
findings = _listing("findings")
