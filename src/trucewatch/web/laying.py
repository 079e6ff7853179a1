"""Lays records of a case out on the sheet that bulletins are made on, so that pages word things as bulletins do.

Decides which reports must be at hand for a record's words to be cited. Never words anything itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from trucewatch.agreements import Finding, Reason
from trucewatch.case import Case, Weighed
from trucewatch.documents import Document
from trucewatch.incidents import Incident
from trucewatch.pipeline import ENGINE
from trucewatch.publish import Bulletin, GradedIncident
from trucewatch.publish.sheet import Sheet, write_sheet
from trucewatch.publish.sheet.desk import Desk
from trucewatch.publish.sheet.matrix import duty_lines, matrix_lines, sighting_lines


def lay_out(case: Case, reports: Iterable[str], **records: Any) -> Sheet:
    """A sheet of these records alone. ``reports`` are the ids of all reports whose words they cite."""
    return write_sheet(bulletin_of(case, reports, **records))


def bulletin_of(case: Case, reports: Iterable[str], **records: Any) -> Bulletin:
    """A bulletin of these records alone."""
    head = case.log.head
    return Bulletin(
        situation=case.situation,
        start=None,
        end=None,
        log_size=head.size,
        log_head=head.hash,
        engine=ENGINE,
        documents=tuple(report(case, name) for name in dict.fromkeys(reports)),
        **records,
    )


def matrix_of(case: Case, incidents: Iterable[GradedIncident]) -> dict[str, Any]:
    """The matrix of these incidents, and what became of what the agreements require."""
    graded = tuple(incidents)
    cited = [name for each in graded for name in reports_of(each)]
    told: dict[str, Any] = {
        "commitments": tuple(case.commitments().records),
        "observations": tuple(case.observations().records),
    }
    cited += [observation.document for observation in told["observations"]]
    desk = Desk(bulletin_of(case, cited, incidents=graded, **told))
    return {"matrix": matrix_lines(desk), "duties": duty_lines(desk), "sightings": sighting_lines(desk)}


def report(case: Case, name: str) -> Document:
    """One report, by its id."""
    record = case.show(name).record
    if not isinstance(record, Document):
        raise TypeError(f"{name} is of a {type(record).__name__}, not a report")
    return record


def reports_of(graded: GradedIncident) -> tuple[str, ...]:
    """The reports that an incident's accounts and origins cite."""
    cited = [basis.document for each in graded.incident.accounts for basis in (*each.basis, *each.evidence)]
    return tuple(dict.fromkeys([*cited, *(name for origin in graded.grade.origins for name in origin.documents)]))


def in_outline(weighed: Weighed) -> GradedIncident:
    """An incident without its accounts: all that a line of a list says, and none of the words it would have to cite."""
    incident: Incident = weighed.graded.incident
    findings = tuple(_without_words(finding) for finding in weighed.graded.findings)
    return replace(weighed.graded, incident=replace(incident, accounts=()), findings=findings)


def _without_words(finding: Finding) -> Finding:
    return replace(finding, reasons=tuple(Reason(reason.words) for reason in finding.reasons))


def incident_of(case: Case, finding: Finding) -> GradedIncident:
    """The incident that a finding is about."""
    record = case.show(finding.incident).record
    if not isinstance(record, GradedIncident):
        raise TypeError(f"{finding.incident} is of a {type(record).__name__}, not an incident")
    return record
