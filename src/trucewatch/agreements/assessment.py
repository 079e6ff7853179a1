"""Incident × clause × reading → findings: what each reading makes of what is said to have happened.

Judges what the accounts say, if it happened; whether it happened is the grade's matter, and travels with the finding.
Accounts that accuse different sides give a finding each. Never chooses between readings, and never finds a breach where
an incident rests on a denial, or where time, place, target or actor that matter are not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from trucewatch.agreements.model import Finding, Reason, Verdict
from trucewatch.agreements.terms.asked import Asked
from trucewatch.agreements.terms.conditions import check_condition
from trucewatch.agreements.terms.exceptions import check_exemptions, check_listed
from trucewatch.agreements.terms.step import Answer, Step, decide
from trucewatch.agreements.terms.subjects import check_act, check_bound, check_target, check_weapon
from trucewatch.agreements.terms.window import check_window
from trucewatch.agreements.terms.withdrawal import check_withdrawal
from trucewatch.agreements.terms.zone import Atlas
from trucewatch.corroboration import Grade, Voices
from trucewatch.incidents import Incident, supports
from trucewatch.situation import AGREED_TEXT, Agreement, Clause, Deontic, Holds, Reading, Situation
from trucewatch.values import Who, make_id

_NO_SIDES: Mapping[str, Grade] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the reports about an incident add to its record: their texts by id, and the newest day they came out."""

    texts: Mapping[str, str] = field(default_factory=dict)
    newest: date | None = None


def assess(
    incident: Incident,
    grade: Grade,
    situation: Situation,
    sides: Mapping[str, Grade] = _NO_SIDES,
    told: Told | None = None,
) -> tuple[Finding, ...]:
    """All findings on one incident, in the order of agreements, clauses, readings and accused.

    ``sides`` are the grades of each accused party's guilt, as ``corroboration.grade_sides`` gives them: where accounts
    accuse several, a finding carries the grade of the version that it judges.
    """
    assessment = _Assessment(incident, grade, situation, Atlas(situation), Voices(situation), sides, told or Told())
    sides_accused = assessment.accused()
    return tuple(
        assessment.find(agreement, clause, reading, accused)
        for agreement in situation.agreements
        for clause in agreement.clauses
        for reading in clause.readings
        if is_judged(clause, reading)
        for accused in sides_accused
    )


def is_judged(clause: Clause, reading: Reading) -> bool:
    """Whether an incident can breach it: what is prohibited, and weapons that have to stand back."""
    return clause.deontic is Deontic.PROHIBITS or bool(reading.terms.withdrawals)


