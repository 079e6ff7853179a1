"""Words commitments, and holds them against what the agreements require and what reports say is sought.

Decides which commitments stand beside which requirement: those whose unit, or class, is the requirement's. What is one
pledge, and the sums, are those of ``agreements``: ranges, in which a pledge counts once however often it is reported.
"""

from __future__ import annotations

from dataclasses import replace

from trucewatch.agreements import Balance, Pledge, Telling, compare_commitments, find_needs, find_pledges, tell
from trucewatch.events.model import Commitment
from trucewatch.incidents import date_words
from trucewatch.publish.sheet.desk import Desk
from trucewatch.publish.sheet.gatherings import told_words
from trucewatch.publish.sheet.model import CommitmentLine, PledgeLine, RequirementLine
from trucewatch.publish.shown import one_line
from trucewatch.publish.wording import amount_words, number_words, people_words, when_words
from trucewatch.situation.model import Clause, Deontic
from trucewatch.values import Amount


def commitment_lines(desk: Desk) -> tuple[CommitmentLine, ...]:
    """Every pledge once, in the order of its first telling."""
    return tuple(_commitment(desk, pledge) for pledge in find_pledges(tellings_of(desk)))


def tellings_of(desk: Desk) -> tuple[Telling, ...]:
    """The commitments of the bulletin, each with the day that it is told of."""
    published = {each.id: each.published.earliest if each.published else None for each in desk.bulletin.documents}
    return tell(desk.bulletin.commitments, published)


def _commitment(desk: Desk, pledge: Pledge) -> CommitmentLine:
    told = {each.commitment.id: each.commitment for step in pledge.history for each in step.tellings}
    group = tuple(told[each] for each in pledge.commitments)
    first = group[0]
    basis, *also = (desk.cite(each.document, each.span) for each in group)
    when = next((each.when for each in group if each.when), None)
    receivers = dict.fromkeys(words for each in group if (words := people_words(each.receivers)))
    return CommitmentLine(
        id=first.id,
        what=one_line(first.what, 80),
        stage=_stages(pledge),
        givers=_givers(first),
        receivers="; ".join(receivers) or "not stated",
        amount=_amount(pledge),
        when=when_words(when) if when else "",
        conditions=tuple(cite for each in group for cite in desk.cite_all(each.document, each.conditions)),
        basis=basis,
        review="; ".join(dict.fromkeys(review for each in group if (review := desk.review(each.id)))),
        others=tuple(each.id for each in group[1:]),
        also=tuple(also),
        told=told_words(group),
    )


def _stages(pledge: Pledge) -> str:
    """Its stages; where there are several, each with the first day it is told of."""
    if len(pledge.history) == 1:
        return pledge.history[0].stage.value
    steps = (f"{step.stage} {f'({date_words(step.day)})' if step.day else ''}".rstrip() for step in pledge.history)
    return "; ".join((*steps, "disputed") if pledge.is_disputed else steps)


def _amount(pledge: Pledge) -> str:
    """What was promised; what was delivered and is to come, where anything was."""
    if pledge.amount is None:
        return ""
    if len(pledge.commitments) == 1 or not (pledge.promised.high or pledge.promised.high is None):
        return amount_words(pledge.amount)
    promised = _range_words(pledge.promised)
    if pledge.delivered.high == 0:
        return promised
    return f"{promised}; delivered: {_range_words(pledge.delivered)}, outstanding: {_range_words(pledge.outstanding)}"


def _givers(commitment: Commitment) -> str:
    named = people_words(commitment.givers)
    counted = amount_words(commitment.givers_count) if commitment.givers_count else ""
    giving = f"{named} ({counted})" if named and counted else named or counted or "not stated"
    seekers = people_words(commitment.seekers)
    return f"{giving}; sought by {seekers}" if seekers else giving


def requirement_lines(desk: Desk) -> tuple[RequirementLine, ...]:
    """Every clause that requires an amount and every amount that is sought, with the pledges that bear on it."""
    told = tellings_of(desk)
    required = (
        _required(agreement.name, clause, told)
        for agreement in desk.bulletin.situation.agreements
        for clause in agreement.clauses
        if clause.deontic is Deontic.REQUIRES and clause.amount is not None
    )
    needed = (balance for balance in find_needs(told) if any(not pledge.reason for pledge in balance.pledges))
    return (*required, *map(_needed, needed))


def _required(agreement: str, clause: Clause, told: tuple[Telling, ...]) -> RequirementLine:
    balance = compare_commitments(clause, [each for each in told if _bears_on(each.commitment, clause)])
    return _requirement(one_line(agreement, 120), one_line(clause.title, 160), balance)


def _needed(balance: Balance) -> RequirementLine:
    return _requirement(
        "told in reports", f"sought by {one_line(balance.needed_by, 160) or 'somebody not named'}", balance
    )


def _requirement(agreement: str, clause: str, balance: Balance) -> RequirementLine:
    return RequirementLine(
        agreement,
        clause,
        _range_words(balance.required or Amount(0, 0), is_bare=False),
        _range_words(balance.promised),
        _range_words(balance.delivered),
        _stands(balance),
        tuple(_pledge(pledge) for pledge in balance.pledges),
    )


def _bears_on(commitment: Commitment, clause: Clause) -> bool:
    """Whether it is about what the clause requires, plural and case aside."""
    units = (commitment.what, commitment.amount.unit if commitment.amount else "")
    return clause.unit.casefold().removesuffix("s") in {unit.casefold().removesuffix("s") for unit in units if unit}


def _pledge(pledge: Pledge) -> PledgeLine:
    what = amount_words(pledge.amount) if pledge.amount else one_line(pledge.what, 80)
    delivered = f", {_range_words(pledge.delivered)} delivered" if pledge.delivered.high != 0 else ""
    return PledgeLine(
        one_line(pledge.giver, 160) or "not named",
        what,
        pledge.stage.value,
        one_line(pledge.reason),
        "" if pledge.reason else f"{_range_words(pledge.promised)}{delivered}",
        pledge.commitments,
    )


def _range_words(amount: Amount, *, is_bare: bool = True) -> str:
    if not amount.low and amount.high == 0:
        return "nothing"
    return amount_words(replace(amount, low=amount.low or None, unit="" if is_bare else amount.unit))


def _stands(balance: Balance) -> str:
    """How the promises stand to the requirement, taking them at their word."""
    missing = balance.missing or Amount(0, 0)
    if missing.high == 0:
        return "the promises would meet it"
    if missing.low:
        return f"the promises fall short by at least {number_words(missing.low)}"
    return "the promises could meet it, or fall short"
