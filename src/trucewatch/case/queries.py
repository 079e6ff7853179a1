"""The tables of a case: each noun, filtered, as rows with the records behind them.

Decides which records a table holds and in which order: log order, always. Never changes anything.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from trucewatch.agreements import Balance, Finding, Pledge
from trucewatch.agreements.relevance import Bearing
from trucewatch.case.bearing import clause_named, passage_table
from trucewatch.case.criteria import Filters, Wanted, make_wanted
from trucewatch.case.differing import differing
from trucewatch.case.fact_rows import (
    agreement_row,
    commitment_row,
    count_row,
    disagreement_row,
    gathering_row,
    mention_row,
    observation_row,
    situation_row,
    statement_row,
)
from trucewatch.case.facts import type_of_kind
from trucewatch.case.incident_rows import finding_row, incident_row
from trucewatch.case.kept import Facts, Kept, document_conditions
from trucewatch.case.pledging import need_table, pledge_table
from trucewatch.case.readings import Readings
from trucewatch.case.report_rows import document_row, story_row
from trucewatch.case.rows import (
    AgreementRow,
    CommitmentRow,
    CountRow,
    DisagreementRow,
    DocumentRow,
    FindingRow,
    GatheringRow,
    IncidentRow,
    MentionRow,
    NeedRow,
    ObservationRow,
    PassageRow,
    PledgeRow,
    StatementRow,
    StoryRow,
)
from trucewatch.case.stories import Stories
from trucewatch.case.table import Table
from trucewatch.case.weighing import Incidents, Weighed
from trucewatch.documents import Document
from trucewatch.events import AgreementMention, Commitment, EventMention, Gathering, Observation
from trucewatch.extractors import Disagreement
from trucewatch.incidents import CountLine, compare_counts
from trucewatch.lineage import Story
from trucewatch.pipeline import Coverage
from trucewatch.situation import Agreement, Situation
from trucewatch.statements import Statement

Row = TypeVar("Row")

_COUNTS = """
SELECT d.id, sum(f.kind = 'sta'), sum(f.kind = 'men') FROM documents d LEFT JOIN facts f ON f.seq = d.seq
GROUP BY d.seq
"""


class Queries:
    """Answers questions about the case as it stands now; made afresh for each."""

    def __init__(self, tables: sqlite3.Connection, readings: Readings, situation: Situation) -> None:
        self._tables = tables
        self._readings = readings
        self._situation = situation
        self._facts = Facts(tables, readings)
        self._stories = Stories(tables, readings)
        self._incidents = Incidents(tables, readings, situation)

    def documents(self, filters: Filters) -> Table[DocumentRow, Document]:
        """Reports. A party, place or kind asks for those with such a fact; text for words in the report."""
        chosen = list(self._documents(self._wanted(filters)))
        stories = self._stories.of(document.id for _, document in chosen)
        counts = {row[0]: (row[1] or 0, row[2] or 0) for row in self._tables.execute(_COUNTS)}
        rows = [
            document_row(seq, document, stories[document.id].id, counts[document.id], self._coverage(seq))
            for seq, document in chosen
        ]
        return Table(DocumentRow, tuple(rows), tuple(document for _, document in chosen))

    def stories(self, filters: Filters) -> Table[StoryRow, Story]:
        """Stories with at least one document that is asked for."""
        chosen = {document.id: document for _, document in self._documents(self._wanted(filters))}
        found = dict.fromkeys(self._stories.of(chosen).values())
        stories = sorted(found, key=lambda story: min(map(self._seq, story.documents)))
        rows = [story_row(story, [self._source(document) for document in story.documents]) for story in stories]
        return Table(StoryRow, tuple(rows), tuple(stories))

    def statements(self, filters: Filters) -> Table[StatementRow, Statement]:
        """Statements."""
        found = list(self._facts.statements(self._wanted(filters)))
        said = tuple(kept.fact for kept in found if isinstance(kept.fact, Statement))
        return Table(StatementRow, tuple(map(statement_row, found)), said)

    def disagreements(self, filters: Filters) -> Table[DisagreementRow, Disagreement]:
        """Sayings over which two extractors of one report differ, where either's statement is asked for."""
        found = list(differing(self._tables, self._facts, self._readings, self._wanted(filters)))
        return Table(DisagreementRow, tuple(map(disagreement_row, found)), tuple(each.disagreement for each in found))

    def mentions(self, filters: Filters) -> Table[MentionRow, EventMention]:
        """Events as each report tells them, those that no incident counts among them."""
        return self._table("men", MentionRow, self._mention_row, filters)

    def commitments(self, filters: Filters) -> Table[CommitmentRow, Commitment]:
        """Commitments."""
        return self._table("com", CommitmentRow, commitment_row, filters)

    def pledges(self, filters: Filters) -> Table[PledgeRow, Pledge]:
        """Pledges: commitments that are one, with what was promised, what delivered and what is to come."""
        return pledge_table(list(self._facts.find("com", self._wanted(filters))))

    def needs(self, filters: Filters) -> Table[NeedRow, Balance]:
        """What clauses require and reports say is needed, held against the pledges asked for."""
        return need_table(list(self._facts.find("com", self._wanted(filters))), self._situation)

    def passages(self, clause: str, filters: Filters) -> Table[PassageRow, Bearing]:
        """Sentences of the reports asked for that bear on a clause, most first."""
        wanted = self._wanted(filters)
        documents = [document for _, document in self._documents(wanted)]
        held = replace(wanted.only_facts(), documents=frozenset(document.id for document in documents))
        facts = (kept for kind in ("men", "com", "obs") for kept in self._facts.find(kind, held))
        return passage_table(clause_named(self._situation, clause), documents, facts)

    def gatherings(self, filters: Filters) -> Table[GatheringRow, Gathering]:
        """Gatherings."""
        return self._table("gat", GatheringRow, self._gathering_row, filters)

    def observations(self, filters: Filters) -> Table[ObservationRow, Observation]:
        """What observers counted, as each report tells it."""
        return self._table("obs", ObservationRow, self._observation_row, filters)

    def counts(self, filters: Filters) -> Table[CountRow, CountLine]:
        """What observers counted, each count once, by area or otherwise and period, with the period before."""
        found = [kept.fact for kept in self._facts.find("obs", self._wanted(filters))]
        lines = compare_counts((fact for fact in found if isinstance(fact, Observation)), filters.axis)
        return Table(CountRow, tuple(map(count_row, lines)), lines)

    def agreements(self, filters: Filters) -> Table[AgreementRow, Agreement | AgreementMention]:
        """The situation's agreements, then those that reports speak of."""
        known = {agreement.id: agreement for agreement in self._situation.agreements}
        wanted = self._wanted(filters)
        held = [agreement for agreement in known.values() if _is_wanted(agreement, wanted)]
        found = list(self._facts.find("agr", wanted))
        rows = (*map(situation_row, held), *(agreement_row(kept, known) for kept in found))
        return Table(AgreementRow, rows, (*held, *(kept.fact for kept in found)))  # type: ignore[arg-type]

    def incidents(self, filters: Filters) -> Table[IncidentRow, Weighed]:
        """Incidents with a mention that is asked for, with grades and findings."""
        found = tuple(self._incidents.find(self._wanted(filters)))
        return Table(IncidentRow, tuple(map(incident_row, found)), found)

    def findings(self, filters: Filters) -> Table[FindingRow, Finding]:
        """Findings of the incidents asked for. Here the kind is the verdict, or else the incident's act."""
        kind = filters.kind.casefold()
        found = [
            (weighed, finding)
            for weighed in self._incidents.find(self._wanted(filters).regardless_of_kind())
            for finding in weighed.graded.findings
            if kind in {"", finding.verdict.casefold(), weighed.graded.incident.act.casefold()}
        ]
        rows = tuple(finding_row(weighed.graded.incident, finding) for weighed, finding in found)
        return Table(FindingRow, rows, tuple(finding for _, finding in found))

    def _table(
        self, kind: str, row_type: type[Row], row_of: Callable[[Kept], Row], filters: Filters
    ) -> Table[Row, Any]:
        found = list(self._facts.find(kind, self._wanted(filters)))
        return Table(row_type, tuple(map(row_of, found)), tuple(kept.fact for kept in found))

    def _mention_row(self, kept: Kept) -> MentionRow:
        query = "SELECT incident FROM members WHERE mention = ?"
        row = self._tables.execute(query, (kept.fact.id,)).fetchone()
        return mention_row(kept, row[0] if row else "", self._readings[kept.document].text)

    def _observation_row(self, kept: Kept) -> ObservationRow:
        return observation_row(kept, self._readings[kept.document].text)

    def _gathering_row(self, kept: Kept) -> GatheringRow:
        return gathering_row(kept, self._readings[kept.document].text)

    def _wanted(self, filters: Filters) -> Wanted:
        held = frozenset({filters.document}) if filters.document else None
        if filters.story:
            story = self._stories.get(filters.story)
            told = frozenset(story.documents if story else ())
            held = told if held is None else told & held
        return make_wanted(filters, self._situation, held)

    def _documents(self, wanted: Wanted) -> Iterable[tuple[int, Document]]:
        """Documents asked for, in log order, each with its entry."""
        values: dict[str, Any] = {}
        conditions = " AND ".join(["1", *document_conditions(wanted, values)])
        with_facts = self._documents_with_facts(wanted)
        query = f"SELECT d.seq, d.id FROM documents d WHERE {conditions} ORDER BY d.seq"  # noqa: S608 - values bound
        for seq, name in self._tables.execute(query, values).fetchall():
            document = self._readings[name]
            days = document.published
            if (
                (with_facts is None or name in with_facts)
                and wanted.takes_days(days.earliest if days else None, days.latest if days else None)
                and (not wanted.text or wanted.text in document.text.casefold())
            ):
                yield seq, document

    def _documents_with_facts(self, wanted: Wanted) -> frozenset[str] | None:
        if wanted.parties is None and wanted.places is None and not wanted.kind:
            return None
        asked = wanted.only_facts()
        return frozenset(kept.document for kind in type_of_kind for kept in self._facts.find(kind, asked))

    def _seq(self, document: str) -> int:
        return int(self._tables.execute("SELECT seq FROM documents WHERE id = ?", (document,)).fetchone()[0])

    def _source(self, document: str) -> str:
        return str(self._tables.execute("SELECT source FROM documents WHERE id = ?", (document,)).fetchone()[0])

    def _coverage(self, seq: int) -> Coverage:
        return Coverage(self._tables.execute("SELECT understood FROM documents WHERE seq = ?", (seq,)).fetchone()[0])


def _is_wanted(agreement: Agreement, wanted: Wanted) -> bool:
    """Whether an agreement of the situation is asked for. It stands in no report: asking for reports leaves it out."""
    if wanted.sources is not None or wanted.documents is not None or wanted.places is not None or wanted.language:
        return False
    parties = {party.casefold() for party in agreement.parties}
    start = agreement.effective or agreement.declared
    return (
        (wanted.parties is None or bool(parties & wanted.parties))
        and (not wanted.kind or agreement.kind.casefold() == wanted.kind)
        and (not wanted.text or wanted.text in agreement.name.casefold())
        and wanted.status in {"open", "any"}
        and (
            (wanted.start is None and wanted.end is None)
            or wanted.takes_days(start, agreement.expires or wanted.end or start)
        )
    )
