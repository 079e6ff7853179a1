from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from agreement_terms import DAY, at, situation_of

from trucewatch.agreements import Verdict, assess_sightings
from trucewatch.events.model import Observation
from trucewatch.situation import Clause, Deontic, Situation, Terms, Withdrawal
from trucewatch.values import Amount, Kind, Span, When, Where, Who

ROWS = (Withdrawal(15_000, calibre_from_mm=101), Withdrawal(16_000, "artillery", ("D-30",), 122, 122))
STANDS = Clause("4", "Guns stand back", Deontic.REQUIRES, ())
WORDS = "The mission saw two howitzers (D-30, 122mm) in Ostrel."
KM = 13_263  # millionths of a degree of longitude in a kilometre at 47.5 degrees north


def _seen(where: Where | None, **given: Any) -> Observation:
    fields: dict[str, Any] = {
        "id": "obs-1",
        "document": "doc-1",
        "kind": "weapon in violation",
        "span": Span(16, 33),
        "sentence": Span(0, len(WORDS)),
        "count": Amount(2, 2, "weapons"),
        "observer": Who("Mission", Kind.BODY),
        "where": where,
        "when": When.on(DAY),
        "weapon": "artillery",
        "calibre_mm": 122,
    }
    return Observation(**fields | given)


def _situation(**terms: Any) -> Situation:
    return situation_of(Terms(acts=("Armed clash",), line="line", withdrawals=ROWS, **terms), clause=STANDS)


def _km(east: int) -> Where:
    return at(47_500_000, 11_000_000 + east * KM, radius=400)


@pytest.mark.parametrize(
    ("where", "verdict"),
    [
        (_km(10), Verdict.WOULD_BREACH),
        (_km(18), Verdict.WOULD_NOT),
        (_km(16), Verdict.CANNOT_BE_JUDGED),
        (None, Verdict.CANNOT_BE_JUDGED),
    ],
)
def test_a_weapon_seen_too_close_would_breach(where: Where | None, verdict: Verdict) -> None:
    """What was seen is measured from the line, whatever acts the clause names, and whatever the observers call it."""
    ((_, (found,)),) = assess_sightings([_seen(where)], _situation(), {"doc-1": WORDS})
    assert found.verdict is verdict
    assert found.attributed_to == ()
    assert any(reason.basis for reason in found.reasons)


def test_only_sightings_of_weapons_and_clauses_on_withdrawal_are_asked() -> None:
    """Explosions, what could not be observed, and clauses that prohibit acts give no such finding."""
    others = [_seen(_km(1), kind="explosion"), _seen(_km(1), count=None)]
    assert list(assess_sightings(others, _situation(), {})) == []
    assert list(assess_sightings([_seen(_km(1))], situation_of(Terms()), {})) == []


def test_a_sighting_before_the_agreement_lies_outside_its_window() -> None:
    """The window of the clause is asked as of any incident."""
    early = replace(_seen(_km(1)), when=When.on(DAY.replace(year=2030)))
    ((_, (found,)),) = assess_sightings([early], _situation(), {"doc-1": WORDS})
    assert found.verdict is Verdict.OUTSIDE_WINDOW
