"""When a reading of an agreement holds, and whether an incident falls within.

A reading's own days go before the agreement's; the day of taking effect before the day of declaring. Never guesses an
unknown day: an incident whose time is not resolved, or whose time straddles an edge, cannot be judged.
"""

from __future__ import annotations

from datetime import date

from trucewatch.agreements.model import Verdict
from trucewatch.agreements.step import Answer, Step
from trucewatch.incidents import day_words
from trucewatch.situation import Agreement, Reading, Stage
from trucewatch.values import When

_BINDING = frozenset(
    {
        Stage.AGREED,
        Stage.SIGNED,
        Stage.IN_FORCE,
        Stage.DELIVERED,
        Stage.WITHDRAWN,
        Stage.EXPIRED,
        Stage.REPUDIATED,
    }
)
_ENDED = frozenset({Stage.WITHDRAWN, Stage.EXPIRED, Stage.REPUDIATED})


def window_of(agreement: Agreement, reading: Reading) -> tuple[date | None, date | None]:
    """First and last day of the reading, None where open."""
    start = reading.terms.start or agreement.effective or agreement.declared
    return start, reading.terms.end or agreement.expires


def in_force(agreement: Agreement, reading: Reading, day: date) -> bool:
    """Whether the reading holds on ``day``. An agreement that ended on an unknown day is not said to hold."""
    start, end = window_of(agreement, reading)
    if agreement.stage not in _BINDING or (agreement.stage in _ENDED and end is None):
        return False
    return (start is None or start <= day) and (end is None or day <= end)


def check_window(agreement: Agreement, reading: Reading, when: When | None) -> Step:
    """Whether the incident's time lies in the window."""
    start, end = window_of(agreement, reading)
    if agreement.stage not in _BINDING:
        reason = f"Window: {agreement.name} is only {agreement.stage}, so nothing is in force yet."
        return Step(Answer.NO, reason, Verdict.OUTSIDE_WINDOW, "evidence that it had been agreed by then")
    if agreement.stage in _ENDED and end is None:
        reason = f"Window: {agreement.name} is {agreement.stage}, but the day it ended is not known."
        return Step(Answer.UNKNOWN, reason, change="the day on which the agreement ended")
    if when is None or when.earliest is None or when.latest is None:
        words = f' ("{when.words}")' if when and when.words else ""
        reason = f"Window: it is not known when it happened{words}; the reading holds {_span_words(start, end)}."
        return Step(Answer.UNKNOWN, reason, change="the day on which it happened")
    return _check_bounds(start, end, when, when.earliest, when.latest)


def _check_bounds(start: date | None, end: date | None, when: When, first: date, last: date) -> Step:
    told, holds = day_words(when), _span_words(start, end)
    if (start and last < start) or (end and first > end):
        side = f"on or after {_day(start)}" if start and last < start else f"on or before {_day(end)}"
        reason = f"Window: {told} lies outside; the reading holds {holds}."
        return Step(Answer.NO, reason, Verdict.OUTSIDE_WINDOW, f"evidence that it happened {side}")
    if (start and first < start) or (end and last > end):
        reason = f"Window: {told} is not precise enough; the reading holds {holds}."
        return Step(Answer.UNKNOWN, reason, change="the day on which it happened")
    return Step(Answer.YES, f"Window: {told} lies within; the reading holds {holds}.")


def _span_words(start: date | None, end: date | None) -> str:
    if start and end:
        return f"from {_day(start)} to {_day(end)}" if start < end else f"on {_day(start)} alone"
    if start:
        return f"from {_day(start)} on"
    return f"until {_day(end)}" if end else "without end"


def _day(day: date | None) -> str:
    return day_words(When.on(day)) if day else ""
