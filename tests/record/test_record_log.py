"""The log: what is acknowledged is there, in order, unchanged; what is changed is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.errors import CaseError, RecordError
from trucewatch.record import MAX_BYTES, NO_ENTRY, Entry, Head, Log, claimed_time, connect, leaf_hash, verify_chain

NOW = datetime(2025, 3, 20, 9, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty file to become a log."""
    path = tmp_path / "a.case"
    path.touch()
    return path


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    """A durable connection that is closed again."""
    connection = connect(path)
    yield connection
    connection.close()


@pytest.fixture
def log(connection: sqlite3.Connection) -> Log:
    """An empty log."""
    return Log.create(connection)


def write(log: Log, *words: str) -> None:
    """Append one entry with one blob per word."""
    for word in words:
        with log.transaction():
            log.append("note", at=NOW, by="ana", body={"word": word}, blobs=(log.keep(word.encode(), "text/plain"),))


def test_entries_come_back_as_written(log: Log) -> None:
    """Entries are numbered from 0, chained, and read back equal with their bytes."""
    write(log, "one", "two")
    first, second = log.entries()
    assert (first.seq, first.previous, first.body, first.by) == (0, NO_ENTRY, {"word": "one"}, "ana")
    assert second.previous == leaf_hash(first.to_bytes())
    assert log.blob(second.blobs[0].sha256) == b"two"
    assert log.head == Head(2, leaf_hash(second.to_bytes())) == log.verify()
    assert log.last("note") == second == log.entry(1)
    assert list(log.entries("other")) == []


def test_a_failed_transaction_leaves_nothing(log: Log) -> None:
    """An entry past 65,535 bytes does not fit a tile: it is refused, and the blob kept for it is taken back."""
    with pytest.raises(RecordError, match="too long"), log.transaction():
        log.append("note", at=NOW, body={"x": "y" * MAX_BYTES}, blobs=(log.keep(b"x", "text/plain"),))
    assert log.verify() == Head()


def test_nothing_is_written_outside_a_transaction(log: Log) -> None:
    """An entry that could not be acknowledged is refused."""
    with pytest.raises(RecordError, match="outside a transaction"):
        log.append("note", at=NOW, body={})


def test_times_are_utc() -> None:
    """A claimed time is written in UTC; one without a zone is refused."""
    assert claimed_time(datetime(2025, 3, 20, 1, 30, tzinfo=timezone(timedelta(hours=2)))) == "2025-03-19T23:30:00Z"
    with pytest.raises(RecordError, match="zone"):
        claimed_time(datetime(2025, 3, 20))  # noqa: DTZ001 - the point of the test


@pytest.mark.parametrize(
    "statement",
    ["UPDATE entries SET kind = 'x'", "DELETE FROM entries", "DELETE FROM blobs", "UPDATE blobs SET raw = x''"],
)
def test_what_is_written_stays(log: Log, connection: sqlite3.Connection, statement: str) -> None:
    """The store refuses to change or delete entries and blobs."""
    write(log, "one")
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)


def test_a_second_writer_gets_a_clean_error(log: Log, path: Path) -> None:
    """While one process writes, another is told so; afterwards it can write."""
    other = connect(path)
    other.execute("PRAGMA busy_timeout=10")
    with log.transaction(), pytest.raises(CaseError, match="in use"), Log(other, "a.case").transaction():
        pass
    write(Log(other), "two")
    other.close()
    assert log.head.size == 1


@pytest.mark.parametrize(
    "content", [b"this is not a database, whatever it says" * 100, b"SQLite format 3\x00junk" * 99]
)
def test_another_file_gets_a_clean_error(tmp_path: Path, content: bytes) -> None:
    """A file that is not a database is named as such."""
    path = tmp_path / "x.case"
    path.write_bytes(content)
    with pytest.raises(CaseError):
        connect(path)


