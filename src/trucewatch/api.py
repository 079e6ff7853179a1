"""The case as data over HTTP: the same nouns and filters as the pages and the command line.

Decides addresses and types only: ``GET /api/incidents?place=sorn&from=2025-03-01`` answers the rows that ``trucewatch
incidents CASE --place sorn --from 2025-03-01 --json`` prints. Errors are problem details (RFC 9457). Never writes to a
case.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from trucewatch.case import Case, Filters, Shown
from trucewatch.errors import CaseError, NotFoundError, TrucewatchError, UsageError

NOUNS = (
    "documents",
    "stories",
    "statements",
    "disagreements",
    "incidents",
    "commitments",
    "pledges",
    "needs",
    "gatherings",
    "observations",
    "counts",
    "agreements",
    "findings",
)
FILTERS = ("party", "source", "place", "type", "text", "from", "to", "language", "status", "story", "document")
#: Nouns of which one may ask for one extractor's, and the filter for it.
BY_EXTRACTOR = ("statements", "disagreements")
EXTRACTOR = "extractor"
#: What a table of counts is laid out by.
BY = "by"
_RENAMED = {"from": "start", "to": "end", "type": "kind", "by": "axis"}
_LONGEST_ID = 120  # several times what any id of ours takes
_LONGEST_NUMBER = 15  # digits; no log has that many entries, and SQLite counts up to 19


def open_case(request: Request) -> Case:
    """The case this server shows, opened for one request."""
    path = request.app.state.case
    if not path.is_file():
        raise CaseError(
            "the case is gone", f"{path} was there when serving began", "put it back, or stop and serve another"
        )
    return Case.open(path)


def filters_of(request: Request, known: Collection[str] = FILTERS) -> Filters:
    """The filters in the address. Raises UsageError for one that there is not, or that is given twice."""
    given: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name not in known:
            raise UsageError(f"no filter {name!r} here", "", f"use {', '.join(known)}")
        if given.setdefault(name, value) != value:
            raise UsageError(f"the filter {name!r} is given twice", f"{given[name]!r} and {value!r}", "leave one out")
    named = {_RENAMED.get(name, name): value for name, value in given.items() if value}
    return Filters.of(**named)


def filters_for(noun: str) -> tuple[str, ...]:
    """The filters that a noun takes."""
    if noun == "counts":
        return (*FILTERS, BY)
    return (*FILTERS, EXTRACTOR) if noun in BY_EXTRACTOR else FILTERS


def shown_in(case: Case, id_: str) -> Shown:
    """The thing of that id. What no id can look like is refused before the case is searched for its likes."""
    if len(id_) > (_LONGEST_NUMBER if id_.isdigit() else _LONGEST_ID):
        raise NotFoundError(f"nothing has an id of {len(id_)} characters", "", "copy an id from a list")
    return case.show(id_)


def api_routes() -> Sequence[BaseRoute]:
    """The addresses below ``/api``."""
    return [
        Route("/", index),
        Route("/show/{id}", show),
        Route("/passages/{clause:path}", passages),
        Route("/{noun}", listing),
    ]


def index(_request: Request) -> Response:
    """What can be asked."""
    tables = {noun: f"/api/{noun}" for noun in NOUNS}
    more = {"show": "/api/show/{id}", "passages": "/api/passages/{agreement}/{clause}"}
    return _json({"tables": tables, "filters": FILTERS} | more)


def listing(request: Request) -> Response:
    """One noun, filtered by the address."""
    noun = request.path_params["noun"]
    if noun not in NOUNS:
        raise NotFoundError(f"no table {noun!r}", "", f"one of {', '.join(NOUNS)}")
    with open_case(request) as case:
        return _json(getattr(case, noun)(filters_of(request, filters_for(noun))).to_dicts())


def passages(request: Request) -> Response:
    """Sentences that bear on a clause, most first."""
    with open_case(request) as case:
        return _json(case.passages(request.path_params["clause"], filters_of(request)).to_dicts())


def show(request: Request) -> Response:
    """Any one thing, with the words it rests on."""
    with open_case(request) as case:
        return _json(shown_in(case, request.path_params["id"]).to_dict())


def problem_details(error: TrucewatchError, status: int) -> Response:
    """An error as RFC 9457 has it, with what to try beside it."""
    detail = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": str(error)}
    return _json(detail | ({"try": error.try_} if error.try_ else {}), status, "application/problem+json")


def _json(content: object, status: int = 200, media_type: str = "application/json") -> Response:
    raw = json.dumps(content, ensure_ascii=False, default=str)
    # What UTF-8 cannot hold, a lone surrogate, becomes the escape that JSON has for it.
    return Response(raw.encode("utf-8", "backslashreplace"), status, media_type=media_type)
