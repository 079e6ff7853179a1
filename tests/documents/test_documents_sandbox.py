from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from documents_samples import PAGE, SHORT_PDF, received

from trucewatch.documents import read, sandbox
from trucewatch.documents.parts import Extract, Failure, Job
from trucewatch.errors import InputError

JOB = Job(kind="html", raw=PAGE.encode(), name="a.html")


@pytest.fixture
def no_children() -> None:
    """Start with no child waiting."""
    sandbox.end_idle_children()


def test_a_child_is_used_again(no_children: None) -> None:
    """The second page is read by the same process as the first."""
    del no_children
    sandbox.run_apart(JOB)
    first = sandbox._idle[-1].process.pid
    sandbox.run_apart(JOB)
    assert [child.process.pid for child in sandbox._idle] == [first]


def test_a_child_has_one_thread(no_children: None) -> None:
    """Libraries that would start threads are told not to: a child without that right would die of it."""
    del no_children
    sandbox.run_apart(JOB)
    assert len(list(Path(f"/proc/{sandbox._idle[-1].process.pid}/task").iterdir())) == 1


def test_a_child_that_died_is_replaced(no_children: None) -> None:
    """A child killed between two reports is not missed."""
    del no_children
    sandbox.run_apart(JOB)
    sandbox._idle[-1].process.kill()
    sandbox._idle[-1].process.wait()
    assert isinstance(sandbox.run_apart(JOB), Extract)


def test_a_parser_that_takes_too_long_is_ended(no_children: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser that does not answer in time becomes one clear error, and the next report is read."""
    del no_children
    with monkeypatch.context() as patch:
        patch.setattr(sandbox, "WALL_SECONDS", 0)
        with pytest.raises(InputError, match="reading it took longer than 0 seconds"):
            sandbox.run_apart(JOB)
    assert sandbox._idle == []
    assert isinstance(sandbox.run_apart(JOB), Extract)


def test_a_parser_that_dies_is_one_clear_error(no_children: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash inside a parser takes no other report with it."""
    del no_children

    def die(child: sandbox.Child, job: Job) -> Failure:
        del job
        child.process.kill()
        child.process.wait()
        raise EOFError

    with monkeypatch.context() as patch:
        patch.setattr(sandbox.Child, "run", die)
        with pytest.raises(InputError, match="or broke the parser"):
            sandbox.run_apart(JOB)
    assert isinstance(sandbox.run_apart(JOB), Extract)


def test_many_threads_may_read_at_once() -> None:
    """Each thread has its answer and not another's."""
    reports = [received(PAGE if n % 2 else SHORT_PDF, str(n)) for n in range(12)]
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(read, reports))
    assert [document.media_type for document in found] == ["application/pdf", "text/html"] * 6


def test_the_child_limits_itself(tmp_path: Path) -> None:
    """A parser process cannot write files, start processes, or take more memory than allowed."""
    program = f"""
import resource
from trucewatch.documents.parser import MEMORY, limit_self
limit_self()
limits = (resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC, resource.RLIMIT_AS)
print([resource.getrlimit(limit)[1] for limit in limits] == [0, 0, MEMORY])
try:
    open({str(tmp_path / "x")!r}, "w").write("x" * 9999)
except OSError as error:
    print(type(error).__name__)
try:
    bytearray(MEMORY)
except MemoryError:
    print("MemoryError")
"""
    done = _python(program)
    assert done.stdout.split() == ["True", "OSError", "MemoryError"]


@pytest.mark.parametrize(
    ("limits", "work", "end"),
    [((0, 99), "sum(range(9999))", signal.SIGXCPU), ((99, -4), "time.sleep(9)", signal.SIGALRM)],
)
def test_a_job_without_end_is_ended_by_its_own_process(limits: tuple[int, int], work: str, end: signal.Signals) -> None:
    """Computing time and waiting time are both limited inside the child, whatever becomes of its parent."""
    program = (
        "import time\nfrom trucewatch.documents import parser\n"
        f"parser.CPU_SECONDS, parser.WALL_SECONDS = {limits}\nparser._allow_time()\nwhile True: {work}\n"
    )
    assert _python(program).returncode == -end


def test_the_child_ends_with_its_parent() -> None:
    """Killing the program that reads leaves no parser behind."""
    program = (
        "import os, sys\nfrom trucewatch.documents import sandbox\nfrom trucewatch.documents.parts import Job\n"
        "sandbox.run_apart(Job(kind='html', raw=b'<p>The truce held.</p>', name='a'))\n"
        "print(sandbox._idle[0].process.pid, flush=True)\nos.kill(os.getpid(), 9)\n"
    )
    done = _python(program)
    pid = int(done.stdout)
    for _ in range(100):
        if not _is_running(pid):
            return
        time.sleep(0.05)
    pytest.fail(f"process {pid} is still there")


def _python(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program of ours to its end."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter


def _is_running(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def test_a_forked_parent_starts_a_child_of_its_own(no_children: None) -> None:
    """After a fork the child of the parent is left alone: two readers on one pipe would mix their answers."""
    del no_children
    sandbox.run_apart(JOB)
    assert sandbox._idle[-1].is_usable
    sandbox._idle[-1].owner = os.getpid() + 1
    assert not sandbox._idle[-1].is_usable
    sandbox._idle[-1].owner = os.getpid()
