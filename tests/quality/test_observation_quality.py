"""Counts that a monitoring mission states in its status reports, against labels made by reading.

Set floors with ``python tests/quality/test_observation_quality.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from corpora import need
from floors import check, show_and_lift
from observation_measures import REPORTS, is_kept_aside, labels, measure, tally

FLOORS = Path(__file__).with_name("observation_floors.json")
NAME = "observers' counts"


def test_counts_hold_their_floors() -> None:
    """Counts, areas, earlier figures and weapons found in reports kept aside are not lost."""
    need(REPORTS)
    check(NAME, measure(), FLOORS)


def test_labels_are_of_reports_kept_aside() -> None:
    """Nothing that was tuned on is measured."""
    assert all(is_kept_aside(number) for number in labels())
    assert sum(len(labelled["counts"]) for labelled in labels().values()) == 212


if __name__ == "__main__":
    show_and_lift(NAME, measure(), FLOORS)
    sys.stdout.write(f"{dict(tally())}\n")
