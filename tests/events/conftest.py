"""An invented truce between two invented states, and a way to read events out of a line of copy about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from trucewatch.documents import Received, read
from trucewatch.events import Events, find_events
from trucewatch.language import analyse
from trucewatch.situation import Agreement, Body, Party, Person, Place, Situation, Stage
from trucewatch.statements import find_statements

SITUATION = Situation(
    id="oresk",
    title="The truce on the Oresk line",
    parties=(
        Party("aran", "Arania", ("Aranian", "Aranian forces", "Aranian troops")),
        Party("beld", "Beldia", ("Beldian", "Beldian forces", "Beldian troops")),
    ),
    bodies=(
        Body("aran-mod", "Aranian Defence Ministry", ("Arania's Defence Ministry",), "aran"),
        Body("mission", "Truce Mission", ("the mission",)),
    ),
    people=(
        Person("ivo-karas", "Ivo Karas", (), "spokesman", "", "beld"),
        Person("mira-talen", "Mira Talen", (), "president", "", "aran"),
    ),
    places=(
        Place("oresk", "Oresk", 48_000_000, 30_000_000, 5_000, kind="city"),
        Place("velin", "Velin", 48_100_000, 30_200_000, 1_500, kind="village"),
        Place("tarnow-bay", "Tarno", 47_000_000, 31_000_000, 8_000, kind="city"),
    ),
    agreements=(
        Agreement("oresk-truce", "Oresk truce", "ceasefire", Stage.IN_FORCE, ("aran", "beld"), ("the truce",)),
    ),
)


@pytest.fixture
def read_events() -> Callable[..., tuple[str, Events]]:
    """The text as read, and the events found in it."""

    def read_text(text: str, *, published: str = "2031-05-20", situation: Situation = SITUATION) -> tuple[str, Events]:
        document = read(Received(raw=text.encode(), name="report.txt", published=published, language="en"))
        analysis = analyse(document, situation)
        return document.text, find_events(analysis, find_statements(analysis))

    return read_text


@pytest.fixture
def situation() -> Situation:
    """The invented situation itself."""
    return SITUATION
