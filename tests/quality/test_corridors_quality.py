"""Corridors from proposal to outcome: every stage and dispute of a real list is held.

Raise the floors with ``python tests/quality/test_corridors_quality.py``; it refuses to lower one.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from corpora import need
from corridor_measures import FILE, all_figures, corpus_of, listed, rows, tellings, way
from floors import check, show_and_lift

from trucewatch.agreements import find_pledges

PINS = Path(__file__).with_name("corridor_floors.json")
NAME = "commitments"
#: How often the list goes from what to what, counted apart from any code of ours.
_LISTED = {
    ("proposed", "outcome unknown"): 132,
    ("proposed", "delivered"): 122,
    ("proposed", "disputed"): 5,
    ("proposed", "expired"): 3,
    ("agreed", "outcome unknown"): 13,
    ("agreed", "delivered"): 3,
    ("agreed", "disputed"): 2,
    ("agreed", "expired"): 2,
}


@pytest.mark.evaluation
def test_no_figure_of_commitments_falls_below_its_floor() -> None:
    """Every corridor keeps its way from proposal to outcome, in whatever order and however often it is told."""
    file = need(FILE)
    check(NAME, (corpus_of(file), all_figures(file)), PINS)


@pytest.mark.evaluation
def test_transitions_come_as_often_as_they_are_listed() -> None:
    """All 282 stay apart: as many go from each stage to each outcome as the list has."""
    file = need(FILE)
    assert Counter(map(listed, rows(file))) == Counter(_LISTED)
    assert Counter(map(way, find_pledges(tellings(file)))) == Counter(_LISTED)


@pytest.mark.evaluation
def test_an_agreed_corridor_is_of_both_sides_and_only_what_happened_is_delivered() -> None:
    """Twenty are joint; delivery is told of the successful and the disputed, and of no other."""
    pledges = find_pledges(tellings(need(FILE)))
    assert sum(pledge.is_joint for pledge in pledges) == 20
    assert sum(pledge.delivered.low or 0 for pledge in pledges) == 122 + 3 + 5 + 2


if __name__ == "__main__":
    show_and_lift(NAME, (corpus_of(FILE), all_figures(FILE)), PINS)
