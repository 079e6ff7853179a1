"""Reliability is learned from resolved incidents, cautiously, and never from the one that is graded."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from corroboration_samples import ARVENIA, COMMAND, SITUATION, account, incident_of
from hypothesis import given
from hypothesis import strategies as st
from test_corroboration_properties import checked

from trucewatch.corroboration import PARAMETERS, Reliability, Resolution, grade_incident, heard_rightly
from trucewatch.corroboration.parameters import Lesson
from trucewatch.corroboration.reliability import chance_right, log_odds, weight_of
from trucewatch.events.model import Stance

HELD = {f"d{n}": (source, f"s{n}", f"d{n}") for n, source in enumerate(("daily", "wire", "gazette"), 1)}


def test_log_odds_are_exact() -> None:
    """The integers that weigh are the logarithm, rounded to the nearest, and the same on any machine."""
    assert [log_odds(r) for r in range(1, 1000)] == [round(1000 * math.log(r / (1000 - r))) for r in range(1, 1000)]
    assert [log_odds(r) for r in (900, 800, 650, 600, 500)] == [2197, 1386, 619, 405, 0]


@pytest.mark.parametrize("letter", "ABCDEF")
def test_without_a_record_the_letter_stands(letter: str) -> None:
    """An origin of which nothing is known weighs what the table says."""
    assert weight_of(letter, None, PARAMETERS) == PARAMETERS.weights[letter]


@given(st.integers(0, 200), st.integers(0, 200), st.sampled_from([600, 650, 800, 900]))
@checked
def test_being_right_raises_and_being_wrong_lowers(right: int, wrong: int, reliability: int) -> None:
    """One rightly told incident more never lowers an origin's reliability, one wrongly told never raises it."""
    now = chance_right(Lesson(right + wrong, right), reliability, PARAMETERS.firmness)
    assert chance_right(Lesson(right + wrong + 1, right + 1), reliability, PARAMETERS.firmness) >= now - 1
    assert chance_right(Lesson(right + wrong + 1, right), reliability, PARAMETERS.firmness) <= now + 1
    assert 0 <= weight_of("F", Lesson(right + wrong, right), PARAMETERS) <= PARAMETERS.cap


def test_who_was_judged_unreliable_stays_so() -> None:
    """Letters D and E are a person's word, which no record outweighs."""
    assert [weight_of(letter, Lesson(50, 50), PARAMETERS) for letter in "DE"] == [0, 0]


def test_nothing_is_learned_before_there_is_enough() -> None:
    """Nine observations teach nothing, ten do."""
    nine = {f"i{n}": {"source:wire": True} for n in range(9)}
    assert Reliability(nine, PARAMETERS).apart_from("other") == {}
    ten = {**nine, "i9": {"source:wire": False}}
    assert Reliability(ten, PARAMETERS).apart_from("other") == {"source:wire": Lesson(10, 9)}


def test_no_incident_teaches_its_own_grade() -> None:
    """What was found of the incident that is graded is left out, and does not help to reach the bar."""
    ten = {f"i{n}": {"source:wire": True, "source:daily": n > 0} for n in range(10)}
    assert Reliability(ten, PARAMETERS).apart_from("i0") == {"source:daily": Lesson(9, 9), "source:wire": Lesson(9, 9)}
    assert Reliability(dict(list(ten.items())[:5]), PARAMETERS).apart_from("i0") == {}


def test_the_grade_says_where_a_weight_comes_from() -> None:
    """A learned weight stands in the explanation beside what the table says."""
    accounts = incident_of(account(None, "d2"))
    table = replace(PARAMETERS, lessons={"source:wire": Lesson(14, 13)})
    (origin,) = grade_incident(accounts, HELD, SITUATION, (), table).origins
    assert origin.weight == 1875
    assert origin.learned == "1875 learned from 14 resolved incidents, right in 13; the table says 1386"


def test_own_side_weighs_a_quarter_of_what_was_learned() -> None:
    """Interest divides a learned weight as it does one of the table."""
    accounts = incident_of(account(ARVENIA, "d1"))
    table = replace(PARAMETERS, lessons={"party:arvenia": Lesson(20, 19)})
    (origin,) = grade_incident(accounts, HELD, SITUATION, (), table).origins
    assert origin.weight == weight_of("F", Lesson(20, 19), PARAMETERS) // 4


def test_who_was_right_depends_on_what_was_found() -> None:
    """Who told of it and who denied it are right or wrong by whether it happened, who accused by who did it."""
    told = incident_of(
        account(None, "d1", actor=None),
        account(ARVENIA, "d2"),
        account(COMMAND, "d2", stance=Stance.DENIES),
    )
    happened = heard_rightly(told, HELD, SITUATION, Resolution(happened=True))
    assert happened == {"group:lake-media": True, "party:arvenia": True, "party:belkora": False}
    never = heard_rightly(told, HELD, SITUATION, Resolution(happened=False))
    assert never == {origin: not right for origin, right in happened.items()}
    by_the_other = heard_rightly(told, HELD, SITUATION, Resolution(happened=True, by="arvenia"))
    assert by_the_other == {"group:lake-media": True, "party:arvenia": False, "party:belkora": True}
    by_them = heard_rightly(told, HELD, SITUATION, Resolution(happened=True, by="belkora"))
    assert by_them == {"group:lake-media": True, "party:arvenia": True, "party:belkora": False}


def test_copies_teach_nothing_and_one_error_spoils_an_origin() -> None:
    """A copy is no observation, and an origin is counted once for an incident: right if right throughout."""
    held = {**HELD, "d4": ("radio", "s2", "d2")}
    told = incident_of(
        account(None, "d2"),
        account(None, "d4"),
        account(None, "d1"),
        account(None, "d1", actor=ARVENIA),
    )
    assert heard_rightly(told, held, SITUATION, Resolution(happened=True, by="belkora")) == {
        "source:wire": True,
        "group:lake-media": False,
    }
