"""What was promised and delivered, held against what a clause requires.

A pledge repeated in many reports is one pledge: same giver, same thing, same amount. Sums are ranges: where one giver
is reported with two amounts, they may be one pledge told twice or two, and the range holds both. Never averages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from trucewatch.agreements.model import Balance, Pledge
from trucewatch.events.model import Commitment
from trucewatch.incidents import identity
from trucewatch.situation import Clause, Stage
from trucewatch.values import Amount

_PROMISED = frozenset({Stage.AGREED, Stage.SIGNED, Stage.IN_FORCE, Stage.OFFERED, Stage.DELIVERED})
_POSSIBLE = frozenset({Stage.CONDITIONAL, Stage.PLANNED})  # may come: they raise the upper end only
_NOT_COUNTED: Mapping[Stage, str] = {
    Stage.SOUGHT: "only sought",
    Stage.PROPOSED: "only proposed",
    Stage.NEGOTIATED: "under negotiation",
    Stage.REFUSED: "refused",
    Stage.WITHDRAWN: "withdrawn",
    Stage.EXPIRED: "expired",
    Stage.REPUDIATED: "repudiated",
}


def compare_commitments(clause: Clause, commitments: Sequence[Commitment]) -> Balance:
    """The balance of ``clause`` (one that requires an amount) and ``commitments`` (in log order)."""
    pledges = tuple(_pledges(clause, commitments))
    counted = [pledge for pledge in pledges if not pledge.reason]
    delivered = [pledge for pledge in counted if pledge.stage is Stage.DELIVERED]
    return Balance(
        clause=clause.id,
        required=clause.amount,
        unit=clause.unit,
        promised=_sum(counted, clause.unit),
        delivered=_sum(delivered, clause.unit),
        pledges=pledges,
    )


def group_commitments(commitments: Iterable[Commitment]) -> tuple[tuple[Commitment, ...], ...]:
    """The commitments (in log order), those that are one pledge together, in order of their first telling."""
    groups: dict[tuple[str, str, int | None, int | None, str], list[Commitment]] = defaultdict(list)
    for commitment in commitments:
        amount = commitment.amount
        is_unknown = amount is None and commitment.what == "other"  # a road reopened is no amnesty
        low, high, unit = (amount.low, amount.high, _unit(amount.unit)) if amount else (None, None, "")
        unit = commitment.id if is_unknown else unit
        groups[_giver_key(commitment), commitment.what, low, high, unit].append(commitment)
    return tuple(tuple(group) for group in groups.values())


def _pledges(clause: Clause, commitments: Iterable[Commitment]) -> Iterable[Pledge]:
    for group in group_commitments(commitments):
        last = _furthest(group)
        yield Pledge(
            giver=_giver_name(group[0]),
            what=last.what,
            stage=last.stage,
            amount=last.amount,
            commitments=tuple(commitment.id for commitment in group),
            reason=_reason(clause, last),
        )


def _furthest(group: Sequence[Commitment]) -> Commitment:
    """The report that tells the pledge's last stage: a refusal or withdrawal if any does, else the furthest told."""
    order = tuple(Stage)
    return max(group, key=lambda commitment: order.index(commitment.stage))


def _reason(clause: Clause, pledge: Commitment) -> str:
    if pledge.stage in _NOT_COUNTED:
        return _NOT_COUNTED[pledge.stage]
    if pledge.amount is None:
        return "no amount is given"
    if clause.unit and _unit(clause.unit) not in {_unit(pledge.amount.unit), _unit(pledge.what)}:
        return f"in another unit ({pledge.amount.unit or pledge.what})"
    return ""


def _sum(pledges: Sequence[Pledge], unit: str) -> Amount:
    givers: dict[tuple[str, str], list[Pledge]] = defaultdict(list)
    for pledge in pledges:
        givers[pledge.giver, pledge.what].append(pledge)
    lows = [max(_low(pledge) for pledge in group) for group in givers.values()]
    highs = [pledge.amount.high if pledge.amount else None for pledge in pledges]
    known = [high for high in highs if high is not None]
    is_approximate = any(pledge.amount.is_approximate for pledge in pledges if pledge.amount)
    return Amount(sum(lows), sum(known) if len(known) == len(highs) else None, unit, is_approximate)


def _low(pledge: Pledge) -> int:
    """What the pledge is sure to bring: nothing while it is conditional or planned."""
    if pledge.stage not in _PROMISED or pledge.amount is None:
        return 0
    return pledge.amount.low or 0


def _giver_key(commitment: Commitment) -> str:
    return " + ".join(sorted(who.party or identity(who) for who in commitment.givers)) or _giver_name(commitment)


def _giver_name(commitment: Commitment) -> str:
    if commitment.givers:
        return ", ".join(sorted({who.name for who in commitment.givers}))
    count = commitment.givers_count
    return count.words or count.unit if count else "not named"


def _unit(unit: str) -> str:
    """Plural and case aside."""
    return unit.casefold().strip().removesuffix("s")
