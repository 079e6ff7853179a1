"""Who held a place on a day, as far as the situation file says, with the reason.

Decides by the place's own rows of control, else by those of the nearest place that it lies within. Two parties at once
are both told: that is for a reader to see. Never infers control from who a place belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trucewatch.situation.model import Control, Place, Situation
from trucewatch.situation.placing import find_place


@dataclass(frozen=True, slots=True)
class Holding:
    """One party that held a place on a day. ``place`` is the place whose row of control says so."""

    party: str
    place: str
    reason: str


def held_by(situation: Situation, place: str, day: date) -> tuple[Holding, ...]:
    """Who held the place on the day; () where the situation does not say."""
    for here in _chain(situation, place):
        rows = [row for row in here.control if _covers(row, day, day)]
        held = tuple(Holding(row.party, here.id, _reason(situation, row, here, place)) for row in rows)
        if held:
            return held
    return ()


def places_held(situation: Situation, party: str, start: date, end: date) -> tuple[Place, ...]:
    """The places that the situation says the party held on any day from start to end, in the file's order."""
    return tuple(
        place
        for place in situation.places
        if any(row.party == party and _covers(row, start, end) for row in place.control)
    )


def lies_within(situation: Situation, place: str, area: str) -> bool:
    """Whether the situation or the gazetteer says that a place is, or lies within, an area."""
    return any(here.id == area for here in _chain(situation, place))


def _chain(situation: Situation, place: str) -> Iterator[Place]:
    seen: set[str] = set()
    here = find_place(situation, place)
    while here is not None and here.id not in seen:
        yield here
        seen.add(here.id)
        here = find_place(situation, here.within)


def _covers(row: Control, start: date, end: date) -> bool:
    """Whether the row covers a day from start to end."""
    return (row.start is None or row.start <= end) and (row.end is None or start <= row.end)


def _reason(situation: Situation, row: Control, here: Place, place: str) -> str:
    names = {party.id: party.name for party in situation.parties}
    since = f" from {row.start}" if row.start else ""
    until = f" to {row.end}" if row.end else ""
    said = f"the situation says that {names.get(row.party, row.party)} held {here.name}{since}{until}"
    return said if here.id == place else f"{said}, and it lies there"
