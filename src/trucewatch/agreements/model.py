"""Incident × clause × reading → finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.corroboration.model import Grade
from trucewatch.incidents.model import Basis
from trucewatch.values import Who


class Verdict(StrEnum):
    """What one reading of one clause makes of an incident, if it happened as the account says."""

    WOULD_BREACH = "would breach"
    WOULD_NOT = "would not breach"
    EXCEPTED = "excepted"
    OUTSIDE_WINDOW = "outside the window"
    OUTSIDE_ZONE = "outside the zone"
    CANNOT_BE_JUDGED = "cannot be judged"


@dataclass(frozen=True, slots=True)
class Reason:
    """One numbered reason. ``basis`` are the words of reports that it rests on, one passage an account; () where it
    rests on the agreement alone.
    """

    words: str
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One verdict with its reasons, in order: the reading, then act, target, weapon, who is bound, window, conditions,
    zone, withdrawal, exceptions.

    ``attributed_to`` is whoever is accused, one side per finding; () is "could not be attributed".
    """

    id: str
    incident: str
    agreement: str
    clause: str
    reading: str  # a party id, or "text"
    verdict: Verdict
    reasons: tuple[Reason, ...]
    attributed_to: tuple[Who, ...]
    grade: Grade
    would_change: tuple[str, ...] = ()  # what further evidence would change the verdict
    decisive: str = ""  # the one of the reasons that rules a breach out, where one does
