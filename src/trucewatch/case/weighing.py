"""Incidents with what stands behind them: assembled from their mentions, graded, held against the agreements.

Decides which mentions an incident is made of today: those on file for it that no reviewer rejected. Grades and findings
are computed when asked for, from facts as they stand, and kept nowhere: they cannot go stale. Never decides a grade or
a finding itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from trucewatch.agreements import Told, assess
from trucewatch.case.beginnings import Beginnings
from trucewatch.case.criteria import Wanted, as_json
from trucewatch.case.judgements import Judgement, resolving, standing
from trucewatch.case.kept import Facts, Kept
from trucewatch.case.readings import Readings
from trucewatch.case.related import relations_of
from trucewatch.case.stories import Stories
from trucewatch.case.weights import current_parameters
from trucewatch.corroboration import (
    Reliability,
    Resolution,
    Voices,
    grade_incident,
    grade_sides,
    grade_tolls,
    heard_rightly,
)
from trucewatch.events import EventMention
from trucewatch.incidents import Incident, Member, Relation, assemble
from trucewatch.lineage import Story, root_of
from trucewatch.publish import GradedIncident
from trucewatch.situation import Situation

_MEMBERS = "SELECT mention FROM members WHERE incident = ? ORDER BY seq, n"
_OF_MENTIONS = """
SELECT incident, min(seq), min(n) FROM members WHERE mention IN (SELECT value FROM json_each(?))
GROUP BY incident ORDER BY min(seq), min(n)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One incident with its grade, its findings, the documents it rests on and the standing judgement on it.

    ``mentions`` are those it is made of: the ones no reviewer rejected, or all where every one was.
    """

    graded: GradedIncident
    mentions: tuple[Kept, ...]
    documents: tuple[str, ...]
    judgement: Judgement | None
    resolution: Judgement | None

    @property
    def status(self) -> str:
        """proposed, accepted or rejected; rejected too where every mention of it was."""
        if all(kept.status == "rejected" for kept in self.mentions):
            return "rejected"
        return self.judgement.status if self.judgement else "proposed"


@dataclass(frozen=True, slots=True)
class _Assembled:
    """One incident, the mentions it is made of, and what is known of where their words come from."""

    incident: Incident
    told: tuple[Kept, ...]
    behind: Mapping[str, tuple[str, str, str]]
    begun: Mapping[str, str]


def resolution_of(changes: Mapping[str, Any]) -> Resolution:
    """What a reviewer found to be so, as the judgement has it."""
    return Resolution(happened=changes["happened"], by=changes.get("by", ""))


class Incidents:
    """The incidents of a case, as they stand."""

    def __init__(self, tables: sqlite3.Connection, readings: Readings, situation: Situation) -> None:
        self._tables = tables
        self._readings = readings
        self._situation = situation
        self._facts = Facts(tables, readings)
        self._stories = Stories(tables, readings)
        self._beginnings = Beginnings(readings)
        self._standing = standing(tables)
        self._resolving = resolving(tables)
        self._parameters = current_parameters(readings.log)
        self._voices = Voices(situation)
        self._called = {source.id: source.name for source in situation.sources}

    def find(self, wanted: Wanted) -> Iterator[Weighed]:
        """Incidents with a mention that is asked for, in order of their first telling."""
        told = frozenset(kept.fact.id for kept in self._facts.find("men", wanted.regardless_of_status()))
        for incident, _, _ in self._tables.execute(_OF_MENTIONS, (as_json(told),)).fetchall():
            weighed = self.get(incident)
            if weighed is not None and wanted.takes_status(weighed.status):
                yield weighed

    def get(self, incident: str) -> Weighed | None:
        """The incident of that id, or None."""
        assembled = self._assembled(incident)
        if assembled is None:
            return None
        made, told, behind, begun = assembled.incident, assembled.told, assembled.behind, assembled.begun
        table = replace(self._parameters, lessons=self._reliability.apart_from(incident))
        grade = grade_incident(made, behind, self._voices, (), table, begun=begun)
        sides = grade_sides(made, behind, self._voices, (), table, begun=begun)
        documents = tuple(dict.fromkeys(kept.document for kept in told))
        findings = assess(made, grade, self._situation, sides, self._told(documents))
        return Weighed(
            graded=GradedIncident(
                incident=made,
                grade=grade,
                findings=findings,
                tolls=grade_tolls(made, behind, self._voices, (), table, begun=begun),
            ),
            mentions=told,
            documents=documents,
            judgement=self._standing.get(incident),
            resolution=self._resolving.get(incident),
        )

    @cached_property
    def _reliability(self) -> Reliability:
        """What resolved incidents teach of the origins that spoke of them."""
        heard = {}
        for incident, judgement in self._resolving.items():
            assembled = self._assembled(incident)
            if assembled is not None:
                found = resolution_of(judgement.changes)
                made, behind = assembled.incident, assembled.behind
                heard[incident] = heard_rightly(made, behind, self._voices, found, begun=assembled.begun)
        return Reliability(heard, self._parameters)

    def _assembled(self, incident: str) -> _Assembled | None:
        held = self._mentions(incident)
        told = tuple(kept for kept in held if kept.status != "rejected") or tuple(held)
        if not told:
            return None
        stories = self._stories.of(dict.fromkeys(kept.document for kept in told))
        return _Assembled(
            incident=assemble([self._member(kept) for kept in told], incident),
            told=told,
            behind=self._held(stories),
            begun=self._begun(told, stories),
        )

    def _told(self, documents: Iterable[str]) -> Told:
        """The texts of the reports, and the newest day on which one came out; None where one may be younger."""
        read = [self._readings[name] for name in documents]
        days = [each.published.latest if each.published else None for each in read]
        newest = max((day for day in days if day), default=None) if all(days) else None
        return Told(texts={each.id: each.text for each in read}, newest=newest)

    def relations(self, weighed: Weighed) -> tuple[Relation, ...]:
        """How other incidents and reports stand to one."""
        members = [self._member(kept) for kept in weighed.mentions]
        return relations_of(self._tables, weighed.graded.incident, members, self._beside)

    def _beside(self, incident: str) -> Incident | None:
        held = [kept for kept in self._mentions(incident) if kept.status != "rejected"]
        return assemble([self._member(kept) for kept in held], incident) if held else None

    def _mentions(self, incident: str) -> list[Kept]:
        rows = self._tables.execute(_MEMBERS, (incident,)).fetchall()
        return [kept for (mention,) in rows if (kept := self._facts.get(mention)) is not None]

    def _member(self, kept: Kept) -> Member:
        document = self._readings[kept.document]
        if not isinstance(kept.fact, EventMention):
            raise TypeError(f"expected an event mention, got {type(kept.fact).__name__}")
        return Member(
            mention=kept.fact,
            publisher=self._called.get(document.source, document.source),
            published=document.published,
            text=document.text,
        )

    def _held(self, stories: Mapping[str, Story]) -> dict[str, tuple[str, str, str]]:
        """For each document, and the root it comes down from, its source, its story and that root."""
        roots = {story.id: root_of(story) for story in stories.values()}
        within = {document: story.id for document, story in stories.items()}
        within |= {root: story for story, root in roots.items()}
        return {document: (self._readings[document].source, story, roots[story]) for document, story in within.items()}

    def _begun(self, told: Iterable[Kept], stories: Mapping[str, Story]) -> dict[str, str]:
        """For mentions in sentences that a rewrite added, the report that added them."""
        begun = {
            kept.fact.id: self._beginnings.of(kept.fact, stories[kept.document])
            for kept in told
            if isinstance(kept.fact, EventMention)
        }
        return {mention: document for mention, document in begun.items() if document}
