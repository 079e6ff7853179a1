"""One measurement, one process, one thread: what it spent and held is then its own."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from typing import Any

_ONE_THREAD = {
    f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL", "NUMBA", "NUMEXPR", "RAYON", "BLIS")
}


def in_own_process(script: str, *arguments: str) -> Any:
    """What ``script`` prints, as JSON, when run by itself with one thread for every library that has threads."""
    command = [sys.executable, script, *arguments]
    environment = {**os.environ, **_ONE_THREAD}
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)  # noqa: S603 - ours
    return json.loads(done.stdout)


def spent() -> float:
    """Seconds of processor time of this process so far, its own and the system's for it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def peak_mib() -> float:
    """The most memory this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def say(words: str) -> None:
    """Tell the person who waits; figures go to the standard output."""
    print(words, file=sys.stderr, flush=True)
