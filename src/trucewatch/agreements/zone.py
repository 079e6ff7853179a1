"""Whether an incident lies in the zone of a reading.

A place lies in a zone where the situation says so, or where its whole area lies within the zone's. Where the areas only
overlap, or the village is one of several of its name, it cannot be judged. Never measures from a bare point.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.agreements.model import Verdict
from trucewatch.agreements.step import Answer, Step
from trucewatch.incidents import distance_m
from trucewatch.situation import Place, Situation, find_place
from trucewatch.values import Nearness, Where


class Atlas:
    """The places of a situation by id, and behind them those of the gazetteer."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation

    def _place(self, identifier: str) -> Place | None:
        return find_place(self._situation, identifier)

    def name_of(self, place: str) -> str:
        """The name of a place."""
        known = self._place(place)
        return place if known is None else known.name

    def check_zone(self, zone: Sequence[str], where: Where | None) -> Step:
        """Whether ``where`` lies in one of the places of ``zone``; an empty zone is everywhere."""
        if not zone:
            return Step(Answer.YES, "Zone: the reading holds everywhere.")
        names = ", ".join(self.name_of(place) for place in zone)
        if where is None or not (where.place or where.candidates or where.is_located):
            named = f'; "{where.name}" is not a place that is known here' if where and where.name else ""
            reason = f"Zone: it is not known where it happened{named}. The reading holds in {names}."
            return Step(Answer.UNKNOWN, reason, change="the place where it happened")
        answers = {self._lies_in(place, where) for place in zone}
        if Answer.YES in answers:
            return Step(Answer.YES, f"Zone: {where.name} lies in {names}.")
        if Answer.UNKNOWN in answers:
            reason = f"Zone: {where.name} may or may not lie in {names}."
            return Step(Answer.UNKNOWN, reason, change="where exactly it happened")
        reason = f"Zone: {where.name} lies outside {names}."
        return Step(Answer.NO, reason, Verdict.OUTSIDE_ZONE, f"evidence that it happened in {names}")

    def _lies_in(self, zone: str, where: Where) -> Answer:
        if where.candidates:
            places = [place for each in where.candidates if (place := self._place(each)) is not None]
            answers = {self._lies_in(zone, _area(place)) for place in places}
            return answers.pop() if len(answers) == 1 else Answer.UNKNOWN
        if where.place and where.nearness is not Nearness.NEAR and zone in self._chain(where.place):
            return Answer.YES
        return self._measure(zone, where)

    def _measure(self, zone: str, where: Where) -> Answer:
        area = self._place(zone)
        apart = distance_m(_area(area), where) if area is not None else None
        if area is None or apart is None:
            return Answer.UNKNOWN
        reach, radius = area.radius_m, where.radius_m or 0
        if apart + radius <= reach:
            return Answer.YES
        return Answer.NO if apart > reach + radius else Answer.UNKNOWN

    def _chain(self, place: str) -> tuple[str, ...]:
        """The place and all that it lies within."""
        chain: list[str] = []
        here = self._place(place)
        while here is not None and here.id not in chain:
            chain.append(here.id)
            here = self._place(here.within)
        return tuple(chain)


def _area(place: Place) -> Where:
    return Where(place.name, place.id, lat_e6=place.lat_e6, lon_e6=place.lon_e6, radius_m=place.radius_m)
