"""The case as data over HTTP: the same nouns and filters as the pages and the command line.

Decides addresses and types only: ``GET /api/incidents?place=sorn&from=2025-03-01`` answers JSON.
Never writes to a case.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from trucewatch.case import Case, Filters
from trucewatch.errors import NotFoundError, UsageError

NOUNS = (
    "documents",
    "stories",
    "statements",
    "incidents",
    "commitments",
    "gatherings",
    "agreements",
    "findings",
)
_FILTERS = ("party", "source", "place", "story", "language", "text", "status")
_KNOWN = {*_FILTERS, "from", "to", "type"}


def open_case(request: Request) -> Case:
    """The case this server shows, opened for one request."""
    return Case.open(request.app.state.case)


def filters_of(request: Request) -> Filters:
    """The filters in the address. Raises UsageError for one that there is not."""
    query = request.query_params
    unknown = sorted(set(query) - _KNOWN)
    if unknown:
        raise UsageError(f"no filter {unknown[0]!r}", "", f"use {', '.join(sorted(_KNOWN))}")
    given = {name: query[name] for name in _FILTERS if query.get(name)}
    return Filters.of(start=query.get("from", ""), end=query.get("to", ""), kind=query.get("type", ""), **given)


def api_routes() -> Sequence[BaseRoute]:
    """The addresses below ``/api``."""
    return [Route("/show/{id}", show), Route("/{noun}", listing)]


def listing(request: Request) -> Response:
    """One noun as JSON or CSV."""
    noun = request.path_params["noun"]
    if noun not in NOUNS:
        raise NotFoundError(f"no table {noun!r}", "", f"one of {', '.join(NOUNS)}")
    with open_case(request) as case:
        return _json(getattr(case, noun)(filters_of(request)).to_dicts())


def show(request: Request) -> Response:
    """Any one thing, with the words it rests on."""
    with open_case(request) as case:
        return _json(case.show(request.path_params["id"]).to_dict())


def _json(content: object) -> Response:
    return Response(json.dumps(content, ensure_ascii=False, default=str), media_type="application/json")
