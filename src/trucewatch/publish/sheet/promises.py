"""Words commitments, and holds them against what the agreements require.

Decides which commitments stand beside which requirement: those whose unit, or class, is the requirement's. Never adds
commitments up: two reports of a promise may be one promise.
"""

from __future__ import annotations

from trucewatch.events.model import Commitment
from trucewatch.publish.sheet.desk import Desk
from trucewatch.publish.sheet.model import Cite, CommitmentLine, RequirementLine
from trucewatch.publish.shown import one_line
from trucewatch.publish.wording import amount_words, number_words, people_words, when_words
from trucewatch.situation.model import Clause, Deontic
from trucewatch.values import Amount, Span


def commitment_lines(desk: Desk) -> tuple[CommitmentLine, ...]:
    """Every commitment, in the order of the bulletin."""
    return tuple(_commitment(desk, commitment) for commitment in desk.bulletin.commitments)


def _commitment(desk: Desk, commitment: Commitment) -> CommitmentLine:
    basis = _basis(desk, commitment.document, commitment.span)
    return CommitmentLine(
        id=commitment.id,
        what=one_line(commitment.what, 80),
        stage=commitment.stage.value,
        givers=_givers(commitment),
        receivers=people_words(commitment.receivers, "not stated"),
        amount=amount_words(commitment.amount) if commitment.amount else "",
        when=when_words(commitment.when) if commitment.when else "",
        conditions=desk.cite_all(commitment.document, commitment.conditions),
        basis=basis,
        review=desk.review(commitment.id),
    )


def _givers(commitment: Commitment) -> str:
    named = people_words(commitment.givers)
    counted = amount_words(commitment.givers_count) if commitment.givers_count else ""
    giving = f"{named} ({counted})" if named and counted else named or counted or "not stated"
    seekers = people_words(commitment.seekers)
    return f"{giving}; sought by {seekers}" if seekers else giving


def _basis(desk: Desk, document: str, span: Span) -> Cite:
    cite = desk.cite(document, span)
    if cite is None:
        raise ValueError(f"bulletin lacks the report {document} that one of its records rests on")
    return cite


def requirement_lines(desk: Desk, lines: tuple[CommitmentLine, ...]) -> tuple[RequirementLine, ...]:
    """Every clause that requires an amount, with the commitments that bear on it."""
    by_id = {line.id: line for line in lines}
    return tuple(
        RequirementLine(
            one_line(agreement.name, 120),
            one_line(clause.title, 160),
            f"{number_words(clause.amount)} {one_line(clause.unit, 40)}".rstrip(),
            tuple(
                (by_id[commitment.id], _stands(clause.amount, commitment.amount))
                for commitment in desk.bulletin.commitments
                if _bears_on(commitment, clause)
            ),
        )
        for agreement in desk.bulletin.situation.agreements
        for clause in agreement.clauses
        if clause.deontic is Deontic.REQUIRES and clause.amount is not None
    )


def _bears_on(commitment: Commitment, clause: Clause) -> bool:
    unit = clause.unit.casefold()
    return bool(unit) and unit in {commitment.what.casefold(), (commitment.amount or Amount(0, 0)).unit.casefold()}


def _stands(required: int, amount: Amount | None) -> str:
    """How one promise stands to the requirement, taking it at its word."""
    if amount is None or (amount.low is None and amount.high is None):
        return "no amount stated"
    if amount.low is not None and amount.low >= required:
        return "would meet it"
    if amount.high is not None and amount.high < required:
        return f"would fall short by at least {number_words(required - amount.high)}"
    return "could meet it, or fall short"
