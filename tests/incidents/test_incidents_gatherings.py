from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from incidents_samples import OSTREL

from trucewatch.events.model import Gathering
from trucewatch.incidents import group_gatherings
from trucewatch.values import Amount, Kind, Span, When, Where, Who

DAY = date(2031, 4, 10)
TARSK = Where("Tarsk", place="tarsk", lat_e6=48_900_000, lon_e6=11_900_000, radius_m=3_000)
HALL = Where("the Ostrel hall of the League")
ROTH = Who("Ida Roth", Kind.PERSON, office="Foreign Minister")
SOREL = Who("Dana Sorel", Kind.PERSON, office="spokeswoman")


def gathering(number: int, **given: Any) -> Gathering:
    fields: dict[str, Any] = {
        "id": f"gat-{number}",
        "document": f"doc-{number}",
        "kind": "talks",
        "trigger": Span(0, 5),
        "sentence": Span(0, 60),
        "when": When.on(DAY),
        "where": OSTREL,
        "hosts": (ROTH,),
        "participants_count": Amount(30, 30, "states"),
    }
    return Gathering(**fields | given)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"kind": "meeting", "participants_count": Amount(28, 28, "states")},
        {"hosts": (), "participants_count": None},
        {"where": HALL},
        {"where": None},
        {"when": None},
    ],
)
def test_what_several_reports_tell_is_one_gathering(given: dict[str, Any]) -> None:
    """Another count, no host, a hall instead of its town, no day or no place: it is the same gathering."""
    assert len(group_gatherings([gathering(1), gathering(2, **given)])) == 1


@pytest.mark.parametrize(
    "given",
    [
        {"when": When.on(DAY + timedelta(1))},
        {"where": TARSK},
        {"kind": "visit"},
        {"hosts": (SOREL,), "participants_count": None},
        {"document": "doc-1"},
        {"when": None, "where": None, "participants_count": None},
    ],
)
def test_what_contradicts_is_another(given: dict[str, Any]) -> None:
    """Another day, town, kind or host, the same report, or too little to tell: two gatherings."""
    assert len(group_gatherings([gathering(1), gathering(2, **given)])) == 2


def test_what_fits_two_joins_neither() -> None:
    """A report without a day that fits two days alike is not pressed into either."""
    two = [gathering(1), gathering(2, when=When.on(DAY + timedelta(1)))]
    assert [len(group) for group in group_gatherings([*two, gathering(3, when=None)])] == [1, 1, 1]
