"""Invented reports in Russian and Ukrainian, read for events: the valley, with its places named in Cyrillic."""

from __future__ import annotations

from trucewatch.documents import Received, read
from trucewatch.events import EventMention, Events, find_events
from trucewatch.language import analyse
from trucewatch.situation.model import Agreement, Body, Party, Person, Place, Situation, Stage
from trucewatch.statements import find_statements
from trucewatch.values import Who

VALLEY = Situation(
    id="valley",
    title="The valley",
    parties=(
        Party("k", "Karvia", ("Карвия", "Карвія", "карвийский", "карвійський")),
        Party("d", "Dosland", ("Доландия", "Доландія", "доландский", "доландський")),
    ),
    bodies=(Body("kgs", "Karvian General Staff", ("Генштаб Карвии", "Генштаб Карвії"), "k"),),
    people=(
        Person("berg", "Anna Berg", ("Анна Берг", "Ганна Берг", "Берг"), "defence minister", party="k"),
        Person("hale", "Petr Hale", ("Пётр Хейл", "Петро Хейл", "Хейл"), party="d"),
    ),
    places=(
        Place("tolm", "Tolm", 48_000_000, 30_000_000, 1_500, ("Тольм",), kind="village"),
        Place("vereya", "Vereya", 48_500_000, 30_000_000, 5_000, ("Верея",), kind="city"),
    ),
    agreements=(Agreement("truce", "The valley truce", "ceasefire", Stage.IN_FORCE, ("k", "d")),),
)


def events_in(text: str, tongue: str, situation: Situation = VALLEY) -> Events:
    """What an invented report tells, published on 20 May 2031."""
    document = read(Received(raw=text.encode(), name="report.txt", published="2031-05-20", language=tongue))
    analysis = analyse(document, situation)
    return find_events(analysis, find_statements(analysis))


def only(text: str, tongue: str) -> EventMention:
    """The one mention that the text holds."""
    (mention,) = events_in(text, tongue).mentions
    return mention


def side(who: Who | None) -> str:
    """The party of somebody, else their name, else nothing."""
    return "" if who is None else who.party or who.name


def harms(mention: EventMention) -> list[tuple[str, int | None, int | None]]:
    """What was suffered, as kind and bounds."""
    return [(harm.kind, harm.amount.low, harm.amount.high) for harm in mention.harm]
