"""Coordinates that look wrong."""

from __future__ import annotations

from trucewatch.situation import Party, Place, Situation, find_doubts


def doubts(*places: Place) -> list[str]:
    """What looks wrong about the places."""
    return [str(doubt) for doubt in find_doubts(Situation("s", "A truce", (Party("a", "A"),), places=places))]


def test_a_town_in_the_sea_is_doubted() -> None:
    """A place far from any populated place is said to look like sea, with the distance looked at."""
    (said,) = doubts(Place("deep", "Deepton", 0, -30_000_000, 5_000, kind="city"))
    assert said == 'place "deep" may lie in the sea: no populated place is known within 65 km of its coordinates'


def test_a_sea_may_lie_in_the_sea() -> None:
    """What is called a sea or a line is not doubted for having no towns."""
    assert doubts(Place("sea", "A sea", 0, -30_000_000, 5_000, kind="sea")) == []
    assert doubts(Place("line", "A line", 0, -30_000_000, 5_000, kind="line")) == []


def test_a_place_far_from_its_state_is_doubted() -> None:
    """A place said to be of a state none of whose towns lies around it is doubted; at a border it is not."""
    (said,) = doubts(Place("ber", "Berlin", 52_520_000, 13_405_000, 5_000, state="FR"))
    assert said.startswith('place "ber" may not lie in FR: ')
    assert doubts(Place("bas", "Basel", 47_560_000, 7_590_000, 5_000, state="FR")) == []
    assert doubts(Place("ber", "Berlin", 52_520_000, 13_405_000, 5_000, state="DE")) == []
