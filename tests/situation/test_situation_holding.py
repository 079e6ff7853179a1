"""Who held what, when."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.situation import Control, Party, Place, Situation, held_by, lies_within, places_held

_DAY = date(2031, 5, 1)
SITUATION = Situation(
    "s",
    "A truce",
    parties=(Party("nor", "Norland"), Party("sud", "Sudland")),
    places=(
        Place("zed", "Zed region", 0, 0, 90_000, kind="region", control=(Control("nor", None, date(2031, 3, 1)),)),
        Place("elp", "Elph", 0, 0, 5_000, within="zed", control=(Control("sud", date(2031, 2, 1)),)),
        Place("kal", "Kalna", 0, 0, 5_000, within="zed"),
        Place("loop", "Loop", 0, 0, 5_000, within="loop"),
        Place("both", "Both", 0, 0, 5_000, control=(Control("nor"), Control("sud"))),
    ),
)


def test_control_is_told_with_its_reason() -> None:
    """A place's own row comes first, with the days that it is said for."""
    (held,) = held_by(SITUATION, "elp", _DAY)
    assert (held.party, held.place) == ("sud", "elp")
    assert held.reason == "the situation says that Sudland held Elph from 2031-02-01"


def test_control_comes_down_from_what_a_place_lies_in() -> None:
    """Where a place says nothing, the area that it lies in does, and the reason says so."""
    (held,) = held_by(SITUATION, "kal", date(2031, 2, 10))
    assert (held.party, held.place) == ("nor", "zed")
    assert held.reason.endswith("to 2031-03-01, and it lies there")


def test_outside_the_days_nothing_is_known() -> None:
    """Control ends with its last day, and is not taken for granted afterwards."""
    assert held_by(SITUATION, "kal", date(2031, 3, 1))
    assert held_by(SITUATION, "kal", date(2031, 3, 2)) == ()
    assert held_by(SITUATION, "elp", date(2031, 1, 31))[0].party == "nor"


def test_two_holders_are_both_told() -> None:
    """Where two rows hold at once, neither is dropped."""
    assert [held.party for held in held_by(SITUATION, "both", _DAY)] == ["nor", "sud"]


def test_unknown_places_and_circles_are_held_by_nobody() -> None:
    """An id that nothing has, and a place within itself, end the search."""
    assert held_by(SITUATION, "nowhere", _DAY) == ()
    assert held_by(SITUATION, "loop", _DAY) == ()


def test_places_within_are_told() -> None:
    """A place lies within itself and all above it."""
    assert lies_within(SITUATION, "elp", "zed")
    assert lies_within(SITUATION, "zed", "zed")
    assert not lies_within(SITUATION, "zed", "elp")


@given(st.dates(date(2031, 1, 1), date(2031, 12, 31)), st.sampled_from(["nor", "sud"]))
def test_what_is_held_is_listed(day: date, party: str) -> None:
    """A place that a party holds by its own row on a day is listed among those it held then."""
    listed = {place.id for place in places_held(SITUATION, party, day, day)}
    for place in SITUATION.places:
        own = [held for held in held_by(SITUATION, place.id, day) if held.place == place.id and held.party == party]
        assert bool(own) == (place.id in listed)
