"""The lineage benchmarks run without the evaluation corpora and without the peers, and say so."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"


def run(script: str, *options: str) -> tuple[str, str]:
    """What a benchmark prints and says where there are no corpora."""
    environment = {**os.environ, "TRUCEWATCH_EVAL": "/nowhere", "PYTHONPATH": str(BENCH.parent / "src")}
    command = [sys.executable, str(BENCH / script), *options]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)  # noqa: S603 -- ours
    return done.stdout, done.stderr


@pytest.mark.slow
def test_peers_are_held_side_by_side_on_an_invented_corpus() -> None:
    """One row per system that is here; a missing one is named; invented input is called so."""
    told, said = run("lineage_peers.py", "--articles", "120", "--turns", "1", "--only", "case,datasketch")
    assert told.startswith("INVENTED")
    row = next(line for line in told.splitlines() if line.startswith("| Trucewatch, case engine"))
    assert float(row.split("|")[8]) > 0.9  # sources of such light rewrites are found
    is_here = importlib.util.find_spec("datasketch") is not None
    assert ("| datasketch" in told) is is_here
    assert ("datasketch not installed here" in said) is not is_here


@pytest.mark.slow
def test_growth_is_measured_on_an_invented_stream() -> None:
    """One row per size, with the sources that are still found."""
    told, _ = run("lineage_scaling.py", "--upto", "1000", "--only", "case")
    row = next(line for line in told.splitlines() if line.startswith("| Trucewatch, case engine"))
    assert row.split("|")[2].strip() == "1,000"
    assert float(row.split("|")[7]) > 0.9
