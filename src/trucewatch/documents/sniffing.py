"""What the bytes are, whatever their name or sender says.

Decides the type by the bytes alone; the claimed type is used only to say that it was wrong. Recognises what cannot be
read too, so that the message can say what to do about it. Never parses: a look at the first bytes, no more.
"""

from __future__ import annotations

import csv
import json
import re
from enum import StrEnum

from trucewatch.errors import InputError


class Type(StrEnum):
    """The types that have a reader."""

    TEXT = "text/plain"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    FEED = "application/feed+xml"
    RECORD = "application/json"  # one report as a JSON object
    RECORDS = "application/x-ndjson"  # many: JSON lines, or one JSON array
    TABLE = "text/csv"


TEXT_FIELDS = ("text", "body", "content", "article", "description", "summary")
"""Where a record keeps the report itself; the first that is filled counts."""

FIELDS = {
    "text": TEXT_FIELDS,
    "title": ("title", "headline"),
    "published": ("published", "date", "published_at", "publish_date", "pubdate", "datetime"),
    "source": ("source", "outlet", "publisher"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
    "byline": ("byline", "author", "authors"),
}
"""The names that people give to what a record says of itself."""

_HEAD = 4_096  # characters looked at
_LINES = 20  # a broken line at the top of a JSON lines file must not hide what it is
_UNREADABLE = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office file", "save it as DOCX, PDF or text"),
    (b"\x89PNG", "a picture (PNG)", "give the text: pictures need text recognition first"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "give the text: pictures need text recognition first"),
    (b"GIF8", "a picture (GIF)", "give the text: pictures need text recognition first"),
    (b"RIFF", "a sound, video or picture file", "give the text of it"),
    (b"\x1f\x8b", "a gzip archive", "unpack it and add what is in it"),
    (b"BZh", "a bzip2 archive", "unpack it and add what is in it"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it and add what is in it"),
    (b"Rar!", "a RAR archive", "unpack it and add what is in it"),
    (b"\x7fELF", "a program", "give a report"),
    (b"MZ\x90", "a program", "give a report"),
    (b"SQLite format 3\x00", "a database, perhaps a case", "add the reports themselves"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f-\xff]")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_SKIP = re.compile(
    r"(?:\s|<\?[^>]{0,400}\?>|<!--.{0,2000}?-->|<!doctype\s+(?!html)[^>\[]{0,400}(?:\[[^\]]{0,2000}\]\s{0,9})?>|\ufeff)*",
    re.DOTALL | re.IGNORECASE,
)
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|section|main|div|p|h[1-6]|script|link|base)[\s>/]",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"</(?:p|div|a|b|i|em|strong|span|h[1-6]|li|ul|blockquote|figure|html)>|<(?:br|p|img)\b[^<>]{0,300}>", re.IGNORECASE
)
_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{2,30})",
    re.IGNORECASE,
)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,30})", re.IGNORECASE)


def sniff_bytes(raw: bytes, name: str) -> Type | None:
    """The type where the first bytes settle it, None where it is text of some kind. Raises on what has no reader."""
    if raw.lstrip()[:5] == b"%PDF-" or (b"%PDF-" in raw[:1024] and b"endobj" in raw):
        return Type.PDF
    if raw.startswith(b"PK\x03\x04"):
        if b"word/" in raw:
            return Type.DOCX
        raise InputError(f"cannot read {name}", "it is a ZIP archive, not a DOCX", "unpack it and add what is in it")
    if raw.startswith(b"{\\rtf"):
        raise InputError(f"cannot read {name}", "it is an RTF file", "save it as DOCX, PDF or text")
    for magic, what, try_ in _UNREADABLE:
        if raw.startswith(magic) and _CONTROL.search(raw, 0, 512):  # "RIFF" may open a text too
            if _ENCRYPTED_PACKAGE in raw:
                raise InputError(f"cannot read {name}", "it is protected by a password", "save it without one")
            raise InputError(f"cannot read {name}", f"it is {what}", try_)
    return None


def sniff_text(text: str) -> Type:
    """Which kind of text: feed, page, records, table, or plain."""
    skipped = _SKIP.match(text, 0, 3 * _HEAD)
    head = text[skipped.end() if skipped else 0 :][:_HEAD]
    if head.startswith("<"):
        if _FEED.match(head):
            return Type.FEED
        return Type.HTML if _HTML.match(head) or is_markup(head) else Type.TEXT
    if head.startswith(("{", "[")):
        return _sniff_json(text)
    return Type.TABLE if _is_table(text) else Type.TEXT


def is_markup(text: str) -> bool:
    """Whether a text carries HTML tags, as the fields of feeds do."""
    return bool(_TAG.search(text, 0, 4 * _HEAD))


def declared_charset(raw: bytes, media_type: str) -> str:
    """The encoding that the sender or the page itself claims, "" where none does."""
    header = _HEADER_CHARSET.search(media_type)
    if header:
        return header[1].lower()
    meta = _META_CHARSET.search(raw, 0, _HEAD)
    return (meta[1] or meta[2]).decode("ascii", "replace").lower() if meta else ""


def _sniff_json(text: str) -> Type:
    lines = [line for line in text.lstrip()[: 64 * _HEAD].split("\n", _LINES)[:_LINES] if line.strip()]
    objects = sum(1 for line in lines if is_record(line))
    if objects and len(lines) > 1:
        return Type.RECORDS
    whole = parse_json(text) if not objects or len(lines) == 1 else None
    if isinstance(whole, list):
        return Type.RECORDS if any(isinstance(item, dict) for item in whole) else Type.TEXT
    return Type.RECORD if isinstance(whole, dict) else Type.TEXT


def parse_json(text: str) -> object:
    """The JSON value, or None where it is broken, nested too deep, or null."""
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


def is_record(line: str) -> bool:
    """Whether the line is one JSON object."""
    return isinstance(parse_json(line), dict)


def _is_table(text: str) -> bool:
    """A header line that names a column for the report's text and one more that reports have."""
    header = text.lstrip("\ufeff").split("\n", 1)[0]
    if len(header) > _HEAD or "\n" not in text:
        return False
    columns = set(table_columns(header))
    others = {name for names in FIELDS.values() for name in names} | {"id"}
    return any(field in columns and columns & (others - {field}) for field in TEXT_FIELDS)


def table_columns(header: str) -> list[str]:
    """The column names of a header line, in lower case, by whichever delimiter gives the most."""
    best = max((next(csv.reader([header], delimiter=d), []) for d in DELIMITERS), key=len)
    return [column.strip().lower() for column in best]


DELIMITERS = (",", ";", "\t")
