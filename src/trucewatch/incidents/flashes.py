"""Whether two headlines that stand alone, with no report beneath them, tell of one thing.

A list of headlines says neither when nor, mostly, where: what ties two of them is that both are the news of one day.
Decides only for reports that are nothing but a headline. People hurt of different kinds, places apart or different
sides hurt tell two things; a figure that differs does not, for the news of a toll is that it grows. Never looks at
which side it is, and never gives a deed the day on which it was told.
"""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.events.model import EventMention, Factuality
from trucewatch.incidents.acts import classes_of
from trucewatch.incidents.model import Member
from trucewatch.incidents.places import Meeting, meet
from trucewatch.incidents.retelling import tolls_of
from trucewatch.incidents.sides import side_of
from trucewatch.incidents.times import bounds

#: Deeds that one headline calls by their toll and another by their means: whoever was killed in "a clash" or by shells.
_VIOLENT = frozenset({"strike", "sabotage", "violence", "clash", "disrupted weapons use"})
_PEOPLE = frozenset({"civilians", "military", "prisoners of war", "peacekeepers", "humanitarian"})

#: Set on the events of even number among the headlines that UCDP GED groups: of two that name no other day, one day of
#: publication makes 87 in 100 one event, the next day 16; fitted beside it nothing else has weight (tools of the gate:
#: tests/quality/incidents_measures.py). What is shared then only says which of several incidents is meant.
SAME_DAY = 720
_ACT_SAME, _TOLL_SAME, _PEOPLE_SAME = 100, 150, 100
_LAST_DAYS = 1  # "over the past 24 hours", "overnight"
_PLACE = {Meeting.SAME: 300, Meeting.TOUCHING: 300, Meeting.OTHER_NAME: -100}


def is_news_of_the_day(member: Member) -> bool:
    """Whether it is a headline alone that tells of violence of its own day: it names none, or the last day or so."""
    mention = member.mention
    is_violent = not _VIOLENT.isdisjoint(classes_of(mention.act))
    return member.is_flash and is_violent and _is_of_its_day(member) and mention.factuality is not Factuality.DENIED


def _is_of_its_day(member: Member) -> bool:
    done, told = bounds(member.mention.when), bounds(member.published)
    if done is None or told is None:
        return done is None
    return (told[0] - done[0]).days <= _LAST_DAYS and done[1] <= told[1]


def flash_conflict(a: EventMention, b: EventMention) -> str:
    """What makes two such headlines of one day tell two things; "" where nothing does."""
    if meet(a.where, b.where) is Meeting.APART:
        return "place"
    one, other = people_hurt(a), people_hurt(b)
    if one and other and not one & other:
        return "people"
    hurt, others = side_of(a.target), side_of(b.target)
    is_known = a.target is not None and b.target is not None and a.target.party and b.target.party
    return "people" if is_known and hurt != others else ""


def flash_points(a: EventMention, b: EventMention) -> Iterator[tuple[str, int]]:
    """The points of two headlines of one day."""
    yield "news of one day", SAME_DAY
    if a.act == b.act:
        yield "same act", _ACT_SAME
    if tolls_of(a) & tolls_of(b):
        yield "same harm", _TOLL_SAME
    if people_hurt(a) & people_hurt(b):
        yield "same people", _PEOPLE_SAME
    meeting = meet(a.where, b.where)
    if meeting in _PLACE:
        yield f"place {meeting}", _PLACE[meeting]


def people_hurt(mention: EventMention) -> frozenset[str]:
    """The kinds of people it says were hurt or aimed at."""
    return frozenset({harm.who for harm in mention.harm} | {mention.target_class}) & _PEOPLE
