"""When a reading of an agreement holds, and whether an incident falls within.

A reading's own days go before the agreement's; the day of taking effect before the day of declaring. Never guesses an
unknown day: an incident whose time is not resolved, or whose time straddles an edge, cannot be judged. Reports give
days: on a day that begins or ends within the window at some hour, it cannot be judged either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from trucewatch.agreements.model import Verdict
from trucewatch.agreements.terms.asked import Asked
from trucewatch.agreements.terms.step import Answer, Step
from trucewatch.incidents import date_words, day_words
from trucewatch.situation import Agreement, Clause, Clock, Life, Reading, Stage, version_on, windows
from trucewatch.values import When

#: Stages at which an agreement binds, or has bound, anybody.
BINDING = frozenset(
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
_DAY = timedelta(days=1)
_FIRST_MINUTE = 1  # 00:01 is how orders write "from the beginning of the day"
_LAST_MINUTE = 23 * 60 + 59


def in_force(agreement: Agreement, clause: Clause, reading: Reading, day: date) -> bool:
    """Whether the reading holds on the whole of ``day``. One that ended on an unknown day is not said to hold."""
    holding = _joined(windows(agreement, clause, reading))
    if agreement.stage not in BINDING or _has_lost_its_end(agreement, holding):
        return False
    return any(_covers(life, day, day) for life in holding)


def check_window(agreement: Agreement, clause: Clause, reading: Reading, asked: Asked) -> Step:
    """Whether the incident's time lies in the window."""
    when, holding = asked.incident.when, _joined(windows(agreement, clause, reading))
    holds = f"the reading holds {' and '.join(map(_span_words, holding)) or 'on no day'}"
    if agreement.stage not in BINDING:
        reason = f"Window: {agreement.name} is only {agreement.stage}, so nothing is in force yet."
        return Step(Answer.NO, reason, Verdict.OUTSIDE_WINDOW, "evidence that it had been agreed by then")
    if _has_lost_its_end(agreement, holding):
        reason = f"Window: {agreement.name} is {agreement.stage}, but the day it ended is not known."
        return Step(Answer.UNKNOWN, reason, change="the day on which the agreement ended")
    if when is None or when.earliest is None or when.latest is None:
        words = f' ("{when.words}")' if when and when.words else ""
        reason = f"Window: it is not known when it happened{words}; {holds}."
        return Step(Answer.UNKNOWN, reason, change="the day on which it happened")
    if asked.newest and when.earliest > asked.newest:
        reason = f"Window: {day_words(when)} lies after {_day(asked.newest)}, when the newest report about it came out."
        return Step(Answer.UNKNOWN, reason, change="a report of it from that day or later", basis=asked.basis())
    step = _check_bounds(holding, holds, when, when.earliest, when.latest)
    version = version_on(agreement, when.earliest) if step.answer is Answer.YES else None
    told = f"{step.reason.removesuffix('.')}, in version “{version.id}”." if version else step.reason
    return replace(step, reason=told, basis=asked.basis(lambda account: account.when))


def _check_bounds(holding: Sequence[Life], holds: str, when: When, first: date, last: date) -> Step:
    told = day_words(when)
    if any(_covers(life, first, last) for life in holding):
        return Step(Answer.YES, f"Window: {told} lies within; {holds}.")
    touched = next((life for life in holding if _touches(life, first, last)), None)
    if touched is None:
        side = _nearest_edge(holding, first, last)
        reason, change = f"Window: {told} lies outside; {holds}.", f"evidence that it happened {side}"
        return Step(Answer.NO, reason, Verdict.OUTSIDE_WINDOW, change)
    if first == last:
        return Step(
            Answer.UNKNOWN, f"Window: on {told} the hour matters; {holds}.", change="the hour at which it happened"
        )
    reason = f"Window: {told} is not precise enough; {holds}."
    return Step(Answer.UNKNOWN, reason, change="the day on which it happened")


def _has_lost_its_end(agreement: Agreement, holding: Sequence[Life]) -> bool:
    return agreement.stage in _ENDED and any(life.end is None for life in holding)


def _first_whole(life: Life) -> date | None:
    """The first day all of which the stretch covers."""
    is_late = life.start_clock is not None and life.start_clock.minute > _FIRST_MINUTE
    return life.start + _DAY if life.start and is_late else life.start


def _last_whole(life: Life) -> date | None:
    is_early = life.end_clock is not None and life.end_clock.minute < _LAST_MINUTE
    return life.end - _DAY if life.end and is_early else life.end


def _covers(life: Life, first: date, last: date) -> bool:
    start, end = _first_whole(life), _last_whole(life)
    return (start is None or start <= first) and (end is None or last <= end)


def _touches(life: Life, first: date, last: date) -> bool:
    end = life.end - _DAY if life.end and life.end_clock and not life.end_clock.minute else life.end
    return (life.start is None or life.start <= last) and (end is None or first <= end)


def _joined(holding: Sequence[Life]) -> tuple[Life, ...]:
    """Stretches of which one begins where the other ends, as one."""
    joined: list[Life] = []
    for life in holding:
        if joined and _meet(joined[-1], life):
            joined[-1] = replace(joined[-1], end=life.end, end_clock=life.end_clock)
        else:
            joined.append(life)
    return tuple(joined)


def _meet(life: Life, after: Life) -> bool:
    if life.end is None or after.start is None:
        return False
    if life.end == after.start:
        return life.end_clock is not None and life.end_clock == after.start_clock
    return _last_whole(life) == life.end and life.end + _DAY == after.start == _first_whole(after)


def _nearest_edge(holding: Sequence[Life], first: date, last: date) -> str:
    """``on or after 20 March 2031``: what would bring it within."""
    later = next((life.start for life in holding if life.start and last < life.start), None)
    if later:
        return f"on or after {_day(later)}"
    earlier = [life.end for life in holding if life.end and life.end <= first]
    return f"on or before {_day(max(earlier))}" if earlier else "while the reading held"


def _span_words(life: Life) -> str:
    start, end = _moment(life.start, life.start_clock), _moment(life.end, life.end_clock)
    if start and end:
        return f"from {start} to {end}" if start != end else f"on {start} alone"
    if start:
        return f"from {start} on"
    return f"until {end}" if end else "without end"


def _moment(day: date | None, clock: Clock | None) -> str:
    return f"{_day(day)}, {clock}" if day and clock else _day(day)


def _day(day: date | None) -> str:
    return date_words(day) if day else ""
