"""Places that others placed, found where they put them.

Set floors with ``python tests/quality/test_places_quality.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from corpora import EVAL, need
from floors import check, show_and_lift
from places_measures import HEADLINES, OTHER_NEWS, TOWNS, figures, halves, measure, viina

FLOORS = Path(__file__).with_name("places_floors.json")
NAME = "places and times"


def test_places_hold_their_floors() -> None:
    """Places of headlines and of verified incidents are found, and other news is not put into the truce's states."""
    for path in (HEADLINES, TOWNS, OTHER_NEWS):
        need(EVAL / path)
    check(NAME, measure(), FLOORS)


if __name__ == "__main__":
    show_and_lift(NAME, measure(), FLOORS)
    sys.stdout.write(f"{figures(halves(viina(EVAL / HEADLINES))[0])} on the half tuned on\n")
