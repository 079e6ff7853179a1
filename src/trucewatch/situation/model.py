"""What the user tells the program about a truce: parties, bodies, people, places, sources, agreements.

Holds what a situation file says, checked. Decides nothing about any report. No other room names a party.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Party:
    """One side to the truce. ``state`` is ISO 3166-1 alpha-2, or "" for a party that is not a state."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()  # other names, capitals that stand for it, names of its forces; any language
    state: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A ministry, army, court, mission, alliance or company. ``party`` is "" where it belongs to none."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    party: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks or acts. ``body`` and ``party`` are ids, or ""."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    office: str = ""
    body: str = ""
    party: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Control:
    """Who held a place from one day to another (inclusive; None is open)."""

    party: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place as an area: centre in millionths of a degree (WGS 84) and radius in metres. ``within`` is a place id."""

    id: str
    name: str
    lat_e6: int
    lon_e6: int
    radius_m: int
    aliases: tuple[str, ...] = ()
    kind: str = ""  # village, city, district, region, facility, line, sea
    within: str = ""
    state: str = ""
    geonames: str = ""
    control: tuple[Control, ...] = ()


class SourceKind(StrEnum):
    """What kind of publisher."""

    AGENCY = "agency"
    OUTLET = "outlet"
    GOVERNMENT = "government"
    MISSION = "mission"
    ORGANISATION = "organisation"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes. ``control_group`` names common ownership or command: its members count as one origin.

    ``party`` is the party that owns or commands the source, or "". ``reliability`` is a STANAG 2511 letter A to F.
    """

    id: str
    name: str
    kind: SourceKind = SourceKind.OUTLET
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    control_group: str = ""
    party: str = ""
    reliability: str = "F"


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


@dataclass(frozen=True, slots=True)
class Terms:
    """What one reading of a clause says, in terms a finding can test. Empty tuples mean "any".

    ``acts`` are ACLED sub-event types; ``targets`` are target classes (see ``events.model.TARGETS``); ``zone`` are
    place ids; ``bound`` are party ids. ``start`` and ``end`` are inclusive days, None is open. ``exceptions`` are
    sentences for the reader; ``excepted_acts`` and ``excepted_targets`` are what the program can test.
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


@dataclass(frozen=True, slots=True)
class Reading:
    """One party's version of a clause. ``party`` is a party id, or "text" for the agreed wording."""

    party: str
    terms: Terms
    summary: str = ""
    source: str = ""  # where this reading is documented


@dataclass(frozen=True, slots=True)
class Clause:
    """One obligation, prohibition or permission. ``id`` is unique within its agreement and never reused."""

    id: str
    title: str
    deontic: Deontic
    readings: tuple[Reading, ...]
    amount: int | None = None  # what a REQUIRES clause requires, where it is a number
    unit: str = ""


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


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything one situation file says. ``start`` and ``end`` bound the period under watch (None is open)."""

    id: str
    title: str
    parties: tuple[Party, ...]
    start: date | None = None
    end: date | None = None
    languages: tuple[str, ...] = ("en",)
    bodies: tuple[Body, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    sources: tuple[Source, ...] = ()
    agreements: tuple[Agreement, ...] = ()
