"""Facts as kept: read from their rows, with the standing judgement applied.

Decides how a filter meets the columns of a fact, and that a corrected fact is looked for by what it says now. Never
computes anything from several facts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from heapq import merge
from typing import Any

from trucewatch.case.criteria import Wanted, as_json
from trucewatch.case.facts import ALTERNATIVE, Fact, Found, find_by, read_fact, write
from trucewatch.case.judgements import Decision, Judgement, corrected, standing
from trucewatch.case.readings import Readings
from trucewatch.case.schema import iso
from trucewatch.documents import Document
from trucewatch.statements import Statement

_COLUMNS = 'f.id, f.kind, f.seq, f.n, f.start, f."end", f.words, f.body, d.id, d.source'
_NAMING = (
    "(f.seq, f.n) IN (SELECT seq, n FROM terms WHERE field = '{0}' AND value IN (SELECT value FROM json_each(:{0})))"
)
_FROM = "facts f JOIN documents d ON d.seq = f.seq"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One fact with where it stands: ``seq`` and ``n`` give its place in log order."""

    fact: Fact
    kind: str
    seq: int
    n: int
    start: date | None
    end: date | None
    words: str
    document: str
    source: str
    judgement: Judgement | None

    @property
    def status(self) -> str:
        """proposed, accepted, corrected or rejected."""
        return self.judgement.status if self.judgement else "proposed"


def keep_fact(tables: sqlite3.Connection, place: tuple[int, int], kind: str, fact: Fact, document: Document) -> None:
    """Write one fact, at its document's entry and its number there, with all that it can be found by."""
    found = find_by(kind, fact, document)
    tables.execute(
        "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (fact.id, kind, *place, found.type, iso(found.start), iso(found.end), found.words, write(fact)),
    )
    tables.executemany("INSERT INTO terms VALUES (?, ?, ?, ?)", ((*term, *place) for term in found.terms))


class Facts:
    """The facts of a case, as they stand."""

    def __init__(self, tables: sqlite3.Connection, readings: Readings) -> None:
        self._tables = tables
        self._readings = readings
        self._standing = standing(tables)

    def find(self, kind: str, wanted: Wanted) -> Iterator[Kept]:
        """Facts of one kind in log order, as far as ``wanted`` asks for them."""
        where, values = _conditions(kind, wanted)
        changed = as_json(frozenset(item for item, each in self._standing.items() if each.changes))
        query = (
            f"SELECT {_COLUMNS} FROM {_FROM} WHERE {where['document']}"  # noqa: S608 - our own words, values bound
            f" AND ({where['fact']} OR f.id IN (SELECT value FROM json_each(:changed))) ORDER BY f.seq, f.n"
        )
        for row in self._tables.execute(query, values | {"changed": changed}):
            kept, found = self._as_it_stands(row)
            is_said = not wanted.text or wanted.text in kept.words.casefold()
            if is_said and wanted.takes_status(kept.status) and (found is None or wanted.takes(found)):
                yield kept

    def statements(self, wanted: Wanted) -> Iterator[Kept]:
        """Statements in log order: the default rules', and those of other extractors that a reviewer accepted.

        Where ``wanted`` names an extractor ("any" for every one), all of its own, whoever judged them.
        """
        if wanted.extractor in {"", "any"} or "rules".startswith(wanted.extractor):
            own = self.find("sta", wanted)
        else:
            own = iter(())
        others = (kept for kept in self.find(ALTERNATIVE, wanted) if _is_asked_for(kept, wanted.extractor))
        yield from merge(own, others, key=lambda kept: (kept.seq, kept.n))

    def get(self, fact: str) -> Kept | None:
        """The fact of that id, or None."""
        query = f"SELECT {_COLUMNS} FROM {_FROM} WHERE f.id = ?"  # noqa: S608 - our own words
        row = self._tables.execute(query, (fact,)).fetchone()
        return self._as_it_stands(row)[0] if row else None

    def _as_it_stands(self, row: tuple[Any, ...]) -> tuple[Kept, Found | None]:
        """The fact with its judgement; what it is found by only where a correction may have changed that."""
        name, kind, seq, n, start, end, words, body, document, source = row
        fact, judgement, found = read_fact(kind, body), self._standing.get(name), None
        days = (_day(start), _day(end))
        if judgement and judgement.decision is Decision.CORRECT:
            reading = self._readings[document]
            fact = corrected(fact, judgement.changes, reading.text)
            found = find_by(kind, fact, reading)
            days, words = (found.start, found.end), found.words
        kept = Kept(
            fact=fact,
            kind=kind,
            seq=seq,
            n=n,
            start=days[0],
            end=days[1],
            words=words,
            document=document,
            source=source,
            judgement=judgement,
        )
        return kept, found


def _is_asked_for(kept: Kept, extractor: str) -> bool:
    """Whether a statement of another extractor is listed: accepted by a reviewer, or its extractor named."""
    if not extractor:
        return kept.status in {"accepted", "corrected"}
    name = kept.fact.extractor.rpartition("/")[0] if isinstance(kept.fact, Statement) else ""
    return extractor in {"any", name.casefold(), name.casefold().partition(":")[0]}


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _conditions(kind: str, wanted: Wanted) -> tuple[dict[str, str], dict[str, Any]]:
    """What the columns of a fact and of its document must hold, as SQL and its values."""
    document, fact = ["f.kind = :kind"], ["1"]
    values: dict[str, Any] = {"kind": kind}
    for field, names in (("party", wanted.parties), ("place", wanted.places)):
        if names is not None:
            fact.append(_NAMING.format(field))
            values[field] = as_json(names)
    if wanted.start:
        fact.append('f."end" >= :start')
        values["start"] = wanted.start.isoformat()
    if wanted.end:
        fact.append("f.start <= :end")
        values["end"] = wanted.end.isoformat()
    if wanted.kind:
        fact.append("lower(f.type) = :type")
        values["type"] = wanted.kind
    document += document_conditions(wanted, values)
    if wanted.documents is not None:  # said of the fact too: facts are indexed by their document's entry
        document.append("f.seq IN (SELECT seq FROM documents WHERE id IN (SELECT value FROM json_each(:documents)))")
    return {"document": " AND ".join(document), "fact": "(" + " AND ".join(fact) + ")"}, values


def document_conditions(wanted: Wanted, values: dict[str, Any]) -> list[str]:
    """What the columns of a document ``d`` must hold; the values are added to ``values``."""
    conditions = []
    if wanted.sources is not None:
        conditions.append("lower(d.source) IN (SELECT value FROM json_each(:sources))")
        values["sources"] = as_json(wanted.sources)
    if wanted.documents is not None:
        conditions.append("d.id IN (SELECT value FROM json_each(:documents))")
        values["documents"] = as_json(wanted.documents)
    if wanted.language:
        conditions.append("(lower(d.language) = :language OR lower(d.language) LIKE :language || '-%')")
        values["language"] = wanted.language
    return conditions
