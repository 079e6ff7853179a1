"""Lineage's postings in SQLite: one row per key, the documents packed as numbers.

Decides how keys are stored, nothing about what they mean: ``lineage.postings`` is the law, and the contract tests there
run on this class too. One row per key rather than per posting, since a report touches hundreds of keys and a row costs
more than what it holds. What a report reads is remembered until it is added: counting, looking up and filing go over
the same keys.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections.abc import Iterable, Iterator
from typing import Any

from trucewatch.lineage import POSTING_CAP

_CHUNK = 500  # keys per query: below the 999 variables that old SQLite builds allow
_NAMES = 20_000  # remembered ids of documents, some 2 MB; then forgotten and asked for again
_TYPE, _WIDTH = "I", 4  # bytes per number
_HOT = b""


class CasePostings:
    """The postings in the derived tables of ``connection``, for one writer: between looking up and adding, nobody else
    adds.
    """

    def __init__(self, connection: sqlite3.Connection, cap: int = POSTING_CAP) -> None:
        self._connection = connection
        self._cap = cap
        self._ids: dict[int, str] = {}
        self._read: dict[int, bytes | None] = {}

    def frequencies(self, keys: Iterable[int]) -> dict[int, int]:
        """See ``lineage.Postings.frequencies``."""
        return {key: len(raw) // _WIDTH or self._cap + 1 for key, raw in self._packed(keys).items()}

    def lookup(self, keys: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """See ``lineage.Postings.lookup``."""
        packed = self._packed(keys)
        held = {key: _unpack(raw) for key, raw in packed.items()}
        self._learn_ids(set().union(*held.values()))
        return {key: tuple(map(self._ids.__getitem__, numbers)) for key, numbers in held.items()}

    def sizes(self, documents: Iterable[str]) -> dict[str, int]:
        """See ``lineage.Postings.sizes``."""
        return dict(self._rows("SELECT id, size FROM posted WHERE id", documents))

    def add(self, document: str, size: int, keys: Iterable[int]) -> None:
        """See ``lineage.Postings.add``."""
        insert = "INSERT OR IGNORE INTO posted (id, size) VALUES (?, ?)"
        is_new = self._connection.execute(insert, (document, size)).rowcount == 1  # then it stands in no row yet
        (number,) = self._connection.execute("SELECT n FROM posted WHERE id = ?", (document,)).fetchone()
        wanted = dict.fromkeys(keys)
        packed = self._packed(wanted)
        joined = ((key, self._joined(packed.get(key), number, is_new=is_new)) for key in wanted)
        changed = [(key, raw) for key, raw in joined if raw != packed.get(key)]
        self._connection.executemany("INSERT OR REPLACE INTO postings VALUES (?, ?)", changed)
        self._read.clear()

    def _joined(self, held: bytes | None, number: int, *, is_new: bool) -> bytes:
        if held is None:
            return _pack(number)
        if held == _HOT or (not is_new and number in _unpack(held)):
            return held
        return held + _pack(number) if len(held) < _WIDTH * self._cap else _HOT

    def _packed(self, keys: Iterable[int]) -> dict[int, bytes]:
        """What is held under each of the keys; those under which nothing is are left out."""
        asked = dict.fromkeys(keys)
        unknown = [key for key in asked if key not in self._read]
        self._read.update(dict.fromkeys(unknown))
        self._read.update(self._rows("SELECT key, held FROM postings WHERE key", unknown))
        return {key: raw for key in asked if (raw := self._read[key]) is not None}

    def _learn_ids(self, numbers: set[int]) -> None:
        if len(self._ids) > _NAMES:
            self._ids.clear()
        unknown = numbers - self._ids.keys()
        self._ids.update(self._rows("SELECT n, id FROM posted WHERE n", unknown))

    def _rows(self, query: str, values: Iterable[Any]) -> Iterator[Any]:
        asked = sorted(set(values))
        for start in range(0, len(asked), _CHUNK):
            chunk = asked[start : start + _CHUNK]
            marks = ",".join("?" * len(chunk))
            yield from self._connection.execute(f"{query} IN ({marks})", chunk)


def _pack(number: int) -> bytes:
    return number.to_bytes(_WIDTH, "little")


def _unpack(held: bytes) -> array[int]:
    numbers = array(_TYPE)
    numbers.frombytes(held)
    if sys.byteorder != "little":
        numbers.byteswap()
    return numbers
