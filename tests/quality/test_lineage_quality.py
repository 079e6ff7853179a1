"""Lineage is as good as it was: figures on the evaluation corpora against what is pinned.

Pin better figures with ``python tests/quality/test_lineage_quality.py``; it refuses to pin worse ones.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from corpora import EVAL, need
from floors import check, digest, pin
from lineage_measures import all_figures

PINS = Path(__file__).with_name("lineage_floors.json")
FILES = (
    "aesop_sentence_aligned",
    "neardup_silver_allsides_pairs",
    "pool_allsides_37k",
    "rewrite_pairs_news",
    "same_event_independent_basil",
)


def _corpus(folder: Path) -> str:
    return digest(folder / f"{name}.jsonl.gz" for name in FILES)


@pytest.mark.evaluation
@pytest.mark.slow
def test_no_figure_of_lineage_falls_below_its_pin() -> None:
    """Candidates, verdicts, links and directions reach what is pinned, on the same corpus."""
    folder = need(EVAL / "lineage")
    assert check(PINS, _corpus(folder), all_figures(folder)) == []


def test_pins_refuse_to_be_lowered(tmp_path: Path) -> None:
    """A worse figure on the same corpus is not written down; a better one is; ceilings count the other way."""
    pins = tmp_path / "pins.json"
    pin(pins, "corpus", {"recall": 900, "false edges": 5})
    with pytest.raises(SystemExit, match="recall is 899"):
        pin(pins, "corpus", {"recall": 899, "false edges": 5})
    with pytest.raises(SystemExit, match="false edges is 6"):
        pin(pins, "corpus", {"recall": 901, "false edges": 6})
    pin(pins, "corpus", {"recall": 901, "false edges": 4})
    assert json.loads(pins.read_text())["figures"] == {"recall": 901, "false edges": 4}


def test_another_corpus_is_said_to_be_another(tmp_path: Path) -> None:
    """Figures of one corpus are never held against pins of another."""
    pins = tmp_path / "pins.json"
    pin(pins, "corpus", {"recall": 900})
    assert "not the one" in check(pins, "other", {"recall": 950})[0]


if __name__ == "__main__":
    figures = all_figures(EVAL / "lineage")
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    pin(PINS, _corpus(EVAL / "lineage"), figures)
