"""Invented reports in Russian and Ukrainian, read: the same valley, named in Cyrillic."""

from __future__ import annotations

from statements_reading import document_of

from trucewatch.language import analyse
from trucewatch.situation.model import Body, Party, Person, Situation
from trucewatch.statements import Statement, find_statements

VALLEY = Situation(
    id="valley",
    title="The valley",
    parties=(
        Party("k", "Karvia", ("Карвия", "Карвія", "карвийский", "карвійський", "Ленск", "Ленськ")),
        Party("d", "Dosland", ("Доландия", "Доландія", "доландский", "доландський", "Тавр")),
    ),
    bodies=(Body("kgs", "Karvian General Staff", ("Генштаб Карвии", "Генштаб Карвії"), "k"),),
    people=(
        Person("berg", "Anna Berg", ("Анна Берг", "Ганна Берг", "Берг"), "defence minister", party="k"),
        Person("hale", "Petr Hale", ("Пётр Хейл", "Петро Хейл", "Хейл"), party="d"),
    ),
)


def said(text: str, tongue: str, situation: Situation = VALLEY) -> tuple[Statement, ...]:
    """The statements of an invented report."""
    return find_statements(analyse(document_of(text, tongue), situation))


def told(text: str, tongue: str) -> list[tuple[str, str, str, list[str]]]:
    """Each statement as speaker, act, form and words."""
    return [
        (" + ".join(w.name for w in s.speakers), s.act.value, s.form.value, [span.of(text) for span in s.content])
        for s in said(text, tongue)
    ]
