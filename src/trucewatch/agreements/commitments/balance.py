"""What a clause requires, or what somebody asks for, held against what was pledged.

Sums are ranges. Where one giver is told with two amounts they may be one pledge or two, and the range holds both; a
pledge of several together may hold those of its members, and is never split between them. What is counted in another
unit, and currencies among themselves, are not added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from trucewatch.agreements.commitments.grouping import bounds_of, runs, unit_of
from trucewatch.agreements.commitments.model import Balance, Pledge, Telling
from trucewatch.agreements.commitments.pledging import bears_on, envelope, find_pledges
from trucewatch.situation.model import Clause, Stage
from trucewatch.values import Amount


def compare_commitments(clause: Clause, tellings: Sequence[Telling]) -> Balance:
    """The balance of ``clause`` (one that requires an amount) and what is told of commitments."""
    required = None if clause.amount is None else Amount(clause.amount, clause.amount, clause.unit)
    pledges = tuple(_in_unit(pledge, clause.unit) for pledge in find_pledges(tellings))
    return _balance(clause.id, required, clause.unit, pledges)


def find_needs(tellings: Sequence[Telling]) -> tuple[Balance, ...]:
    """A balance for each amount that reports say somebody seeks, with the pledges of that thing."""
    pledges = find_pledges(tellings)
    sought = [each for each in tellings if each.commitment.stage is Stage.SOUGHT and each.commitment.amount]
    things: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for each in sought:
        things[each.commitment.what, unit_of(each.commitment)].append(each)
    return tuple(
        _need(what, unit, run, pledges)
        for (what, unit), alike in sorted(things.items())
        for run in runs(alike, lambda each: bounds_of(each.commitment))
    )


def _need(what: str, unit: str, run: Sequence[Telling], pledges: Sequence[Pledge]) -> Balance:
    units = [each.commitment.amount.unit for each in run if each.commitment.amount]
    words = min(filter(None, units), default=what)
    alike = tuple(pledge for pledge in pledges if (pledge.what, pledge.unit) == (what, unit))
    by = sorted({who.name for each in run for who in each.commitment.seekers})
    return replace(
        _balance("", envelope(run, words), words, alike),
        needed_by=", ".join(by),
        needs=tuple(each.commitment.id for each in run),
    )


def _in_unit(pledge: Pledge, unit: str) -> Pledge:
    if pledge.reason or bears_on(pledge, unit):
        return pledge
    return replace(pledge, reason=f"in another unit ({pledge.amount.unit if pledge.amount else pledge.what})")


def _balance(clause: str, required: Amount | None, unit: str, pledges: tuple[Pledge, ...]) -> Balance:
    counted = [pledge for pledge in pledges if not pledge.reason]
    return Balance(
        clause=clause,
        required=required,
        unit=unit,
        promised=_sum(counted, [pledge.promised for pledge in counted], unit),
        delivered=_sum(counted, [pledge.delivered for pledge in counted], unit),
        pledges=pledges,
    )


def _sum(pledges: Sequence[Pledge], amounts: Sequence[Amount], unit: str) -> Amount:
    """At least what cannot be the same twice; at most everything."""
    told = list(zip(pledges, amounts, strict=True))
    joint = [(pledge, amount) for pledge, amount in told if pledge.is_joint]
    single = [(pledge, amount) for pledge, amount in told if not pledge.is_joint]
    outside = [(pledge, amount) for pledge, amount in single if not any(_may_hold(each, pledge) for each, _ in joint)]
    together = max((amount.low or 0 for _, amount in joint), default=0)
    low = max(_least(single), together + _least(outside))
    highs = [amount.high for amount in amounts if amount.high is not None]
    high = sum(highs) if len(highs) == len(amounts) else None
    return Amount(low, high, unit, any(amount.is_approximate for amount in amounts))


def _least(told: Iterable[tuple[Pledge, Amount]]) -> int:
    """What single givers are sure to bring: of several pledges of one to the same receivers only the largest."""
    largest: dict[tuple[frozenset[str], str, tuple[str, ...]], int] = defaultdict(int)
    for pledge, amount in told:
        key = (pledge.givers, pledge.what, pledge.receivers)
        largest[key] = max(largest[key], amount.low or 0)
    return sum(largest.values())


def _may_hold(joint: Pledge, single: Pledge) -> bool:
    """Whether a giver's own pledge may be part of one that several make together: those only counted may be anybody."""
    return joint.what == single.what and (not joint.givers or single.givers <= joint.givers)
