"""Whatever was acknowledged is there, whenever the process was killed."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from case_samples import SITUATION, clock

from trucewatch.case import Case

_KILLS = 30
_SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
from case_samples import clock
from trucewatch.case import Case
from trucewatch.documents import Received

def endless(start):
    while True:
        start += 1
        text = f"Shelling {start}\\nArvenia accused Belkora on Tuesday of shelling Sorn, killing {start} people.\\n"
        yield Received(raw=text.encode() if start % 5 else b"", name=f"{start}.txt", published="2025-03-04")

with Case.open(sys.argv[2], clock=clock) as case:
    for result in case.add(endless(int(sys.argv[3]) * 100_000)):
        print(result.entry, result.id or result.outcome, flush=True)
"""


@pytest.mark.slow
def test_kill_9_at_any_moment_loses_nothing_acknowledged(tmp_path: Path) -> None:
    """Killed thirty times at random moments while adding, the case opens each time, its log is whole, and every
    acknowledged report and refusal is in it; at the end everything derived is what the log gives.
    """
    path = tmp_path / "a.case"
    Case.create(path, SITUATION, clock=clock).close()
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    acknowledged: dict[int, str] = {}
    for number in range(_KILLS):
        acknowledged |= _add_until_killed(path, number, chance.uniform(0.0, 0.25))
        with Case.open(path) as case:
            assert case.log.verify().size > max(acknowledged, default=0)
            held = {entry.seq: entry.body["document"] for entry in case.log.entries("document")}
            held |= {entry.seq: entry.kind for entry in case.log.entries("refused")}
            assert acknowledged.items() <= held.items()
    assert len(acknowledged) > _KILLS
    with Case.open(path) as case:
        assert {(row.entry, row.id) for row in case.documents()} <= held.items()
        assert list(case.verify())


def _add_until_killed(path: Path, number: int, seconds: float) -> dict[int, str]:
    """What a child said was added before it was killed."""
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _SCRIPT, str(Path(__file__).parent), str(path), str(number + 1)],
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        said = child.stdout.readline()  # it is at work
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        said += child.stdout.read()
    whole = [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]
    return {int(entry): what for entry, what in whole}
