"""Whether an incident lies in the zone of a reading: in a place with a radius, or in a drawn area.

A place lies in a zone where the situation says so, or where its whole area lies within the zone's. Where the areas only
overlap, or the village is one of several of its name, it cannot be judged. Never measures from a bare point.
"""

from __future__ import annotations

from collections.abc import Mapping

from trucewatch.agreements.model import Verdict
from trucewatch.agreements.terms.asked import Asked
from trucewatch.agreements.terms.geometry import depth_m
from trucewatch.agreements.terms.step import Answer, Step
from trucewatch.incidents import distance_m
from trucewatch.situation import Area, Place, Situation, find_place, lies_within
from trucewatch.values import Nearness, Where


class Atlas:
    """The places and areas of a situation by id, and behind them the places of the gazetteer."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._areas: Mapping[str, Area] = {area.id: area for area in situation.areas}

    def _place(self, identifier: str) -> Place | None:
        return find_place(self._situation, identifier)

    def name_of(self, place: str) -> str:
        """The name of a place or an area."""
        known = self._areas.get(place) or self._place(place)
        return place if known is None else known.name

    def area(self, name: str) -> Area | None:
        """The drawn area of that id, or None."""
        return self._areas.get(name)

    def check_zone(self, zone: tuple[str, ...], asked: Asked) -> Step:
        """Whether the incident lies in one of the places of ``zone``; an empty zone is everywhere."""
        if not zone:
            return Step(Answer.YES, "Zone: the reading holds everywhere.")
        where = asked.incident.where
        names = ", ".join(self.name_of(place) for place in zone)
        if where is None or not (where.place or where.candidates or where.is_located):
            named = f'; "{where.name}" is not a place that is known here' if where and where.name else ""
            reason = f"Zone: it is not known where it happened{named}. The reading holds in {names}."
            return Step(Answer.UNKNOWN, reason, change="the place where it happened")
        answers = {self._lies_in(place, where) for place in zone}
        basis = asked.basis(lambda account: account.where)
        if Answer.YES in answers:
            return Step(Answer.YES, f"Zone: {where.name} lies in {names}.", basis=basis)
        if Answer.UNKNOWN in answers:
            reason = f"Zone: {where.name} may or may not lie in {names}."
            return Step(Answer.UNKNOWN, reason, change="where exactly it happened", basis=basis)
        reason = f"Zone: {where.name} lies outside {names}."
        return Step(Answer.NO, reason, Verdict.OUTSIDE_ZONE, f"evidence that it happened in {names}", basis)

    def _lies_in(self, zone: str, where: Where) -> Answer:
        if where.candidates:
            places = [place for each in where.candidates if (place := self._place(each)) is not None]
            answers = {self._lies_in(zone, _area(place)) for place in places}
            return answers.pop() if len(answers) == 1 else Answer.UNKNOWN
        if where.place and where.nearness is not Nearness.NEAR and lies_within(self._situation, where.place, zone):
            return Answer.YES
        return self._measure_drawn(self._areas[zone], where) if zone in self._areas else self._measure(zone, where)

    @staticmethod
    def _measure_drawn(area: Area, where: Where) -> Answer:
        if where.lat_e6 is None or where.lon_e6 is None:
            return Answer.UNKNOWN
        inside = depth_m(area, where.lat_e6, where.lon_e6) + area.reach_m
        doubt = (where.radius_m or 0) + area.margin_m
        if inside >= doubt:
            return Answer.YES
        return Answer.NO if inside < -doubt else Answer.UNKNOWN

    def _measure(self, zone: str, where: Where) -> Answer:
        area = self._place(zone)
        apart = distance_m(_area(area), where) if area is not None else None
        if area is None or apart is None:
            return Answer.UNKNOWN
        reach, radius = area.radius_m, where.radius_m or 0
        if apart + radius <= reach:
            return Answer.YES
        return Answer.NO if apart > reach + radius else Answer.UNKNOWN


def _area(place: Place) -> Where:
    return Where(place.name, place.id, lat_e6=place.lat_e6, lon_e6=place.lon_e6, radius_m=place.radius_m)
