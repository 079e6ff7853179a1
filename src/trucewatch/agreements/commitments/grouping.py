"""Which tellings are of one pledge: same giver, same thing, same unit and receiver, amounts that may be the same.

"Up to 30,000", "about 30,000" and "a 30,000-strong force" are one amount. What says less (a withdrawal, a delivery, a
pledge without its amount) belongs to the pledge it can be of, where there is only one. Never splits what several give
together, and never depends on the order in which reports came in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from trucewatch.agreements.commitments.model import ENDED
from trucewatch.events.model import Commitment
from trucewatch.incidents import identity
from trucewatch.situation.model import Stage
from trucewatch.values import Who

T = TypeVar("T")
K = TypeVar("K")
Group = list[Commitment]

#: What tells of an end or of a delivery founds no pledge where there is one that it can be of.
_FOLLOWING = ENDED | {Stage.DELIVERED}
_PER_APPROXIMATE = 10  # "about 30,000" may be 27,000 or 33,000
_PEOPLE = frozenset({"troop", "soldier", "personnel", "strong", "peacekeeper", "men", "people", "force", "servicemen"})


def group_commitments(commitments: Iterable[Commitment]) -> tuple[tuple[Commitment, ...], ...]:
    """The commitments (in log order), those that are one pledge together, in order of their first telling."""
    told = list(commitments)
    order = {id(each): at for at, each in enumerate(told)}
    groups = [group for alike in _split(told, _thing_key).values() for group in _pledges_of(alike)]
    ordered = [sorted(group, key=lambda each: order[id(each)]) for group in groups]
    return tuple(tuple(group) for group in sorted(ordered, key=lambda group: order[id(group[0])]))


def givers_of(commitment: Commitment) -> frozenset[str]:
    """Who gives, as keys: empty where they are only counted or not named."""
    return frozenset(_who(each) for each in commitment.givers)


def giver_name(commitment: Commitment) -> str:
    """Who gives, in words."""
    if commitment.givers:
        return ", ".join(sorted({who.name for who in commitment.givers}))
    count = commitment.givers_count
    if count is None:
        return "not named"
    unit = count.unit or "states"
    return count.words if unit in count.words else f"{count.words} {unit}".strip()


def unit_of(commitment: Commitment) -> str:
    """The unit of its amount, plural and case aside; troops by whatever name are troops."""
    unit = singular(commitment.amount.unit) if commitment.amount else ""
    plain = singular(commitment.what)
    return plain if not unit or (plain == "troop" and unit in _PEOPLE) else unit


def singular(unit: str) -> str:
    """Plural and case aside."""
    return unit.casefold().strip().removesuffix("s")


def bounds_of(commitment: Commitment) -> tuple[int, int]:
    """Between which numbers its amount lies, for telling whether two may be one: "up to" and "at least" name one."""
    amount = commitment.amount
    if amount is None:
        return 0, 0
    low = amount.low if amount.low is not None else amount.high or 0
    high = amount.high if amount.high is not None else low
    slack = _PER_APPROXIMATE if amount.is_approximate else 0
    return (low - low // slack, high + high // slack) if slack else (low, high)


def runs(items: Iterable[T], bounds: Callable[[T], tuple[int, int]]) -> list[list[T]]:
    """The items by what their bounds join, lowest first; items with equal bounds stay in the order given."""
    found: list[list[T]] = []
    reach = 0
    for item in sorted(items, key=bounds):
        low, high = bounds(item)
        if found and low <= reach:
            found[-1].append(item)
        else:
            found.append([item])
            reach = high
        reach = max(reach, high)
    return found


def _thing_key(commitment: Commitment) -> tuple[str, str, str]:
    is_unknown = commitment.amount is None and commitment.what == "other"  # a road reopened is no amnesty
    count = commitment.givers_count
    several = f"{count.low} to {count.high} states" if count else "not named"
    giver = " + ".join(sorted(givers_of(commitment))) or several
    return giver, commitment.what, commitment.id if is_unknown else ""


def _pledges_of(alike: Group) -> list[Group]:
    """The pledges among commitments of one giver and thing."""
    counted = [each for each in alike if each.amount is not None]
    founding = [each for each in counted if each.stage not in _FOLLOWING] or counted
    found = [run for share in _shares(founding) for run in runs(share, bounds_of)]
    founders = {id(each) for each in founding}
    for each in sorted((each for each in alike if id(each) not in founders), key=_plainly):
        _file(each, found)
    return found


def _file(commitment: Commitment, found: list[Group]) -> None:
    """Put one that follows to the pledge it can be of, or by itself where that cannot be told."""
    amount = commitment.amount
    near = [group for group in found if amount is None or unit_of(group[0]) == unit_of(commitment)]
    near = [group for group in near if _may_receive(group, commitment)] or near
    whole = [group for group in near if amount is not None and overlaps(group, commitment)]
    of = [group for group in near if amount is None or _covers(group, commitment)]
    loose = [group for group in found if amount is None and all(each.amount is None for each in group)]
    for fitting in (whole, near if len(near) == 1 else [], of if amount is not None else loose):
        if fitting:
            fitting[0].append(commitment)
            return
    found.append([commitment])


def _shares(commitments: Group) -> Iterator[Group]:
    """By unit and receiver; those that name no receiver go with the only one there is."""
    units = _split(commitments, unit_of)
    for unit in sorted(units):
        named = _split(units[unit], lambda each: tuple(sorted(_receivers(each))))
        if len(named.keys() - {()}) <= 1:
            yield units[unit]
        else:
            yield from (named[receivers] for receivers in sorted(named))


def _receivers(commitment: Commitment) -> frozenset[str]:
    return frozenset(_who(each) for each in commitment.receivers)


def _may_receive(group: Group, commitment: Commitment) -> bool:
    wanted = _receivers(commitment)
    return not wanted or any(_receivers(each) in {frozenset(), wanted} for each in group)


def overlaps(group: Iterable[Commitment], commitment: Commitment) -> bool:
    """Whether its amount may be that of one of the group."""
    low, high = bounds_of(commitment)
    return any(other[0] <= high and low <= other[1] for other in map(bounds_of, group))


def _covers(group: Group, commitment: Commitment) -> bool:
    return bounds_of(commitment)[0] <= max(bounds_of(each)[1] for each in group)


def _plainly(commitment: Commitment) -> tuple[bool, tuple[int, int], str]:
    """What says most first; an order that no order of reports changes."""
    return commitment.amount is None, bounds_of(commitment), commitment.id


def _who(who: Who) -> str:
    return who.party or identity(who)


def _split(items: Sequence[Commitment], key: Callable[[Commitment], K]) -> dict[K, Group]:
    found: dict[K, Group] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found
