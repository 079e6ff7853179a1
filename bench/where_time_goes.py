"""Which room the processor time of adding a report goes to.

Builds a case, then looks at the stack at every tick of the processor's time (a few milliseconds, as the kernel has it)
while the next reports are added, and gives each look to the innermost frame of Trucewatch's own: a room, or a module of
``case``. So what a library does is counted where it was called. Prints shares; asserts nothing.

    python bench/where_time_goes.py [--size 1000]
"""

from __future__ import annotations

import argparse
import signal
import tempfile
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from types import FrameType

from add_growth import grow
from synthetic import reports

import trucewatch
from trucewatch.case import Case

_OWN = str(Path(trucewatch.__file__).parent) + "/"
_EVERY = 0.001  # seconds of processor time between looks, asked for
_WARM, _WATCHED = 40, 800  # reports
_LEAST = 5  # per mille; what is below is summed up


def main(arguments: Sequence[str] | None = None) -> None:
    """Build, watch, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000, help="reports in the case before watching")
    size = parser.parse_args(arguments).size
    with tempfile.TemporaryDirectory() as folder:
        (copy,) = grow(Path(folder), [size])
        show(watch(copy.path, size))


def watch(path: Path, size: int) -> Counter[str]:
    """How many looks fell to each place."""
    looks: Counter[str] = Counter()

    def look(_: int, frame: FrameType | None) -> None:
        looks[place_of(frame)] += 1

    with Case.open(path) as case:
        coming = list(islice(reports(size + _WARM + _WATCHED), size, None))
        list(case.add(coming[:_WARM]))
        signal.signal(signal.SIGPROF, look)
        signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
        try:
            list(case.add(coming[_WARM:]))
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    return looks


def place_of(frame: FrameType | None) -> str:
    """The room of the innermost frame of ours, or the module where that is the case."""
    while frame is not None:
        if frame.f_code.co_filename.startswith(_OWN):
            room, _, module = frame.f_code.co_filename.removeprefix(_OWN).partition("/")
            return f"{room}/{module.removesuffix('.py')}" if room == "case" else room.removesuffix(".py")
        frame = frame.f_back
    return "elsewhere"


def show(looks: Counter[str]) -> None:
    """One line per place, the largest share first."""
    total, small = looks.total(), 0
    for place, count in looks.most_common():
        if count * 1000 < _LEAST * total:
            small += count
        else:
            print(f"{count / total:>6.1%}  {place}")
    print(f"{small / total:>6.1%}  all else ({total} looks)")


if __name__ == "__main__":
    main()
