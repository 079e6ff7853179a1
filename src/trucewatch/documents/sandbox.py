"""Where risky parsers run: a child process with limits on time, memory and files.

Decides how long and how much a parser may take, and turns its death into one clear error. A child is kept and used
again while it behaves, and ends with its parent. Parents with threads are safe: the child is a fresh interpreter, and
each thread takes a child of its own. Never trusts what comes back to be more than data.
"""

from __future__ import annotations

import atexit
import os
import select
import subprocess
import sys
import threading
import time
from typing import IO

import msgspec

from trucewatch.documents.parts import Extract, Failure, Items, Job
from trucewatch.errors import InputError

CPU_SECONDS = 20  # the slowest real page or paper tried takes under 5
WALL_SECONDS = 60  # on a machine that is busy with other work
MAX_ANSWER = 256 * 2**20  # bytes
_JOBS_PER_CHILD = 500  # parsers leak; a new child costs half a second
_HEADER = 8
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # a child may start no threads: see ``limit_self``

_idle: list[Child] = []
_lock = threading.Lock()
_answers: msgspec.msgpack.Decoder[Extract | Items | Failure] = msgspec.msgpack.Decoder(Extract | Items | Failure)
_jobs = msgspec.msgpack.Encoder()


class Child:
    """One interpreter that serves jobs over its standard input and output."""

    def __init__(self) -> None:
        program = "from trucewatch.documents.parser import serve; serve()"
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | _ONE_THREAD,
        )
        self.owner = os.getpid()
        self.jobs = 0

    @property
    def is_usable(self) -> bool:
        """Whether it is ours (not our parent's, after a fork), alive, and not too old."""
        return self.owner == os.getpid() and self.jobs < _JOBS_PER_CHILD and self.process.poll() is None

    def run(self, job: Job) -> Extract | Items | Failure:
        """The answer to ``job``. Raises TimeoutError, or EOFError where the child died."""
        self.jobs += 1
        deadline = time.monotonic() + WALL_SECONDS
        raw = _jobs.encode(job)
        source, sink = self.process.stdout, self.process.stdin
        if source is None or sink is None:
            raise EOFError
        try:
            sink.write(len(raw).to_bytes(_HEADER, "big") + raw)
            sink.flush()
        except BrokenPipeError:
            raise EOFError from None
        size = int.from_bytes(_read(source, _HEADER, deadline), "big")
        if size > MAX_ANSWER:
            raise EOFError
        return _answers.decode(_read(source, size, deadline))

    def end(self) -> None:
        """Stop it and leave nothing behind."""
        if self.owner == os.getpid():
            self.process.kill()
            self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue  # it died with words of ours unread


def _read(source: IO[bytes], size: int, deadline: float) -> bytes:
    """Exactly ``size`` bytes from a pipe that is read by nobody else."""
    parts: list[bytes] = []
    while size:
        ready, _, _ = select.select([source], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise TimeoutError
        part = os.read(source.fileno(), min(size, 2**20))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def run_apart(job: Job) -> Extract | Items:
    """What the parser for ``job`` finds. Raises InputError where it fails, or takes too long or too much memory."""
    child = _take()
    try:
        answer = child.run(job)
    except TimeoutError:
        child.end()
        raise _gave_up(job, f"reading it took longer than {WALL_SECONDS} seconds") from None
    except (EOFError, msgspec.DecodeError):
        child.end()
        code = child.process.returncode
        raise _gave_up(
            job, f"reading it took more than {CPU_SECONDS} seconds of computing, or broke the parser ({code})"
        ) from None
    except BaseException:
        child.end()  # interrupted half way: its pipe holds an answer nobody will read
        raise
    if isinstance(answer, Failure):
        child.end() if answer.is_final else _put_back(child)
        raise InputError(f"cannot read {job.name}", answer.why, answer.try_)
    _put_back(child)
    return answer


def _gave_up(job: Job, why: str) -> InputError:
    return InputError(f"cannot read {job.name}", why, "give the text alone, or a file saved afresh")


def _take() -> Child:
    while True:
        with _lock:
            child = _idle.pop() if _idle else None
        if child is None:
            return Child()
        if child.is_usable:
            return child
        child.end()


def _put_back(child: Child) -> None:
    with _lock:
        _idle.append(child)


def end_idle_children() -> None:
    """Stop the children that wait for work: at exit, and before a fork."""
    with _lock:
        waiting, _idle[:] = list(_idle), []
    for child in waiting:
        child.end()


atexit.register(end_idle_children)
