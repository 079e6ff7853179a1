"""Where the truth is known, the ledger is as right, and as well aware of how right it is, as it was.

``python tests/quality/truth_measures.py`` prints the figures, with those of the same ledger without its two ideas.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from corpora import EVAL, need
from floors import check
from truth_measures import flight

PINS = Path(__file__).with_name("truth_floors.json")
NAME = "origins and grades"


@pytest.mark.evaluation
def test_no_figure_of_the_ledger_falls_below_its_floor() -> None:
    """Accuracy, calibration and false corroboration on flights of which the truth is known are as good as pinned."""
    check(NAME, flight(need(EVAL / "truth" / "flight")), PINS)
