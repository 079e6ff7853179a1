"""Harm: how many suffered what, in the many ways that reports say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from trucewatch.events import Events, Factuality

Reader = Callable[..., tuple[str, Events]]
Toll = list[tuple[str, int | None, int | None]]


def tolls(found: tuple[str, Events]) -> Toll:
    return [(h.kind, h.amount.low, h.amount.high) for m in found[1].mentions for h in m.harm]


@pytest.mark.parametrize(
    ("copy", "toll"),
    [
        ("The raid on Velin killed between four and seven fighters on Monday.", [("killed", 4, 7)]),
        ("An air strike near Tarno on Monday killed as many as 30 people.", [("killed", None, 30)]),
        ("More than a dozen people were hurt in the blast at Tarno.", [("wounded", 12, None)]),
        ("Three more soldiers were killed by shelling near Velin.", [("killed", 3, 3)]),
        ("Truck bomb in Oresk kills at least one", [("killed", 1, None)]),
        ("Air strike on Tarno kills nine, wounds 20", [("killed", 9, 9), ("wounded", 20, 20)]),
    ],
)
def test_words_that_bound_a_number_bound_the_harm(read_events: Reader, copy: str, toll: Toll) -> None:
    """Between, as many as, more than, at least: a range stays a range."""
    assert tolls(read_events(copy)) == toll


@pytest.mark.parametrize(
    ("copy", "toll"),
    [
        ("Gunmen attacked a lorry near Velin on Monday, killing the driver and his mate.", [("killed", 2, 2)]),
        ("A mother and her two children were killed when a shell hit their car near Velin.", [("killed", 3, 3)]),
        ("The blast in Tarno killed a cook, a vendor and a schoolgirl.", [("killed", 3, 3)]),
        ("Orlo Tesk was killed together with 15 to 20 of his men in a drone strike near Velin.", [("killed", 16, 21)]),
        ("Shells near Velin killed eight Beldians and eleven Aranians.", [("killed", 8, 8), ("killed", 11, 11)]),
        (
            "Two soldiers and a civilian were killed by shelling near Velin on Monday.",
            [("killed", 2, 2), ("killed", 1, 1)],
        ),
        ("Shells hit Velin, killing five and wounding some 20, doctors and witnesses said.",
         [("killed", 5, 5), ("wounded", 20, 20)]),
    ],
)  # fmt: skip
def test_those_told_in_one_breath_are_counted_together_unless_told_apart(
    read_events: Reader, copy: str, toll: Toll
) -> None:
    """Single people and somebody's own make one number; two numbers for two groups stay two; tellers do not suffer."""
    assert tolls(read_events(copy)) == toll


@pytest.mark.parametrize(
    ("after", "toll"),
    [
        ("Nobody was hurt.", [("wounded", 0, 0)]),
        ("Nobody was reported killed.", [("killed", 0, 0)]),
        ("No soldiers were killed.", [("killed", 0, 0)]),
        ("There were no casualties.", [("killed", 0, 0), ("wounded", 0, 0)]),
        ("There was no loss of life.", [("killed", 0, 0)]),
        ("There were no immediate reports of casualties.", []),
    ],
)
def test_nobody_is_a_number(read_events: Reader, after: str, toll: Toll) -> None:
    """None is zero where it is told of somebody; not knowing yet is no number."""
    assert tolls(read_events(f"Shells hit the market in Oresk on Monday. {after}")) == toll


@pytest.mark.parametrize(
    ("copy", "toll"),
    [
        ("The shelling of Oresk on Monday cost the lives of three people.", [("killed", 3, 3)]),
        ("Shells hit the market in Oresk on Monday and claimed at least four lives.", [("killed", 4, None)]),
        ("Shells hit Oresk on Monday. The death toll rose to nine on Tuesday.", [("killed", 9, 9)]),
        ("Hospital staff put the number of dead in the strike on Tarno at 17.", [("killed", 17, 17)]),
        ("A clerk put the dead at 28 after the strike on Tarno.", [("killed", 28, 28)]),
        ("Shells hit Oresk on Monday. Two of the wounded died later in hospital.", [("killed", 2, 2)]),
        ("Shells fell on Velin on Monday; one, Pavel Orn, died of his wounds.", [("killed", 1, 1)]),
        ("In the raid on Velin on Monday the battalion lost 18 men.", [("killed", 18, 18)]),
        ("A patrol found the bodies of six men near Velin on Thursday.", [("killed", 6, 6)]),
    ],
)
def test_deaths_are_read_from_nouns_and_later_tolls(read_events: Reader, copy: str, toll: Toll) -> None:
    """Lives, bodies, tolls and the wounded who died count as well as "killed" does."""
    assert tolls(read_events(copy)) == toll


@pytest.mark.parametrize(
    ("copy", "toll"),
    [
        ("One engineer suffered burns when a mine exploded near Velin.", [("wounded", 1, 1)]),
        ("A sergeant lost a leg when he stepped on a mine near Velin on Monday.", [("wounded", 1, 1)]),
        ("A nurse said 14 people were being treated for burns after the drone strike on Tarno.", [("wounded", 14, 14)]),
        ("A boy was shot in the leg near Velin on Sunday.", [("wounded", 1, 1)]),
        ("A shell hit a bus in Velin on Monday. Three passengers were taken to hospital.", [("wounded", 3, 3)]),
    ],
)
def test_wounds_are_read_from_what_they_are(read_events: Reader, copy: str, toll: Toll) -> None:
    """Burns, a lost leg, a shot in the leg, a bed in hospital: somebody is wounded."""
    assert tolls(read_events(copy)) == toll


@pytest.mark.parametrize(
    ("copy", "toll"),
    [
        ("Rockets hit Tarno on Monday, setting two storage tanks ablaze.", [("destroyed", 2, 2)]),
        ("Beldian soldiers burned three houses in Velin on Monday.", [("destroyed", 3, 3)]),
        ("Beldian troops took seven prisoners in the clash near Velin on Monday.", [("captured", 7, 7)]),
        ("Fighting near Velin forced some 300 families to flee on Monday.", [("displaced", 300, 300)]),
    ],
)
def test_other_harm_is_read_too(read_events: Reader, copy: str, toll: Toll) -> None:
    """What burned, who was taken and who had to flee."""
    assert tolls(read_events(copy)) == toll


def test_a_flood_kills_by_nobodys_hand(read_events: Reader) -> None:
    """What nature does is no incident, and its dead are no harm of one."""
    assert read_events("The flood of December, which killed more than 300 people, spared Oresk.")[1].mentions == ()


@pytest.mark.parametrize(
    "copy",
    [
        "Before the truce the two armies had fought for eleven weeks. More than 900 people were killed.",
        "More than 3,000 people died in the war before it.",
        "At least 16,000 people were killed.",
    ],
)
def test_what_a_war_cost_is_history(read_events: Reader, copy: str) -> None:
    """The toll of a war, or of fighting before the truce, belongs to no incident of the period."""
    _, events = read_events(copy)
    assert {m.factuality for m in events.mentions} == {Factuality.BACKGROUND}
    assert [h.kind for m in events.mentions for h in m.harm] == ["killed"]


def test_those_told_of_where_they_lie_do_not_move_the_deed(read_events: Reader) -> None:
    """A hospital in another town is where the wounded are, not where they were hit."""
    _, events = read_events("Shells hit Velin on Monday. Two men are in hospital in Oresk.")
    assert {m.where.place for m in events.mentions if m.where is not None} == {"velin"}
