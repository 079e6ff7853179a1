"""The derived tables: what they are, how they are emptied, and the digest by which two foldings are compared.

Decides the shape of a case beside its log. Everything here can be made again from the log; nothing here is evidence.
Lists go into rows rather than columns, so that what a document touches is what it costs; what is large is kept in log
order, so that a new report's rows lie together at the end of the file.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from datetime import date

SCHEMA_VERSION = "7"
APPLICATION_ID = 0x54525543  # "TRUC": lets `file` and ourselves tell a case from any other SQLite file

#: Table -> its primary key, which is also the order in which it is digested. ``seq`` is the document's log entry.
TABLES: dict[str, str] = {
    "documents": "seq",
    "refused": "seq",
    "facts": "id",
    "terms": "field, value, seq, n",
    "posted": "n",
    "postings": "key",
    "sketches": "seq",
    "derivations": "child, parent",
    "components": "seq",
    "blocks": "key, day, seq, n",
    "members": "mention",
    "headlines": "day, seq",
    "bonds": "judgement, side, mention",
    "judgements": "seq",
    "extractions": "document, extractor",
}

_SCHEMA = """
CREATE TABLE documents (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, founds TEXT NOT NULL UNIQUE,
  receipt TEXT NOT NULL, reading TEXT NOT NULL, source TEXT NOT NULL, start TEXT, "end" TEXT,
  language TEXT NOT NULL, title TEXT NOT NULL, understood INTEGER NOT NULL);
CREATE TABLE sketches (seq INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE INDEX documents_receipt ON documents (receipt);
CREATE TABLE refused (seq INTEGER PRIMARY KEY, receipt TEXT NOT NULL UNIQUE);
CREATE TABLE facts (id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT NULL,
  type TEXT NOT NULL, start TEXT, "end" TEXT, words TEXT NOT NULL, body BLOB NOT NULL);
CREATE UNIQUE INDEX facts_order ON facts (kind, seq, n);
CREATE TABLE terms (field TEXT, value TEXT, seq INTEGER, n INTEGER, PRIMARY KEY (field, value, seq, n)) WITHOUT ROWID;
CREATE TABLE posted (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, size INTEGER NOT NULL);
CREATE TABLE postings (key INTEGER PRIMARY KEY, held BLOB NOT NULL);
CREATE TABLE derivations (child TEXT, parent TEXT, body BLOB NOT NULL, PRIMARY KEY (child, parent)) WITHOUT ROWID;
CREATE INDEX derivations_parent ON derivations (parent);
CREATE TABLE components (seq INTEGER PRIMARY KEY, component INTEGER NOT NULL);
CREATE INDEX components_component ON components (component, seq);
CREATE TABLE blocks (key TEXT, day INTEGER, incident TEXT NOT NULL, seq INTEGER, n INTEGER,
  PRIMARY KEY (key, day, seq, n)) WITHOUT ROWID;
CREATE TABLE members (mention TEXT PRIMARY KEY, incident TEXT NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT NULL,
  flash INTEGER NOT NULL, filed TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX members_incident ON members (incident, seq, n);
CREATE INDEX members_filed ON members (filed, seq, n);
CREATE TABLE headlines (day TEXT, seq INTEGER, tells INTEGER NOT NULL, PRIMARY KEY (day, seq)) WITHOUT ROWID;
CREATE TABLE bonds (judgement TEXT, side INTEGER, mention TEXT, PRIMARY KEY (judgement, side, mention)) WITHOUT ROWID;
CREATE INDEX bonds_mention ON bonds (mention);
CREATE TABLE judgements (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, item TEXT NOT NULL, decision TEXT NOT NULL,
  "by" TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL, changes TEXT NOT NULL, fact TEXT NOT NULL,
  undone INTEGER);
CREATE INDEX judgements_item ON judgements (item, seq);
CREATE TABLE extractions (document TEXT, extractor TEXT, version TEXT NOT NULL, seq INTEGER NOT NULL,
  first INTEGER NOT NULL, proposed INTEGER NOT NULL, borne INTEGER NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (document, extractor)) WITHOUT ROWID;
"""


def create_tables(connection: sqlite3.Connection) -> None:
    """Make the derived tables, empty."""
    for statement in _SCHEMA.split(";\n"):
        connection.execute(statement)


def empty_tables(connection: sqlite3.Connection) -> None:
    """Forget everything derived, inside the caller's transaction."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own table names


def fold_digest(connection: sqlite3.Connection) -> str:
    """SHA-256 over every row of every derived table, in canonical order: equal digests, equal cases."""
    digest = hashlib.sha256()
    for table in TABLES:
        digest.update(f"table {table}\n".encode())
        for row in rows_of(connection, table):
            digest.update(spelled(row))
    return digest.hexdigest()


def rows_of(connection: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    """The rows of one derived table by primary key."""
    return connection.execute(f"SELECT * FROM {table} ORDER BY {TABLES[table]}")  # noqa: S608 - our own table names


def spelled(row: tuple[object, ...]) -> bytes:
    """One row as bytes that no other row has: every value with its type and length."""
    parts = []
    for value in row:
        raw = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
        parts.append(f"{type(value).__name__}{len(raw)}:".encode() + raw)
    return b"".join(parts) + b"\n"


def first_difference(ours: sqlite3.Connection, theirs: sqlite3.Connection) -> tuple[str, str, str] | None:
    """Where two foldings part: (table, row here, row there), or None where they are the same."""
    for table in TABLES:
        left, right = rows_of(ours, table), rows_of(theirs, table)
        while True:
            here, there = next(left, None), next(right, None)
            if here is None and there is None:
                break
            if here is None or there is None or spelled(here) != spelled(there):
                return table, _shown(here), _shown(there)
    return None


def _shown(row: tuple[object, ...] | None) -> str:
    return "no row" if row is None else " ".join(str(value)[:60] for value in row)


def iso(day: date | None) -> str | None:
    """A day as a column holds it."""
    return day.isoformat() if day else None
