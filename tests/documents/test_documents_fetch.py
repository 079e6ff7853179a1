from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from trucewatch.documents.fetch import fetch, is_public
from trucewatch.errors import InputError


class Site(BaseHTTPRequestHandler):
    """A small site with every bad habit."""

    def do_GET(self) -> None:
        """Answer by the path."""
        name, _, rest = self.path.strip("/").partition("/")
        getattr(self, f"serve_{name}")(rest)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Keep the test output clean."""

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        """One complete answer."""
        self.send_response(status)
        for header, value in headers.items():
            self.send_header(header.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def serve_page(self, _: str) -> None:  # noqa: D102 - its body says it
        self.answer(200, b"<p>The truce held.</p>", Content_Type="text/html; charset=utf-8")

    def serve_packed(self, _: str) -> None:  # noqa: D102 - as above
        self.answer(200, gzip.compress(b"a" * 5_000_000), Content_Encoding="gzip")

    def serve_missing(self, _: str) -> None:  # noqa: D102 - as above
        self.answer(404)

    def serve_big(self, _: str) -> None:  # noqa: D102 - as above
        self.answer(200, b"a" * 100_000)

    def serve_host(self, _: str) -> None:  # noqa: D102 - as above
        self.answer(200, (self.headers["Host"] or "").encode())

    def serve_hops(self, rest: str) -> None:  # noqa: D102 - as above
        left = int(rest)
        self.answer(302, Location=f"/hops/{left - 1}" if left else "/page")

    def serve_to(self, rest: str) -> None:  # noqa: D102 - as above
        self.answer(302, Location=rest)

    def serve_drip(self, _: str) -> None:  # noqa: D102 - as above
        self.send_response(200)
        self.end_headers()
        self.drip()

    def serve_driphead(self, _: str) -> None:  # noqa: D102 - as above
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
        self.drip()

    def drip(self) -> None:
        """One byte at a time, for longer than anybody waits."""
        try:
            for _ in range(200):
                self.wfile.write(b"a")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            self.close_connection = True  # the reader has gone, as it should


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the site, on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def refused(url: str, why: str, **options: object) -> None:
    """``url`` is refused, in words that hold ``why``."""
    with pytest.raises(InputError) as caught:
        fetch(url, **{"allow_private": True, "timeout": 5.0} | options)  # type: ignore[arg-type]
    assert caught.value.what == f"cannot fetch {url}"
    assert why in caught.value.why
    assert caught.value.try_


def test_a_page_is_fetched_with_its_type_and_address(site: str) -> None:
    """The bytes, the type as claimed, and the address come back."""
    got = fetch(f"{site}/page", allow_private=True)
    assert (got.raw, got.media_type) == (b"<p>The truce held.</p>", "text/html; charset=utf-8")
    assert got.name == got.url == f"{site}/page"


def test_redirects_are_followed_to_the_fifth(site: str) -> None:
    """Five hops are followed, the address is the last one; six are refused."""
    assert fetch(f"{site}/hops/4", allow_private=True).url == f"{site}/page"
    refused(f"{site}/hops/5", "it redirects more than 5 times")


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://post.example/a", "gopher://x", "post.example/a", "data:,x"]
)
def test_only_web_addresses_are_fetched(url: str) -> None:
    """No other scheme is ever opened."""
    refused(url, "only http and https addresses are fetched")


def test_a_redirect_to_a_file_is_refused(site: str) -> None:
    """The rules hold on every hop."""
    refused(f"{site}/to/file:///etc/passwd", "it redirects to file:///etc/passwd, and only http and https")


def test_an_address_with_a_user_name_is_refused() -> None:
    """Addresses that hide their host behind a user name are refused."""
    refused("https://post.example@127.0.0.1/", "it holds a user name or no host")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.1.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "0.0.0.0",  # noqa: S104 - refused, not bound
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "not an address",
    ],
)
def test_private_addresses_are_refused(address: str) -> None:
    """Loopback, private, link-local, shared and multicast addresses are refused, also inside IPv6 ones."""
    assert not is_public(address)
    refused("http://post.example/", f"post.example is {address}", allow_private=False, resolve=lambda *_: [address])


def test_public_addresses_are_public() -> None:
    """Ordinary addresses pass."""
    assert is_public("93.184.215.14")
    assert is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")


def test_one_private_address_among_public_ones_is_enough() -> None:
    """A name that has both is refused: which one is asked must not be left to chance."""
    refused(
        "http://post.example/", "192.168.1.1", allow_private=False, resolve=lambda *_: ["93.184.215.14", "192.168.1.1"]
    )


def test_a_redirect_to_a_private_address_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page cannot send the reader into the private network."""
    monkeypatch.setattr("trucewatch.documents.fetch.is_public", lambda address: address == "127.0.0.1")
    refused(
        f"{site}/to/http://10.0.0.1/admin", "10.0.0.1 is 10.0.0.1, an address on a private network", allow_private=False
    )


def test_the_address_that_was_checked_is_the_one_asked(site: str) -> None:
    """The name is resolved once; the server still hears the name it goes by."""
    asked: list[str] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        asked.append(f"{host}:{port}")
        return ["127.0.0.1"]

    port = site.rpartition(":")[2]
    got = fetch(f"http://post.example:{port}/host", resolve=resolve, allow_private=True)
    assert got.raw.decode() == f"post.example:{port}"
    assert asked == [f"post.example:{port}"]


@pytest.mark.parametrize("path", ["drip", "driphead"])
def test_a_slow_server_is_left_at_the_deadline(site: str, path: str) -> None:
    """A server that sends a byte now and then, in body or header, is left when the time is up."""
    started = time.monotonic()
    refused(f"{site}/{path}", "the server answers too slowly", timeout=0.4)
    assert time.monotonic() - started < 5


def test_too_large_an_answer_is_refused_while_it_comes(site: str) -> None:
    """The limit holds for what arrives and for what it unpacks to."""
    refused(f"{site}/big", "it is larger than 50000 bytes", limit=50_000)
    refused(f"{site}/packed", "it is larger than 1 MB", limit=2**20)


def test_an_error_of_the_server_is_told(site: str) -> None:
    """The status is named."""
    refused(f"{site}/missing", "the server answers 404 Not Found")


def test_a_server_that_is_not_there_is_told() -> None:
    """No connection is one clear message, and so is an unknown name."""

    def unknown(host: str, port: int) -> Sequence[str]:
        raise OSError(host, port)

    refused("http://127.0.0.1:9/", "the server could not be reached")
    refused("http://post.example/", "the name post.example is not known", resolve=unknown)
