"""Readings: documents as they were read when they were received.

Decides that a text is taken out of its bytes once. The reading is kept beside the bytes and vouched for by the same
entry, so that spans and judgements keep their words whatever a later release would read. Never reads a report itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import msgspec

from trucewatch.documents import Document
from trucewatch.errors import NotFoundError, RecordError
from trucewatch.record import Log

MEDIA_TYPE = "application/vnd.trucewatch.reading+json"
_KEPT_IN_MEMORY = 16  # what one new report is held against, and again where its sentences are aligned

_decoder = msgspec.json.Decoder(Document)


def write_reading(document: Document) -> bytes:
    """The bytes to keep."""
    return msgspec.json.encode(document)


def read_reading(raw: bytes) -> Document:
    """The document that ``write_reading`` wrote."""
    try:
        return _decoder.decode(raw)
    except msgspec.DecodeError as error:
        raise RecordError("a reading cannot be read", str(error), "use the release that wrote it") from error


class Readings:
    """The documents of a case, by id. ``tables`` holds the derived tables, ``log`` the bytes."""

    def __init__(self, tables: sqlite3.Connection, log: Log) -> None:
        self._tables = tables
        self.log = log
        self._by_hash = lru_cache(_KEPT_IN_MEMORY)(lambda sha256: read_reading(self.log.blob(sha256)))

    def __getitem__(self, document: str) -> Document:
        """The document of that id, its source as the situation names it."""
        row = self._tables.execute("SELECT reading, source FROM documents WHERE id = ?", (document,)).fetchone()
        if row is None:
            raise NotFoundError(f"no document {document}", "", "list the ids with: trucewatch documents CASE")
        return replace(self._by_hash(row[0]), source=row[1])

    def __iter__(self) -> Iterator[Document]:
        """All documents in log order, one at a time."""
        for (document,) in self._tables.execute("SELECT id FROM documents ORDER BY seq"):
            yield self[document]
