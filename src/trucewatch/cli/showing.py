"""``show``: any one thing, with the exact words it rests on."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucewatch.cli.output import at_option, plain, printable

if TYPE_CHECKING:
    from trucewatch.case import Case, Extraction, Shown


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("id_", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@at_option
def show(case: Path, id_: str, as_json: bool, at: int | None) -> None:
    """Show anything in CASE, with the words it rests on.

    ID is any id that a listing prints, or the start of one.
    """
    from trucewatch.case import Case

    with Case.open(case, at=at) as opened:
        shown = opened.show(id_)
        if as_json or not sys.stdout.isatty():
            click.echo(json.dumps(shown.to_dict(), ensure_ascii=False, indent=2, default=str))
        else:
            click.echo(printable(f"{as_text(shown)}\n{_told(opened, shown)}".rstrip()))


def _told(case: Case, shown: Shown) -> str:
    """Of a story of several reports, who took what from whom; else nothing."""
    from trucewatch.documents import Document
    from trucewatch.lineage import Story
    from trucewatch.publish import story_text

    story = shown.record
    if not isinstance(story, Story) or len(story.documents) < 2:
        return ""
    records = (case.show(name).record for name in story.documents)
    return story_text(story, [record for record in records if isinstance(record, Document)], case.situation)


def as_text(shown: Shown) -> str:
    """One thing as lines of text: its fields, then its words."""
    from trucewatch.publish import GradedIncident, grade_text

    fields = [f"{name}: {plain(value)}" for name, value in shown.fields().items() if plain(value)]
    if isinstance(shown.record, GradedIncident):
        graded = f"grade:\n{grade_text(shown.record.grade, shown.record.tolls)}"
        fields = [graded if field.startswith("grade: ") else field for field in fields]
    words = [
        f"  [{w.document} {w.span.start}:{w.span.end} text {w.text_sha256[:12]}]\n  {w.words}" for w in shown.words
    ]
    others = [line for extraction in shown.extractions for line in _extraction(extraction)]
    bound = [f"{each.decision}: {each.id} by {each.by}{_taken_back(each.undone)}" for each in shown.judgements]
    conflicts = [f"conflict: {each}" for each in shown.conflicts]
    related = [f"{each.kind}: {each.other} ({', '.join(each.reasons)})" for each in shown.relations]
    head = [f"{shown.kind} {shown.id}", *fields, *related, *bound, *conflicts, *others]
    return "\n".join([*head, "rests on:" if words else "", *words])


def _taken_back(entry: int | None) -> str:
    return f", taken back by entry {entry}" if entry is not None else ""


def _extraction(extraction: Extraction) -> Iterator[str]:
    """What another extractor proposed, and what of it is not in the text."""
    borne = f"{extraction.proposed} proposed, {extraction.statements} in the text"
    yield f"also read by: {extraction.extractor} {extraction.version}: {borne}"
    for each in extraction.unborne:
        yield f"  not borne out ({each.part}: {each.reason}): {each.words}"
