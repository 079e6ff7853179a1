"""Under which keys a mention is filed, so that only mentions that could be of one thing are ever compared.

Two mentions that ``likeness`` may call the same share at least one key. A mention without time or place is filed under
coarser keys, under which the others are filed too. Keys are plain text: the case keeps them in an index.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from trucewatch.events.model import EventMention
from trucewatch.incidents.acts import classes_of
from trucewatch.incidents.likeness import wording
from trucewatch.incidents.times import bounds
from trucewatch.values import Where, make_id

_BUCKET_DAYS = 4
_FINE_DAYS = 14  # longer times are filed by month
_MAX_MONTHS = 14  # a time longer than a year says nothing: filed as unknown
_CELL_E6 = 1_000_000  # one degree
_MAX_CELLS = 5  # per axis; a wider area is filed by target only
_METRE_E6 = 9  # millionths of a degree in a metre of latitude


def block_keys(mention: EventMention) -> tuple[str, ...]:
    """The keys of one mention, sorted, without repetition."""
    keys = {f"document/{mention.document}/{kind}" for kind in classes_of(mention.act)}
    keys.add(make_id("words", *(str(part) for part in wording(mention))))
    anchors = tuple(_anchors(mention))
    for kind in classes_of(mention.act):
        for time in _times(mention):
            keys.update(f"{kind}/{time}/{anchor}" for anchor in anchors)
    return tuple(sorted(keys))


def _times(mention: EventMention) -> Iterator[str]:
    yield "any time"
    known = bounds(mention.when)
    if known is None:
        return
    first, last = known[0] - timedelta(1), known[1] + timedelta(1)
    months = _months(first, last)
    if len(months) <= _MAX_MONTHS:
        yield from months
    if (last - first).days <= _FINE_DAYS:
        for bucket in range(first.toordinal() // _BUCKET_DAYS, last.toordinal() // _BUCKET_DAYS + 1):
            yield f"d{bucket}"


def _months(first: date, last: date) -> list[str]:
    start, end = first.year * 12 + first.month, last.year * 12 + last.month
    return [f"m{month}" for month in range(start, min(end, start + _MAX_MONTHS) + 1)]


def _anchors(mention: EventMention) -> Iterator[str]:
    if mention.target_class:
        yield f"target {mention.target_class}"
    if mention.where is not None:
        yield from _place_anchors(mention.where)


def _place_anchors(where: Where) -> Iterator[str]:
    for place in sorted({*where.candidates, where.place or ""} - {""}):
        yield f"place {place}"
    if where.name:
        yield f"name {where.name.casefold()}"
    if where.lat_e6 is None or where.lon_e6 is None or where.radius_m is None:
        return
    reach = where.radius_m * _METRE_E6
    rows = range((where.lat_e6 - reach) // _CELL_E6, (where.lat_e6 + reach) // _CELL_E6 + 1)
    columns = range((where.lon_e6 - 2 * reach) // _CELL_E6, (where.lon_e6 + 2 * reach) // _CELL_E6 + 1)
    if len(rows) <= _MAX_CELLS and len(columns) <= 2 * _MAX_CELLS:
        for row in rows:
            yield from (f"cell {row} {column % 360}" for column in columns)
