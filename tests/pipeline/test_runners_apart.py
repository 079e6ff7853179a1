"""What can befall runners whose work is done in other processes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from runner_work import die, double, stumble_beyond_words

import trucewatch
from trucewatch.errors import TrucewatchError, UsageError
from trucewatch.pipeline import PoolRunner
from trucewatch.spark import SparkRunner, _process_left_as_found, find_localhost

_ONCE = """
import os, signal, sys, threading
from trucewatch.pipeline import extract
from trucewatch.spark import SparkRunner
before = dict(os.environ), list(sys.path), signal.getsignal(signal.SIGINT)
with SparkRunner.local(1) as runner:
    assert list(runner.map(abs, [-1, -2])) == [1, 2]
assert before == (dict(os.environ), list(sys.path), signal.getsignal(signal.SIGINT)), "changed the process"
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("no child left")
"""
_NO_JAVA = """
import warnings
warnings.simplefilter("ignore", ResourceWarning)  # PySpark's, of the pipe to a Java that never was
from trucewatch.errors import UsageError
from trucewatch.spark import SparkRunner
try:
    SparkRunner.local(1)
except UsageError as error:
    print(error, error.try_)
"""


def python(script: str, folder: Path, **environment: str) -> str:
    """What a process of its own says that does the script in an empty folder; nothing else may be said."""
    home = str(Path(trucewatch.__file__).parents[1])
    place = {"PATH": os.environ["PATH"], "PYTHONPATH": home, "TMPDIR": str(folder), "HOME": str(folder)}
    done = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-W", "default", "-c", script],
        env=place | environment,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_lost_process_is_told_of() -> None:
    """Where a process is killed, as for want of memory, the error says so instead of waiting for ever."""
    with PoolRunner(1) as runner, pytest.raises(TrucewatchError, match="ended before its work was done"):
        list(runner.map(die, range(3)))


def test_a_lost_worker_is_told_of(spark: SparkRunner) -> None:
    """Where Spark loses a worker, its pages of words become one line, and the next work finds workers again."""
    with pytest.raises(TrucewatchError, match="Spark did not finish the work: Python worker exited") as caught:
        list(spark.map(die, range(3)))
    assert "\n" not in str(caught.value)
    assert list(spark.map(double, range(3))) == [0, 2, 4]


def test_an_error_that_cannot_travel_sends_its_words(spark: SparkRunner) -> None:
    """An error that pickle cannot make again is told by its name and its words."""
    with pytest.raises(TrucewatchError, match="TwoWordsError: left right"):
        list(spark.map(stumble_beyond_words, range(3)))


def test_workers_must_have_this_release(spark: SparkRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers of another release would find other facts under our name: they are refused."""
    monkeypatch.setattr("trucewatch.spark.__version__", "9.9")
    with pytest.raises(UsageError, match=r"another release of Trucewatch: a worker has .*, the driver 9\.9"):
        list(spark.map(double, range(3)))


def test_a_session_that_was_given_is_left_alone(spark: SparkRunner) -> None:
    """Closing a runner that was given a session does not end that session."""
    with SparkRunner(spark._session, workers=2) as guest:
        assert list(guest.map(double, range(3))) == [0, 2, 4]
    assert list(spark.map(double, range(3))) == [0, 2, 4]


@pytest.mark.usefixtures("spark")
def test_one_spark_for_one_process() -> None:
    """Where this process has a Spark, another is not started in its place: the error says how to use the first."""
    with pytest.raises(UsageError, match="this process has a Spark already") as caught:
        SparkRunner.local(1)
    assert "SparkRunner(session, workers)" in caught.value.try_


def test_pyspark_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without PySpark the error says what to install."""
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(UsageError, match="pyspark is not installed") as caught:
        SparkRunner.local(1)
    assert caught.value.try_ == "pip install 'trucewatch[spark]'"


@pytest.mark.usefixtures("spark")
def test_a_local_spark_leaves_nothing_behind(tmp_path: Path) -> None:
    """A Spark of our own says nothing, and once closed has left no process, no file and no setting."""
    assert python(_ONCE, tmp_path) == "no child left\n"
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_waits_until_spark_can_be_ended() -> None:
    """An interruption while Java starts is held back until there is something that can be ended, and then raised."""
    reached = []

    def start() -> None:
        with _process_left_as_found():
            signal.raise_signal(signal.SIGINT)
            reached.append("the end of the start")

    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background ignores it
    try:
        with pytest.raises(KeyboardInterrupt):
            start()
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)
    assert reached


@pytest.mark.usefixtures("spark")
def test_java_may_be_missing(tmp_path: Path) -> None:
    """Without Java the error says what to install, and nothing is left behind."""
    said = python(_NO_JAVA, tmp_path, JAVA_HOME=str(tmp_path / "nowhere"))
    assert "Java 17 or newer is needed" in said
    assert "apt install default-jre-headless" in said
    assert list(tmp_path.iterdir()) == []


def test_a_machine_may_not_know_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the name localhost leads nowhere, the error says so and what to write down."""

    def unknown(*_: object) -> None:
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    with pytest.raises(UsageError, match="localhost"):
        find_localhost()
