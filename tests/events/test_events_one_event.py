"""One event told several times in one report: one mention for each claim, each knowing what the event is known by."""

from __future__ import annotations

from collections.abc import Callable

from trucewatch.events import Events, Factuality, Stance
from trucewatch.situation import Party, Situation

Reader = Callable[..., tuple[str, Events]]

STATION = (
    "Arania and Beldia on Friday each accused the other of blowing up the Tarno gas metering station.\n"
    "Beldian spokesman Ivo Karas said retreating Aranian troops set off charges at the plant in the early hours of "
    "Friday.\n"
    "The Aranian Defence Ministry rejected the accusation as baseless and said that Beldian artillery had shelled the "
    "station itself.\n"
    "It could not be established who was responsible for the blast."
)


def test_a_headline_is_told_by_the_text(read_events: Reader) -> None:
    """A headline in the paper's voice over an attributed report is no voice of its own, but adds its words."""
    text, events = read_events(
        "Missile hits Aranian town, killing nine\n\n"
        "A Beldian missile struck a residential quarter of Oresk on Tuesday, killing at least nine people, the "
        "Aranian Defence Ministry said.\n"
    )
    (mention,) = events.mentions
    assert [w.party for w in mention.claimants] == ["aran"]
    assert mention.spans[0].of(text).startswith("Missile hits")
    assert mention.where is not None
    assert mention.where.place == "oresk"


def test_a_toll_belongs_to_what_caused_it(read_events: Reader) -> None:
    """Whoever counts the dead makes a claim of their own, with the act, place and day that the report gives.

    Where they are of no side and name nobody, they confirm that it happened and lay it to nobody.
    """
    _, events = read_events(
        "A Beldian drone hit an apartment block in Oresk on Monday, the Aranian Defence Ministry said.\n"
        "The city morgue said 19 people had been killed."
    )
    strike, toll = events.mentions
    assert (toll.act, toll.where, toll.when) == (strike.act, strike.where, strike.when)
    assert [(h.kind, h.amount.low) for h in toll.harm] == [("killed", 19)]
    assert (toll.stance, toll.actor) == (Stance.CONFIRMS, None)


def test_a_mutual_accusation_with_denial_and_counterclaim(read_events: Reader) -> None:
    """Two mirrored claims, a bare denial of the first, a rival account of the same place, and the open question."""
    _, events = read_events(STATION)
    accused = [m for m in events.mentions if m.act == "Remote explosive/landmine/IED" and m.stance is Stance.ALLEGES]
    assert {w.party for m in accused for w in m.claimants} == {"aran", "beld"}
    assert all(m.target_class == "energy" and m.mirror for m in accused)
    denial = next(m for m in events.mentions if m.stance is Stance.DENIES)
    assert denial.factuality is Factuality.DENIED
    assert denial.target_class == "energy"
    rival = next(m for m in events.mentions if m.act == "Shelling/artillery/missile attack")
    assert rival.mirror in {m.id for m in accused}
    assert rival.target_class == "energy"
    assert rival.where == accused[0].where
    assert any(m.stance is Stance.CANNOT_ATTRIBUTE for m in events.mentions)


def test_the_day_of_accusing_is_not_the_day_of_the_deed(read_events: Reader) -> None:
    """The words "on Friday each accused" leave the day of the deed open."""
    _, events = read_events("Arania and Beldia on Friday each accused the other of shelling the village of Velin.")
    assert [m.when for m in events.mentions] == [None, None]


def test_several_places_are_several_mentions(read_events: Reader) -> None:
    """Of nine killed in two villages, at most nine were killed in each."""
    _, events = read_events("Beldian air strikes killed nine people in the villages of Oresk and Velin on Monday.")
    assert sorted(m.where.name for m in events.mentions if m.where) == ["Oresk", "Velin"]
    assert [(h.amount.low, h.amount.high) for m in events.mentions for h in m.harm] == [(None, 9), (None, 9)]


def test_harm_stays_with_its_own_clause(read_events: Reader) -> None:
    """Figures told of two raids in one sentence are not mixed."""
    _, events = read_events(
        "The ministry said the Beldian air raid on Oresk killed five people and wounded two, and that the raid on "
        "Velin killed four."
    )
    first, second = events.mentions
    assert [(h.kind, h.amount.low) for h in first.harm] == [("killed", 5), ("wounded", 2)]
    assert [(h.kind, h.amount.low) for h in second.harm] == [("killed", 4)]
    assert {first.act, second.act} == {"Air/drone strike"}