@dataclass(frozen=True, slots=True)
class _Assessment:
    """One incident before all readings."""

    incident: Incident
    grade: Grade
    situation: Situation
    atlas: Atlas
    voices: Voices
    sides: Mapping[str, Grade]
    told: Told

    def accused(self) -> tuple[Who | None, ...]:
        """Whoever the standing accounts accuse, once per side, in the order accused; (None,) where nobody is."""
        sides: dict[str, Who] = {}
        asked = self._asked(None)
        for account in asked.standing:
            if account.actor is not None:
                sides.setdefault(asked.side_of(account.actor), self._answerable(account.actor, asked))
        return tuple(sides.values()) or (None,)

    def _answerable(self, actor: Who, asked: Asked) -> Who:
        """Who answers for the deed: the party, where only its weapons or its soldiers are named ("X drones")."""
        party = self.voices.party_of(actor)
        return replace(actor, name=asked.name_of(party)) if party and not actor.entity else actor

    def find(self, agreement: Agreement, clause: Clause, reading: Reading, accused: Who | None) -> Finding:
        """What one reading makes of the incident as laid at one side's door."""
        asked = self._asked(accused)
        steps = tuple(self._steps(agreement, clause, reading, asked))
        verdict = decide(steps)
        side = asked.side_of(accused)
        return Finding(
            id=make_id("fin", self.incident.id, agreement.id, clause.id, reading.party, side),
            incident=self.incident.id,
            agreement=agreement.id,
            clause=clause.id,
            reading=reading.party,
            verdict=verdict,
            reasons=(
                Reason(self._cite(agreement, clause, reading, asked)),
                *(Reason(step.reason, step.basis) for step in steps),
            ),
            attributed_to=(accused,) if accused else (),
            grade=self.sides.get(side, self.grade),
            would_change=_changes(verdict, steps, reading),
            decisive=next((step.reason for step in steps if step.answer is Answer.NO), ""),
        )

    def _asked(self, accused: Who | None) -> Asked:
        return Asked(self.incident, accused, self.situation, self.voices, self.told.texts, self.told.newest)

    @staticmethod
    def _cite(agreement: Agreement, clause: Clause, reading: Reading, asked: Asked) -> str:
        whose = "in the agreed text" if reading.party == AGREED_TEXT else f"as {asked.name_of(reading.party)} reads it"
        summary = f": {reading.summary}" if reading.summary else "."
        return f"Clause {clause.id} (“{clause.title}”) of “{agreement.name}”, {whose}{summary}"

    def _steps(self, agreement: Agreement, clause: Clause, reading: Reading, asked: Asked) -> Iterator[Step]:
        """The conditions of a breach: whether the clause is about this at all comes before when and where it holds."""
        terms = reading.terms
        yield from self._subjects(agreement, clause, reading, asked)
        untold = _check_told(asked)
        if untold is not None:
            yield untold
            return
        yield check_window(agreement, clause, reading, asked)
        yield from (check_condition(condition, asked) for condition in terms.conditions)
        yield self.atlas.check_zone(terms.zone, asked)
        if terms.withdrawals:
            yield check_withdrawal(terms, asked, self.atlas)
        yield check_listed(reading, asked)
        yield from check_exemptions(reading, agreement, asked)
        yield from self._permissions(agreement, reading, asked)

    @staticmethod
    def _subjects(agreement: Agreement, clause: Clause, reading: Reading, asked: Asked) -> Iterator[Step]:
        """What the clause is about: act, target, weapon, and who is bound."""
        acts, targets = ("prohibited", "protected") if clause.deontic is Deontic.PROHIBITS else ("named", "named")
        yield check_act(asked, reading.terms.acts, acts)
        yield check_target(asked, reading.terms.targets, targets)
        if reading.terms.weapons:
            yield check_weapon(asked, reading.terms.weapons)
        yield check_bound(asked, agreement, reading)

    def _permissions(self, agreement: Agreement, reading: Reading, asked: Asked) -> Iterator[Step]:
        """Clauses of the same agreement that permit this very thing, as the same party reads them or in the text."""
        for clause in agreement.clauses:
            held = {each.party: each for each in clause.readings if clause.deontic is Deontic.PERMITS}
            permits = held.get(reading.party) or held.get(AGREED_TEXT)
            if permits is None:
                continue
            steps = [
                *self._subjects(agreement, clause, permits, asked),
                check_window(agreement, clause, permits, asked),
            ]
            steps.append(self.atlas.check_zone(permits.terms.zone, asked))
            verdict = decide(tuple(steps))
            basis = asked.basis()
            if verdict is Verdict.WOULD_BREACH:  # every term of the permission is met
                reason = f"Permission: clause {clause.id} (“{clause.title}”) permits it."
                yield Step(Answer.NO, reason, Verdict.EXCEPTED, "evidence that it went beyond what is permitted", basis)
            elif verdict is Verdict.CANNOT_BE_JUDGED:
                reason = f"Permission: clause {clause.id} (“{clause.title}”) may permit it."
                change = next(step.change for step in steps if step.answer is Answer.UNKNOWN)
                yield Step(Answer.UNKNOWN, reason, change=change, basis=basis)


def _check_told(asked: Asked) -> Step | None:
    """A denial alone, or words withdrawn, give nothing to judge."""
    accounts = asked.incident.accounts
    if any(supports(account) for account in accounts):
        return None
    basis = tuple(account.basis[0] for account in accounts if account.basis)
    if any(account.is_retracted for account in accounts):
        reason = "Account: whoever said that it happened has withdrawn it."
        return Step(Answer.UNKNOWN, reason, change="an account that stands", basis=basis)
    reason = "Account: nobody in the record says that it happened; it is only denied."
    return Step(Answer.UNKNOWN, reason, change="the allegation that is denied", basis=basis)


def _changes(verdict: Verdict, steps: Sequence[Step], reading: Reading) -> tuple[str, ...]:
    """What further evidence would change the verdict: what decided it, and nothing that is already plain."""
    if verdict is Verdict.WOULD_BREACH:
        terms = reading.terms
        weighed = [*terms.exceptions, *(exemption.summary for exemption in terms.exemptions)]
        ended = [each.summary for each in terms.conditions if each.holds is Holds.UNTIL and each.day is None]
        return (
            *(f"evidence that an exception applies: {text}" for text in weighed),
            *(f"evidence that by then this had come true: {text}" for text in ended),
            "evidence that it did not happen, or not as the accounts say",
        )
    deciding = Answer.UNKNOWN if verdict is Verdict.CANNOT_BE_JUDGED else Answer.NO
    return tuple(dict.fromkeys(step.change for step in steps if step.answer is deciding and step.change))
