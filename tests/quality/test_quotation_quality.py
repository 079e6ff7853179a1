"""Quotations are followed as well as they were: figures against their floors.

Raise the floors with ``python tests/quality/test_quotation_quality.py``; it refuses to lower one.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from corpora import EVAL, need
from floors import check, read_floors, show_and_lift
from quotation_measures import LABELS, all_figures, corpus_of

PINS = Path(__file__).with_name("quotation_floors.json")
NAME = "quotations"


@pytest.mark.evaluation
@pytest.mark.slow
def test_no_figure_of_quotations_falls_below_its_floor() -> None:
    """Each change of a quotation is told as precisely and as often as is pinned, on the same corpus."""
    need(EVAL / "lineage")
    check(NAME, (corpus_of(EVAL), all_figures(EVAL)), PINS)


def test_labels_hold_no_words_of_the_corpus() -> None:
    """What is kept of the texts read by hand is where quotations stand and one or more letters."""
    for row in json.loads(LABELS.read_text(encoding="utf-8")):
        assert set(row) == {"row", "a", "b"}
        assert all(set(labels) <= set("vtarqnud") for _, _, labels, *_ in (*row["a"], *row["b"]))


def test_altered_quotations_are_pinned_for_both_corpora() -> None:
    """Precision and recall of "altered" have a floor on the edits and on the texts read by hand."""
    floors = read_floors(PINS)[NAME]
    for figure in ("precision", "recall"):
        assert f"edited altered {figure}" in floors
        assert f"read altered {figure}" in floors


if __name__ == "__main__":
    show_and_lift(NAME, (corpus_of(EVAL), all_figures(EVAL)), PINS)
