"""What tells of an incident: verbs, nouns and turns of phrase, with the act each stands for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from trucewatch.events import Events, Factuality, Stance

Reader = Callable[..., tuple[str, Events]]


def acts(found: tuple[str, Events]) -> list[str]:
    return [m.act for m in found[1].mentions]


@pytest.mark.parametrize(
    ("copy", "act"),
    [
        ("Beldian howitzers opened up on Velin before dawn on Monday.", "Shelling/artillery/missile attack"),
        ("Arania and Beldia fought an artillery duel at Velin on Monday.", "Shelling/artillery/missile attack"),
        ("Tarno came under heavy mortar fire on Monday.", "Shelling/artillery/missile attack"),
        ("Mira Talen accused Beldia of using cluster munitions at Velin.", "Shelling/artillery/missile attack"),
        ("A drone dropped a grenade on a bus stop in Oresk, wounding three.", "Air/drone strike"),
        ("Beldia used kamikaze drones against a power station in Tarno.", "Air/drone strike"),
        ("In March a bomb at a customs office in Oresk killed a watchman.", "Remote explosive/landmine/IED"),
        ("Two mines went off near the bridge in Velin on Monday.", "Remote explosive/landmine/IED"),
        ("A shepherd stepped on an old mine near Velin on Monday.", "Remote explosive/landmine/IED"),
        ("The station was blown up in Velin on Monday.", "Remote explosive/landmine/IED"),
        ("A suicide bomber blew himself up at a checkpoint in Oresk, killing six.", "Suicide bomb"),
        ("Unknown attackers threw a hand grenade into a bar in Oresk on Sunday.", "Grenade"),
        ("Rebels mutinied over unpaid wages at Tarno on Monday.", "Armed clash"),
        ("Shots were fired at a patrol near Velin on Monday.", "Armed clash"),
        ("Observers heard 30 shots from heavy machine guns near Velin on Monday.", "Armed clash"),
        ("There was shooting near Velin during the night, residents said.", "Armed clash"),
        ("The army said it had repelled a rebel assault on a barracks at Velin.", "Armed clash"),
        ("Clashes in Velin leave 12 dead", "Armed clash"),
        ("Beldian police beat two teachers at a checkpoint near Velin on Monday.", "Attack"),
        ("A Beldian patrol boat rammed a trawler off Tarno on Monday.", "Attack"),
        ("The mayor of Oresk survived an attempt on his life on Monday.", "Attack"),
        ("Beldia shot at a bus near Velin.", "Attack"),
        ("A village elder was found dead with his throat cut in Velin on Monday.", "Attack"),
        ("Two journalists were seized by gunmen near Velin on Sunday.", "Abduction/forced disappearance"),
        ("Two shepherds vanished near Velin on Sunday.", "Abduction/forced disappearance"),
        ("An ambush near Velin on Monday wounded four policemen.", "Armed clash"),
        ("Beldian troops shot at crowds in Velin on Monday.", "Attack"),
        ("Crowds blocked the road to Oresk on Friday.", "Peaceful protest"),
        ("Masked men led two farmers away near Velin on Sunday.", "Abduction/forced disappearance"),
        ("Raiders drove off forty goats from Velin on Thursday night.", "Looting/property destruction"),
        ("Beldian soldiers burned three houses in Velin on Monday.", "Looting/property destruction"),
        ("A bomb was defused at the bus station of Oresk on Monday.", "Disrupted weapons use"),
        ("Air defence units destroyed six drones over Tarno overnight.", "Disrupted weapons use"),
        ("Police fired tear gas at protesters in Oresk on Saturday.", "Protest with intervention"),
        ("Hundreds took to the streets of Oresk on Friday to demand peace.", "Peaceful protest"),
        ("Settlers threw stones at a school bus near Velin on Monday.", "Violent demonstration"),
        ("Beldia handed over the village of Velin to Arania on Monday.", "Non-violent transfer of territory"),
        ("Velin fell to the rebels on Monday.", "Non-state actor overtakes territory"),
        ("The rebels set up a headquarters in Velin on Monday.", "Headquarters or base established"),
        ("Three women were raped by soldiers in Velin, the report said.", "Sexual violence"),
    ],
)
def test_each_turn_of_phrase_has_its_act(read_events: Reader, copy: str, act: str) -> None:
    """Active, passive and nominal, particles apart from their verbs, weapons that act: one event, of one act."""
    assert acts(read_events(copy)) == [act]


@pytest.mark.parametrize(
    "copy",
    [
        "The guards fired warning shots near Velin on Monday.",
        "A soldier in Oresk fired into the air on Monday.",
        "The fighting was to stop at midnight in Velin.",
        "The guns fell silent near Velin on Monday.",
        "On Monday he met rebels fighting to topple the government in Oresk.",
        "The number of killings in Oresk has fallen.",
        "Arania has refrained from further strikes on Tarno.",
        "Those who burn schools in Velin are no prisoners of war.",
        "The engine was firing on all cylinders in Oresk on Monday.",
        "The soldiers were handed over at Velin on Monday.",
        "Arsenal beat Tarno in Oresk on Saturday.",
    ],
)
def test_what_hurts_nobody_is_no_incident(read_events: Reader, copy: str) -> None:
    """Shots in the air, guns that fall silent, habits, games and prisoners who come home are no attacks."""
    assert acts(read_events(copy)) == []


def test_what_is_to_be_done_is_planned(read_events: Reader) -> None:
    """A place that "is to be handed over" has not been."""
    _, events = read_events("The village of Velin is to be handed over on 30 May.")
    assert {m.factuality for m in events.mentions} <= {Factuality.PLANNED}


def test_what_will_go_on_is_planned(read_events: Reader) -> None:
    """Fighting that "will start again" has not."""
    _, events = read_events("In Oresk there is talk that the fighting will start again on Sunday.")
    assert {m.factuality for m in events.mentions} <= {Factuality.PLANNED}


def test_a_pronoun_with_a_clause_of_its_own_denies_no_deed(read_events: Reader) -> None:
    """Whoever denies "it" denies the deed; whoever denies that it refused an offer denies the refusal."""
    told = "Arania said Beldian troops shelled Velin on Monday."
    _, events = read_events(f"{told} Beldia denied it.")
    assert [m.factuality for m in events.mentions] == [Factuality.CLAIMED, Factuality.DENIED]
    _, events = read_events(f"{told} Beldia denied that it had turned down a proposal.")
    assert [m.factuality for m in events.mentions] == [Factuality.CLAIMED]


def test_concern_is_over_what_happened_and_fear_of_what_may(read_events: Reader) -> None:
    """Worry over deaths tells of deaths; fear of an attack of none."""
    _, events = read_events("The envoy expressed her concern over the deaths of six detainees in Velin.")
    assert [m.factuality for m in events.mentions] == [Factuality.CLAIMED]  # as the envoy says
    _, events = read_events("The envoy expressed her fear of an attack on Velin.")
    assert [m.factuality for m in events.mentions] == [Factuality.FEARED]


def test_where_fire_came_from_is_who_fired(read_events: Reader) -> None:
    """Shells that "had come from" a side were that side's, in the words of whoever says so."""
    _, events = read_events("Mira Talen said the first shells had come from the Beldian side.")
    (mention,) = events.mentions
    assert mention.actor is not None
    assert mention.actor.party == "beld"
    assert mention.stance is Stance.ALLEGES


