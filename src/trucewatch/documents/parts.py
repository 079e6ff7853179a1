"""What a reader takes out of bytes, before it becomes a document.

A reader gives either a whole text, in which the paragraphs are then found, or parts: paragraphs one by one, with their
kind where the format says it. Times are kept as the words the format gave. Holds data only.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from trucewatch.documents.model import BlockKind


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph as the format has it; ``kind`` is None where its form and place are to decide."""

    text: str
    kind: BlockKind | None = None


class Extract(msgspec.Struct, frozen=True, kw_only=True, tag="extract"):
    """What one reader found. ``parts`` is empty where ``text`` is the report itself."""

    media_type: str
    reader: str
    text: str = ""
    parts: tuple[Part, ...] = ()
    title: str = ""
    byline: str = ""
    published: str = ""
    source: str = ""
    url: str = ""
    language: str = ""
    notes: tuple[str, ...] = ()


class Items(msgspec.Struct, frozen=True, kw_only=True, tag="items"):
    """The entries of a feed as JSON objects; ``broken`` says why it ended before its end, or ""."""

    items: tuple[str, ...]
    broken: str = ""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes for a parser that runs apart. ``kind`` is html, pdf, docx or feed; ``name`` is only for messages."""

    kind: str
    raw: bytes
    name: str


class Failure(msgspec.Struct, frozen=True, kw_only=True, tag="failure"):
    """Why a parser could not; ``is_final`` where its process must not be used again."""

    why: str
    try_: str
    is_final: bool = False
