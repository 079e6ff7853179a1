"""Incidents: what kind, who to whom, when and where, with what harm."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from trucewatch.events import EventMention, Events, Factuality, Stance

Reader = Callable[..., tuple[str, Events]]


def only(found: tuple[str, Events]) -> tuple[str, EventMention]:
    text, events = found
    assert len(events.mentions) == 1, [m.trigger.of(text) for m in events.mentions]
    return text, events.mentions[0]


@pytest.mark.parametrize(
    ("copy", "act"),
    [
        ("Aranian drones struck an oil refinery in Tarno on Tuesday.", "Air/drone strike"),
        ("Beldia shelled the village of Velin overnight.", "Shelling/artillery/missile attack"),
        ("A roadside bomb exploded near Velin on Monday, killing two soldiers.", "Remote explosive/landmine/IED"),
        ("Clashes broke out near Velin on Monday between Aranian and Beldian troops.", "Armed clash"),
        ("Gunmen abducted two aid workers in Velin on Sunday.", "Abduction/forced disappearance"),
        ("Saboteurs set fire to a power station in Tarno on Monday.", "Looting/property destruction"),
        ("Air defences shot down 14 drones over Oresk on Monday.", "Disrupted weapons use"),
        ("Protesters rallied in Oresk on Saturday.", "Peaceful protest"),
        ("Beldian troops captured the village of Velin on Monday.", "Government regains territory"),
        ("Beldian soldiers executed four prisoners of war in Velin on 13 May.", "Attack"),
    ],
)
def test_the_words_decide_the_kind_of_incident(read_events: Reader, copy: str, act: str) -> None:
    """Each construction gets the ACLED sub-event type that its verb, weapon and target make it."""
    _, mention = only(read_events(copy))
    assert mention.act == act
    assert mention.factuality is Factuality.REPORTED


@pytest.mark.parametrize(
    "copy",
    [
        "The minister struck a deal with the union on Monday.",
        "The budget must strike a balance, Mira Talen said.",
        "Mira Talen came under fire for her remarks in Oresk.",
        "A trade strike closed the port of Tarno on Monday.",
        "He suffered a heart attack in Oresk on Monday.",
        "The court killed the bill on Tuesday.",
        "There were no attacks in Velin on Sunday.",
        "The bank raised its target for inflation on Monday.",
    ],
)
def test_figures_of_speech_are_no_incidents(read_events: Reader, copy: str) -> None:
    """Words of war said of bargains, strikes at work or illness tell of no incident."""
    text, events = read_events(copy)
    assert [m.trigger.of(text) for m in events.mentions] == []


def test_actor_target_place_and_day_are_taken_from_the_clause(read_events: Reader) -> None:
    """An active sentence gives actor, target class, weapon, place, day and harm with its numbers."""
    text, mention = only(
        read_events(
            "Aranian drones struck an oil refinery in Tarno on Tuesday, killing three workers and wounding "
            "at least 12 people."
        )
    )
    assert mention.actor is not None
    assert mention.actor.party == "aran"
    assert mention.target_class == "energy"
    assert mention.weapon == "drones"
    assert mention.where is not None
    assert mention.where.place == "tarnow-bay"
    assert mention.when is not None
    assert mention.when.words == "Tuesday"
    assert [(h.kind, h.amount.low, h.amount.high) for h in mention.harm] == [("killed", 3, 3), ("wounded", 12, None)]
    assert mention.target_words is not None
    assert mention.target_words.of(text) == "an oil refinery"


def test_passive_turns_the_roles(read_events: Reader) -> None:
    """The by-phrase of a passive is the actor and its subject the target."""
    _, mention = only(read_events("A hospital in Oresk was shelled on Monday by Beldian troops."))
    assert mention.actor is not None
    assert mention.actor.party == "beld"
    assert mention.target_class == "hospital"


def test_day_of_saying_is_not_day_of_deed(read_events: Reader) -> None:
    """The day on which somebody spoke is never taken for the day of what they told."""
    _, mention = only(read_events("Beldian troops captured the village of Velin, the ministry said on Friday."))
    assert mention.when is None


def test_surrendered_soldiers_are_prisoners_of_war(read_events: Reader) -> None:
    """Soldiers who have given themselves up are protected as prisoners."""
    _, mention = only(read_events("Beldian troops shot three surrendering Aranian soldiers in Velin on Monday."))
    assert mention.target_class == "prisoners of war"


def test_consequence_belongs_to_its_cause(read_events: Reader) -> None:
    """Deaths told with the strike that caused them are harm of one mention, not an incident of their own."""
    _, mention = only(
        read_events("Four civilians were killed and seven wounded in a missile attack on Oresk on 12 May.")
    )
    assert mention.act == "Shelling/artillery/missile attack"
    assert [(h.kind, h.amount.low) for h in mention.harm] == [("killed", 4), ("wounded", 7)]


def test_two_sentences_about_one_event_are_one_mention(read_events: Reader) -> None:
    """A second sentence about the same event adds to the first instead of counting again."""
    text, mention = only(
        read_events("Beldian artillery shelled a school in Velin on Monday.\nThe shelling killed two teachers.")
    )
    assert len(mention.spans) == 2
    assert [h.kind for h in mention.harm] == ["killed"]
    assert mention.spans[0].of(text).startswith("Beldian artillery")


def test_history_is_background(read_events: Reader) -> None:
    """What lies years before the report is history and says so."""
    _, mention = only(read_events("In 2014, Beldian troops seized Tarno."))
    assert mention.factuality is Factuality.BACKGROUND


def test_plans_fears_and_conditions_are_not_facts(read_events: Reader) -> None:
    """What will, may or would happen never stands as reported."""
    for copy, expected in (
        ("Beldia will attack Oresk on Monday.", Factuality.PLANNED),
        ("If Beldia attacks the port of Tarno, the truce is over.", Factuality.HYPOTHETICAL),
        ("Residents fear an attack on Oresk.", Factuality.FEARED),
    ):
        _, mention = only(read_events(copy))
        assert mention.factuality is expected


def test_hedge_without_a_name_is_a_claim_of_nobody(read_events: Reader) -> None:
    """The words "Allegedly" makes a claim, and no claimant is invented for it."""
    _, mention = only(read_events("The army of Arania allegedly shelled a school in Velin on Monday."))
    assert mention.factuality is Factuality.CLAIMED
    assert mention.claimants == ()
    assert mention.actor is not None
    assert mention.actor.party == "aran"


def test_blame_left_open_is_a_stance(read_events: Reader) -> None:
    """That nobody can say who did it is kept, with whoever looked."""
    _, mention = only(
        read_events(
            "The mission could not determine who fired the mortar rounds that hit the school in Velin on Monday."
        )
    )
    assert mention.stance is Stance.CANNOT_ATTRIBUTE
    assert mention.actor is None
    assert [w.entity for w in mention.claimants] == ["mission"]


def test_what_is_used_to_do_it_did_not_do_it(read_events: Reader) -> None:
    """Whoever used drones to strike struck; "came under fire from" tells who fired and on whom."""
    _, events = read_events("Aranian forces used drones to strike a fuel depot in Velin on Monday.")
    assert [m.actor.party for m in events.mentions if m.actor] == ["aran"]
    _, events = read_events("Peacekeepers came under fire from Beldian positions near Velin on Monday.")
    assert [(m.actor.party, m.target_class) for m in events.mentions if m.actor] == [("beld", "peacekeepers")]


def test_the_day_of_a_truce_is_not_the_day_of_what_tests_it(read_events: Reader) -> None:
    """A time in a clause about the truce stays with the truce."""
    _, events = read_events("Beldian guns shelled Velin in a test of a ceasefire that took effect on May 2.")
    assert [m.when for m in events.mentions if m.where and m.where.place == "velin"] == [None]


def test_those_who_died_belong_to_what_was_told_before(read_events: Reader) -> None:
    """Deaths told after an attack are its toll; deaths of which no cause is told are no incident."""
    _, events = read_events(
        "Arania said Beldian guns had shelled Velin on Monday. It said nine of its soldiers had died."
    )
    assert [[(h.kind, h.amount.low) for h in m.harm] for m in events.mentions] == [[("killed", 9)]]
    _, events = read_events("Nine people died in the winter, the mayor of Velin said.")
    assert events.mentions == ()


def test_that_nobody_was_hurt_is_a_figure(read_events: Reader) -> None:
    """Nobody hurt is none wounded, as reported; that there are no reports of it is not known to be none."""
    _, events = read_events("Beldian guns shelled Velin on Monday, but no one was injured, Mira Talen said.")
    assert [(h.kind, h.amount.low, h.amount.high) for m in events.mentions for h in m.harm] == [("wounded", 0, 0)]
    _, events = read_events("Beldian guns shelled Velin on Monday; no casualties were reported.")
    assert [(h.kind, h.amount.high) for m in events.mentions for h in m.harm] == [("killed", 0), ("wounded", 0)]
    _, events = read_events("Beldian guns shelled Velin on Monday; there were no immediate reports of casualties.")
    assert [h for m in events.mentions for h in m.harm] == []


def test_a_running_total_is_no_incident_of_the_period(read_events: Reader) -> None:
    """Hundreds said to "have been killed", without day or place, are the toll of all there was."""
    _, events = read_events("Some 705 people have been killed and 5,287 injured, the mission says.")
    assert {m.factuality for m in events.mentions} <= {Factuality.BACKGROUND}


def test_a_count_is_not_a_plan(read_events: Reader) -> None:
    """About 120 explosions happened; somebody about to strike has not yet struck."""
    _, events = read_events("The mission recorded about 120 explosions in Velin on Monday.")
    assert [m.factuality for m in events.mentions] == [Factuality.REPORTED]


def test_a_mine_stepped_on_is_an_explosion(read_events: Reader) -> None:
    """Whoever steps on a mine suffers it; nobody is named as having laid it."""
    _, events = read_events("A boy stepped on a mine near Velin on Saturday, the mayor said.")
    assert [(m.act, m.actor, m.target_class) for m in events.mentions] == [
        ("Remote explosive/landmine/IED", None, "civilians")
    ]


def test_information_that_is_called_unreal_is_denied(read_events: Reader) -> None:
    """A communiqué that calls the report of a shelling unreal denies the shelling for its own side."""
    _, events = read_events(
        "The Aranian Defence Ministry states that the information spread by Beldia about the alleged shelling of "
        "positions near Velin does not correspond to reality."
    )
    assert [(m.stance, m.actor.party if m.actor else "") for m in events.mentions] == [(Stance.DENIES, "aran")]


def test_a_strike_of_workers_is_no_air_strike(read_events: Reader) -> None:
    """Where work is laid down and no weapon is told of, a strike is of workers."""
    _, events = read_events("Some 500 workers in Oresk stopped work on the first day of a strike on Monday.")
    assert events.mentions == ()


def test_whoever_suffered_by_it_was_the_target(read_events: Reader) -> None:
    """Where the words for a deed name nobody it was done to, those it killed are its target."""
    _, events = read_events("Beldian guerrillas wounded two Aranian soldiers in a bomb attack near Velin on Monday.")
    assert [(m.target.party if m.target else "", m.actor.party if m.actor else "") for m in events.mentions] == [
        ("aran", "beld")
    ]


def test_the_united_states_is_not_us(read_events: Reader) -> None:
    """A state written in two capitals is not the speaker."""
    _, events = read_events("Recent US drone attacks killed eight men in Velin, according to Aranian sources.")
    assert all(m.actor is None or m.actor.party != "aran" for m in events.mentions)
