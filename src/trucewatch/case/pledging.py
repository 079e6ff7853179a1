"""Pledges and needs as rows: what was promised, delivered and is to come, and what is required.

Decides how they are worded in a line of a table. What is one pledge and what it comes to is for ``agreements``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from trucewatch.agreements import Balance, Pledge, Telling, compare_commitments, find_needs, find_pledges
from trucewatch.agreements.commitments import Step
from trucewatch.case.fact_rows import amount_words
from trucewatch.case.kept import Kept
from trucewatch.case.rows import NeedRow, PledgeRow
from trucewatch.case.table import Table
from trucewatch.events import Commitment
from trucewatch.situation import Situation
from trucewatch.situation.model import Clause, Deontic
from trucewatch.values import Amount


def pledge_table(kept: Sequence[Kept]) -> Table[PledgeRow, Pledge]:
    """Every pledge among the commitments once."""
    pledges = find_pledges(_tellings(kept))
    words = {each.fact.id: each.words for each in kept if isinstance(each.fact, Commitment) and each.fact.conditions}
    return Table(PledgeRow, tuple(_pledge_row(pledge, words) for pledge in pledges), pledges)


def need_table(kept: Sequence[Kept], situation: Situation) -> Table[NeedRow, Balance]:
    """What clauses require, in the situation's order, then what reports say is needed."""
    told = _tellings(kept)
    required = [(name, clause, compare_commitments(clause, told)) for name, clause in _requiring(situation)]
    needed = find_needs(told)
    rows = [_need_row(name, clause.title, balance) for name, clause, balance in required]
    rows += [_need_row(balance.needs[0], "told in reports", balance) for balance in needed]
    return Table(NeedRow, tuple(rows), (*(balance for *_, balance in required), *needed))


def _tellings(kept: Iterable[Kept]) -> tuple[Telling, ...]:
    return tuple(Telling(each.fact, each.start) for each in kept if isinstance(each.fact, Commitment))


def _requiring(situation: Situation) -> Iterable[tuple[str, Clause]]:
    for agreement in situation.agreements:
        for clause in agreement.clauses:
            if clause.deontic is Deontic.REQUIRES and clause.amount is not None:
                yield agreement.id, clause


def _pledge_row(pledge: Pledge, words: Mapping[str, str]) -> PledgeRow:
    outstanding = pledge.outstanding
    promised, delivered, left = (
        (amount.low, amount.high) if pledge.amount else (None, None)
        for amount in (pledge.promised, pledge.delivered, outstanding)
    )
    return PledgeRow(
        id=pledge.commitments[0],
        giver=pledge.giver,
        what=pledge.what,
        receivers=pledge.receivers,
        stage=pledge.stage,
        conditional=pledge.is_conditional,
        disputed=pledge.is_disputed,
        promised=_sum_words(pledge.promised, pledge),
        delivered=_sum_words(pledge.delivered, pledge),
        outstanding=_sum_words(outstanding, pledge),
        promised_low=promised[0],
        promised_high=promised[1],
        delivered_low=delivered[0],
        delivered_high=delivered[1],
        outstanding_low=left[0],
        outstanding_high=left[1],
        unit=pledge.promised.unit,
        history=tuple(map(_step_words, pledge.history)),
        conditions=tuple(dict.fromkeys(words[each] for each in pledge.commitments if each in words)),
        reason=pledge.reason,
        reports=len({each.commitment.document for step in pledge.history for each in step.tellings}),
        commitments=pledge.commitments,
    )


def _step_words(step: Step) -> str:
    """A step as in "2025-03-13 agreed (com-…, com-…)", where the ids lead to the words."""
    day = step.day.isoformat() if step.day else "day not known"
    return f"{day} {step.stage} ({', '.join(each.commitment.id for each in step.tellings)})"


def _sum_words(amount: Amount, pledge: Pledge | None = None) -> str:
    """A range in words; "" where a pledge names no amount at all."""
    if pledge is not None and pledge.amount is None:
        return ""
    if not amount.low and amount.high == 0:
        return "nothing"
    return amount_words(replace(amount, low=amount.low or None))


def _need_row(name: str, need: str, balance: Balance) -> NeedRow:
    return NeedRow(
        id=name,
        clause=balance.clause,
        need=need,
        needed_by=balance.needed_by,
        required=amount_words(balance.required),
        promised=_sum_words(balance.promised),
        delivered=_sum_words(balance.delivered),
        missing=_sum_words(balance.missing) if balance.missing else "",
        pledges=tuple(pledge.commitments[0] for pledge in balance.pledges if not pledge.reason),
    )
