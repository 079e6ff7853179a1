"""One event told in three languages: accounts stand side by side where names, numbers, places and times agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from case_samples import clock

from trucewatch.case import Case
from trucewatch.documents import Received

VALLEY = """
id = "valley"
title = "The valley"
start = 2031-05-01
end = 2031-05-31
languages = ["en", "ru", "uk"]
[[party]]
id = "k"
name = "Karvia"
aliases = ["Karvian", "Карвия", "Карвія", "карвийский", "карвійський"]
[[party]]
id = "d"
name = "Dosland"
aliases = ["Doslander", "Доландия", "Доландія", "доландский", "доландський"]
[[place]]
id = "tolm"
name = "Tolm"
aliases = ["Тольм"]
lat = 48.0
lon = 30.0
radius_km = 2
[[place]]
id = "vereya"
name = "Vereya"
aliases = ["Верея"]
lat = 49.5
lon = 31.5
radius_km = 5
"""

REPORTS = {
    "en": "Karvia said that Doslander forces shelled a hospital in Tolm on 14 May, killing two civilians.",
    "ru": "Доландия отрицает, что доландские войска обстреляли 14 мая больницу в Тольме.",
    "uk": "Карвія звинуватила Доландію в обстрілі лікарні у Тольмі 14 травня. Загинули двоє цивільних.",
}
ELSEWHERE = "Карвия обвинила Доландию в обстреле больницы в Верее 14 мая. Погибли двое мирных жителей."
ANOTHER_DAY = "Карвія звинуватила Доландію в обстрілі лікарні у Тольмі 3 травня. Загинули двоє цивільних."


@pytest.fixture
def valley(tmp_path: Path) -> Iterator[Case]:
    """An empty case of the valley."""
    path = tmp_path / "valley.case"
    Case.create(path, VALLEY, clock=clock).close()
    with Case.open(path, clock=clock) as case:
        yield case


def _add(case: Case, texts: dict[str, str], name: str = "report") -> None:
    received = [
        Received(raw=text.encode(), name=f"{name}-{tongue}.txt", language=tongue, published="2031-05-20")
        for tongue, text in texts.items()
    ]
    list(case.add(received))


def test_accounts_in_three_languages_stand_in_one_incident(valley: Case) -> None:
    """An English, a Russian and a Ukrainian report of one shelling: one incident, alleged and denied."""
    _add(valley, REPORTS)
    (incident,) = valley.bulletin().incidents
    assert {account.stance.value for account in incident.incident.accounts} == {"alleges", "denies"}
    assert len(incident.incident.mentions) == len(REPORTS)
    assert incident.incident.where is not None
    assert incident.incident.where.name == "Tolm"
    assert incident.incident.is_contested


@pytest.mark.parametrize(("tongue", "text"), [("ru", ELSEWHERE), ("uk", ANOTHER_DAY)])
def test_what_agrees_in_everything_but_place_or_day_is_another_incident(valley: Case, tongue: str, text: str) -> None:
    """The same deed, dead and sides in another town, or on another day, told in another language, is no retelling."""
    _add(valley, {"en": REPORTS["en"]})
    _add(valley, {tongue: text}, name="other")
    assert len(valley.bulletin().incidents) == 2
