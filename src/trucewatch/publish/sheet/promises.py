"""Words commitments, and holds them against what the agreements require.

Decides which commitments stand beside which requirement: those whose unit, or class, is the requirement's. The sums are
those of ``agreements.compare_commitments``: ranges, in which a pledge counts once however often it is reported.
"""

from __future__ import annotations

from dataclasses import replace

from trucewatch.agreements import Pledge, compare_commitments, group_commitments, tell
from trucewatch.events.model import Commitment
from trucewatch.publish.sheet.desk import Desk
from trucewatch.publish.sheet.gatherings import told_words
from trucewatch.publish.sheet.model import CommitmentLine, PledgeLine, RequirementLine
from trucewatch.publish.shown import one_line
from trucewatch.publish.wording import amount_words, number_words, people_words, when_words
from trucewatch.situation.model import Clause, Deontic
from trucewatch.values import Amount


def commitment_lines(desk: Desk) -> tuple[CommitmentLine, ...]:
    """Every pledge once, in the order of its first telling."""
    return tuple(_commitment(desk, group) for group in group_commitments(desk.bulletin.commitments))


def _commitment(desk: Desk, group: tuple[Commitment, ...]) -> CommitmentLine:
    first = group[0]
    basis, *also = (desk.cite(each.document, each.span) for each in group)
    when = next((each.when for each in group if each.when), None)
    receivers = dict.fromkeys(words for each in group if (words := people_words(each.receivers)))
    return CommitmentLine(
        id=first.id,
        what=one_line(first.what, 80),
        stage="; ".join(dict.fromkeys(each.stage.value for each in group)),
        givers=_givers(first),
        receivers="; ".join(receivers) or "not stated",
        amount=amount_words(first.amount) if first.amount else "",
        when=when_words(when) if when else "",
        conditions=tuple(cite for each in group for cite in desk.cite_all(each.document, each.conditions)),
        basis=basis,
        review="; ".join(dict.fromkeys(review for each in group if (review := desk.review(each.id)))),
        others=tuple(each.id for each in group[1:]),
        also=tuple(also),
        told=told_words(group),
    )


def _givers(commitment: Commitment) -> str:
    named = people_words(commitment.givers)
    counted = amount_words(commitment.givers_count) if commitment.givers_count else ""
    giving = f"{named} ({counted})" if named and counted else named or counted or "not stated"
    seekers = people_words(commitment.seekers)
    return f"{giving}; sought by {seekers}" if seekers else giving


def requirement_lines(desk: Desk) -> tuple[RequirementLine, ...]:
    """Every clause that requires an amount, with the pledges that bear on it."""
    return tuple(
        _requirement(desk, agreement.name, clause)
        for agreement in desk.bulletin.situation.agreements
        for clause in agreement.clauses
        if clause.deontic is Deontic.REQUIRES and clause.amount is not None
    )


def _requirement(desk: Desk, agreement: str, clause: Clause) -> RequirementLine:
    published = {each.id: each.published.earliest if each.published else None for each in desk.bulletin.documents}
    bearing = (each for each in desk.bulletin.commitments if _bears_on(each, clause))
    balance = compare_commitments(clause, tell(bearing, published))
    required = clause.amount or 0
    return RequirementLine(
        one_line(agreement, 120),
        one_line(clause.title, 160),
        f"{number_words(required)} {one_line(clause.unit, 40)}".rstrip(),
        _sum_words(balance.promised),
        _sum_words(balance.delivered),
        _stands(required, balance.promised),
        tuple(_pledge(pledge) for pledge in balance.pledges),
    )


def _bears_on(commitment: Commitment, clause: Clause) -> bool:
    """Whether it is about what the clause requires, plural and case aside."""
    units = (commitment.what, commitment.amount.unit if commitment.amount else "")
    return clause.unit.casefold().removesuffix("s") in {unit.casefold().removesuffix("s") for unit in units if unit}


def _pledge(pledge: Pledge) -> PledgeLine:
    what = amount_words(pledge.amount) if pledge.amount else one_line(pledge.what, 80)
    return PledgeLine(
        one_line(pledge.giver, 160) or "not named",
        what,
        pledge.stage.value,
        one_line(pledge.reason),
        pledge.commitments,
    )


def _sum_words(amount: Amount) -> str:
    if not amount.low and amount.high == 0:
        return "nothing"
    return amount_words(replace(amount, low=amount.low or None, unit=""))


def _stands(required: int, promised: Amount) -> str:
    """How the promises stand to the requirement, taking them at their word."""
    if promised.low is not None and promised.low >= required:
        return "the promises would meet it"
    if promised.high is not None and promised.high < required:
        return f"the promises fall short by at least {number_words(required - promised.high)}"
    return "the promises could meet it, or fall short"
