"""Which incident each mention is shown in: as filed, with the standing merges and splits laid over it.

Decides only which part of the case a judgement or a new report can have touched; ``incidents.settle`` decides the rest.
What no judgement reaches costs nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from trucewatch.case.criteria import as_json
from trucewatch.incidents import Bond, Prefer, settle

_LIVE = "judgement IN (SELECT id FROM judgements WHERE undone IS NULL)"
_BOUND = f"""
SELECT DISTINCT m.filed FROM members m JOIN bonds b ON b.mention = m.mention
WHERE m.filed IN (SELECT value FROM json_each(?)) AND b.{_LIVE}
"""  # noqa: S608 - our own words
_NEIGHBOURS = f"""
SELECT DISTINCT there.filed FROM members here JOIN bonds a ON a.mention = here.mention
JOIN bonds z ON z.judgement = a.judgement JOIN members there ON there.mention = z.mention
WHERE here.filed IN (SELECT value FROM json_each(?)) AND a.{_LIVE}
"""  # noqa: S608 - our own words
_OF_JUDGEMENT = "SELECT DISTINCT m.filed FROM bonds b JOIN members m ON m.mention = b.mention WHERE b.judgement = ?"
_MEMBERS = "SELECT mention, filed FROM members WHERE filed IN (SELECT value FROM json_each(?)) ORDER BY seq, n"
_BONDS = """
SELECT j.id, j.decision = 'merge', b.side, b.mention FROM judgements j JOIN bonds b ON b.judgement = j.id
WHERE j.undone IS NULL AND j.id IN (SELECT judgement FROM bonds WHERE mention IN (SELECT value FROM json_each(?)))
ORDER BY j.seq, b.side, b.mention
"""
_CONFLICTS = """
SELECT j.id, j.item, j."by", group_concat(DISTINCT m.incident) FROM judgements j JOIN bonds b ON b.judgement = j.id
JOIN members m ON m.mention = b.mention WHERE j.undone IS NULL AND j.decision = 'merge' AND NOT EXISTS (
  SELECT 1 FROM bonds x JOIN members p ON p.mention = x.mention JOIN bonds y ON y.judgement = x.judgement
  JOIN members q ON q.mention = y.mention
  WHERE x.judgement = j.id AND x.side = 0 AND y.side = 1 AND p.incident = q.incident)
GROUP BY j.id HAVING count(DISTINCT b.side) = 2 ORDER BY j.seq
"""
_TOUCHING = """
SELECT DISTINCT b.judgement FROM bonds b JOIN members m ON m.mention = b.mention JOIN judgements j ON j.id = b.judgement
WHERE m.incident = ? ORDER BY j.seq
"""


class Settling:
    """Keeps ``members.incident`` true to the standing merges and splits, in ``tables``."""

    def __init__(self, tables: sqlite3.Connection, likest: Prefer) -> None:
        self._tables = tables
        self._likest = likest

    def bind(self, judgement: str, sides: Sequence[Sequence[str]]) -> None:
        """Take in a merge or a split."""
        rows = ((judgement, side, mention) for side, mentions in enumerate(sides) for mention in mentions)
        self._tables.executemany("INSERT OR IGNORE INTO bonds VALUES (?, ?, ?)", rows)
        self.after_judgement(judgement)

    def after_judgement(self, judgement: str) -> None:
        """Settle what a judgement speaks of, whether it now stands or was taken back."""
        self._settle(self._ids(_OF_JUDGEMENT, judgement))

    def after_report(self, filed: frozenset[str]) -> None:
        """Settle the incidents that the mentions of a report were filed under, where a judgement reaches them."""
        if filed and self._tables.execute("SELECT 1 FROM bonds LIMIT 1").fetchone():
            self._settle(self._ids(_BOUND, as_json(filed)))

    def _settle(self, touched: frozenset[str]) -> None:
        near = self._reach(touched)
        if not near:
            return
        filed = dict(self._tables.execute(_MEMBERS, (as_json(near),)).fetchall())
        bonds = tuple(_bonds(self._tables.execute(_BONDS, (as_json(frozenset(filed)),)).fetchall()))
        settled = settle(filed, bonds, self._likest)
        rows = ((incident, mention) for mention, incident in settled.homes.items())
        self._tables.executemany("UPDATE members SET incident = ? WHERE mention = ?", rows)

    def _reach(self, touched: frozenset[str]) -> frozenset[str]:
        """The filed incidents that standing judgements tie to these, however indirectly."""
        near = new = touched
        while new:
            new = self._ids(_NEIGHBOURS, as_json(new)) - near
            near |= new
        return near

    def _ids(self, query: str, value: str) -> frozenset[str]:
        return frozenset(name for (name,) in self._tables.execute(query, (value,)))


def _bonds(rows: Iterable[tuple[str, int, int, str]]) -> Iterator[Bond]:
    sides: dict[tuple[str, int], tuple[list[str], list[str]]] = {}
    for judgement, is_merge, side, mention in rows:
        sides.setdefault((judgement, is_merge), ([], []))[side].append(mention)
    for (judgement, is_merge), (one, other) in sides.items():
        yield Bond(judgement, bool(is_merge), (tuple(one), tuple(other)))


def conflicts(tables: sqlite3.Connection) -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    """Standing merges that a split keeps from being applied: judgement, item, by whom, the incidents kept apart."""
    rows = tables.execute(_CONFLICTS).fetchall()
    return tuple((name, item, by, tuple(sorted(apart.split(",")))) for name, item, by, apart in rows)


def bonds_on(tables: sqlite3.Connection, incident: str) -> tuple[str, ...]:
    """The judgements, standing or taken back, that merged or split what an incident now holds."""
    return tuple(name for (name,) in tables.execute(_TOUCHING, (incident,)))
