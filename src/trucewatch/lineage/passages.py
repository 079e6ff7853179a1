"""Which parts of a document speak for it: its headline and body, not its captions, credits and page furniture.

Decides what lineage reads and what stands inside quotation marks. Never judges what is said.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from trucewatch.documents.model import Block, BlockKind, Document
from trucewatch.language.marks import find_marks, find_pairs
from trucewatch.values import Span

#: Photo captions travel from agencies into unrelated reports; credits and furniture belong to the page.
_SET_ASIDE = frozenset({BlockKind.BYLINE, BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.BOILERPLATE})
_NOT_BODY = frozenset(BlockKind) - {BlockKind.BODY}
FURNITURE = frozenset({BlockKind.BOILERPLATE})
DASHES = "—–-"
_LOST_BREAK = re.compile(r"(?<=[.!?…])[ \u00a0]{2,}(?=[\"“«„])")
LONGEST_QUOTATION = 6_000  # code points; an unclosed mark must not swallow a page
LONGEST_POST = 1_000  # code points; a page that lost its line breaks is no post
LONGEST_NAME, LONGEST_HANDLE, LONGEST_DAY = 60, 30, 40  # code points of "— Name (@handle) 3 March 2025"


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
    """What stands inside quotation marks, without the marks, in text order, outer before inner.

    A post that a page shows whole is quoted, too: it has a signature for its marks.
    """
    text, found = document.text, []
    for block in paragraphs(document):
        if block.kind is BlockKind.BOILERPLATE:
            continue
        for part in _run_together(text, block.span):
            if post := _post_end(text, part):
                found.append(Span(part.start, post))
            for opened, closed, _ in find_pairs(text, part, find_marks(text, part)):
                end = min(closed if closed > 0 else part.end, opened + LONGEST_QUOTATION)
                if text[opened + 1 : end].strip():
                    found.append(Span(opened + 1, end))
    return found


def _post_end(text: str, part: Span) -> int:
    """Where the words of a post end that its paragraph shows over the writer's name and handle; 0 where it is none."""
    at = text.rfind("(@", part.start, part.end)
    closed = text.find(")", at, min(part.end, at + LONGEST_HANDLE + 3)) if at >= 0 else -1
    if closed < 0 or part.end - closed - 1 > LONGEST_DAY or not _is_handle(text[at + 2 : closed]):
        return 0
    for dash in range(at - 1, max(part.start + 1, at - LONGEST_NAME - 2), -1):
        if text[dash] in DASHES and text[dash - 1] == " ":
            return dash - 1 if dash - 1 - part.start <= LONGEST_POST else 0
    return 0


def _is_handle(words: str) -> bool:
    return words.isascii() and words.replace("_", "a").isalnum()


def is_closed(text: str, end: int) -> bool:
    """Whether a quotation that ends there was closed: a mark stands there, or the dash before a post's writer."""
    return end < len(text) and (not text[end].isspace() or text[end + 1 : end + 2] in {*DASHES})


def _run_together(text: str, block: Span) -> Iterator[Span]:
    """The paragraphs of a block that lost its line breaks: a quotation that goes on opens each of them anew.

    They are told by the two spaces that stand for the break, between a sentence's end and a mark that opens.
    """
    start = block.start
    for match in _LOST_BREAK.finditer(text, block.start, block.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, block.end)


class Spans:
    """Spans of one text to be asked what they touch, in any order and however many."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)
        self._starts = [span.start for span in self.spans]
        self._ends = list(accumulate((span.end for span in self.spans), max))  # so that they rise though spans nest

    def touching(self, span: Span) -> list[Span]:
        """Those that share a code point with ``span``."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        return [other for other in self.spans[first:last] if other.overlaps(span)]


class Apart:
    """The parts of a document that are not its telling: headlines, bylines, captions, credits, page furniture.

    Every outlet writes its own, so that one lacks another's is no sign of what either knew.
    """

    def __init__(self, document: Document, *, of: frozenset[BlockKind] = _NOT_BODY) -> None:
        self._spans = Spans(block.span for block in paragraphs(document) if block.kind in of)

    def holds(self, span: Span) -> bool:
        """Whether ``span`` lies in such a part."""
        return bool(self._spans.touching(span))
