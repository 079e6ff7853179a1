"""Does adding one report cost what it touches, whatever the size of the case?

Adds seeded synthetic reports and prints, at 100, 1,000 and 10,000: processor time per report over the last hundred, its
ratio to the size before (the clock stands beside it: on a shared machine it tells of the neighbours too), and peak
memory. Then the same reports read by a blank spaCy pipeline with its rule sentencizer, and how ``trucewatch --help``
stands to a bare ``python -c ''``. Prints figures; asserts nothing.

    python bench/add_growth.py [--upto 10000]
"""

from __future__ import annotations

import argparse
import importlib.util
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from synthetic import SITUATION, reports

from trucewatch.case import Case

_SIZES = (100, 1_000, 10_000)
_WINDOW = 100  # reports timed at each size
_STARTS = 9  # starts of a process whose median is taken


def main(arguments: Sequence[str] | None = None) -> None:
    """Run all rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--upto", type=int, default=_SIZES[-1], help="the largest case")
    upto = parser.parse_args(arguments).upto
    own = growth([size for size in _SIZES if size <= upto])
    beside_spacy(own)
    beside_bare_python()


def growth(sizes: Sequence[int]) -> float:
    """Print one row per size; gives the milliseconds per report at the last."""
    print(f"{'reports':>8} {'CPU ms':>7} {'ratio':>6} {'ms':>7} {'peak MiB':>9} {'file MiB':>9} {'KiB/report':>11}")
    before = 0.0
    with tempfile.TemporaryDirectory() as folder, Case.create(Path(folder) / "growth.case", SITUATION) as case:
        results = case.add(reports(sizes[-1]))
        at = 0
        for size in sizes:
            for _ in islice(results, size - _WINDOW - at):
                pass
            start, worked = time.perf_counter(), time.process_time()
            for _ in islice(results, _WINDOW):
                pass
            taken = (time.process_time() - worked) * 1000 / _WINDOW
            waited = (time.perf_counter() - start) * 1000 / _WINDOW
            at = size
            stored = case.path.stat().st_size / 2**20
            ratio = f"{taken / before:.2f}" if before else ""
            space = f"{_peak():>9.0f} {stored:>9.1f} {stored * 1024 / size:>11.1f}"
            print(f"{size:>8} {taken:>7.1f} {ratio:>6} {waited:>7.1f} {space}", flush=True)
            before = taken
    return before


def beside_spacy(own: float) -> None:
    """One row against a blank spaCy pipeline: tokens and sentences only."""
    if importlib.util.find_spec("spacy") is None:
        print("spaCy is not installed: no row against it (uv pip install spacy)")
        return
    import spacy  # noqa: PLC0415 - only where it is installed

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    texts = [report.raw.decode() for report in reports(1_000)]
    start = time.perf_counter()
    sentences = sum(len(list(document.sents)) for document in pipeline.pipe(texts))
    taken = (time.perf_counter() - start) * 1000 / len(texts)
    print(f"spaCy blank + sentencizer: {taken:.2f} ms/report, {sentences} sentences; add: {own / taken:.0f} × as long")


def beside_bare_python() -> None:
    """How long the command line takes to say what it does."""
    bare = _median([sys.executable, "-c", ""])
    helped = _median([str(Path(sys.executable).with_name("trucewatch")), "--help"])
    print(f"--help: {helped:.0f} ms, python -c '': {bare:.0f} ms, ratio {helped / bare:.1f}")


def _median(command: Sequence[str]) -> float:
    taken = []
    for _ in range(_STARTS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own commands
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
