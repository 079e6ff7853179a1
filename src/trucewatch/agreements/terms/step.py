"""One test of an incident against a reading: its answer, its reason, and what would change it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.agreements.model import Verdict
from trucewatch.incidents import Basis


class Answer(StrEnum):
    """Whether one condition of a breach is met."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Step:
    """One condition. ``verdict`` is what a NO makes of the whole; ``change`` is what would turn this answer; ``basis``
    are the words that the reason rests on.
    """

    answer: Answer
    reason: str
    verdict: Verdict = Verdict.WOULD_NOT
    change: str = ""
    basis: tuple[Basis, ...] = ()


def decide(steps: tuple[Step, ...]) -> Verdict:
    """The verdict of all steps: the first NO decides, then any UNKNOWN; only all YES would be a breach.

    A NO outranks an UNKNOWN since nothing that is still unknown could make the incident a breach.
    """
    for step in steps:
        if step.answer is Answer.NO:
            return step.verdict
    if any(step.answer is Answer.UNKNOWN for step in steps):
        return Verdict.CANNOT_BE_JUDGED
    return Verdict.WOULD_BREACH
