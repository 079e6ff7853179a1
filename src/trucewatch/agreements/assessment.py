"""Incident × clause × reading → findings: what each reading makes of what is said to have happened.

Judges what the accounts say, if it happened; whether it happened is the grade's matter, and travels with the finding.
Accounts that accuse different sides give a finding each. Never chooses between readings, and never finds a breach where
an incident rests on a denial, or where time, place, target or actor that matter are not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from trucewatch.agreements.model import Finding, Verdict
from trucewatch.agreements.step import Answer, Step, decide
from trucewatch.agreements.window import check_window
from trucewatch.agreements.zone import Atlas
from trucewatch.corroboration import Grade, Voices
from trucewatch.incidents import Incident, supports
from trucewatch.situation import AGREED_TEXT, Agreement, Clause, Deontic, Reading, Situation
from trucewatch.values import Who, make_id


def assess(
    incident: Incident, grade: Grade, situation: Situation, sides: Mapping[str, Grade] = MappingProxyType({})
) -> tuple[Finding, ...]:
    """All findings on one incident, in the order of agreements, clauses, readings and accused.

    ``sides`` are the grades of each accused party's guilt, as ``corroboration.grade_sides`` gives them: where accounts
    accuse several, a finding carries the grade of the version that it judges.
    """
    assessment = _Assessment(incident, grade, situation, Atlas(situation), Voices(situation), sides)
    return tuple(
        assessment.find(agreement, clause, reading, accused)
        for agreement in situation.agreements
        for clause in agreement.clauses
        if clause.deontic is Deontic.PROHIBITS
        for reading in clause.readings
        for accused in assessment.accused()
    )


@dataclass(frozen=True, slots=True)
class _Assessment:
    """One incident before all readings."""

    incident: Incident
    grade: Grade
    situation: Situation
    atlas: Atlas
    voices: Voices
    sides: Mapping[str, Grade]

    def accused(self) -> tuple[Who | None, ...]:
        """Whoever the standing accounts accuse, once per side, in the order accused; (None,) where nobody is."""
        sides: dict[str, Who] = {}
        for account in self.incident.accounts:
            if supports(account) and account.actor is not None:
                sides.setdefault(self._side(account.actor), account.actor)
        return tuple(sides.values()) or (None,)

    def find(self, agreement: Agreement, clause: Clause, reading: Reading, accused: Who | None) -> Finding:
        """What one reading makes of the incident as laid at one side's door."""
        steps = tuple(self._steps(agreement, reading, accused))
        verdict = decide(steps)
        side = self._side(accused) if accused else ""
        return Finding(
            id=make_id("fin", self.incident.id, agreement.id, clause.id, reading.party, side),
            incident=self.incident.id,
            agreement=agreement.id,
            clause=clause.id,
            reading=reading.party,
            verdict=verdict,
            reasons=(self._cite(agreement, clause, reading), *(step.reason for step in steps)),
            attributed_to=(accused,) if accused else (),
            grade=self.sides.get(side, self.grade),
            would_change=self._changes(verdict, steps, reading),
            decisive=next((step.reason for step in steps if step.answer is Answer.NO), ""),
        )

    def _side(self, who: Who) -> str:
        return self.voices.party_of(who) or who.entity or who.state or who.name.casefold()

    def _name(self, party: str) -> str:
        return next((known.name for known in self.situation.parties if known.id == party), party)

    def _cite(self, agreement: Agreement, clause: Clause, reading: Reading) -> str:
        whose = "in the agreed text" if reading.party == AGREED_TEXT else f"as {self._name(reading.party)} reads it"
        summary = f": {reading.summary}" if reading.summary else "."
        return f"Clause {clause.id} (“{clause.title}”) of “{agreement.name}”, {whose}{summary}"

    def _steps(self, agreement: Agreement, reading: Reading, accused: Who | None) -> Iterator[Step]:
        """The conditions of a breach: whether the clause is about this at all comes before when and where it holds."""
        told = self._check_told()
        if told is not None:
            yield told
            return
        yield _check_listed("Act", self.incident.act, reading.terms.acts, "prohibited")
        yield _check_listed("Target", self.incident.target_class, reading.terms.targets, "protected")
        yield self._check_bound(agreement, reading, accused)
        yield check_window(agreement, reading, self.incident.when)
        yield self.atlas.check_zone(reading.terms.zone, self.incident.where)
        yield self._check_exceptions(reading)

    def _check_told(self) -> Step | None:
        """A denial alone, or words withdrawn, give nothing to judge."""
        accounts = self.incident.accounts
        if any(supports(account) for account in accounts):
            return None
        if any(account.is_retracted for account in accounts):
            reason = "Account: whoever said that it happened has withdrawn it."
            return Step(Answer.UNKNOWN, reason, change="an account that stands")
        reason = "Account: nobody in the record says that it happened; it is only denied."
        return Step(Answer.UNKNOWN, reason, change="the allegation that is denied")

    def _check_bound(self, agreement: Agreement, reading: Reading, accused: Who | None) -> Step:
        bound = reading.terms.bound or agreement.parties
        names = ", ".join(self._name(party) for party in bound)
        if accused is None:
            reason = "Who: nobody is named as having done it, so it could not be attributed."
            answer = Answer.YES if set(agreement.parties) <= set(bound) else Answer.UNKNOWN
            return Step(answer, reason, change="" if answer is Answer.YES else "who did it")
        party = self.voices.party_of(accused)
        if not party:
            reason = f"Who: it is not known whether {accused.name} acts for a party that is bound ({names})."
            return Step(Answer.UNKNOWN, reason, change=f"for whom {accused.name} acts")
        if party in bound:
            return Step(Answer.YES, f"Who: {self._name(party)}, which is accused, is bound.")
        reason = f"Who: {self._name(party)}, which is accused, is not bound; the reading binds {names}."
        return Step(Answer.NO, reason, change="evidence that another side did it")

    def _check_exceptions(self, reading: Reading) -> Step:
        terms = reading.terms
        for about, value, excepted in (
            ("act", self.incident.act, terms.excepted_acts),
            ("target", self.incident.target_class, terms.excepted_targets),
        ):
            if value and value in excepted:
                reason = f"Exceptions: the {about}, “{value}”, is excepted."
                return Step(Answer.NO, reason, Verdict.EXCEPTED, f"evidence that the {about} was another")
        if terms.excepted_targets and not self.incident.target_class:
            reason = f"Exceptions: {', '.join(terms.excepted_targets)} are excepted, and the target is not known."
            return Step(Answer.UNKNOWN, reason, change="what was hit")
        told = f" To be weighed by a person: {' '.join(terms.exceptions)}" if terms.exceptions else ""
        return Step(Answer.YES, f"Exceptions: none that the program can test applies.{told}")

    def _changes(self, verdict: Verdict, steps: Sequence[Step], reading: Reading) -> tuple[str, ...]:
        """What further evidence would change the verdict: what decided it, and nothing that is already plain."""
        if verdict is Verdict.WOULD_BREACH:
            changes = [f"evidence that an exception applies: {text}" for text in reading.terms.exceptions]
            return (*changes, "evidence that it did not happen, or not as the accounts say")
        deciding = Answer.UNKNOWN if verdict is Verdict.CANNOT_BE_JUDGED else Answer.NO
        return tuple(dict.fromkeys(step.change for step in steps if step.answer is deciding and step.change))


def _check_listed(about: str, value: str, listed: Sequence[str], word: str) -> Step:
    if not listed:
        return Step(Answer.YES, f"{about}: every {about.casefold()} is {word}.")
    names = ", ".join(listed)
    if not value:
        reason = f"{about}: not known; the reading names {names}."
        return Step(Answer.UNKNOWN, reason, change=f"the {about.casefold()}")
    if value in listed:
        return Step(Answer.YES, f"{about}: “{value}” is among those {word}.")
    return Step(
        Answer.NO,
        f"{about}: “{value}” is not among those {word} ({names}).",
        change=f"evidence that the {about.casefold()} was {' or '.join(listed)}",
    )
