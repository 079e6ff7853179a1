"""What strangers may try: other names, other methods, markup, controls, ids that are none, a case that goes away."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient
from web_samples import OVERRIDE, SCRIPT

from trucewatch.api import NOUNS
from trucewatch.case import Case
from trucewatch.web import application, pages

ADDRESSES = ["/", "/incidents", "/bulletin", "/style.css", "/api/incidents", "/nope", "/api/nope", "/incidents?x=1"]
BASE = "http://127.0.0.1:8470"


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_forbids_scripts_framing_guessing_and_telling(client: TestClient, address: str) -> None:
    """No script may run, nothing is loaded from elsewhere, no type guessed, no referrer sent, nothing kept."""
    headers = client.get(address).headers
    policy = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert not policy.keys() & {"script-src", "connect-src", "frame-src", "object-src"}
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert ("'unsafe-inline'" in policy["style-src"]) == (address == "/bulletin")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "", "127.0.0.1:x"]
)
def test_a_name_that_is_not_ours_is_refused(client: TestClient, host: str) -> None:
    """A page elsewhere whose name points at this machine cannot read the case."""
    for address in ("/", "/api/incidents", "/style.css"):
        answer = client.get(address, headers={"Host": host})
        assert answer.status_code == 400
        assert "does not go by that name" in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8470", "localhost:9", "LOCALHOST", "[::1]", "[::1]:8470"])
def test_our_own_names_are_answered(client: TestClient, host: str) -> None:
    """The machine itself is answered by any of its names, with or without a port."""
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_reading_is_all_that_is_allowed(client: TestClient, method: str) -> None:
    """Every other method is 405 everywhere, and says what is allowed."""
    for address in ("/", "/incidents", "/api/incidents", "/nope", "/show/truce"):
        answer = client.request(method, address)
        assert answer.status_code == 405
        assert answer.headers["allow"] == "GET, HEAD"
        assert "content-security-policy" in answer.headers


def test_head_is_reading(client: TestClient) -> None:
    """HEAD answers as GET does, without the page."""
    answer = client.head("/incidents")
    assert (answer.status_code, answer.content) == (200, b"")


def test_received_markup_and_controls_never_act(client: TestClient, sample_path: Path) -> None:
    """On no page is a received tag a tag, or a hidden direction change left hidden; both are shown."""
    with Case.open(sample_path) as case:
        hostile = next(row for row in case.documents().rows if SCRIPT in row.name)
        things = [row.id for noun in NOUNS for row in getattr(case, noun)(document=hostile.id)]
    addresses = [f"/documents/{hostile.id}", "/", "/bulletin", *(f"/{noun}" for noun in NOUNS)]
    addresses += [f"/show/{thing}" for thing in things] + [f"/show/{n}" for n in range(12)]
    for address in addresses:
        page = client.get(address).text
        assert "<script" not in page, address
        assert OVERRIDE not in page, address
    page = client.get(f"/documents/{hostile.id}").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "⟨U+202E⟩" in page


def test_what_is_asked_never_acts_either(client: TestClient) -> None:
    """Filters, ids and addresses are shown back as text."""
    for address in (
        f"/statements?text={SCRIPT}",
        f"/statements?text=%22%3E{SCRIPT}",
        f"/show/{SCRIPT}",
        f"/{SCRIPT}",
        f"/statements?{SCRIPT}=1",
    ):
        page = client.get(address + "%E2%80%AE").text
        assert "<script" not in page
        assert OVERRIDE not in page


@settings(max_examples=60)
@given(asked=st.text(max_size=300))
def test_no_id_breaks_a_page(client: TestClient, asked: str) -> None:
    """Whatever stands where an id should, the answer is a page or 404."""
    for start in ("/show/", "/documents/", "/api/show/"):
        assert client.get(start + quote(asked, safe="", errors="replace")).status_code in {200, 404}


@pytest.mark.parametrize(
    "asked",
    ["9" * 15, "9" * 16, "9" * 25, "9" * 5000, "x" * 4000, "fin-" + "0" * 400, "%00", "..%2f..%2fetc", "-1", "१२"],
)
def test_hostile_ids_are_not_found(client: TestClient, asked: str) -> None:
    """Numbers beyond any log, ids beyond any length, controls and paths: 404, at once."""
    for start in ("/show/", "/documents/", "/api/show/"):
        assert client.get(start + asked).status_code == 404


def test_reading_writes_nothing(sample_path: Path, tmp_path: Path) -> None:
    """After every kind of page the case is, byte for byte, what it was, and nothing lies beside it."""
    path = tmp_path / "sorn.case"
    shutil.copy(sample_path, path)
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    browser = TestClient(application(path), base_url=BASE)
    for noun in NOUNS:
        for row in browser.get(f"/api/{noun}").json()[:3]:
            browser.get(f"/show/{row['id']}")
        browser.get(f"/{noun}")
    for address in ("/", "/bulletin", "/nope", "/show/0"):
        browser.get(address)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert [each.name for each in tmp_path.iterdir()] == ["sorn.case"]


def test_a_case_that_goes_away_is_said_to_be_gone(sample_path: Path, tmp_path: Path) -> None:
    """503 with what to do while it is gone, and pages again once it is back."""
    path, away = tmp_path / "sorn.case", tmp_path / "away"
    shutil.copy(sample_path, path)
    browser = TestClient(application(path), base_url=BASE)
    path.rename(away)
    for address in ("/", "/incidents", "/show/truce", "/bulletin", "/api/incidents"):
        answer = browser.get(address)
        assert answer.status_code == 503
        assert "the case is gone" in answer.text.lower()
    assert not path.exists()
    away.rename(path)
    assert browser.get("/").status_code == 200


def test_a_case_that_is_overwritten_by_something_else_is_not_shown(tmp_path: Path) -> None:
    """What is no case any more gives a clear page, not a trace."""
    path = tmp_path / "sorn.case"
    path.write_bytes(b"not a case" * 1000)
    answer = TestClient(application(path), base_url=BASE).get("/")
    assert answer.status_code == 503
    assert "not a case" in answer.text


def test_a_fault_of_ours_gives_a_page_without_a_trace(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """500 says whose fault it is, carries the same headers, and shows nothing of the inside."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(pages, "write_listing", broken)
    answer = client.get("/incidents")
    assert answer.status_code == 500
    assert "a fault of this program" in answer.text
    assert "secret" not in answer.text
    assert "content-security-policy" in answer.headers
