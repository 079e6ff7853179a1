"""One count told twice in a report, in its summary and in its body, is one observation.

Decides which tellings are one: the same figure of the same kind, and nothing that tells them apart. A small figure
needs a place that both name: twos and threes are everywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from trucewatch.events.model import Observation
from trucewatch.values import Span, When

_TELLING = 10  # from here on a figure hardly comes twice by chance within one report


def told_once(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The observations, each once; the words of a second telling stand beside those of the first."""
    kept: list[Observation] = []
    spans: list[set[Span]] = []
    alike: dict[tuple[str, int | None, int | None], list[int]] = defaultdict(list)
    renamed: dict[str, str] = {}
    for each in observations:
        near = alike[each.kind, each.count.low if each.count else None, each.count.high if each.count else None]
        at = next((n for n in near if is_retold(kept[n], each)), None)
        if at is None:
            near.append(len(kept))
            kept.append(replace(each, part_of=renamed.get(each.part_of, each.part_of)))
            spans.append(set(each.spans))
            continue
        renamed[each.id] = kept[at].id
        kept[at] = _with_what_is_added(kept[at], each)
        spans[at].update(each.spans)
    return tuple(replace(each, spans=tuple(sorted(words))) for each, words in zip(kept, spans, strict=True))


def _with_what_is_added(first: Observation, again: Observation) -> Observation:
    return replace(
        first,
        where=first.where or again.where,
        previous=first.previous or again.previous,
        relation=first.relation or again.relation,
    )


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
    return when.told if when else ""
