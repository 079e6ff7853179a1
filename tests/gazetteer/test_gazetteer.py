"""The gazetteer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.gazetteer import (
    apart_m,
    find_named,
    find_other_names,
    find_regions,
    find_regions_by_adjective,
    find_toponym,
    key_of,
    moved,
    ranked,
    states_near,
)
from trucewatch.gazetteer.romanised import in_cyrillic
from trucewatch.gazetteer.table import STEP_E6


@pytest.mark.parametrize(
    ("name", "identifier", "state"),
    [
        ("Antananarivo", "geonames:1070940", "MG"),
        ("ANTANANARIVO", "geonames:1070940", "MG"),
        ("Reykjavík", "geonames:3413829", "IS"),
        ("Reykjavik", "geonames:3413829", "IS"),
        ("Port-au-Prince", "geonames:3718426", "HT"),
        ("Port au Prince", "geonames:3718426", "HT"),
        ("Улан-Батор", "geonames:2028462", "MN"),
    ],
)
def test_towns_of_the_world_are_found_by_name(name: str, identifier: str, state: str) -> None:
    """A town is found whatever its case, accents and hyphens, in Latin letters and in Cyrillic."""
    first = find_named(name)[0]
    assert (first.id, first.state) == (identifier, state)
    assert find_toponym(identifier) == first


def test_what_is_given_is_the_places_own() -> None:
    """Coordinates, size and region of a known town are those that GeoNames gives, as far as they are kept."""
    town = find_named("Reykjavík")[0]
    assert apart_m(town.lat_e6, town.lon_e6, 64_135_480, -21_895_410) < 150
    assert town.kind == "city"
    assert 100_000 < town.population < 150_000
    assert town.lat_e6 % STEP_E6 == 0


def test_the_largest_comes_first() -> None:
    """Places of one name are all given, ranked by size."""
    found = find_named("Springfield")
    assert len(found) > 10
    assert [each.population for each in found] == sorted((each.population for each in found), reverse=True)


def test_another_romanisation_finds_a_town_where_nothing_is_written_so() -> None:
    """Y and i are one where no place is written exactly so; exact writing wins where there is one."""
    assert {each.id for each in find_named("Reikjavik")} <= {each.id for each in find_named("Reykjavik")}
    assert all(key_of(each.name) != "sidnei" for each in find_named("Sydney"))


@pytest.mark.parametrize("name", ["", "  ", "-", "Zzyzzxq", "'", "\u0301", "Ж"])
def test_what_is_no_name_finds_nothing(name: str) -> None:
    """Nothing is found for nothing, and nothing raises."""
    assert find_named(name) == ()


@given(st.text(max_size=40))
def test_no_text_breaks_a_lookup(text: str) -> None:
    """Whatever is looked up, the answer is places that an id finds again."""
    for each in find_named(text)[:3]:
        assert find_toponym(each.id) == each
    assert find_regions_by_adjective(text) is not None
    assert in_cyrillic(key_of(text)) is not None


@pytest.mark.parametrize("identifier", ["", "geonames:", "geonames:0", "geonames:x", "geonames:99999999999", "zed"])
def test_an_unknown_id_finds_nothing(identifier: str) -> None:
    """What the gazetteer never gave, it does not find."""
    assert find_toponym(identifier) is None


def test_regions_are_areas_with_their_towns_inside() -> None:
    """A region spans its towns, by name with or without its kind."""
    (region,) = find_regions("Tuscany")
    assert find_regions("Tuscany Region") == (region,)
    town = find_named("Siena")[0]
    assert town.region == region.region
    assert apart_m(region.lat_e6, region.lon_e6, town.lat_e6, town.lon_e6) < region.radius_m
    assert find_toponym(region.id) == region


@pytest.mark.parametrize(
    ("word", "name"),
    [("Томской", "Tomsk Oblast"), ("Одеській", "Odesa"), ("Полтавщині", "Poltava"), ("Пензенская", "Penza Oblast")],
)
def test_regions_are_found_by_adjective(word: str, name: str) -> None:
    """An adjective in any case, or a name in -щина, means the region of the town it is made from."""
    assert [each.name for each in find_regions_by_adjective(word)] == [name]


def test_names_by_their_beginning_lead_to_towns() -> None:
    """Whoever declines names gets all that begin alike, with numbers that lead to the towns."""
    rows = dict(find_other_names("улан бат"))
    assert "geonames:2028462" in {town.id for numbers in rows.values() for town in ranked(numbers)}


def test_romanised_names_go_back_to_cyrillic() -> None:
    """Either language's spelling is tried; letters that neither has give nothing."""
    assert "світлодарськ" in in_cyrillic("svitlodarsk")
    assert "щучье" not in in_cyrillic("shchuche")
    assert in_cyrillic("quito") == ()


def test_the_open_sea_is_near_no_state() -> None:
    """Whose towns lie near a point is told on land, at a border and at sea, on both sides of the date line alike."""
    assert states_near(52_520_000, 13_405_000, 5_000) == {"DE"}
    assert {"DE", "FR", "CH"} == states_near(47_590_000, 7_590_000, 10_000)
    assert not states_near(0, -30_000_000, 200_000)
    assert states_near(-17_000_000, -179_999_000, 150_000) == states_near(-17_000_000, 179_999_000, 150_000) == {"FJ"}


@given(
    st.integers(-60_000_000, 60_000_000),
    st.integers(-180_000_000, 179_999_999),
    st.sampled_from(["n", "ne", "e", "se", "s", "sw", "w", "nw"]),
    st.integers(1_000, 200_000),
)
def test_what_is_moved_lies_as_far_away_as_it_was_moved(lat: int, lon: int, bearing: str, distance: int) -> None:
    """Distance and bearing agree to some per cent, across the date line too."""
    there = moved(lat, lon, bearing, distance)
    assert abs(apart_m(lat, lon, *there) - distance) <= distance // 12 + 200
    assert -180_000_000 <= there[1] < 180_000_000
