"""Under which keys a mention is filed, so that only mentions that could be of one thing are ever compared.

Of two mentions that ``likeness`` may call the same, either finds the other. A key says what kind of deed and what ties
it: a place, a target, the words. Under a key stand days: those of the deed, where it is timed, and those of its
telling, since what names no day is of one deed only with what was told about the same time. A look-up is a stretch of
days under one key, so that it costs what lies near, however much the case holds. Keys are plain text and days are
numbers: the case keeps them in an index.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from trucewatch.events.model import EventMention, Factuality
from trucewatch.incidents.acts import classes_of
from trucewatch.incidents.flashes import is_news_of_the_day
from trucewatch.incidents.fullness import is_tally
from trucewatch.incidents.likeness import LATE_DAYS, NEAR_DAYS, wording
from trucewatch.incidents.model import Member
from trucewatch.incidents.places import bare_name
from trucewatch.incidents.sides import side_of, sides_of
from trucewatch.incidents.times import SLACK_DAYS, bounds
from trucewatch.values import When, Where, make_id

#: A time is filed by its first day among those of its length, in days from first to last: so a stretch that is sought
#: begins that much earlier. "Overnight" is a day, "in March" a year's; what is longer is few and sought whole.
_LENGTHS = {"day": 1, "fortnight": 14, "year": 366}
_AGES = "ages"
_NEWS = "news of the day"  # headlines that stand alone and name no day
_TOLD_WITHIN = 1  # days of doubt about a publication; with more it counts as unknown
_NO_DAY, _LAST_DAY = 0, date.max.toordinal()
_CELL_E6 = 1_000_000  # one degree
_MAX_CELLS = 5  # per axis; a wider area is filed by target only
_METRE_E6 = 9  # millionths of a degree in a metre of latitude


class Filing(NamedTuple):
    """One place in the index: a key, and a day under it."""

    key: str
    day: int


class Stretch(NamedTuple):
    """Where to look: all that is filed under ``key`` from day ``first`` to day ``last``."""

    key: str
    first: int
    last: int


class _Anchor(NamedTuple):
    """What ties two mentions; if one of them is untimed, only where told within ``days`` of one another.

    ``is_loose``: it ties what is untimed only to a denial.
    """

    name: str
    days: int = LATE_DAYS
    is_loose: bool = False


def filed_under(member: Member) -> tuple[Filing, ...]:
    """Where the member's incident is filed, sorted, without repetition."""
    mention, told = member.mention, _told(member.published)
    found = {Filing(key, _NO_DAY) for key in _own_report(mention)}
    timed = _filed_time(mention.when)
    for anchor in _filed_anchors(mention):
        for kind in classes_of(mention.act):
            found.add(Filing(f"{kind}/{anchor.name}/{_manner(mention, anchor)}", told[1] if told else _NO_DAY))
            if timed:
                found.add(Filing(f"{kind}/{anchor.name}/{timed.key}", timed.day))
    if told and is_news_of_the_day(member):
        found.add(Filing(_NEWS, told[0]))
    return tuple(sorted(found))


def sought_under(member: Member) -> tuple[Stretch, ...]:
    """Where to look for incidents that the member may belong to, sorted, without repetition."""
    mention, told = member.mention, _told(member.published)
    found = {Stretch(key, _NO_DAY, _NO_DAY) for key in _own_report(mention)}
    times = tuple(_sought_times(mention.when))
    for anchor in _sought_anchors(mention):
        stretches = (*times, *_sought_tellings(mention, anchor, told))
        for kind in classes_of(mention.act):
            found.update(stretch._replace(key=f"{kind}/{anchor.name}/{stretch.key}") for stretch in stretches)
    if told and is_news_of_the_day(member):
        found.add(Stretch(_NEWS, told[0] - _TOLD_WITHIN, told[1]))
    return tuple(sorted(found))


def _own_report(mention: EventMention) -> Iterator[str]:
    yield from (f"document/{mention.document}/{kind}" for kind in classes_of(mention.act))


# -- days --------------------------------------------------------------------------------------------------------------


def _told(published: When | None) -> tuple[int, int] | None:
    """First and last day of the publication; None where it is not known to the day."""
    known = bounds(published)
    if known is None or (known[1] - known[0]).days > _TOLD_WITHIN:
        return None
    return known[0].toordinal(), known[1].toordinal()


