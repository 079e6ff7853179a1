"""What observers counted, brought together: one count however often it is told, and tables that compare.

Decides which observations of several reports are one count (a mission's summary and its body, an agency's copy of
either), what may be added up, and which figure of the case itself stands before which. Never adds a part to its whole,
never takes what was not observed for nothing, and never mends a figure: where the mission's own figure for the period
before is not the one that the case holds, both stand side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trucewatch.events.model import Observation
from trucewatch.events.observations.kinds import KINDS, UNOBSERVED
from trucewatch.events.observations.retold import days
from trucewatch.values import Amount, When, Where

#: What a table of counts may be laid out by.
BY = ("area", "weapon", "direction", "observer")

_TELLING = 10  # from here on a figure hardly comes twice by chance
_DAY = timedelta(days=1)
_LONGER = 3  # times as long as the other: periods that far apart are not compared
_NOT_TOLD = "not told"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountLine:
    """One kind of thing in one area (or of one weapon, direction or observer) and period.

    ``count`` is a range where several counts may overlap, and None where nothing was counted. ``previous`` is the
    period before as the mission states it, ``held`` as the case itself holds it. ``change`` is more, fewer, same or "".
    ``is_unobserved`` where the mission says that it could not observe there, in all or in part.
    """

    kind: str
    value: str
    when: str
    start: date | None
    end: date | None
    count: Amount | None
    previous: Amount | None
    held: Amount | None
    change: str
    is_unobserved: bool
    observations: tuple[str, ...]
    reports: int


def group_observations(observations: Iterable[Observation]) -> tuple[tuple[Observation, ...], ...]:
    """The observations (in log order), those that are one count together, in order of their first telling."""
    groups: list[list[Observation]] = []
    alike: dict[tuple[str, int | None, int | None], list[int]] = defaultdict(list)
    for each in observations:
        low, high = (each.count.low, each.count.high) if each.count else (None, None)
        near = alike[each.kind, low, high]
        at = next((n for n in near if any(_is_one(known, each) for known in groups[n])), None)
        if at is None:
            near.append(len(groups))
            groups.append([each])
        else:
            groups[at].append(each)
    return tuple(tuple(group) for group in groups)


def _is_one(one: Observation, other: Observation) -> bool:
    """Whether two reports tell of one count: nothing tells them apart, and enough tells them together."""
    if one.document == other.document:
        return False
    said = ((one.weapon, other.weapon), (one.direction, other.direction), (_area(one), _area(other)))
    if any(a and b and a != b for a, b in said):
        return False
    size = (one.count.low or one.count.high or 0) if one.count else 0
    if _days(one.when) and _days(other.when):
        return _days(one.when) == _days(other.when) and (size >= _TELLING or _area(one) == _area(other))
    return size >= _TELLING and _area(one) == _area(other) and days(one.when) == days(other.when)


def compare_counts(observations: Iterable[Observation], by: str = "area") -> tuple[CountLine, ...]:
    """The counts, one line for each kind, value of ``by`` and period, with the period before beside each."""
    groups = group_observations(observations)
    value_of = _VALUES[by]
    cells: dict[tuple[str, str, str], list[tuple[Observation, ...]]] = defaultdict(list)
    for group in groups:
        if group[0].kind != UNOBSERVED or not _is_beside(group[0], groups, value_of):
            cells[group[0].kind, value_of(group[0]).casefold(), days(_when(group))].append(group)
    keys = {each.id: key for key, held in cells.items() for group in held for each in group}
    gaps = [group[0] for group in groups if group[0].kind == UNOBSERVED]
    lines = [_line(held, key, keys, value_of, gaps) for key, held in cells.items()]
    return tuple(sorted(_with_held(lines), key=_order))


def _is_beside(
    gap: Observation, groups: Sequence[tuple[Observation, ...]], value_of: Callable[[Observation], str]
) -> bool:
    """Whether something was counted where the mission says that it could not observe: the gap then stands there."""
    return any(
        group[0].kind != UNOBSERVED
        and value_of(group[0]) == value_of(gap) != _NOT_TOLD
        and _overlap(group[0].when, gap.when)
        for group in groups
    )


def _line(
    held: Sequence[tuple[Observation, ...]],
    key: tuple[str, str, str],
    keys: Mapping[str, tuple[str, str, str]],
    value_of: Callable[[Observation], str],
    gaps: Sequence[Observation],
) -> CountLine:
    wholes = [group for group in held if keys.get(_whole(group)) != key]
    first = wholes[0] if wholes else held[0]
    counts = [group[0].count for group in wholes if group[0].count is not None]
    previous = [each.previous for group in wholes for each in group if each.previous is not None]
    when = _when(first)
    missed = any(value_of(gap) == value_of(first[0]) and _overlap(gap.when, when) for gap in gaps)
    told = [each.relation for group in wholes for each in group if each.relation]
    return CountLine(
        kind=key[0],
        value=value_of(first[0]),
        when=days(when),
        start=when.earliest if when else None,
        end=when.latest if when else None,
        count=_sum(counts),
        previous=previous[0] if previous else None,
        held=None,
        change=told[0] if told else "",
        is_unobserved=missed,
        observations=tuple(each.id for group in held for each in group),
        reports=len({each.document for group in held for each in group}),
    )


def _whole(group: Sequence[Observation]) -> str:
    """The id of what a count is a part of, or ""."""
    return next((each.part_of for each in group if each.part_of), "")


def _sum(counts: Sequence[Amount]) -> Amount | None:
    """Counts of one cell that may overlap: at least the largest, at most all of them."""
    if len(counts) <= 1:
        return counts[0] if counts else None
    low = max(count.low or 0 for count in counts)
    highs = [count.high for count in counts if count.high is not None]
    high = sum(highs) if len(highs) == len(counts) else None
    return Amount(low, high, counts[0].unit, any(count.is_approximate for count in counts))


def _with_held(lines: Iterable[CountLine]) -> Iterable[CountLine]:
    """Each line with the case's own figure for the period that ends the day before, and the change."""
    known = list(lines)
    ends: dict[tuple[str, str, date], list[CountLine]] = defaultdict(list)
    for line in known:
        if line.end is not None:
            ends[line.kind, line.value, line.end].append(line)
    for line in known:
        near = ends.get((line.kind, line.value, line.start - _DAY), []) if line.start else []
        before = next((each.count for each in near if _is_as_long(each, line)), None)
        change = line.change or _change(line.count, line.previous or before)
        yield replace(line, held=before, change=change)


