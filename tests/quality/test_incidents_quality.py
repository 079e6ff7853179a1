"""Incidents against the events under which UCDP GED's coders put the same headlines.

Set floors with ``python tests/quality/test_incidents_quality.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from corpora import need
from floors import check, show_and_lift
from incidents_measures import MENTIONS, counts, measure, same_day

FLOORS = Path(__file__).with_name("incidents_floors.json")
NAME = "incidents"


def test_grouping_headlines_holds_its_floor() -> None:
    """Precision, recall and F1 over pairs, on the events that nothing was tuned on, are not lost."""
    need(MENTIONS)
    check(NAME, measure(), FLOORS)


def test_what_is_put_together_belongs_together_more_often_than_by_day() -> None:
    """Two headlines of one incident share an event more often than two headlines of one day do."""
    need(MENTIONS)
    assert measure()[1]["odd, told: precision"] > same_day()["precision"]


if __name__ == "__main__":
    show_and_lift(NAME, measure(), FLOORS)
    sys.stdout.write(f"{counts()}\nby day alone: {same_day()} (odd), {same_day('even')} (even)\n")
