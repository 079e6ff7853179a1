"""What an origin turns out to be worth, learned from incidents that a reviewer has resolved.

Decides how often somebody who was right so often will be right again: the mean of a Beta distribution less one standard
deviation, so that a short record is trusted less than a long one. The prior is the letter of the table: without a
record the letter stands, and every time that an origin is right or wrong moves it from there. Integers throughout.
Never learns from the incident that is being graded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from math import isqrt

from trucewatch.corroboration.parameters import Lesson, Lessons, Parameters

_EVEN = 500  # per mille: who is right no more often than a coin counts nothing
_ONE = 1 << 80  # one, as logarithms are reckoned

#: Incident id -> origin key -> whether all that the origin held of that incident is what was found to be so.
Resolved = Mapping[str, Mapping[str, bool]]


class Reliability:
    """The records of all origins, in a case where ``resolved`` is known."""

    def __init__(self, resolved: Resolved, parameters: Parameters) -> None:
        self._resolved = resolved
        self._parameters = parameters
        self._told = Counter(origin for heard in resolved.values() for origin in heard)
        self._right = Counter(origin for heard in resolved.values() for origin, is_right in heard.items() if is_right)

    def apart_from(self, incident: str) -> Lessons:
        """What the other incidents teach: nothing, while fewer observations than the bar have been made."""
        own = self._resolved.get(incident, {})
        if self._told.total() - len(own) < self._parameters.enough:
            return {}
        return dict(self._lessons(own))

    def _lessons(self, own: Mapping[str, bool]) -> Iterator[tuple[str, Lesson]]:
        for origin, told in sorted(self._told.items()):
            if told > (origin in own):
                yield origin, Lesson(told - (origin in own), self._right[origin] - own.get(origin, False))


def weight_of(letter: str, lesson: Lesson | None, parameters: Parameters) -> int:
    """What an origin of that letter and record weighs. One that was judged unreliable stays so."""
    table = parameters.weights[letter]
    if lesson is None or not table:
        return table
    right = chance_right(lesson, _reliability(table), parameters.firmness)
    return min(log_odds(max(right, _EVEN)), parameters.cap)


def chance_right(lesson: Lesson, reliability: int, firmness: int) -> int:
    """Per mille: Beta mean less one standard deviation. Without a record it is ``reliability``; ``firmness`` says how
    many observations that weighs as much as.
    """
    mean, wrong = _prior(reliability, firmness), lesson.told - lesson.right
    return _cautious(lesson.right * 1000 + mean * firmness, wrong * 1000 + (1000 - mean) * firmness)


@cache
def _prior(reliability: int, firmness: int) -> int:
    """The prior mean, per mille, that less one standard deviation is ``reliability``."""
    means = range(reliability, 1001)
    return next(mean for mean in means if _cautious(mean * firmness, (1000 - mean) * firmness) >= reliability)


def _cautious(right: int, wrong: int) -> int:
    """Per mille: mean less one standard deviation of Beta(right, wrong), both in thousandths of an observation."""
    both = right + wrong
    deviation = isqrt(1_000_000_000 * right * wrong // (both * both * (both + 1000)))
    return 1000 * right // both - deviation


@cache
def _reliability(weight: int) -> int:
    """Per mille: how often somebody of that weight is right."""
    return next(chance for chance in range(_EVEN, 1000) if log_odds(chance) >= weight)


@cache
def log_odds(chance: int) -> int:
    """1000 ln(r / (1 - r)) for r per mille, to the nearest integer: by the series of the inverse hyperbolic tangent."""
    step = abs(2 * chance - 1000) * _ONE // 1000  # ln(r / (1 - r)) = 2 artanh(2 r - 1)
    power, total, n = step, 0, 1
    while power:
        total += power // n
        power = power * step // _ONE * step // _ONE
        n += 2
    rounded = (2000 * total + _ONE // 2) // _ONE
    return rounded if chance >= _EVEN else -rounded
