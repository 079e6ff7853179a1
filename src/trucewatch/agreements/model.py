"""Incident × clause × reading → finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.corroboration.model import Grade
from trucewatch.values import Who


class Verdict(StrEnum):
    """What one reading of one clause makes of an incident, if it happened as the account says."""

    WOULD_BREACH = "would breach"
    WOULD_NOT = "would not breach"
    EXCEPTED = "excepted"
    OUTSIDE_WINDOW = "outside the window"
    OUTSIDE_ZONE = "outside the zone"
    CANNOT_BE_JUDGED = "cannot be judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One verdict with its numbered reasons.

    ``attributed_to`` are whoever is accused; () is "could not be attributed".
    """

    id: str
    incident: str
    agreement: str
    clause: str
    reading: str  # a party id, or "text"
    verdict: Verdict
    reasons: tuple[str, ...]
    attributed_to: tuple[Who, ...]
    grade: Grade
    would_change: tuple[str, ...] = ()  # what further evidence would change the verdict
