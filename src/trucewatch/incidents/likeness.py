"""Whether two mentions tell of one thing that happened: a scored rule whose every point has a reason.

A contradiction in act, time or place ends the matter. Otherwise act, time, place, target, harm and actor add up.
Who is accused never tells two incidents apart: one deed laid at two doors is one incident with rival accounts.
Never looks at who is which party: a swap of the parties leaves every score as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.events.model import EventMention, Factuality, Harm
from trucewatch.incidents.acts import is_compatible
from trucewatch.incidents.places import Meeting, meet
from trucewatch.incidents.times import days_apart, is_day, is_week

#: Points are hand-set on invented pairs, to be tuned on labelled events; what matters is what reaches the threshold:
#: one act on one day in one place does, and so does one that lacks time or place but shares target, actor and harm.
ENOUGH = 720
ENOUGH_FOR_DENIAL = 350  # a denial names neither day nor place: the deed and the accused, or the target, must do
_SAME_WORDS = 1000

_ACT_SAME, _ACT_CLASS = 200, 100
_TIME_DAY, _TIME_NEXT_DAY, _TIME_WEEK, _TIME_OVERLAP = 250, 200, 150, 50
_PLACE = {Meeting.SAME: 300, Meeting.TOUCHING: 200, Meeting.WIDE: 100, Meeting.OTHER_NAME: -100}
_TARGET_SAME, _TARGET_KIN, _TARGET_OTHER = 150, 50, -200
_HARM_SAME, _HARM_OTHER = 150, -50
_ACTOR_SAME, _DOCUMENT_SAME, _PUBLISHED_NEAR = 100, 150, 100
_CLAIMANT_SAME = 75  # one voice on one place: two outlets carry one statement
#: A sentence that names neither day nor place takes up what its report has told of that kind of target; one that lacks
#: one of the two probably does.
_TOLD_AGAIN, _HALF_TOLD = 250, 100

_SLACK_DAYS = 1  # midnight, time zones and "overnight"
_NEAR_DAYS = 3  # reports of one deed appear within days of one another
_LATE_DAYS = 30  # without a time of the deed, reports further apart than this are not of one deed

_KIN = (
    frozenset({"civilians", "residential"}),
    frozenset({"energy", "other infrastructure"}),
    frozenset({"port", "shipping"}),
    frozenset({"transport", "other infrastructure"}),
    frozenset({"civilians", "humanitarian"}),
)


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


def compare(mention: EventMention, other: EventMention, published_apart: int | None = None) -> Likeness:
    """The full sheet behind ``is_same``; symmetric."""
    if mention.mirror == other.id or other.mirror == mention.id:
        return Likeness((("mutual accusation", ENOUGH),), "", ENOUGH)
    is_denial = Factuality.DENIED in {mention.factuality, other.factuality}
    needed = ENOUGH_FOR_DENIAL if is_denial else ENOUGH
    conflict = _conflict(mention, other, published_apart)
    if not conflict and is_denial:
        conflict = _denial_conflict(mention, other, published_apart)
    points = () if conflict else tuple(_points(mention, other, published_apart))
    return Likeness(points, conflict, needed)


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
    apart = days_apart(a.when, b.when)
    if apart is not None and apart > _SLACK_DAYS:
        return "time"
    if apart is None and published_apart is not None and published_apart > _LATE_DAYS:
        return "publication"
    if meet(a.where, b.where) is Meeting.APART:
        return "place"
    return ""


def _denial_conflict(a: EventMention, b: EventMention, published_apart: int | None) -> str:
    """A denial answers for the accused and the target it names; in other reports, by target or place, in those days."""
    accused, other = _actor_key(a), _actor_key(b)
    if accused and other and accused != other:
        return "accused"
    if a.target_class and b.target_class and a.target_class != b.target_class:
        return "target"
    if a.document == b.document:
        return ""
    is_placed = _PLACE.get(meet(a.where, b.where), 0) > 0
    is_tied = is_placed or (a.target_class and b.target_class)
    is_near = published_apart is not None and published_apart <= _NEAR_DAYS
    if is_tied and (is_placed or is_near or days_apart(a.when, b.when) is not None):
        return ""
    return "nothing ties the denial to this"


def _points(a: EventMention, b: EventMention, published_apart: int | None) -> Iterator[tuple[str, int]]:
    if wording(a) == wording(b):
        yield "same words", _SAME_WORDS
    yield ("same act", _ACT_SAME) if a.act == b.act else ("kindred act", _ACT_CLASS)
    yield from _time_points(a, b, published_apart)
    meeting = meet(a.where, b.where)
    if meeting in _PLACE:
        yield f"place {meeting}", _PLACE[meeting]
        if _PLACE[meeting] > 0 and _voices(a) & _voices(b):
            yield "same claimant", _CLAIMANT_SAME
    if a.target_class and b.target_class:
        yield "target", _target_points(a.target_class, b.target_class)
    yield from _harm_points(a.harm, b.harm)
    if _actor_key(a) and _actor_key(a) == _actor_key(b):
        yield "same actor", _ACTOR_SAME
    if a.document == b.document:
        yield "same report", _DOCUMENT_SAME
        yield from _retelling_points(a, b)


def _time_points(a: EventMention, b: EventMention, published_apart: int | None) -> Iterator[tuple[str, int]]:
    apart = days_apart(a.when, b.when)
    if apart is None:
        if published_apart is not None and published_apart <= _NEAR_DAYS:
            yield "published near", _PUBLISHED_NEAR
    elif is_day(a.when) and is_day(b.when):
        yield ("same day", _TIME_DAY) if apart == 0 else ("next day", _TIME_NEXT_DAY)
    elif is_week(a.when) and is_week(b.when):
        yield "same week", _TIME_WEEK
    else:
        yield "times overlap", _TIME_OVERLAP


def _retelling_points(a: EventMention, b: EventMention) -> Iterator[tuple[str, int]]:
    if not a.target_class or not b.target_class or _target_points(a.target_class, b.target_class) < 0:
        return
    bare = max((mention.when is None) + (mention.where is None) for mention in (a, b))
    if bare == 2 and a.target_class == b.target_class:
        yield "told again", _TOLD_AGAIN
    elif bare:
        yield "half told", _HALF_TOLD


def _target_points(a: str, b: str) -> int:
    if a == b:
        return _TARGET_SAME
    return _TARGET_KIN if frozenset({a, b}) in _KIN else _TARGET_OTHER


def _harm_points(a: tuple[Harm, ...], b: tuple[Harm, ...]) -> Iterator[tuple[str, int]]:
    """Figures that agree speak for one incident; figures that differ hardly against it: rival counts are normal."""
    counts = {(harm.kind, harm.amount.low) for harm in a if harm.amount.low is not None}
    others = {(harm.kind, harm.amount.low) for harm in b if harm.amount.low is not None}
    if counts & others:
        yield "same harm", _HARM_SAME
    elif {kind for kind, _ in counts} & {kind for kind, _ in others}:
        yield "other harm", _HARM_OTHER


def _actor_key(mention: EventMention) -> str:
    actor = mention.actor
    return (actor.party or actor.entity or actor.state or actor.name.casefold()) if actor else ""


def _voices(mention: EventMention) -> set[str]:
    return {who.entity or who.party or who.name.casefold() for who in mention.claimants}
