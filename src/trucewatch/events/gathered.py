"""Two descriptions of gatherings in one document: whether they may be of one, and what both tell together.

Decides nothing about words: it serves every language alike. Whether two documents mean one is for ``incidents``.
"""

from __future__ import annotations

from dataclasses import replace

from trucewatch.events.model import Factuality, Gathering
from trucewatch.values import Amount, When, Where, Who


def is_compatible(one: Gathering, other: Gathering) -> bool:
    """Whether both may be one gathering: a visit is no meeting, and day and place do not differ."""
    if (one.kind == "visit") != (other.kind == "visit") or (one.kind == "call") != (other.kind == "call"):
        return False
    if not _is_day_compatible(one.when, other.when) or not _is_past_compatible(one, other):
        return False
    return _is_place_compatible(one.where, other.where)


def is_tied(one: Gathering, other: Gathering) -> bool:
    """Whether a day or somebody who was there ties the two."""
    return (one.when is not None and other.when is not None) or _shares_people(one, other)


def _is_day_compatible(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return True
    if one.edtf and other.edtf:
        return one.edtf == other.edtf
    return one.words.lower().removeprefix("on ") == other.words.lower().removeprefix("on ")


def _is_past_compatible(one: Gathering, other: Gathering) -> bool:
    return (one.factuality is Factuality.BACKGROUND) == (other.factuality is Factuality.BACKGROUND)


def _is_place_compatible(one: Where | None, other: Where | None) -> bool:
    if one is None or other is None:
        return True
    if one.place and other.place:
        return one.place == other.place
    return (
        bool(one.place) != bool(other.place)
        or one.name.lower() in other.name.lower()
        or other.name.lower() in one.name.lower()
    )


def _shares_people(one: Gathering, other: Gathering) -> bool:
    if one.when is not None and other.when is not None:
        return True
    names = {w.name for w in one.participants + one.hosts}
    return bool(names.intersection(w.name for w in other.participants + other.hosts))


def join(first: Gathering, later: Gathering, *, is_told: bool, is_title: bool) -> Gathering:
    """The gathering with what a later sentence adds.

    Only a sentence that tells it anew says whether it has begun; a headline's purpose yields to the text's.
    """
    away = {w.name for w in first.absentees}
    return replace(
        first,
        spans=tuple(sorted({*first.spans, *later.spans})),
        when=first.when or later.when,
        where=_fuller(first.where, later.where),
        hosts=_people(first.hosts, later.hosts),
        participants=tuple(w for w in _people(first.participants, later.participants) if w.name not in away),
        participants_count=_count(first.participants_count, later.participants_count),
        purpose=(later.purpose or first.purpose) if is_title else (first.purpose or later.purpose),
        factuality=later.factuality if is_told else first.factuality,
    )


def _fuller(one: Where | None, other: Where | None) -> Where | None:
    if one is None or other is None:
        return one or other
    return replace(other, name=one.name, span=one.span) if other.place and not one.place else one


def _people(one: tuple[Who, ...], other: tuple[Who, ...]) -> tuple[Who, ...]:
    names = {w.name for w in one}
    return one + tuple(w for w in other if w.name not in names)


def _count(one: Amount | None, other: Amount | None) -> Amount | None:
    return one or other
