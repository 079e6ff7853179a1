"""Every link leads somewhere, from every page that links reach."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from starlette.testclient import TestClient

BASE = "http://127.0.0.1:8470/"


class Anatomy(HTMLParser):
    """The links and the anchors of a page, and what it would load."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.loads: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what matters of one tag."""
        given = dict(attrs)
        self.tags.add(tag)
        if given.get("id"):
            self.anchors.append(given["id"] or "")
        if tag in {"a", "form"} and (given.get("href") or given.get("action")):
            self.links.append(given.get("href") or given.get("action") or "")
        elif given.get("href") or given.get("src"):
            self.loads.append(given.get("href") or given.get("src") or "")


def crawl(client: TestClient) -> Iterator[tuple[str, Anatomy | None]]:
    """Every page that links reach from the front page, each once, without its fragment."""
    waiting, seen = [BASE], {BASE}
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        assert answer.status_code == 200, address
        is_page = answer.headers["content-type"].startswith("text/html")
        anatomy = Anatomy(answer.text) if is_page else None
        yield address, anatomy
        for link in anatomy.links if anatomy else ():
            target = urljoin(address, link).partition("#")[0]
            if target not in seen:
                seen.add(target)
                waiting.append(target)


@pytest.fixture(scope="module", params=["client", "demo"])
def pages(request: pytest.FixtureRequest) -> dict[str, Anatomy | None]:
    """All pages of a case."""
    return dict(crawl(request.getfixturevalue(request.param)))


def test_every_link_leads_to_a_page_and_every_deep_link_to_words(pages: dict[str, Anatomy | None]) -> None:
    """Following every link from the front page on, each answers 200, and each fragment is an anchor of its page."""
    assert len(pages) > 60
    for address, page in pages.items():
        for link in page.links if page else ():
            target, _, fragment = urljoin(address, link).partition("#")
            there = pages[target]
            assert not fragment or (there is not None and unquote(fragment) in there.anchors), f"{address} -> {link}"


def test_no_link_leaves_the_case_and_no_page_loads_anything_else(pages: dict[str, Anatomy | None]) -> None:
    """Links stay on this server, and all that a page loads is the style sheet."""
    for address, page in pages.items():
        if page is None:
            continue
        assert {urlsplit(urljoin(address, link)).netloc for link in page.links} <= {urlsplit(BASE).netloc}, address
        assert set(page.loads) <= {"/style.css"}, address
        assert not page.tags & {"script", "iframe", "object", "embed", "img", "base"}, address


def test_no_page_has_an_anchor_twice(pages: dict[str, Anatomy | None]) -> None:
    """An anchor names one place."""
    for address, page in pages.items():
        if page is not None:
            assert len(page.anchors) == len(set(page.anchors)), address


def test_every_thing_of_every_noun_has_a_page(client: TestClient, demo: TestClient) -> None:
    """Whatever a listing as data names by an id, that id's page is there."""
    for browser in (client, demo):
        tables = browser.get("/api/").json()["tables"]
        for address in tables.values():
            for row in browser.get(address).json():
                assert browser.get(f"/show/{row['id']}").status_code == 200
