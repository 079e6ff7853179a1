"""A report as received: the bytes by hash, the text taken out of them, and the text's parts with exact offsets.

``Document.text`` is immutable: it is never normalised after extraction, and every span in the house counts its code
points. Holds no judgement about what the report says.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.values import Span, When


class BlockKind(StrEnum):
    """What part of a report a paragraph is."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"  # only where it stands on a line of its own
    BODY = "body"
    HEADING = "heading"  # a cross-heading inside the body
    CAPTION = "caption"
    CREDIT = "credit"  # "Agency X contributed to this report."
    BOILERPLATE = "boilerplate"  # "Read more", "Sign up", share lines


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. Blocks are in text order and do not overlap; text between blocks is white space."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was filed: "KYIV, Ukraine (AP) —", on its own line or opening the first paragraph.

    ``span`` covers all of it, dash included; it stays inside its block and sentence. ``place`` is where the place
    stands; ``when`` is unresolved where the year is not written.
    """

    span: Span
    place: Span
    agency: str = ""
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One report as it came in, before its text is taken out."""

    raw: bytes
    name: str  # file name, URL or "-": only shown and used as a hint of the type, never as a path
    media_type: str = ""  # as claimed by the sender; the bytes decide
    url: str = ""
    source: str = ""  # situation source id, or a name as given
    published: str = ""  # EDTF as given by the user or the feed; wins over what the file says
    language: str = ""  # BCP 47 as given by the user; wins over detection
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report, read. ``sentences`` lie inside blocks, in text order, and cover all of them but white space.

    ``id`` is made of the bytes, the source, the URL and the publication date as given: the same bytes from another
    source are another document, and the same report added twice is one.
    ``sha256`` is of the bytes as received, ``text_sha256`` of the text in UTF-8. ``published`` is None when neither the
    user nor the file says. ``reader`` names the reader and its version, since the text depends on it. ``notes`` say in
    plain words what was doubtful about the reading ("encoding guessed: windows-1251").
    """

    id: str
    sha256: str
    media_type: str
    text: str
    text_sha256: str
    language: str  # BCP 47, "und" where it cannot be told
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    reader: str
    name: str = ""
    title: str = ""
    byline: str = ""
    source: str = ""
    url: str = ""
    published: When | None = None
    dateline: Dateline | None = None
    notes: tuple[str, ...] = ()
