"""Quantities."""

from __future__ import annotations

import pytest
from language_samples import counted, read


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit", "is_approximate"),
    [
        ("Four soldiers died.", "Four", 4, 4, "soldiers", False),
        ("At least four people died.", "At least four", 4, None, "people", False),
        ("Up to 30,000 troops came.", "Up to 30,000", None, 30_000, "troops", False),
        ("They held more than 100 captives.", "more than 100", 100, None, "captives", False),
        ("Fewer than 20 tanks came.", "Fewer than 20", None, 20, "tanks", False),
        ("No more than 20 tanks came.", "No more than 20", None, 20, "tanks", False),
        ("As many as 40 civilians died.", "As many as 40", None, 40, "civilians", False),
        ("Dozens of houses burned.", "Dozens", 24, None, "houses", True),
        ("Tens of thousands of people fled.", "Tens of thousands", 20_000, None, "people", True),
        ("Several drones fell.", "Several", 3, None, "drones", True),
        ("About 30 countries met.", "About 30", 30, 30, "countries", True),
        ("Some 50 shells fell.", "Some 50", 50, 50, "shells", True),
        ("They pledged some €2bn in aid.", "some €2bn", 2 * 10**9, 2 * 10**9, "EUR", True),
        ("They pledged $1.5 billion.", "$1.5 billion", 1_500_000_000, 1_500_000_000, "USD", False),
        ("Between 10 and 15 men came.", "Between 10 and 15", 10, 15, "men", False),
        ("They sent 10 to 15 lorries.", "10 to 15", 10, 15, "lorries", False),
        ("They sent 10-15 lorries.", "10-15", 10, 15, "lorries", False),
        ("A 30-day truce began.", "30-day", 30, 30, "day", False),
        ("One hundred and fifty captives came.", "One hundred and fifty", 150, 150, "captives", False),
        ("Twenty-five captives came.", "Twenty-five", 25, 25, "captives", False),
        ("Four Norland prisoners of war died.", "Four", 4, 4, "prisoners of war", False),
        ("A dozen rebels fled.", "A dozen", 12, 12, "rebels", False),
        ("It fell 15 km north-east of there.", "15", 15, 15, "km", False),
    ],
)
def test_words_become_ranges(
    text: str, words: str, low: int | None, high: int | None, unit: str, is_approximate: bool
) -> None:
    """Each way of counting gives its bounds, what is counted, and its exact span."""
    amount = counted(text)
    assert amount.span is not None
    assert (amount.words, amount.span.of(text)) == (words, words)
    assert (amount.low, amount.high, amount.unit, amount.is_approximate) == (low, high, unit, is_approximate)


@pytest.mark.parametrize(
    "text",
    [
        "On March 13, 2025 it fell.",
        "No one came.",
        "The 13th brigade came.",
        "An F-16 flew.",
        "Two-thirds agreed.",
        "In 2014 it fell.",
        "Ana Lund, 45, came.",
    ],
)
def test_dates_ordinals_and_pronouns_are_not_counted(text: str) -> None:
    """What looks like a number and counts nothing is left alone."""
    assert read(text).amounts == ()
