"""Any one thing of a case by its id, with the exact words it rests on.

Decides what an id, or the start of one, means. Where it means nothing the nearest ids are named; where it could mean
several, those are. Never guesses between two.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import msgspec

from trucewatch.case.criteria import Wanted
from trucewatch.case.extractions import Extraction, standing_extractions
from trucewatch.case.facts import words_of
from trucewatch.case.judgements import Judgement, find_judgement, judgements_on
from trucewatch.case.kept import Facts
from trucewatch.case.readings import Readings
from trucewatch.case.settling import bonds_on, conflicts
from trucewatch.case.stories import Stories
from trucewatch.case.weighing import Incidents, Weighed
from trucewatch.errors import NotFoundError
from trucewatch.incidents import Relation
from trucewatch.record import Log
from trucewatch.situation import Situation
from trucewatch.values import Span

_NEAREST = 5
_HOLDING = "SELECT incident FROM members WHERE filed = ? ORDER BY seq, n LIMIT 1"
_COLUMNS = (
    ("documents", "id"),
    ("documents", "founds"),
    ("facts", "id"),
    ("members", "incident"),
    ("members", "filed"),
    ("judgements", "id"),
    ("judgements", "item"),
)
_KINDS = {
    "sta": "statement",
    "alt": "statement of another extractor",
    "men": "event mention",
    "com": "commitment",
    "gat": "gathering",
    "agr": "agreement",
    "obs": "observation",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of one report: where they stand, and the hash of the text they stand in."""

    document: str
    span: Span
    text_sha256: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One thing: its record, the words it rests on, where the log holds it, and what reviewers made of it.

    ``extractions`` say of a report what became of what other extractors proposed for it.
    ``conflicts`` are merges of an incident that a split keeps from being applied, ``relations`` how others stand to it.
    """

    id: str
    kind: str
    record: object
    words: tuple[Words, ...] = ()
    entry: int | None = None
    status: str = ""
    judgements: tuple[Judgement, ...] = ()
    extractions: tuple[Extraction, ...] = ()
    conflicts: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()

    def fields(self) -> dict[str, Any]:
        """The record's fields as plain values, after its status and log entry."""
        plain = msgspec.to_builtins(self.record)
        own = {"status": self.status, "entry": self.entry} if self.status else {"entry": self.entry}
        return {name: value for name, value in (own | plain).items() if value is not None}

    def to_dict(self) -> dict[str, Any]:
        """Everything as JSON can hold it."""
        shown: dict[str, Any] = msgspec.to_builtins(self)
        return shown


