"""When two tellings in one document are one commitment, and what the later adds.

Decides by class, giver, amount and stage; a headline is retold by the text below it. A promise and the deed that keeps
it are two. Never joins documents; see ``agreements.commitments``.
"""

from __future__ import annotations

from dataclasses import replace

from trucewatch.events.commitments.goods import MILITARY, MONEY, OTHER, WEAPONS
from trucewatch.events.model import Commitment
from trucewatch.events.standing import is_same_side
from trucewatch.situation.model import Stage
from trucewatch.values import Who

#: Stages that two tellings of one commitment may name: sought and not given, held out and held out on a condition.
_TOGETHER = (
    frozenset({Stage.SOUGHT, Stage.REFUSED}),
    frozenset({Stage.PLANNED, Stage.OFFERED, Stage.CONDITIONAL, Stage.PROPOSED}),
    frozenset({Stage.AGREED, Stage.SIGNED, Stage.PLANNED}),
)
_ARMING = frozenset({WEAPONS, MONEY, MILITARY})


def is_same(one: Commitment, other: Commitment, *, is_title: bool = False) -> bool:
    """Whether two tellings are one commitment: the same goods and giver, and no step between promise and deed."""
    if not _is_stage_of_one(one, other) or (one.sentence == other.sentence and not one.span.overlaps(other.span)):
        return False
    if is_title and one.stage == other.stage:
        is_alike = one.what == other.what or {one.what, other.what} <= _ARMING
        return is_alike and _meet(one.receivers, other.receivers) and _meet(one.givers, other.givers)
    if one.what != other.what or one.what == OTHER or not _is_amount_of_one(one, other):
        return False
    return (
        _meet(one.givers, other.givers) and _meet(one.seekers, other.seekers) and _meet(one.receivers, other.receivers)
    )


def _is_stage_of_one(one: Commitment, other: Commitment) -> bool:
    return one.stage == other.stage or any({one.stage, other.stage} <= together for together in _TOGETHER)


def _is_amount_of_one(one: Commitment, other: Commitment) -> bool:
    if one.amount is None or other.amount is None:
        return True
    return (one.amount.low, one.amount.high) == (other.amount.low, other.amount.high)


def _meet(one: tuple[Who, ...], other: tuple[Who, ...]) -> bool:
    return not one or not other or any(is_one(a, b) for a in one for b in other)


def is_one(one: Who, other: Who) -> bool:
    """Whether two are one, or of one side."""
    return one.name == other.name or is_same_side(one, other)


def unique(people: tuple[Who, ...]) -> tuple[Who, ...]:
    """The people, each side once, in order."""
    kept: list[Who] = []
    for who in people:
        if not any(is_one(who, k) for k in kept):
            kept.append(who)
    return tuple(kept)


def join(first: Commitment, later: Commitment) -> Commitment:
    """The commitment with what a later telling adds; what was sought and is refused stays refused."""
    refused = Stage.REFUSED in {first.stage, later.stage}
    return replace(
        first,
        stage=Stage.REFUSED if refused else first.stage,
        givers=unique(first.givers + later.givers),
        givers_count=first.givers_count or later.givers_count,
        receivers=unique(first.receivers + later.receivers),
        seekers=unique(first.seekers + later.seekers),
        amount=first.amount or later.amount,
        conditions=tuple(sorted({*first.conditions, *later.conditions})),
        purpose=first.purpose or later.purpose,
        when=first.when or later.when,
    )
