"""Whether a case still says what its log says: numbered steps, each raising RecordError with what was found.

Trusts nothing stored: the log is checked from its first entry, the texts against their hashes and, where the same
reader is at hand, against the bytes; then everything is derived again in a database of its own and compared row by row.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from trucewatch.case.facts import read_fact, spans_beyond
from trucewatch.case.file import get_meta
from trucewatch.case.folding import DOCUMENT, current_situation, fold_log
from trucewatch.case.readings import read_reading
from trucewatch.case.schema import create_tables, first_difference, fold_digest
from trucewatch.documents import Document, Received, read
from trucewatch.errors import InputError, NotFoundError, RecordError
from trucewatch.pipeline import ENGINE, Extract, Runner
from trucewatch.record import Entry, Head, Log, explained

_RESTORE = "restore the case from a copy; or, if only derived tables differ, make them again with: trucewatch rebuild"


def verify_case(
    tables: sqlite3.Connection, log: Log, runner: Runner, extract: Extract, expected: Head | None = None
) -> Iterator[str]:
    """Check a case, saying after each step what holds. Raises RecordError at the first thing that does not.

    1. The log is whole: entries canonical, numbered, chained, ending at ``expected`` if given; every blob is the bytes
       that its entry vouches for.
    2. Every reading has the text that its entry says, and is what its reader makes of the bytes today (unless the
       reader is of another version: then the reading stands as it was).
    3. Every span of every fact lies inside its text.
    4. Deriving everything again from the log gives every derived table, row by row.
    """
    with explained("the case"):
        head = log.verify(expected)  # (1)
        yield f"log: {head.size} entries, chained; last hash {head.hash}"
        count, other = _verify_readings(log, current_situation(log).languages)  # (2)
        yield f"reports: {count} as received" + (f"; {other} read by another version of their reader" if other else "")
        yield f"facts: {_verify_spans(tables, log)}, every span inside its text"  # (3)
        yield f"tables: as derived again from the log, digest {_verify_tables(tables, log, runner, extract)}"  # (4)


def tables_as_of(log: Log, entry: int, runner: Runner, extract: Extract) -> sqlite3.Connection:
    """The tables as the log gives them up to and with ``entry``, in a temporary file that goes when it is closed.

    Raises NotFoundError where there is no such entry.
    """
    if log.entry(entry) is None:
        raise NotFoundError(f"no entry {entry}", "the log is shorter", "show CASE NUMBER shows an entry")
    return _derived(log, runner, extract)


def _derived(log: Log, runner: Runner, extract: Extract) -> sqlite3.Connection:
    """Every table as the log gives it, in a temporary file: memory stays flat."""
    tables = sqlite3.connect("", isolation_level=None)
    try:
        tables.execute("BEGIN")
        create_tables(tables)
        fold_log(log, tables, runner, extract)
        tables.execute("COMMIT")
    except BaseException:
        tables.close()
        raise
    return tables


def _verify_readings(log: Log, languages: tuple[str, ...]) -> tuple[int, int]:
    count = other = 0
    for entry in log.entries(DOCUMENT):
        document = read_reading(log.blob(entry.blobs[1].sha256))
        _verify_text(entry, document)
        other += not _is_read_alike(log, entry, document, languages)
        count += 1
    return count, other


def _verify_text(entry: Entry, document: Document) -> None:
    text_sha256 = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    found = (document.id, document.sha256, document.text_sha256, text_sha256)
    said = entry.body["text_sha256"]
    expected = (entry.body["document"], entry.blobs[0].sha256, said, said)
    for name, want, got in zip(("id", "bytes", "text hash", "text"), expected, found, strict=True):
        if want != got:
            raise RecordError(
                f"the reading of entry {entry.seq} has another {name}", f"expected {want}, got {got}", _RESTORE
            )


def _is_read_alike(log: Log, entry: Entry, document: Document, languages: tuple[str, ...]) -> bool:
    """Whether the same reader read it; raises RecordError where that reader now reads something else."""
    body = entry.body
    names = ("name", "media_type", "url", "source", "published", "language", "title")
    received = Received(raw=log.blob(entry.blobs[0].sha256), **{name: body[name] for name in names})
    try:
        again = read(received, languages=languages)
    except InputError:
        return False
    if again.reader != document.reader:
        return False
    if again.text_sha256 != document.text_sha256:
        raise RecordError(
            f"report {document.id} does not hold the text it is said to hold",
            f"expected text {again.text_sha256}, got {document.text_sha256}",
            "compare the report's bytes with the publisher's; the reading may have been forged",
        )
    return True


def _verify_spans(tables: sqlite3.Connection, log: Log) -> int:
    count, seq, text = 0, -1, ""
    query = (
        "SELECT f.id, f.kind, f.seq, f.body, d.reading FROM facts f JOIN documents d USING (seq) ORDER BY f.seq, f.n"
    )
    for name, kind, of, body, reading in tables.execute(query):
        if of != seq:
            seq, text = of, read_reading(log.blob(reading)).text
        if beyond := spans_beyond(read_fact(kind, body), text):
            raise RecordError(
                f"fact {name} points outside its text", f"{beyond[0]} of {len(text)} characters", _RESTORE
            )
        count += 1
    return count


def _verify_tables(tables: sqlite3.Connection, log: Log, runner: Runner, extract: Extract) -> str:
    if (engine := get_meta(tables, "engine")) != ENGINE:
        raise RecordError("the tables were derived by another engine", f"expected {ENGINE}, got {engine}", _RESTORE)
    with closing(_derived(log, runner, extract)) as again:
        if difference := first_difference(tables, again):
            table, here, there = difference
            raise RecordError(f"table {table} is not what the log gives", f"expected {there}; got {here}", _RESTORE)
        return fold_digest(again)
