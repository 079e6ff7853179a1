"""Commitments and agreements: what, from whom, to whom, how far, on what condition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from trucewatch.events import Events
from trucewatch.situation import Stage

Reader = Callable[..., tuple[str, Events]]


@pytest.mark.parametrize(
    ("copy", "what", "stage"),
    [
        ("Norway pledged 50 tanks to Beldia.", "weapons", Stage.OFFERED),
        ("Norway delivered 30 tanks to Beldia in April.", "weapons", Stage.DELIVERED),
        ("Norway suspended military aid to Beldia.", "military assistance", Stage.WITHDRAWN),
        ("Norway refused to send troops to Beldia.", "troops", Stage.REFUSED),
        ("Norway is withdrawing its offer to send 300 troops.", "troops", Stage.WITHDRAWN),
        ("Beldia is seeking security guarantees from Norway.", "security guarantees", Stage.SOUGHT),
        ("Norway agreed to provide humanitarian aid to Beldia.", "humanitarian aid", Stage.AGREED),
    ],
)
def test_a_promise_is_not_a_deed(read_events: Reader, copy: str, what: str, stage: Stage) -> None:
    """The verb that governs the goods decides how far the commitment has come."""
    _, events = read_events(copy)
    (commitment,) = events.commitments
    assert (commitment.what, commitment.stage) == (what, stage)


def test_a_force_keeps_its_upper_bound_and_those_who_would_lead_it(read_events: Reader) -> None:
    """The words "up to 5,000" is a bound, not a number; the outlined force is planned."""
    _, events = read_events(
        "Norway and Sweden outlined a peacekeeping force of up to 5,000 troops to be deployed to Arania."
    )
    (commitment,) = events.commitments
    assert commitment.amount is not None
    assert (commitment.amount.low, commitment.amount.high) == (None, 5000)
    assert commitment.stage is Stage.PLANNED
    assert [w.state for w in commitment.givers] == ["NO", "SE"]
    assert [w.party for w in commitment.receivers] == ["aran"]


def test_an_unwilling_giver_refuses_what_is_sought(read_events: Reader) -> None:
    """Sought and not given is one commitment: refused, with seekers and giver."""
    _, events = read_events(
        "Beldia is seeking security guarantees from Norway, something Norway has been unwilling to provide."
    )
    (commitment,) = events.commitments
    assert commitment.stage is Stage.REFUSED
    assert [w.party for w in commitment.seekers] == ["beld"]
    assert [w.state for w in commitment.givers] == ["NO"]


def test_a_pledge_on_a_condition_is_conditional(read_events: Reader) -> None:
    """The condition is kept by its words, the sum with its currency."""
    text, events = read_events("Sweden pledged 40 million euros to Beldia if the truce holds.")
    (commitment,) = events.commitments
    assert commitment.stage is Stage.CONDITIONAL
    assert [c.of(text) for c in commitment.conditions] == ["if the truce holds"]
    assert commitment.amount is not None
    assert (commitment.amount.low, commitment.amount.unit) == (40_000_000, "EUR")


def test_aid_sought_from_many_counts_the_givers(read_events: Reader) -> None:
    """States that convene to raise aid for another are its givers by number."""
    _, events = read_events(
        "Envoys from about 50 countries will convene in Tarno on Friday to seek military assistance for Beldia."
    )
    (commitment,) = events.commitments
    assert commitment.givers_count is not None
    assert commitment.givers_count.low == 50
    assert [w.party for w in commitment.receivers] == ["beld"]


@pytest.mark.parametrize(
    ("copy", "kind", "stage"),
    [
        ("Norway is seeking to broker a ceasefire between Arania and Beldia.", "ceasefire", Stage.SOUGHT),
        ("Arania and Beldia signed a 30-day ceasefire on 3 May.", "ceasefire", Stage.SIGNED),
        ("The ceasefire collapsed on Sunday.", "ceasefire", Stage.REPUDIATED),
        ("Arania is negotiating a deal with Norway over its lithium mines.", "resources", Stage.NEGOTIATED),
        ("Arania and Beldia agreed a prisoner exchange on Monday.", "exchange", Stage.AGREED),
        ("Troops would police a future peace agreement with Beldia.", "peace", Stage.PROPOSED),
    ],
)
def test_kind_and_stage_of_agreements(read_events: Reader, copy: str, kind: str, stage: Stage) -> None:
    """The words beside an agreement tell its kind and how far it has come."""
    _, events = read_events(copy)
    (agreement,) = events.agreements
    assert (agreement.kind, agreement.stage) == (kind, stage)


def test_later_words_for_one_agreement_are_joined(read_events: Reader) -> None:
    """The words "such a deal" and "the truce" add dispute and breach to the ceasefire they stand for."""
    _, events = read_events(
        "Talks between Arania and Norway on 24 March struggled to establish a 30-day limited ceasefire.\n"
        "Both sides have disagreed on the terms of such a deal.\n"
        "The deal was violated shortly after."
    )
    (agreement,) = events.agreements
    assert agreement.kind == "ceasefire"
    assert agreement.duration_days == 30
    assert agreement.is_disputed
    assert agreement.is_violated
    assert agreement.when is not None
    assert agreement.when.words == "24 March"
    assert len(agreement.spans) == 3


def test_an_agreement_is_matched_by_its_alias(read_events: Reader) -> None:
    """A name of the situation file makes the match; a ceasefire still sought is not the one in force."""
    _, known = read_events("Beldia accused Arania of violating the truce.")
    _, sought = read_events("Norway is seeking to broker a ceasefire between Arania and Beldia.")
    assert known.agreements[0].agreement == "oresk-truce"
    assert sought.agreements[0].agreement == ""


@pytest.mark.parametrize(
    ("copy", "stage"),
    [
        ("A ceasefire between Arania and Beldia that ended a month of war was holding on Monday.", Stage.IN_FORCE),
        ("Troops may come if a peace agreement with Beldia is ever signed.", Stage.PROPOSED),
        ("The ceasefire expired at midnight.", Stage.EXPIRED),
    ],
)
def test_a_stage_is_told_of_the_agreement_itself(read_events: Reader, copy: str, stage: Stage) -> None:
    """A truce that ended a war has not ended, and one that would follow "if" is not signed; nothing then is dated."""
    _, events = read_events(copy)
    (agreement,) = events.agreements
    assert agreement.stage is stage
    assert stage is not Stage.PROPOSED or agreement.when is None


def test_troops_sent_into_battle_are_no_commitment(read_events: Reader) -> None:
    """An invasion gives nobody anything."""
    _, events = read_events("Beldia sent ground troops into Arania on 17 July.")
    assert events.commitments == ()


def test_goods_carry_what_they_are_worth_and_friends_are_not_the_befriended(read_events: Reader) -> None:
    """The words "Beldia’s backers pledged €2 billion in military assistance" is one pledge, and not Beldia's."""
    _, events = read_events("Beldia’s backers pledged €2 billion in military assistance on Friday.")
    (commitment,) = events.commitments
    assert commitment.what == "military assistance"
    assert commitment.amount is not None
    assert (commitment.amount.low, commitment.amount.unit) == (2_000_000_000, "EUR")
    assert [w.party for w in commitment.givers] == [""]


