"""A document in pieces that a language model can take.

Decides where a long text is cut: between paragraphs, and only where one is too long by itself between its sentences.
Every piece is a stretch of the text as it is, so that words found in it are found where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trucewatch.documents.model import BlockKind, Document
from trucewatch.values import Span

LONGEST = 6_000  # code points: some 1,500 tokens of news, so that the answer fits into a small model's window too
_UNREAD = frozenset({BlockKind.BOILERPLATE})


def chunks(document: Document) -> Iterator[Span]:
    """The pieces of a document, in text order."""
    paragraphs = (block.span for block in document.blocks if block.kind not in _UNREAD)
    parts = (part for span in paragraphs for part in _parts(document, span))
    yield from _joined(parts)


def halves(document: Document, chunk: Span) -> tuple[Span, ...]:
    """The piece in two, cut between paragraphs, else between sentences; () where it is one sentence."""
    for cuts in ((block.span for block in document.blocks), iter(document.sentences)):
        inside = [span for span in cuts if chunk.contains(span)]
        if len(inside) > 1:
            middle = len(inside) // 2
            return inside[0].to(inside[middle - 1]), inside[middle].to(inside[-1])
    return ()


def _parts(document: Document, paragraph: Span) -> Iterator[Span]:
    """The paragraph, or its sentences where it is too long; a sentence too long by itself is cut as it comes."""
    if paragraph.end - paragraph.start <= LONGEST:
        yield paragraph
        return
    sentences = [span for span in document.sentences if paragraph.contains(span)] or [paragraph]
    for span in sentences:
        for start in range(span.start, span.end, LONGEST):
            yield Span(start, min(span.end, start + LONGEST))


def _joined(parts: Iterable[Span]) -> Iterator[Span]:
    """Neighbours together, as many as fit."""
    held: Span | None = None
    for part in parts:
        if held is not None and part.end - held.start <= LONGEST:
            held = held.to(part)
            continue
        if held is not None:
            yield held
        held = part
    if held is not None:
        yield held
