"""What stands to an incident beside its mentions: wholes and parts, and reports that take it up again.

Decides where in the case to look, near the incident's own days and places; ``incidents.relations`` decides what the
relation is. Never adds a mention to an incident, and nothing here weighs in a grade.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator

from trucewatch.case.schema import iso
from trucewatch.documents import Document
from trucewatch.events import is_headline_alone, speaks_of_conflict
from trucewatch.incidents import (
    PER_INCIDENT,
    PER_KEY,
    Incident,
    Member,
    Relation,
    main_news,
    parts_and_wholes,
    sought_under,
    spoken_of,
    taken_up,
)

_LISTED = 50  # headlines of one day shown, the first of very many

_NEAR = """
SELECT DISTINCT m.incident FROM blocks b JOIN members m ON m.filed = b.incident
WHERE b.key = ? AND b.day BETWEEN ? AND ? ORDER BY b.day DESC, b.seq DESC LIMIT ?
"""
_DAYS = "SELECT DISTINCT d.start FROM members m JOIN documents d ON d.seq = m.seq WHERE m.incident = ? AND m.flash"
_NEWS_OF = """
SELECT m.incident, count(*) FROM documents d JOIN members m ON m.seq = d.seq
WHERE d.seq IN (SELECT seq FROM headlines WHERE day = ?) AND m.flash GROUP BY m.incident ORDER BY min(m.seq), min(m.n)
"""
_SILENT = """
SELECT d.id FROM headlines h JOIN documents d ON d.seq = h.seq WHERE h.day = ? AND NOT h.tells ORDER BY h.seq LIMIT ?
"""


def keep_headline(tables: sqlite3.Connection, seq: int, document: Document, *, tells: bool) -> None:
    """Note a headline that stands alone, under its day; ``tells``: whether it tells a deed of its own."""
    published = document.published
    if published is None or published.earliest is None or published.earliest != published.latest:
        return
    if is_headline_alone(document.text) and (tells or speaks_of_conflict(document.text)):
        tables.execute("INSERT INTO headlines VALUES (?, ?, ?)", (iso(published.earliest), seq, tells))


def relations_of(
    tables: sqlite3.Connection,
    incident: Incident,
    members: Iterable[Member],
    get: Callable[[str], Incident | None],
) -> tuple[Relation, ...]:
    """All relations of an incident: to incidents first, then to reports. ``get`` gives an incident by its id."""
    told = tuple(members)
    others = [other for name in _near(tables, incident, told) if (other := get(name)) is not None]
    return (*parts_and_wholes(incident, others), *taken_up(told), *_news(tables, incident.id))


def _near(tables: sqlite3.Connection, incident: Incident, members: tuple[Member, ...]) -> list[str]:
    found: dict[str, None] = {}
    for member in members[:PER_INCIDENT]:
        for stretch in sought_under(member):
            found.update(dict.fromkeys(name for (name,) in tables.execute(_NEAR, (*stretch, PER_KEY))))
    found.pop(incident.id, None)
    return sorted(found)[:PER_KEY]


def _news(tables: sqlite3.Connection, incident: str) -> Iterator[Relation]:
    """Headlines that tell no deed, of the days of which this incident is the main news."""
    for (day,) in tables.execute(_DAYS, (incident,)).fetchall():
        told = tables.execute(_NEWS_OF, (day,)).fetchall()
        main = main_news([count for _, count in told])
        if main is not None and told[main][0] == incident:
            silent = tables.execute(_SILENT, (day, _LISTED)).fetchall()
            yield from (spoken_of(document) for (document,) in silent)
