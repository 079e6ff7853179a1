from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from agreement_terms import account

from trucewatch.agreements import Finding, Verdict, assess, in_force
from trucewatch.corroboration import Grade, grade
from trucewatch.events.model import Stance
from trucewatch.incidents import Account, Incident
from trucewatch.situation import (
    Agreement,
    Clause,
    Deontic,
    Party,
    Person,
    Place,
    Reading,
    Situation,
    Stage,
    Terms,
)
from trucewatch.values import Kind, Nearness, Precision, When, Where, Who

STRIKES = ("Air/drone strike", "Shelling/artillery/missile attack")
TEXT = Terms(acts=STRIKES, targets=("energy",))
LATER = Terms(acts=STRIKES, targets=("energy",), start=date(2031, 3, 20), exceptions=("Return fire.",))

CLAUSE = Clause(
    "1", "No strikes on energy sites", Deontic.PROHIBITS, (Reading("text", TEXT), Reading("belkora", LATER))
)
TRUCE = Agreement(
    id="quiet-skies",
    name="Quiet Skies",
    kind="ceasefire",
    stage=Stage.IN_FORCE,
    parties=("arvenia", "belkora"),
    effective=date(2031, 3, 3),
    expires=date(2031, 4, 2),
    clauses=(CLAUSE,),
)
SITUATION = Situation(
    id="lake-line",
    title="Truce on the Lake Line",
    parties=(Party("arvenia", "Arvenia"), Party("belkora", "Belkora"), Party("corvia", "Corvia")),
    people=(Person("sorel", "Dana Sorel", party="belkora"),),
    places=(
        Place("lakes", "Lake District", 47_500_000, 11_250_000, 40_000, kind="region"),
        Place("ostrel", "Ostrel", 47_512_000, 11_200_000, 2_500, within="lakes"),
        Place("tarsk", "Tarsk", 48_900_000, 11_900_000, 3_000),
        Place("rim", "Rim", 47_860_000, 11_250_000, 3_000),
    ),
    agreements=(TRUCE,),
)
ARVENIA = Who("Arvenia", Kind.STATE, party="arvenia")
BELKORA = Who("Belkora", Kind.STATE, party="belkora")
OSTREL = Where("Ostrel", "ostrel", lat_e6=47_512_000, lon_e6=11_200_000, radius_m=2_500)
TARSK = Where("Tarsk", "tarsk", lat_e6=48_900_000, lon_e6=11_900_000, radius_m=3_000)
RIM = Where("Rim", "rim", lat_e6=47_860_000, lon_e6=11_250_000, radius_m=3_000)
GRADE: Grade = grade([])


def _account(actor: Who | None = BELKORA, stance: Stance = Stance.ALLEGES, *, retracted: bool = False) -> Account:
    bare = account(actor=actor, stance=stance, target_class="energy", is_retracted=retracted)
    return replace(bare, when=None, where=None, basis=())


def _incident(**given: Any) -> Incident:
    fields: dict[str, Any] = {
        "id": "inc-1",
        "act": "Air/drone strike",
        "title": "",
        "when": When.on(date(2031, 3, 13)),
        "where": OSTREL,
        "target_class": "energy",
        "accounts": (_account(),),
        "mentions": ("evt-1",),
    }
    return Incident(**fields | given)


def _with_terms(terms: Terms, **agreement: Any) -> Situation:
    clause = replace(CLAUSE, readings=(Reading("text", terms),))
    return replace(SITUATION, agreements=(replace(TRUCE, clauses=(clause,), **agreement),))


def _only(incident: Incident, terms: Terms = TEXT, **agreement: Any) -> Finding:
    (finding,) = assess(incident, GRADE, _with_terms(terms, **agreement))
    return finding


def test_readings_may_disagree() -> None:
    """A breach under the agreed text may lie outside the window under one side's reading: both are told."""
    text, belkora = assess(_incident(), GRADE, SITUATION)
    assert (text.reading, text.verdict) == ("text", Verdict.WOULD_BREACH)
    assert (belkora.reading, belkora.verdict) == ("belkora", Verdict.OUTSIDE_WINDOW)
    assert belkora.would_change == ("evidence that it happened on or after 20 March 2031",)
    assert text.reasons[0].words == "Clause 1 (“No strikes on energy sites”) of “Quiet Skies”, in the agreed text."
    assert belkora.reasons[0].words.endswith("as Belkora reads it.")
    heads = [reason.words.partition(":")[0] for reason in text.reasons[1:]]
    assert heads == ["Act", "Target", "Who", "Window", "Zone", "Exceptions"]
    assert text.reasons[4].words.startswith("Window: 13 March 2031 lies within")


LAKES_ONLY = replace(TEXT, zone=("lakes",))
NEAR_OSTREL = replace(OSTREL, nearness=Nearness.NEAR)
MONTH = When("2031-03", date(2031, 3, 1), date(2031, 3, 31), Precision.MONTH)
THURSDAY = When("", None, None, Precision.UNKNOWN, "Thursday")

