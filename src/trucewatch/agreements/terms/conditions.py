"""The "if" of a reading: what it holds only once, and what it holds only until.

Tests a condition by its day, where the file gives one. Never decides that a condition was met.
"""

from __future__ import annotations

from trucewatch.agreements.model import Verdict
from trucewatch.agreements.terms.asked import Asked
from trucewatch.agreements.terms.step import Answer, Step
from trucewatch.incidents import date_words
from trucewatch.situation import Condition, Holds


def check_condition(condition: Condition, asked: Asked) -> Step:
    """Whether the reading is owed at the incident's time, as far as this condition goes."""
    is_once = condition.holds is Holds.ONCE
    about = f"Condition: it holds only {'once' if is_once else 'until'} this is met: {condition.summary}"
    if condition.day is None:
        if is_once:
            change = f"whether the condition was met: {condition.summary}"
            return Step(Answer.UNKNOWN, f"{about} Whether it was is not known.", change=change)
        return Step(Answer.YES, f"{about} The situation does not say that it was.")
    when, day = asked.incident.when, condition.day
    met = f"{about} It was met on {date_words(day)}"
    if when is None or when.earliest is None or when.latest is None:
        return Step(Answer.UNKNOWN, f"{met}; when this happened is not known.", change="the day on which it happened")
    is_before, is_after = when.latest < day, when.earliest > day
    if is_before if is_once else is_after:
        change = f"evidence that it happened {'on or after' if is_once else 'before'} that day"
        return Step(
            Answer.NO, f"{met}; this happened {'before' if is_once else 'after'}.", Verdict.OUTSIDE_WINDOW, change
        )
    if when.earliest >= day if is_once else when.latest < day:
        return Step(Answer.YES, f"{met}; this happened {'since' if is_once else 'before'}.")
    return Step(Answer.UNKNOWN, f"{met}; whether this came first is not told.", change="which of the two came first")
