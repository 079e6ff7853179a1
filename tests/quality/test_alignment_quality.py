"""Sentence alignment is as good as it was: figures on hand-made links against their floors.

Raise the floors with ``python tests/quality/test_alignment_quality.py``; it refuses to lower one.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from alignment_measures import all_figures, corpus_of
from corpora import EVAL, need
from floors import check, lift

PINS = Path(__file__).with_name("alignment_floors.json")
NAME = "alignment"


@pytest.mark.evaluation
def test_no_figure_of_alignment_falls_below_its_floor() -> None:
    """Links on fables and news reach what is pinned, on the same corpus and the same labels."""
    folder = need(EVAL / "lineage")
    check(NAME, (corpus_of(folder), all_figures(folder)), PINS)


if __name__ == "__main__":
    figures = all_figures(EVAL / "lineage")
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    lift(NAME, (corpus_of(EVAL / "lineage"), figures), PINS)
