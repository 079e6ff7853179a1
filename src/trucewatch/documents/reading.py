"""One report's bytes to one document.

Decides nothing by itself: asks the bytes what they are, hands them to the reader for that type, and puts together what
comes back. What the user gave wins over what the file says, and the file over what is guessed. Raises InputError and
nothing else.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from trucewatch.documents.datelines import find_dateline
from trucewatch.documents.dates import parse_date, parse_edtf
from trucewatch.documents.decoding import clean
from trucewatch.documents.extracting import extract
from trucewatch.documents.layout import Layout, lay_out
from trucewatch.documents.model import BlockKind, Dateline, Document, Received
from trucewatch.documents.paragraphs import find_paragraphs
from trucewatch.documents.parts import Extract
from trucewatch.documents.sentences import split_sentences
from trucewatch.documents.tongue import detect_language, is_surely_other
from trucewatch.errors import InputError
from trucewatch.values import Span, When, make_id

_LANGUAGE = re.compile(r"[a-z]{2,3}")


def read(received: Received, *, languages: Sequence[str] = ()) -> Document:
    """The document that ``received`` holds; its language is one of ``languages`` if any are given.

    Raises InputError where there is nothing to read or no way to read it.
    """
    given = _given_date(received)
    found = extract(received)
    text, paragraphs, cleaned = _text_of(found)
    if not any(character.isalpha() for character in text):
        raise InputError(
            f"cannot read {received.name}",
            "it holds no words" if text.strip() else "no text was found in it",
            "check that the file holds the report itself: a scanned page needs text recognition first",
        )
    layout = lay_out(text, paragraphs)
    sentences = tuple(s for block in layout.blocks for s in split_sentences(text, block.span))
    dateline = find_dateline(text, layout.blocks)
    published, doubts = _published(given, found, layout, dateline)
    language, misnamed = _language(received, found, text, languages)
    sha256 = hashlib.sha256(received.raw).hexdigest()
    source, url = received.source or found.source, received.url or found.url
    return Document(
        id=make_id("doc", sha256, received.source, received.url, received.published),
        sha256=sha256,
        media_type=found.media_type,
        text=text,
        text_sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        language=language,
        blocks=layout.blocks,
        sentences=sentences,
        reader=found.reader,
        name=received.name,
        title=received.title or layout.title or found.title,
        byline=found.byline or layout.byline,
        source=source,
        url=url,
        published=published,
        dateline=dateline,
        notes=(*found.notes, *cleaned, *doubts, *misnamed),
    )


def _given_date(received: Received) -> When | None:
    if not received.published:
        return None
    when = parse_edtf(received.published)
    if when is None:
        raise InputError(
            f"cannot read {received.name}",
            f"its publication date is no date: {received.published[:40]!r}",
            "write it as 2025-03-26, 2025-03 or 2025-03-24/2025-03-30",
        )
    return when


def _text_of(found: Extract) -> tuple[str, list[tuple[Span, BlockKind | None]], tuple[str, ...]]:
    """The document's text and its paragraphs. A reader's parts become one line each."""
    if not found.parts:
        return found.text, [(span, None) for span in find_paragraphs(found.text)], ()
    lines: list[str] = []
    paragraphs: list[tuple[Span, BlockKind | None]] = []
    notes: dict[str, None] = {}
    position = 0
    for part in found.parts:
        line, said = clean(" ".join(part.text.split()))
        notes |= dict.fromkeys(said)
        if line:
            paragraphs.append((Span(position, position + len(line)), part.kind))
            lines.append(line)
            position += len(line) + 1
    return "\n".join(lines), paragraphs, tuple(notes)


def _language(received: Received, found: Extract, text: str, languages: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The user's word, else the file's unless its words belie it (templates often do), else what the words tell."""
    if received.language:
        return received.language, ()
    said = found.language.replace("_", "-").split("-")[0].lower()
    if not _LANGUAGE.fullmatch(said):
        notes = (f"language not understood: {found.language[:40]}",) if said else ()
        return detect_language(text, languages), notes
    if is_surely_other(text, said):
        told = detect_language(text)
        return told, (f"the file says its language is {said}; its words are {told}",)
    return said, ()


def _published(
    given: When | None, found: Extract, layout: Layout, dateline: Dateline | None
) -> tuple[When | None, tuple[str, ...]]:
    """The first that says: user, file, date line, dateline with its year. And what was doubtful."""
    notes: list[str] = []
    if layout.updated is not None:
        notes.append(f"says it was updated on {layout.updated.edtf}")
    said = parse_date(found.published)
    if found.published and said is None:
        notes.append(f"publication date not understood: {found.published[:40]}")
    filed = dateline.when if dateline and dateline.when and dateline.when.is_resolved else None
    stated = said or layout.published or filed
    if given is not None and stated is not None and given.edtf != stated.edtf:
        notes.append(f"publication date given as {given.edtf}; the report itself says {stated.edtf}")
    return given or stated, tuple(notes)
