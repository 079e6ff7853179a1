"""Which parts of a document speak for it: its headline and body, not its captions, credits and page furniture.

Decides what lineage reads and what stands inside quotation marks. Never judges what is said.
"""

from __future__ import annotations

import re

from trucewatch.documents.model import Block, BlockKind, Document
from trucewatch.values import Span

#: Photo captions travel from agencies into unrelated reports; credits and furniture belong to the page.
_SET_ASIDE = frozenset({BlockKind.BYLINE, BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.BOILERPLATE})
_PAIRS = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’"}
_OPENING = re.compile(r"[“«„\"]|(?<!\w)‘")
_LONGEST_QUOTATION = 6_000  # code points; an unclosed mark must not swallow a page


def paragraphs(document: Document) -> tuple[Block, ...]:
    """The document's blocks; a document without any is one body block per line."""
    if document.blocks:
        return document.blocks
    blocks, start = [], 0
    for line in document.text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line)), BlockKind.BODY))
        start += len(line) + 1
    return tuple(blocks)


def told(document: Document) -> list[Span]:
    """The paragraphs that lineage compares, in text order."""
    return [block.span for block in paragraphs(document) if block.kind not in _SET_ASIDE]


def quoted(document: Document) -> list[Span]:
    """What stands inside quotation marks, without the marks, in text order; innermost marks are not followed."""
    found: list[Span] = []
    for block in paragraphs(document):
        if block.kind is not BlockKind.BOILERPLATE:
            found += _quoted_in(document.text, block.span)
    return found


def _quoted_in(text: str, block: Span) -> list[Span]:
    found, at = [], block.start
    while opening := _OPENING.search(text, at, block.end):
        start = opening.end()
        end = _closing(text, start, min(block.end, start + _LONGEST_QUOTATION), _PAIRS[opening.group()])
        if text[start:end].strip():
            found.append(Span(start, end))
        at = max(end + 1, start)
    return found


def _closing(text: str, start: int, limit: int, closers: str) -> int:
    """Where the quotation ends: its closing mark or the paragraph's end. An apostrophe in a word closes nothing."""
    for at in range(start, limit):
        if text[at] in closers and not (closers == "’" and at + 1 < limit and text[at + 1].isalnum()):
            return at
    return limit if closers != "’" else start
