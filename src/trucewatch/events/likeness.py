"""Whether two descriptions in one document may tell of one event: by act, time, place, actor and target.

Decides only what does not contradict; whether they are joined is for ``merging``. Symmetric in its two arguments, and
never looks beyond the document.
"""

from __future__ import annotations

from trucewatch.events.drafts import Draft
from trucewatch.events.model import EventMention
from trucewatch.events.rules import LOOTING
from trucewatch.events.standing import is_same_side
from trucewatch.events.weapons import AIR, ATTACK, CLASH, EXPLOSIVE, SHELLING
from trucewatch.values import When, Where, Who

#: Acts that two descriptions of one event may differ in, since words differ in how much they tell.
VIOLENT = frozenset({AIR, SHELLING, EXPLOSIVE, ATTACK, CLASH, LOOTING, "Grenade", "Suicide bomb"})
VAGUE = frozenset({ATTACK, LOOTING})
_PLAIN_THINGS = frozenset({"other infrastructure", ""})  # "the site", "the plant": may be any of the classes of things
_PEOPLE = frozenset({"civilians", "prisoners of war", "peacekeepers", "humanitarian"})
_ARMED = frozenset({"military", "prisoners of war", "peacekeepers"})
_KIN = (
    frozenset({"civilians", "residential"}),
    frozenset({"military", "prisoners of war"}),
    frozenset({"civilians", "transport"}),
)


def is_one_event(one: Draft, other: Draft) -> bool:
    """Whether two descriptions may tell of one event, whoever says so."""
    a, b = one.mention, other.mention
    return (
        is_act_compatible(one, other)
        and is_when_compatible(a.when, b.when)
        and is_where_compatible(a.where, b.where)
        and is_who_compatible(a.actor, b.actor)
        and (one.is_bare_toll or other.is_bare_toll or is_target_compatible(a, b) or _are_people_there(one, other))
    )


def _are_people_there(one: Draft, other: Draft) -> bool:
    """Whether one tells of a thing hit and the other only of the civilians who suffered."""
    classes = {one.mention.target_class, other.mention.target_class}
    return (one.is_consequence or other.is_consequence) and "civilians" in classes and not classes & _ARMED


def is_act_compatible(one: Draft, other: Draft) -> bool:
    """Whether both acts are one, or one of them only tells that there was violence."""
    acts = {one.mention.act, other.mention.act}
    if len(acts) == 1:
        return True
    return acts <= VIOLENT and (one.is_loose or other.is_loose or not acts.isdisjoint(VAGUE))


def is_target_compatible(one: EventMention, other: EventMention) -> bool:
    """Whether both may have hit the same: one class, classes that go together, or a thing of no class of its own."""
    a, b = one.target_class, other.target_class
    if not a or not b or a == b or {a, b} in _KIN:
        return True
    return (a in _PLAIN_THINGS and b not in _PEOPLE) or (b in _PLAIN_THINGS and a not in _PEOPLE)


def is_when_compatible(one: When | None, other: When | None) -> bool:
    """Whether two times may be one: overlapping, or at least one of them not known."""
    if one is None or other is None:
        return True
    if one.earliest and one.latest and other.earliest and other.latest:
        return one.earliest <= other.latest and other.earliest <= one.latest
    if one.edtf and other.edtf:
        return one.edtf == other.edtf or _same_day_of_year(one, other)
    return one.words.lower() == other.words.lower() or one.is_resolved != other.is_resolved


def _same_day_of_year(one: When, other: When) -> bool:
    """``XXXX-03-13`` and ``2025-03-13`` may be one day."""
    return one.edtf[4:] == other.edtf[4:] and "XXXX" in {one.edtf[:4], other.edtf[:4]}


def is_where_compatible(one: Where | None, other: Where | None) -> bool:
    """Whether two places may be one: the same, or at least one of them not known."""
    if one is None or other is None:
        return True
    if one.place and other.place:
        return one.place == other.place or _contains(one, other) or _contains(other, one)
    return (
        one.name.lower() == other.name.lower()
        or one.name.lower() in other.name.lower()
        or other.name.lower() in one.name.lower()
    )


def _contains(area: Where, part: Where) -> bool:
    """Whether one area's radius is far larger than the other's, so that it may hold it."""
    if area.lat_e6 is None or area.lon_e6 is None or part.lat_e6 is None or part.lon_e6 is None:
        return False
    if area.radius_m is None or part.radius_m is None:
        return False
    apart_m = (abs(area.lat_e6 - part.lat_e6) + abs(area.lon_e6 - part.lon_e6)) // 9  # a degree is some 111 km
    return area.radius_m > 3 * part.radius_m and apart_m <= area.radius_m


def is_who_compatible(one: Who | None, other: Who | None) -> bool:
    """Whether two may be one side: the same party or state, or one of them of no side told."""
    if one is None or other is None:
        return True
    if (one.party and other.party) or (one.state and other.state):
        return is_same_side(one, other)
    return True
