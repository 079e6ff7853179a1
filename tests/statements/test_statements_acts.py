"""Acts told by what was said, whatever verb reports it."""

from __future__ import annotations

import pytest
from statements_reading import only, said_in, speaker, words

from trucewatch.statements import Act

ACCUSING = [
    ("Petr Hale said the first shells had come from the Karvian side.", "the Karvian side"),
    ("Petr Hale said its post had itself come under machine-gun fire from Karvia during the morning.", "Karvia"),
    ("Anna Berg said her two ambulances had been held for an hour at a Doslandian checkpoint.", "Dosland"),
    ("“Its night patrol had been refused passage by Doslandian soldiers,” Anna Berg said.", "Doslandian soldiers"),
    ("Anna Berg said Doslandian drones struck the depot and burned two lorries.", "Dosland"),
    ("Anna Berg said at least 15 people were killed on Thursday in a Doslandian strike on a farm.", "Dosland"),
    ("Anna Berg said Doslandian air strikes killed nine people.", "Dosland"),
    ("Anna Berg said Karvian soldiers had repelled a Doslandian assault on the bridge.", "Dosland"),
    ("Anna Berg said Dosland was behind the blast.", "Dosland"),
    ("Anna Berg said Petr Hale was lying.", "Petr Hale"),
    ("Anna Berg said the missile was fired by Doslandian troops.", "Doslandian troops"),
    ("Monitors found that a Karvian helicopter had fired rockets at a camp.", "a Karvian helicopter"),
    ("Karvia’s army attributed the ambush to Dosland.", "Dosland"),
    ("The council held Dosland responsible for the ambush.", "Dosland"),
    ("The council held Dosland responsible.", "Dosland"),
    ("Anna Berg said rebels had burned the mill.", "rebels"),
]


@pytest.mark.parametrize(("text", "accused"), ACCUSING)
def test_saying_that_another_side_did_harm_accuses_it(text: str, accused: str) -> None:
    """A plain "said" is an allegation where its clause names another side as the doer, in any of English's ways."""
    statement = only(text)
    assert (statement.act, [who.name for who in statement.accused]) == (Act.ALLEGE, [accused])


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg said Doslandian markets hit a record.",
        "Anna Berg said Karvian soldiers had killed 30 fighters.",
        "Anna Berg said Dosland might attack the port.",
        "Anna Berg said Dosland would strike a deal.",
        "Anna Berg attributed the rise to the weather.",
        "Anna Berg said Dosland had fired the minister.",
        "Anna Berg said mines lie along the Doslandian road.",
    ],
)
def test_no_harm_or_ones_own_accuses_nobody(text: str) -> None:
    """What is feared, harmless, or the work of the speaker's own side is no allegation."""
    assert Act.ALLEGE not in {statement.act for statement in said_in(text) if statement.accused}


@pytest.mark.parametrize("words_", ["the other side", "its neighbour", "the enemy"])
def test_the_other_side_is_the_other_of_two(words_: str) -> None:
    """Where a report names two parties, one's "other side" is the other: the speaker tells which."""
    text = f"Karvia said Dosland had broken the truce. Dosland said {words_} had fired first."
    assert [(speaker(s), [who.party for who in s.accused]) for s in said_in(text)] == [
        ("Karvia", ["d"]),
        ("Dosland", ["k"]),
    ]


def test_wronged_side_alleges_without_a_name() -> None:
    """A side that says it was shelled alleges, and accuses nobody by name."""
    statement = only("Petr Hale said its post had come under fire.")
    assert (statement.act, statement.accused) == (Act.ALLEGE, ())


def test_calling_a_deed_a_crime_alleges() -> None:
    """Somebody who calls a strike a breach of the truce alleges one."""
    assert only("Anna Berg described the strike as a grave breach of the truce.").act is Act.ALLEGE


