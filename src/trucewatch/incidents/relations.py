"""How incidents and reports stand to an incident beside being of it: part of it, around it, following up on it.

A day's total for a region includes the strike on one of its towns; a report of a later week tells of it again; a
headline of the day speaks of the fighting and tells no deed of its own. Decides the relation and its reasons. Never
makes one incident of two: what is only part of another keeps its own accounts, and a total adds nothing to the grade of
a part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from trucewatch.incidents.accounts import accused_key, supports
from trucewatch.incidents.acts import is_compatible
from trucewatch.incidents.model import Incident, Member
from trucewatch.incidents.places import distance_m
from trucewatch.incidents.times import bounds
from trucewatch.values import Where

FOLLOWING_DAYS = 3  # a report that tells of a deed so many days after it takes it up again
_COUNTED = ("killed", "wounded", "captured", "missing")


class RelationKind(StrEnum):
    """How the other stands to the incident."""

    PART_OF = "part of"  # the incident is part of the other
    INCLUDES = "includes"  # the other is part of the incident
    FOLLOWED_UP = "followed up by"  # the other is a report that takes the incident up again
    FUTURE = "dated after its own report"  # the other is a report whose date of the deed cannot be


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of an incident. ``other`` is the id of an incident or a document."""

    kind: RelationKind
    other: str
    reasons: tuple[str, ...]


def parts_and_wholes(incident: Incident, others: Sequence[Incident]) -> Iterator[Relation]:
    """Which of ``others`` the incident is part of, and which are part of it."""
    for other in others:
        if reasons := _why_part(incident, other):
            yield Relation(RelationKind.PART_OF, other.id, reasons)
        elif reasons := _why_part(other, incident):
            yield Relation(RelationKind.INCLUDES, other.id, reasons)


def _why_part(part: Incident, whole: Incident) -> tuple[str, ...]:
    """Why the one is part of the other: its days and area lie within, one of them is wider, and its toll is less."""
    if part.id == whole.id or not is_compatible(part.act, whole.act) or not _agree_on_accused(part, whole):
        return ()
    days, places, toll = _days(part, whole), _places(part, whole), _toll(part, whole)
    if not (days and places and toll) or (days, places) == (_SAME_DAYS, _SAME_PLACE):
        return ()
    return days, places, toll


_SAME_DAYS, _SAME_PLACE = "of the same days", "at the same place"


def _days(part: Incident, whole: Incident) -> str:
    inner, outer = bounds(part.when), bounds(whole.when)
    if inner is None or outer is None or inner[0] < outer[0] or inner[1] > outer[1]:
        return ""
    return _SAME_DAYS if inner == outer else "its days are among the other's"


def _places(part: Incident, whole: Incident) -> str:
    if part.where is None or whole.where is None:
        return ""
    if part.where.place and part.where.place == whole.where.place:
        return _SAME_PLACE
    return "its place is within the other's" if _is_within(part.where, whole.where) else ""


def _is_within(inner: Where, outer: Where) -> bool:
    apart, own, wide = distance_m(inner, outer), inner.radius_m, outer.radius_m
    return apart is not None and own is not None and wide is not None and own < wide and apart + own <= wide


def _toll(part: Incident, whole: Incident) -> str:
    """Figures of one kind, of which the other's is the larger; ranges over accounts, never a mean."""
    for kind in _COUNTED:
        own, total = _most(part, kind), _most(whole, kind)
        if own and total and own < total:
            return f"its {own} {kind} are among the other's {total}"
    return ""


def _most(incident: Incident, kind: str) -> int:
    harms = (harm for account in incident.accounts if supports(account) for harm in account.harm if harm.kind == kind)
    return max((harm.amount.high or harm.amount.low or 0 for harm in harms), default=0)


def _agree_on_accused(one: Incident, other: Incident) -> bool:
    ours, theirs = _accused(one), _accused(other)
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _accused(incident: Incident) -> set[str]:
    return {accused_key(account.actor) for account in incident.accounts if supports(account) and account.actor}


def taken_up(members: Sequence[Member]) -> Iterator[Relation]:
    """Reports of the incident that tell of it days later, and those that date it after their own publication."""
    seen: set[str] = set()
    for member in members:
        told, done = bounds(member.published), bounds(member.mention.when)
        if told is None or done is None or member.mention.document in seen:
            continue
        if is_future(member):
            reasons = (f"it names {done[0].isoformat()} and was published on {told[1].isoformat()}",)
            yield Relation(RelationKind.FUTURE, member.mention.document, reasons)
        elif (late := (told[0] - done[1]).days) >= FOLLOWING_DAYS:
            yield Relation(RelationKind.FOLLOWED_UP, member.mention.document, (f"told {late} days later",))
        else:
            continue
        seen.add(member.mention.document)


def is_future(member: Member) -> bool:
    """Whether what is told as having happened is dated after the report that tells it, time zones allowed for."""
    told, done = bounds(member.published), bounds(member.mention.when)
    return told is not None and done is not None and (done[0] - told[1]).days > 1


def spoken_of(document: str) -> Relation:
    """A headline of the day that speaks of the conflict and tells no deed of its own."""
    return Relation(RelationKind.FOLLOWED_UP, document, ("a headline of the day that tells no deed of its own",))


def main_news(told: Sequence[int]) -> int | None:
    """Of the incidents that headlines of one day tell, by how many tell each: which one the day is about.

    The most told, the first of equals; None where there is none.
    """
    return max(range(len(told)), key=lambda at: (told[at], -at), default=None)
