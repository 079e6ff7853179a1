"""The matrix: each clause with the incidents it is about, and what each reading makes of each.

Decides what a table shows: an incident laid at two doors stands twice, and one that a clause is not about under any
reading is only counted. Readings are the agreed text first, then parties by name. Never chooses between readings.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.agreements import Finding, Fulfilment, Known, Verdict, assess_sightings, weigh_duties
from trucewatch.incidents import date_words
from trucewatch.publish.model import GradedIncident
from trucewatch.publish.sheet.desk import TEXT_READING, Desk
from trucewatch.publish.sheet.incidents import agreement_name, clause_title, grade_words
from trucewatch.publish.sheet.model import DutyLine, MatrixCell, MatrixLine, MatrixRow, ReasonLine, SightingLine
from trucewatch.publish.sheet.promises import tellings_of
from trucewatch.publish.shown import one_line
from trucewatch.publish.wording import people_words, when_words
from trucewatch.situation import Agreement, Clause

NOBODY = "could not be attributed"
_Judged = tuple[int, GradedIncident, list[Finding]]


def matrix_lines(desk: Desk) -> tuple[MatrixLine, ...]:
    """Every clause that an incident can breach, in the order of the file."""
    found = _by_clause(desk.bulletin.incidents)
    return tuple(
        _line(desk, agreement, clause, found[agreement.id, clause.id])
        for agreement in desk.bulletin.situation.agreements
        for clause in agreement.clauses
        if (agreement.id, clause.id) in found
    )


def _by_clause(incidents: Sequence[GradedIncident]) -> dict[tuple[str, str], list[_Judged]]:
    """The incidents that each clause judges, with their numbers and what its readings make of them."""
    found: dict[tuple[str, str], list[_Judged]] = {}
    for number, graded in enumerate(incidents, start=1):
        of_clause: dict[tuple[str, str], list[Finding]] = {}
        for finding in graded.findings:
            of_clause.setdefault((finding.agreement, finding.clause), []).append(finding)
        for clause, findings in of_clause.items():
            found.setdefault(clause, []).append((number, graded, findings))
    return found


def _line(desk: Desk, agreement: Agreement, clause: Clause, found: Sequence[_Judged]) -> MatrixLine:
    present = {finding.reading for _, _, findings in found for finding in findings}
    readings = sorted(present, key=lambda reading: (reading != TEXT_READING, desk.party(reading), reading))
    told = [(number, graded, findings) for number, graded, findings in found if not all(map(_is_beside, findings))]
    return MatrixLine(
        agreement=one_line(agreement.name, 120),
        clause=clause.id,
        title=one_line(clause.title, 160),
        readings=tuple(_heading(desk, reading) for reading in readings),
        rows=tuple(row for number, graded, findings in told for row in _rows(number, graded, findings, readings)),
        beside=len(found) - len(told),
    )


def _heading(desk: Desk, reading: str) -> str:
    name = desk.party(reading)
    return name if reading == TEXT_READING else f"{name}’s reading"


def _is_beside(finding: Finding) -> bool:
    """Whether the clause is about something else."""
    return finding.verdict is Verdict.WOULD_NOT


def _rows(number: int, graded: GradedIncident, findings: Sequence[Finding], readings: Sequence[str]) -> list[MatrixRow]:
    """A row for each side that is accused."""
    by_side: dict[str, list[Finding]] = {}
    for finding in findings:
        by_side.setdefault(people_words(finding.attributed_to, NOBODY), []).append(finding)
    incident = graded.incident
    return [
        MatrixRow(
            number=number,
            id=incident.id,
            title=one_line(incident.title or incident.act, 160),
            when=when_words(incident.when),
            attributed_to=side,
            grade=grade_words(group[0].grade),
            cells=tuple(_cell(group, reading) for reading in readings),
        )
        for side, group in by_side.items()
    ]


def _cell(group: Sequence[Finding], reading: str) -> MatrixCell | None:
    found = next((each for each in group if each.reading == reading), None)
    return MatrixCell(found.id, found.verdict.value) if found else None


def sighting_lines(desk: Desk) -> tuple[SightingLine, ...]:
    """Weapons that observers saw, against every reading of what has to stand back."""
    texts = {document.id: document.text for document in desk.bulletin.documents}
    sighted = assess_sightings(desk.bulletin.observations, desk.bulletin.situation, texts)
    return tuple(
        SightingLine(
            clause=finding.clause,
            title=clause_title(desk, finding.agreement, finding.clause),
            agreement=agreement_name(desk, finding.agreement),
            reading=_heading(desk, finding.reading),
            seen=desk.cite(observation.document, observation.sentence),
            verdict=finding.verdict.value,
            reasons=tuple(one_line(reason.words, 400) for reason in finding.reasons[1:]),
        )
        for observation, findings in sighted
        for finding in findings
    )


def duty_lines(desk: Desk) -> tuple[DutyLine, ...]:
    """What clauses require by a day, and whether it is told to have been done."""
    days = [each.published.latest for each in desk.bulletin.documents if each.published and each.published.latest]
    incidents = [graded.incident for graded in desk.bulletin.incidents]
    known = Known(incidents, tellings_of(desk), max(days, default=None))
    return tuple(_duty(desk, each) for each in weigh_duties(desk.bulletin.situation, known))


def _duty(desk: Desk, duty: Fulfilment) -> DutyLine:
    agreement = desk.agreements[duty.agreement]
    clause = next(each for each in agreement.clauses if each.id == duty.clause)
    reasons = (
        ReasonLine(one_line(each.words, 400), tuple(desk.cite(basis.document, basis.span) for basis in each.basis))
        for each in duty.reasons
    )
    return DutyLine(
        agreement=one_line(agreement.name, 120),
        clause=duty.clause,
        title=one_line(clause.title, 160),
        reading=desk.party(duty.reading),
        due=date_words(duty.due) if duty.due else "no day named",
        outcome=duty.outcome.value,
        reasons=tuple(reasons),
        would_change=duty.would_change,
    )
