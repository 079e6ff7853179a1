"""Whether two mentions tell of one thing that happened: a scored rule whose every point has a reason.

A contradiction in act, time or place ends the matter. Otherwise act, time, place, target, harm and actor add up.
Who is accused never tells two incidents apart: one deed laid at two doors is one incident with rival accounts.
Never looks at who is which party: a swap of the parties leaves every score as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.events.model import EventMention, Factuality
from trucewatch.incidents.acts import is_compatible
from trucewatch.incidents.flashes import flash_conflict, flash_points, is_news_of_the_day
from trucewatch.incidents.fullness import is_tally
from trucewatch.incidents.model import Member
from trucewatch.incidents.places import Meeting, meet
from trucewatch.incidents.retelling import report_points, tolls_of
from trucewatch.incidents.sides import side_of, sides_of, voices_of
from trucewatch.incidents.targets import are_kindred
from trucewatch.incidents.times import SLACK_DAYS, days_apart, is_day, is_week, tells_beforehand

#: Points are hand-set on invented pairs, to be tuned on labelled events; what matters is what reaches the threshold:
#: one act on one day in one place does, and so does one that lacks time or place but shares target, actor and harm.
ENOUGH = 720
ENOUGH_FOR_DENIAL = 350  # a denial names neither day nor place: the deed and the accused, or the target, must do
_SAME_WORDS, _MUTUAL = 1000, 2000

_ACT_SAME, _ACT_CLASS = 200, 100
_TIME_DAY, _TIME_NEXT_DAY, _TIME_WEEK, _TIME_OVERLAP = 250, 200, 150, 50
_PLACE = {Meeting.SAME: 300, Meeting.TOUCHING: 200, Meeting.WIDE: 100, Meeting.OTHER_NAME: -100}
_TARGET_SAME, _TARGET_KIN, _TARGET_OTHER = 150, 50, -200
_HARM_SAME, _HARM_OTHER = 150, -30
_ACTOR_SAME, _PUBLISHED_NEAR = 100, 100
_CLAIMANT_SAME = 75  # one voice on one place: two outlets carry one statement
_MUTUAL_ALIKE = 300  # two reports tell of two sides that lay one kind of deed at each other's door

NEAR_DAYS = 3  # reports of one deed appear within days of one another
LATE_DAYS = 30  # without a time of the deed, reports further apart than this are not of one deed


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two mentions are. ``conflict`` names what contradicts, "" where nothing does."""

    points: tuple[tuple[str, int], ...]
    conflict: str
    needed: int

    @property
    def score(self) -> int:
        """All points together."""
        return sum(points for _, points in self.points)

    @property
    def is_same(self) -> bool:
        """Whether the two tell of one thing."""
        return not self.conflict and self.score >= self.needed


def is_same(mention: EventMention, other: EventMention, published_apart: int | None = None) -> bool:
    """Whether the two mentions tell of one thing. ``published_apart``: days between their reports, where known."""
    return compare(mention, other, published_apart).is_same


def compare_members(member: Member, other: Member, *, is_retold: bool = False) -> Likeness:
    """``compare`` for two mentions with what is known of their reports; headlines alone have a rule of their own."""
    apart = days_apart(member.published, other.published)
    a, b = member.mention, other.mention
    if apart is not None and a.document != b.document and is_news_of_the_day(member) and is_news_of_the_day(other):
        conflict = flash_conflict(a, b) if apart == 0 else "publication"  # the same words are used on many days
        return Likeness(() if conflict else tuple(flash_points(a, b)), conflict, ENOUGH)
    is_early = tells_beforehand(member.published, b.when) or tells_beforehand(other.published, a.when)
    if is_early and a.document != b.document:
        return Likeness((), "time", ENOUGH)
    return compare(a, b, apart, is_retold=is_retold)


def compare(
    mention: EventMention, other: EventMention, published_apart: int | None = None, *, is_retold: bool = False
) -> Likeness:
    """The full sheet behind ``is_same``; symmetric.

    ``is_retold``: the one stands in a sentence that was made of the other's, so that what it leaves out is no matter.
    """
    is_mirror = mention.mirror == other.id or other.mirror == mention.id
    if is_mirror and not is_tally(mention) and not is_tally(other):
        return Likeness((("mutual accusation", _MUTUAL),), "", ENOUGH)
    apart = 0 if is_retold else published_apart
    is_denial = Factuality.DENIED in {mention.factuality, other.factuality}
    needed = ENOUGH_FOR_DENIAL if is_denial else ENOUGH
    conflict = _conflict(mention, other, apart)
    if not conflict and is_denial:
        conflict = _denial_conflict(mention, other, apart, is_retold=is_retold)
    if conflict:
        return Likeness((), conflict, needed)
    retold = (("retold", ENOUGH),) if is_retold else ()
    return Likeness((*retold, *_points(mention, other, apart)), "", needed)


def wording(mention: EventMention) -> tuple[str | int, ...]:
    """What an exact copy of the sentence would share: names, words and lengths, but no ids and no dates."""
    return (
        mention.act,
        mention.trigger.start - mention.sentence.start,
        mention.sentence.end - mention.sentence.start,
        mention.actor.name if mention.actor else "",
        mention.target.name if mention.target else "",
        mention.target_class,
        mention.where.name if mention.where else "",
        mention.when.words if mention.when else "",
        *(harm.amount.words for harm in mention.harm),
    )