def test_observers_are_a_commitment(read_events: Reader) -> None:
    """Those sent to watch a truce are counted apart from troops."""
    _, events = read_events("Sweden said it would send 40 monitors to Arania if both governments agreed.")
    (sent,) = events.commitments
    assert (sent.what, sent.amount.low if sent.amount else None) == ("observers", 40)


@pytest.mark.parametrize(
    "copy",
    [
        "Norway has delivered 10 of the 40 tanks it promised to Beldia.",
        "Norway delivered 10 tanks of the 40 it had pledged to Beldia.",
    ],
)
def test_a_part_delivered_tells_the_promise_as_well(read_events: Reader, copy: str) -> None:
    """Ten of forty promised: two commitments of one giver in one unit, a delivery of ten and a promise of forty."""
    text, events = read_events(copy)
    told = [
        (each.stage, each.amount.low, each.amount.unit, [w.state for w in each.givers])
        for each in events.commitments
        if each.amount is not None
    ]
    assert told == [(Stage.DELIVERED, 10, "tanks", ["NO"]), (Stage.OFFERED, 40, "tanks", ["NO"])]
    assert "40" in events.commitments[1].span.of(text)


def test_a_part_of_what_nobody_promised_is_only_a_delivery(read_events: Reader) -> None:
    """Ten of forty tanks, where nobody promised any, are ten."""
    _, events = read_events("Norway delivered 10 of its 40 tanks to Beldia.")
    (commitment,) = events.commitments
    assert commitment.amount is not None
    assert (commitment.amount.low, commitment.amount.unit) == (10, "tanks")


def test_states_that_are_only_counted_pledge_together(read_events: Reader) -> None:
    """Thirty states that are not named give as many, and nobody is made up."""
    _, events = read_events("Some 30 countries pledged 2 billion euros in military aid to Beldia.")
    (commitment,) = events.commitments
    assert commitment.givers == ()
    assert commitment.givers_count is not None
    assert (commitment.givers_count.low, commitment.givers_count.high) == (30, 30)
