"""Gatherings: one each, with hosts, participants, absentees, place, day and purpose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from trucewatch.events import Events, Factuality

Reader = Callable[..., tuple[str, Events]]

MEETING = (
    "Ministers from about 20 countries are meeting at the League’s headquarters in Tarno on Thursday to discuss a "
    "force for the Oresk line.\n"
    "Arania, which called the session, will not be represented at Thursday’s meeting.\n"
    "Mira Talen and Ivo Karas are hosting the meeting."
)


def test_all_sentences_about_a_meeting_make_one_gathering(read_events: Reader) -> None:
    """Count, place, day, purpose, hosts and absentees come together from three sentences."""
    text, events = read_events(MEETING)
    (gathering,) = events.gatherings
    assert gathering.kind == "meeting"
    assert gathering.participants_count is not None
    assert (gathering.participants_count.low, gathering.participants_count.unit) == (20, "countries")
    assert gathering.where is not None
    assert gathering.where.name == "the League’s headquarters in Tarno"
    assert gathering.where.place == "tarnow-bay"
    assert gathering.when is not None
    assert gathering.when.words == "Thursday"
    assert [w.name for w in gathering.hosts] == ["Mira Talen", "Ivo Karas"]
    assert [w.party for w in gathering.absentees] == ["aran"]
    assert gathering.purpose is not None
    assert gathering.purpose.of(text).startswith("to discuss a force")
    assert gathering.factuality is Factuality.REPORTED


def test_another_day_is_another_gathering(read_events: Reader) -> None:
    """A meeting on another day stays apart, with its own hosts and absentees."""
    _, events = read_events(
        MEETING + "\nEnvoys from about 50 countries will convene at the League’s headquarters on Friday to seek aid.\n"
        "The meeting will be co-chaired by Mira Talen. Ivo Karas is not expected to participate."
    )
    first, second = events.gatherings
    assert second.when is not None
    assert second.when.words == "Friday"
    assert [w.name for w in second.hosts] == ["Mira Talen"]
    assert [w.name for w in second.absentees] == ["Ivo Karas"]
    assert second.factuality is Factuality.PLANNED
    assert [w.name for w in first.hosts] == ["Mira Talen", "Ivo Karas"]


def test_a_visit_is_kept_apart_from_the_meeting_it_precedes(read_events: Reader) -> None:
    """A visit told in the sentence about a meeting is its own gathering with its own time."""
    _, events = read_events("The meeting in Tarno on Thursday comes after Swedish officers visited Oresk last week.")
    kinds = {g.kind: g for g in events.gatherings}
    assert set(kinds) == {"meeting", "visit"}
    visit = kinds["visit"]
    assert visit.when is not None
    assert visit.when.words == "last week"
    assert visit.where is not None
    assert visit.where.place == "oresk"


def test_talks_name_the_sides(read_events: Reader) -> None:
    """The words "Delegations of A and B held talks" has both states as participants."""
    _, events = read_events(
        "The delegations of Arania and Beldia held talks in Tarno on Monday to discuss an exchange."
    )
    (gathering,) = events.gatherings
    assert [w.party for w in gathering.participants] == ["aran", "beld"]


def test_meeting_a_target_is_no_gathering(read_events: Reader) -> None:
    """To meet needs or targets gathers nobody."""
    _, events = read_events("Arania met its targets in May. The plant is meeting demand in Tarno.")
    assert events.gatherings == ()


def test_these_talks_in_a_place_are_those_that_were_there(read_events: Reader) -> None:
    """A later "these discussions in X" goes to the gathering at X, not to the last one that named no place."""
    _, events = read_events(
        MEETING + "\nNegotiations between Arania and Beldia on March 24 failed to agree on a truce.\n"
        "These discussions in Tarno coincide with new accusations."
    )
    talks = [gathering for gathering in events.gatherings if gathering.kind == "talks"]
    assert len(events.gatherings) == 2
    assert [gathering.where for gathering in talks] == [None]


def test_whom_somebody_meets_or_rings_takes_part(read_events: Reader) -> None:
    """The object of a meeting, and those behind "by telephone with", are there too."""
    _, events = read_events("Mira Talen, who is due to meet Ivo Karas in Tarno on Thursday, urged restraint.")
    assert [[w.name for w in g.participants] for g in events.gatherings] == [["Mira Talen", "Ivo Karas"]]
    _, events = read_events("Mira Talen spoke by telephone with Beldian spokesman Ivo Karas on Monday.")
    assert [[w.name for w in g.participants] for g in events.gatherings] == [["Mira Talen", "Ivo Karas"]]


def test_what_is_to_be_lies_ahead(read_events: Reader) -> None:
    """Ministers who "are to meet on Thursday" meet on the next one."""
    _, events = read_events("On Thursday, Mira Talen and Ivo Karas are to meet in Tarno.", published="2031-05-20")
    assert [g.when.edtf for g in events.gatherings if g.when] == ["2031-05-22"]


@pytest.mark.parametrize(
    ("copy", "kind"),
    [
        ("Arania and Beldia signed an accord in Tarno on Monday.", "meeting"),
        ("The accord was signed in Oresk on Sunday by Mira Talen and Ivo Karas.", "meeting"),
        ("Mira Talen received the Beldian ambassador in Tarno on Monday.", "meeting"),
        ("The second round opened in Tarno on Monday.", "talks"),
        ("The two delegations sat down at one table in Oresk on Sunday.", "meeting"),
        ("The commission held its third sitting in Velin on Monday.", "meeting"),
        ("Mira Talen and Ivo Karas conferred in Tarno on Monday.", "meeting"),
    ],
)
def test_people_meet_by_many_words(read_events: Reader, copy: str, kind: str) -> None:
    """Who signs somewhere, receives an envoy, sits at one table or opens a round meets somebody."""
    _, events = read_events(copy)
    assert [g.kind for g in events.gatherings] == [kind]


@pytest.mark.parametrize(
    "copy",
    [
        "The accord signed in 1998 has held.",
        "If the talks in Tarno collapse, the shelling will begin again.",
        "Police fired a second round in Velin on Monday.",
        "Two mortar rounds landed near Velin on Monday.",
        "Ivo Karas told visiting journalists in Tarno on Monday that he was tired.",
        "The rebels are to assemble their fighters in Velin by May.",
    ],
)
def test_what_gathers_nobody_is_no_gathering(read_events: Reader, copy: str) -> None:
    """An old signature, talks only supposed, a round of fire and visitors by trade meet nobody."""
    _, events = read_events(copy)
    assert events.gatherings == ()


def test_a_venue_that_no_list_knows_is_kept_by_its_words(read_events: Reader) -> None:
    """A chapel or a tent behind the gathering is where it is."""
    _, events = read_events("The two sides met at Harrow Chapel on Monday.")
    (gathering,) = events.gatherings
    assert gathering.where is not None
    assert gathering.where.name == "Harrow Chapel"
    assert [w.words for w in gathering.participants] == ["The two sides"]


@pytest.mark.parametrize(
    ("copy", "away"),
    [
        ("Talks opened in Tarno on Monday. Neither Mira Talen nor Ivo Karas will attend.", ["Mira Talen", "Ivo Karas"]),
        ("The talks opened in Tarno on Monday. Ivo Karas was absent.", ["Ivo Karas"]),
        ("The talks opened in Tarno on Monday. Mira Talen was not present.", ["Mira Talen"]),
    ],
)  # fmt: skip
def test_absence_is_told_in_many_ways(read_events: Reader, copy: str, away: list[str]) -> None:
    """Neither of two, absent and not present all stay away."""
    _, events = read_events(copy)
    (gathering,) = events.gatherings
    assert [w.name for w in gathering.absentees] == away
