"""Which incident each mention belongs to, one mention at a time, on an index.

Decides only where to look and how far: ``incidents.block_keys`` names the places, ``incidents.find_incident`` decides.
Under a key that very many incidents share (those without day or place) only the newest are looked at, and of an
incident told very often only the first tellings: so one report costs what it touches, not what the case holds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from trucewatch.case.facts import read_fact
from trucewatch.events import EventMention
from trucewatch.incidents import Member, block_keys, find_incident, incident_id, why_not_counted
from trucewatch.values import Precision, When

PER_KEY = 32  # incidents looked at under one key; a key with day and place rarely holds three
PER_INCIDENT = 24  # members compared with; a story told more often is told in the same words
_KEPT_IN_MEMORY = 4096  # members; the reports of a few days are compared with one another again and again

_NEAR = "SELECT incident, seq, n FROM blocks WHERE key = ? ORDER BY seq DESC, n DESC LIMIT ?"
_MEMBERS = """
SELECT f.body, d.start, d."end" FROM members m JOIN facts f ON f.id = m.mention JOIN documents d ON d.seq = m.seq
WHERE m.incident = ? ORDER BY m.seq, m.n LIMIT ?
"""


class Grouping:
    """Files each mention under its incident, in ``tables``."""

    def __init__(self, tables: sqlite3.Connection) -> None:
        self._tables = tables

    def add(self, seq: int, published: When | None, mentions: Iterable[tuple[int, EventMention]]) -> None:
        """File the mentions of one document, each with its place in it, in text order."""
        for n, mention in mentions:
            if not why_not_counted(mention):
                self._file(seq, n, Member(mention=mention, published=published))

    def _file(self, seq: int, n: int, member: Member) -> None:
        keys = block_keys(member.mention)
        near = self._near(keys)
        joined = find_incident(member, {incident: self._members(incident) for incident in near})
        incident = joined or incident_id(member.mention)
        founded = near.get(incident, (seq, n))
        self._tables.execute("INSERT INTO members VALUES (?, ?, ?, ?)", (member.mention.id, incident, seq, n))
        rows = ((key, incident, *founded) for key in keys)
        self._tables.executemany("INSERT OR IGNORE INTO blocks VALUES (?, ?, ?, ?)", rows)

    def _near(self, keys: Sequence[str]) -> dict[str, tuple[int, int]]:
        """Incidents filed under any of the keys, in order of their founding, each with when that was."""
        found: dict[str, tuple[int, int]] = {}
        for key in keys:
            found.update((row[0], (row[1], row[2])) for row in self._tables.execute(_NEAR, (key, PER_KEY)))
        return dict(sorted(found.items(), key=lambda item: item[1]))

    def _members(self, incident: str) -> list[Member]:
        rows = self._tables.execute(_MEMBERS, (incident, PER_INCIDENT))
        return [_member(body, start, end) for body, start, end in rows]


@lru_cache(_KEPT_IN_MEMORY)
def _member(body: bytes, start: str | None, end: str | None) -> Member:
    mention = read_fact("men", body)
    if not isinstance(mention, EventMention):
        raise TypeError(f"expected an event mention, got {type(mention).__name__}")
    days = (date.fromisoformat(start), date.fromisoformat(end)) if start and end else None
    published = When("", *days, Precision.UNKNOWN) if days else None  # only its bounds are asked for
    return Member(mention=mention, published=published)
