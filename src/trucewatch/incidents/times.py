"""How two times stand to each other, and the time that several accounts leave open.

Precisions are respected: a month touches each of its days. Never turns a publication date into the time of a deed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from trucewatch.values import Precision, When

_DAYS = ((1, Precision.DAY), (7, Precision.WEEK), (31, Precision.MONTH), (366, Precision.YEAR))
SLACK_DAYS = 1  # midnight, time zones and "overnight"
_WEEK_DAYS = 7  # from one weekday to the same of the next week


def bounds(when: When | None) -> tuple[date, date] | None:
    """First and last day, or None while the time is not resolved."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    return when.earliest, when.latest


def days_apart(a: When | None, b: When | None) -> int | None:
    """Whole days between two times, 0 where they overlap, None where one is not resolved."""
    first, second = bounds(a), bounds(b)
    if first is None or second is None:
        return None
    return max(0, (second[0] - first[1]).days, (first[0] - second[1]).days)


def tells_beforehand(published: When | None, when: When | None) -> bool:
    """Whether a report was out before the time began: it can tell of nothing that happened then."""
    out, known = bounds(published), bounds(when)
    return out is not None and known is not None and (known[0] - out[1]).days > SLACK_DAYS


def is_day(when: When | None) -> bool:
    """Whether the time is one known day."""
    known = bounds(when)
    return known is not None and known[0] == known[1]


def is_week(when: When | None) -> bool:
    """Whether the time is known to within some week."""
    known = bounds(when)
    return known is not None and (known[1] - known[0]).days <= _WEEK_DAYS


def narrow(times: Sequence[When]) -> When | None:
    """The narrowest time that all ``times`` allow; the first where none is resolved; the widest where they contradict,
    but for a day beside a longer time.


    The words and span of one report do not speak for the others, so they are kept only where all agree.
    """
    known = [(when, pair) for when in times if (pair := bounds(when)) is not None]
    if not known:
        return times[0] if times else None
    first, last = max(pair[0] for _, pair in known), min(pair[1] for _, pair in known)
    if first > last and (day := _one_day(known)) is not None:
        return replace(day, words="", span=None)
    if first > last:
        first, last = min(pair[0] for _, pair in known), max(pair[1] for _, pair in known)
    for when, pair in known:
        if pair == (first, last):
            return replace(when, words="", span=None)
    return between(first, last)


def _one_day(known: Sequence[tuple[When, tuple[date, date]]]) -> When | None:
    """The one day that is told, where all that contradicts it is wider and ends or begins the day beside it."""
    days = {pair[0]: when for when, pair in known if pair[0] == pair[1]}
    if len(days) != 1:
        return None
    ((day, when),) = days.items()
    near = all((pair[0] - day).days <= SLACK_DAYS and (day - pair[1]).days <= SLACK_DAYS for _, pair in known)
    return when if near else None


def between(first: date, last: date) -> When:
    """The time from ``first`` to ``last``, as precise as it is long."""
    length = (last - first).days + 1
    precision = next((name for days, name in _DAYS if length <= days), Precision.UNKNOWN)
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return When(edtf, first, last, precision)
