"""Places."""

from __future__ import annotations

import pytest
from language_samples import placed, read

from trucewatch.values import Nearness


@pytest.mark.parametrize(
    ("text", "name", "place", "nearness", "radius"),
    [
        ("Shells fell in Zedburg.", "Zedburg", "zed", Nearness.AT, 15_000),
        ("Shells fell in Zedburgh.", "Zedburgh", "zed", Nearness.AT, 15_000),
        ("Shells fell near Zedburg.", "Zedburg", "zed", Nearness.NEAR, 30_000),
        ("Shells fell on the outskirts of Zedburg.", "Zedburg", "zed", Nearness.NEAR, 30_000),
        ("It fell about 50 km north-east of Zedburg.", "Zedburg", "zed", Nearness.NEAR, 27_000),
        ("It fell 10 miles from Zedburg.", "Zedburg", "zed", Nearness.NEAR, 21_308),
        ("It fell in the Elph region.", "Elph region", "elp", Nearness.WITHIN, 90_000),
        ("It fell in the village of Sonder, near Zedburg.", "Sonder", "zed", Nearness.NEAR, 30_000),
        ("It hit Sonder, a village about 50 km north of Zedburg.", "Sonder", "zed", Nearness.NEAR, 27_000),
        ("It fell in the village of Sonder in the Elph region.", "Sonder", "elp", Nearness.WITHIN, 90_000),
    ],
)
def test_places_are_areas_of_the_situation(text: str, name: str, place: str, nearness: Nearness, radius: int) -> None:
    """A place is located through the situation, as wide as the words leave it."""
    where = placed(text, name)
    assert where.span is not None
    assert where.span.of(text) == name
    assert (where.place, where.nearness, where.radius_m) == (place, nearness, radius)


def test_an_ambiguous_name_is_not_located() -> None:
    """Two places of one name stay candidates."""
    where = placed("Shells fell in Kalna.", "Kalna")
    assert (where.candidates, where.is_located) == (("kal1", "kal2"), False)


def test_an_unknown_place_is_named_and_not_located() -> None:
    """A village the situation does not know has its name and no area."""
    where = placed("Shells fell in the village of Sonder.", "Sonder")
    assert (where.place, where.is_located) == (None, False)


def test_a_region_is_not_the_town_it_is_named_after() -> None:
    """A region without an area of its own does not fall on the town."""
    assert not placed("Shells fell in the Zedburg region.", "Zedburg region").is_located


def test_a_name_located_once_is_located_throughout() -> None:
    """A bare mention shares what the document says elsewhere about the same village."""
    text = "Sonder burned.\nThe village of Sonder, near Zedburg, was hit. Nobody stayed in Sonder."
    found = [where for where in read(text).places if where.name == "Sonder"]
    assert len(found) >= 2
    assert {where.place for where in found} == {"zed"}


def test_a_capital_that_acts_is_no_place() -> None:
    """Where the city stands for its government, nothing happens there."""
    assert read("Athens denied the claim.").places == ()
    assert placed("They met in Athens.", "Athens").place == "ath"


def test_a_dateline_is_a_place() -> None:
    """The town before the dash is where the report comes from."""
    assert read("ZEDBURG (AP) — Shells fell.").places[0].place == "zed"


@pytest.mark.parametrize(
    "text", ["It fell in Western hands.", "He spoke in The Norland Times.", "It fell to them in the Greek state."]
)
def test_powers_and_papers_are_no_places(text: str) -> None:
    """A preposition before an adjective, a newspaper or a people's state does not make a place."""
    assert read(text).places == ()
