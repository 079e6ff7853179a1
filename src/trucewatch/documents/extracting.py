"""Which reader reads which bytes.

Decides by the bytes. Plain text and records are read here; pages, PDF, DOCX and feeds in a process apart. Everything
that can be wrong with the bytes leaves as an InputError that names the report.
"""

from __future__ import annotations

from trucewatch.documents.decoding import Decoded, clean, decode
from trucewatch.documents.model import BlockKind, Received
from trucewatch.documents.parts import Extract, Items, Job, Part
from trucewatch.documents.records import Record, parse_record
from trucewatch.documents.sandbox import run_apart
from trucewatch.documents.sniffing import Type, declared_charset, is_markup, sniff_bytes, sniff_text
from trucewatch.errors import InputError

MAX_BYTES = 64 * 2**20  # no report is larger: it is a day of all agencies' text
_CONTAINERS = {Type.RECORDS, Type.TABLE, Type.FEED}


def extract(received: Received) -> Extract:
    """What the reader for these bytes finds in them. Raises InputError."""
    kind, decoded = identify(received)
    if kind in _CONTAINERS:
        raise InputError(
            f"cannot read {received.name}",
            f"it holds many reports ({kind})",
            "unpack it first: each is read on its own",
        )
    if decoded is None:
        return _apart("pdf" if kind is Type.PDF else "docx", received.raw, received.name)
    if kind is Type.HTML:
        return _noting(_apart("html", _utf8(decoded.text), received.name), decoded.notes)
    if kind is Type.RECORD:
        return _noting(_from_record(parse_record(decoded.text, received.name), received.name), decoded.notes)
    return Extract(media_type=Type.TEXT, reader="text/1", text=decoded.text, notes=decoded.notes)


def identify(received: Received) -> tuple[Type, Decoded | None]:
    """The type of the bytes, and their characters where they are text."""
    check_size(received)
    kind = sniff_bytes(received.raw, received.name)
    if kind is not None:
        return kind, None
    decoded = decode(received.raw, received.name, declared_charset(received.raw, received.media_type))
    return sniff_text(decoded.text), decoded


def check_size(received: Received) -> None:
    """Refuse nothing at all, and too much."""
    if not received.raw.strip():
        why = "it is empty" if not received.raw else "it holds white space only"
        raise InputError(f"cannot read {received.name}", why, "check that it was saved or sent completely")
    if len(received.raw) > MAX_BYTES:
        raise InputError(
            f"cannot read {received.name}",
            f"it is {len(received.raw) // 2**20} MB; the limit is {MAX_BYTES // 2**20} MB a report",
            "split it, or give the text alone",
        )


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _apart(kind: str, raw: bytes, name: str) -> Extract:
    answer = run_apart(Job(kind=kind, raw=raw, name=name))
    if isinstance(answer, Items):
        raise InputError(f"cannot read {name}", "it holds many reports", "unpack it first: each is read on its own")
    return answer


def _noting(found: Extract, notes: tuple[str, ...]) -> Extract:
    return Extract(
        **{name: getattr(found, name) for name in found.__struct_fields__} | {"notes": (*notes, *found.notes)}
    )


def _from_record(record: Record, name: str) -> Extract:
    """A record's text under its title; markup in it goes to the page reader."""
    inner = _apart("html", _utf8(record.text), name) if is_markup(record.text) else None
    text, cleaned = clean(record.text)
    title = " ".join(record.title.split())
    parts = _body_parts(inner, title)
    if inner is None and title and not text.lstrip().startswith(title):
        text = f"{title}\n\n{text}"
    return Extract(
        media_type=Type.RECORD,
        reader="record/1" if inner is None else f"record/1, {inner.reader}",
        text="" if parts else text,
        parts=parts,
        title=title,
        byline=record.byline,
        published=record.published,
        source=record.source,
        url=record.url,
        language=record.language,
        notes=inner.notes if inner else cleaned,
    )


def _body_parts(inner: Extract | None, title: str) -> tuple[Part, ...]:
    if inner is None:
        return ()
    head = () if not title or (inner.parts and inner.parts[0].text == title) else (Part(title, BlockKind.HEADLINE),)
    return (*head, *inner.parts)