def _is_as_long(one: CountLine, other: CountLine) -> bool:
    """Whether two periods compare: a fortnight and the four weeks before do, the year until then does not."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    days = sorted(((one.end - one.start).days + 1, (other.end - other.start).days + 1))
    return days[1] <= _LONGER * days[0]


def _change(count: Amount | None, before: Amount | None) -> str:
    """What the figures themselves say, where they leave no doubt."""
    if count is None or before is None or count.unit != before.unit:
        return ""
    if count.low is not None and before.high is not None and count.low > before.high:
        return "more"
    if count.high is not None and before.low is not None and count.high < before.low:
        return "fewer"
    return "same" if (count.low, count.high) == (before.low, before.high) and count.low == count.high else ""


def _area(observation: Observation) -> str:
    return _area_name(observation.where).casefold()


def _area_name(where: Where | None) -> str:
    return where.name if where else ""


def _days(when: When | None) -> str:
    return when.edtf if when and when.earliest else ""


def _when(group: Sequence[Observation]) -> When | None:
    """The period of a count: the first telling that resolves it."""
    whens = [each.when for each in group if each.when is not None]
    return next((when for when in whens if when.earliest), whens[0] if whens else None)


def _overlap(one: When | None, other: When | None) -> bool:
    """Whether two times may share a day; a time that is not known may be any."""
    if one is None or other is None or not one.is_resolved or not other.is_resolved:
        return days(one) == days(other)
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    return one.earliest <= other.latest and other.earliest <= one.latest


def _order(line: CountLine) -> tuple[int, str, bool, date, str]:
    return (
        KINDS.index(line.kind),
        "" if line.value == _NOT_TOLD else line.value.casefold(),
        line.start is None,
        line.start or date.min,
        line.when,
    )


_VALUES: dict[str, Callable[[Observation], str]] = {
    "area": lambda each: _area_name(each.where) or _NOT_TOLD,
    "weapon": lambda each: each.weapon or _NOT_TOLD,
    "direction": lambda each: each.direction or _NOT_TOLD,
    "observer": lambda each: each.observer.name if each.observer else _NOT_TOLD,
}
