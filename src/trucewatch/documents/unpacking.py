"""One delivery to its single reports.

Decides whether the bytes hold one report or many (JSON lines, a JSON array, a table, a feed). An entry that is broken
comes out as the InputError that ``read`` would have raised for it, in its place; the entries around it are not lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from trucewatch.documents.dates import parse_date
from trucewatch.documents.extracting import identify
from trucewatch.documents.model import Received
from trucewatch.documents.parts import Items, Job
from trucewatch.documents.records import parse_record, split_records
from trucewatch.documents.sandbox import run_apart
from trucewatch.documents.sniffing import Type
from trucewatch.errors import InputError


def unpack(received: Received) -> Iterator[Received | InputError]:
    """Each report of ``received``, or the error that stands in its place. Raises nothing.

    One report passes through as it is. An entry of JSON lines keeps its line as ``raw``; an entry of an array, a table
    or a feed becomes one JSON object. What the user gave (source, date, language) wins over what the entry says.
    """
    try:
        kind, decoded = identify(received)
        if decoded is None or kind not in {Type.RECORDS, Type.TABLE, Type.FEED}:
            entries = None
        elif kind is Type.FEED:
            entries = _feed_entries(decoded.text, received.name)
        else:
            entries = split_records(decoded.text, kind, received.name)
    except InputError as error:
        yield error
        return
    if entries is None:
        yield received
        return
    for name, entry in entries:
        yield entry if isinstance(entry, InputError) else _single(received, name, entry)


def _feed_entries(text: str, name: str) -> Iterator[tuple[str, str | InputError]]:
    raw = text[text.find("?>") + 2 :] if text.lstrip().startswith("<?xml") else text  # its encoding is UTF-8 by now
    found = run_apart(Job(kind="feed", raw=raw.encode("utf-8", "replace"), name=name))
    items, broken = (found.items, found.broken) if isinstance(found, Items) else ((), "it is not a feed")
    return _named(items, broken, name)


def _named(items: tuple[str, ...], broken: str, name: str) -> Iterator[tuple[str, str | InputError]]:
    for number, item in enumerate(items, start=1):
        yield f"{name}, entry {number}", item
    if broken:
        why = f"{broken}; the {len(items)} entries before that were read"
        yield name, InputError(f"cannot read all of {name}", why, "fetch it again, or add what is missing page by page")


def _single(received: Received, name: str, entry: str) -> Received | InputError:
    """One entry as a report of its own."""
    try:
        record = parse_record(entry, name)
    except InputError as error:
        return error
    said = parse_date(record.published)
    published = received.published or (said.edtf if said and said.is_resolved else "")
    return replace(
        received,
        raw=entry.encode("utf-8", "surrogatepass"),
        name=name,
        media_type=Type.RECORD,
        url=record.url or received.url,
        source=received.source or record.source,
        published=published,
        title=received.title or " ".join(record.title.split()),
    )
