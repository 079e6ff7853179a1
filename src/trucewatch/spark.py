"""The ``Runner`` for corpora that outgrow one machine: the same work, on Spark, over Arrow batches.

    with SparkRunner(session, workers=200) as runner, Case.open("spring.case", runner=runner) as case:
        for result in case.add(received):
            print(result.outcome, result.id)

Decides how many items travel together, and how results and errors find their way back in order. The session is the
caller's, and so is the cluster behind it; ``local`` starts a Spark of its own that nothing but this machine can reach.
Never decides what is done to an item: that is the caller's ``work``.
"""

from __future__ import annotations

import importlib
import os
import pickle
import re
import signal
import socket
import subprocess
import sys
import threading
import traceback
import uuid
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self, TypeVar

import pyarrow as pa

from trucewatch import __version__
from trucewatch.errors import TrucewatchError, UsageError
from trucewatch.pipeline import in_order

_EACH = 16  # items for each worker in a batch: a batch costs Spark some tenths of a second, a report some hundredths
_MAX_BYTES = 32 * 2**20  # of a batch, unless a single item is larger
_AHEAD = 2  # batches on their way while results are used: whoever is done finds the next one waiting
_PATIENCE = 30  # seconds for a Spark of ours to end by itself

_HOST = "127.0.0.1"  # this machine alone
# Java only moves batches here: compiling that to the utmost doubles the processor time of a start.
_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

T = TypeVar("T")
U = TypeVar("U")


class SparkRunner:
    """Does work in a Spark session. ``workers`` is how many tasks it runs at a time.

    ``work``, items and results are pickled, as with ``PoolRunner``. Every worker needs this release of Trucewatch.
    Raises UsageError where PySpark is missing.
    """

    def __init__(self, session: Any, workers: int) -> None:
        self._session = session
        self._arrow_udf = _pyspark("pyspark.sql.functions").arrow_udf
        self._batch = _EACH * workers
        self._ending = ExitStack()

    @classmethod
    def local(cls, workers: int) -> Self:
        """Start a Spark on this machine, with so many processes. ``close`` ends it and leaves nothing behind.

        Raises UsageError where PySpark or Java is missing, or where this process has a Spark already.
        """
        with ExitStack() as ending:
            runner = cls(_start(workers, ending), workers)
            runner._ending = ending.pop_all()
        return runner

    def map(self, work: Callable[[T], U], items: Iterable[T]) -> Iterator[U]:
        """``work`` done on each item, a few batches ahead of what is asked for."""
        tag = f"trucewatch-{uuid.uuid4()}"
        with ThreadPoolExecutor(_AHEAD) as threads:
            batches = _batches(items, self._batch)
            try:
                for answers in in_order(lambda batch: threads.submit(self._send, work, batch, tag), batches, _AHEAD):
                    yield from map(_opened, answers)
            except BaseException:  # also where no more is asked for
                with suppress(Exception):  # of a Spark that is gone: then nothing goes on
                    self._session.interruptTag(tag)
                raise

    def close(self) -> None:
        """End what ``local`` started. A session that was given stays with its owner."""
        self._ending.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _send(self, work: Callable[[T], U], batch: list[bytes], tag: str) -> list[bytes]:
        """A batch there and its answers back. The rows are numbered, since Spark promises no order."""

        def answer(items: pa.Array) -> pa.Array:
            return pa.array([_answer(item.as_py(), work, __version__) for item in items], pa.binary())

        try:
            self._session.addTag(tag)
            sent = self._session.createDataFrame(pa.table({"number": range(len(batch)), "item": batch}))
            asked = sent.select("number", self._arrow_udf(answer, "binary")("item").alias("answer"))
            back = asked.toArrow().sort_by("number")
        except Exception as fault:  # Spark's own failures have many roots
            fix = "more memory for each worker, if one was killed; whatever was acknowledged so far is kept"
            raise TrucewatchError("Spark did not finish the work", _cause(fault), fix) from fault
        answers: list[bytes] = back["answer"].to_pylist()
        return answers


def _batches(items: Iterable[T], most: int) -> Iterator[list[bytes]]:
    """The items as they travel, ``most`` at a time or fewer where they are large. What they raise comes last."""
    batch: list[bytes] = []
    size = 0
    failure: Exception | None = None
    try:
        for item in items:
            raw = pickle.dumps(item, pickle.HIGHEST_PROTOCOL)
            if batch and (len(batch) == most or size + len(raw) > _MAX_BYTES):
                yield batch
                batch, size = [], 0
            batch.append(raw)
            size += len(raw)
    except Exception as error:  # noqa: BLE001 - raised again once the items before it are on their way
        failure = error
    if batch:
        yield batch
    if failure is not None:
        raise failure


def _answer(item: bytes, work: Callable[[Any], Any], release: str) -> bytes:
    """What a worker does for one item. An error is an answer too: it is raised where the caller is."""
    if release != __version__:
        why = f"a worker has {__version__}, the driver {release}"
        return _carried(
            UsageError("Spark's workers have another release of Trucewatch", why, "give all of them the same")
        )
    try:
        return pickle.dumps((work(pickle.loads(item)), None), pickle.HIGHEST_PROTOCOL)  # noqa: S301 - from our driver
    except Exception as error:  # noqa: BLE001 - carried to the driver
        return _carried(error)


