"""Does adding one report cost what it touches, whatever the size of the case?

Adds seeded synthetic reports to one case and keeps a copy of it at 100, 1,000 and 10,000. Prints for each size:

- processor time per report and its ratio to the size before, over the whole of the adding;
- the same for the next 200 reports alone, ten to each copy in turn, so that a busy machine slows all sizes alike;
- peak memory of the adding process, imports among it, and the size of the file.

Then the same reports read by a blank spaCy pipeline with its rule sentencizer, and how ``trucewatch --help`` stands to
a bare ``python -c ''``. Prints figures; asserts nothing.

    python bench/add_growth.py [--upto 10000]
"""

from __future__ import annotations

import argparse
import importlib.util
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from synthetic import SITUATION, reports

from trucewatch.case import Case

_SIZES = (100, 1_000, 10_000)
_WARM = 40  # reports added before anything is measured: imports, compiled patterns, the first pages
_NEXT, _TURN = 200, 10  # reports measured at each size; how many of them before the next size has its turn
_STARTS = 9  # starts of a process whose median is taken


@dataclass(frozen=True, slots=True)
class Copy:
    """A case as it was at one size. ``spent`` is milliseconds of processor time per report up to there."""

    size: int
    path: Path
    spent: float
    peak: float

    @property
    def mib(self) -> float:
        """The size of the file."""
        return self.path.stat().st_size / 2**20


def main(arguments: Sequence[str] | None = None) -> None:
    """Run all rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--upto", type=int, default=_SIZES[-1], help="the largest case")
    upto = parser.parse_args(arguments).upto
    with tempfile.TemporaryDirectory() as folder:
        warm_up(Path(folder))
        copies = list(grow(Path(folder), [size for size in _SIZES if size <= upto]))
        own = show(copies, next_reports(copies))
    beside_spacy(own)
    beside_bare_python()


def warm_up(folder: Path) -> None:
    """Add a few reports to a case that is thrown away."""
    with Case.create(folder / "warm.case", SITUATION) as case:
        for _ in case.add(reports(_WARM, seed=2)):
            pass


def grow(folder: Path, sizes: Sequence[int]) -> Iterator[Copy]:
    """One case, copied at each size."""
    with Case.create(folder / "growing.case", SITUATION) as case:
        results, at = case.add(reports(sizes[-1])), 0
        spent = 0.0
        for size in sizes:
            start = time.process_time()
            for _ in islice(results, size - at):
                pass
            spent += time.process_time() - start
            at = size
            path = folder / f"{size}.case"
            with closing(sqlite3.connect(case.path)) as held, closing(sqlite3.connect(path)) as copied:
                held.backup(copied)
            yield Copy(size, path, spent * 1000 / size, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def next_reports(copies: Sequence[Copy]) -> dict[int, float]:
    """Milliseconds of processor time per report, for the next reports at each size."""
    taken = dict.fromkeys((copy.size for copy in copies), 0.0)
    with ExitStack() as stack:
        waiting = []
        for copy in copies:
            case = stack.enter_context(Case.open(copy.path))
            coming = list(islice(reports(copy.size + _WARM + _NEXT), copy.size, None))
            list(case.add(coming[:_WARM]))
            waiting.append((copy.size, case, coming[_WARM:]))
        for start in range(0, _NEXT, _TURN):
            for size, case, coming in waiting:
                before = time.process_time()
                list(case.add(coming[start : start + _TURN]))
                taken[size] += (time.process_time() - before) * 1000 / _NEXT
    return taken


def show(copies: Sequence[Copy], taken: dict[int, float]) -> float:
    """Print one row per size; gives the milliseconds per report at the last."""
    print(f"{'reports':>8} {'all ms':>7} {'ratio':>6} {'next ms':>8} {'ratio':>6} {'peak MiB':>9} {'KiB/report':>11}")
    before: Copy | None = None
    for copy in copies:
        whole = f"{copy.spent / before.spent:.2f}" if before else ""
        marginal = f"{taken[copy.size] / taken[before.size]:.2f}" if before else ""
        print(
            f"{copy.size:>8} {copy.spent:>7.1f} {whole:>6} {taken[copy.size]:>8.1f} {marginal:>6}"
            f" {copy.peak:>9.0f} {copy.mib * 1024 / (copy.size + _WARM + _NEXT):>11.1f}",
            flush=True,
        )
        before = copy
    return taken[copies[-1].size]


def beside_spacy(own: float) -> None:
    """One row against a blank spaCy pipeline: tokens and sentences only."""
    if importlib.util.find_spec("spacy") is None:
        print("spaCy is not installed here: no row against it. Try: make bench, which installs it where it can")
        return
    import spacy  # noqa: PLC0415 - only where it is installed

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    texts = [report.raw.decode() for report in reports(1_000)]
    list(pipeline.pipe(texts[:_WARM]))
    start = time.process_time()
    sentences = sum(len(list(document.sents)) for document in pipeline.pipe(texts))
    taken = (time.process_time() - start) * 1000 / len(texts)
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


if __name__ == "__main__":
    main()
