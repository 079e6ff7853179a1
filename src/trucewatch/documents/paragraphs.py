"""Where the paragraphs of a plain text are.

Decides between one paragraph a line, as news text is kept, and lines wrapped at a fixed width with blank lines between
paragraphs. Never changes the text: a wrapped paragraph keeps its line ends inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from trucewatch.values import Span

_LINE = re.compile(r"[^\n]+")
_WRAP_MIN, _WRAP_MAX = 45, 100  # typists and mail programs wrap between 60 and 80; a margin on either side
_WRAPPED_SHARE = 2  # at least one line in this many runs on into the next


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs, trimmed of white space, in order. They cover every character that is not white space."""
    lines = tuple(_lines(text))
    if not _is_wrapped(text, lines):
        return lines
    return tuple(_joined(text, lines))


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        line = match.group()
        lead = len(line) - len(line.lstrip())
        body = len(line.strip())
        if body:
            yield Span(match.start() + lead, match.start() + lead + body)


def _is_wrapped(text: str, lines: tuple[Span, ...]) -> bool:
    """No line is long, and most lines that have a next one run on into it."""
    if len(lines) < 4 or max(span.end - span.start for span in lines) > _WRAP_MAX:
        return False
    neighbours = [(a, b) for a, b in pairwise(lines) if text.count("\n", a.end, b.start) == 1]
    running = sum(1 for a, b in neighbours if _runs_on(text, a, b))
    return running > 1 and running * _WRAPPED_SHARE >= len(neighbours)


def _runs_on(text: str, a: Span, b: Span) -> bool:
    """A full-width line without a final stop, or one whose next line begins in lower case."""
    full = a.end - a.start >= _WRAP_MIN
    return full and (text[a.end - 1] not in ".!?…:”»\"'" or text[b.start].islower())


def _joined(text: str, lines: tuple[Span, ...]) -> Iterator[Span]:
    start = lines[0]
    for a, b in pairwise(lines):
        if text.count("\n", a.end, b.start) > 1:
            yield start.to(a)
            start = b
    yield start.to(lines[-1])
