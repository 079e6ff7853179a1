"""What a reader asks for: the filters that every table of a case takes, made ready for its columns.

Decides what a filter means: a party by id, name or alias; a place with all places inside it; days that overlap. Never
looks at a report.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Self, TypedDict, Unpack

from trucewatch.case.facts import Found
from trucewatch.errors import UsageError
from trucewatch.gazetteer import find_named, find_regions
from trucewatch.incidents import BY
from trucewatch.situation import Body, Person, Situation

#: What a fact's standing can be; "open" is all but rejected, and the default.
STATUSES = ("open", "proposed", "accepted", "corrected", "rejected", "any")


class Given(TypedDict, total=False):
    """Filters as keyword arguments; see ``Filters``."""

    party: str
    source: str
    start: date | str | None
    end: date | str | None
    place: str
    kind: str
    document: str
    story: str
    language: str
    text: str
    status: str
    extractor: str
    axis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What every table can be asked for. "" and None filter nothing; dates are inclusive.

    ``party`` is a party, person, body or state by id, name or alias; ``place`` takes in the places inside it; ``kind``
    is the type, act or kind; ``document`` and ``story`` are ids; ``status`` one of ``STATUSES``. ``extractor`` is asked
    of statements and disagreements alone: its name ("spacy:MODEL"), the part before the colon, or "any".
    ``axis`` is asked of counts alone: one of ``BY``.
    """

    party: str = ""
    source: str = ""
    start: date | None = None
    end: date | None = None
    place: str = ""
    kind: str = ""
    document: str = ""
    story: str = ""
    language: str = ""
    text: str = ""
    status: str = "open"
    extractor: str = ""
    axis: str = "area"

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise UsageError(f"no status {self.status!r}", "", f"use one of {', '.join(STATUSES)}")
        if self.axis not in BY:
            raise UsageError(f"counts cannot be laid out by {self.axis!r}", "", f"use one of {', '.join(BY)}")
        if self.start and self.end and self.end < self.start:
            raise UsageError("the period ends before it starts", f"{self.start} to {self.end}", "swap the dates")

    @classmethod
    def of(cls, **given: Unpack[Given]) -> Self:
        """Filters as a user types them: days in ISO 8601, "" for none."""
        start, end = _day(given.pop("start", None)), _day(given.pop("end", None))
        given["status"] = given.get("status") or "open"
        given["axis"] = given.get("axis") or "area"
        return cls(start=start, end=end, **given)  # type: ignore[arg-type,misc]


def _day(given: date | str | None) -> date | None:
    if not given or isinstance(given, date):
        return given or None
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise UsageError(f"{given!r} is no day", str(error), "write it as 2025-03-20") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Filters made ready: every name expanded to all that it stands for, folded. None and "" filter nothing."""

    parties: frozenset[str] | None = None
    sources: frozenset[str] | None = None
    places: frozenset[str] | None = None
    documents: frozenset[str] | None = None
    start: date | None = None
    end: date | None = None
    kind: str = ""
    language: str = ""
    text: str = ""
    status: str = "open"
    extractor: str = ""

    def takes_days(self, start: date | None, end: date | None) -> bool:
        """Whether days known as ``start`` to ``end`` may lie in the period; unknown days lie in none."""
        if self.start is None and self.end is None:
            return True
        if start is None or end is None:
            return False
        return (self.end is None or start <= self.end) and (self.start is None or end >= self.start)

    def takes(self, found: Found) -> bool:
        """Whether a fact is asked for, as far as it can itself tell."""
        terms = set(found.terms)
        return (
            self.takes_days(found.start, found.end)
            and (self.parties is None or any(("party", name) in terms for name in self.parties))
            and (self.places is None or any(("place", name) in terms for name in self.places))
            and (not self.kind or found.type.casefold() == self.kind)
            and (not self.text or self.text in found.words.casefold())
        )

    def regardless_of_status(self) -> Wanted:
        """The same, whatever the standing: where not the fact but what it is part of has to stand."""
        return replace(self, status="any")

    def regardless_of_kind(self) -> Wanted:
        """The same, whatever the kind."""
        return replace(self, kind="")

    def only_facts(self) -> Wanted:
        """Only what asks about facts: who, where and what kind."""
        return Wanted(parties=self.parties, places=self.places, kind=self.kind)

    def takes_status(self, status: str) -> bool:
        """Whether a fact of that standing is asked for."""
        return self.status in {"any", status} or (self.status == "open" and status != "rejected")


def make_wanted(filters: Filters, situation: Situation, documents: frozenset[str] | None) -> Wanted:
    """Expand ``filters`` by what the situation knows. ``documents`` are the ones asked for by id, None for all."""
    return Wanted(
        parties=_parties(filters.party, situation),
        sources=_sources(filters.source, situation),
        places=_places(filters.place, situation),
        documents=documents,
        start=filters.start,
        end=filters.end,
        kind=filters.kind.casefold(),
        language=filters.language.casefold(),
        text=filters.text.casefold(),
        status=filters.status,
        extractor=filters.extractor.casefold(),
    )


def as_json(names: frozenset[str]) -> str:
    """A set as SQLite's ``json_each`` takes it: any number of values in one parameter."""
    return json.dumps(sorted(names))


def _parties(name: str, situation: Situation) -> frozenset[str] | None:
    if not name:
        return None
    folded = name.casefold()
    for party in situation.parties:
        if folded in {called.casefold() for called in (party.id, party.name, *party.aliases, party.state)}:
            return frozenset({party.id.casefold()})
    others: tuple[Body | Person, ...] = (*situation.bodies, *situation.people)
    for named in others:
        if folded in {called.casefold() for called in (named.id, named.name, *named.aliases)}:
            return frozenset({named.id.casefold(), named.name.casefold()})
    return frozenset({folded})


def _sources(name: str, situation: Situation) -> frozenset[str] | None:
    if not name:
        return None
    folded = name.casefold()
    for source in situation.sources:
        if folded in {called.casefold() for called in (source.id, source.name, *source.aliases)}:
            return frozenset({source.id.casefold()})
    return frozenset({folded})


def _places(name: str, situation: Situation) -> frozenset[str] | None:
    if not name:
        return None
    folded = name.casefold()
    inside = {
        place.id
        for place in situation.places
        if folded in {n.casefold() for n in (place.id, place.name, *place.aliases)}
    }
    inside |= {toponym.id for toponym in (*find_named(name), *find_regions(name))}
    if not inside:
        return frozenset({folded})
    while grown := {place.id for place in situation.places if place.within in inside} - inside:
        inside |= grown
    return frozenset({folded, *(place.casefold() for place in inside)})
