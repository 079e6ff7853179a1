"""Where a command's work is done: ``--workers`` and ``--runner``. Decides which ``Runner`` these ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from trucewatch.pipeline import Runner

Command = Callable[..., Any]


def runner_options(command: Command) -> Command:
    """Add ``--workers`` and ``--runner``, which ``chosen_runner`` takes."""
    workers = click.option(
        "--workers",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        help="How many reports to read at a time, each in a process of its own.",
    )
    runner = click.option(
        "--runner",
        type=click.Choice(["processes", "spark"]),
        default="processes",
        show_default=True,
        help="Who starts these processes; spark is a Spark on this machine alone.",
    )
    return workers(runner(command))


@contextmanager
def chosen_runner(runner: str, workers: int) -> Iterator[Runner]:
    """The runner that the options ask for, ended when the command is."""
    from trucewatch.pipeline import LocalRunner, PoolRunner

    if runner == "spark":
        from trucewatch.spark import SparkRunner

        with SparkRunner.local(workers) as spark:
            yield spark
    elif workers > 1:
        with PoolRunner(workers) as pool:
            yield pool
    else:
        yield LocalRunner()