DOING = [
    ("Anna Berg said Karvia would send back the prisoners.", Act.PLEDGE),
    ("Dosland said the remaining 14 would follow once the gates were opened.", Act.PLEDGE),
    ("“We will pay every family,” Anna Berg said.", Act.PLEDGE),
    ("Anna Berg said she would not sign the protocol.", Act.REFUSE),
    ("Anna Berg said Karvia would retaliate.", Act.THREATEN),
    ("Anna Berg said Karvia reserved the right to strike.", Act.THREATEN),
    ("Anna Berg warned that Karvia would strike back.", Act.THREATEN),
    ("Anna Berg said it will pull out its battalion if the force is cut.", Act.THREATEN),
    ("Petr Hale vowed to crush the uprising.", Act.THREATEN),
    ("Anna Berg said she was ready to extend the truce.", Act.OFFER),
    ("Anna Berg said that Dosland must free the hostages.", Act.DEMAND),
    ("Petr Hale said the two sides had agreed to a truce.", Act.ANNOUNCE),
    ("Petr Hale said both delegations would return on Tuesday.", Act.ANNOUNCE),
    ("Petr Hale declared a three-day pause.", Act.ANNOUNCE),
    ("Anna Berg said she was sorry.", Act.APOLOGISE),
    ("Anna Berg expressed regret.", Act.APOLOGISE),
    ("Anna Berg said one of her soldiers had fired without orders.", Act.ACKNOWLEDGE),
    ("Anna Berg called for calm.", Act.REQUEST),
    ("Anna Berg called for a ceasefire.", Act.DEMAND),
    ("Petr Hale accepted the proposal.", Act.ANNOUNCE),
    ("Anna Berg refused to be a party to it.", Act.REFUSE),
    ("Anna Berg refused to be named.", Act.DECLINE),
    ("The ministry kept silent.", Act.DECLINE),
    ("Petr Hale did not return calls.", Act.DECLINE),
    ("Petr Hale has not spoken publicly.", Act.DECLINE),
]


@pytest.mark.parametrize(("text", "act"), DOING)
def test_the_act_is_what_the_saying_does(text: str, act: Act) -> None:
    """Pledges, threats, demands and their kin are told by the clause and whose deed it is about."""
    assert only(text).act is act


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg said the winter would be cold.",
        "Anna Berg said Karvia will need help.",
        "Anna Berg said she would consider the idea.",
        "“I would send them home,” Anna Berg said.",
        "Anna Berg said prices would rise.",
    ],
)
def test_what_will_be_is_no_undertaking(text: str) -> None:
    """A forecast, a need and a hypothesis commit nobody."""
    assert only(text).act is Act.ASSERT


DENYING = [
    "The letter, Anna Berg said, is a fake.",
    "Anna Berg called reports of an air raid “pure invention”.",
    "Anna Berg dismissed that account as “a fairy tale”.",
    "Anna Berg said that the claim was not true.",
    "Anna Berg said there was no truth in the report.",
    "Anna Berg said no such attack had taken place.",
    "Anna Berg said Karvia had nothing to do with the blast.",
    "Anna Berg said her forces had not fired.",
    "Anna Berg says the two shepherds missing from Tolm “were never in our hands”.",
    "Dosland said that it knew nothing of any prisoners.",
    "Anna Berg ruled out that the bullet came from Karvian lines.",
    "Anna Berg replied that no cows had been seen.",
]


@pytest.mark.parametrize("text", DENYING)
def test_calling_something_untrue_denies(text: str) -> None:
    """What is called false, disclaimed or said never to have been is denied, whatever verb reports it."""
    assert only(text).act is Act.DENY


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg said the harvest was not good.",
        "Anna Berg said nobody had voted yet.",
        "Anna Berg said the talks had not only begun.",
        "Anna Berg said the forecast was true.",
        "Anna Berg said he told no lies.",
    ],
)
def test_a_negative_sentence_is_not_yet_a_denial(text: str) -> None:
    """A negative that answers nobody is asserted."""
    assert only(text).act is Act.ASSERT


