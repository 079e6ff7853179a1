"""The statements benchmark runs on any annotated texts, with the peers that are there, and says which are not."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    row = {"tokens": ["``", "We", "will", "go", ",", "''", "Ann", "Berg", "said", "."]}
    row["labels"] = ["B-content", *["I-content"] * 5, "B-source", "I-source", "B-cue", "O"]
    (tmp_path / "corpus.jsonl").write_text((json.dumps(row) + "\n") * 40, encoding="utf-8")
    return tmp_path


@pytest.mark.slow
def test_peers_are_held_side_by_side(corpus: Path) -> None:
    """One row per system that is here, with what it finds; a missing one is named; chance is called so."""
    environment = {**os.environ, "PYTHONPATH": str(BENCH.parent / "src")}
    command = [sys.executable, str(BENCH / "statements_peers.py"), "--texts", str(corpus), "--turns", "1"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)  # noqa: S603 -- ours
    rows = {line.split("|")[1].strip(): line.split("|")[2:] for line in done.stdout.splitlines() if line[:1] == "|"}
    ours = next(cells for title, cells in rows.items() if title.startswith("Trucewatch, default"))
    assert float(ours[3]) == 1.0  # exact F1 on direct quotations
    assert "neural: no --tagger given; left out" in done.stderr
    for library, title in (("spacy", "spaCy"), ("textacy", "textacy")):
        is_here = all(importlib.util.find_spec(one) for one in {library, "spacy"})
        assert any(one.startswith(title) for one in rows) is is_here
        assert (f"{library} not installed here" in done.stderr) is not is_here
    assert ("weights of chance" in done.stdout) is (importlib.util.find_spec("spacy") is not None)
