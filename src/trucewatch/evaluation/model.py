"""Annotated texts, and how attributions that overlap become one label for each character.

Decides what a paragraph is, where annotated spans are cut, and which attribution is scored where one stands inside
another: the outer one. Never looks at what the engine finds, and never at what a text is about.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.documents import Block, BlockKind, Document, split_sentences
from trucewatch.values import Span

ROLES = ("content", "source", "cue")
Range = tuple[int, int]
#: One attribution: the ranges of each role. ``speaker``, where there, says who speaks and is not scored as a source.
Marked = Mapping[str, Sequence[Range]]
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True)
class Article:
    """One annotated text. ``gold`` holds, per attribution, the ranges of each role."""

    name: str
    text: str
    gold: tuple[Marked, ...]
    language: str = "en"


def digest(articles: Iterable[Article]) -> str:
    """The hash of exactly what is scored."""
    state = hashlib.sha256()
    for article in articles:
        state.update(repr((article.name, article.text, article.gold)).encode())
    return state.hexdigest()


def document_of(text: str, language: str = "en") -> Document:
    """The text as a document: every line a paragraph of the body."""
    blocks = tuple(Block(Span(*ends), BlockKind.BODY) for ends in paragraphs(text))
    sentences = tuple(sentence for block in blocks for sentence in split_sentences(text, block.span))
    return Document(
        id="evaluated",
        sha256="",
        media_type="text/plain",
        text=text,
        text_sha256="",
        language=language,
        blocks=blocks,
        sentences=sentences,
        reader="evaluation",
    )


def paragraphs(text: str) -> Iterator[Range]:
    """Every line that holds more than white space, without the white space at its ends."""
    for found in _PARAGRAPH.finditer(text):
        yield _stripped(text, *found.span())


def flatten(text: str, attributions: Iterable[Marked]) -> dict[str, set[Range]]:
    """One label per character: the attribution with the longest content first, later ones only where nothing is."""
    whole = list(paragraphs(text))
    taken = bytearray(len(text))
    out: dict[str, set[Range]] = {role: set() for role in ROLES}
    for marked in sorted(attributions, key=lambda one: -sum(end - start for start, end in one.get("content", []))):
        for role in ROLES:
            for start, end in clipped(text, whole, marked.get(role, [])):
                if not any(taken[start:end]):
                    taken[start:end] = b"\1" * (end - start)
                    out[role].add((start, end))
    return out


def clipped(text: str, whole: Sequence[Range], ranges: Iterable[Range]) -> Iterator[Range]:
    """The ranges cut at the ends of paragraphs."""
    for start, end in ranges:
        for low, high in whole[max(0, bisect_left(whole, (start, 0)) - 1) : bisect_left(whole, (end, 0))]:
            cut = _stripped(text, max(start, low), min(end, high))
            if cut[0] < cut[1]:
                yield cut


def joined(text: str, ranges: Iterable[Range]) -> list[Range]:
    """Ranges that only white space parts, as one."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and not text[out[-1][1] : start].strip(" \t\r\u00a0"):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _stripped(text: str, start: int, end: int) -> Range:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
