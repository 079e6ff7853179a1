"""Tellings of one pledge → its history, and its promise and delivery as ranges.

Keeps declared and done apart, as PLOVER does: a promise is no delivery. A pledge told with several amounts keeps the
least and the most; part deliveries on different days add up, and a delivery told again does not; what was withdrawn is
taken off. Never averages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from trucewatch.agreements.commitments.grouping import (
    bounds_of,
    giver_name,
    givers_of,
    group_commitments,
    overlaps,
    runs,
    singular,
    unit_of,
)
from trucewatch.agreements.commitments.model import ENDED, Pledge, Step, Telling
from trucewatch.situation.model import Stage
from trucewatch.values import Amount

_POSSIBLE = frozenset({Stage.CONDITIONAL, Stage.PLANNED})  # may come: they raise the upper end only
_PROMISED = frozenset({Stage.OFFERED, Stage.AGREED, Stage.SIGNED, Stage.IN_FORCE}) | _POSSIBLE
_ORDER = tuple(Stage)
_NOT_COUNTED = {
    Stage.SOUGHT: "only sought",
    Stage.PROPOSED: "only proposed",
    Stage.NEGOTIATED: "under negotiation",
    Stage.REFUSED: "refused",
    Stage.WITHDRAWN: "withdrawn",
    Stage.EXPIRED: "expired",
    Stage.REPUDIATED: "repudiated",
}


def find_pledges(tellings: Sequence[Telling]) -> tuple[Pledge, ...]:
    """Every pledge once, in the order of its first telling."""
    days = {id(each.commitment): each for each in tellings}
    groups = group_commitments(each.commitment for each in tellings)
    return tuple(_pledge([days[id(commitment)] for commitment in group]) for group in groups)


def _pledge(group: Sequence[Telling]) -> Pledge:
    first = group[0].commitment
    history = _history(group)
    unit = _unit_words(group)
    promises = [each for each in group if each.commitment.stage in _PROMISED]
    delivered = _delivered([each for each in group if each.commitment.stage is Stage.DELIVERED], unit)
    is_firm = bool(promises) and _furthest(promises) not in _POSSIBLE
    promised = _promised(_less_withdrawn(promises, group, unit, is_firm), delivered)
    last = _last(history)
    stage = _stage(group, last, promised)
    return Pledge(
        giver=giver_name(first),
        givers=givers_of(first),
        receivers=tuple(sorted({who.name for each in group for who in each.commitment.receivers})),
        what=first.what,
        unit=next((unit_of(each.commitment) for each in group if each.commitment.amount), unit_of(first)),
        stage=stage,
        amount=_shown(last, group),
        promised=promised,
        delivered=delivered,
        history=history,
        commitments=tuple(each.commitment.id for each in group),
        is_conditional=bool(promises) and not is_firm,
        reason=_reason(group, stage, promised),
    )


def _history(group: Sequence[Telling]) -> tuple[Step, ...]:
    """A step for each stage, by the first day it is told of; those of no known day by how far they go."""
    steps = []
    for stage in _ORDER:
        told = sorted((each for each in group if each.commitment.stage is stage), key=_when)
        if told:
            steps.append(Step(stage, told[0].day, tuple(told)))
    dated = all(step.day for step in steps)
    return tuple(sorted(steps, key=lambda step: step.day or date.max)) if dated else tuple(steps)


def _when(telling: Telling) -> tuple[date, str]:
    return telling.day or date.max, telling.commitment.id


def _last(history: tuple[Step, ...]) -> Step:
    """Where the pledge stands: its last step; of several on one day, the one that goes furthest."""
    return max(history, key=lambda step: (step.day == history[-1].day, _ORDER.index(step.stage)))


def _furthest(tellings: Sequence[Telling]) -> Stage:
    return max((each.commitment.stage for each in tellings), key=_ORDER.index)


def _shown(last: Step, group: Sequence[Telling]) -> Amount | None:
    amounts = [each.commitment.amount for each in (*last.tellings, *group)]
    return next((amount for amount in amounts if amount is not None), None)


def envelope(tellings: Iterable[Telling], unit: str) -> Amount | None:
    """The least and the most that the tellings name."""
    amounts = [each.commitment.amount for each in tellings if each.commitment.amount is not None]
    if not amounts:
        return None
    highs = [amount.high for amount in amounts if amount.high is not None]
    return Amount(
        min(amount.low or 0 for amount in amounts),
        max(highs) if len(highs) == len(amounts) else None,
        unit,
        any(amount.is_approximate for amount in amounts),
    )


def _less_withdrawn(promises: Sequence[Telling], group: Sequence[Telling], unit: str, is_firm: bool) -> Amount:
    """What is still promised: nothing where all was taken back, what is left where a part was."""
    whole = envelope(promises, unit) or Amount(0, 0, unit)
    told = [each for each in group if each.commitment.stage in ENDED]
    ended = [each for each in told if not _is_renewed(_ended_on(each, told), promises)]
    if any(each.commitment.amount is None or _is_all(each, promises) for each in ended):
        return Amount(0, 0, unit)
    parts = [part for run in runs(ended, _bounds) if (part := envelope(run, unit))]
    low = 0 if any(part.high is None for part in parts) else (whole.low or 0) - sum(part.high or 0 for part in parts)
    high = None if whole.high is None else whole.high - sum(part.low or 0 for part in parts)
    return Amount(max(0, low) if is_firm else 0, None if high is None else max(0, high), unit, whole.is_approximate)


def _is_all(ended: Telling, promises: Sequence[Telling]) -> bool:
    return overlaps((each.commitment for each in promises), ended.commitment)


def _ended_on(ended: Telling, told: Sequence[Telling]) -> date | None:
    """The day of an end: its own, or that of the first report of it, since later ones may only tell it again."""
    if ended.commitment.when and ended.commitment.when.earliest:
        return ended.day
    what = ended.commitment.stage, ended.commitment.amount
    alike = [each for each in told if (each.commitment.stage, each.commitment.amount) == what]
    return min((each.day for each in alike if each.day and not each.commitment.when), default=None)


def _is_renewed(ended: date | None, promises: Sequence[Telling]) -> bool:
    """Whether a promise is dated, in its own words, after this end of it. A report's day is no pledge's."""
    after = (each.commitment.when.earliest for each in promises if each.commitment.when)
    return ended is not None and any(day is not None and day > ended for day in after)


def _delivered(tellings: Sequence[Telling], unit: str) -> Amount:
    """What was delivered: deliveries of different days add up; one of an unknown day may be any of them."""
    dated = [each for each in tellings if each.commitment.when and each.commitment.when.earliest]
    undated = [each for each in tellings if each not in dated]
    sums = [_most_of(run, unit) for run in runs(dated, _days)]
    apart = runs(undated, _bounds)
    loose = [envelope(run, unit) or Amount(0, 0, unit) for run in apart]
    low = max([sum(each.low or 0 for each in sums), *(each.low or 0 for each in loose)])
    new = [each for each, run in zip(loose, apart, strict=True) if not _are_told(run, dated)]
    highs = [each.high for each in (*sums, *new)]
    known = [high for high in highs if high is not None]
    is_approximate = any(each.is_approximate for each in (*sums, *loose))
    return Amount(low, max(low, sum(known)) if len(known) == len(highs) else None, unit, is_approximate)


def _most_of(told: Sequence[Telling], unit: str) -> Amount:
    """The deliveries of one day: amounts that may be one are one, others are at least the largest, at most all."""
    found = [envelope(run, unit) or Amount(0, 0, unit) for run in runs(told, _bounds)]
    highs = [each.high for each in found if each.high is not None]
    high = sum(highs) if len(highs) == len(found) else None
    return Amount(max(each.low or 0 for each in found), high, unit, any(each.is_approximate for each in found))


def _are_told(run: Sequence[Telling], dated: Sequence[Telling]) -> bool:
    return any(_is_all(each, dated) for each in run)


def _promised(promised: Amount, delivered: Amount) -> Amount:
    """What was delivered was promised, if only by delivering it."""
    high = None if promised.high is None or delivered.high is None else max(promised.high, delivered.high)
    is_approximate = promised.is_approximate or delivered.is_approximate
    return Amount(max(promised.low or 0, delivered.low or 0), high, promised.unit, is_approximate)


def _stage(group: Sequence[Telling], last: Step, promised: Amount) -> Stage:
    """Where the pledge stands; a late report of a promise brings nothing back that had been taken back."""
    ended = [each.commitment.stage for each in group if each.commitment.stage in ENDED]
    return max(ended, key=_ORDER.index) if ended and promised.high == 0 else last.stage


def _reason(group: Sequence[Telling], stage: Stage, promised: Amount) -> str:
    """Why a pledge adds nothing, where it does not."""
    counts = any(each.commitment.amount for each in group if each.commitment.stage not in _NOT_COUNTED)
    if stage in _NOT_COUNTED and (promised.high == 0 or not counts):
        return _NOT_COUNTED[stage]
    return "" if counts else "no amount is given"


def _unit_words(group: Sequence[Telling]) -> str:
    """The unit as reports write it."""
    written = sorted({each.commitment.amount.unit for each in group if each.commitment.amount})
    return next((unit for unit in written if unit), group[0].commitment.what)


def bears_on(pledge: Pledge, unit: str) -> bool:
    """Whether a pledge is counted in this unit."""
    return not unit or singular(unit) in {pledge.unit, singular(pledge.what)}


def _bounds(telling: Telling) -> tuple[int, int]:
    return bounds_of(telling.commitment)


def _days(telling: Telling) -> tuple[int, int]:
    when = telling.commitment.when
    first = when.earliest if when and when.earliest else date.min
    return first.toordinal(), (when.latest if when and when.latest else first).toordinal()
