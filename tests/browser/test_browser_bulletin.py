"""The bulletin as a reader has it: a file, opened in a browser without a network."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browser_watch import Seen, look, measure

NAMES = ("ukraine-2025", "lebanon-2024")
WIDTHS = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"


@pytest.fixture(scope="module", params=NAMES)
def bulletin(request: pytest.FixtureRequest, demo: Path) -> Path:
    """The file of one bulletin."""
    return demo / f"{request.param}.html"


@pytest.fixture(scope="module")
def seen(bulletin: Path) -> Seen:
    """The bulletin as Chromium has it."""
    return look(bulletin)


def test_the_watch_sees_what_a_page_asks_for_and_complains_about(tmp_path: Path) -> None:
    """A page that loads from elsewhere and logs an error is caught doing both: silence below means something."""
    page = tmp_path / "chatty.html"
    page.write_text(
        '<!doctype html><title>x</title><img src="http://elsewhere.example/x.png"><script>console.error("oh")</script>',
        encoding="utf-8",
    )
    noisy = look(page)
    assert noisy.requested == ("http://elsewhere.example/x.png",)
    assert any('"oh"' in line for line in noisy.console)


def test_it_opens_whole_asks_for_nothing_and_complains_of_nothing(seen: Seen) -> None:
    """All sections are there, no address is requested, and the console is silent: nothing was blocked."""
    for section in ("summary", "map", "timeline", "incidents", "reports"):
        assert f'<section id="{section}"' in seen.dom
    assert seen.requested == ()
    assert seen.console == ()


def test_every_link_in_the_page_has_its_place(seen: Seen) -> None:
    """Each link stays in the page and leads to exactly one element of it, as the browser read it."""
    links = re.findall(r'<a\b[^>]*\bhref="([^"]*)"', seen.dom)
    anchors = re.findall(r'\bid="([^"]+)"', seen.dom)
    assert len(links) > 50
    assert {link for link in links if not link.startswith("#")} == set()
    assert {link[1:] for link in links} <= set(anchors)
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("width", [390, 1280])
def test_it_never_scrolls_sideways(demo: Path, width: int) -> None:
    """On a telephone and on a desk the page is no wider than what it is shown in."""
    bulletins = [(demo / f"{name}.html").read_text(encoding="utf-8") for name in NAMES]
    for scrolled, visible in measure(bulletins, WIDTHS, width=width):
        assert scrolled <= visible <= width
