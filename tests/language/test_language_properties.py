"""What holds for any text at all."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import count, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language_samples import SITUATION, document, read

from trucewatch.language import Analysis, analyse
from trucewatch.values import Span

_WORDS = """
    “ ” " ' ‘ ’ « » „ , . : ; — - ( ) [ ] 's Norland Greece Athens Zedburg Kalna Karel Vos president the of and said
    told he she they it minister ministry March 13 2025 Thursday last week ago three days overnight into near in region
    village about 15 km 2bn $ € up to at least dozens hundreds troops have been killed that U.S. Gen. Восенко
"""
_PIECES = st.sampled_from(_WORDS.split())
_TEXTS = st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=60).map(" ".join), st.lists(_PIECES).map("".join))


def spans(analysis: Analysis) -> dict[str, list[Span]]:
    """The spans of each kind of item."""
    return {
        "tokens": [token.span for token in analysis.tokens],
        "quotations": [quotation.span for quotation in analysis.quotations],
        "names": [who.span for who in analysis.names if who.span],
        "times": [when.span for when in analysis.times if when.span],
        "places": [where.span for where in analysis.places if where.span],
        "amounts": [amount.span for amount in analysis.amounts if amount.span],
    }


def worded(analysis: Analysis) -> list[tuple[str, Span | None]]:
    """Words and span of every item that keeps both."""
    return [
        *((who.words, who.span) for who in analysis.names),
        *((when.words, when.span) for when in analysis.times),
        *((where.name, where.span) for where in analysis.places),
        *((amount.words, amount.span) for amount in analysis.amounts),
    ]


@given(_TEXTS, st.sampled_from(["en", "uk", "und"]))
@settings(max_examples=100)
def test_any_text_is_read(text: str, language: str) -> None:
    """No text raises; every span lies within the text, in order, and words are what the span covers."""
    analysis = read(text, language=language)
    for kind, found in spans(analysis).items():
        assert all(span.end <= len(text) for span in found)
        assert [span.start for span in found] == sorted(span.start for span in found), kind
    assert all(token.text == token.span.of(text) for token in analysis.tokens)
    assert all(span is not None and words == span.of(text) for words, span in worded(analysis))


@given(_TEXTS)
@settings(max_examples=50)
def test_tokens_cover_all_but_white_space(text: str) -> None:
    """What no token covers is white space."""
    covered = {at for token in read(text).tokens for at in range(token.span.start, token.span.end)}
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)


@given(_TEXTS)
@settings(max_examples=50)
def test_names_do_not_overlap(text: str) -> None:
    """No two mentions share a word."""
    found = spans(read(text))["names"]
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(_TEXTS)
@settings(max_examples=30)
def test_the_order_of_parties_changes_nothing(text: str) -> None:
    """The situation may list its parties in any order."""
    turned = replace(SITUATION, parties=SITUATION.parties[::-1])
    ours, theirs = analyse(document(text), SITUATION), analyse(document(text), turned)
    assert (ours.names, ours.places) == (theirs.names, theirs.places)


UNITS = ("“", "'a ", "1,", "a.", "Ana Lund, ", "of the ", "near Kalna ", "A", "12 to ", "the ministry ", "he said ")


def cost(text: str) -> int:
    """How many calls reading makes: the same on every machine, however busy."""
    calls = count()
    sys.setprofile(lambda *_: next(calls))
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return next(calls)


@pytest.mark.parametrize("unit", UNITS)
def test_cost_grows_with_length_alone(unit: str) -> None:
    """Eight times the text, in one line without an end, costs about eight times as much, never sixty-four."""
    read(unit)  # tables are read once
    assert cost(unit * (32_000 // len(unit))) < 10 * cost(unit * (4_000 // len(unit)))


@pytest.mark.slow
def test_a_line_of_a_million_characters_is_read() -> None:
    """One paragraph of a megabyte, in one sentence, is read to its end."""
    text = ("Greek troops near Kalna fired 12 shells on March 3, Ana Lund said, and " * 15_000)[:1_000_000]
    analysis = read(text)
    assert analysis.tokens[-1].span.end >= len(text) - 2
