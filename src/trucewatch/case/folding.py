"""The fold: log entries in order, derived rows out.

Decides how each kind of entry changes the derived tables, and that nothing else does. Adding and re-deriving both come
through here, one entry at a time and in log order, so that the tables depend on the log alone: not on how many reports
were added at once, nor on which process added them. Never writes to the log.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from trucewatch.case.alignments import Alignments
from trucewatch.case.extractions import check, fold_extraction
from trucewatch.case.facts import facts_of
from trucewatch.case.grouping import Grouping
from trucewatch.case.judgements import BINDING
from trucewatch.case.kept import keep_fact
from trucewatch.case.readings import Readings, read_reading
from trucewatch.case.relating import Relating
from trucewatch.case.schema import iso
from trucewatch.case.settling import Settling
from trucewatch.case.weights import PARAMETERS
from trucewatch.documents import Document
from trucewatch.errors import RecordError
from trucewatch.events import EventMention
from trucewatch.extractors import Grounded, Proposal, read_proposal
from trucewatch.lineage import Derivation, build_stories
from trucewatch.pipeline import Extract, Extracted, Runner, bear_out
from trucewatch.record import Entry, Log, canonical
from trucewatch.situation import Situation, read_situation
from trucewatch.values import make_id

SITUATION, DOCUMENT, REFUSED, JUDGEMENT, UNDO = "situation", "document", "refused", "judgement", "undo"
EXTRACTION = "extraction"


class Fold:
    """Folds entries into ``tables``. The log may live in another database than the tables: so verifying works."""

    def __init__(self, tables: sqlite3.Connection, log: Log, situation: Situation) -> None:
        self._tables = tables
        called = {source.id: (source.name, *source.aliases) for source in situation.sources}
        readings = Readings(tables, log)
        alignments = Alignments(readings)
        self._relating = Relating(tables, readings, alignments, called)
        self._grouping = Grouping(tables, alignments)
        self._settling = Settling(tables, self._grouping.likest)

    def add_document(self, entry: Entry, extracted: Extracted) -> tuple[Derivation, ...]:
        """A report: its row, its facts, what it derives from (given back), and the incidents that it tells of."""
        document = extracted.document
        published = document.published
        self._tables.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                entry.seq,
                document.id,
                build_stories((document,), ())[0].id,  # the story it would found
                entry.body["receipt"],
                entry.blobs[1].sha256,
                document.source,
                iso(published.earliest) if published else None,
                iso(published.latest) if published else None,
                document.language,
                document.title,
                extracted.coverage,
            ),
        )
        facts = list(enumerate(facts_of(extracted)))
        for n, (kind, fact) in facts:
            keep_fact(self._tables, (entry.seq, n), kind, fact, document)
        related = self._relating.add(entry.seq, document, extracted.sketch)
        mentions = ((n, fact) for n, (_, fact) in facts if isinstance(fact, EventMention))
        self._settling.after_report(self._grouping.add(entry.seq, document, mentions, related))
        return related

    def add_refusal(self, entry: Entry) -> None:
        """A report that could not be read: only that it came."""
        self._tables.execute("INSERT INTO refused VALUES (?, ?)", (entry.seq, entry.body["receipt"]))

    def add_extraction(self, entry: Entry, document: Document, proposal: Proposal, grounded: Grounded) -> None:
        """What another extractor proposed for a report, as far as its text bears it out. Nothing else changes."""
        check(entry, proposal, document)
        fold_extraction(self._tables, entry, document, proposal, grounded)

    def add_judgement(self, entry: Entry) -> None:
        """A reviewer's decision. It stands beside the facts and changes none of them."""
        body = entry.body
        self._tables.execute(
            "INSERT INTO judgements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (
                entry.seq,
                judgement_id(entry),
                body["item"],
                body["decision"],
                entry.by,
                entry.at,
                body["note"],
                canonical(body["changes"]).decode(),
                entry.blobs[0].sha256,
            ),
        )
        if body["decision"] in BINDING:
            self._settling.bind(judgement_id(entry), body["changes"]["sides"])

    def add_undo(self, entry: Entry) -> None:
        """A decision taken back: the one before it stands again."""
        query = "UPDATE judgements SET undone = ? WHERE id = ?"
        self._tables.execute(query, (entry.seq, entry.body["judgement"]))
        self._settling.after_judgement(entry.body["judgement"])


def judgement_id(entry: Entry) -> str:
    """The id of the judgement that ``entry`` holds: no other log has the same entry before it."""
    return make_id("jud", str(entry.seq), entry.previous)


def current_situation(log: Log) -> Situation:
    """The situation that the newest entry about it gives."""
    entry = log.last(SITUATION)
    if entry is None:
        raise RecordError("the case has no situation", "its first entry is missing", "restore the case from a copy")
    return read_situation(log.blob(entry.blobs[0].sha256).decode(), entry.body["name"])


def fold_log(log: Log, tables: sqlite3.Connection, runner: Runner, extract: Extract) -> None:
    """Derive everything again, from the first entry, into empty ``tables``.

    Every report is read in the light of the situation as it is now: that is what setting a new one means.
    """
    situation = current_situation(log)
    fold = Fold(tables, log, situation)
    work = partial(_extract_again, extract=extract, situation=situation)
    for item, found in runner.map(work, _with_readings(log)):
        entry = item.entry
        if isinstance(found, Extracted):
            fold.add_document(entry, found)
        elif isinstance(found, Grounded) and item.document is not None and item.proposal is not None:
            fold.add_extraction(entry, item.document, item.proposal, found)
        elif entry.kind == REFUSED:
            fold.add_refusal(entry)
        elif entry.kind == JUDGEMENT:
            fold.add_judgement(entry)
        elif entry.kind == UNDO:
            fold.add_undo(entry)
        elif entry.kind not in {SITUATION, PARAMETERS}:
            raise RecordError(f"entry {entry.seq} is of no known kind", entry.kind, "use the release that wrote it")


@dataclass(frozen=True, slots=True)
class _Item:
    """One entry, with the reading that it is about and what was proposed for it."""

    entry: Entry
    document: Document | None = None
    proposal: Proposal | None = None


def _with_readings(log: Log) -> Iterator[_Item]:
    for entry in log.entries():
        if entry.kind not in {DOCUMENT, EXTRACTION}:
            yield _Item(entry)
            continue
        reading = read_reading(log.blob(entry.blobs[1].sha256))
        proposal = read_proposal(log.blob(entry.blobs[0].sha256)) if entry.kind == EXTRACTION else None
        yield _Item(entry, reading, proposal)


def _extract_again(item: _Item, extract: Extract, situation: Situation) -> tuple[_Item, Extracted | Grounded | None]:
    if item.document is None:
        return item, None
    if item.proposal is not None:
        return item, bear_out(item.document, item.proposal, situation)
    return item, extract(item.document, situation)
