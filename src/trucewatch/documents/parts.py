"""What a reader takes out of bytes, before it becomes a document.

A reader gives either a whole text, in which the paragraphs are then found, or parts: paragraphs one by one, with their
kind where the format says it. Times are kept as the words the format gave. Holds data only.
"""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.documents.model import BlockKind


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph as the format has it; ``kind`` is None where its form and place are to decide."""

    text: str
    kind: BlockKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
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
