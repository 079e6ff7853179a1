"""Things that need no page of their own making: a title, and rows of what is known.

Decides which of a thing's fields are told and in which order, in the words of the sheet where it has words for it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from trucewatch.case import Case, Judgement, Shown
from trucewatch.events import AgreementMention, Commitment, EventMention, Gathering, Observation
from trucewatch.publish.sheet.counts import figure_words
from trucewatch.publish.sheet.model import Sheet
from trucewatch.publish.wording import amount_words, people_words, when_words, where_words
from trucewatch.record import Entry
from trucewatch.statements import Statement
from trucewatch.web.laying import lay_out
from trucewatch.web.layout import address
from trucewatch.web.listings import Cell

Rows = list[tuple[str, Cell]]


def tell(case: Case, one: Shown) -> tuple[Sheet, str, Rows]:
    """A thing's sheet, its title and its rows. A row without words is left out of the page."""
    sheet = lay_out(case, [words.document for words in one.words], **_on_sheet(one.record))
    for kind, words_of in _TOLD:
        if isinstance(one.record, kind):
            return sheet, *words_of(case, one.record, sheet)
    return sheet, one.id, [(name.replace("_", " "), Cell(_data(value))) for name, value in one.fields().items()]


def _on_sheet(record: object) -> dict[str, tuple[object, ...]]:
    """Which part of a sheet words the record, if any."""
    match record:
        case Statement():
            return {"statements": (record,)}
        case Commitment():
            return {"commitments": (record,)}
        case Gathering():
            return {"gatherings": (record,)}
        case AgreementMention():
            return {"agreements": (record,)}
    return {}


def _statement(_case: Case, statement: Statement, sheet: Sheet) -> tuple[str, Rows]:
    (line,) = sheet.statements
    rows = [
        ("Said by", Cell(line.speaker)),
        ("By way of", Cell(line.via)),
        ("What the saying does", Cell(line.act)),
        ("Against", Cell(line.about)),
        ("Said to", Cell(people_words(statement.addressees))),
        ("When", Cell(when_words(statement.when))),
        ("In whose words", Cell({"direct": "the speaker’s own", "indirect": "the report’s"}.get(line.form, "both"))),
    ]
    return f"{line.speaker}: {line.act}", rows


def _commitment(_case: Case, _commitment: Commitment, sheet: Sheet) -> tuple[str, Rows]:
    (line,) = sheet.commitments
    rows = [
        ("What", Cell(line.what, under=line.amount)),
        ("Stage", Cell(line.stage)),
        ("From", Cell(line.givers)),
        ("To", Cell(line.receivers)),
        ("When", Cell(line.when)),
        *(("On condition", Cell(cite.words, is_quoted=True)) for cite in line.conditions),
    ]
    return f"{line.what}, {line.stage}".capitalize(), rows


def _gathering(_case: Case, _gathering: Gathering, sheet: Sheet) -> tuple[str, Rows]:
    (line,) = sheet.gatherings
    rows = [
        ("When", Cell(line.when)),
        ("Where", Cell(line.where)),
        ("Hosts", Cell(line.hosts)),
        ("Present", Cell(line.participants)),
        ("Absent", Cell(line.absentees)),
        ("Purpose", Cell(line.purpose.words, is_quoted=True) if line.purpose else Cell()),
        ("How it is told", Cell(line.factuality)),
    ]
    return line.title, rows


def _agreement(_case: Case, mention: AgreementMention, sheet: Sheet) -> tuple[str, Rows]:
    line = next(line for line in sheet.agreements if line.mentions)
    known = line.id == mention.agreement
    rows = [
        ("Agreement", Cell(line.name, address(line.id)) if known else Cell("none that the situation file has")),
        ("Kind", Cell(line.kind)),
        ("As told here", Cell(line.mentions[0][0])),
        ("When", Cell(when_words(mention.when))),
    ]
    return line.name, rows


