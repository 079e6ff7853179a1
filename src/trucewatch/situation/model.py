"""What the user tells the program about a truce: parties, bodies, people, places, sources, agreements.

Holds what a situation file says, checked. Decides nothing about any report. No other room names a party.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trucewatch.situation.agreements.model import (
    Agreement,
    Area,
    Clause,
    Clock,
    Condition,
    Definition,
    Deontic,
    Exemption,
    Holds,
    Reading,
    Stage,
    Terms,
    Version,
    Withdrawal,
)

__all__ = [
    "Agreement",
    "Area",
    "Body",
    "Clause",
    "Clock",
    "Condition",
    "Control",
    "Definition",
    "Deontic",
    "Exemption",
    "Holds",
    "Party",
    "Person",
    "Place",
    "Reading",
    "Situation",
    "Source",
    "SourceKind",
    "Stage",
    "Terms",
    "Version",
    "Withdrawal",
]


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
    areas: tuple[Area, ...] = ()

    def __hash__(self) -> int:
        """By its name and size: what is derived from a situation is kept by it, and asked for with every place."""
        return hash((self.id, self.title, len(self.places), len(self.agreements)))
