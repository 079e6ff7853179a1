"""The stories of a case, built from the documents and edges that they touch.

Decides which rows lineage needs to build a story. Never decides what a story is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby

from trucewatch.case.criteria import as_json
from trucewatch.case.readings import Readings
from trucewatch.case.relating import read_derivations
from trucewatch.documents import Document
from trucewatch.lineage import Derivation, Story, build_stories

_DOCUMENTS = "SELECT component, id, title, language FROM components JOIN documents USING (seq)"
_EDGES = "SELECT body FROM derivations WHERE {} IN (SELECT value FROM json_each(?)) ORDER BY child, parent"
_BESIDE = "SELECT id, title, language FROM documents WHERE id IN (SELECT value FROM json_each(?)) ORDER BY seq"


class Stories:
    """Answers which story a document is in and which documents a story holds."""

    def __init__(self, tables: sqlite3.Connection, readings: Readings) -> None:
        self._tables = tables
        self._readings = readings

    def __iter__(self) -> Iterator[Story]:
        """All stories, in order of the first log entry that each is connected to."""
        rows = self._tables.execute(f"{_DOCUMENTS} ORDER BY component, seq")
        for _, group in groupby(rows, key=lambda row: row[0]):
            yield from self._build(list(group))

    def of(self, documents: Iterable[str]) -> dict[str, Story]:
        """The story of each of the documents."""
        asked = frozenset(documents)
        among = (
            "SELECT component FROM components JOIN documents USING (seq) WHERE id IN (SELECT value FROM json_each(?))"
        )
        rows = self._tables.execute(
            f"{_DOCUMENTS} WHERE component IN ({among}) ORDER BY component, seq", (as_json(asked),)
        )
        found: dict[str, Story] = {}
        for _, group in groupby(rows, key=lambda row: row[0]):
            for story in self._build(list(group)):
                found.update((document, story) for document in story.documents if document in asked)
        return found

    def get(self, story: str) -> Story | None:
        """The story of that id, or None."""
        row = self._tables.execute("SELECT id FROM documents WHERE founds = ?", (story,)).fetchone()
        held = self.of((row[0],))[row[0]] if row else None
        return held if held is not None and held.id == story else None

    def edges(self, documents: Iterable[str]) -> tuple[Derivation, ...]:
        """Every verified relation of the documents, whatever story the other side is in."""
        asked = as_json(frozenset(documents))
        rows = {row for side in ("child", "parent") for row in self._tables.execute(_EDGES.format(side), (asked,))}
        return tuple(sorted(read_derivations(rows), key=lambda edge: (edge.child, edge.parent)))

    def _build(self, rows: list[tuple[int, str, str, str]]) -> tuple[Story, ...]:
        """The stories of one component. Documents beside them are known to the edges alone."""
        own = [document for _, document, _, _ in rows]
        edges = self.edges(own)
        beside = frozenset(name for edge in edges for name in (edge.child, edge.parent)).difference(own)
        others = self._tables.execute(_BESIDE, (as_json(beside),)) if beside else ()
        held = [self._document(*row) for row in [*(row[1:] for row in rows), *others]]
        stories = build_stories(held, edges)
        return tuple(story for story in stories if story.documents[0] in set(own))

    def _document(self, document: str, title: str, language: str) -> Document:
        """As much of a document as a story is built from: all of it only where it has no title."""
        if not title:
            return self._readings[document]
        return Document(
            id=document,
            sha256="",
            media_type="",
            text="",
            text_sha256="",
            language=language,
            blocks=(),
            sentences=(),
            reader="",
            title=title,
        )
