"""The addresses, and what every answer carries.

Decides which page answers which address, and that no answer may load anything from elsewhere, be framed, or be
guessed to be of another type.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from trucewatch.api import api_routes
from trucewatch.errors import NotFoundError, TrucewatchError
from trucewatch.web import pages

#: Nothing but our own style sheet and drawings. The bulletin brings its styles inside itself.
POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def application(case: Path, hosts: Sequence[str] = ("127.0.0.1", "localhost", "[::1]")) -> Starlette:
    """The pages of one case. ``hosts`` are the names it answers to: others are refused, against DNS rebinding."""
    routes = [
        Route("/", pages.front),
        Route("/bulletin", pages.bulletin),
        Route("/style.css", pages.style),
        Route("/documents/{id}", pages.document),
        Route("/show/{id}", pages.show),
        Mount("/api", routes=api_routes()),
        Route("/{noun}", pages.listing),
    ]
    app = Starlette(
        routes=routes,
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
            Middleware(BaseHTTPMiddleware, dispatch=_with_headers),
        ],
        exception_handlers={TrucewatchError: _explain},
    )
    app.state.case = case
    return app


async def _with_headers(request: Request, call_next: RequestResponseEndpoint) -> Response:
    response = await call_next(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _explain(request: Request, error: Exception) -> Response:
    """An error of ours as a page, or as JSON under /api."""
    assert isinstance(error, TrucewatchError)  # noqa: S101 -- registered for this class only
    status = 404 if isinstance(error, NotFoundError) else 400
    return pages.problem(request, error, status)
