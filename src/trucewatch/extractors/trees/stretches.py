"""What of a report is given to a parser: no page furniture, no bylines, and no dateline before the first sentence.

Decides only where parsing begins and ends. A parser that is shown a dateline hangs it on the first verb, as if the
place had spoken or been spoken of.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from trucewatch.documents.model import Document
from trucewatch.statements.frames import SKIPPED_BLOCKS
from trucewatch.values import Span


def to_parse(document: Document, spans: Iterable[Span]) -> Iterator[Span]:
    """Those of ``spans`` (blocks or sentences, in order) that stand in blocks worth parsing, past the dateline."""
    starts = [block.span.start for block in document.blocks]
    opening = document.dateline.span.end if document.dateline else 0
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        if at >= 0 and document.blocks[at].kind in SKIPPED_BLOCKS:
            continue
        start = max(span.start, opening)
        if start < span.end:
            yield Span(start, span.end)
