"""Gatherings of many reports brought together: one meeting, told by several, with what each says of it.

Decides which gatherings of different reports are one. Never decides who came: where reports differ on hosts or on how
many were there, all versions stay. Reports are taken in log order; what fits two gatherings alike joins neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trucewatch.events.model import Gathering
from trucewatch.incidents.places import Meeting, bare_name, meet
from trucewatch.incidents.sides import side_of
from trucewatch.incidents.times import days_apart, is_day
from trucewatch.values import Who

#: Two gatherings are one from here on: the day and the place, or one of them and those who met.
_ENOUGH = 3
_DAY_SAME, _TIME_OVERLAP, _PLACE_SAME, _PLACE_TOUCHES, _COUNT_SAME = 2, 1, 2, 1, 1
_PEOPLE_SAME, _PEOPLE_OTHER = 2, -2

_KINDS = {"summit": "meeting", "talks": "meeting", "meeting": "meeting"}
_PLACES = {Meeting.SAME: _PLACE_SAME, Meeting.TOUCHING: _PLACE_SAME, Meeting.WIDE: _PLACE_TOUCHES}


def group_gatherings(gatherings: Iterable[Gathering]) -> tuple[tuple[Gathering, ...], ...]:
    """The gatherings (in log order), those that are one together, in order of their first telling."""
    groups: list[list[Gathering]] = []
    for gathering in gatherings:
        scores = [(_fit(gathering, group), number) for number, group in enumerate(groups)]
        best = max((score for score, _ in scores), default=0)
        likest = [number for score, number in scores if score == best]
        if best >= _ENOUGH and len(likest) == 1:
            groups[likest[0]].append(gathering)
        else:
            groups.append([gathering])
    return tuple(tuple(group) for group in groups)


def _fit(gathering: Gathering, group: Sequence[Gathering]) -> int:
    """The best likeness to one of the group; 0 where one contradicts it, or is of its own report."""
    scores = [_likeness(gathering, other) for other in group]
    return 0 if None in scores else max(score for score in scores if score is not None)


def _likeness(a: Gathering, b: Gathering) -> int | None:
    """Points for one gathering, None where kind, report, time or place tell the two apart."""
    apart, meeting = days_apart(a.when, b.when), meet(a.where, b.where)
    if a.document == b.document or _kind(a) != _kind(b) or apart or meeting is Meeting.APART:
        return None
    time = 0
    if apart is not None:
        time = _DAY_SAME if is_day(a.when) and is_day(b.when) else _TIME_OVERLAP
    place = _PLACES.get(meeting, _PLACE_TOUCHES if _is_named_in(a, b) else 0)
    people = max(_shared(a.hosts, b.hosts), _shared(a.participants, b.participants), key=abs)
    return time + place + people + _count_points(a, b)


def _kind(gathering: Gathering) -> str:
    return _KINDS.get(gathering.kind, gathering.kind)


def _is_named_in(a: Gathering, b: Gathering) -> bool:
    """Whether the name of one place stands in the other's: "Brussels", "the Brussels headquarters of the alliance"."""
    if a.where is None or b.where is None:
        return False
    one, other = set(bare_name(a.where).split()), set(bare_name(b.where).split())
    return bool(one and other) and (one <= other or other <= one)


def _shared(some: Sequence[Who], others: Sequence[Who]) -> int:
    one, other = {_identity(who) for who in some}, {_identity(who) for who in others}
    if not one or not other:
        return 0
    return _PEOPLE_SAME if one & other else _PEOPLE_OTHER


def _identity(who: Who) -> str:
    """Who it is: a person by name, a state or party as such."""
    return who.entity or who.name.casefold() if who.office else side_of(who)


def _count_points(a: Gathering, b: Gathering) -> int:
    counts = [each.participants_count.low or each.participants_count.high for each in (a, b) if each.participants_count]
    return _COUNT_SAME if len(counts) == 2 and counts[0] is not None and counts[0] == counts[1] else 0
