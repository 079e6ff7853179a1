"""Incident × clause × reading → finding; commitments × clause → balance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.corroboration.model import Grade
from trucewatch.incidents.model import Basis
from trucewatch.situation.model import Stage
from trucewatch.values import Amount, Who


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """One pledge, however many reports repeat it. ``commitments`` are their ids.

    ``reason`` says why it adds nothing, where it does not: "refused", "another unit".
    """

    giver: str
    what: str
    stage: Stage
    amount: Amount | None
    commitments: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What a clause requires, held against what was promised and delivered. Each sum is a range.

    ``high`` is None where a pledge leaves its upper end open. ``required`` is None where the clause names no number.
    """

    clause: str
    required: int | None
    unit: str
    promised: Amount
    delivered: Amount
    pledges: tuple[Pledge, ...]
