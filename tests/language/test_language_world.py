"""Places that the situation does not know and the gazetteer does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from language_samples import document

from trucewatch.language import analyse
from trucewatch.situation import Party, Place, Situation, find_place
from trucewatch.values import Nearness, Where

SITUATION = Situation(
    "far",
    "A truce in Madagascar",
    parties=(Party("mer", "Merina", (), "MG"), Party("sak", "Sakalava")),
    places=(
        Place("tana", "Antananarivo", -18_913_000, 47_536_000, 20_000, (), "city", state="MG", geonames="1070940"),
    ),
)
SLAVIC = replace(
    SITUATION, parties=(Party("kaz", "Kazakhstan", (), "KZ"), Party("blr", "Belarus", (), "BY")), places=()
)


def places(text: str, situation: Situation = SITUATION, language: str = "en") -> dict[str, Where]:
    """The places of a text by name."""
    return {where.name: where for where in analyse(document(text, language=language), situation).places}


def test_a_town_of_a_partys_state_is_located() -> None:
    """A town that only the gazetteer knows is an area with a GeoNames id."""
    where = places("Shells fell in Toamasina on Monday.")["Toamasina"]
    assert where.is_located
    assert (where.place or "").startswith("geonames:")
    assert (where.radius_m or 0) >= 2_500


def test_the_situation_comes_first() -> None:
    """A place that the situation has is the situation's, though the gazetteer has it too."""
    assert places("Shells fell in Antananarivo.")["Antananarivo"].place == "tana"
    known = find_place(SITUATION, "geonames:1070940")
    assert known is not None
    assert known.id == "tana"


def test_a_region_that_the_report_names_chooses() -> None:
    """Of towns of one name, the one in the named region is meant."""
    text = "Shells fell in Springfield, Illinois."
    (place,) = (
        find_place(SITUATION, where.place or "") for name, where in places(text).items() if name == "Springfield"
    )
    assert place is not None
    assert find_place(SITUATION, place.within) == find_place(SITUATION, "geonames:US.IL")


def test_without_a_region_none_is_guessed() -> None:
    """A name that dozens of towns bear far from the truce keeps candidates, largest first."""
    where = places("Shells fell in Springfield.")["Springfield"]
    assert not where.is_located
    assert len(where.candidates) > 1


def test_a_village_far_from_the_truce_is_not_meant() -> None:
    """A small place elsewhere in the world is no meaning of a name that the report does not place."""
    assert not places("Shells fell in Sonder.")["Sonder"].is_located
    assert places("Shells fell in Sonder.")["Sonder"].candidates == ()


def test_a_region_of_the_gazetteer_is_an_area() -> None:
    """A region has a centre, a radius and an id, and the towns in it lie there."""
    where = places("Shells fell in the Analamanga region.")["Analamanga region"]
    assert where.is_located
    assert where.nearness is Nearness.WITHIN
    assert find_place(SITUATION, where.place or "") is not None


@pytest.mark.parametrize(
    ("text", "language", "identifier"),
    [
        ("Взрывы прогремели в Гомеле.", "ru", "geonames:627907"),
        ("Удар пришёлся по Гомелю ночью.", "ru", "geonames:627907"),
        ("Вибухи пролунали в окупованому Гомелі.", "uk", "geonames:627907"),
        ("Обстріляли село під Гомелем.", "uk", "geonames:627907"),
        ("Пожежа на складі біля Караганди триває.", "uk", "geonames:609655"),
        ("В городе Караганде прогремел взрыв.", "ru", "geonames:609655"),
    ],
)
def test_declined_names_find_their_town(text: str, language: str, identifier: str) -> None:
    """Russian and Ukrainian names are found in any case, by rule."""
    assert identifier in {where.place for where in places(text, SLAVIC, language).values()}


def test_a_region_by_adjective_is_an_area() -> None:
    """An adjective before the word for a region means the region, in either language."""
    for text, language in (("Взрыв прогремел в Гомельской области.", "ru"), ("Вибух стався на Гомельщині.", "uk")):
        (where,) = (each for each in places(text, SLAVIC, language).values() if each.is_located)
        assert where.nearness is Nearness.WITHIN
        assert find_place(SLAVIC, where.place or "") is not None


@pytest.mark.parametrize(
    "text", ["He spoke in Congress.", "They met in Parliament.", "It fell in Spring and in Reading."]
)
def test_common_words_are_no_towns(text: str) -> None:
    """A word that some town in the world bears is not that town."""
    assert not any(where.is_located for where in places(text).values())


def test_a_region_elsewhere_is_no_town_that_may_be_called_so() -> None:
    """A name that is a region's, and a town's only by another name, is not that town."""
    assert not any(where.is_located for where in places("He lives in Florida.").values())


def test_a_name_with_an_article_is_no_town() -> None:
    """No town where the truce is bears an article."""
    assert not any(where.is_located for where in places("He wrote in the Mahajanga on Monday.").values())
    assert places("He was in Mahajanga on Monday.")["Mahajanga"].is_located
