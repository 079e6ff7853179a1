"""Under which keys a mention is filed, so that only mentions that could be of one thing are ever compared.

Of two mentions that ``likeness`` may call the same, either finds the other. A mention without time or place is looked
for under coarser keys, under which the others are filed too. Keys are plain text: the case keeps them in an index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from trucewatch.events.model import EventMention
from trucewatch.incidents.acts import classes_of
from trucewatch.incidents.fullness import is_tally
from trucewatch.incidents.likeness import wording
from trucewatch.incidents.places import bare_name
from trucewatch.incidents.sides import side_of, sides_of
from trucewatch.incidents.times import bounds
from trucewatch.values import Where, make_id

_BUCKET_DAYS = 4
_FINE_DAYS = 14  # longer times are filed by month
_MAX_MONTHS = 14  # a time longer than a year says nothing: filed as unknown
_CELL_E6 = 1_000_000  # one degree
_MAX_CELLS = 5  # per axis; a wider area is filed by target only
_METRE_E6 = 9  # millionths of a degree in a metre of latitude


def block_keys(mention: EventMention) -> tuple[str, ...]:
    """The keys under which the mention's incident is filed, sorted, without repetition."""
    return _keys(mention, _filed_times(mention), tuple(_filed_anchors(mention)))


def lookup_keys(mention: EventMention) -> tuple[str, ...]:
    """The keys under which to look for incidents that the mention may belong to.

    Fewer than those it is filed under: what is known to the day and place need not look through all that is not, so
    that looking costs what is near. Looking under ``block_keys`` finds no less, only more slowly.
    """
    return _keys(mention, _sought_times(mention), tuple(_sought_anchors(mention)))


def _keys(mention: EventMention, times: Iterable[str], anchors: tuple[str, ...]) -> tuple[str, ...]:
    kinds = classes_of(mention.act)
    keys = {f"document/{mention.document}/{kind}" for kind in kinds}
    keys.add(make_id("words", *(str(part) for part in wording(mention))))
    if is_tally(mention):
        keys.update(f"breaches/{side}/{side_of(mention.actor)}" for side in sides_of(mention))
    for time in times:
        keys.update(f"{kind}/{time}/{anchor}" for anchor in anchors for kind in kinds)
    return tuple(sorted(keys))


def _filed_times(mention: EventMention) -> Iterator[str]:
    """All is filed under any time; what has one, by month; what is known finely, by day; what is not, as such."""
    yield "any time"
    months, days = _times(mention)
    yield from (f"m{month}" for month in months)
    yield from (f"d{day}" for day in days)
    if not days:
        yield from (f"some day of m{month}" for month in months) if months else ("no time",)


def _sought_times(mention: EventMention) -> Iterator[str]:
    months, days = _times(mention)
    if not months:
        yield "any time"
        return
    yield "no time"
    yield from (f"d{day}" for day in days)
    yield from (f"some day of m{month}" if days else f"m{month}" for month in months)


def _times(mention: EventMention) -> tuple[list[int], list[int]]:
    """The months and the four-day stretches that the mention's time touches; none where it is too wide to say."""
    known = bounds(mention.when)
    if known is None:
        return [], []
    first, last = known[0] - timedelta(1), known[1] + timedelta(1)
    months = _months(first, last)
    if len(months) > _MAX_MONTHS:
        return [], []
    is_fine = (last - first).days <= _FINE_DAYS
    return months, _stretches(first, last) if is_fine else []


def _stretches(first: date, last: date) -> list[int]:
    return list(range(first.toordinal() // _BUCKET_DAYS, last.toordinal() // _BUCKET_DAYS + 1))


def _months(first: date, last: date) -> list[int]:
    start, end = first.year * 12 + first.month, last.year * 12 + last.month
    return list(range(start, min(end, start + _MAX_MONTHS) + 1))


def _filed_anchors(mention: EventMention) -> Iterator[str]:
    if mention.where is not None:
        yield from _place_anchors(mention.where)
    if mention.target_class:
        yield f"target {mention.target_class}"
        if not _is_placed(mention):
            yield f"somewhere, target {mention.target_class}"


def _sought_anchors(mention: EventMention) -> Iterator[str]:
    if mention.where is not None:
        yield from _place_anchors(mention.where)
    if mention.target_class:
        yield f"{'somewhere, ' if _is_placed(mention) else ''}target {mention.target_class}"


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
