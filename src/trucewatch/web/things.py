"""The page of any one thing by its id, in the words of the bulletin.

Decides which template shows which kind, and which rows it has. All fields of a thing as they are kept stand behind
the link to its data.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from trucewatch.agreements import Finding, Verdict
from trucewatch.api import filters_of, open_case, shown_in
from trucewatch.case import Case, Shown
from trucewatch.documents import Document
from trucewatch.events import AgreementMention
from trucewatch.lineage import DerivationKind, Story, compare
from trucewatch.publish import GradedIncident
from trucewatch.publish.sheet.desk import AGREED
from trucewatch.publish.sheet.model import Sheet
from trucewatch.situation import Agreement
from trucewatch.web.laying import incident_of, lay_out, report, reports_of
from trucewatch.web.layout import address, page
from trucewatch.web.plain import tell

_COMPARED = 12  # versions of one story held against their source on its page: enough to read, quick to make


def show(request: Request) -> Response:
    """Any one thing, with the words that it rests on."""
    asked = request.path_params["id"]
    with open_case(request) as case:
        filters_of(request, ())
        one = shown_in(case, asked)
        if one.id != asked or isinstance(one.record, Document):
            return RedirectResponse(address(one.id))
        return _page(case, one)


def _page(case: Case, one: Shown) -> Response:
    match one.record:
        case GradedIncident() as graded:
            return _incident(case, one, graded)
        case Story() as story:
            return _story(case, one, story)
        case Agreement() as agreement:
            return _agreement(case, one, agreement)
        case Finding() as finding:
            return _finding(case, one, finding)
    sheet, title, rows = tell(case, one)
    return _answer(case, "thing.html", one, sheet, title=title, rows=rows)


def _answer(case: Case, template: str, one: Shown, sheet: Sheet, **values: Any) -> Response:
    """One thing in its template, with what every kind has."""
    labels = {report.id: report.label for report in sheet.reports}
    situation = case.situation
    parties = {party.id: party.name for party in situation.parties}
    kind, noun = one.kind.capitalize(), _NOUN.get(one.kind, "")
    shared: dict[str, Any] = {"one": one, "labels": labels, "parties": parties, "sheet": sheet}
    return page(template, situation, heading=kind, here=noun, **shared, **values)


_NOUN = {
    "story": "stories",
    "statement": "statements",
    "incident": "incidents",
    "event mention": "incidents",
    "commitment": "commitments",
    "gathering": "gatherings",
    "observation": "observations",
    "agreement": "agreements",
    "finding": "findings",
}


def _incident(case: Case, one: Shown, graded: GradedIncident) -> Response:
    sheet = lay_out(case, reports_of(graded), incidents=(graded,))
    (line,) = sheet.incidents
    return _answer(case, "incident.html", one, sheet, title=line.title, line=line)


def _story(case: Case, one: Shown, story: Story) -> Response:
    """A story, and what became of quotations between its versions."""
    reports = {name: report(case, name) for name in story.documents}
    pairs = [edge for edge in story.derivations if edge.kind is not DerivationKind.EXACT]
    called = {source.id: (source.name, *source.aliases) for source in case.situation.sources}
    sheets = tuple(compare(reports[edge.parent], reports[edge.child], names=called) for edge in pairs[:_COMPARED])
    sheet = lay_out(case, (*story.documents, *story.related), stories=(story,), comparisons=sheets)
    (line,) = sheet.stories
    left = len(pairs) - len(sheets)
    return _answer(case, "story.html", one, sheet, title=line.title, line=line, story=story, left=left)


def _agreement(case: Case, one: Shown, agreement: Agreement) -> Response:
    """An agreement of the situation with every reading, and every report that speaks of it."""
    spoken = tuple(
        each for each in case.agreements().records if isinstance(each, AgreementMention) and each.agreement == one.id
    )
    sheet = lay_out(case, [each.document for each in spoken], agreements=spoken)
    line = next(line for line in sheet.agreements if line.id == agreement.id)
    required = tuple(each for each in sheet.requirements if each.agreement == line.name)
    breaches = [row for row in case.findings(kind=Verdict.WOULD_BREACH).rows if row.agreement == one.id]
    grouped = [list(group) for _, group in groupby(breaches, key=lambda row: row.incident)]
    bearing = [(clause.title, f"/passages/{quote(agreement.id)}/{quote(clause.id)}") for clause in agreement.clauses]
    values: dict[str, Any] = {"line": line, "required": required, "breaches": grouped, "bearing": bearing}
    return _answer(case, "agreement.html", one, sheet, title=line.name, **values)


def _finding(case: Case, one: Shown, finding: Finding) -> Response:
    graded = incident_of(case, finding)
    sheet = lay_out(case, reports_of(graded), incidents=(graded,))
    (incident,) = sheet.incidents
    clause, line = next(
        (row, line) for row in incident.clauses for cell in row.cells for line in cell if line.id == finding.id
    )
    reading = f"under {AGREED}" if line.reading == AGREED else f"as {line.reading} reads it"
    title = f"{line.verdict.capitalize()}: {clause.clause}, {reading}"
    return _answer(case, "finding.html", one, sheet, title=title, line=line, clause=clause, incident=incident)