def _carried(error: Exception) -> bytes:
    """The error itself where it survives the journey, otherwise its words."""
    if not isinstance(error, TrucewatchError):
        error.add_note(f"In a worker of Spark:\n{''.join(traceback.format_exception(error))}")
    try:
        raw = pickle.dumps((None, error), pickle.HIGHEST_PROTOCOL)
        pickle.loads(raw)  # noqa: S301 - our own
    except Exception:  # noqa: BLE001 - an error may hold anything
        words = TrucewatchError(f"the work failed in a worker of Spark: {type(error).__name__}", str(error))
        return pickle.dumps((None, words), pickle.HIGHEST_PROTOCOL)
    return raw


def _opened(answer: bytes) -> Any:
    result, error = pickle.loads(answer)  # noqa: S301 - from our own workers
    if error is not None:
        raise error
    return result


def _cause(fault: Exception) -> str:
    """The one line that names the cause, out of the pages that Spark writes about it."""
    lines = [line.strip() for line in str(fault).splitlines() if line.strip()] or [type(fault).__name__]
    java = [line.rpartition("Exception: ")[2] for line in lines if line.startswith("Caused by: ")]
    python = [line for line in lines if re.match(r"[\w.]+(Error|Exception): ", line)]
    return (java or python or lines)[0][:300]


def _pyspark(module: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError as error:
        missing = (error.name or "pyspark").partition(".")[0]
        raise UsageError(
            "Spark cannot be used", f"{missing} is not installed", "pip install 'trucewatch[spark]'"
        ) from error


def _start(workers: int, ending: ExitStack) -> Any:
    """A session on a Spark of this process; ``ending`` takes what has to be undone."""
    pyspark = _pyspark("pyspark")
    if pyspark.SparkContext._gateway is not None or "PYSPARK_GATEWAY_PORT" in os.environ:  # noqa: SLF001 - its only word for it
        why, fix = "this process has a Spark already", "give its session: SparkRunner(session, workers)"
        raise UsageError("a local Spark cannot be started", why, fix)
    find_localhost()
    folder = ending.enter_context(TemporaryDirectory(prefix="trucewatch-spark-"))
    settings = pyspark.SparkConf(loadDefaults=False).setAll(_settings(workers, folder).items())
    with _process_left_as_found():
        os.environ.update(PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP=_HOST)
        gateway = _start_java(settings, Path(folder) / "log.txt")
        ending.callback(_end_java, gateway)
        context = pyspark.SparkContext(conf=settings, gateway=gateway)
        session = _pyspark("pyspark.sql").SparkSession(context)
    ending.callback(_stop, session)
    return session


def find_localhost() -> None:
    """PySpark looks this machine up by that name; the barest of machines do not know it."""
    try:
        socket.getaddrinfo("localhost", None)
    except OSError as error:
        why, fix = "this machine does not know the name localhost", 'put the line "127.0.0.1 localhost" into /etc/hosts'
        raise UsageError("a local Spark cannot be started", why, fix) from error


def _settings(workers: int, folder: str) -> dict[str, str]:
    return {
        "spark.master": f"local[{workers}]",
        "spark.app.name": "trucewatch",
        "spark.driver.host": _HOST,
        "spark.driver.bindAddress": _HOST,
        "spark.driver.extraJavaOptions": f"{_JAVA} -Djava.io.tmpdir={folder}",
        "spark.executorEnv.PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path),
        "spark.local.dir": folder,
        "spark.sql.warehouse.dir": f"{folder}/tables",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }


@contextmanager
def _process_left_as_found() -> Iterator[None]:
    """Take back what PySpark and we do to this process while a Spark starts: environment, path, answer to Ctrl+C.

    Ctrl+C waits until Spark has started: PySpark would lose hold of a Java that is on its way.
    """
    environment, path, interrupt = dict(os.environ), list(sys.path), signal.getsignal(signal.SIGINT)
    is_main, held = threading.current_thread() is threading.main_thread(), list[int]()
    try:
        if is_main:
            signal.signal(signal.SIGINT, lambda number, _: held.append(number))
        with warnings.catch_warnings():
            # Nothing here uses pandas.
            warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas")
            yield
    finally:
        for name in os.environ.keys() - environment.keys():
            del os.environ[name]
        os.environ.update(environment)
        sys.path[:] = path
        if is_main:
            signal.signal(signal.SIGINT, interrupt)
    if held:
        signal.raise_signal(signal.SIGINT)  # to whoever answers it


def _start_java(settings: Any, log: Path) -> Any:
    """Java, with all that it has to say written to ``log``."""
    gateways = _pyspark("pyspark.java_gateway")
    try:
        with log.open("wb") as file:
            return gateways.launch_gateway(settings, {"stdout": file, "stderr": file})
    except _pyspark("pyspark.errors").PySparkRuntimeError as error:
        said = log.read_text(encoding="utf-8", errors="replace").split("\n")
        raise UsageError(
            "a local Spark cannot be started",
            f"Java 17 or newer is needed, and starting it failed ({next(filter(None, reversed(said)), 'no word why')})",
            "on Debian: apt install default-jre-headless",
        ) from error


def _stop(session: Any) -> None:
    with (
        warnings.catch_warnings(action="ignore"),
        suppress(Exception),
    ):  # of a Java that has died: nothing is left to stop
        session.stop()


def _end_java(gateway: Any) -> None:
    """End it and wait: it cleans up behind itself. PySpark may then start another."""
    context = _pyspark("pyspark").SparkContext
    gateway.shutdown()
    gateway.proc.stdin.close()  # which is what it ends on
    try:
        gateway.proc.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        gateway.proc.kill()
        gateway.proc.wait()
    context._active_spark_context = context._gateway = context._jvm = None  # noqa: SLF001 - or it would ask the Java that is gone
