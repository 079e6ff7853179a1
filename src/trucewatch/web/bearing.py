"""The page of the sentences that bear on a clause.

Decides how many are shown and how; which they are is for the case. Every sentence leads to its place in its report.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.agreements.relevance import Bearing
from trucewatch.api import filters_of, open_case
from trucewatch.case.bearing import clause_named
from trucewatch.publish.sheet.desk import Desk
from trucewatch.publish.shown import one_line
from trucewatch.web.laying import bulletin_of
from trucewatch.web.layout import address, page
from trucewatch.web.listings import Cell

LIMIT = 100  # what a reader goes through; the data behind the page has all
_WORDS = 600  # characters of one sentence


def passages(request: Request) -> Response:
    """Sentences of the reports that bear on a clause, most first."""
    named = request.path_params["clause"]
    with open_case(request) as case:
        table = case.passages(named, filters_of(request))
        desk = Desk(bulletin_of(case, ()))
        shown = zip(table.rows[:LIMIT], table.records[:LIMIT], strict=True)
        return page(
            "passages.html",
            case.situation,
            title=clause_named(case.situation, named).title,
            subtitle="Sentences that bear on it, most first, whether or not an incident was found in them.",
            rows=[_cells(bearing, desk.publisher(row.source)) for row, bearing in shown],
            total=len(table),
            data=request.url.path.replace("/passages/", "/api/passages/", 1),
        )


def _cells(bearing: Bearing, source: str) -> tuple[Cell, ...]:
    passage = bearing.passage
    where = f"{address(passage.document)}#s={passage.span.start}-{passage.span.end}"
    return (
        Cell(one_line(passage.text, _WORDS), where, is_quoted=True),
        Cell(str(bearing.score), under="; ".join(bearing.reasons)),
        Cell(source or "the report", address(passage.document)),
    )
