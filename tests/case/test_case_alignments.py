"""Alignments between reports of a case: worked out once, and the same from either side."""

from __future__ import annotations

import pytest

from trucewatch.case import alignments
from trucewatch.case.alignments import Alignments
from trucewatch.documents import Document, Received, read
from trucewatch.lineage import AlignedSentence, SentenceChange, aligned

_FIRST = (
    "Shells hit the quay at Sorn on Tuesday. Two silos burned. The ferry was cancelled, and schools stayed shut.\n"
    "Nobody was hurt, the harbour master said.\n"
)
_SECOND = (
    "Shells hit the quay at Sorn on Tuesday. Two silos burned. The ferry was cancelled. Schools stayed shut.\n"
    "Talks go on in Port Quay tomorrow.\n"
)


def _read(text: str) -> Document:
    return read(Received(raw=text.encode(), name="a.txt", source="wire"))


def _both() -> tuple[Document, Document]:
    one, other = sorted((_read(_FIRST), _read(_SECOND)), key=lambda document: document.id)
    return one, other


class _Readings(dict[str, Document]):
    """Readings that stand in memory."""


def _alignments(*documents: Document) -> Alignments:
    return Alignments(_Readings((document.id, document) for document in documents))  # type: ignore[arg-type]


def test_two_reports_are_aligned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks after the first, from either side, is answered from memory."""
    asked: list[tuple[str, str]] = []

    def counting(a: Document, b: Document, *, is_word_by_word: bool) -> tuple[AlignedSentence, ...]:
        asked.append((a.id, b.id))
        return aligned(a, b, is_word_by_word=is_word_by_word)

    monkeypatch.setattr(alignments, "aligned", counting)
    one, other = _both()
    kept = _alignments(one, other)
    kept.between(other, one)
    kept.of(one.id, other.id)
    kept.of(other.id, one.id)
    assert asked == [(one.id, other.id)]


def test_the_other_side_sees_the_same_rows_turned() -> None:
    """From the other side what was split was merged, what was added was dropped, and nothing else differs."""
    one, other = _both()
    kept = _alignments(one, other)
    there, back = kept.of(one.id, other.id), kept.of(other.id, one.id)
    assert there == aligned(one, other, is_word_by_word=False)
    assert [(row.a, row.b, row.likeness) for row in there] == [(row.b, row.a, row.likeness) for row in back]
    turned = {row.change for row in there} ^ {row.change for row in back}
    assert turned <= {SentenceChange.SPLIT, SentenceChange.MERGED}
    assert {SentenceChange.ADDED, SentenceChange.DROPPED} <= {row.change for row in there}
    assert sum(row.change is SentenceChange.ADDED for row in there) == sum(
        row.change is SentenceChange.DROPPED for row in back
    )


def test_only_the_last_pairs_are_remembered() -> None:
    """However many reports one is held against, memory is bounded, and what was forgotten is worked out again."""
    documents = [_read(f"Report {n}. {_FIRST}") for n in range(40)]
    kept = _alignments(*documents)
    first = kept.of(documents[0].id, documents[1].id)
    for document in documents[2:]:
        kept.between(documents[0], document)
    assert len(kept._kept) == alignments._KEPT_IN_MEMORY
    assert kept.of(documents[0].id, documents[1].id) == first
