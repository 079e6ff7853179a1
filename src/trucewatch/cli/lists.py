"""The listings: one command for each noun of a case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from trucewatch.cli.output import at_option, output_options, write_rows

Command = Callable[..., Any]

#: What a listing shows on a terminal; JSON and CSV carry every column.
_SHOWN = {
    "documents": ("id", "published", "source", "language", "title"),
    "stories": ("id", "title", "sources", "origins", "documents"),
    "statements": ("id", "speakers", "act", "form", "words"),
    "disagreements": ("id", "differs", "extractor", "speakers", "act", "other_extractor", "other_id", "words"),
    "mentions": ("id", "act", "factuality", "claimants", "actor", "when", "place", "why"),
    "incidents": ("id", "when", "place", "title", "grade", "contested"),
    "commitments": ("id", "what", "stage", "amount", "givers", "receivers"),
    "pledges": ("id", "giver", "what", "stage", "promised", "delivered", "outstanding", "reports"),
    "needs": ("id", "clause", "need", "required", "promised", "delivered", "missing"),
    "gatherings": ("id", "kind", "when", "place", "hosts", "count", "absentees"),
    "observations": ("id", "kind", "count", "place", "when", "weapon", "direction", "previous", "observer"),
    "counts": ("id", "by", "kind", "when", "count", "observed", "previous", "held", "change"),
    "agreements": ("id", "name", "kind", "stage", "when", "disputed", "violated"),
}

_HELP = {
    "documents": "The reports in CASE.",
    "stories": "Which reports derive from one another.",
    "statements": "Who said what, in whose words.",
    "disagreements": "Sayings over which two extractors of one report differ.",
    "mentions": "Events as each report tells them, and why one is not counted.",
    "incidents": "What is said to have happened, and on whose word.",
    "commitments": "What is sought, offered, promised, delivered or refused.",
    "pledges": "Commitments by pledge: promised, delivered, still to come.",
    "needs": "What is required or needed, held against what is pledged.",
    "gatherings": "Who met whom, and who stayed away.",
    "observations": "What observers counted themselves, as each report tells it.",
    "counts": "What observers counted, each count once, with the period before: as stated, and as the case holds it.",
    "agreements": "Agreements of the situation, and as reports speak of them.",
}


#: Listings in which one may ask for one extractor's findings.
_BY_EXTRACTOR = {
    "statements": "Those of another extractor by its name, or any; otherwise the rules', and those accepted on review.",
    "disagreements": "Those with this extractor, by its name.",
}


def _extractor_option(noun: str) -> Callable[[Command], Command]:
    """``--extractor`` where it has a meaning."""
    if noun not in _BY_EXTRACTOR:
        return lambda command: command
    return click.option("--extractor", default="", metavar="NAME", help=_BY_EXTRACTOR[noun])


def _by_option(noun: str) -> Callable[[Command], Command]:
    """``--by`` where counts are laid out."""
    if noun != "counts":
        return lambda command: command
    return click.option("--by", "axis", default="area", metavar="WHAT", help="area, weapon, direction or observer.")


#: What every listing can be asked for, as ``case.Filters`` has it.
_FILTERS = (
    click.option("--party", default="", help="A party, person or body: its id or name."),
    click.option("--source", default="", help="Who published."),
    click.option("--from", "start", default="", metavar="DAY", help="From this day on."),
    click.option("--to", "end", default="", metavar="DAY", help="Up to and with this day."),
    click.option("--place", default="", help="A place: its id or name."),
    click.option("--type", "kind", default="", help="The type, act or kind."),
    click.option("--document", default="", help="A report's id."),
    click.option("--story", default="", help="A story id."),
    click.option("--language", default="", help="The language of the report."),
    click.option("--text", default="", help="Words that stand in it."),
    click.option("--status", default="", help="proposed, accepted, corrected or rejected."),
)


def filter_options(command: Command) -> Command:
    """The filters of a listing."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def _listing(noun: str) -> click.Command:
    @click.command(noun, help=_HELP[noun])
    @click.argument("case", type=click.Path(path_type=Path))
    @filter_options
    @_extractor_option(noun)
    @_by_option(noun)
    @at_option
    @output_options
    def listing(case: Path, form: str | None, at: int | None, **given: Any) -> None:
        from trucewatch.case import Case, Filters

        with Case.open(case, at=at) as opened:
            table = getattr(opened, noun)(Filters.of(**given))
            rows = table.to_dicts()
            columns = _SHOWN[noun] if form is None else table.columns
            write_rows(rows, columns, form)

    return listing


documents = _listing("documents")
stories = _listing("stories")
statements = _listing("statements")
disagreements = _listing("disagreements")
mentions = _listing("mentions")
incidents = _listing("incidents")
commitments = _listing("commitments")
pledges = _listing("pledges")
needs = _listing("needs")
gatherings = _listing("gatherings")
observations = _listing("observations")
counts = _listing("counts")
agreements = _listing("agreements")
