"""How far from a place, and which way, in Russian and Ukrainian."""

from __future__ import annotations

import pytest
from language_samples import document

from trucewatch.gazetteer import apart_m
from trucewatch.language import analyse
from trucewatch.language.slavic.bearings import bearing_of
from trucewatch.situation import Party, Place, Situation
from trucewatch.values import Nearness, Where

_LAT, _LON = 47_000_000, 35_000_000
SITUATION = Situation(
    "s",
    "A truce",
    (Party("n", "Норланд"),),
    places=(Place("zed", "Зедбург", _LAT, _LON, 15_000, ("Верея",), "city"),),
)


def the_place(text: str, language: str) -> Where:
    """The only place of the text."""
    (where,) = analyse(document(text, language=language), SITUATION).places
    return where


def shift(where: Where) -> tuple[int, int, int]:
    """How far north and east the centre lies, and how far the area reaches, in kilometres."""
    lat, lon = where.lat_e6 or 0, where.lon_e6 or 0
    north = apart_m(_LAT, _LON, lat, _LON) // 1000 * (1 if lat >= _LAT else -1)
    east = apart_m(_LAT, _LON, _LAT, lon) // 1000 * (1 if lon >= _LON else -1)
    return north, east, (where.radius_m or 0) // 1000


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Снаряд упал в 50 км к северу от Вереи.", (50, 0, 27)),
        ("ru", "Снаряд упал в 20 км северо-восточнее Вереи.", (14, 14, 21)),
        ("ru", "Снаряд упал в 20 километрах к юго-западу от города Верея.", (-14, -14, 21)),
        ("ru", "Снаряд упал в 40 км от Вереи.", (0, 0, 50)),
        ("ru", "Снаряд упал южнее Вереи.", (0, 0, 30)),
        ("uk", "Снаряд впав за 50 км на південь від Вереї.", (-50, 0, 27)),
        ("uk", "Снаряд впав за 20 км на північний схід від Вереї.", (14, 14, 21)),
        ("uk", "Снаряд впав за 40 кілометрів західніше Вереї.", (0, -40, 25)),
        ("uk", "Снаряд впав за 40 км від міста Верея.", (0, 0, 50)),
    ],
)
def test_distance_and_direction_move_the_area(language: str, text: str, expected: tuple[int, int, int]) -> None:
    """So far in some direction is an area there; a direction alone is a circle around the town."""
    where = the_place(text, language)
    assert (where.place, where.nearness) == ("zed", Nearness.NEAR)
    assert all(abs(ours - theirs) <= 1 for ours, theirs in zip(shift(where), expected, strict=True)), shift(where)


@pytest.mark.parametrize(
    "text", ["Колонна в 50 машин вошла в Верею.", "Погибли 15 м и дети в Верее.", "Раньше Верея молчала."]
)
def test_other_numbers_move_nothing(text: str) -> None:
    """A count, an abbreviation and another comparison are no distance."""
    where = the_place(text, "ru")
    assert (where.lat_e6, where.lon_e6, where.radius_m) == (_LAT, _LON, 15_000)


@pytest.mark.parametrize(
    ("words", "bearing"),
    [("северо-западу", "nw"), ("юго-восточнее", "se"), ("південний захід", "sw"), ("східніше", "e"), ("ближе", "")],
)
def test_words_name_a_bearing(words: str, bearing: str) -> None:
    """Directions are told in all their forms; other words are none."""
    assert bearing_of(words) == bearing