VERDICTS: list[tuple[str, dict[str, Any], Terms, Verdict]] = [
    ("another act", {"act": "Arrests"}, TEXT, Verdict.WOULD_NOT),
    ("another target", {"target_class": "hospital"}, TEXT, Verdict.WOULD_NOT),
    ("a target not known", {"target_class": ""}, TEXT, Verdict.CANNOT_BE_JUDGED),
    ("a day not known", {"when": THURSDAY}, TEXT, Verdict.CANNOT_BE_JUDGED),
    ("no time at all", {"when": None}, TEXT, Verdict.CANNOT_BE_JUDGED),
    ("a month that straddles the first day", {"when": MONTH}, TEXT, Verdict.CANNOT_BE_JUDGED),
    ("the day before", {"when": When.on(date(2031, 3, 2))}, TEXT, Verdict.OUTSIDE_WINDOW),
    ("the first day", {"when": When.on(date(2031, 3, 3))}, TEXT, Verdict.WOULD_BREACH),
    ("the last day", {"when": When.on(date(2031, 4, 2))}, TEXT, Verdict.WOULD_BREACH),
    ("the day after", {"when": When.on(date(2031, 4, 3))}, TEXT, Verdict.OUTSIDE_WINDOW),
    ("another act on another day", {"act": "Arrests", "when": When.on(date(2030, 1, 1))}, TEXT, Verdict.WOULD_NOT),
    ("another act of unknown day", {"act": "Arrests", "when": None}, TEXT, Verdict.WOULD_NOT),
    ("inside the zone", {}, LAKES_ONLY, Verdict.WOULD_BREACH),
    ("outside the zone", {"where": TARSK}, LAKES_ONLY, Verdict.OUTSIDE_ZONE),
    ("across the zone's rim", {"where": RIM}, LAKES_ONLY, Verdict.CANNOT_BE_JUDGED),
    ("a place not known", {"where": Where("Nowhere")}, LAKES_ONLY, Verdict.CANNOT_BE_JUDGED),
    ("near a place inside", {"where": NEAR_OSTREL}, replace(TEXT, zone=("ostrel",)), Verdict.WOULD_BREACH),
    (
        "candidates in and out",
        {"where": Where("X", candidates=("ostrel", "tarsk"))},
        LAKES_ONLY,
        Verdict.CANNOT_BE_JUDGED,
    ),
    ("candidates all out", {"where": Where("X", candidates=("tarsk",))}, LAKES_ONLY, Verdict.OUTSIDE_ZONE),
    ("a side that is not bound", {}, replace(TEXT, bound=("arvenia",)), Verdict.WOULD_NOT),
    ("an excepted act", {}, replace(TEXT, excepted_acts=("Air/drone strike",)), Verdict.EXCEPTED),
    ("an excepted target", {}, Terms(excepted_targets=("energy",)), Verdict.EXCEPTED),
    ("nobody accused, all bound", {"accounts": (_account(None),)}, TEXT, Verdict.WOULD_BREACH),
    (
        "nobody accused, one bound",
        {"accounts": (_account(None),)},
        replace(TEXT, bound=("belkora",)),
        Verdict.CANNOT_BE_JUDGED,
    ),
    (
        "an accused of unknown side",
        {"accounts": (_account(Who("gunmen", Kind.GROUP)),)},
        TEXT,
        Verdict.CANNOT_BE_JUDGED,
    ),
    ("a denial alone", {"accounts": (_account(stance=Stance.DENIES),)}, TEXT, Verdict.CANNOT_BE_JUDGED),
    ("a withdrawn account", {"accounts": (_account(retracted=True),)}, TEXT, Verdict.CANNOT_BE_JUDGED),
]


@pytest.mark.parametrize(
    ("incident", "terms", "verdict"), [row[1:] for row in VERDICTS], ids=[row[0] for row in VERDICTS]
)
def test_each_condition_has_its_verdict(incident: dict[str, Any], terms: Terms, verdict: Verdict) -> None:
    """Each condition that fails, or is not known, gives its own verdict, its reason, and what would change it."""
    finding = _only(_incident(**incident), terms)
    assert finding.verdict is verdict, finding.reasons
    assert len(finding.reasons) >= 2
    assert finding.would_change


def test_rival_accused_get_a_finding_each() -> None:
    """Accounts that accuse different sides give one finding per side, and no third."""
    incident = _incident(accounts=(_account(BELKORA), _account(ARVENIA), _account(Who("Dana Sorel", entity="sorel"))))
    findings = assess(incident, GRADE, _with_terms(TEXT))
    assert [finding.attributed_to[0].name for finding in findings] == ["Belkora", "Arvenia"]
    assert len({finding.id for finding in findings}) == 2


