"""The log in SQLite: append and read, nothing else.

Decides durability. WAL with ``synchronous=FULL``; one writer at a time (``BEGIN IMMEDIATE``); what ``transaction`` has
returned from is on disk. Triggers refuse to change or delete what is written: a guard against accidents, not against
somebody with the file in hand, for which there is ``verify``. Never reads a clock: times are passed in.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from trucewatch.errors import CaseError, RecordError, UsageError
from trucewatch.record.entry import Blob, Entry, claimed_time, leaf_hash
from trucewatch.record.verify import Head, verify_blob, verify_chain

_BUSY_MS = 5_000  # how long a second writer waits for the first before it gives up with a clear error
_NO_LAST = (1 << 63) - 1  # SQLite's largest integer
_SCHEMA = """
CREATE TABLE entries (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, raw BLOB NOT NULL);
CREATE INDEX entries_kind ON entries (kind, seq);
CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), size INTEGER NOT NULL, hash TEXT NOT NULL);
CREATE TABLE blobs (sha256 TEXT PRIMARY KEY, raw BLOB NOT NULL);
CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
CREATE TRIGGER entries_keep BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
CREATE TRIGGER blobs_stay BEFORE UPDATE ON blobs BEGIN SELECT RAISE(ABORT, 'blobs are never changed'); END;
CREATE TRIGGER blobs_keep BEFORE DELETE ON blobs BEGIN SELECT RAISE(ABORT, 'blobs are never deleted'); END;
"""


def connect(path: Path) -> sqlite3.Connection:
    """Open the existing SQLite file at ``path`` durably. Raises CaseError where it is no such file."""
    with explained(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
        try:
            connection.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA foreign_keys=ON")
        except sqlite3.Error:
            connection.close()
            raise
        return connection


@contextmanager
def explained(path: Path | str) -> Iterator[None]:
    """Turn what SQLite says about the file into an error a user can act on."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise CaseError(
                f"{path} is in use", "another process is writing to it", "wait for it, then again"
            ) from error
        raise CaseError(f"{path} cannot be used", str(error), "check the path, its permissions and the disk") from error
    except sqlite3.DatabaseError as error:
        raise CaseError(f"{path} is damaged or is not a case", str(error), "restore it from a copy") from error


class Log:
    """Append-only entries and the bytes they vouch for, in the given connection."""

    def __init__(
        self, connection: sqlite3.Connection, name: Path | str = "the log", *, until: int | None = None
    ) -> None:
        self._connection = connection
        self._name = name
        self._last = _NO_LAST if until is None else until  # a log as it stood after that entry is only read

    @classmethod
    def create(cls, connection: sqlite3.Connection, name: Path | str = "the log") -> Self:
        """Make an empty log in ``connection``, which must be inside no transaction."""
        connection.executescript("BEGIN IMMEDIATE;" + _SCHEMA + "COMMIT;")
        return cls(connection, name)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, durably: once this returns, what was written inside is on disk; if it raises, nothing is."""
        if self._last != _NO_LAST:
            raise UsageError(
                "the past is not written to", f"the log is read as after entry {self._last}", "open it now"
            )
        with explained(self._name):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def append(
        self, kind: str, *, at: datetime, by: str = "", body: dict[str, Any], blobs: tuple[Blob, ...] = ()
    ) -> Entry:
        """Write one entry; only inside ``transaction``, and not to be acknowledged before that has returned."""
        if not self._connection.in_transaction:
            raise RecordError("an entry was written outside a transaction", "it could not be acknowledged")
        head = self.head
        entry = Entry(seq=head.size, kind=kind, at=claimed_time(at), by=by, body=body, blobs=blobs, previous=head.hash)
        raw = entry.to_bytes()
        self._connection.execute("INSERT INTO entries VALUES (?, ?, ?)", (entry.seq, kind, raw))
        self._connection.execute("INSERT OR REPLACE INTO head VALUES (1, ?, ?)", (entry.seq + 1, leaf_hash(raw)))
        return entry

    def keep(self, raw: bytes, media_type: str) -> Blob:
        """Keep bytes by their hash (once, however often they come) for an entry to vouch for."""
        blob = Blob(hashlib.sha256(raw).hexdigest(), len(raw), media_type)
        self._connection.execute("INSERT OR IGNORE INTO blobs VALUES (?, ?)", (blob.sha256, raw))
        return blob

    @property
    def head(self) -> Head:
        """Size and last hash."""
        if self._last == _NO_LAST:
            row = self._connection.execute("SELECT size, hash FROM head").fetchone()
            return Head(*row) if row else Head()
        last = self._connection.execute("SELECT raw FROM entries WHERE seq = ?", (self._last,)).fetchone()
        return Head(self._last + 1, leaf_hash(bytes(last[0]))) if last else Head()

    def entry(self, seq: int) -> Entry | None:
        """The entry of that number, or None."""
        query = "SELECT raw FROM entries WHERE seq = ? AND seq <= ?"
        row = self._connection.execute(query, (seq, self._last)).fetchone()
        return Entry.from_bytes(bytes(row[0])) if row else None

    def entries(self, kind: str = "") -> Iterator[Entry]:
        """All entries in order, or those of one kind; one at a time, so that memory stays flat."""
        of_kind = "kind = ? AND " if kind else ""
        query = f"SELECT raw FROM entries WHERE {of_kind}seq <= ? ORDER BY seq"  # noqa: S608 - our own words
        for (raw,) in self._connection.execute(query, (kind, self._last) if kind else (self._last,)):
            yield Entry.from_bytes(bytes(raw))

    def last(self, kind: str) -> Entry | None:
        """The newest entry of one kind, or None."""
        query = "SELECT raw FROM entries WHERE kind = ? AND seq <= ? ORDER BY seq DESC LIMIT 1"
        row = self._connection.execute(query, (kind, self._last)).fetchone()
        return Entry.from_bytes(bytes(row[0])) if row else None

    def blob(self, sha256: str) -> bytes:
        """The kept bytes of that hash. Raises RecordError where they are not held."""
        row = self._connection.execute("SELECT raw FROM blobs WHERE sha256 = ?", (sha256,)).fetchone()
        if row is None:
            raise RecordError("kept bytes are missing", f"no blob {sha256}", "restore the case from a copy")
        return bytes(row[0])

    def verify(self, expected: Head | None = None) -> Head:
        """Check the chain, then every blob that an entry vouches for. Raises RecordError at the first that fails.

        ``expected`` is a head that you noted earlier or got from another holder; without it the log's own is used,
        which somebody who rewrote the whole file could have rewritten too.
        """
        rows = self._connection.execute("SELECT seq, kind, raw FROM entries ORDER BY seq")
        vouched: set[str] = set()
        for entry in verify_chain(self._checked(rows), expected or self.head):
            for blob in entry.blobs:
                verify_blob(blob, self.blob)
                vouched.add(blob.sha256)
        for (sha256,) in self._connection.execute("SELECT sha256 FROM blobs ORDER BY sha256"):
            if sha256 not in vouched:
                raise RecordError("bytes are kept that no entry vouches for", f"blob {sha256}", "restore from a copy")
        return self.head

    @staticmethod
    def _checked(rows: Iterator[tuple[int, str, bytes]]) -> Iterator[bytes]:
        """The raw entries, after checking that the columns beside them say the same."""
        for seq, kind, raw in rows:
            entry = Entry.from_bytes(bytes(raw))
            if (entry.seq, entry.kind) != (seq, kind):
                raise RecordError(
                    f"entry {seq} is filed wrongly", f"expected {entry.seq} {entry.kind}, got {seq} {kind}"
                )
            yield bytes(raw)
