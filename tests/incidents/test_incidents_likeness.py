from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from incidents_samples import ARVENIA, BELKORA, DAY, LAKES, TARSK, member

from trucewatch.events.model import EventMention, Factuality, Harm, Stance
from trucewatch.incidents import (
    Member,
    compare,
    distance_m,
    filed_under,
    filing_order,
    find_incident,
    group,
    incident_id,
    is_same,
    may_found,
    sought_under,
)
from trucewatch.incidents.times import days_apart
from trucewatch.values import Amount, Precision, Span, When, Where

NEAR_OSTREL = Where("Ostrel", place="ostrel-north", lat_e6=47_530_000, lon_e6=11_220_000, radius_m=2_000)

SAME: dict[str, dict[str, Any]] = {
    "another report of it": {},
    "a day later, as of midnight": {"when": DAY + timedelta(1)},
    "a kindred act": {"act": "Shelling/artillery/missile attack"},
    "a place whose area touches": {"where": NEAR_OSTREL},
    "the region it lies in": {"where": LAKES},
    "no time, but all else": {"when": None},
    "no place, but the same harm": {"where": None, "killed": 4},
    "another accused": {"actor": ARVENIA, "claimants": (BELKORA,)},
    "another count of the dead": {"killed": 9},
    "a week that holds the day": {
        "when": When("2031-03-10/2031-03-16", date(2031, 3, 10), date(2031, 3, 16), Precision.WEEK)
    },
    "only a month": {"when": When("2031-03", date(2031, 3, 1), date(2031, 3, 31), Precision.MONTH)},
}

DIFFERENT: dict[str, dict[str, Any]] = {
    "two days later": {"when": DAY + timedelta(2)},
    "a year earlier": {"when": date(2030, 3, 13)},
    "a village far off": {"where": TARSK},
    "another kind of act": {"act": "Abduction/forced disappearance"},
    "no place and nothing else to tie it": {"where": None, "actor": None},
    "no time and published long after": {"when": None, "published": DAY + timedelta(90)},
    "another target and no place": {"where": None, "target_class": "hospital"},
}


def _finds(seeker: Member, filed: Member) -> bool:
    """Whether the one is filed where the other looks."""
    return any(
        where.key == key and where.first <= day <= where.last
        for where in sought_under(seeker)
        for key, day in filed_under(filed)
    )


@pytest.mark.parametrize("case", SAME)
def test_likely_the_same(case: str) -> None:
    """Reports that differ only in precision, wording or whom they blame tell of one incident."""
    one, two = member(1, killed=4), member(2, **SAME[case])
    assert is_same(one.mention, two.mention, 0), compare(one.mention, two.mention, 0)
    assert _finds(one, two)
    assert _finds(two, one)


_BARE: dict[str, Any] = {"when": None, "where": None}
LATER: dict[str, tuple[int, dict[str, Any], dict[str, Any]]] = {
    "a denial, of the target alone": (3, {}, {"factuality": Factuality.DENIED, "stance": Stance.DENIES}),
    "the same quarrel": (30, {"mirror": "evt-8"}, {"mirror": "evt-9", "sentence": Span(0, 50)}),
    "the same words": (
        30,
        {"target_class": "", "sentence": Span(0, 50)},
        {"target_class": "", "sentence": Span(0, 50)},
    ),
}


@pytest.mark.parametrize("case", LATER)
def test_what_names_neither_day_nor_place_is_found_days_later(case: str) -> None:
    """As long as the rule would take the two for one, either finds the other."""
    days, told, told_later = LATER[case]
    one = member(1, trigger=Span(10, 16), **_BARE | told)
    two = member(2, trigger=Span(10, 16), published=DAY + timedelta(days), **_BARE | told_later)
    assert is_same(one.mention, two.mention, days), compare(one.mention, two.mention, days)
    assert _finds(one, two)
    assert _finds(two, one)


@pytest.mark.parametrize("case", DIFFERENT)
def test_not_the_same(case: str) -> None:
    """Reports that contradict in act, time or place, or that nothing ties together, tell of two."""
    one, two = member(1), member(2, **DIFFERENT[case])
    apart = 90 if "published" in DIFFERENT[case] else 0
    assert not is_same(one.mention, two.mention, apart), compare(one.mention, two.mention, apart)


def test_a_mutual_accusation_is_one_incident() -> None:
    """Two mentions marked as each other's mirror are one incident, whatever else they lack."""
    one = member(1, when=None, where=None)
    two = member(2, when=None, where=None, target_class="", actor=ARVENIA, claimants=(BELKORA,), mirror="evt-1")
    assert is_same(one.mention, two.mention)


def test_a_denial_answers_for_the_accused_it_names() -> None:
    """A denial without time or place joins the deed that the same report lays at the same door, and no other's."""
    denial = member(2, document="doc-1", factuality=Factuality.DENIED, stance=Stance.DENIES, when=None, where=None)
    other = member(3, document="doc-1", actor=ARVENIA)
    assert is_same(member(1).mention, denial.mention)
    assert not is_same(other.mention, denial.mention)


def test_a_bare_mention_takes_up_what_its_report_has_told() -> None:
    """A later sentence without day and place means the deed told before it, but not in another report."""
    one = member(1)
    bare = {"when": None, "where": None, "actor": None}
    assert is_same(one.mention, member(2, document="doc-1", **bare).mention)
    assert not is_same(one.mention, member(2, **bare).mention)