def test_times_are_counted_from_the_event_before(read_events: Reader) -> None:
    """The words "the same morning" are the day last told of, "the next day" the one after."""
    _, events = read_events(
        "Beldian drones attacked a depot in Tarno on 13 May.\n"
        "Aranian artillery shelled Velin the same morning.\n"
        "Beldian troops shelled Oresk the next day."
    )
    days = [m.when.edtf if m.when else "" for m in events.mentions]
    assert days == ["2031-05-13", "2031-05-13", "2031-05-14"]


def test_each_side_is_whom_the_report_opens_with(read_events: Reader) -> None:
    """In a situation of three parties "each side" is the two that the report is about."""
    three = Situation(
        id="three",
        title="Three",
        parties=(Party("aran", "Arania"), Party("beld", "Beldia"), Party("cort", "Cortia")),
    )
    _, events = read_events(
        "Arania and Beldia exchanged fire near the river on Monday.\n"
        "Each side accused the other of violating the truce.",
        situation=three,
    )
    breaches = [m for m in events.mentions if m.is_violation]
    assert {w.party for m in breaches for w in m.claimants} == {"aran", "beld"}
    assert all(m.mirror for m in breaches)


def test_a_verdict_marks_the_breach_it_is_on(read_events: Reader) -> None:
    """Whoever calls the shelling a serious violation alleges that shelling, as a breach."""
    _, events = read_events(
        "Beldia shelled an Aranian position near Velin on Monday.\n"
        "President Mira Talen called the shelling a serious violation."
    )
    verdict = next(m for m in events.mentions if m.claimants)
    assert verdict.is_violation
    assert verdict.stance is Stance.ALLEGES
    assert verdict.actor is not None
    assert verdict.actor.party == "beld"


def test_words_of_banning_and_being_able_tell_of_nothing(read_events: Reader) -> None:
    """What is banned, spared, permitted or within reach has not happened."""
    for copy in (
        "Arania strictly observes the agreement not to strike energy facilities, Mira Talen said.",
        "The text gave neither side a licence to attack Oresk.",
        "Arania agreed to exempt from attack the power station in Tarno.",
        "Beldia has missiles capable of hitting Oresk.",
    ):
        _, events = read_events(copy)
        assert events.mentions == (), copy


def test_an_aim_is_not_a_deed(read_events: Reader) -> None:
    """Troops sent to destroy tunnels have not destroyed them by that; troops that began to shell have."""
    _, aim = read_events("Beldia sent its soldiers to destroy the bridge in Oresk.")
    _, deed = read_events("Beldian troops began to shell Oresk on Monday.")
    assert {m.factuality for m in aim.mentions} <= {Factuality.HYPOTHETICAL, Factuality.PLANNED}
    assert [m.factuality for m in deed.mentions] == [Factuality.REPORTED]


def test_the_toll_of_a_war_is_history(read_events: Reader) -> None:
    """What a whole war has cost is background, not an incident of the day."""
    _, events = read_events("The conflict, which has killed 2,600 people, was discussed in Oresk on Monday.")
    assert {m.factuality for m in events.mentions} <= {Factuality.BACKGROUND}


def test_a_claim_with_a_place_of_its_own_is_not_drawn_into_a_toll(read_events: Reader) -> None:
    """A post hit in one place and a soldier killed at no told place are two claims of the same side."""
    _, events = read_events(
        "Arania and Beldia traded accusations on Sunday over firing that killed a soldier.\n"
        "Arania said Beldian drones had targeted a military post in Oresk."
    )
    placed = [m for m in events.mentions if m.where is not None]
    assert [(m.actor.party if m.actor else "", m.where.place if m.where else "") for m in placed] == [("beld", "oresk")]
    assert all(not m.harm for m in placed)


def test_whoever_tells_of_their_own_wounded_did_not_wound_them(read_events: Reader) -> None:
    """Harm that a side tells of its own people is not the deed that it stands accused of."""
    _, events = read_events(
        "Beldia said Aranian guns had killed a soldier on Sunday.\n"
        "Arania said five of its border guards had been wounded."
    )
    wounded = next(m for m in events.mentions if any(h.kind == "wounded" for h in m.harm))
    assert wounded.actor is None or wounded.actor.party != "aran"


def test_accusing_each_other_after_a_strike_is_not_of_the_strike(read_events: Reader) -> None:
    """What an accusation comes after is told in the report's own voice."""
    text, events = read_events(
        "Arania and Beldia accuse each other of breaking the truce after a strike on Oresk port."
    )
    strike = [m for m in events.mentions if m.trigger.of(text) == "strike"]
    assert [(m.actor, m.claimants) for m in strike] == [(None, ())]
