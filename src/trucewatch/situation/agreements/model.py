"""An agreement as data: versions, clauses, each party's reading of them, and the terms that a finding can test.

Holds what the file says. Decides nothing about any report, and never which reading is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stage(StrEnum):
    """How far an agreement or a commitment has come."""

    SOUGHT = "sought"
    PROPOSED = "proposed"
    NEGOTIATED = "negotiated"
    OFFERED = "offered"
    CONDITIONAL = "conditional"
    PLANNED = "planned"
    AGREED = "agreed"
    SIGNED = "signed"
    IN_FORCE = "in force"
    DELIVERED = "delivered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    REPUDIATED = "repudiated"


class Deontic(StrEnum):
    """What a clause does."""

    PROHIBITS = "prohibits"
    REQUIRES = "requires"
    PERMITS = "permits"


class Holds(StrEnum):
    """What a condition does to the clause that it stands in."""

    ONCE = "once"  # the clause holds only from the day on which the condition is met
    UNTIL = "until"  # the clause holds up to that day


@dataclass(frozen=True, slots=True, order=True)
class Clock:
    """A time of day: minutes after midnight, and minutes by which that clock is ahead of UTC."""

    minute: int
    offset: int

    def __str__(self) -> str:
        sign, ahead = "-" if self.offset < 0 else "+", abs(self.offset)
        return f"{self.minute // 60:02}:{self.minute % 60:02} (UTC{sign}{ahead // 60:02}:{ahead % 60:02})"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """How far from the line a weapon must stand. What is left empty covers any.

    ``calibre_from_mm`` and ``calibre_to_mm`` are inclusive; ``systems`` are names as reports write them ("D-30").
    """

    distance_m: int
    weapon: str = ""
    systems: tuple[str, ...] = ()
    calibre_from_mm: int | None = None
    calibre_to_mm: int | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """An "if" of a reading. ``day`` is when it came true, as far as the file's writer knows; None is not known."""

    holds: Holds
    summary: str
    day: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Exemption:
    """An exception that depends on what happened. Empty tuples mean "any".

    ``circumstance`` is one that accounts can be asked for ("return fire"); ``only_after`` are steps that must have
    gone before, in words: no account is taken to say that they have.
    """

    summary: str
    circumstance: str = ""
    acts: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """What one reading of a clause says, in terms a finding can test. Empty tuples mean "any".

    ``acts`` are ACLED sub-event types; ``targets``, ``weapons`` are classes of the vocabulary; ``zone`` are ids of
    places and areas; ``bound`` are party ids. ``start`` and ``end`` are inclusive days, None is open, each with a time
    of day where one is told. ``exceptions`` are sentences for the reader; ``excepted_acts`` and ``excepted_targets``
    are what the program can test. ``line`` is the id of the area that ``withdrawals`` are measured from; ``due`` is
    the last day for what a clause requires.
    """

    acts: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    zone: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    excepted_acts: tuple[str, ...] = ()
    excepted_targets: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    start_clock: Clock | None = None
    end_clock: Clock | None = None
    due: date | None = None
    line: str = ""
    withdrawals: tuple[Withdrawal, ...] = ()
    conditions: tuple[Condition, ...] = ()
    exemptions: tuple[Exemption, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One party's version of a clause. ``party`` is a party id, or "text" for the agreed wording."""

    party: str
    terms: Terms
    summary: str = ""
    source: str = ""  # where this reading is documented


@dataclass(frozen=True, slots=True)
class Clause:
    """One obligation, prohibition or permission. ``id`` is unique within its agreement and never reused.

    ``version`` is that of the agreement which brought the clause in, "" for the first; ``retired`` the first day on
    which it no longer holds. ``uses`` are ids of definitions. ``replaces`` is the retired clause that it stands for.
    """

    id: str
    title: str
    deontic: Deontic
    readings: tuple[Reading, ...]
    amount: int | None = None  # what a REQUIRES clause requires, where it is a number
    unit: str = ""
    version: str = ""
    retired: date | None = None
    replaces: str = ""
    uses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One state of an agreement's text. It holds from ``effective`` until ``expires``, or until the next begins."""

    id: str
    effective: date
    expires: date | None = None
    declared: date | None = None
    summary: str = ""
    source: str = ""
    effective_clock: Clock | None = None
    expires_clock: Clock | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """What the agreement means by a word. ``uses`` are ids of other definitions."""

    id: str
    text: str
    uses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement at any stage. ``declared`` and ``effective`` are kept apart (ETH/PRIO cease-fire data)."""

    id: str
    name: str
    kind: str  # ceasefire, peace, resources, humanitarian, exchange
    stage: Stage
    parties: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    declared: date | None = None
    effective: date | None = None
    expires: date | None = None
    clauses: tuple[Clause, ...] = ()
    source: str = ""
    effective_clock: Clock | None = None
    expires_clock: Clock | None = None
    versions: tuple[Version, ...] = ()
    definitions: tuple[Definition, ...] = ()


#: A corner or bend: millionths of a degree, latitude first.
Vertex = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Area:
    """A drawn place: rings that enclose it, a line, or a point, for zones and withdrawal lines.

    ``reach_m`` is how far it extends beyond what is drawn (a corridor along a line); ``margin_m`` how far the drawing
    may be off. Holes of a polygon are rings among the others: what an odd number of rings encloses is inside.
    """

    id: str
    name: str
    rings: tuple[tuple[Vertex, ...], ...] = ()
    lines: tuple[tuple[Vertex, ...], ...] = ()  # a point is a line of one vertex
    reach_m: int = 0
    margin_m: int = 0
    source: str = ""
