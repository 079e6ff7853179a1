"""The addresses: which page answers which, and how an error is answered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from trucewatch.api import api_routes, problem_details
from trucewatch.errors import CaseError, NotFoundError, TrucewatchError, UsageError
from trucewatch.web import bearing, pages, reading, things
from trucewatch.web.guard import Guard
from trucewatch.web.layout import problem_page

#: Whose fault -> the status; the first that fits.
_STATUS = ((NotFoundError, 404), (UsageError, 400), (CaseError, 503))


def application(case: Path, hosts: Sequence[str] = ("127.0.0.1", "localhost", "[::1]")) -> ASGIApp:
    """The pages of one case. ``hosts`` are the names it answers to."""
    app = Starlette(
        routes=[
            Route("/", pages.front),
            Route("/bulletin", pages.bulletin),
            Route("/style.css", pages.style),
            Route("/documents/{id}", reading.document),
            Route("/show/{id}", things.show),
            Route("/passages/{clause:path}", bearing.passages),
            Mount("/api", routes=api_routes()),
            Route("/{noun}", pages.listing),
        ],
        exception_handlers={TrucewatchError: _ours, HTTPException: _no_such_address, Exception: _fault},
    )
    app.state.case = case
    return Guard(app, hosts, _explain)


def _explain(request: Request, error: TrucewatchError, status: int) -> Response:
    """An error: a page for people, problem details for programs."""
    if request.url.path.startswith("/api/"):
        return problem_details(error, status)
    return problem_page(error, status)


def _ours(request: Request, error: Exception) -> Response:
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
    return _explain(request, error if isinstance(error, TrucewatchError) else TrucewatchError(str(error)), status)


def _no_such_address(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _explain(request, NotFoundError("there is no such page", "", "start from the front page"), status)


def _fault(request: Request, _error: Exception) -> Response:
    """A fault of ours: said here, and left to the server to print."""
    error = TrucewatchError("this page could not be made", "a fault of this program, not yours", "see the terminal")
    return _explain(request, error, 500)
