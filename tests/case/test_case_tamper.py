"""Somebody with the file in hand: whatever they change, ``verify`` names it."""

from __future__ import annotations

import random
import sqlite3

import pytest

from trucewatch.case import Case
from trucewatch.case.schema import TABLES
from trucewatch.documents import Received
from trucewatch.errors import RecordError, TrucewatchError
from trucewatch.record import Head


def _swap(column: str, old: str, new: str) -> str:
    return f"{column} = CAST(replace(CAST({column} AS TEXT), '{old}', '{new}') AS BLOB)"


_TAMPERING = {
    "an entry": ("entries", _swap("raw", "wire.txt", "fire.txt") + " WHERE seq = 2", "entry 3"),
    "a report": (
        "blobs",
        _swap("raw", "least four", "least nine") + " WHERE CAST(raw AS TEXT) LIKE 'Arvenia acc%'",
        "were changed",
    ),
    "a reading": (
        "blobs",
        _swap("raw", "least four", "least 4444") + " WHERE CAST(raw AS TEXT) LIKE '{%'",
        "were changed",
    ),
    "a fact's act": ("facts", _swap("body", "allege", "assert") + " WHERE type = 'allege'", "table facts"),
    "a fact's span": ("facts", _swap("body", '"end":', '"end":9999'), "outside its text"),
    "a fact's kind": ("facts", "kind = 'xyz'", "cannot be read"),
    "an index": ("terms", "value = 'belkora2' WHERE value = 'belkora'", "table terms"),
    "an edge": ("derivations", _swap("body", "edited", "exact"), "table derivations"),
    "an incident": ("members", "incident = 'inc-0000000000'", "table members"),
    "a source": ("documents", "source = 'Somebody Else'", "table documents"),
}


@pytest.mark.parametrize("what", _TAMPERING)
def test_tampering_is_named(case: Case, what: str) -> None:
    """An entry, a blob, a reading, a fact or an index that was changed: verify says which."""
    table, change, named = _TAMPERING[what]
    for (trigger,) in case._connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        case._connection.execute(f"DROP TRIGGER {trigger}")
    changed = case._connection.execute(f"UPDATE {table} SET {change}").rowcount  # noqa: S608 - the test's own words
    assert changed > 0
    with pytest.raises(RecordError, match=named):
        list(case.verify())


@pytest.mark.parametrize("table", [table for table in TABLES if table != "judgements"])
def test_an_emptied_table_is_named(case: Case, table: str) -> None:
    """Whichever derived table is emptied, verify names it."""
    list(case.add([Received(raw=b"Truce in doubt over deaths", name="flash.txt", published="2025-03-05")]))
    case.merge(*(row.id for row in case.incidents().rows[:2]), by="ana")
    case._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own table names
    with pytest.raises(RecordError, match=f"table {table} is not"):
        list(case.verify())


def test_a_head_noted_earlier_tells_a_rewritten_case(case: Case) -> None:
    """A case that is whole in itself but is not the one whose head was noted does not verify against it."""
    assert list(case.verify(case.log.head))
    with pytest.raises(RecordError, match="does not end"):
        list(case.verify(Head(case.log.head.size, "ab" * 32)))


@pytest.mark.slow
def test_no_flipped_bit_goes_unnoticed(case: Case) -> None:
    """Flip any bit anywhere in the file: verify fails, or the case still says word for word what it said."""
    chance = random.Random(11)  # noqa: S311 - places, not secrets
    case.log.verify()
    digest, head = case.digest(), case.log.head
    case._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    case.close()
    original = case.path.read_bytes()
    for _ in range(60):
        raw = bytearray(original)
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        case.path.write_bytes(raw)
        try:
            with Case.open(case.path) as changed:
                list(changed.verify())
                assert (changed.digest(), changed.log.head) == (digest, head)
        except (TrucewatchError, sqlite3.DatabaseError):
            continue
