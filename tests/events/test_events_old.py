"""Late reports of old events."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from trucewatch.events import Events

Reader = Callable[..., tuple[str, Events]]


@pytest.mark.parametrize(
    ("copy", "first", "last"),
    [
        ("Beldia shelled the village of Velin on 14 February 2015.", date(2015, 2, 14), date(2015, 2, 14)),
        ("Ten years ago, in February 2015, Beldia shelled the village of Velin.", date(2015, 2, 1), date(2015, 2, 28)),
        ("In late August 2014 Beldia shelled the village of Velin.", date(2014, 8, 21), date(2014, 8, 31)),
    ],
)
def test_an_old_event_stays_old(read_events: Reader, copy: str, first: date, last: date) -> None:
    """What a report tells of years ago has its own days, whenever the report appeared."""
    _, events = read_events(copy)
    whens = [mention.when for mention in events.mentions if mention.when is not None]
    assert [(when.earliest, when.latest) for when in whens] == [(first, last)]
