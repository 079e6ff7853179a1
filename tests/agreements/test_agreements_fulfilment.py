from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from agreement_terms import ARVENIA, BELKORA, account, incident, situation_of

from trucewatch.agreements import Fulfilment, Known, Outcome, Telling, weigh_duties
from trucewatch.events.model import Commitment, Stance
from trucewatch.incidents import Incident
from trucewatch.situation import Clause, Deontic, Stage, Terms, Withdrawal
from trucewatch.values import Amount, Precision, Span, When, Where

DUE = date(2031, 3, 20)
DUTY = Clause("5", "Hand over the post", Deontic.REQUIRES, ())
TERMS = Terms(acts=("Non-violent transfer of territory",), targets=("hospital",), due=DUE)
MARCH = When("2031-03", date(2031, 3, 1), date(2031, 3, 31), Precision.MONTH)


def _weighed(*told: Incident, newest: date | None = None, terms: Terms = TERMS, **clause: Any) -> Fulfilment:
    situation = situation_of(terms, clause=replace(DUTY, **clause))
    (found,) = weigh_duties(situation, Known(told, (), newest))
    return found


def _deed(**given: Any) -> Incident:
    told = account(actor=given.pop("actor", BELKORA), stance=given.pop("stance", Stance.CONFIRMS), claimant=BELKORA)
    fields = {"act": "Non-violent transfer of territory", "target_class": "hospital", **given}
    return incident(told, **fields)


CASES = [
    ("told in time", _deed(), date(2031, 4, 1), Outcome.DONE),
    ("told too late", _deed(when=When.on(date(2031, 3, 21))), date(2031, 4, 1), Outcome.NOT_DONE),
    ("some day of the month", _deed(when=MARCH), date(2031, 4, 1), Outcome.OPEN),
    ("nobody named", _deed(actor=None), date(2031, 4, 1), Outcome.OPEN),
    ("what was left is not told", _deed(target_class=""), date(2031, 4, 1), Outcome.OPEN),
    ("another deed", _deed(act="Arrests"), date(2031, 4, 1), Outcome.NOT_DONE),
    ("only denied", _deed(stance=Stance.DENIES), date(2031, 4, 1), Outcome.NOT_DONE),
    ("before it was owed", _deed(when=When.on(date(2031, 1, 1))), date(2031, 4, 1), Outcome.OPEN),
    ("another deed, not yet due", _deed(act="Arrests"), date(2031, 3, 19), Outcome.OPEN),
]


@pytest.mark.parametrize(("told", "newest", "outcome"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_deed_is_done_or_not_or_open(told: Incident, newest: date, outcome: Outcome) -> None:
    """Done where an account tells it of a bound side, in time; not done only where reports of later days are silent."""
    found = _weighed(told, newest=newest)
    assert found.outcome is outcome
    assert len(found.reasons) >= 2
    assert found.would_change
    assert found.incidents == ((told.id,) if outcome is Outcome.DONE else found.incidents)


def test_silence_is_said_to_be_no_proof() -> None:
    """Where nothing is told, the reason names the newest report and claims no more."""
    found = _weighed(newest=date(2031, 4, 1))
    assert found.reasons[-1].words.endswith("Silence is no proof.")
    assert found.would_change == ("a report that it was done by 20 March 2031",)


def test_a_deed_elsewhere_is_not_the_deed() -> None:
    """A zone keeps out what lies outside it, and leaves open what may lie within."""
    zoned = replace(TERMS, zone=("square",))
    far = _deed(where=Where("Far", lat_e6=40_000_000, lon_e6=11_500_000, radius_m=1000))
    assert _weighed(far, newest=date(2031, 4, 1), terms=zoned).outcome is Outcome.NOT_DONE
    assert _weighed(_deed(where=None), newest=date(2031, 4, 1), terms=zoned).outcome is Outcome.OPEN


def _delivery(number: int, stage: Stage = Stage.DELIVERED) -> Commitment:
    return Commitment(
        id=f"com-{number}-{stage}",
        document="doc-1",
        what="observers",
        stage=stage,
        span=Span(0, 1),
        sentence=Span(0, 1),
        givers=(ARVENIA,),
        amount=Amount(number, number, "observers"),
    )


@pytest.mark.parametrize(
    ("given", "newest", "outcome"),
    [
        ((_delivery(1500),), date(2031, 4, 1), Outcome.DONE),
        ((_delivery(900),), date(2031, 4, 1), Outcome.NOT_DONE),
        ((_delivery(900),), date(2031, 3, 1), Outcome.OPEN),
        ((_delivery(1500, Stage.OFFERED),), date(2031, 4, 1), Outcome.NOT_DONE),
    ],
)
def test_an_amount_is_done_when_delivered(given: tuple[Commitment, ...], newest: date, outcome: Outcome) -> None:
    """What is promised is not delivered; what falls short by its day is not done."""
    clause = replace(DUTY, amount=1500, unit="observers")
    (found,) = weigh_duties(situation_of(Terms(due=DUE), clause=clause), Known((), tuple(map(Telling, given)), newest))
    assert found.outcome is outcome


def test_duties_without_a_deed_are_left_to_a_person() -> None:
    """A reading that names no act cannot be judged; one that asks for withdrawal is judged by findings instead."""
    assert _weighed(newest=date(2031, 4, 1), terms=Terms(due=DUE)).outcome is Outcome.OPEN
    withdrawal = Terms(line="line", withdrawals=(Withdrawal(1000),))
    assert weigh_duties(situation_of(withdrawal, clause=DUTY), Known((), (), None)) == ()
