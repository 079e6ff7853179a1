"""One count told twice in a report, in its summary and in its body, is one observation.

Decides which tellings are one: the same figure of the same kind, and nothing that tells them apart. A small figure
needs a place that both name: twos and threes are everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from trucewatch.events.model import Observation
from trucewatch.values import When

_TELLING = 10  # from here on a figure hardly comes twice by chance within one report


def told_once(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The observations, each once; the words of a second telling stand beside those of the first."""
    kept: list[Observation] = []
    renamed: dict[str, str] = {}
    for each in observations:
        at = next((n for n, known in enumerate(kept) if is_retold(known, each)), None)
        if at is None:
            kept.append(replace(each, part_of=renamed.get(each.part_of, each.part_of)))
            continue
        first = kept[at]
        renamed[each.id] = first.id
        kept[at] = replace(
            first,
            spans=tuple(sorted({*first.spans, *each.spans})),
            where=first.where or each.where,
            previous=first.previous or each.previous,
            relation=first.relation or each.relation,
        )
    return tuple(kept)


def is_retold(one: Observation, other: Observation) -> bool:
    """Whether two tellings of one report are of one count."""
    if one.kind != other.kind or one.count is None or other.count is None or one.sentence == other.sentence:
        return False
    if (one.count.low, one.count.high) != (other.count.low, other.count.high):
        return False
    told_apart = any(
        a and b and a != b
        for a, b in (
            (one.weapon, other.weapon), (one.direction, other.direction), (_named(one), _named(other)),
            (days(one.when), days(other.when)),
        )
    )  # fmt: skip
    size = one.count.low or one.count.high or 0
    return not told_apart and (size >= _TELLING or bool(_named(one) and _named(one) == _named(other)))


def _named(observation: Observation) -> str:
    return (observation.where.place or observation.where.name).casefold() if observation.where else ""


def days(when: When | None) -> str:
    """A time as one word to compare by."""
    return (when.edtf or when.words) if when else ""
