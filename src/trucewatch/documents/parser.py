"""The child process in which risky parsers run; ``sandbox`` is its other side.

Decides nothing: takes a job, gives it to its reader, sends back what was found or why not. Before the first job it
limits its own memory, open files, files written and processes; before each, its computing time. Ends when its parent
does, since its input ends then.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Callable
from typing import IO

import msgspec

from trucewatch.documents.parts import Extract, Failure, Items, Job
from trucewatch.documents.sandbox import CPU_SECONDS, WALL_SECONDS
from trucewatch.errors import InputError

MEMORY = 2 * 2**30  # bytes of address space; a 64 MB page needs about 1 GB as a tree
_HEADER = 8
_BROKEN = "open it in its own program and save it afresh, or give the text alone"


def serve() -> None:
    """Answer jobs until the input ends."""
    source = sys.stdin.buffer
    sink = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not mix with answers
    limit_self()
    decoder = msgspec.msgpack.Decoder(Job)
    while True:
        header = source.read(_HEADER)
        if len(header) < _HEADER:
            return
        job = decoder.decode(source.read(int.from_bytes(header, "big")))
        _allow_time()
        answer = do(job)
        _send(sink, answer)
        if isinstance(answer, Failure) and answer.is_final:
            return


def limit_self() -> None:
    """Memory, files and processes, for the whole life of this process."""
    sys.dont_write_bytecode = True
    for what, limit in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(what, (limit, limit))


def _allow_time() -> None:
    """Computing time counts from now; the alarm ends a job whose parent is gone."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + CPU_SECONDS + 1
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))
    signal.alarm(WALL_SECONDS + 5)


def _send(sink: IO[bytes], answer: Extract | Items | Failure) -> None:
    signal.alarm(0)
    raw = msgspec.msgpack.encode(answer)
    sink.write(len(raw).to_bytes(_HEADER, "big") + raw)
    sink.flush()


def do(job: Job) -> Extract | Items | Failure:
    """The reader's answer. Whatever a parser throws at hostile bytes becomes a Failure with its name."""
    try:
        return _reader(job.kind)(job)
    except InputError as error:
        return Failure(why=error.why, try_=error.try_)
    except MemoryError:
        return Failure(why=f"reading it needs more than {MEMORY // 2**30} GB of memory", try_=_BROKEN, is_final=True)
    except RecursionError:
        return Failure(why="it is nested too deep", try_=_BROKEN)
    except Exception as error:  # noqa: BLE001 - third-party parsers raise anything; all of it is told to the user
        said = " ".join(str(error).split())[:120]
        return Failure(why=f"it is damaged or cut off ({type(error).__name__}: {said})", try_=_BROKEN)


def _reader(kind: str) -> Callable[[Job], Extract | Items]:
    """Imported on first use: a child that reads feeds need not load the page reader."""
    if kind == "html":
        from trucewatch.documents.html import read_html as reader  # noqa: PLC0415
    elif kind == "pdf":
        from trucewatch.documents.pdf import read_pdf as reader  # noqa: PLC0415
    elif kind == "docx":
        from trucewatch.documents.docx import read_docx as reader  # noqa: PLC0415
    else:
        from trucewatch.documents.feed import read_feed  # noqa: PLC0415

        return read_feed
    return reader
