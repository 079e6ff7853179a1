"""Incidents and findings as rows of a table. Decides their wording in one line, nothing else."""

from __future__ import annotations

from trucewatch.agreements import Finding
from trucewatch.case.fact_rows import names, place_name
from trucewatch.case.facts import day
from trucewatch.case.rows import FindingRow, IncidentRow
from trucewatch.case.weighing import Weighed, resolution_of
from trucewatch.incidents import Incident, supports


def incident_row(weighed: Weighed) -> IncidentRow:
    """One incident in one line."""
    incident, grade = weighed.graded.incident, weighed.graded.grade
    when = incident.when
    return IncidentRow(
        id=incident.id,
        title=incident.title,
        type=incident.act,
        when=day(when),
        start=when.earliest if when else None,
        end=when.latest if when else None,
        place=place_name(incident.where),
        located=incident.where is not None and incident.where.is_located,
        accused=names(account.actor for account in incident.accounts if account.actor and supports(account)),
        accounts=len(incident.accounts),
        contested=incident.is_contested,
        grade=grade.digit,
        likelihood=grade.words,
        certain_origins=grade.certain,
        possible_origins=grade.possible,
        sentence=grade.sentence,
        documents=weighed.documents,
        status=weighed.status,
        resolved=_resolved(weighed),
    )


def _resolved(weighed: Weighed) -> str:
    """What a reviewer found to be so, in words."""
    if weighed.resolution is None:
        return ""
    found = resolution_of(weighed.resolution.changes)
    by = f", done by {found.by}" if found.by else ""
    return f"it happened{by}" if found.happened else "it did not happen"


def finding_row(incident: Incident, finding: Finding) -> FindingRow:
    """One finding in one line."""
    return FindingRow(
        id=finding.id,
        incident=finding.incident,
        title=incident.title,
        agreement=finding.agreement,
        clause=finding.clause,
        reading=finding.reading,
        verdict=finding.verdict,
        reasons=tuple(reason.words for reason in finding.reasons),
        attributed_to=names(finding.attributed_to),
        grade=finding.grade.digit,
        likelihood=finding.grade.words,
    )