def test_a_copied_sentence_is_the_same_even_where_little_is_known() -> None:
    """The same words in another report are the same mention, though neither names time, place or target."""
    one = member(1, when=None, where=None, target_class="", actor=None)
    two = replace(one.mention, id="evt-2", document="doc-2")
    assert is_same(one.mention, two, 0)
    assert _finds(one, Member(mention=two, published=one.published))


def test_distance_is_in_whole_metres() -> None:
    """A degree of latitude is 111 km; longitude shrinks towards the pole and wraps at the date line."""
    origin = Where("", lat_e6=60_000_000, lon_e6=179_900_000, radius_m=1)
    north = replace(origin, lat_e6=61_000_000)
    east = replace(origin, lon_e6=-179_900_000)
    assert distance_m(origin, north) == 111_195
    assert distance_m(origin, east) == pytest.approx(11_119, abs=20)
    assert distance_m(origin, Where("nowhere")) is None


# -- properties --------------------------------------------------------------------------------------------------------

_times = st.one_of(
    st.none(),
    st.dates(date(2031, 2, 20), date(2031, 4, 5)).map(When.on),
    st.just(When("2031-03", date(2031, 3, 1), date(2031, 3, 31), Precision.MONTH)),
    st.just(When("", None, None, Precision.UNKNOWN, "recently")),
)
_places = st.sampled_from([None, TARSK, LAKES, NEAR_OSTREL, Where("Somewhere"), Where("X", candidates=("tarsk", "x"))])


_ACTS = ("Air/drone strike", "Attack", "Looting/property destruction", "Armed clash", "Other")
_harm = st.sampled_from([(), *((Harm("killed", Amount(count, count)),) for count in (1, 2))])
_fields: dict[str, st.SearchStrategy[Any]] = {
    "document": st.sampled_from(["doc-1", "doc-2"]),
    "act": st.sampled_from(_ACTS),
    "sentence": st.integers(30, 32).map(lambda end: Span(0, end)),
    "factuality": st.sampled_from([Factuality.CLAIMED, Factuality.REPORTED, Factuality.DENIED]),
    "actor": st.sampled_from([None, ARVENIA, BELKORA]),
    "claimants": st.sampled_from([(), (ARVENIA,), (BELKORA,), (ARVENIA, BELKORA)]),
    "target_class": st.sampled_from(["", "energy", "civilians"]),
    "when": _times,
    "where": _places,
    "harm": _harm,
    "mirror": st.sampled_from(["", "evt-other"]),
    "is_violation": st.booleans(),
}


@st.composite
def _mentions(draw: st.DrawFn) -> EventMention:
    given = {name: draw(values) for name, values in _fields.items()}
    return EventMention(id=f"evt-{draw(st.integers(0, 10**9))}", trigger=Span(5, 9), stance=Stance.ALLEGES, **given)


@st.composite
def _variants(draw: st.DrawFn) -> tuple[EventMention, EventMention]:
    """Two mentions that differ in few things: two drawn freely are seldom of one deed."""
    one = draw(_mentions())
    changed = draw(st.sets(st.sampled_from(sorted(_fields)), max_size=4))
    other = replace(one, id=one.id + "-again", **{name: draw(_fields[name]) for name in sorted(changed)})
    return one, other


_told = st.one_of(st.none(), st.integers(0, 45).map(lambda days: When.on(DAY + timedelta(days))))


@given(_mentions(), _mentions(), st.sampled_from([None, 0, 2, 40]))
@settings(deadline=None, max_examples=100)
def test_likeness_is_symmetric(a: EventMention, b: EventMention, apart: int | None) -> None:
    """Which of two mentions comes first never matters."""
    assert compare(a, b, apart) == compare(b, a, apart)


@given(_variants(), _told, _told)
@settings(deadline=None, max_examples=500)
def test_of_what_is_the_same_either_finds_the_other(
    pair: tuple[EventMention, EventMention], told: When | None, told_again: When | None
) -> None:
    """No pair that the rule would join is kept apart by the filing, whichever of the two comes first, whatever is known
    of when they were told.
    """
    one, other = Member(mention=pair[0], published=told), Member(mention=pair[1], published=told_again)
    if is_same(*pair, days_apart(told, told_again)):
        assert _finds(one, other)
        assert _finds(other, one)


@st.composite
def _reports(draw: st.DrawFn) -> list[Member]:
    """Mentions of two reports and what another two make of them."""
    pairs = draw(st.lists(_variants(), min_size=2, max_size=5))
    told = {f"doc-{number}": draw(_told) for number in range(1, 5)}
    mentions = [
        replace(mention, id=f"evt-{number}-{again}", document=f"doc-{1 + number % 2 + 2 * again}")
        for number, pair in enumerate(pairs)
        for again, mention in enumerate(pair)
    ]
    in_order = sorted(mentions, key=lambda mention: mention.document)
    return [Member(mention=mention, published=told[mention.document]) for mention in in_order]


def _looked_at_all(members: list[Member]) -> list[tuple[Member, ...]]:
    """The incidents, where every mention is held against every incident that there is."""
    incidents: dict[str, list[Member]] = {}
    in_turn = sorted(members, key=lambda told: (told.mention.document, filing_order(told.mention)))
    for each in in_turn:
        joined = find_incident(each, incidents)
        if joined is not None or may_found(each.mention):
            incidents.setdefault(joined or incident_id(each.mention), []).append(each)
    return [tuple(held) for held in incidents.values()]


@given(_reports())
@settings(deadline=None, max_examples=100)
def test_looking_where_it_may_be_finds_what_looking_everywhere_does(members: list[Member]) -> None:
    """The incidents are those that would come of holding every mention against all that is filed."""
    assert list(group(members)) == _looked_at_all(members)
