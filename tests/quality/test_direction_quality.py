"""Direction is as good as it was: figures on the evaluation corpora against their floors.

Raise the floors with ``python tests/quality/test_direction_quality.py``; it refuses to lower one.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from corpora import EVAL, need
from direction_measures import all_figures, corpus_of
from floors import check, show_and_lift

PINS = Path(__file__).with_name("direction_floors.json")
NAME = "direction"


@pytest.mark.evaluation
@pytest.mark.slow
def test_no_figure_of_direction_falls_below_its_floor() -> None:
    """Directions are told as often, and as rightly, as pinned, and siblings are left without one."""
    folder = need(EVAL / "lineage")
    check(NAME, (corpus_of(folder), all_figures(folder)), PINS)


if __name__ == "__main__":
    show_and_lift(NAME, (corpus_of(EVAL / "lineage"), all_figures(EVAL / "lineage")), PINS)
