"""The contract of ``Runner``, and that every runner there is keeps it."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from itertools import count, islice

import pytest
from runner_work import double, double_late, process, stumble, stumble_at_three, turn_around

from trucewatch.errors import SituationError, UsageError
from trucewatch.pipeline import LocalRunner, Runner

MOST_AHEAD = 4 * 32  # items: for two workers, three batches on their way and the one being filled


def test_results_keep_the_order_of_the_items(runner: Runner) -> None:
    """However long each takes, results come in the order of the items, each once."""
    assert list(runner.map(double_late, range(75))) == [2 * number for number in range(75)]


def test_nothing_in_nothing_out(runner: Runner) -> None:
    """No items, no results, no error."""
    assert list(runner.map(double, ())) == []


def test_items_may_come_from_a_generator(runner: Runner) -> None:
    """Items that are made as they are asked for, and whose number nobody knows, are taken as they come."""
    assert list(runner.map(double, (number for number in range(40) if number % 3))) == [
        2 * number for number in range(40) if number % 3
    ]


def test_items_are_drawn_as_needed(runner: Runner) -> None:
    """Nothing is drawn before a result is asked for, and of items without end only so many are held at a time."""
    drawn: list[int] = []

    def endless() -> Iterator[int]:
        for number in count():
            drawn.append(number)
            yield number

    results = runner.map(double, endless())
    assert not drawn
    assert list(islice(results, 130)) == [2 * number for number in range(130)]
    assert len(drawn) <= 130 + MOST_AHEAD
    assert isinstance(results, Generator)
    results.close()
    assert list(runner.map(double, range(3))) == [0, 2, 4]


def test_a_large_item_passes(runner: Runner) -> None:
    """An item larger than a batch may be travels alone, and those around it are not disturbed."""
    large = bytes(range(256)) * 2**17
    assert list(runner.map(turn_around, (b"ab", large, b"cd"))) == [b"ba", large[::-1], b"dc"]


def test_an_error_of_ours_comes_back_as_itself(runner: Runner) -> None:
    """What the work raises comes where its result would have come, with all that it says, after the results before."""
    results = runner.map(stumble_at_three, count())
    assert list(islice(results, 3)) == [0, 1, 2]
    with pytest.raises(SituationError) as caught:
        next(results)
    error = caught.value
    assert (str(error), error.try_, error.line) == ("three is wrong: it is odd", "four", 7)
    assert list(results) == []


def test_an_error_of_python_comes_back_as_itself(runner: Runner) -> None:
    """A fault in the work is told by its own name, and the line that raised it can be found."""
    with pytest.raises(KeyError, match="0") as caught:
        list(runner.map(stumble, range(2)))
    notes = "".join(getattr(caught.value, "__notes__", ()))
    places = [entry.name for entry in caught.traceback]
    assert "stumble" in places or "in stumble" in notes or "in stumble" in str(caught.value.__cause__)


def test_an_error_of_the_items_waits_its_turn(runner: Runner) -> None:
    """Where the items break off with an error, the results of those before it come first."""

    def broken() -> Iterator[int]:
        yield from range(20)
        raise UsageError("the folder is gone")

    results = runner.map(double, broken())
    assert list(islice(results, 20)) == [2 * number for number in range(20)]
    with pytest.raises(UsageError, match="the folder is gone"):
        next(results)


def test_work_is_done_where_the_runner_says(runner: Runner) -> None:
    """``LocalRunner`` works in this process, every other in more than none of its own."""
    processes = set(runner.map(process, range(40)))
    assert (processes == {os.getpid()}) is isinstance(runner, LocalRunner)
    assert isinstance(runner, LocalRunner) or os.getpid() not in processes