def _event(case: Case, mention: EventMention, _sheet: Sheet) -> tuple[str, Rows]:
    """One description of one thing. It counts in an incident, or does not."""
    told = next((row for row in case.mentions(document=mention.document, status="any") if row.id == mention.id), None)
    incident, why = (told.incident, told.why) if told else ("", "")
    rows = [
        ("Counted in", Cell(incident, address(incident)) if incident else Cell("no incident", under=why)),
        ("How it is told", Cell(f"{mention.factuality.value}; the one who speaks {mention.stance.value}")),
        ("On whose word", Cell(people_words(mention.claimants, "the report’s own"))),
        ("Actor", Cell(people_words([mention.actor] if mention.actor else [], "nobody named"))),
        ("When", Cell(when_words(mention.when))),
        ("Where", Cell(where_words(mention.where, {place.id: place.name for place in case.situation.places}))),
    ]
    return f"{mention.act}, as one report tells it", rows


def _observation(case: Case, fact: Observation, _sheet: Sheet) -> tuple[str, Rows]:
    """One count, with all that stands beside it."""
    places = {place.id: place.name for place in case.situation.places}
    fired = ", ".join(part for part in (fact.weapon, f"{fact.calibre_mm} mm" if fact.calibre_mm else "") if part)
    away = f"{amount_words(fact.distance)} {fact.bearing}".strip() if fact.distance else ""
    rows = [
        ("Counted", Cell(figure_words(fact.count) if fact.count else "not observed")),
        ("By", Cell(people_words([fact.observer] if fact.observer else [], "the report’s own mission"))),
        ("When", Cell(when_words(fact.when))),
        ("Where", Cell(where_words(fact.where, places))),
        ("With what", Cell(fired)),
        ("Direction", Cell(", ".join(part for part in (fact.direction, fact.course) if part))),
        ("Noticed by", Cell(fact.sensor)),
        ("From", Cell(where_words(fact.position, places) if fact.position else "", under=away)),
        (
            "The period before, as stated",
            Cell(figure_words(fact.previous) if fact.previous else "", under=fact.relation),
        ),
        ("Part of", Cell(fact.part_of, address(fact.part_of)) if fact.part_of else Cell()),
    ]
    return f"{fact.kind}, counted by observers".capitalize(), rows


def _judgement(_case: Case, judgement: Judgement, _sheet: Sheet) -> tuple[str, Rows]:
    rows = [
        ("On", Cell(judgement.item, address(judgement.item))),
        ("By", Cell(judgement.by)),
        ("At", Cell(judgement.at)),
        ("Note", Cell(judgement.note)),
        ("Changes", Cell(_data(judgement.changes) if judgement.changes else "")),
        ("Log entry", Cell(str(judgement.entry), address(str(judgement.entry)))),
        (
            "Taken back by",
            Cell(f"entry {judgement.undone}", address(str(judgement.undone))) if judgement.undone else Cell(),
        ),
    ]
    return f"Judgement: {judgement.decision.value}", rows


def _entry(_case: Case, entry: Entry, _sheet: Sheet) -> tuple[str, Rows]:
    return f"Log entry {entry.seq}", list(_fields_of(entry))


def _fields_of(entry: Entry) -> Iterator[tuple[str, Cell]]:
    yield "Kind", Cell(entry.kind)
    yield "Written at", Cell(entry.at)
    yield "By", Cell(entry.by)
    for name, value in entry.body.items():
        leads = name == "document" and isinstance(value, str)
        yield name.replace("_", " ").capitalize(), Cell(_data(value), address(value) if leads else "")
    for blob in entry.blobs:
        yield "Vouches for", Cell(f"{blob.size} bytes, {blob.media_type}", under=f"SHA-256 {blob.sha256}")
    yield "Entry before", Cell(entry.previous)


def _data(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


_TOLD: tuple[tuple[type[Any], Callable[[Case, Any, Sheet], tuple[str, Rows]]], ...] = (
    (Statement, _statement),
    (Commitment, _commitment),
    (Gathering, _gathering),
    (AgreementMention, _agreement),
    (EventMention, _event),
    (Observation, _observation),
    (Judgement, _judgement),
    (Entry, _entry),
)
