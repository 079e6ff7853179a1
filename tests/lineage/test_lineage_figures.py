"""Numbers and dates read by what they come to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.lineage.figures import Figure, figures
from trucewatch.lineage.word_changes import changes
from trucewatch.lineage.wording import words_in
from trucewatch.values import Span


def _read(text: str) -> list[Figure]:
    return list(figures(words_in(text, Span(0, len(text)))))


@pytest.mark.parametrize(
    ("text", "what", "which"),
    [
        ("they sent 30,000 men", "number", "30000"),
        ("they sent 30.000 men", "number", "30000"),
        ("they sent 30 000 men", "number", "30000"),
        ("they sent thirty thousand men", "number", "30000"),
        ("they sent 30 thousand men", "number", "30000"),
        ("they sent two million men", "number", "2000000"),
        ("they sent 2.5 million men", "number", "2500000"),
        ("they sent two hundred and twelve men", "number", "212"),
        ("they sent twenty-one men", "number", "21"),
        ("they sent three dozen men", "number", "36"),
        ("they sent dozens of men", "number", "dozens"),
        ("they sent one man", "rank", "1"),
        ("the third man", "rank", "3."),
        ("the 3rd man", "rank", "3."),
        ("they met on 9 May", "date", "9 may"),
        ("they met on May 9th", "date", "9 may"),
        ("they met on the ninth of May", "date", "9 may"),
        ("they met on Sept. 9", "date", "9 september"),
        ("they met in 2024", "date", "2024"),
        ("they met on Monday", "date", "monday"),
        ("they met last week", "date", "week"),
    ],
)
def test_one_figure_is_read(text: str, what: str, which: str) -> None:
    """However it is written, one number or date is one figure of one value."""
    assert [(one.what, one.which) for one in _read(text)] == [(what, which)]


@pytest.mark.parametrize("text", ["May they rest", "they march on", "no one came", "the week was long", "it may rain"])
def test_what_only_looks_like_a_figure_is_none(text: str) -> None:
    """Verbs that are written like months, pronouns, and spans of time are no dates or numbers."""
    assert not [one for one in _read(text) if one.what]


def test_numbers_side_by_side_are_two() -> None:
    """Two numbers that do not make one stay two."""
    assert [one.which for one in _read("between 30 40 men and five six women")] == ["30", "40", "5", "6"]


@given(st.text("0123456789., thirty hundredmillionMay9th²٣", min_size=1, max_size=60))
def test_figures_follow_one_another(text: str) -> None:
    """Over any text, figures lie in order, do not overlap, and hold at least one word."""
    count, at = len(words_in(text, Span(0, len(text)))), 0
    for one in _read(text):
        assert at <= one.start < one.end <= count
        at = one.end


def test_a_number_without_end_is_compared() -> None:
    """Ten thousand digits, and ten thousand number words, are read in bounded work."""
    for text in ("9" * 10_000, "nine " * 3_000, "million " * 3_000, "9 " + "000 " * 3_000):
        words = words_in(text, Span(0, len(text)))
        assert changes(words, words_in(text + " men", Span(0, len(text) + 4)))
