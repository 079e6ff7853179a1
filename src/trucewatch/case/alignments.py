"""How the sentences of two reports answer each other, worked out once for all who ask.

Decides how many pairs are remembered. Never decides what answers what: lineage does.
"""

from __future__ import annotations

from dataclasses import replace

from trucewatch.case.readings import Readings
from trucewatch.documents import Document
from trucewatch.lineage import AlignedSentence, SentenceChange, aligned

_KEPT_IN_MEMORY = 16  # pairs: one report and all that it is held against

_TURNED = {
    SentenceChange.MERGED: SentenceChange.SPLIT,
    SentenceChange.SPLIT: SentenceChange.MERGED,
    SentenceChange.ADDED: SentenceChange.DROPPED,
    SentenceChange.DROPPED: SentenceChange.ADDED,
}

Rows = tuple[AlignedSentence, ...]


class Alignments:
    """Alignments between reports of a case, the last few of them in memory."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._kept: dict[tuple[str, str], Rows] = {}

    def of(self, one: str, other: str) -> Rows:
        """The rows of two reports by id, with ``one`` as A. Differing words are not named."""
        kept = self._kept.get((min(one, other), max(one, other)))
        return (
            self.between(self._readings[one], self._readings[other]) if kept is None else _seen_from(one, other, kept)
        )

    def between(self, a: Document, b: Document) -> Rows:
        """The rows of two reports at hand."""
        lower, higher = sorted((a, b), key=lambda document: document.id)
        key = lower.id, higher.id
        if key not in self._kept:
            while len(self._kept) >= _KEPT_IN_MEMORY:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = aligned(lower, higher, is_word_by_word=False)
        return _seen_from(a.id, b.id, self._kept[key])


def _seen_from(one: str, other: str, rows: Rows) -> Rows:
    """Rows of the lower id and the higher, with ``one`` as A."""
    if one <= other:
        return rows
    return tuple(replace(row, change=_TURNED.get(row.change, row.change), a=row.b, b=row.a) for row in rows)
