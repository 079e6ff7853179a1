"""The records that a bulletin is made of, gathered from a case for one period.

Decides what falls into the period and what was read but not counted, and why. Words nothing: that is for ``publish``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from trucewatch.case.criteria import Wanted
from trucewatch.case.facts import type_of_kind
from trucewatch.case.judgements import standing
from trucewatch.case.kept import Facts, Kept
from trucewatch.case.readings import Readings
from trucewatch.case.stories import Stories
from trucewatch.case.weighing import Incidents
from trucewatch.events import EventMention
from trucewatch.incidents import TOO_LITTLE, why_not_counted
from trucewatch.lineage import Comparison, DerivationKind, QuotationChange, Story, compare
from trucewatch.pipeline import ENGINE, Coverage
from trucewatch.publish import Bulletin, NotCounted, Receipt, Review, ReviewStatus
from trucewatch.record import Log
from trucewatch.situation import Situation

_TOLD = frozenset({QuotationChange.ALTERED, QuotationChange.UNQUOTED, QuotationChange.REATTRIBUTED})
_RECEIVED = "SELECT d.id, d.seq, d.understood FROM documents d ORDER BY d.seq"


class BulletinDesk:
    """Gathers bulletins from a case as it stands now."""

    def __init__(self, tables: sqlite3.Connection, log: Log, readings: Readings, situation: Situation) -> None:
        self._tables = tables
        self._log = log
        self._readings = readings
        self._situation = situation
        self._facts = Facts(tables, readings)
        self._stories = Stories(tables, readings)
        self._incidents = Incidents(tables, readings, situation)

    def gather(self, start: date | None, end: date | None) -> Bulletin:
        """Everything of the period. Events count by their own day where it is known, else by their report's."""
        wanted = Wanted(start=start, end=end)
        facts = {kind: list(self._facts.find(kind, wanted)) for kind in type_of_kind}
        facts["sta"] = list(self._facts.statements(wanted))
        weighed = tuple(self._incidents.find(wanted))
        mentions = {kept.fact.id: kept for each in weighed for kept in each.mentions}
        mentions |= {kept.fact.id: kept for kept in facts["men"]}
        not_counted = tuple(self._not_counted(wanted))
        named = {kept.document for kind in facts.values() for kept in kind}
        named |= {kept.document for kept in mentions.values()} | {each.document for each in not_counted}
        named |= set(self._published(wanted))
        stories = tuple(dict.fromkeys(self._stories.of(named).values()))
        named |= {document for story in stories for document in (*story.documents, *story.related)}
        received = [row for row in self._tables.execute(_RECEIVED).fetchall() if row[0] in named]
        items = {kept.fact.id for kind in facts.values() for kept in kind} | mentions.keys()
        items |= {each.graded.incident.id for each in weighed} | {each.item for each in not_counted}
        return Bulletin(
            situation=self._situation,
            start=start,
            end=end,
            log_size=self._log.head.size,
            log_head=self._log.head.hash,
            engine=ENGINE,
            documents=tuple(self._readings[row[0]] for row in received),
            stories=stories,
            statements=_facts_of(facts["sta"]),
            mentions=_facts_of(sorted(mentions.values(), key=lambda kept: (kept.seq, kept.n))),
            incidents=tuple(each.graded for each in weighed),
            commitments=_facts_of(facts["com"]),
            gatherings=_facts_of(facts["gat"]),
            agreements=_facts_of(facts["agr"]),
            observations=_facts_of(facts["obs"]),
            comparisons=tuple(self._comparisons(stories)),
            not_counted=not_counted,
            reviews=tuple(self._reviews(items)),
            receipts=tuple(self._receipts(received)),
        )

    def _published(self, wanted: Wanted) -> Iterator[str]:
        query = 'SELECT id, start, "end" FROM documents ORDER BY seq'
        for name, start, end in self._tables.execute(query):
            days = (date.fromisoformat(start), date.fromisoformat(end)) if start and end else (None, None)
            if wanted.takes_days(*days):
                yield name

    def _not_counted(self, wanted: Wanted) -> Iterator[NotCounted]:
        """What was read in reports of the period and stands in no count."""
        published = list(self._published(wanted))
        understood = dict(self._tables.execute("SELECT id, understood FROM documents"))
        for document in published:
            if understood[document] != Coverage.ALL:
                reason = "statements only" if understood[document] else "not understood"
                yield NotCounted(reason=reason, document=document)
        inside = frozenset(published)
        for kind in type_of_kind:
            for kept in self._facts.find(kind, Wanted(documents=inside, status="any")):
                if reason := self._why_not(kept, wanted):
                    yield NotCounted(reason=reason, document=kept.document, item=kept.fact.id, span=kept.fact.sentence)

    def _why_not(self, kept: Kept, wanted: Wanted) -> str:
        if kept.status == "rejected":
            return "rejected on review"
        if isinstance(kept.fact, EventMention) and (reason := why_not_counted(kept.fact)):
            return reason
        if not wanted.takes_days(kept.start, kept.end):
            return "outside the period"
        return TOO_LITTLE if isinstance(kept.fact, EventMention) and not self._is_filed(kept.fact.id) else ""

    def _is_filed(self, mention: str) -> bool:
        query = "SELECT 1 FROM members WHERE mention = ?"
        return self._tables.execute(query, (mention,)).fetchone() is not None

    def _comparisons(self, stories: Iterable[Story]) -> Iterator[Comparison]:
        """Versions held against what they derive from, where a quotation was touched."""
        called = {source.id: (source.name, *source.aliases) for source in self._situation.sources}
        for story in stories:
            for edge in story.derivations:
                if edge.kind is DerivationKind.EXACT:
                    continue
                sheet = compare(self._readings[edge.parent], self._readings[edge.child], names=called)
                if any(pair.change in _TOLD for pair in sheet.quotations):
                    yield sheet

    def _reviews(self, items: Iterable[str]) -> Iterator[Review]:
        judged = standing(self._tables)
        for item in sorted(set(items) & judged.keys()):
            judgement = judged[item]
            yield Review(
                item=item,
                status=ReviewStatus(judgement.status),
                reviewer=judgement.by,
                note=judgement.note,
                entry=judgement.entry,
            )

    def _receipts(self, received: Iterable[tuple[str, int, int]]) -> Iterator[Receipt]:
        for document, seq, _ in received:
            entry = self._log.entry(seq)
            yield Receipt(document=document, at=entry.at if entry else "", entry=seq)


def _facts_of(kept: Iterable[Kept]) -> tuple[Any, ...]:
    return tuple(each.fact for each in kept)
