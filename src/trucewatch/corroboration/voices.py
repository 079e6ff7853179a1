"""Whose word it is: from a claimant or a publisher to the origin that it counts as.

Follows declared identity and control only: a person speaks for a body, a body for the party that commands it, an outlet
for its owner. Likeness of texts never makes two voices one.
"""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.situation import Situation, Source
from trucewatch.values import Kind, Who

_UNJUDGED = "F"


@dataclass(frozen=True, slots=True)
class Voice:
    """An origin as a claimant or publisher stands for it. ``letter`` is its STANAG 2511 reliability.

    ``is_named`` False: nobody is cited by name, so that the words are no more than the publisher's own.
    """

    key: str
    name: str
    party: str = ""
    letter: str = _UNJUDGED
    is_named: bool = False


class Voices:
    """The voices of one situation, looked up by id or name."""

    def __init__(self, situation: Situation) -> None:
        self._parties = {party.id: party for party in situation.parties}
        self._bodies = {body.id: body for body in situation.bodies}
        self._people = {person.id: person for person in situation.people}
        self._sources = {source.id: source for source in situation.sources}
        self._states = {party.state: party.id for party in situation.parties if party.state}
        self._heard: dict[str, Voice] = {}
        self._named: dict[str, Source] = {}
        for source in situation.sources:
            for name in (source.name, *source.aliases, *source.domains):
                self._named.setdefault(name.casefold(), source)

    def of_source(self, name: str) -> Voice:
        """The voice of a publisher given by id or name. Publishers without a name are one voice: nothing parts them."""
        if name not in self._heard:
            self._heard[name] = self._of_source(name)
        return self._heard[name]

    def _of_source(self, name: str) -> Voice:
        source = self._sources.get(name) or self._named.get(name.casefold())
        if source is None:
            return Voice(f"name:{name.casefold()}", name) if name else Voice("unknown", "a source not named")
        body = self._bodies.get(source.id)
        party = source.party or (body.party if body else "")
        if party:
            key = f"party:{party}"
        elif source.control_group:
            key = f"group:{source.control_group.casefold()}"
        else:
            key = f"body:{source.id}" if body else f"source:{source.id}"
        return Voice(key, source.name, party, source.reliability)

    def of_claimant(self, who: Who, publisher: str) -> Voice:
        """The voice of somebody cited. One who cannot be told from others counts as the publisher that cites them."""
        party = self.party_of(who)
        key = f"party:{party}" if party else self._key_of(who)
        if not key:
            return self.of_source(publisher)
        return Voice(key, who.name, party, self._letter_of(who), is_named=True)

    def party_of(self, who: Who | None) -> str:
        """The party that ``who`` speaks or acts for, "" where none is known."""
        if who is None:
            return ""
        if who.party or who.entity in self._parties:
            return who.party or who.entity
        person, source = self._people.get(who.entity), self._sources.get(who.entity)
        body = self._bodies.get(person.body if person else who.entity)
        declared = (person and person.party) or (body and body.party) or (source and source.party)
        return declared or (self._states.get(who.state, "") if self._is_official(who) else "")

    def _key_of(self, who: Who) -> str:
        person = self._people.get(who.entity)
        if (person and person.body in self._bodies) or who.entity in self._bodies:
            return f"body:{person.body if person else who.entity}"
        if who.entity in self._sources:
            return self.of_source(who.entity).key
        if who.state and self._is_official(who):
            return f"state:{who.state}"
        if who.entity:
            return f"person:{who.entity}"
        return f"name:{who.name.casefold()}" if who.kind in {Kind.PERSON, Kind.BODY, Kind.SOURCE} else ""

    def _letter_of(self, who: Who) -> str:
        source = self._sources.get(who.entity) or self._named.get(who.name.casefold())
        return source.reliability if source else _UNJUDGED

    @staticmethod
    def _is_official(who: Who) -> bool:
        """Whether the state answers for what they say: the state itself, its bodies, and those who hold office."""
        return who.kind in {Kind.STATE, Kind.BODY} or bool(who.office)