class Shower:
    """Finds and shows things by id."""

    def __init__(self, tables: sqlite3.Connection, log: Log, readings: Readings, situation: Situation) -> None:
        self._tables = tables
        self._log = log
        self._readings = readings
        self._situation = situation
        self._facts = Facts(tables, readings)
        self._stories = Stories(tables, readings)
        self._incidents = Incidents(tables, readings, situation)

    def show(self, asked: str) -> Shown:
        """The thing whose id is ``asked`` or alone starts with it. Raises NotFoundError otherwise."""
        if asked.isascii() and asked.isdigit():
            return self._entry(int(asked))
        found = sorted(set(self._starting(asked)))
        if asked in found or len(found) == 1:
            return self._shown(asked if asked in found else found[0])
        if found:
            raise NotFoundError(
                f"{asked} could mean several things", ", ".join(found[:_NEAREST]), "give more of the id"
            )
        raise self._nothing(asked)

    def _nothing(self, asked: str) -> NotFoundError:
        for length in range(len(asked) - 1, 0, -1):
            if near := list(islice(self._starting(asked[:length]), _NEAREST)):
                return NotFoundError(
                    f"no {asked} in this case", f"near it are {', '.join(sorted(near))}", "copy an id from a list"
                )
        return NotFoundError(
            f"no {asked} in this case", "", "copy an id from a list such as: trucewatch documents CASE"
        )

    def _starting(self, start: str) -> Iterator[str]:
        """Ids that start so, of every kind."""
        if not start:
            return
        for table, column in _COLUMNS:
            query = f"SELECT DISTINCT {column} FROM {table} WHERE {column} >= ? AND {column} < ? ORDER BY 1 LIMIT ?"  # noqa: S608
            for (name,) in self._tables.execute(query, (start, start + "\U0010ffff", _NEAREST + 1)):
                if column != "founds" or self._stories.get(name):
                    yield name
        yield from (agreement.id for agreement in self._situation.agreements if agreement.id.startswith(start))
        if start.startswith("fin"[: len(start)]):
            yield from (name for name in self._findings() if name.startswith(start))

    def _findings(self) -> dict[str, Weighed]:
        every = self._incidents.find(Wanted(status="any"))
        return {finding.id: weighed for weighed in every for finding in weighed.graded.findings}

    def _shown(self, name: str) -> Shown:
        kind = name.partition("-")[0]
        if kind in _KINDS and (shown := self._fact(name)):
            return shown
        if kind == "inc" and (weighed := self._incidents.get(name) or self._incidents.get(self._holding(name))):
            return self._incident(weighed)
        if kind == "fin" and (weighed := self._findings().get(name)):
            finding = next(each for each in weighed.graded.findings if each.id == name)
            return Shown(id=name, kind="finding", record=finding, words=self._basis(weighed))
        if kind == "jud" and (judgement := find_judgement(self._tables, name)):
            return Shown(id=name, kind="judgement", record=judgement, entry=judgement.entry)
        if story := self._stories.get(name):
            return Shown(id=name, kind="story", record=story)
        return self._document(name) or self._judged(name) or self._agreement(name)

    def _holding(self, filed: str) -> str:
        """The incident that now holds what was first told of the one that the engine filed; "" where there is none."""
        row = self._tables.execute(_HOLDING, (filed,)).fetchone()
        return row[0] if row else ""

    def _incident(self, weighed: Weighed) -> Shown:
        name = weighed.graded.incident.id
        bound = (find_judgement(self._tables, judgement) for judgement in bonds_on(self._tables, name))
        judged = {each.id: each for each in (*judgements_on(self._tables, name), *bound) if each is not None}
        return Shown(
            id=name,
            kind="incident",
            record=weighed.graded,
            words=self._basis(weighed),
            status=weighed.status,
            judgements=tuple(sorted(judged.values(), key=lambda judgement: judgement.entry)),
            conflicts=tuple(
                f"{judgement} merges it with {', '.join(each for each in apart if each != name)}, which a split forbids"
                for judgement, _, _, apart in conflicts(self._tables)
                if name in apart
            ),
            relations=self._incidents.relations(weighed),
        )

    def _entry(self, seq: int) -> Shown:
        size = self._log.head.size
        entry = self._log.entry(seq) if seq < size else None
        if entry is None:
            raise NotFoundError(f"no entry {str(seq)[:20]} in the log", f"it has {size} entries", "they count from 0")
        return Shown(id=str(seq), kind="entry", record=entry, entry=seq)

    def _document(self, name: str) -> Shown | None:
        row = self._tables.execute("SELECT seq FROM documents WHERE id = ?", (name,)).fetchone()
        if row is None:
            return None
        others = tuple(standing_extractions(self._tables, document=name))
        return Shown(id=name, kind="document", record=self._readings[name], entry=row[0], extractions=others)

    def _judged(self, name: str) -> Shown | None:
        """Something a reviewer judged that this engine no longer proposes: as it was when judged."""
        judged = judgements_on(self._tables, name)
        if not judged:
            return None
        record = msgspec.json.decode(self._log.blob(judged[-1].fact))
        return Shown(id=name, kind="no longer proposed", record=record, status="judged", judgements=judged)

    def _agreement(self, name: str) -> Shown:
        for agreement in self._situation.agreements:
            if agreement.id == name:
                return Shown(id=name, kind="agreement", record=agreement)
        raise self._nothing(name)

    def _fact(self, name: str) -> Shown | None:
        kept = self._facts.get(name)
        if kept is None:
            return None
        return Shown(
            id=name,
            kind=_KINDS[kept.kind],
            record=kept.fact,
            words=tuple(self._words((kept.document, span) for span in words_of(kept.fact))),
            entry=kept.seq,
            status=kept.status,
            judgements=judgements_on(self._tables, name),
        )

    def _basis(self, weighed: Weighed) -> tuple[Words, ...]:
        accounts = weighed.graded.incident.accounts
        places = dict.fromkeys((basis.document, basis.span) for account in accounts for basis in account.basis)
        return tuple(self._words(places))

    def _words(self, places: Iterable[tuple[str, Span]]) -> Iterator[Words]:
        for name, span in places:
            document = self._readings[name]
            yield Words(document=name, span=span, text_sha256=document.text_sha256, words=span.of(document.text))
