"""An OpenAI-compatible server, asked one question at a time.

Decides which addresses may be asked: this machine alone, unless the user lets text leave it; that a redirect is never
followed, since it could lead away; and how long, how often and how much is waited for. Reads the clock for that and for
nothing else. Never looks into an answer.
"""

from __future__ import annotations

import ipaddress
import json
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import urllib3
from urllib3.exceptions import HTTPError, NewConnectionError
from urllib3.exceptions import TimeoutError as TooSlowError

from trucewatch.errors import ExtractorError, InputError, UsageError

LOCAL = "http://127.0.0.1:11434/v1"  # where Ollama listens; llama.cpp, vLLM and LM Studio say their own
_MOST_BYTES = 4 * 2**20
_CONNECT = 5.0  # seconds
_PAUSES = (0.5, 2.0)  # seconds before the second and third time
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_OURS = frozenset({401, 403, 404, 405})  # the whole endpoint is not as the user thinks: no report will do better
_SHOWN = 200


class Endpoint:
    """One server. ``elsewhere`` is its host where that is not this machine.

    ``key`` is sent as a bearer token where it is given; it is kept nowhere.
    """

    def __init__(
        self,
        url: str = "",
        *,
        may_leave: bool = False,
        timeout: float = 300,
        key: str = "",
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.url = (url or LOCAL).rstrip("/")
        host = _checked(self.url, may_leave=may_leave)
        self.elsewhere = "" if is_local(host) else host
        self._timeout = timeout
        self._sleep = sleep
        self._headers = {"content-type": "application/json", "accept": "application/json"}
        if key:
            self._headers["authorization"] = f"Bearer {key}"
        self._pool = urllib3.PoolManager(1, timeout=urllib3.Timeout(connect=_CONNECT, read=timeout), retries=False)

    def ask(self, question: dict[str, Any]) -> bytes:
        """The bytes of the answer. Raises ExtractorError where nobody will answer, InputError where this went wrong."""
        failed: InputError | None = None
        for pause in (0.0, *_PAUSES):
            if pause:
                self._sleep(pause)
            try:
                status, raw = self._post(json.dumps(question).encode())
            except NewConnectionError as error:
                raise _nobody(self.url, error) from error
            except TooSlowError as error:
                raise InputError(
                    f"{self.url} did not answer in {self._timeout:g} seconds", "", "a longer --timeout"
                ) from error
            except (HTTPError, OSError) as error:
                failed = InputError(f"{self.url} broke off", str(error)[:_SHOWN], "see what the server says")
                continue
            if status == 200:
                return raw
            failed = self._refused(status, raw)
            if status not in _AGAIN:
                break
        raise failed or InputError(f"{self.url} did not answer")

    def _post(self, body: bytes) -> tuple[int, bytes]:
        """One request. Raises where it takes too long in all, however steadily the server drips."""
        until = time.monotonic() + self._timeout
        response = self._pool.request(
            "POST",
            f"{self.url}/chat/completions",
            body=body,
            headers=self._headers,
            redirect=False,
            preload_content=False,
        )
        try:
            raw = b""
            while piece := response.read1(65_536):
                raw += piece
                if len(raw) > _MOST_BYTES:
                    raise InputError(
                        "the model's answer is too long", f"more than {_MOST_BYTES} bytes", "another model"
                    )
                if time.monotonic() > until:
                    raise TooSlowError
            return response.status, raw
        finally:
            response.close()

    def _refused(self, status: int, raw: bytes) -> InputError:
        """What a status other than 200 means. Raises where no report will be answered."""
        said = " ".join(raw[:1000].decode("utf-8", "replace").split())[:_SHOWN]
        if status in _OURS:
            raise ExtractorError(
                f"{self.url} answered {status}", said, "check the address, the model's name and the key"
            )
        if 300 <= status < 400:
            raise ExtractorError(
                f"{self.url} answered {status}",
                "it sends us elsewhere, where nobody said text may go",
                "its own address",
            )
        why = said or "no words with it"
        return InputError(f"{self.url} answered {status}", why, "see that it knows response_format json_schema")


def is_local(host: str) -> bool:
    """Whether the host is this machine by its address or as localhost. Other names could lead anywhere."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _checked(url: str, *, may_leave: bool) -> str:
    """The host of an address that may be asked."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise UsageError(f"{url!r} is no address", str(error), f"like {LOCAL}") from error
    if parts.scheme not in {"http", "https"} or not host or port == 0 or parts.query or parts.fragment:
        raise UsageError(f"{url!r} is no address", "", f"like {LOCAL}")
    if not may_leave and not is_local(host):
        raise UsageError(
            f"{host} is not this machine",
            "the text of your reports would leave it; sources can be hurt",
            "a local server; or --send-text-away, where that is what you mean",
        )
    return host


def _nobody(url: str, error: Exception) -> ExtractorError:
    return ExtractorError(
        f"nobody answers at {url}",
        str(error).rpartition(": ")[2][:_SHOWN],
        "start the server, or name it with --endpoint",
    )
