"""What a listing shows of each noun, in the words of the bulletin.

Decides columns and wording, and what each cell leads to. Never leaves out doubt: a day that is not resolved, a place
that is not located say so. The data behind a listing (``/api``) has more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from trucewatch.agreements import Pledge
from trucewatch.case import (
    AgreementRow,
    Case,
    CommitmentRow,
    CountRow,
    DisagreementRow,
    DocumentRow,
    FindingRow,
    GatheringRow,
    NeedRow,
    ObservationRow,
    PledgeRow,
    StatementRow,
    StoryRow,
    Table,
)
from trucewatch.incidents import date_words
from trucewatch.publish.sheet.counts import figure_words
from trucewatch.publish.sheet.desk import AGREED, TEXT_READING, Desk
from trucewatch.publish.sheet.incidents import agreement_name, clause_title
from trucewatch.publish.sheet.matrix import NOBODY
from trucewatch.publish.sheet.model import IncidentLine
from trucewatch.publish.shown import one_line
from trucewatch.publish.wording import count_words, period_words, when_words, where_words
from trucewatch.values import Amount, When
from trucewatch.web.laying import bulletin_of, in_outline, lay_out
from trucewatch.web.layout import address, listing_address

_WORDS = 220  # characters of quoted words in a cell: three lines of a wide screen

#: What each noun is, in a sentence.
ABOUT = {
    "documents": "The reports, as received.",
    "stories": "Which reports derive from one another.",
    "statements": "Who said what, and in whose words.",
    "disagreements": "Sayings over which two extractors of one report differ. Incidents rest on the rules alone.",
    "incidents": "What is said to have happened, and on whose word.",
    "commitments": "What is sought, offered, promised, delivered or refused.",
    "pledges": "Commitments by pledge, each once: promised, delivered, still to come.",
    "needs": "What is required or needed, held against what is pledged.",
    "gatherings": "Who met whom, and who stayed away.",
    "observations": "What observers counted themselves, and could not observe.",
    "counts": "What observers counted, each count once, beside the period before.",
    "agreements": "The agreements, and agreements as reports speak of them.",
    "findings": "What each reading of each clause makes of each incident.",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its words, where they lead, a line beneath, tags beside, and whether the words are quoted."""

    text: str = ""
    to: str = ""
    under: str = ""
    tags: tuple[str, ...] = ()
    is_quoted: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A listing ready to be marked up. ``notes`` say how much of it is known; ``lines`` draw the map of incidents."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int
    notes: tuple[str, ...] = ()
    lines: tuple[IncidentLine, ...] = ()


def write_listing(case: Case, noun: str, table: Table[Any, Any], limit: int) -> Listing:
    """The first ``limit`` rows of a table in words."""
    desk = Desk(bulletin_of(case, ()))
    lines: tuple[IncidentLine, ...] = ()
    if noun == "incidents":
        lines = lay_out(case, (), incidents=tuple(in_outline(each) for each in table.records[:limit])).incidents
        rows = [_incident(line, row.status) for line, row in zip(lines, table.rows, strict=False)]
    else:
        word = _WORDING[noun]
        shown = zip(table.rows[:limit], table.records[:limit], strict=True)
        rows = [word(row, record, desk) for row, record in shown]
    return Listing(_COLUMNS[noun], tuple(rows), len(table), tuple(_notes(noun, table.rows)), lines)


def _notes(noun: str, rows: Sequence[Any]) -> Iterable[str]:
    if noun == "incidents":
        yield f"{sum(row.located for row in rows)} of {len(rows)} located"
        yield f"{sum(row.contested for row in rows)} contested"
    if noun == "documents" and (foreign := sum(not row.understood for row in rows)):
        yield f"{foreign} kept and shown, but not understood: this engine has no rules for their language"
    if noun == "documents" and (partly := sum(row.understood and not row.events_read for row in rows)):
        yield f"{partly} read for statements only: this engine has no rules for events in their language"


def _incident(line: IncidentLine, status: str) -> tuple[Cell, ...]:
    tags = (*(("contested",) if line.is_contested else ()), *_reviewed(status))
    return (
        Cell(str(line.number)),
        Cell(line.title, address(line.id), tags=tags, id=line.id),
        Cell(line.when, under=line.where),
        Cell(line.grade),
        Cell("; ".join(line.verdicts) or "no clause applies"),
    )


def _document(row: DocumentRow, record: Any, desk: Desk) -> tuple[Cell, ...]:
    tags = () if row.events_read else ("statements only",) if row.understood else ("not understood",)
    return (
        Cell(row.title or row.name or row.id, address(row.id), tags=tags, id=row.id),
        Cell(when_words(record.published) if record.published else "not known"),
        _source(row.source, desk),
        Cell(row.language),
        Cell(f"{count_words(row.statements, 'statement')}, {count_words(row.mentions, 'event')}"),
        Cell("its story", address(row.story)),
    )


