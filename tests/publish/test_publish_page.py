from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publish_hostile import hostile_bulletin
from publish_reading import Page
from publish_sample import BULLETIN, COMPARISON, DOCUMENTS, EMPTY, SITUATION, report

from trucewatch.documents.model import Document
from trucewatch.publish import NotCounted, render_comparison, render_html
from trucewatch.publish.shown import shown
from trucewatch.values import Span


def pages() -> list[str]:
    """Every kind of page that is rendered."""
    return [
        render_html(BULLETIN),
        render_html(EMPTY),
        render_html(hostile_bulletin()),
        render_comparison(COMPARISON, DOCUMENTS[0], DOCUMENTS[1]),
    ]


@pytest.mark.parametrize("number", range(4))
def test_a_page_asks_nothing_of_the_network(number: int) -> None:
    """No address in any page leads anywhere but into the page itself, and no style fetches anything."""
    html = pages()[number]
    page = Page(html)
    addresses = [value for name in ("href", "src", "srcset", "action", "poster", "data") for value in page.values(name)]
    assert all(address.startswith(("#", "data:")) for address in addresses)
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    assert not re.search(r"@import|url\(", html.split("</style>")[0])


@pytest.mark.parametrize("number", range(4))
def test_every_link_has_its_target(number: int) -> None:
    """Each ``#x`` in a page is the id of one element of it, and no id stands twice."""
    page = Page(pages()[number])
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {address[1:] for address in page.values("href")} <= set(ids)


@pytest.mark.parametrize("number", range(4))
def test_a_page_is_well_formed(number: int) -> None:
    """Every element that is opened is closed, in order."""
    assert Page(pages()[number]).unbalanced == []


def test_cited_words_lead_back() -> None:
    """Each citation leads to marked words, and those lead back to each citation."""
    page = Page(render_html(BULLETIN))
    there = {
        a["id"]: str(a["href"])[1:] for tag, a in page.tags if tag == "a" and a.get("class") == "ref" and "id" in a
    }
    back = {str(a["href"])[1:] for tag, a in page.tags if tag == "a" and a.get("class") == "back"}
    assert there
    assert set(there) == back
    assert set(there.values()) <= {a["id"] for tag, a in page.tags if tag in {"mark", "a"} and "id" in a}


def test_reports_are_printed_to_the_letter() -> None:
    """What a reader copies from a report's text on the page is the text itself, marks and all."""
    assert Page(render_html(BULLETIN)).texts == [document.text for document in DOCUMENTS]


def test_hostile_words_stay_words() -> None:
    """Tags, attributes, templates and invisible controls in received text show up as text and do nothing."""
    html = render_html(hostile_bulletin())
    page = Page(html)
    assert page.texts == [shown(hostile_bulletin().documents[0].text)]
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b\ud800-\udfff]", html)
    assert "⟨U+202E⟩" in html
    html.encode("utf-8")


@settings(deadline=None, max_examples=25)
@given(
    text=st.text(alphabet=st.characters(exclude_characters="\r"), min_size=20, max_size=80),
    marks=st.lists(st.tuples(st.integers(0, 10), st.integers(1, 9)), min_size=1, max_size=5),
)
def test_any_text_survives_any_marks(text: str, marks: list[tuple[int, int]]) -> None:
    """Whatever a report says and however its citations overlap, its text is printed whole."""
    document = _whole(text)
    left_out = tuple(
        NotCounted(reason="r", document=document.id, span=Span(start, start + length)) for start, length in marks
    )
    html = render_html(replace(EMPTY, documents=(document,), not_counted=left_out))
    assert Page(html).texts == [shown(text)]


def _whole(text: str) -> Document:
    """A report of one block, whatever is in it."""
    document = report("any", "placeholder", "wire", None)
    return replace(document, text=text, blocks=(replace(document.blocks[0], span=Span(0, len(text))),), title="t")


def test_a_page_is_the_same_every_time() -> None:
    """The same bulletin gives the same page."""
    assert render_html(BULLETIN) == render_html(BULLETIN)


def test_tables_have_heads_and_sections_have_names() -> None:
    """Each table has column heads with a scope, each section of the page is labelled, and the map has words."""
    html = render_html(BULLETIN)
    page = Page(html)
    tables = html.count("<table")
    assert tables == html.count("<thead>") > 5
    assert all("scope" in attributes for tag, attributes in page.tags if tag == "th")
    labelled = [a for tag, a in page.tags if tag == "section"]
    assert all("aria-labelledby" in a or "aria-label" in a for a in labelled)
    assert "3 of 4 located." in html


def test_a_quotation_speaks_its_own_language() -> None:
    """Quoted words carry the language of their report and find their own direction."""
    assert re.search(r'<q class="words" lang="ar" dir="auto">', render_html(BULLETIN))


def test_readings_stand_in_an_order_that_prefers_none() -> None:
    """Readings come as the agreed text and then parties by name, whatever order the situation lists them in."""
    turned = replace(SITUATION, parties=SITUATION.parties[::-1])
    assert render_html(replace(BULLETIN, situation=turned)) == render_html(BULLETIN)


def test_a_record_without_its_report_is_refused() -> None:
    """A commitment whose report is missing cannot be published as if it were traced."""
    with pytest.raises(ValueError, match="which the bulletin lacks"):
        render_html(replace(BULLETIN, documents=DOCUMENTS[:1]))