def _conflict(a: EventMention, b: EventMention, published_apart: int | None) -> str:
    if not is_compatible(a.act, b.act):
        return "act"
    if is_tally(a) or is_tally(b):
        return _tally_conflict(a, b, published_apart)
    apart = days_apart(a.when, b.when)
    if apart is not None and apart > SLACK_DAYS:
        return "time"
    if apart is None and published_apart is not None and published_apart > LATE_DAYS:
        return "publication"
    if meet(a.where, b.where) is Meeting.APART:
        return "place"
    return ""


def _tally_conflict(a: EventMention, b: EventMention, published_apart: int | None) -> str:
    """A count of breaches is one with counts that the same side makes against the same side for the same days."""
    if Factuality.DENIED in {a.factuality, b.factuality}:
        return ""
    if not (is_tally(a) and is_tally(b)) or side_of(a.actor) != side_of(b.actor) or not sides_of(a) & sides_of(b):
        return "count"
    apart = days_apart(a.when, b.when)
    if apart is not None:
        return "time" if apart else ""
    return "publication" if published_apart is not None and published_apart > NEAR_DAYS else ""


def _denial_conflict(a: EventMention, b: EventMention, published_apart: int | None, *, is_retold: bool) -> str:
    """A denial answers for the accused and the target it names; in other reports, by target or place, in those days."""
    accused, other = side_of(a.actor), side_of(b.actor)
    if accused and other and accused != other:
        return "accused"
    if a.target_class and b.target_class and a.target_class != b.target_class:
        return "target"
    if a.document == b.document or is_retold:
        return ""
    is_placed = _PLACE.get(meet(a.where, b.where), 0) > 0
    is_tied = is_placed or (a.target_class and b.target_class)
    is_near = published_apart is not None and published_apart <= NEAR_DAYS
    if is_tied and (is_placed or is_near or days_apart(a.when, b.when) is not None):
        return ""
    return "nothing ties the denial to this"


def _points(a: EventMention, b: EventMention, published_apart: int | None) -> Iterator[tuple[str, int]]:
    if wording(a) == wording(b):
        yield "same words", _SAME_WORDS
    if is_tally(a) and is_tally(b):
        yield "same count of breaches", ENOUGH
        return
    yield ("same act", _ACT_SAME) if a.act == b.act else ("kindred act", _ACT_CLASS)
    yield from _time_points(a, b, published_apart)
    meeting = meet(a.where, b.where)
    if meeting in _PLACE:
        yield f"place {meeting}", _PLACE[meeting]
        if _PLACE[meeting] > 0 and voices_of(a) & voices_of(b):
            yield "same claimant", _CLAIMANT_SAME
    target = _target_points(a, b, is_near=_PLACE.get(meeting, 0) > 0)
    told = tuple(report_points(a, b, target)) if a.document == b.document else ()
    is_answer = any(reason == "answer" for reason, _ in told)  # a rival version names another target and other harm
    if target and not (is_answer and target < 0):
        yield "target", target
    yield from (point for point in _harm_points(a, b) if not (is_answer and point[1] < 0))
    if side_of(a.actor) and side_of(a.actor) == side_of(b.actor):
        yield "same actor", _ACTOR_SAME
    if target == _TARGET_SAME and _is_one_quarrel(a, b):
        yield "both mutual", _MUTUAL_ALIKE
    yield from told


def _is_one_quarrel(a: EventMention, b: EventMention) -> bool:
    """Whether two reports tell of the same two sides that lay one deed at each other's door."""
    is_mutual = bool(a.mirror and b.mirror) and a.document != b.document
    return is_mutual and side_of(a.actor) == side_of(b.actor) and not sides_of(a).isdisjoint(sides_of(b))


def _time_points(a: EventMention, b: EventMention, published_apart: int | None) -> Iterator[tuple[str, int]]:
    apart = days_apart(a.when, b.when)
    if apart is None:
        if published_apart is not None and published_apart <= NEAR_DAYS:
            yield "published near", _PUBLISHED_NEAR
    elif is_day(a.when) and is_day(b.when):
        yield ("same day", _TIME_DAY) if apart == 0 else ("next day", _TIME_NEXT_DAY)
    elif is_week(a.when) and is_week(b.when):
        yield "same week", _TIME_WEEK
    else:
        yield "times overlap", _TIME_OVERLAP


def _target_points(a: EventMention, b: EventMention, *, is_near: bool) -> int:
    """Kindred classes speak for one target only where one report, or the place, ties the two."""
    one, other = a.target_class, b.target_class
    if not one or not other:
        return 0
    if one == other:
        return _TARGET_SAME
    if are_kindred(one, other):
        return _TARGET_KIN if is_near or a.document == b.document else 0
    return _TARGET_OTHER


def _harm_points(a: EventMention, b: EventMention) -> Iterator[tuple[str, int]]:
    """Figures that agree speak for one incident; figures that differ hardly against it: rival counts are normal."""
    counts, others = tolls_of(a), tolls_of(b)
    if counts & others:
        yield "same harm", _HARM_SAME
    elif {kind for kind, _ in counts} & {kind for kind, _ in others}:
        yield "other harm", _HARM_OTHER
