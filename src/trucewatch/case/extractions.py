"""What other extractors proposed, as entries and as rows.

Decides what an entry about it says, that of several versions of one extractor the newest stands for a document, and
which documents an extractor has still to read. Its statements are facts of a kind of their own: nothing is derived from
them. Never asks an extractor: what it proposed is in the log.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from trucewatch.case.facts import ALTERNATIVE
from trucewatch.case.kept import keep_fact
from trucewatch.documents import Document
from trucewatch.errors import RecordError
from trucewatch.extractors import Grounded, Proposal
from trucewatch.record import Entry

_STANDING = "SELECT document, extractor, version, seq, proposed, borne, body FROM extractions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unborne:
    """Words that an extractor claimed and the text does not bear out; ``is_whole`` where the claim fell with them."""

    part: str
    reason: str
    words: str
    is_whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What became of one extractor's reading of one document. ``unborne`` is in the order in which it was proposed."""

    document: str
    extractor: str
    version: str
    entry: int
    proposed: int
    statements: int
    unborne: tuple[Unborne, ...]
    moved: int
    left_out: bool

    @property
    def rejected(self) -> dict[str, int]:
        """How much was not borne out, by reason."""
        return dict(sorted(Counter(each.reason for each in self.unborne).items()))


def said_of(proposal: Proposal, document: Document) -> dict[str, Any]:
    """What the log entry says; the candidates and the reading that they were made of are bytes beside it."""
    return {
        "document": document.id,
        "text_sha256": document.text_sha256,
        "extractor": proposal.extractor,
        "version": proposal.version,
        "candidates": len(proposal.candidates),
    }


def check(entry: Entry, proposal: Proposal, document: Document) -> None:
    """Raise RecordError where the entry says another thing than the bytes it vouches for."""
    if entry.body != said_of(proposal, document):
        raise RecordError(
            f"entry {entry.seq} is not about the candidates it holds", "", "restore the case from a copy of it"
        )


def fold_extraction(
    tables: sqlite3.Connection, entry: Entry, document: Document, proposal: Proposal, grounded: Grounded
) -> None:
    """Its rows, in place of those of an earlier version of the same extractor."""
    row = tables.execute("SELECT seq FROM documents WHERE id = ?", (document.id,)).fetchone()
    if row is None:
        raise RecordError(f"entry {entry.seq} is about a report that is not in the log before it", document.id)
    (seq,) = row
    (first,) = tables.execute("SELECT coalesce(max(n), -1) + 1 FROM facts WHERE seq = ?", (seq,)).fetchone()
    _forget(tables, seq, document.id, proposal.extractor)
    for n, statement in enumerate(grounded.statements, start=first):
        keep_fact(tables, (seq, n), ALTERNATIVE, statement, document)
    found = (first, len(proposal.candidates), len(grounded.statements), _body(proposal, grounded))
    tables.execute(
        "INSERT INTO extractions VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (document.id, proposal.extractor, proposal.version, entry.seq, *found),
    )


def is_read(tables: sqlite3.Connection, document: str, extractor: str, version: str) -> bool:
    """Whether this version of the extractor has read the document."""
    query = "SELECT 1 FROM extractions WHERE document = ? AND extractor = ? AND version = ?"
    return tables.execute(query, (document, extractor, version)).fetchone() is not None


def standing_extractions(tables: sqlite3.Connection, extractor: str = "", document: str = "") -> Iterator[Extraction]:
    """What stands, by document in log order and then by extractor; of one extractor or report where it is named."""
    where = " WHERE ? IN ('', extractor) AND ? IN ('', document)"
    order = " ORDER BY (SELECT seq FROM documents d WHERE d.id = document), extractor"
    for name, by, version, seq, proposed, borne, body in tables.execute(
        _STANDING + where + order, (extractor, document)
    ):
        more = json.loads(body)
        yield Extraction(
            document=name,
            extractor=by,
            version=version,
            entry=seq,
            proposed=proposed,
            statements=borne,
            unborne=tuple(map(_unborne, more["rejections"])),
            moved=len(more["moved"]),
            left_out=more["left_out"],
        )


def _unborne(row: dict[str, Any]) -> Unborne:
    return Unborne(part=row["part"], reason=row["reason"], words=row["words"], is_whole=row["is_whole"])


def _forget(tables: sqlite3.Connection, seq: int, document: str, extractor: str) -> None:
    """Take away the rows of the version before."""
    query = "SELECT first, borne FROM extractions WHERE document = ? AND extractor = ?"
    row = tables.execute(query, (document, extractor)).fetchone()
    if row is None:
        return
    first, borne = row
    for table in ("facts", "terms"):
        forget = f"DELETE FROM {table} WHERE seq = ? AND n >= ? AND n < ?"  # noqa: S608 - our own table names
        tables.execute(forget, (seq, first, first + borne))
    tables.execute("DELETE FROM extractions WHERE document = ? AND extractor = ?", (document, extractor))


def _body(proposal: Proposal, grounded: Grounded) -> bytes:
    """What was not borne out, and whose bounds the quotation marks moved."""
    plain = {
        "left_out": proposal.left_out,
        "moved": msgspec.to_builtins(grounded.moved),
        "rejections": [
            msgspec.to_builtins(each) | {"words": each.words.encode("utf-8", "backslashreplace").decode()}
            for each in grounded.rejections
        ],
    }
    return json.dumps(plain, ensure_ascii=True, separators=(",", ":"), sort_keys=True).encode()