ANSWERED = [
    ("Karvia said Doslandian guns had fired on Tolm. ", "Dosland insisted that no gun had been moved that day."),
    ("Karvia accused Dosland of mining the road. ", "Petr Hale told reporters that these were old army mines."),
    ("Karvia accused Dosland of sinking a boat. ", "“It was a collision,” Petr Hale said."),
    ("Anna Berg said a Doslandian drone had circled over the camp. ", "Dosland said no drone had been airborne."),
]


@pytest.mark.parametrize(("charge", "answer"), ANSWERED)
def test_an_answer_of_the_accused_denies(charge: str, answer: str) -> None:
    """A side that stands accused denies by saying that it was not so, or that it was something else."""
    denial = said_in(charge + answer)[-1]
    assert denial.act is Act.DENY
    assert not denial.is_negated  # what it says is said to be so
    assert any(span.end <= len(charge) for span in denial.denies)


def test_the_same_words_unprovoked_assert() -> None:
    """The answer's words deny nothing where nobody is accused."""
    assert only("Petr Hale told reporters that these were old army mines.").act is Act.ASSERT


POINTING = [
    (
        "Karvia said Doslandian guns had opened fire at the crossing. Petr Hale dismissed that account as a lie.",
        "Doslandian guns had opened fire at the crossing",
    ),
    (
        "A bomb went off at the bus station. Dosland denied any part in it.",
        "A bomb went off at the bus station.",
    ),
    (
        "Shells fell on the market at Tolm, killing four. She left. Karvia denied firing on the market of Tolm.",
        "Shells fell on the market at Tolm, killing four.",
    ),
    ("Anna Berg called reports of an air raid on Tolm “pure invention”.", "an air raid on Tolm"),
]


@pytest.mark.parametrize(("text", "denied"), POINTING)
def test_denial_points_at_what_was_told(text: str, denied: str) -> None:
    """A denial points at the claim, at the event told before it, or at the claim within its own words."""
    denial = said_in(text)[-1]
    assert denial.act is Act.DENY
    assert [span.of(text) for span in denial.denies] == [denied]


def test_no_comment_denies_nothing() -> None:
    """A silence after a charge is a silence."""
    found = said_in("Karvia accused Dosland of mining the road. Petr Hale had no comment.")
    assert [(s.act, s.denies) for s in found][1:] == [(Act.DECLINE, ())]


def test_acts_swap_with_the_parties() -> None:
    """No rule looks at which party: with names and adjectives swapped, acts and parties come out swapped."""
    text = (
        "Karvia said Doslandian guns had fired on Tolm. Dosland said no gun had moved. "
        "Anna Berg said her side would free ten men."
    )
    swaps = {"Karvia": "Dosland", "Dosland": "Karvia", "Doslandian": "Karvian", "Anna": "Petr", "Berg": "Hale"}
    swapped = " ".join(swaps.get(word, word) for word in text.split())
    sides = {"k": "d", "d": "k", "": ""}
    there = [(s.act, [sides[who.party] for who in (*s.speakers, *s.accused)]) for s in said_in(text)]
    assert there == [(s.act, [who.party for who in (*s.speakers, *s.accused)]) for s in said_in(swapped)]
    assert len(there) == 3


def test_that_account_is_a_thing_dismissed() -> None:
    """After a verb that takes no clause, "that" points."""
    text = "Anna Berg dismissed that account as nonsense."
    assert words(text, only(text)) == ["that account as nonsense"]


def test_accuser_may_stand_at_the_end() -> None:
    """In "was accused of shelling the port by Karvia" Karvia accuses."""
    statement = only("Dosland was accused of shelling the port by Karvia.")
    assert (speaker(statement), [who.name for who in statement.accused]) == ("Karvia", ["Dosland"])
    assert words("Dosland was accused of shelling the port by Karvia.", statement) == ["shelling the port"]


@pytest.mark.parametrize("text", ["Anna Berg said she was ready.", "“We are willing,” Anna Berg said."])
def test_readiness_for_nothing_named_offers_nothing(text: str) -> None:
    """Who is ready, but not to do anything, has held out nothing."""
    assert only(text).act is Act.ASSERT
