"""Word documents to paragraphs. Runs apart (see ``sandbox``).

Decides which parts of the archive are the report (body, tables, footnotes) and what their styles say of them. Reads
the XML itself, with entities refused and every part measured while it is unpacked: neither a bomb nor a false size gets
through. Dates in the file's properties are a note only, since they say when the file was made.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from trucewatch.documents.model import BlockKind
from trucewatch.documents.parts import Extract, Job, Part
from trucewatch.errors import InputError

MAX_PART = 100 * 2**20  # bytes of XML unpacked; the longest book stays below 20 MB
_MAX_RATIO = 300  # Word's own XML packs to 1:30 at most; tried on lists of one repeated word
_MAX_ENTRIES = 10_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STYLE_KINDS = (
    (re.compile(r"title$", re.IGNORECASE), BlockKind.HEADLINE),
    (re.compile(r"heading 1$", re.IGNORECASE), None),  # a headline at the top, a heading below: by place
    (re.compile(r"heading \d$", re.IGNORECASE), BlockKind.HEADING),
    (re.compile(r"caption$", re.IGNORECASE), BlockKind.CAPTION),
    (re.compile(r"(?:author|byline)$", re.IGNORECASE), BlockKind.BYLINE),
)
_AFRESH = "open it in a word processor and save it afresh"


def read_docx(job: Job) -> Extract:
    """The paragraphs of the body, then of the footnotes, as the text stands with all changes accepted."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(job.raw))
    except (zipfile.BadZipFile, ValueError, OSError):
        raise InputError("", "the file is cut off or damaged: its archive does not open", _AFRESH) from None
    _check(archive)
    names = set(archive.namelist())
    if "word/document.xml" not in names:
        raise InputError(
            "", "it is a ZIP archive, not a DOCX: it has no word/document.xml", "unpack it and add its files"
        )
    styles = _style_names(_xml(archive, "word/styles.xml")) if "word/styles.xml" in names else {}
    body = _xml(archive, "word/document.xml")
    _drop_fallbacks(body)
    parts = list(_parts(body, styles))
    if "word/footnotes.xml" in names:
        parts += _parts(_xml(archive, "word/footnotes.xml"), styles)
    notes = _property_notes(_xml(archive, "docProps/core.xml")) if "docProps/core.xml" in names else []
    if body.find(f".//{_W}del") is not None or body.find(f".//{_W}ins") is not None:
        notes.append("holds tracked changes: read as if all were accepted")
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return Extract(media_type=media_type, reader="docx/1", parts=tuple(parts), notes=tuple(notes))


def _check(archive: zipfile.ZipFile) -> None:
    """Refuse a bomb by what its directory declares; ``_unpack`` measures what comes out."""
    entries = archive.infolist()
    declared = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if len(entries) > _MAX_ENTRIES or (declared > 2**20 and declared > _MAX_RATIO * packed):
        raise InputError(
            "", f"it unpacks to {declared // 2**20} MB, {declared // packed} times its size: a bomb", _AFRESH
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise InputError("", "it is protected by a password", "save it without one")


def _unpack(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as part:
            raw = part.read(MAX_PART + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        raise InputError("", f"the file is cut off or damaged: {name} does not unpack", _AFRESH) from None
    if len(raw) > MAX_PART:
        raise InputError("", f"{name} unpacks to more than {MAX_PART // 2**20} MB: a zip bomb", _AFRESH)
    return raw


def _xml(archive: zipfile.ZipFile, name: str) -> Element:
    try:
        root: Element = fromstring(_unpack(archive, name))
    except ParseError as error:
        raise InputError("", f"{name} is broken XML ({error})", _AFRESH) from None
    except DefusedXmlException:
        raise InputError("", f"{name} defines XML entities, which are refused", _AFRESH) from None
    return root


def _style_names(styles: Element) -> dict[str, str]:
    """Style id to its name: ids differ by language, the names of built-in styles do not."""
    found = {}
    for style in styles.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            found[style.get(f"{_W}styleId", "")] = name.get(f"{_W}val", "")
    return found


def _drop_fallbacks(root: Element) -> None:
    """A text box is kept twice, for newer and for older programs: the older copy would double its words."""
    for parent in root.iter(f"{_MC}AlternateContent"):
        for child in parent.findall(f"{_MC}Fallback"):
            parent.remove(child)


def _parts(root: Element, styles: dict[str, str]) -> Iterator[Part]:
    for paragraph in root.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name = "" if style is None else style.get(f"{_W}val", "")
        kind = _kind(styles.get(name, name))
        for line in _words(paragraph).split("\n"):
            if line.strip():
                yield Part(line, kind)


def _kind(style: str) -> BlockKind | None:
    return next((kind for pattern, kind in _STYLE_KINDS if pattern.match(style)), None)


def _words(paragraph: Element) -> str:
    """The text of the runs. Deleted text sits in another element and falls away; nested paragraphs come alone."""
    pieces: list[str] = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}t":
            pieces.append(element.text or "")
        elif element.tag in {f"{_W}tab", f"{_W}br", f"{_W}cr"}:
            pieces.append(" " if element.tag == f"{_W}tab" else "\n")
        elif element.tag == f"{_W}noBreakHyphen":
            pieces.append("\u2011")
        waiting += [child for child in reversed(element) if child.tag not in {f"{_W}p", f"{_W}pPr"}]
    return "".join(pieces)


def _property_notes(core: Element) -> list[str]:
    created = core.find("{http://purl.org/dc/terms/}created")
    day = "" if created is None else (created.text or "")[:10]
    return [f"the file was made on {day}; that is not its publication date"] if day else []
