"""Claims: who says so, who denies it, who accuses whom, who takes it back."""

from __future__ import annotations

from collections.abc import Callable

from trucewatch.events import Events, Factuality, Stance

Reader = Callable[..., tuple[str, Events]]


def test_an_accusation_names_claimant_and_accused(read_events: Reader) -> None:
    """The accuser is the claimant, the accused the actor."""
    _, events = read_events(
        "Beldia accused Arania of executing four prisoners of war in the village of Velin on 13 May."
    )
    (mention,) = events.mentions
    assert mention.stance is Stance.ALLEGES
    assert mention.factuality is Factuality.CLAIMED
    assert [w.party for w in mention.claimants] == ["beld"]
    assert mention.actor is not None
    assert mention.actor.party == "aran"
    assert mention.statement


def test_a_denial_is_a_mention_of_its_own(read_events: Reader) -> None:
    """Alongside the accusation stands the denial, with the day and place of what it denies."""
    _, events = read_events(
        "Beldia accused Arania of executing four prisoners of war in the village of Velin on 13 May.\n"
        "The Aranian Defence Ministry denied killing prisoners of war."
    )
    accusation, denial = events.mentions
    assert denial.stance is Stance.DENIES
    assert denial.factuality is Factuality.DENIED
    assert [w.party for w in denial.claimants] == ["aran"]
    assert denial.where == accusation.where
    assert denial.when == accusation.when


def test_each_accusing_the_other_makes_two_mirrored_mentions(read_events: Reader) -> None:
    """A reciprocal accusation is two mentions with the roles exchanged, each pointing at the other."""
    _, events = read_events("Arania and Beldia accused each other of shelling a hospital in Velin on Monday.")
    one, other = events.mentions
    assert one.mirror == other.id
    assert other.mirror == one.id
    assert {(w.party for w in one.claimants).__next__(), (w.party for w in other.claimants).__next__()} == {
        "aran",
        "beld",
    }
    for mention in (one, other):
        assert mention.actor is not None
        assert mention.actor.party not in {w.party for w in mention.claimants}


def test_a_named_breach_marks_the_act(read_events: Reader) -> None:
    """The words "breaching the truce by sabotaging" is one mention of sabotage called a violation, not two."""
    _, events = read_events(
        "Beldia accused Arania of breaching the truce by sabotaging an oil facility near Oresk on Monday."
    )
    (mention,) = events.mentions
    assert mention.act == "Looting/property destruction"
    assert mention.is_violation


def test_a_bare_breach_is_a_mention_without_an_act(read_events: Reader) -> None:
    """An accusation of breaking the truce that names no act is kept as such."""
    _, events = read_events("Beldia accused Arania of violating the truce on Monday.")
    (mention,) = events.mentions
    assert mention.act == "Other"
    assert mention.is_violation


def test_a_claim_taken_back_is_marked(read_events: Reader) -> None:
    """A source that withdraws its claim is kept as claimant, and the mention as retracted."""
    _, events = read_events(
        "The Aranian Defence Ministry withdrew its claim that Beldian troops had shelled Velin on Monday."
    )
    (mention,) = events.mentions
    assert mention.is_retracted
    assert [w.party for w in mention.claimants] == ["aran"]


def test_own_deeds_are_confirmed_and_others_alleged(read_events: Reader) -> None:
    """A side that tells what it did itself confirms; what it tells of another it alleges."""
    for actor, stance in (("its drones", Stance.CONFIRMS), ("Beldian drones", Stance.ALLEGES)):
        _, events = read_events(f"The Aranian Defence Ministry said {actor} had struck a depot in Oresk on Monday.")
        (mention,) = events.mentions
        assert mention.stance is stance


def test_whoever_shows_footage_claims_what_it_shows(read_events: Reader) -> None:
    """Footage presented by a side makes it the claimant and the footage the evidence."""
    text, events = read_events(
        "Beldia presented drone footage showing Aranian soldiers shooting prisoners in Velin on Monday."
    )
    (mention,) = events.mentions
    assert [w.party for w in mention.claimants] == ["beld"]
    assert [e.of(text) for e in mention.evidence] == ["drone footage"]
    assert mention.weapon == ""


def test_each_side_is_the_two_parties_where_there_are_two(read_events: Reader) -> None:
    """Words such as "each side accusing the other" name both parties of a situation that has two."""
    for copy in (
        "The truce was broken within hours, with each side accusing the other of shelling Velin on Monday.",
        "Arania and Beldia on Monday each accused the other of blowing up a gas metering station near Velin.",
    ):
        _, events = read_events(copy)
        one, other = events.mentions
        assert {w.party for m in (one, other) for w in m.claimants} == {"aran", "beld"}
        assert one.mirror == other.id
        assert one.actor is not None
        assert one.actor.party in {w.party for w in other.claimants}


def test_accusation_by_nobody_named_is_read(read_events: Reader) -> None:
    """The words "has been accused" name nobody who accuses: the accused is the actor all the same."""
    _, events = read_events("Arania has been accused of shelling the village of Velin and attacking Oresk on 13 May.")
    assert {mention.actor.party for mention in events.mentions if mention.actor is not None} == {"aran"}
