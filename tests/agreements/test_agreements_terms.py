from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from agreement_terms import (
    ARVENIA,
    BELKORA,
    DAY,
    LINE,
    SQUARE,
    TRUCE,
    account,
    at,
    finding_on,
    findings_on,
    incident,
    situation_of,
)
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.agreements import Verdict
from trucewatch.agreements.terms.geometry import depth_m
from trucewatch.agreements.terms.weaponry import calibres_in, classes_of, names
from trucewatch.situation import (
    ACTS,
    TARGETS,
    Area,
    Clause,
    Clock,
    Condition,
    Deontic,
    Exemption,
    Holds,
    Reading,
    Terms,
    Version,
    Withdrawal,
)
from trucewatch.values import Kind, Span, When, Where, Who

# -- drawings ----------------------------------------------------------------------------------------------------------


@given(st.integers(46_000_000, 49_000_000), st.integers(10_000_000, 13_000_000))
def test_inside_and_outside_are_told_by_the_drawing(lat: int, lon: int) -> None:
    """A place is inside a square where both of its coordinates are between the sides, and the depth says how far."""
    depth = depth_m(SQUARE, lat, lon)
    inside = 47_000_000 < lat < 48_000_000 and 11_000_000 < lon < 12_000_000
    assert (depth > 0) == inside or abs(depth) <= 1
    if inside:  # no deeper than the nearest side in latitude, a degree of which is 111.195 km
        assert depth <= min(lat - 47_000_000, 48_000_000 - lat) * 111_195 // 1_000_000 + 1


