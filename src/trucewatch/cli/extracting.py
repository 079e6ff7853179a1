"""``extract``: have another extractor read the reports of a case, as a second opinion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from trucewatch.cli.output import output_options, write_rows

if TYPE_CHECKING:
    from trucewatch.case import Reading

_WHICH = "llm:MODEL, neural:FILE.onnx, spacy:MODEL or ru."
_COLUMNS = ("outcome", "id", "title", "proposed", "statements", "rejected", "why", "try")


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--with", "which", required=True, metavar="KIND[:MODEL]", help=_WHICH)
@click.option("--document", default="", help="Only this report, by its id.")
@click.option("--language", default="", help="Only reports in this language.")
@click.option("--from", "start", default="", metavar="DAY", help="Only reports with facts from this day on.")
@click.option("--to", "end", default="", metavar="DAY", help="Only reports up to and with this day.")
@click.option("--endpoint", default="", metavar="URL", help="llm: where the model answers; a local one by default.")
@click.option("--send-text-away", is_flag=True, help="llm: let the text of reports leave this machine.")
@click.option("--key", default="", envvar="TRUCEWATCH_LLM_KEY", help="llm: what the server asks for; kept nowhere.")
@click.option("--timeout", type=click.IntRange(min=1), default=300, show_default=True, help="llm: seconds an answer.")
@click.option("--by", default="", envvar="TRUCEWATCH_REVIEWER", help="Your name or initials; kept in the record.")
@output_options
def extract(
    case: Path,
    which: str,
    document: str,
    language: str,
    start: str,
    end: str,
    endpoint: str,
    send_text_away: bool,
    key: str,
    timeout: int,
    by: str,
    form: str | None,
) -> None:
    """Have another extractor read the reports of CASE for statements.

    A second opinion: what it proposes is kept in the record, what stands in the text word for word becomes its
    statements, and nothing else in the case changes. See them with `statements --extractor`, and where they differ from
    the rules' with `disagreements`. Each report is read once by each version of an extractor; stop and go on at will.
    """
    from trucewatch.case import Case
    from trucewatch.extractors.choosing import Wish, choose

    wish = Wish(endpoint=endpoint, may_leave=send_text_away, timeout=timeout, key=key)
    counts: Counter[str] = Counter()
    with Case.open(case) as opened:
        chosen = choose(which, opened.situation, wish)
        asked: dict[str, Any] = {"document": document, "language": language, "start": start, "end": end}
        write_rows(_rows(opened.extract(chosen, by=by, **asked), counts), _COLUMNS, form)
    click.echo(", ".join(f"{count} {outcome}" for outcome, count in counts.items()) or "no reports", err=True)
    if counts["failed"]:
        raise click.exceptions.Exit(3)


def _rows(readings: Iterable[Reading], counts: Counter[str]) -> Iterator[dict[str, Any]]:
    """One line a report, as soon as it is read. Reports in other languages, or read before, are only counted."""
    for each in readings:
        counts[each.outcome] += 1
        if each.outcome in {"read", "failed"}:
            yield {
                "outcome": str(each.outcome),
                "id": each.id,
                "title": each.title,
                "proposed": each.proposed,
                "statements": each.statements,
                "rejected": each.rejected,
                "why": str(each.error) if each.error else "",
                "try": each.error.try_ if each.error else "",
            }
