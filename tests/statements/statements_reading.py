"""Invented reports, read: a valley between Karvia and Dosland that no war has seen."""

from __future__ import annotations

from dataclasses import replace

from trucewatch import evaluation
from trucewatch.documents import Document
from trucewatch.language import analyse
from trucewatch.situation.model import Party, Person, Situation
from trucewatch.statements import Statement, find_statements

SITUATION = Situation(
    id="valley",
    title="The valley",
    parties=(Party("k", "Karvia", ("Karvian",)), Party("d", "Dosland", ("Doslandian",))),
    people=(Person("berg", "Anna Berg", office="defence minister", party="k"), Person("hale", "Petr Hale", party="d")),
)


def document_of(text: str, language: str = "en") -> Document:
    """Every line a paragraph of the body; any text at all, also one that no reader would let through."""
    return replace(evaluation.document_of(text, language), id="doc-test")


def said_in(text: str, situation: Situation = SITUATION) -> tuple[Statement, ...]:
    """The statements of an invented report."""
    return find_statements(analyse(document_of(text), situation))


def only(text: str) -> Statement:
    """The one statement of a text that must hold exactly one."""
    found = said_in(text)
    assert len(found) == 1, [(s.act, [c.of(text) for c in s.content]) for s in found]
    return found[0]


def words(text: str, statement: Statement) -> list[str]:
    """What was said, span by span."""
    return [span.of(text) for span in statement.content]


def speaker(statement: Statement) -> str:
    """The speakers' names, joined."""
    return " + ".join(who.name for who in statement.speakers)
