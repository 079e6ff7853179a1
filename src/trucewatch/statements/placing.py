"""Where a statement stands in its document, and the id that it gets from that.

Decides the order of statements and what makes two of them one. Never decides what is said.
"""

from __future__ import annotations

from dataclasses import replace

from trucewatch.statements.model import Statement
from trucewatch.values import Span, make_id


def position(statement: Statement) -> tuple[int, int, str]:
    """Where a statement stands: its content or cue, whichever comes first."""
    spans = _spans(statement)
    return (min(span.start for span in spans), max(span.end for span in spans), statement.id)


def speaker_names(statement: Statement) -> tuple[str, ...]:
    """Who says it, by name."""
    return tuple(who.name for who in statement.speakers)


def with_id(statement: Statement) -> Statement:
    """The statement with an id made of what it is."""
    places = [f"{span.start}-{span.end}" for span in _spans(statement)]
    names = [who.name for who in (*statement.speakers, *statement.accused)]
    return replace(statement, id=make_id("sta", statement.document, statement.act.value, *places, *names))


def _spans(statement: Statement) -> list[Span]:
    cue = () if statement.cue is None else (statement.cue,)
    return [*cue, *statement.content]