@given(st.integers(-80_000_000, 80_000_000), st.integers(-179_000_000, 179_000_000), st.integers(1, 500_000))
def test_a_distance_to_the_north_is_its_latitude(lat: int, lon: int, north: int) -> None:
    """From a point to one due north it is 0.111195 m a millionth of a degree, to within a metre."""
    point = Area("p", "p", lines=(((lat + north, lon),),))
    assert abs(-depth_m(point, lat, lon) - north * 111_195 // 1_000_000) <= 1


@given(st.integers(47_100_000, 47_900_000), st.integers(10_000_000, 12_000_000), st.integers(0, 40_000))
def test_a_wider_margin_only_adds_doubt(lat: int, lon: int, margin: int) -> None:
    """With a margin a place within stays within or becomes doubtful; it never changes sides."""
    terms = Terms(zone=("square",))
    told = incident(where=at(lat, lon))
    sure = finding_on(told, terms).verdict
    drawn = replace(situation_of(terms), areas=(replace(SQUARE, margin_m=margin),))
    (doubtful,) = findings_on(told, drawn)
    assert doubtful.verdict in {sure, Verdict.CANNOT_BE_JUDGED}


ZONES = [
    (at(47_500_000, 11_500_000), SQUARE, Verdict.WOULD_BREACH),
    (at(47_500_000, 12_500_000), SQUARE, Verdict.OUTSIDE_ZONE),
    (at(47_500_000, 12_000_000), SQUARE, Verdict.CANNOT_BE_JUDGED),
    (at(47_500_000, 11_100_000), replace(LINE, reach_m=15_000), Verdict.WOULD_BREACH),
    (at(47_500_000, 11_300_000), replace(LINE, reach_m=15_000), Verdict.OUTSIDE_ZONE),
    (at(47_500_000, 11_200_000), replace(LINE, reach_m=15_000, margin_m=2_000), Verdict.CANNOT_BE_JUDGED),
    (Where("Ostrel"), SQUARE, Verdict.CANNOT_BE_JUDGED),
    (Where("Ostrel", "ostrel"), SQUARE, Verdict.CANNOT_BE_JUDGED),  # matched, but not located
]


@pytest.mark.parametrize(("where", "area", "verdict"), ZONES)
def test_a_drawn_zone_has_inside_outside_and_doubt(where: Where, area: Area, verdict: Verdict) -> None:
    """Polygons and corridors: within, outside, or cannot be judged where the radius or the margin reaches across."""
    situation = replace(situation_of(Terms(zone=(area.id,))), areas=(area,))
    (found,) = findings_on(incident(where=where), situation)
    assert found.verdict is verdict


# -- weapons and distances ---------------------------------------------------------------------------------------------


def test_words_for_weapons() -> None:
    """A word means one class or several; calibres are read in three languages; systems are whole words."""
    assert classes_of("heavy machine guns") == {"machine gun"}
    assert classes_of("rockets") == {"rocket artillery", "missile"}
    assert classes_of("words") == frozenset()
    assert list(
        calibres_in("120mm mortars, a 122-mm gun, снаряд 152 мм, міна 82 міліметри, 1,120 m away, 7.62 mm")
    ) == [
        120,
        122,
        152,
        82,
    ]
    assert names("D-30", "two D30s stood there")
    assert names("BM-21", "a bm 21 in the yard")
    assert not names("Tornado-G", "a Tornado-S")
    assert not names("Grad", "an upgraded road")


ROWS = (
    Withdrawal(15_000, calibre_from_mm=101),
    Withdrawal(8_000, "mortar", calibre_from_mm=120, calibre_to_mm=120),
    Withdrawal(16_000, "artillery", ("D-30",), 122, 122),
    Withdrawal(21_000, "rocket artillery", ("Grad", "BM-21")),
)
BACK = Terms(line="line", withdrawals=ROWS)
STANDS = Clause("4", "Guns stand back", Deontic.REQUIRES, ())
KM = 13_263  # millionths of a degree of longitude in a kilometre at 47.5 degrees north

WEAPONS = [
    ("a 120 mm mortar stood by the road", "mortar", 6, Verdict.WOULD_BREACH),
    ("a 120 mm mortar stood by the road", "mortar", 10, Verdict.WOULD_NOT),
    ("a 152 mm gun stood by the road", "artillery", 10, Verdict.WOULD_BREACH),
    ("a 152 mm gun stood by the road", "artillery", 18, Verdict.WOULD_NOT),
    ("a howitzer, a D-30 of 122 mm", "howitzer", 13, Verdict.WOULD_BREACH),
    ("a howitzer of 122 mm", "howitzer", 10, Verdict.WOULD_BREACH),  # whether a D-30 or not
    ("a howitzer of 122 mm", "howitzer", 15, Verdict.CANNOT_BE_JUDGED),  # 15 km, or 16 if it was a D-30
    ("BM-21 Grad launchers", "rocket launchers", 18, Verdict.WOULD_BREACH),
    ("mortars stood there", "mortars", 5, Verdict.CANNOT_BE_JUDGED),  # of 120 mm, or of more, or of less
    ("an 82 mm mortar", "mortar", 1, Verdict.WOULD_NOT),
    ("a drone lay there", "drone", 1, Verdict.WOULD_NOT),
    ("soldiers stood there", "", 1, Verdict.CANNOT_BE_JUDGED),
]


@pytest.mark.parametrize(("words", "weapon", "km", "verdict"), WEAPONS, ids=[f"{w} {k} km" for w, _, k, _ in WEAPONS])
def test_weapons_have_to_stand_back_by_what_they_are(words: str, weapon: str, km: int, verdict: Verdict) -> None:
    """The most particular row that is told counts; a row that may apply too keeps the judgement open."""
    where = at(47_500_000, 11_000_000 + km * KM, radius=400)
    told = incident(account(words, weapon=weapon), act="Change to group/activity", where=where)
    found = finding_on(told, BACK, words, clause=STANDS)
    assert found.verdict is verdict, found.reasons
    assert found.would_change


def test_fire_from_afar_does_not_tell_where_the_weapon_stood() -> None:
    """A place that was shelled is no place of a gun, however close to the line it lies."""
    told = incident(account("a 152 mm gun fired", weapon="artillery"), where=at(47_500_000, 11_000_000))
    found = finding_on(told, BACK, "a 152 mm gun fired", clause=STANDS)
    assert found.verdict is Verdict.CANNOT_BE_JUDGED
    assert found.would_change == ("where the weapon stood",)


@given(st.integers(0, 60), st.integers(0, 60), st.sampled_from([row[:2] for row in WEAPONS]))
def test_moving_away_from_the_line_never_makes_a_breach(near: int, far: int, weapon: tuple[str, str]) -> None:
    """What would not breach close by does not breach farther off."""
    near, far = sorted((near, far))
    words, kind = weapon

    def verdict(km: int) -> Verdict:
        where = at(47_500_000, 11_000_000 + km * KM)
        told = incident(account(words, weapon=kind), act="Other", where=where)
        return finding_on(told, BACK, words, clause=STANDS).verdict

    assert verdict(far) is not Verdict.WOULD_BREACH or verdict(near) is Verdict.WOULD_BREACH


CLASSES = [
    (("mortar",), Verdict.WOULD_BREACH),
    (("howitzer",), Verdict.WOULD_BREACH),
    (("shells",), Verdict.WOULD_BREACH),
    (("rifles",), Verdict.WOULD_NOT),
    (("rockets", "rifles"), Verdict.CANNOT_BE_JUDGED),
    (("",), Verdict.CANNOT_BE_JUDGED),
    (("slings",), Verdict.CANNOT_BE_JUDGED),
]


@pytest.mark.parametrize(("weapons", "verdict"), CLASSES)
def test_a_clause_may_name_weapons(weapons: tuple[str, ...], verdict: Verdict) -> None:
    """Heavy weapons are mortars and guns, not rifles; what is not told, or told in two ways, stays open."""
    claimants = (ARVENIA, Who("Observers", Kind.BODY))
    accounts = [account("x", weapon=weapon, claimant=who) for weapon, who in zip(weapons, claimants, strict=False)]
    assert finding_on(incident(*accounts), Terms(weapons=("heavy weapons",))).verdict is verdict


# -- times -------------------------------------------------------------------------------------------------------------

EVENING, MINUTE = Clock(21 * 60 + 45, 120), Clock(1, 180)


@pytest.mark.parametrize(
    ("day", "clock", "verdict"),
    [
        (12, EVENING, Verdict.OUTSIDE_WINDOW),
        (13, EVENING, Verdict.CANNOT_BE_JUDGED),
        (14, EVENING, Verdict.WOULD_BREACH),
        (13, MINUTE, Verdict.WOULD_BREACH),
        (13, None, Verdict.WOULD_BREACH),
    ],
)
def test_the_hour_matters_on_its_day_alone(day: int, clock: Clock | None, verdict: Verdict) -> None:
    """A truce from an evening on leaves its first day open; one from 00:01 on covers it."""
    told = incident(when=When.on(date(2031, 3, day)))
    found = finding_on(told, Terms(start=DAY, start_clock=clock))
    assert found.verdict is verdict
    if clock is EVENING:
        assert any("21:45 (UTC+02:00)" in reason.words for reason in found.reasons)


def test_a_day_between_two_versions_that_meet_at_an_hour_is_within() -> None:
    """A prolongation that begins at the minute at which the first term ends leaves no gap; later versions are named."""
    first = Version("first", date(2031, 3, 3), date(2031, 3, 13), effective_clock=EVENING, expires_clock=EVENING)
    second = Version("second", date(2031, 3, 13), date(2031, 3, 20), effective_clock=EVENING, expires_clock=EVENING)
    met = finding_on(incident(), Terms(), versions=(first, second))
    assert met.verdict is Verdict.WOULD_BREACH
    later = finding_on(incident(when=When.on(date(2031, 3, 15))), Terms(), versions=(first, second))
    assert any("in version “second”" in reason.words for reason in later.reasons)
    apart = (replace(first, expires=date(2031, 3, 10)), replace(second, effective=date(2031, 3, 15)))
    gap = finding_on(incident(), Terms(), versions=apart)
    assert gap.verdict is Verdict.OUTSIDE_WINDOW


def test_a_retired_clause_is_judged_on_the_days_that_it_held() -> None:
    """From the day of retirement on an incident lies outside its window."""
    clause = Clause("1", "Old", Deontic.PROHIBITS, (), retired=date(2031, 3, 13))
    assert finding_on(incident(), Terms(), clause=clause).verdict is Verdict.OUTSIDE_WINDOW
    before = incident(when=When.on(date(2031, 3, 12)))
    assert finding_on(before, Terms(), clause=clause).verdict is Verdict.WOULD_BREACH


def test_an_incident_dated_after_its_reports_cannot_be_judged() -> None:
    """Nobody reports tomorrow: the finding says what is wrong instead of judging it."""
    (found,) = findings_on(incident(), situation_of(Terms()), newest=date(2031, 3, 12))
    assert found.verdict is Verdict.CANNOT_BE_JUDGED
    assert found.would_change == ("a report of it from that day or later",)
    assert any("lies after 12 March 2031" in reason.words for reason in found.reasons)


DAYS = st.dates(date(2031, 1, 1), date(2031, 6, 30))
WHENS = st.builds(
    lambda first, length: replace(When.on(first), latest=first + timedelta(days=length)), DAYS, st.integers(0, 30)
)


@given(when=WHENS, start=DAYS, end=DAYS, later=st.integers(0, 40), earlier=st.integers(0, 40))
def test_narrowing_a_window_never_brings_in_what_was_outside(
    when: When, start: date, end: date, later: int, earlier: int
) -> None:
    """A later start or an earlier end never makes a breach of what lay outside, nor of what could not be judged."""
    wide, narrow = (
        Terms(start=start, end=end),
        Terms(start=start + timedelta(days=later), end=end - timedelta(days=earlier)),
    )
    told = incident(when=when)
    if finding_on(told, narrow).verdict is Verdict.WOULD_BREACH:
        assert finding_on(told, wide).verdict is Verdict.WOULD_BREACH
    if finding_on(told, wide).verdict is Verdict.OUTSIDE_WINDOW:
        assert finding_on(told, narrow).verdict is Verdict.OUTSIDE_WINDOW


# -- conditions and exceptions -----------------------------------------------------------------------------------------

CONDITIONS = [
    (Holds.ONCE, None, Verdict.CANNOT_BE_JUDGED),
    (Holds.ONCE, date(2031, 3, 13), Verdict.WOULD_BREACH),
    (Holds.ONCE, date(2031, 3, 14), Verdict.OUTSIDE_WINDOW),
    (Holds.UNTIL, None, Verdict.WOULD_BREACH),
    (Holds.UNTIL, date(2031, 3, 12), Verdict.OUTSIDE_WINDOW),
    (Holds.UNTIL, date(2031, 3, 13), Verdict.CANNOT_BE_JUDGED),
    (Holds.UNTIL, date(2031, 3, 14), Verdict.WOULD_BREACH),
]


@pytest.mark.parametrize(("holds", "day", "verdict"), CONDITIONS)
def test_conditions_are_tested_by_their_day(holds: Holds, day: date | None, verdict: Verdict) -> None:
    """Owed once, or until, the condition is met; without a day the one cannot be judged and the other says so."""
    found = finding_on(incident(), Terms(conditions=(Condition(holds, "The other side ceases.", day),)))
    assert found.verdict is verdict
    assert any("The other side ceases." in reason.words for reason in found.reasons)
    if day is None:
        assert any("The other side ceases." in change for change in found.would_change)


FIRE = Exemption("Fire in answer to an attack.", "return fire")
ORDERED = replace(FIRE, only_after=("a call to the joint centre", "an order"))
OBSERVERS = Who("Observers", Kind.BODY)
ANSWER = "Belkora said that its guns had returned fire."
PLAIN = "Belkora fired at dawn."


def test_fire_in_answer_only_after_steps_cannot_be_judged() -> None:
    """Where an account tells of an answer, the steps that had to go before are what is missing; its words are cited."""
    told = incident(account(PLAIN), account(ANSWER, claimant=BELKORA))
    found = finding_on(told, Terms(exemptions=(ORDERED,)), PLAIN, ANSWER)
    assert found.verdict is Verdict.CANNOT_BE_JUDGED
    assert found.would_change == ("whether there was first a call to the joint centre and an order",)
    (reason,) = [each for each in found.reasons if each.words.startswith("Exception:")]
    assert [place.span.of(ANSWER) for place in reason.basis] == ["returned fire"]
    assert "Belkora tells of fire in answer" in reason.words


def test_fire_in_answer_excuses_only_what_all_tell_alike() -> None:
    """The accused's own word leaves it open; where everybody tells of an answer, observers too, it is excepted."""
    terms = Terms(exemptions=(FIRE,))
    own = finding_on(incident(account(ANSWER, claimant=BELKORA)), terms, ANSWER)
    assert (own.verdict, own.would_change) == (Verdict.CANNOT_BE_JUDGED, ("who fired first",))
    both = incident(account(ANSWER, claimant=BELKORA), account(ANSWER, claimant=OBSERVERS))
    assert finding_on(both, terms, ANSWER, ANSWER).verdict is Verdict.EXCEPTED
    split = incident(account(PLAIN), account(ANSWER, claimant=OBSERVERS))
    assert finding_on(split, terms, PLAIN, ANSWER).verdict is Verdict.CANNOT_BE_JUDGED
    none = finding_on(incident(account(PLAIN)), terms, PLAIN)
    assert none.verdict is Verdict.WOULD_BREACH
    assert none.would_change[0] == "evidence that an exception applies: Fire in answer to an attack."


def test_rival_accusations_leave_open_who_began() -> None:
    """Where each side lays it at the other's door, neither is judged to have begun."""
    told = incident(account(PLAIN), account("Arvenia fired.", actor=ARVENIA, claimant=BELKORA))
    found = findings_on(told, situation_of(Terms(exemptions=(FIRE,))))
    assert [each.verdict for each in found] == [Verdict.CANNOT_BE_JUDGED] * 2


@pytest.mark.parametrize(
    "words",
    [
        "Сили відкрили вогонь у відповідь.",
        "Военные открыли ответный огонь.",
        "В ответ на обстрел орудия отработали.",
        "They retaliated within the hour.",
        "It came in response to the attack.",
    ],
)
def test_answers_are_told_in_three_languages(words: str) -> None:
    """Words for fire in answer are found exactly where they stand."""
    found = finding_on(incident(account(words)), Terms(exemptions=(ORDERED,)), words)
    (reason,) = [each for each in found.reasons if each.words.startswith("Exception:")]
    assert reason.basis
    assert all(Span(0, len(words)).contains(place.span) for place in reason.basis)


def test_an_exception_for_another_act_or_side_is_not_asked() -> None:
    """An exemption for other acts, targets or parties stays out of the reasons."""
    for other in (replace(FIRE, acts=("Arrests",)), replace(FIRE, bound=("arvenia",))):
        found = finding_on(incident(account(ANSWER)), Terms(exemptions=(other,)), ANSWER)
        assert found.verdict is Verdict.WOULD_BREACH
        assert not any(reason.words.startswith("Exception:") for reason in found.reasons)


def test_a_permission_of_the_same_agreement_is_excepted() -> None:
    """What another clause permits more narrowly is no breach of the prohibition; what it may permit stays open."""
    permits = Clause("2", "Guards may shoot", Deontic.PERMITS, (Reading("text", Terms(targets=("military",))),))
    situation = situation_of(Terms(), permits)
    for target, verdict in (
        ("military", Verdict.EXCEPTED),
        ("energy", Verdict.WOULD_BREACH),
        ("", Verdict.CANNOT_BE_JUDGED),
    ):
        told = incident(account(target_class=target), target_class=target)
        (found,) = findings_on(told, situation)
        assert found.verdict is verdict


# -- all terms together ------------------------------------------------------------------------------------------------

PARTIES = st.lists(st.sampled_from(["arvenia", "belkora"]), unique=True, max_size=1).map(tuple)
TERMS = st.builds(
    Terms,
    acts=st.lists(st.sampled_from(ACTS[:10]), unique=True, max_size=4).map(tuple),
    targets=st.lists(st.sampled_from(TARGETS[:4]), unique=True, max_size=2).map(tuple),
    weapons=st.sampled_from([(), ("heavy weapons",), ("drone",)]),
    zone=st.sampled_from([(), ("square",), ("ostrel",)]),
    bound=PARTIES,
    start=st.none() | DAYS,
    end=st.none() | DAYS,
    excepted_targets=st.sampled_from([(), ("energy",)]),
    conditions=st.sampled_from([(), (Condition(Holds.ONCE, "If.", DAY),), (Condition(Holds.UNTIL, "If.", None),)]),
    exemptions=st.sampled_from([(), (FIRE,), (ORDERED,)]),
    line=st.just("line"),
    withdrawals=st.sampled_from([(), ROWS]),
)
WORDS = st.sampled_from([PLAIN, ANSWER, "a 120 mm mortar stood there", "It was dark."])
ACCOUNTS = st.lists(
    st.tuples(WORDS, st.sampled_from([ARVENIA, BELKORA, None]), st.sampled_from(["arvenia", "belkora", "outside"])),
    min_size=1,
    max_size=3,
    unique_by=lambda told: (told[1], told[2]),
)
_WHO = {"arvenia": ARVENIA, "belkora": BELKORA, "outside": OBSERVERS}
_OTHER = {"arvenia": "belkora", "belkora": "arvenia", "outside": "outside"}


def _swapped(who: Who | None) -> Who | None:
    return _WHO[_OTHER[who.party]] if who else None


@given(TERMS, ACCOUNTS, WHENS, st.sampled_from(ACTS[:10]), st.sampled_from(["", *TARGETS[:4]]))
def test_every_verdict_has_reasons_and_swapping_the_parties_swaps_it(
    terms: Terms, told: list[tuple[str, Who | None, str]], when: When, act: str, target: str
) -> None:
    """Whatever is asked of whatever is told: reasons, a way to change it, words that exist; no side is favoured."""
    texts: dict[str, str] = {}

    def findings(*, is_swapped: bool) -> list[tuple[str, Verdict, int]]:
        accounts = []
        for words, actor, claimant in told:
            who = _WHO[_OTHER[claimant] if is_swapped else claimant]
            made = account(words, actor=_swapped(actor) if is_swapped else actor, claimant=who)
            texts[made.basis[0].document] = words
            accounts.append(made)
        bound = tuple(_OTHER[party] for party in terms.bound) if is_swapped else terms.bound
        parties = ("belkora", "arvenia") if is_swapped else TRUCE.parties
        situation = situation_of(replace(terms, bound=bound), parties=parties)
        found = findings_on(incident(*accounts, act=act, when=when, target_class=target), situation, texts)
        for each in found:
            assert len(each.reasons) >= 2
            assert each.would_change
            for reason in each.reasons:
                assert all(place.span.end <= len(texts[place.document]) for place in reason.basis)
        sides = [each.attributed_to[0].party if each.attributed_to else "" for each in found]
        named = [_OTHER.get(side, "") for side in sides] if is_swapped else sides
        return [(side, each.verdict, len(each.reasons)) for side, each in zip(named, found, strict=True)]

    assert findings(is_swapped=False) == findings(is_swapped=True)
