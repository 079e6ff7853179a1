"""Invented reports as documents, whatever stands in them, and candidates in few words."""

from __future__ import annotations

import re
from typing import Any

from trucewatch.documents import Block, BlockKind, Document, split_sentences
from trucewatch.extractors import Candidate, Grounded, Piece, Proposal, ground
from trucewatch.language import analyse
from trucewatch.situation import Party, Person, Situation
from trucewatch.values import Span

VALLEY = Situation(
    id="valley",
    title="The valley",
    parties=(Party("k", "Karvia", ("Karvian",)), Party("d", "Dosland", ("Doslandian",))),
    people=(Person("berg", "Anna Berg", office="defence minister", party="k"),),
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")


def document_of(text: str, language: str = "en") -> Document:
    """Every line a paragraph; any text at all, also one that no reader would let through."""
    blocks = tuple(Block(Span(*found.span()), BlockKind.BODY) for found in _LINE.finditer(text))
    return Document(
        id="doc-test",
        sha256="",
        media_type="text/plain",
        text=text,
        text_sha256="",
        language=language,
        blocks=blocks,
        sentences=tuple(sentence for block in blocks for sentence in split_sentences(text, block.span)),
        reader="test",
    )


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
