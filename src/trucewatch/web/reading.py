"""The facts of one report, as the page of that report marks them."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.case import Case
from trucewatch.values import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """One stretch of words and the fact that rests on it."""

    id: str
    noun: str
    label: str
    span: Span


def facts_in(case: Case, document: str) -> list[Marked]:
    """Every stretch that a fact of the report rests on, in text order."""
    marked = []
    for noun in ("statements", "commitments", "gatherings", "agreements"):
        for row in getattr(case, noun)():
            if row.document == document:
                marked += _stretches(case, noun, row.id, document)
    return sorted(marked, key=lambda one: (one.span, one.id))


def _stretches(case: Case, noun: str, id_: str, document: str) -> list[Marked]:
    one = case.show(id_)
    label = f"{noun[:-1]} {id_}"
    return [Marked(id_, noun, label, words.span) for words in one.words if words.document == document]
