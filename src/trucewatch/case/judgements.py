"""What reviewers decided, read from the log's fold: the standing judgement on each item, and facts as corrected.

Decides which judgement stands (the newest that was not taken back) and what a correction makes of a fact. Never changes
a fact in place: re-deriving cannot lose a judgement, nor a judgement hide what the machine proposed.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec

from trucewatch.case.facts import Fact, spans_beyond
from trucewatch.errors import UsageError

_FIXED = frozenset({"id", "document", "extractor"})  # what says which words by which engine; not for a reviewer to say
_COLUMNS = 'seq, id, item, decision, "by", at, note, changes, fact, undone'


class Decision(StrEnum):
    """What a reviewer decides."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    RESOLVE = "resolve"  # what is so is known from elsewhere: it stands beside the others, and teaches


#: Decisions on how mentions belong together. They stand beside what else is decided on an incident.
BINDING = frozenset({Decision.MERGE, Decision.SPLIT})

#: What a fact is called once the decision stands. One that nobody judged is "proposed".
status_after: dict[str, str] = {Decision.ACCEPT: "accepted", Decision.CORRECT: "corrected", Decision.REJECT: "rejected"}
_NOT_BINDING = "decision NOT IN ('merge', 'split', 'resolve')"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision. ``fact`` is the hash of the item as it was judged; ``undone`` the entry that took it back."""

    id: str
    entry: int
    item: str
    decision: Decision
    by: str
    at: str
    note: str
    changes: dict[str, Any]
    fact: str
    undone: int | None

    @property
    def status(self) -> str:
        """What the item is called while this stands."""
        return status_after.get(self.decision, "")


def standing(tables: sqlite3.Connection) -> dict[str, Judgement]:
    """The judgement that stands on each item, merges, splits and what resolved it aside."""
    query = f"SELECT {_COLUMNS} FROM judgements WHERE undone IS NULL AND {_NOT_BINDING} ORDER BY seq"  # noqa: S608 - our own
    return {row[2]: _judgement(row) for row in tables.execute(query)}


def resolving(tables: sqlite3.Connection) -> dict[str, Judgement]:
    """The judgement by which each incident is resolved, of those that one resolved."""
    query = f"SELECT {_COLUMNS} FROM judgements WHERE undone IS NULL AND decision = 'resolve' ORDER BY seq"  # noqa: S608
    return {row[2]: _judgement(row) for row in tables.execute(query)}


def standing_bond(tables: sqlite3.Connection, item: str, decision: Decision, changes: str) -> str | None:
    """The id of the standing merge or split that says just this, or None."""
    query = "SELECT id FROM judgements WHERE item = ? AND decision = ? AND changes = ? AND undone IS NULL"
    row = tables.execute(query, (item, decision, changes)).fetchone()
    return row[0] if row else None


def judgements_on(tables: sqlite3.Connection, item: str) -> tuple[Judgement, ...]:
    """Every judgement on one item, oldest first, those taken back among them."""
    query = f"SELECT {_COLUMNS} FROM judgements WHERE item = ? ORDER BY seq"  # noqa: S608 - our own columns
    return tuple(_judgement(row) for row in tables.execute(query, (item,)))


def find_judgement(tables: sqlite3.Connection, judgement: str) -> Judgement | None:
    """The judgement of that id, or the one that stands on the item of that id."""
    query = f"SELECT {_COLUMNS} FROM judgements WHERE id = ?"  # noqa: S608 - our own columns
    row = tables.execute(query, (judgement,)).fetchone()
    return _judgement(row) if row else standing(tables).get(judgement) or resolving(tables).get(judgement)


def corrected(fact: Fact, changes: dict[str, Any], text: str) -> Fact:
    """``fact`` with ``changes`` applied. Raises UsageError where they do not fit it.

    Keys are field names, with dots for parts ("where.name"); values as in JSON. Spans must lie in the text.
    """
    plain = msgspec.to_builtins(fact)
    for path, value in changes.items():
        _set(plain, path.split("."), value, path)
    try:
        changed = msgspec.convert(plain, type(fact), strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(
            "the correction does not fit", str(error), "see the item's fields with: show --json"
        ) from error
    if beyond := spans_beyond(changed, text):
        raise UsageError("the correction does not fit", f"{beyond[0]} lies beyond the text's {len(text)} characters")
    return changed


def _set(plain: Any, path: list[str], value: Any, shown: str) -> None:
    if path[0] in _FIXED:
        raise UsageError(f"{path[0]} cannot be corrected", "it says which words of which report are meant")
    for name in path[:-1]:
        plain = plain.get(name) if isinstance(plain, dict) else None
    if not isinstance(plain, dict) or path[-1] not in plain:
        known = ", ".join(sorted(plain)) if isinstance(plain, dict) else "none here"
        raise UsageError(f"no field {shown!r} to correct", f"there are: {known}", "name one of these")
    plain[path[-1]] = value


def _judgement(row: tuple[Any, ...]) -> Judgement:
    seq, name, item, decision, by, at, note, changes, fact, undone = row
    return Judgement(
        id=name,
        entry=seq,
        item=item,
        decision=Decision(decision),
        by=by,
        at=at,
        note=note,
        changes=json.loads(changes),
        fact=fact,
        undone=undone,
    )