def _story(row: StoryRow, _record: Any, desk: Desk) -> tuple[Cell, ...]:
    beside = f"{count_words(len(row.related), 'related account')} beside it" if row.related else ""
    return (
        Cell(row.title or row.id, address(row.id), id=row.id),
        Cell(count_words(len(row.documents), "report"), listing_address("documents", story=row.id), beside),
        Cell(count_words(row.origins, "origin"), under="a version not held" if row.unseen_root else ""),
        Cell(", ".join(desk.publisher(source) for source in row.sources)),
    )


def _statement(row: StatementRow, _record: Any, desk: Desk) -> tuple[Cell, ...]:
    act = f"{row.act} against {', '.join(row.accused)}" if row.accused else row.act
    return (
        Cell(", ".join(row.speakers) or "speaker not named", address(row.id), ", ".join(row.offices), id=row.id),
        Cell(act, under=row.form, tags=(*_by_another(row.extractor), *_reviewed(row.status))),
        _words(row.words),
        _report(row, desk),
    )


def _disagreement(row: DisagreementRow, _record: Any, desk: Desk) -> tuple[Cell, ...]:
    alone = "" if row.other_id else f"not found by {row.other_extractor}"
    return (
        Cell(", ".join(row.differs), under=alone, tags=_reviewed(row.status)),
        Cell(_who_does(row.speakers, row.act), address(row.id), row.extractor, id=row.id),
        _words(row.words),
        Cell(_who_does(row.other_speakers, row.other_act), address(row.other_id), row.other_extractor)
        if row.other_id
        else Cell(),
        _words(row.other_words),
        _report(row, desk),
    )


def _who_does(speakers: Sequence[str], act: str) -> str:
    return f"{', '.join(speakers) or 'speaker not named'}: {act}"


def _commitment(row: CommitmentRow, record: Any, desk: Desk) -> tuple[Cell, ...]:
    return (
        Cell(row.what, address(row.id), row.amount, _reviewed(row.status), id=row.id),
        Cell(row.stage, under=_when(record.when)),
        Cell(", ".join(row.givers), under=f"sought by {', '.join(row.seekers)}" if row.seekers else ""),
        Cell(", ".join(row.receivers)),
        _words(row.words),
        _report(row, desk),
    )


def _pledge(row: PledgeRow, record: Pledge, _desk: Desk) -> tuple[Cell, ...]:
    tags = tuple(tag for tag, is_so in (("conditional", row.conditional), ("disputed", row.disputed)) if is_so)
    to = f"to {', '.join(row.receivers)}" if row.receivers else ""
    steps = "; ".join(f"{step.stage} {date_words(step.day) if step.day else ''}".strip() for step in record.history)
    return (
        Cell(row.what, address(row.id), to, tags, id=row.id),
        Cell(row.giver),
        Cell(row.promised or "no amount", under=row.reason),
        Cell(row.delivered),
        Cell(row.outstanding),
        Cell(steps, under=f"told in {count_words(row.reports, 'report')}"),
    )


def _need(row: NeedRow, _record: Any, _desk: Desk) -> tuple[Cell, ...]:
    asked = f"clause {row.clause}" if row.clause else f"sought by {row.needed_by or 'somebody not named'}"
    cells = (row.required, row.promised, row.delivered, row.missing)
    return (Cell(row.need, address(row.id), asked), *map(Cell, cells))


def _gathering(row: GatheringRow, record: Any, desk: Desk) -> tuple[Cell, ...]:
    absent = f"absent: {', '.join(row.absentees)}" if row.absentees else ""
    present = "; ".join(part for part in (", ".join(row.participants), row.count) if part)
    return (
        Cell(row.kind.capitalize(), address(row.id), tags=_reviewed(row.status), id=row.id),
        Cell(_when(record.when) or "date not stated", under=where_words(record.where, desk.places)),
        Cell(", ".join(row.hosts)),
        Cell(present, under=absent),
        _words(row.words),
        _report(row, desk),
    )


def _observation(row: ObservationRow, record: Any, desk: Desk) -> tuple[Cell, ...]:
    sensed = ", ".join(part for part in (row.sensor, row.position and f"from {row.position}") if part)
    part = ("part of a count",) if row.part_of else ()
    stated = f"{row.previous} in the period before" if row.previous else row.relation
    fired = ", ".join(part for part in (row.weapon, row.direction, row.course) if part)
    return (
        Cell(f"{row.kind}: {row.count}", address(row.id), stated, (*part, *_reviewed(row.status)), id=row.id),
        Cell(_when(record.when) or "date not stated", under=where_words(record.where, desk.places)),
        Cell(fired, under=sensed),
        _words(row.words),
        _report(row, desk),
    )


