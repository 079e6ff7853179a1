"""What a changed word touches, and what only moved."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lineage_texts import make

from trucewatch.documents import Received, read
from trucewatch.documents.model import BlockKind
from trucewatch.language.marks import find_marks
from trucewatch.language.tokens import cut
from trucewatch.lineage import QuotationChange, SentenceChange, compare
from trucewatch.lineage.passages import is_closed, quoted
from trucewatch.lineage.word_changes import changes
from trucewatch.lineage.wording import words_in
from trucewatch.values import Span


def _bearings(a: str, b: str) -> list[str]:
    one, other = (words_in(text, Span(0, len(text))) for text in (a, b))
    return [change.bears_on for change in changes(one, other)]


@pytest.mark.parametrize(
    ("a", "b", "touched"),
    [
        ("On Monday Maarten accused Reyk.", "Maarten on Monday blamed Reyk.", {"attribution"}),
        ("They say Maarten accused Reyk.", "They say Reyk accused Maarten.", {"name"}),
        ("Shells killed nine people at Lusk.", "Nine people died at Lusk.", set()),
        ("Nine died and several were hurt.", "Several died and nine were hurt.", {"number"}),
        ("It left nobody hurt.", "It left no one hurt.", set()),
        ("The raid killed at least nine people.", "The raid killed nine people.", {"hedge"}),
        ("A force of up to 5,000 troops.", "A force of 5,000 troops.", {"hedge"}),
        ("They met to discuss a force.", "They met to talk about a force.", set()),
        ("The army of Norlandia withdrew.", "The Norlandian army withdrew.", set()),
        ("It left without guarantees.", "It left in the absence of guarantees.", set()),
        ("The army did not fire and the mill burned.", "The army did fire and the mill burned not.", {"negation"}),
    ],
)
def test_only_what_changed_is_touched(a: str, b: str, touched: set[str]) -> None:
    """A name or number that stands elsewhere is no change; one that changed places with another is."""
    assert set(_bearings(a, b)) - {""} == touched


def test_a_run_too_long_to_compare_word_by_word_is_one_change() -> None:
    """Ten thousand words without an end are not held against each other in a table of a hundred million cells."""
    assert len(_bearings("river " * 10_000, "bridge " * 10_000)) == 1


def test_a_dateline_is_no_wording() -> None:
    """Place and agency before the first sentence are not words that a rewrite dropped."""
    told = "Ministers of both states met at the river to talk about a truce that should begin on Friday."
    a = read(Received(raw=f"A truce\n\nPORT CALLIS (Agence Sud) — {told}\n".encode(), name="a.txt"))
    b = read(Received(raw=f"A truce\n\n{told}\n".encode(), name="b.txt"))
    rows = compare(a, b).sentences
    assert [row.change for row in rows] == [SentenceChange.KEPT, SentenceChange.KEPT]


def test_a_sentence_alone_between_two_links_is_linked() -> None:
    """Freely reworded, a sentence is still found where its neighbours leave it no other place."""
    a = "Guns fell silent at Lusk at dawn.\nThe United States, which seeks a ceasefire, stays out.\nTalks go on."
    b = "Guns fell silent at Lusk at dawn.\nWashington, hoping for a ceasefire, sent nobody.\nTalks go on."
    assert [row.change.value for row in compare(make(a, "doc-a"), make(b, "doc-b")).sentences] == [
        "kept",
        "reworded",
        "kept",
    ]


def test_a_quotation_inside_a_quotation_is_part_of_it() -> None:
    """What a speech quotes changes with the speech: one change, told once."""
    a = make("“Reyk called the bridge ‘a gift to both banks’ and left,” Maarten said.", "doc-a")
    b = make("“Reyk called the bridge ‘a curse on both banks’ and left,” Maarten said.", "doc-b")
    assert [(pair.change, pair.a and pair.a.of(a.text)) for pair in compare(a, b).quotations] == [
        (QuotationChange.ALTERED, "Reyk called the bridge ‘a gift to both banks’ and left,"),
    ]


MARKED = st.text("“”„«»\"'’‘ abs.,-\u0301é", max_size=60)


@given(MARKED)
@settings(deadline=None)
def test_marks_are_those_of_the_tokens(text: str) -> None:
    """Read from the text alone, the marks are the ones that the tokens of the language room have."""
    wanted = [piece.start for piece in cut(text) if piece.kind == "quote"]
    assert find_marks(text, Span(0, len(text) + 1)) == wanted


def test_page_furniture_quotes_nobody() -> None:
    """What stands in marks in a share line is no quotation of the report."""
    text = "“Read more” here\n“Stop,” she said."
    document = make(text, kinds=(BlockKind.BOILERPLATE,))
    assert [span.of(text) for span in quoted(document)] == ["Stop,"]


@pytest.mark.parametrize(
    "signature",
    ["— Ana Bel (@ana_bel) March 3, 2034", "– Генштаб (@genstab) 3 березня 2034", "- A. (@a)", "— Ana Bel (@ana_bel)"],
)
def test_a_post_shown_whole_is_quoted(signature: str) -> None:
    """A paragraph over the writer's name and handle is in the writer's words, though no marks stand around it."""
    text = f"She wrote:\nOur guns have been silent since noon. {signature}\nNobody answered."
    (span,) = quoted(make(text))
    assert span.of(text) == "Our guns have been silent since noon."
    assert is_closed(text, span.end)


@pytest.mark.parametrize(
    "line",
    [
        "Ask Ana Bel (@ana_bel) — she was there on 3 March.",
        "The guns are silent, says Ana Bel (@ana_bel)",
        "Guns fell silent — Ana Bel (@ana_bel) was there, and so were many others who had come from the town",
        "— Ana Bel (@ana_bel)",
        "Guns fell silent — Ana Bel (@)",
        "The guns fell silent. " * 50 + "— Ana Bel (@ana_bel)",
    ],
)
def test_a_handle_alone_quotes_nobody(line: str) -> None:
    """A report that names somebody's handle speaks in its own words unless the handle signs the paragraph."""
    assert quoted(make(line)) == []
