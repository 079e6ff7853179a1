"""What every request must be, and what every answer carries.

Decides that only reading is allowed, and only under the names this server goes by: a page elsewhere that has its own
name point at this machine (DNS rebinding) is refused. Decides that no answer may run scripts, load anything from
elsewhere, be framed, be embedded, or be guessed to be of another type. Never looks at a case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from trucewatch.errors import TrucewatchError, UsageError

#: Nothing but our own style sheet. Drawings are part of the page.
POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_READING = ("GET", "HEAD")
_HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^:\[\]]+)(?::\d{1,5})?")

Explain = Callable[[Request, TrucewatchError, int], Response]


class Guard:
    """Stands before ``app``: refuses what is not reading under one of ``hosts``; sets the headers of every answer."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], explain: Explain) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._explain = explain

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        answer = self._refusal(Request(scope)) or self._app
        await answer(scope, receive, send_with_headers)

    def _refusal(self, request: Request) -> Response | None:
        if not self._is_ours(request.headers.getlist("host")):
            error = UsageError(
                "this server does not go by that name", "", f"use one of {', '.join(sorted(self._hosts))}"
            )
            return self._explain(request, error, 400)
        if request.method not in _READING:
            error = UsageError("these pages are for reading only", f"{request.method} is not reading", "use GET")
            response = self._explain(request, error, 405)
            response.headers["Allow"] = ", ".join(_READING)
            return response
        return None

    def _is_ours(self, named: list[str]) -> bool:
        match = _HOST.fullmatch(named[0]) if len(named) == 1 else None
        return match is not None and match[1].lower() in self._hosts
