"""Lineage is as good as it was: figures on the evaluation corpora against their floors.

Raise the floors with ``python tests/quality/test_lineage_quality.py``; it refuses to lower one.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from corpora import EVAL, need
from floors import FloorError, check, lift, show_and_lift
from lineage_measures import all_figures, corpus_of

PINS = Path(__file__).with_name("lineage_floors.json")
NAME = "lineage"


@pytest.mark.evaluation
@pytest.mark.slow
def test_no_figure_of_lineage_falls_below_its_floor() -> None:
    """Candidates, verdicts, links and directions reach what is pinned, on the same corpus."""
    folder = need(EVAL / "lineage")
    check(NAME, (corpus_of(folder), all_figures(folder)), PINS)


def test_floors_of_lineage_refuse_to_be_lowered(tmp_path: Path) -> None:
    """A worse figure on the same corpus is not written down; a better one is, by whole per cent."""
    pins = tmp_path / "pins.json"
    lift(NAME, ("corpus", {"recall": 900}), pins)
    with pytest.raises(FloorError, match="recall 899 < 900"):
        lift(NAME, ("corpus", {"recall": 899}), pins)
    lift(NAME, ("corpus", {"recall": 917}), pins)
    assert json.loads(pins.read_text())[NAME]["recall"] == 910


def test_figures_of_another_corpus_are_not_compared(tmp_path: Path) -> None:
    """Figures of one corpus are never held against floors of another."""
    pins = tmp_path / "pins.json"
    lift(NAME, ("corpus", {"recall": 900}), pins)
    with pytest.raises(FloorError, match="another corpus"):
        check(NAME, ("other", {"recall": 950}), pins)


if __name__ == "__main__":
    show_and_lift(NAME, (corpus_of(EVAL / "lineage"), all_figures(EVAL / "lineage")), PINS)