def _count(row: CountRow, record: Any, _desk: Desk) -> tuple[Cell, ...]:
    period = period_words(row.start, row.end) if row.start and row.end else row.when
    tags = () if row.observed == "yes" else ("not observed" if row.observed == "no" else "partly not observed",)
    differs = ("differs",) if row.previous and row.held and not _agree(record.previous, record.held) else ()
    reports = f"in {count_words(row.reports, 'report')}" if row.reports > 1 else ""
    return (
        Cell(row.kind, address(row.id), reports),
        Cell(row.by),
        Cell(period or "date not stated"),
        Cell(figure_words(record.count) if record.count else "–", tags=tags),
        Cell(figure_words(record.previous) if record.previous else "–"),
        Cell(figure_words(record.held) if record.held else "–", tags=differs),
        Cell(row.change),
    )


def _agree(stated: Amount, held: Amount) -> bool:
    """Whether two figures for one period can both be so."""
    lows, highs = [each.low or 0 for each in (stated, held)], [each.high for each in (stated, held)]
    if stated.is_approximate or held.is_approximate:
        return True
    return all(high is None or max(lows) <= high for high in highs)


def _agreement(row: AgreementRow, record: Any, desk: Desk) -> tuple[Cell, ...]:
    tags = tuple(tag for tag, is_so in (("disputed", row.disputed), ("said to be violated", row.violated)) if is_so)
    when = _when(record.when) if row.document else (date_words(row.start) if row.start else "")
    parties = row.parties if row.document else tuple(desk.party(party) for party in row.parties)
    return (
        Cell(row.name or f"{row.kind} agreement".capitalize(), address(row.id), tags=tags, id=row.id),
        Cell(row.stage, under=when),
        Cell(", ".join(parties)),
        _words(row.words),
        _report(row, desk) if row.document else Cell("the situation file"),
    )


def _finding(row: FindingRow, _record: Any, desk: Desk) -> tuple[Cell, ...]:
    accused = ", ".join(row.attributed_to)
    return (
        Cell(row.title, address(row.incident), row.likelihood),
        Cell(clause_title(desk, row.agreement, row.clause), under=agreement_name(desk, row.agreement)),
        Cell(AGREED if row.reading == TEXT_READING else f"{desk.party(row.reading)}’s reading"),
        Cell(row.verdict, address(row.id), f"if by {accused}" if accused else NOBODY, id=row.id),
    )


def _by_another(extractor: str) -> tuple[str, ...]:
    """Who found it, where that was not the rules."""
    return () if extractor.startswith("rules-") else (extractor.rpartition("/")[0],)


def _when(when: When | None) -> str:
    return when_words(when) if when else ""


def _words(words: str) -> Cell:
    return Cell(one_line(words, _WORDS), is_quoted=bool(words))


def _source(source: str, desk: Desk) -> Cell:
    return Cell(desk.publisher(source) or "not known", listing_address("documents", source=source) if source else "")


def _report(
    row: StatementRow | DisagreementRow | CommitmentRow | GatheringRow | ObservationRow | AgreementRow, desk: Desk
) -> Cell:
    return Cell(desk.publisher(row.source) or "the report", address(row.document))


def _reviewed(status: str) -> tuple[str, ...]:
    return (status,) if status in {"accepted", "corrected", "rejected"} else ()


_COLUMNS = {
    "documents": ("Report", "Published", "Source", "Language", "Found in it", "Story"),
    "stories": ("Story", "Reports", "Independent", "Sources"),
    "statements": ("Who", "What the saying does", "The words", "Report"),
    "disagreements": ("They differ in", "One has", "The words", "The other has", "The words", "Report"),
    "incidents": ("No.", "What is said to have happened", "When and where", "Grade", "If as alleged"),
    "commitments": ("What", "Stage", "From", "To", "The words", "Report"),
    "pledges": ("What", "From", "Promised", "Delivered", "Outstanding", "How far by when"),
    "needs": ("What is required or needed", "Required", "Promised", "Delivered", "Missing"),
    "gatherings": ("Kind", "When and where", "Hosts", "Present", "The words", "Report"),
    "observations": ("What was counted", "When and where", "With what, and how noticed", "The words", "Report"),
    "counts": (
        "What was counted",
        "Where, or of what",
        "Period",
        "Count",
        "Before, as stated",
        "Before, as held here",
        "Change",
    ),
    "agreements": ("Agreement", "Stage", "Between", "The words", "Source"),
    "findings": ("If this happened as alleged", "Clause", "Under", "Verdict"),
}
_WORDING: dict[str, Callable[[Any, Any, Desk], tuple[Cell, ...]]] = {
    "documents": _document,
    "stories": _story,
    "statements": _statement,
    "disagreements": _disagreement,
    "commitments": _commitment,
    "pledges": _pledge,
    "needs": _need,
    "gatherings": _gathering,
    "observations": _observation,
    "counts": _count,
    "agreements": _agreement,
    "findings": _finding,
}