def test_a_party_answers_for_weapons_that_bear_its_name() -> None:
    """A deed of "Belkoran drones" is attributed to Belkora, that of somebody the situation names to them."""
    by_drones = _only(_incident(accounts=(_account(Who("Belkoran drones", party="belkora")),)))
    by_name = _only(_incident(accounts=(_account(Who("Dana Sorel", entity="sorel")),)))
    assert [each.attributed_to[0].name for each in (by_drones, by_name)] == ["Belkora", "Dana Sorel"]


def test_could_not_be_attributed_is_a_finding() -> None:
    """Where nobody is named, the finding is made, attributed to nobody, and says so."""
    finding = _only(_incident(accounts=(_account(None),)))
    assert finding.attributed_to == ()
    assert any("could not be attributed" in reason.words for reason in finding.reasons)


@pytest.mark.parametrize("stage", [Stage.PROPOSED, Stage.NEGOTIATED, Stage.SOUGHT, Stage.REFUSED])
def test_what_is_not_agreed_binds_nobody(stage: Stage) -> None:
    """An agreement that is only proposed has no window to be in."""
    finding = _only(_incident(), stage=stage)
    assert finding.verdict is Verdict.OUTSIDE_WINDOW
    assert any(f"is only {stage}" in reason.words for reason in finding.reasons)


def test_an_agreement_that_ended_on_an_unknown_day_cannot_be_judged() -> None:
    """A repudiated agreement without a last day neither held nor did not hold."""
    assert _only(_incident(), stage=Stage.REPUDIATED, expires=None).verdict is Verdict.CANNOT_BE_JUDGED


def test_clauses_that_require_or_permit_give_no_findings() -> None:
    """Only a prohibition can be breached by an incident."""
    clause = replace(CLAUSE, deontic=Deontic.REQUIRES)
    situation = replace(SITUATION, agreements=(replace(TRUCE, clauses=(clause,)),))
    assert assess(_incident(), GRADE, situation) == ()


def test_in_force_follows_the_readings_own_days() -> None:
    """A reading with its own first day holds from then; the text from the day of taking effect."""
    text, belkora = CLAUSE.readings
    assert in_force(TRUCE, CLAUSE, text, date(2031, 3, 3))
    assert not in_force(TRUCE, CLAUSE, text, date(2031, 4, 3))
    assert not in_force(TRUCE, CLAUSE, belkora, date(2031, 3, 19))
    assert in_force(TRUCE, CLAUSE, belkora, date(2031, 3, 20))
    declared = replace(TRUCE, effective=None, declared=date(2031, 3, 1))
    assert in_force(declared, CLAUSE, text, date(2031, 3, 1))
    assert not in_force(replace(TRUCE, stage=Stage.PROPOSED), CLAUSE, text, date(2031, 3, 10))


def test_an_unclear_exception_is_left_to_a_reader() -> None:
    """An exception in words does not acquit: it is shown, and named among what would change the verdict."""
    finding = _only(_incident(), replace(TEXT, exceptions=("Return fire.",)))
    assert finding.verdict is Verdict.WOULD_BREACH
    assert finding.would_change[0] == "evidence that an exception applies: Return fire."


def test_swapping_the_parties_swaps_the_findings() -> None:
    """With the parties exchanged everywhere, every finding is the same up to the exchange."""
    other = {"arvenia": "belkora", "belkora": "arvenia"}
    readings = tuple(
        Reading(other.get(r.party, r.party), replace(r.terms, bound=tuple(other[b] for b in r.terms.bound)))
        for r in CLAUSE.readings
    )
    swapped = replace(
        SITUATION,
        parties=(Party("arvenia", "Belkora"), Party("belkora", "Arvenia"), Party("corvia", "Corvia")),
        agreements=(replace(TRUCE, parties=("belkora", "arvenia"), clauses=(replace(CLAUSE, readings=readings),)),),
    )
    one = assess(_incident(), GRADE, SITUATION)
    accused = Who("Belkora", Kind.STATE, party="arvenia")
    two = assess(_incident(accounts=(_account(accused),)), GRADE, swapped)
    assert [(f.verdict, f.reasons, f.would_change) for f in one] == [
        (f.verdict, f.reasons, f.would_change) for f in two
    ]
    assert [other.get(f.reading, f.reading) for f in one] == [f.reading for f in two]


def test_each_accused_sides_findings_carry_its_own_grade() -> None:
    """Where accounts accuse two sides, each finding is graded by how well the record supports that side's part."""
    accounts = (_account(BELKORA), _account(ARVENIA))
    weak, strong = replace(GRADE, digit=4), replace(GRADE, digit=2)
    found = assess(_incident(accounts=accounts), GRADE, SITUATION, {"belkora": weak, "arvenia": strong})
    assert {finding.attributed_to[0].party: finding.grade.digit for finding in found} == {"belkora": 4, "arvenia": 2}
