"""Invented reports as documents, whatever stands in them, and candidates in few words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from trucewatch import evaluation
from trucewatch.documents import Document
from trucewatch.extractors import Candidate, Grounded, Piece, Proposal, ground
from trucewatch.language import analyse
from trucewatch.situation import Party, Person, Situation

VALLEY = Situation(
    id="valley",
    title="The valley",
    parties=(Party("k", "Karvia", ("Karvian",)), Party("d", "Dosland", ("Doslandian",))),
    people=(Person("berg", "Anna Berg", office="defence minister", party="k"),),
)


def document_of(text: str, language: str = "en") -> Document:
    """Every line a paragraph of the body; any text at all, also one that no reader would let through."""
    return replace(evaluation.document_of(text, language), id="doc-test")


def piece(words: str | Piece | None) -> Piece | None:
    """A claim of words, without a place unless one is given."""
    return Piece(words) if isinstance(words, str) else words


def candidate(*content: str | Piece, **parts: Any) -> Candidate:
    """A candidate whose parts are given as words."""
    pieces = tuple(Piece(each) if isinstance(each, str) else each for each in content)
    named: dict[str, Any] = {
        name: piece(given) if name in {"cue", "source", "speaker", "addressee", "accused"} else given
        for name, given in parts.items()
    }
    return Candidate(content=pieces, **named)


def grounded(text: str, *candidates: Candidate, language: str = "en") -> Grounded:
    """What a text bears out of candidates."""
    proposal = Proposal(extractor="test", version="1", candidates=candidates)
    return ground(proposal, analyse(document_of(text, language), VALLEY))
