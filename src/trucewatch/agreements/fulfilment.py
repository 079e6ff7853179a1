"""What clauses require by a day, held against what is told: done, not done by then as far as told, or open.

A deed is one of the incidents; an amount is what commitments say was delivered. Reports that are silent prove nothing:
"not done" is said only of what reports of later days leave untold, or tell to fall short, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trucewatch.agreements.commitments import Telling, compare_commitments
from trucewatch.agreements.model import Reason
from trucewatch.agreements.terms.asked import Asked, first_of
from trucewatch.agreements.terms.step import Answer
from trucewatch.agreements.terms.window import BINDING, in_force
from trucewatch.agreements.terms.zone import Atlas
from trucewatch.corroboration import Voices
from trucewatch.incidents import Incident, date_words
from trucewatch.situation import Agreement, Clause, Deontic, Reading, Situation, windows

_Duty = tuple[Agreement, Clause, Reading]


class Outcome(StrEnum):
    """What became of a duty."""

    DONE = "done"
    NOT_DONE = "not done by then, as far as told"
    OPEN = "cannot be judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fulfilment:
    """One reading of a duty with what is told of it. ``incidents`` are those that tell of the deed."""

    agreement: str
    clause: str
    reading: str
    due: date | None
    outcome: Outcome
    reasons: tuple[Reason, ...]
    would_change: tuple[str, ...]
    incidents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What a record tells: its incidents, its commitments, and the newest day on which a report came out."""

    incidents: Sequence[Incident]
    commitments: Sequence[Telling]
    newest: date | None


def weigh_duties(situation: Situation, known: Known) -> tuple[Fulfilment, ...]:
    """Every reading of every clause that requires a deed or an amount, of agreements that bind, in the file's order."""
    atlas, voices = Atlas(situation), Voices(situation)
    asked = tuple(Asked(incident, None, situation, voices, {}) for incident in known.incidents)
    return tuple(
        fulfilment
        for agreement in situation.agreements
        if agreement.stage in BINDING
        for clause in agreement.clauses
        if clause.deontic is Deontic.REQUIRES
        for reading in clause.readings
        if not reading.terms.withdrawals
        for fulfilment in _weigh((agreement, clause, reading), known, atlas, asked)
    )


def _weigh(duty: _Duty, known: Known, atlas: Atlas, asked: Sequence[Asked]) -> Iterator[Fulfilment]:
    agreement, clause, reading = duty
    due = reading.terms.due or reading.terms.end or _last_day(agreement, clause, reading)
    told = tuple(_deeds(duty, due, atlas, asked)) if reading.terms.acts else ()
    late = bool(due and known.newest and known.newest > due)
    if clause.amount is not None:
        outcome, reason, change = _amount(clause, known, late=late)
        reasons: tuple[Reason, ...] = (reason,)
    elif reading.terms.acts:
        outcome, reasons, change = _deed(told, late=late, due=due, newest=known.newest)
    else:
        outcome, change = Outcome.OPEN, "what reports could tell of it"
        reasons = (Reason("Deed: the reading names no deed that reports could tell of; it is for a person to weigh."),)
    by = f"by {date_words(due)}" if due else "by no day that is named"
    cite = Reason(f"Clause {clause.id} (“{clause.title}”) of “{agreement.name}” requires it {by}.")
    yield Fulfilment(
        agreement=agreement.id,
        clause=clause.id,
        reading=reading.party,
        due=due,
        outcome=outcome,
        reasons=(cite, *reasons),
        would_change=(change,),
        incidents=tuple(incident.id for incident, _ in told),
    )


def _last_day(agreement: Agreement, clause: Clause, reading: Reading) -> date | None:
    ends = [life.end for life in windows(agreement, clause, reading)]
    return ends[-1] if ends else None


def _amount(clause: Clause, known: Known, *, late: bool) -> tuple[Outcome, Reason, str]:
    delivered, required = compare_commitments(clause, known.commitments).delivered, clause.amount or 0
    most = "any number" if delivered.high is None else f"{delivered.high:,}"
    told = most if delivered.low == delivered.high else f"{delivered.low or 0:,} to {most}"
    reason = Reason(f"Amount: {told} of {required:,} {clause.unit}".rstrip() + " are told to have been delivered.")
    if (delivered.low or 0) >= required:
        return Outcome.DONE, reason, "evidence that it was not delivered"
    if late and delivered.high is not None and delivered.high < required:
        return Outcome.NOT_DONE, reason, "a report that the rest was delivered by then"
    return Outcome.OPEN, reason, "a report of how much was delivered, and when"


def _deeds(duty: _Duty, due: date | None, atlas: Atlas, asked: Sequence[Asked]) -> Iterator[tuple[Incident, bool]]:
    """Incidents that may tell of the deed, and whether each surely does, and in time."""
    agreement, clause, reading = duty
    terms = reading.terms
    bound = frozenset(terms.bound or agreement.parties)
    for each in asked:
        incident, standing = each.incident, each.standing
        is_about = incident.act in terms.acts and (not terms.targets or incident.target_class in {"", *terms.targets})
        if not standing or not is_about:
            continue
        parties = {each.voices.party_of(account.actor) for account in standing if account.actor is not None}
        where = atlas.check_zone(terms.zone, each).answer
        if where is Answer.NO or (parties and not parties & bound):
            continue
        when = incident.when
        if when and when.earliest and due and when.earliest > due:
            continue
        is_timely = bool(when and when.latest and (due is None or when.latest <= due))
        is_target = not terms.targets or bool(incident.target_class)
        is_owed = bool(when and when.earliest and in_force(agreement, clause, reading, when.earliest))
        yield incident, where is Answer.YES and is_timely and is_target and is_owed and bool(parties & bound)


def _deed(
    told: Sequence[tuple[Incident, bool]], *, late: bool, due: date | None, newest: date | None
) -> tuple[Outcome, tuple[Reason, ...], str]:
    sure = [incident for incident, is_sure in told if is_sure]
    basis = first_of(account for incident in (sure or [each for each, _ in told]) for account in incident.accounts)
    if sure:
        reason = Reason(f"Deed: {'; '.join(each.title or each.act for each in sure[:3])}.", basis)
        return Outcome.DONE, (reason,), "evidence that it was not done, or was undone"
    if told:
        titles = "; ".join(each.title or each.act for each, _ in told[:3])
        reason = Reason(f"Deed: {titles}; whether that is it, and in time, is not plain.", basis)
        return Outcome.OPEN, (reason,), "who did it, when and where"
    if late and due and newest:
        reason = Reason(
            f"Deed: no report tells of it, though reports go on to {date_words(newest)}. Silence is no proof."
        )
        return Outcome.NOT_DONE, (reason,), f"a report that it was done by {date_words(due)}"
    return (
        Outcome.OPEN,
        (Reason("Deed: no report tells of it, and none is of a day after it was due."),),
        "a later report",
    )