def _manner(mention: EventMention, anchor: _Anchor) -> str:
    """Under which heading the day of telling is filed."""
    if anchor.is_loose:
        return "denied" if _is_denial(mention) else "told"
    return "untimed" if bounds(mention.when) is None else "timed"


def _sought_tellings(mention: EventMention, anchor: _Anchor, told: tuple[int, int] | None) -> Iterator[Stretch]:
    """What is timed finds what is by its time; by its telling it needs only what is not."""
    if anchor.is_loose:
        manners = ("denied", "told") if _is_denial(mention) else ("denied",)
    else:
        manners = ("timed", "untimed") if bounds(mention.when) is None else ("untimed",)
    for manner in manners:
        if told is None:
            yield Stretch(manner, _NO_DAY, _LAST_DAY)
        else:
            yield Stretch(manner, _NO_DAY, _NO_DAY)
            yield Stretch(manner, max(1, told[0] - anchor.days), told[1] + anchor.days + _TOLD_WITHIN)


def _filed_time(when: When | None) -> Filing | None:
    known = bounds(when)
    if known is None:
        return None
    length = (known[1] - known[0]).days
    heading = next((heading for heading, longest in _LENGTHS.items() if length <= longest), _AGES)
    return Filing(heading, known[0].toordinal())


def _sought_times(when: When | None) -> Iterator[Stretch]:
    known = bounds(when)
    if known is None:
        return
    first, last = known[0].toordinal() - SLACK_DAYS, known[1].toordinal() + SLACK_DAYS
    yield from (Stretch(heading, first - longest, last) for heading, longest in _LENGTHS.items())
    yield Stretch(_AGES, _NO_DAY, last)


# -- anchors -----------------------------------------------------------------------------------------------------------


def _filed_anchors(mention: EventMention) -> Iterator[_Anchor]:
    yield from _common_anchors(mention)
    if mention.target_class:
        yield _target(mention)
        if not _is_placed(mention):
            yield _target(mention, "somewhere, ")


def _sought_anchors(mention: EventMention) -> Iterator[_Anchor]:
    yield from _common_anchors(mention)
    if mention.target_class:
        yield _target(mention, "somewhere, " if _is_placed(mention) else "")


def _target(mention: EventMention, where: str = "") -> _Anchor:
    """A kind of target alone: with day and place unsaid, all else that two mentions may share is not enough for one
    deed. A denial may answer for it, in those days.
    """
    return _Anchor(f"{where}target {mention.target_class}", NEAR_DAYS, is_loose=True)


def _common_anchors(mention: EventMention) -> Iterator[_Anchor]:
    if mention.where is not None:
        yield from map(_Anchor, _place_anchors(mention.where))
    if mention.where is None or not mention.where.name:
        yield _Anchor(make_id("words", *(str(part) for part in wording(mention))))
    if mention.mirror and mention.target_class:
        yield _Anchor(f"mutual, target {mention.target_class}")
    if is_tally(mention):
        accused = side_of(mention.actor)
        yield from (_Anchor(f"breaches {side} {accused}", NEAR_DAYS) for side in sides_of(mention))


def _is_denial(mention: EventMention) -> bool:
    return mention.factuality is Factuality.DENIED


def _is_placed(mention: EventMention) -> bool:
    """Whether its area is known and filed: whatever else may be meant then touches it or has no area."""
    return mention.where is not None and any(key.startswith("cell ") for key in _place_anchors(mention.where))


def _place_anchors(where: Where) -> Iterator[str]:
    for place in sorted({*where.candidates, where.place or ""} - {""}):
        yield f"place {place}"
    if where.name:
        yield f"name {bare_name(where)}"
    if where.lat_e6 is None or where.lon_e6 is None or where.radius_m is None:
        return
    reach = where.radius_m * _METRE_E6
    rows = range((where.lat_e6 - reach) // _CELL_E6, (where.lat_e6 + reach) // _CELL_E6 + 1)
    columns = range((where.lon_e6 - 2 * reach) // _CELL_E6, (where.lon_e6 + 2 * reach) // _CELL_E6 + 1)
    if len(rows) <= _MAX_CELLS and len(columns) <= 2 * _MAX_CELLS:
        for row in rows:
            yield from (f"cell {row} {column % 360}" for column in columns)