def test_a_missing_file_gets_a_clean_error(tmp_path: Path) -> None:
    """A path that does not exist is not created by opening it."""
    with pytest.raises(CaseError):
        connect(tmp_path / "none.case")
    assert not (tmp_path / "none.case").exists()


_TAMPERING = [
    ("entries_stay", "UPDATE entries SET raw = replace(raw, 'two', 'twa') WHERE seq = 1", "does not"),
    ("entries_stay", "UPDATE entries SET kind = 'x' WHERE seq = 1", "filed wrongly"),
    ("entries_stay", "UPDATE entries SET raw = CAST(raw || ' ' AS BLOB) WHERE seq = 1", "canonical"),
    ("entries_keep", "DELETE FROM entries WHERE seq = 1", "missing"),
    ("entries_keep", "DELETE FROM entries WHERE seq = 2", "does not end"),
    ("entries_stay", "UPDATE head SET size = 2", "does not end"),
    ("blobs_stay", "UPDATE blobs SET raw = CAST('twa' AS BLOB) WHERE raw = CAST('two' AS BLOB)", "were changed"),
    ("blobs_keep", "DELETE FROM blobs WHERE raw = CAST('two' AS BLOB)", "missing"),
    ("blobs_stay", "INSERT INTO blobs VALUES ('00', x'00')", "no entry vouches"),
]


@pytest.mark.parametrize(("guard", "statement", "named"), _TAMPERING)
def test_tampering_is_named(log: Log, connection: sqlite3.Connection, guard: str, statement: str, named: str) -> None:
    """Somebody with the file in hand can drop the triggers; verify then names what they did."""
    write(log, "one", "two", "three")
    connection.execute(f"DROP TRIGGER {guard}")
    connection.execute(
        statement.replace("replace(raw, 'two', 'twa')", "CAST(replace(CAST(raw AS TEXT), 'two', 'twa') AS BLOB)")
    )
    with pytest.raises(RecordError, match=named):
        log.verify()


def test_a_rewritten_log_differs_from_a_noted_head(log: Log) -> None:
    """A log that is whole in itself is still told from the one whose head was noted."""
    write(log, "one", "two")
    noted = Head(1, "ab" * 32)
    with pytest.raises(RecordError, match="expected 1 entries"):
        log.verify(noted)


@given(st.data())
@settings(deadline=None, max_examples=80)
def test_any_changed_byte_is_found(data: st.DataObject) -> None:
    """Whichever byte of whichever entry is changed, the chain with its head does not verify."""
    raws: list[bytes] = []
    previous = NO_ENTRY
    for seq in range(4):
        at = claimed_time(NOW)
        entry = Entry(seq=seq, kind="note", at=at, by="", body={"é": [seq, None, "\U0001f54a"]}, previous=previous)
        raws.append(entry.to_bytes())
        previous = leaf_hash(raws[-1])
    head = Head(len(raws), previous)
    assert len(list(verify_chain(raws, head))) == 4
    victim = data.draw(st.integers(0, 3))
    place = data.draw(st.integers(0, len(raws[victim]) - 1))
    flip = data.draw(st.integers(1, 255))
    raws[victim] = raws[victim][:place] + bytes([raws[victim][place] ^ flip]) + raws[victim][place + 1 :]
    with pytest.raises(RecordError):
        list(verify_chain(raws, head))


@pytest.mark.parametrize(
    "change",
    [{"seq": "0"}, {"at": "yesterday"}, {"body": []}, {"previous": "zz"}, {"extra": 1}, {"v": 2}, {"blobs": [{}]}],
)
def test_a_malformed_entry_is_refused(change: dict[str, object]) -> None:
    """Bytes that are canonical but not an entry are refused with what was expected."""
    from trucewatch.record import canonical, parse  # noqa: PLC0415 - beside its only use

    raw = Entry(seq=0, kind="note", at=claimed_time(NOW), by="").to_bytes()
    with pytest.raises(RecordError):
        Entry.from_bytes(canonical(parse(raw) | change))
