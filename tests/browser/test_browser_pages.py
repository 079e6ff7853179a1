"""The served pages in a browser: they fit a telephone, and a deep link shows exactly its words."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser_watch import look, measure
from starlette.testclient import TestClient

from trucewatch.case import Case
from trucewatch.documents import Received
from trucewatch.web import application

WIDTHS = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
POINTED = """[...document.querySelectorAll('mark')].filter(
  mark => getComputedStyle(mark).borderBottomWidth == '2px').map(mark => mark.textContent).join('')"""
LINK = '<link rel="stylesheet" href="/style.css">'
LONG = "Unbreakable" * 80


def whole(pages: TestClient, address: str) -> str:
    """A served page with its style sheet inside."""
    answer = pages.get(address)
    assert answer.status_code == 200
    assert LINK in answer.text
    return answer.text.replace(LINK, f"<style>{pages.get('/style.css').text}</style>")


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_scrolls_sideways(pages: TestClient, width: int) -> None:
    """Listings, and the page of one thing of every kind, are no wider than what they are shown in."""
    tables = pages.get("/api/").json()["tables"]
    addresses = ["/", "/findings?type=would+breach", *(f"/{noun}" for noun in tables)]
    listed = {noun: pages.get(address).json() for noun, address in tables.items()}
    # Nobody else has read the demonstration, and no observer counts in it.
    assert {noun for noun, rows in listed.items() if not rows} <= {"disagreements", "observations", "counts"}
    addresses += [f"/show/{rows[0]['id']}" for rows in listed.values() if rows and "id" in rows[0]]
    shown = measure([whole(pages, address) for address in addresses], WIDTHS, width=width)
    assert {a: w for a, w in zip(addresses, shown, strict=True) if not w[0] <= w[1] <= width} == {}


def test_an_unbreakable_word_does_not_widen_a_page(demo: Path) -> None:
    """A word of 880 letters in a title, a name, a source and a sentence is broken rather than the page."""
    with Case.open(demo / "lebanon-2024.case") as case:
        text = f"{LONG} report\nIsrael said on Friday that {LONG} was shelled in Haris.\n"
        (result,) = case.add([Received(raw=text.encode(), name=f"{LONG}.txt", source=LONG, published="2024-11-29")])
    pages = TestClient(application(demo / "lebanon-2024.case"), base_url="http://127.0.0.1")
    addresses = [f"/documents/{result.id}", f"/show/{pages.get('/api/stories').json()[-1]['id']}"]
    addresses += [f"/{noun}?document={result.id}" for noun in ("documents", "statements", "incidents", "stories")]
    for width in (390, 1280):
        shown = measure([whole(pages, address) for address in addresses], WIDTHS, width=width)
        assert {a: w for a, w in zip(addresses, shown, strict=True) if w[0] > w[1]} == {}


def test_a_deep_link_shows_exactly_its_words(pages: TestClient) -> None:
    """The words that ``#s=START-END`` points at stand out, all of them and no others, though other marks cut them."""
    incident = pages.get("/api/incidents").json()[0]["id"]
    words = max(pages.get(f"/api/show/{incident}").json()["words"], key=lambda each: len(each["words"]))
    page = whole(pages, f"/documents/{words['document']}")
    span = f"s={words['span']['start']}-{words['span']['end']}"
    assert measure([page], POINTED, width=1280, fragment=span) == [words["words"]]
    assert measure([page], POINTED, width=1280) == [""]


def test_a_page_complains_of_nothing(pages: TestClient, tmp_path: Path) -> None:
    """The browser reads a report's page without a word, and asks for nothing."""
    path = tmp_path / "page.html"
    path.write_text(whole(pages, f"/show/{pages.get('/api/documents').json()[0]['id']}"), encoding="utf-8")
    seen = look(path)
    assert (seen.requested, seen.console) == ((), ())
