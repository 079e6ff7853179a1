"""A report from a URL. The only place in the house that opens a network connection.

Decides which addresses may be asked: http and https only, and on every hop only addresses of the public internet. The
connection goes to the very address that was checked, so a name that answers differently the second time gains nothing.
Never follows more than five redirects, waits past its deadline, or keeps more than its limit.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from urllib.parse import urljoin

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.response import HTTPResponse
from urllib3.util import Url, parse_url
from urllib3.util.ssl_match_hostname import CertificateError

from trucewatch.documents.extracting import MAX_BYTES
from trucewatch.documents.model import Received
from trucewatch.errors import InputError

Resolve = Callable[[str, int], Sequence[str]]
"""A host name and port to its addresses."""

MAX_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536
_HEADERS = {"User-Agent": "trucewatch", "Accept": "text/html,*/*;q=0.8", "Accept-Encoding": "identity"}
_EMBEDDED_V4 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address behind a translator
_SAVE_IT = "save the page in a browser and add the file"


def resolve_name(host: str, port: int) -> Sequence[str]:
    """The addresses that this machine's resolver gives for ``host``."""
    return sorted({str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)})


def fetch(
    url: str,
    *,
    timeout: float = 30.0,
    limit: int = MAX_BYTES,
    resolve: Resolve = resolve_name,
    allow_private: bool = False,
) -> Received:
    """What ``url`` answers, within ``timeout`` seconds and ``limit`` bytes in all. Raises InputError.

    ``allow_private`` lets loopback and private addresses through: for tests and for archives on one's own network.
    """
    deadline = time.monotonic() + timeout
    here = url
    for _ in range(MAX_REDIRECTS + 1):
        target = _parse(here, url)
        address = _checked_address(target, url, resolve, allow_private=allow_private)
        answer = _Exchange(target, address, url, deadline).get(limit)
        if isinstance(answer, Received):
            return answer
        here = urljoin(here, answer)
    raise InputError(f"cannot fetch {url}", f"it redirects more than {MAX_REDIRECTS} times", "give the final address")


def _parse(here: str, url: str) -> Url:
    """The parts of an address that may be asked."""
    try:
        target = parse_url(here)
    except LocationParseError:
        raise InputError(
            f"cannot fetch {url}", "it is not a web address", "give one that begins with https://"
        ) from None
    via = "" if here == url else f"it redirects to {here[:200]}, and "
    if target.scheme not in {"http", "https"}:
        why = f"{via}only http and https addresses are fetched, not {target.scheme or 'a bare name'}"
        raise InputError(f"cannot fetch {url}", why, "give an https:// address, or the file itself")
    if not target.host or target.auth:
        why = f"{via}it holds a user name or no host"
        raise InputError(f"cannot fetch {url}", why, "give the plain address of the page")
    return target


def _checked_address(target: Url, url: str, resolve: Resolve, *, allow_private: bool) -> str:
    """One address of the host, after all of them were checked."""
    host = (target.host or "").strip("[]")
    try:
        addresses = resolve(host, _port(target))
    except (OSError, UnicodeError) as error:
        raise InputError(
            f"cannot fetch {url}", f"the name {host} is not known ({error})", "check the address"
        ) from None
    if not addresses:
        raise InputError(f"cannot fetch {url}", f"the name {host} has no address", "check the address")
    for address in addresses:
        if not allow_private and not is_public(address):
            why = f"{host} is {address}, an address on a private network or this machine"
            raise InputError(f"cannot fetch {url}", why, _SAVE_IT)
    return addresses[0]


def _port(target: Url) -> int:
    return target.port or (443 if target.scheme == "https" else 80)


def is_public(address: str) -> bool:
    """Whether an address belongs to the public internet, also where it carries another one inside."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _EMBEDDED_V4:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


class _Exchange:
    """One request and its answer, on one connection to one address."""

    def __init__(self, target: Url, address: str, url: str, deadline: float) -> None:
        self.target = target
        self.url = url
        self.deadline = deadline
        self.expired = threading.Event()
        self.socket: socket.socket | None = None
        host = (target.host or "").strip("[]")
        left = max(0.001, deadline - time.monotonic())
        if target.scheme == "https":
            self.connection: HTTPConnection = HTTPSConnection(
                address,
                _port(target),
                timeout=left,
                server_hostname=host,
                assert_hostname=host,
                cert_reqs="CERT_REQUIRED",
            )
        else:
            self.connection = HTTPConnection(address, _port(target), timeout=left)

    def get(self, limit: int) -> Received | str:
        """The answer, or the address it redirects to."""
        try:
            return self._get(limit)
        except (HTTPError, OSError, ValueError) as error:
            if self._is_late():
                raise self._too_slow() from None
            why = f"the server could not be reached or broke off ({type(error).__name__})"
            if isinstance(error, (ssl.SSLError, CertificateError)):
                why = f"its certificate is not to be trusted ({' '.join(str(error).split())[:120]})"
            raise InputError(f"cannot fetch {self.url}", why, f"try again later, or {_SAVE_IT}") from error
        finally:
            self.connection.close()

    def _get(self, limit: int) -> Received | str:
        self.connection.connect()
        self.socket = self.connection.sock  # an answer without a length takes the socket away from its connection
        watchdog = threading.Timer(max(0.001, self.deadline - time.monotonic()), self._break_off)
        watchdog.daemon = True
        watchdog.start()
        try:
            headers = _HEADERS | {"Host": self.target.netloc or ""}
            self.connection.request("GET", self.target.request_uri, headers=headers, preload_content=False)
            answer = self.connection.getresponse()
            try:
                return self._read(answer, limit)
            finally:
                answer.close()
        finally:
            watchdog.cancel()

    def _break_off(self) -> None:
        """A server that sends one byte a second never times out by itself: end the conversation for it."""
        self.expired.set()
        if self.socket is not None:
            try:
                self.socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # it ended by itself in the same moment

    def _is_late(self) -> bool:
        return self.expired.is_set() or time.monotonic() >= self.deadline

    def _too_slow(self) -> InputError:
        return InputError(
            f"cannot fetch {self.url}", "the server answers too slowly", f"try again later, or {_SAVE_IT}"
        )

    def _read(self, answer: HTTPResponse | urllib3.BaseHTTPResponse, limit: int) -> Received | str:
        location = answer.headers.get("Location", "")
        if answer.status in _REDIRECTS and location:
            return location
        if answer.status != 200:
            why = f"the server answers {answer.status} {answer.reason or ''}".rstrip()
            raise InputError(f"cannot fetch {self.url}", why, f"check the address, or {_SAVE_IT}")
        raw = self._body(answer, limit)
        if self._is_late():
            raise self._too_slow()
        return Received(raw=raw, name=self.url, media_type=answer.headers.get("Content-Type", ""), url=self.target.url)

    def _body(self, answer: HTTPResponse | urllib3.BaseHTTPResponse, limit: int) -> bytes:
        raw = bytearray()
        for chunk in answer.stream(_CHUNK, decode_content=True):
            raw += chunk
            if len(raw) > limit:
                why = f"it is larger than {limit // 2**20} MB" if limit >= 2**20 else f"it is larger than {limit} bytes"
                raise InputError(f"cannot fetch {self.url}", why, "save the text of it and add the file")
        return bytes(raw)