def test_no_such_attack_is_a_denial(read_events: Reader) -> None:
    """Whoever says that no such thing took place denies what was told."""
    _, events = read_events(
        "The army said on Monday it had repelled a rebel assault on a barracks at Velin, but Ivo Karas said no such "
        "assault had taken place."
    )
    assert [m.factuality for m in events.mentions] == [Factuality.CLAIMED, Factuality.DENIED]


def test_to_name_a_deed_is_not_to_tell_of_it(read_events: Reader) -> None:
    """Whoever condemns an attack gives no account of it; whoever says what it did does."""
    told = "A bomb exploded near the station in Oresk on Monday, killing two men."
    _, events = read_events(f"{told} Mira Talen condemned the bombing.")
    assert len(events.mentions) == 1
    _, events = read_events(f"{told} The attack left the quarter without water, Mira Talen said.")
    assert [len(m.claimants) for m in events.mentions] == [0, 1]


def test_a_loose_blow_is_of_the_kind_that_its_place_was_dealt(read_events: Reader) -> None:
    """Who denies firing on a town that shells fell on denies the shelling."""
    _, events = read_events("Shells struck Lisov in Arania on Tuesday. Ivo Karas denied that his men fired on Lisov.")
    assert {m.act for m in events.mentions} == {"Shelling/artillery/missile attack"}
