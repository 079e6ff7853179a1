"""Law 1: every derived fact points at the exact characters."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.case.facts import facts_of, parts_of
from trucewatch.documents import Received, read
from trucewatch.errors import InputError
from trucewatch.pipeline import extract
from trucewatch.situation import read_situation
from trucewatch.values import Amount, Span, When, Where, Who

SITUATION = read_situation(
    """
id = "two"
title = "Two"
[[party]]
id = "arvenia"
name = "Arvenia"
aliases = ["ארווניה", "Арвения"]
[[party]]
id = "belkora"
name = "Belkora"
[[place]]
id = "sorn"
name = "Sorn"
lat = 10.0
lon = 10.0
radius_km = 5
"""
)

PIECES = st.sampled_from(
    [
        "“The truce holds,” the governor said on Thursday. ",
        "Arvenia accused Belkora of shelling Sorn, killing at least four people. ",
        "Belkora denied it. ",
        "«Мы не стреляли», — заявил представитель. ",
        "ארווניה דחתה את הטענות. ",
        "قال المتحدث إن الهدنة صامدة. ",
        "𝔄 𝕤𝕥𝕣𝕒𝕟𝕘𝕖 🕊️ line\n",
        "\u202eevil\u202c ",
        "e\u0301 ",
        "\n\n",
        "Ministers from about 30 countries met in Sorn on March 3 to discuss a force of up to 5,000 troops. ",
        "Each side accused the other of violating the 30-day ceasefire. ",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=30)), min_size=1, max_size=12).map("".join)


@settings(max_examples=150)
@given(TEXTS)
def test_every_span_of_every_fact_holds_the_words_it_claims(text: str) -> None:
    """Over right-to-left, astral and broken text: spans lie in the text and carry exactly the words that name them."""
    try:
        document = read(Received(raw=text.encode("utf-8", "surrogatepass"), name="generated", published="2025-03-06"))
    except InputError:
        return
    for _, fact in facts_of(extract(document, SITUATION)):
        for span in parts_of(fact, Span):
            assert 0 <= span.start < span.end <= len(document.text)
        for part in (*parts_of(fact, Who), *parts_of(fact, When), *parts_of(fact, Amount)):
            if part.span is not None and part.words:
                assert part.span.of(document.text) == part.words
        for where in parts_of(fact, Where):
            if where.span is not None:
                assert where.span.of(document.text).strip()
