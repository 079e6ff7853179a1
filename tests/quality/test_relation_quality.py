"""The verdict is as good as it was: figures on the evaluation corpora against their floors.

Raise the floors with ``python tests/quality/test_relation_quality.py``; it refuses to lower one.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from corpora import EVAL, need
from floors import check, show_and_lift
from relation_measures import all_figures, corpus_of

PINS = Path(__file__).with_name("relation_floors.json")
NAME = "relation"


@pytest.mark.evaluation
@pytest.mark.slow
def test_no_figure_of_the_verdict_falls_below_its_floor() -> None:
    """Rewrites and copies are found, independent accounts kept apart and confidence meant as it is pinned."""
    folder = need(EVAL / "lineage")
    check(NAME, (corpus_of(folder), all_figures(folder)), PINS)


if __name__ == "__main__":
    show_and_lift(NAME, (corpus_of(EVAL / "lineage"), all_figures(EVAL / "lineage")), PINS)
