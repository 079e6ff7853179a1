"""The default rules as one extractor among others, behind the same protocol.

Decides nothing of its own: it hands on where the rules found each part of a statement. What the case rests on does not
come through here, since the rules make their records themselves; this face shows that the protocol can carry them, and
lets their statements be held beside another extractor's by the same grounder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trucewatch.documents.model import Document
from trucewatch.extractors.model import Candidate, Piece
from trucewatch.language import analyse
from trucewatch.situation import Situation
from trucewatch.statements import EXTRACTOR, Statement, find_statements
from trucewatch.values import Span, Who


class Rules:
    """The rules of ``statements`` in the light of a situation."""

    name = "rules"
    version = EXTRACTOR.rpartition("/")[2]
    languages = ("en", "ru", "uk")

    def __init__(self, situation: Situation) -> None:
        self._situation = situation

    def extract(self, document: Document) -> Iterator[Candidate]:
        """Every statement that the rules find, part by part."""
        for statement in find_statements(analyse(document, self._situation)):
            yield candidate_of(statement, document.text)


def candidate_of(statement: Statement, text: str) -> Candidate:
    """A statement as somebody who found it would propose it."""
    return Candidate(
        content=tuple(_piece(span, text) for span in statement.content),
        cue=None if statement.cue is None else _piece(statement.cue, text),
        source=None if statement.source is None else _piece(statement.source, text),
        addressee=_first(statement.addressees, text),
        accused=_first(statement.accused, text),
        act=statement.act.value,
        is_negated=statement.is_negated,
    )


def _piece(span: Span, text: str) -> Piece:
    return Piece(span.of(text), span.start)


def _first(whos: Sequence[Who], text: str) -> Piece | None:
    """The first of several that is named where a statement names it."""
    return next((_piece(who.span, text) for who in whos if who.span is not None), None)
