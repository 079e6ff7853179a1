"""What a new report derives from: lineage, one report at a time.

Decides which earlier documents are held against a new one (those that lineage's postings name) and files what was
found. Keeps, for each document, the lowest log number it is connected to, so that a story can be built from its own
documents alone. Never decides what a derivation is: lineage does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from trucewatch.case.alignments import Alignments
from trucewatch.case.facts import write
from trucewatch.case.postings import CasePostings
from trucewatch.case.readings import Readings
from trucewatch.documents import Document
from trucewatch.lineage import Derivation, DerivationKind, Sketch, index_keys, is_near_copy, relate, search

_sketch = msgspec.msgpack.Decoder(Sketch)
_derivation = msgspec.json.Decoder(Derivation)


class Relating:
    """Files each new document under what it derives from, in ``tables``.

    ``names`` maps a source to the names that credit lines may give it.
    """

    def __init__(
        self,
        tables: sqlite3.Connection,
        readings: Readings,
        alignments: Alignments,
        names: Mapping[str, Collection[str]],
    ) -> None:
        self._tables = tables
        self._readings = readings
        self._align = alignments.between
        self._names = names
        self._postings = CasePostings(tables)

    def add(self, seq: int, document: Document, sketch: Sketch) -> tuple[Derivation, ...]:
        """Hold the document against its candidates, then make it findable for later ones."""
        related = tuple(self._relate(document, sketch))
        self._tables.execute("INSERT INTO sketches VALUES (?, ?)", (seq, msgspec.msgpack.encode(sketch)))
        self._tables.execute("INSERT INTO components VALUES (?, ?)", (seq, seq))
        for derivation in related:
            self._file(derivation)
        copied = {self._other(each, document.id) for each in related if is_near_copy(each)}
        self._postings.add(document.id, sketch.size, index_keys(sketch, map(self._sketch_of, sorted(copied))))
        return related

    def _relate(self, document: Document, sketch: Sketch) -> Iterator[Derivation]:
        found = search(sketch, self._postings)
        for candidate in found.candidates:
            pair = (sketch, self._sketch_of(candidate))
            other = self._readings[candidate]
            derivation = relate(
                document, other, sketches=pair, ignored=found.ignored, names=self._names, align=self._align
            )
            if derivation is not None:
                yield derivation

    def _file(self, derivation: Derivation) -> None:
        query = "INSERT INTO derivations VALUES (?, ?, ?)"
        self._tables.execute(query, (derivation.child, derivation.parent, write(derivation)))
        if derivation.kind is not DerivationKind.SAME_EVENT:
            self._connect(derivation.child, derivation.parent)

    def _connect(self, one: str, other: str) -> None:
        """Put two documents' components under the lower number of the two."""
        query = "SELECT DISTINCT component FROM components JOIN documents USING (seq) WHERE id IN (?, ?)"
        labels = sorted(row[0] for row in self._tables.execute(query, (one, other)))
        self._tables.executemany(
            "UPDATE components SET component = ? WHERE component = ?", ((labels[0], label) for label in labels[1:])
        )

    def _sketch_of(self, document: str) -> Sketch:
        query = "SELECT body FROM sketches JOIN documents USING (seq) WHERE id = ?"
        return _sketch.decode(self._tables.execute(query, (document,)).fetchone()[0])

    @staticmethod
    def _other(derivation: Derivation, document: str) -> str:
        return derivation.parent if derivation.child == document else derivation.child


def read_derivations(rows: Iterable[tuple[bytes]]) -> tuple[Derivation, ...]:
    """Derivations as ``Relating`` filed them."""
    return tuple(_derivation.decode(body) for (body,) in rows)
