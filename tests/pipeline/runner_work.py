"""Work for runners to do. A module of its own, since other processes must be able to import it."""

from __future__ import annotations

import os
import signal
import time
from typing import NoReturn

from trucewatch.errors import SituationError


class TwoWordsError(Exception):
    """An error that pickle cannot make again: it wants two words and hands on one."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} {second}")


def double(number: int) -> int:
    """Twice the number."""
    return 2 * number


def double_late(number: int) -> int:
    """Twice the number, the sooner the larger it is."""
    time.sleep(0.004 * (10 - number % 10))
    return 2 * number


def process(_: int) -> int:
    """Who does the work."""
    return os.getpid()


def turn_around(raw: bytes) -> bytes:
    """The bytes from last to first."""
    return raw[::-1]


def stumble_at_three(number: int) -> int:
    """An error of ours at one number."""
    if number == 3:
        raise SituationError("three is wrong", "it is odd", "four", line=7)
    return number


def stumble(number: int) -> NoReturn:
    """An error of Python's own."""
    raise KeyError(number)


def stumble_beyond_words(_: int) -> NoReturn:
    """An error that cannot travel."""
    raise TwoWordsError("left", "right")


def die(_: int) -> NoReturn:
    """No error at all: the process is gone."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError
