"""Sentence alignment and the naming of changes are as good as they were: figures against their floors.

Raise the floors with ``python tests/quality/test_alignment_quality.py``; it refuses to lower one.
"""

from __future__ import annotations

from pathlib import Path

import alignment_measures
import pytest
import word_change_measures
from corpora import EVAL, need
from floors import check, show_and_lift

PINS = Path(__file__).with_name("alignment_floors.json")
MEASURES = {"alignment": alignment_measures, "word changes": word_change_measures}


@pytest.mark.evaluation
@pytest.mark.parametrize("name", MEASURES)
def test_no_figure_of_alignment_falls_below_its_floor(name: str) -> None:
    """Links on fables and news, and changed facts by kind, reach what is pinned, on the same corpus and labels."""
    folder = need(EVAL / "lineage")
    check(name, (MEASURES[name].corpus_of(folder), MEASURES[name].all_figures(folder)), PINS)


if __name__ == "__main__":
    for name, measures in MEASURES.items():
        show_and_lift(name, (measures.corpus_of(EVAL / "lineage"), measures.all_figures(EVAL / "lineage")), PINS)
