"""The pages: front, listings, one thing, one report with its marks, the bulletin.

Each is a function from a request to a page. A case is opened for the request and closed with it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from trucewatch.api import NOUNS, filters_of, open_case
from trucewatch.case import Case
from trucewatch.errors import NotFoundError, TrucewatchError, UsageError
from trucewatch.publish import render_html
from trucewatch.publish.marks import cut
from trucewatch.publish.shown import shown
from trucewatch.values import Span
from trucewatch.web.reading import facts_in

#: What a listing shows as columns; the data behind it has more.
COLUMNS = {
    "documents": ("published", "source", "language", "title"),
    "stories": ("title", "sources", "origins"),
    "statements": ("speakers", "act", "form", "words"),
    "incidents": ("when", "place", "title", "likelihood", "contested"),
    "commitments": ("what", "stage", "amount", "givers", "receivers"),
    "gatherings": ("kind", "when", "place", "hosts", "count", "absentees"),
    "agreements": ("name", "kind", "stage", "when", "disputed", "violated"),
    "findings": ("title", "clause", "reading", "verdict", "attributed_to", "likelihood"),
}


@cache
def templates() -> Environment:
    """The templates, escaping everything and showing what would hide."""
    return Environment(
        loader=PackageLoader("trucewatch.web", "templates"),
        autoescape=True,
        finalize=_plain,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _plain(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return "; ".join(str(_plain(item)) for item in value)
    return shown(value) if type(value) is str else value


def page(name: str, status: int = 200, **values: Any) -> HTMLResponse:
    """One template as an answer."""
    return HTMLResponse(templates().get_template(name).render(nouns=NOUNS, **values), status_code=status)


def front(request: Request) -> Response:
    """What the case is about, and how much of what it holds."""
    with open_case(request) as case:
        counts = {noun: len(getattr(case, noun)()) for noun in NOUNS}
        return page("front.html", title=case.situation.title, case=case, counts=counts)


def listing(request: Request) -> Response:
    """One noun, filtered by the address."""
    noun = request.path_params["noun"]
    if noun not in NOUNS:
        raise NotFoundError(f"no page {noun!r}", "", f"one of {', '.join(NOUNS)}")
    with open_case(request) as case:
        table = getattr(case, noun)(filters_of(request))
        return page(
            "listing.html",
            title=noun.capitalize(),
            noun=noun,
            columns=COLUMNS[noun],
            rows=table.to_dicts(),
            query=request.query_params,
            address=f"/api/{noun}?{request.url.query}",
        )


def show(request: Request) -> Response:
    """Any one thing, with the words that it rests on."""
    with open_case(request) as case:
        one = case.show(request.path_params["id"])
        return page("show.html", title=one.id, one=one)


def document(request: Request) -> Response:
    """A report's text with every fact marked; ``#s=START-END`` leads to the words."""
    with open_case(request) as case:
        found = _document(case, request.path_params["id"])
        facts = facts_in(case, found.id)
        pieces = cut(0, len(found.text), [fact.span for fact in facts])
        return page(
            "document.html",
            title=found.title or found.name or found.id,
            document=found,
            facts=facts,
            blocks=[(block, _within(pieces, block.span)) for block in found.blocks],
        )


def _document(case: Case, id_: str) -> Any:
    for found in case.documents().records:
        if found.id == id_:
            return found
    raise NotFoundError(f"no report {id_}", "", "look in the list of documents")


def _within(pieces: tuple[Any, ...], block: Span) -> list[Any]:
    return [piece for piece in pieces if block.start <= piece.start and piece.end <= block.end]


def bulletin(request: Request) -> Response:
    """The bulletin for the period in the address."""
    with open_case(request) as case:
        wanted = filters_of(request)
        return HTMLResponse(render_html(case.bulletin(wanted.start, wanted.end)))


def style(_request: Request) -> Response:
    """The style sheet."""
    own = files("trucewatch.web").joinpath("templates", "style.css").read_text(encoding="utf-8")
    return Response(own, media_type="text/css")


def problem(request: Request, error: TrucewatchError, status: int) -> Response:
    """An error: a page for people, problem details (RFC 9457) for programs."""
    if request.url.path.startswith("/api/"):
        detail = {"title": error.what, "detail": error.why, "try": error.try_, "status": status}
        return JSONResponse(detail, status_code=status, media_type="application/problem+json")
    kind = "Not understood" if isinstance(error, UsageError) else "Not found"
    return page("problem.html", status, title=kind, error=error)
