"""The areas that expressions give, in numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from language_samples import PUBLISHED, SITUATION, document

from trucewatch.gazetteer import apart_m
from trucewatch.language import analyse
from trucewatch.situation import Control, Party, Place, Situation
from trucewatch.values import Where

_ZED = (47_000_000, 35_000_000)
_HELD = (Control("gre", date(2025, 1, 1), date(2025, 3, 20)),)
HELD = replace(
    SITUATION,
    places=(
        *SITUATION.places,
        Place("ital", "Itala", 42_000_000, 12_000_000, 4_000, (), "city", state="IT", control=_HELD),
        Place("oth", "Othery", 43_000_000, 12_000_000, 4_000, (), "city", state="IT"),
        Place("front", "line of contact", 47_000_000, 36_000_000, 60_000, ("contact line", "front line"), "line"),
    ),
)


def the_place(text: str, situation: Situation = SITUATION) -> Where:
    """The only place of the text."""
    (where,) = analyse(document(text, PUBLISHED), situation).places
    return where


def shift(where: Where) -> tuple[int, int, int]:
    """How far north and east of Zedburg the area's centre lies, in kilometres, and how far it reaches."""
    assert where.lat_e6 is not None
    assert where.lon_e6 is not None
    north = apart_m(_ZED[0], _ZED[1], where.lat_e6, _ZED[1]) // 1000 * (1 if where.lat_e6 >= _ZED[0] else -1)
    east = apart_m(_ZED[0], _ZED[1], _ZED[0], where.lon_e6) // 1000 * (1 if where.lon_e6 >= _ZED[1] else -1)
    return north, east, (where.radius_m or 0) // 1000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell 50 km north of Zedburg.", (50, 0, 27)),
        ("It fell 50 km south of Zedburg.", (-50, 0, 27)),
        ("It fell some 40 km east of Zedburg.", (0, 40, 25)),
        ("It fell 40 km (25 miles) west of Zedburg.", (0, -40, 25)),
        ("It fell 20 km north-east of Zedburg.", (14, 14, 21)),
        ("It fell 20 km southwest of Zedburg.", (-14, -14, 21)),
        ("It fell about 40 km from Zedburg.", (0, 0, 50)),
        ("It fell near Zedburg.", (0, 0, 30)),
    ],
)
def test_distance_and_direction_move_the_area(text: str, expected: tuple[int, int, int]) -> None:
    """So far in some direction is an area there; so far without one is a circle around the town."""
    found = shift(the_place(text))
    assert all(abs(ours - theirs) <= 1 for ours, theirs in zip(found, expected, strict=True)), found


@pytest.mark.parametrize("words", ["in the east of the Elph region", "in the eastern Elph region"])
def test_a_part_of_a_region_lies_in_that_part(words: str) -> None:
    """The east of a region is smaller than it, and lies to its east."""
    where, whole = the_place(f"Shells fell {words}."), the_place("Shells fell in the Elph region.")
    assert where.place == whole.place == "elp"
    assert (where.lon_e6 or 0) > (whole.lon_e6 or 0)
    assert where.lat_e6 == whole.lat_e6
    assert (where.radius_m or 0) < (whole.radius_m or 0)


@pytest.mark.parametrize(
    "words", ["between Zedburg and Othery", "on the road from Zedburg to Othery", "on the Zedburg–Othery road"]
)
def test_a_stretch_lies_between_its_ends(words: str) -> None:
    """Between two places is one area in the middle that reaches both, and is neither of them."""
    where = the_place(f"Shells fell {words}.", HELD)
    assert where.place is None
    assert (where.lat_e6, where.lon_e6) == (45_000_000, 23_500_000)
    for lat, lon in (_ZED, (43_000_000, 12_000_000)):
        assert apart_m(where.lat_e6 or 0, where.lon_e6 or 0, lat, lon) <= (where.radius_m or 0)


def test_a_stretch_with_an_unknown_end_is_two_places() -> None:
    """Where one end is not located, nothing is put together."""
    found = analyse(document("Shells fell between Zedburg and Sonder."), SITUATION).places
    assert [where.name for where in found][:1] == ["Zedburg"]
    assert found[0].place == "zed"


def test_the_contact_line_is_the_situations() -> None:
    """A line that the situation has is found by its common names, as the area around it."""
    for words in ("along the contact line", "on the front line", "near the line of contact"):
        assert the_place(f"Shells fell {words}.", HELD).place == "front"


@pytest.mark.parametrize(
    "words",
    [
        "a region of Italy under Greek control",
        "the parts of Italy that are under the control of Greece",
        "areas of Italy held by Greece",
        "a part of Italy occupied by Greece",
    ],
)
def test_areas_told_by_who_holds_them_are_those_places(words: str) -> None:
    """What a party held lately in a state is meant, by the situation's rows of control."""
    where = the_place(f"Shells fell in {words}.", HELD)
    assert where.place == "ital"
    assert where.is_located


def test_areas_held_by_nobody_are_no_place() -> None:
    """Where the situation says of no place that the party held it, nothing is located."""
    found = analyse(document("Shells fell in a region of Greece under Italian control."), HELD).places
    assert not any(where.is_located for where in found)


def test_control_alone_is_no_place() -> None:
    """Who took control of what is not where something happened."""
    held = replace(HELD, parties=(*HELD.parties, Party("x", "Xeria")))
    assert analyse(document("The town is under Xeria control. Talks were held by Greece."), held).places == ()
