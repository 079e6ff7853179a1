"""Which incident each mention belongs to, one mention at a time, on an index.

What reviewers merged or split is not looked at here: ``case.settling`` lays it over what is filed.

Decides only where to look and how far: ``incidents.sought_under`` names the places, ``incidents.find_incident``
decides. Of very many incidents under one key only the newest are looked at, of an incident told very often only the
first tellings, and of the reports that this one derives from or led to only the surest: so one report costs what it
touches, not what the case holds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from trucewatch.case.alignments import Alignments
from trucewatch.case.facts import read_fact
from trucewatch.case.related import keep_headline
from trucewatch.documents import Document
from trucewatch.events import EventMention, is_headline_alone
from trucewatch.incidents import (
    PER_INCIDENT,
    PER_KEY,
    Member,
    filed_under,
    filing_order,
    find_incident,
    incident_id,
    may_found,
    retold,
    sought_under,
    why_not_counted,
)
from trucewatch.lineage import Derivation, is_binding
from trucewatch.values import Precision, When

PER_REPORT = 2  # relations looked into sentence by sentence; further copies say what these say
_KEPT_IN_MEMORY = 4_096  # members, some 8 MB; the reports of a few days are compared with one another again and again

_NEAR = """
SELECT incident, seq, n FROM blocks WHERE key = ? AND day BETWEEN ? AND ? ORDER BY day DESC, seq DESC, n DESC LIMIT ?
"""
_MEMBERS = "SELECT mention FROM members WHERE filed = ? ORDER BY seq, n LIMIT ?"
_MEMBER = """
SELECT f.body, d.start, d."end", m.flash FROM facts f JOIN documents d ON d.seq = f.seq
JOIN members m ON m.mention = f.id WHERE f.id = ?
"""
_MENTIONS_OF = """
SELECT f.body FROM documents d JOIN facts f ON f.kind = 'men' AND f.seq = d.seq JOIN members m ON m.mention = f.id
WHERE d.id = ? ORDER BY f.n
"""
_TOLD_IN = """
SELECT filed, seq, n FROM members WHERE filed = (SELECT filed FROM members WHERE mention = ?)
ORDER BY seq, n LIMIT 1
"""

#: Where in the log an incident was first told.
Founding = tuple[int, int]


class Grouping:
    """Files each mention under its incident, in ``tables``."""

    def __init__(self, tables: sqlite3.Connection, alignments: Alignments) -> None:
        self._tables = tables
        self._alignments = alignments
        self._member = lru_cache(_KEPT_IN_MEMORY)(self._read_member)

    def add(
        self,
        seq: int,
        document: Document,
        mentions: Iterable[tuple[int, EventMention]],
        related: Iterable[Derivation] = (),
    ) -> frozenset[str]:
        """File the mentions of one report, each with its place in it, given what the report derives from; gives the
        incidents under which they were filed.
        """
        counted = [(n, mention) for n, mention in mentions if not why_not_counted(mention)]
        told = self._retold(document, [mention for _, mention in counted], related) if counted else {}
        is_flash, filed = is_headline_alone(document.text), set()
        for n, mention in sorted(counted, key=lambda each: filing_order(each[1])):
            member = Member(mention=mention, published=document.published, is_flash=is_flash)
            filed.add(self._file(seq, n, member, told.get(mention.id, ())))
        keep_headline(self._tables, seq, document, tells=bool(filed - {""}))
        return frozenset(filed - {""})

    def likest(self, mention: str, parts: Sequence[Sequence[str]]) -> int:
        """Which of several parts of an incident one more mention belongs to: the likest, the first of equals."""
        held = {str(at): [self._member(each) for each in part[:PER_INCIDENT]] for at, part in enumerate(parts)}
        return int(find_incident(self._member(mention), held) or 0)

    def _file(self, seq: int, n: int, member: Member, told: Sequence[str]) -> str:
        """File one mention; gives its incident, "" where it founds none and joins none."""
        near = self._near(member, told)
        joined = find_incident(member, {incident: self._members(incident) for incident in near}, told)
        if joined is None and not may_found(member.mention):
            return ""
        incident = joined or incident_id(member.mention)
        founded = near.get(incident, (seq, n))
        row = (member.mention.id, incident, seq, n, member.is_flash, incident)
        self._tables.execute("INSERT INTO members VALUES (?, ?, ?, ?, ?, ?)", row)
        rows = ((key, day, incident, *founded) for key, day in filed_under(member))
        self._tables.executemany("INSERT OR IGNORE INTO blocks VALUES (?, ?, ?, ?, ?)", rows)
        return incident

    def _retold(
        self, document: Document, mentions: Sequence[EventMention], related: Iterable[Derivation]
    ) -> Mapping[str, tuple[str, ...]]:
        """For each mention those of related reports that stand in a sentence aligned with its own."""
        found: dict[str, tuple[str, ...]] = {}
        for other in self._nearest(document.id, related):
            rows = self._tables.execute(_MENTIONS_OF, (other,)).fetchall()
            others = [_mention(body) for (body,) in rows]
            if others:
                answers = self._alignments.of(document.id, other)
                for mention, told in retold(mentions, others, answers).items():
                    found[mention] = found.get(mention, ()) + told
        return found

    @staticmethod
    def _nearest(document: str, related: Iterable[Derivation]) -> Iterator[str]:
        """The reports that this one derives from or led to, the surest relation first."""
        binding = [each for each in related if is_binding(each)]
        surest = sorted(binding, key=lambda each: (-each.confidence, each.parent, each.child))[:PER_REPORT]
        for each in surest:
            yield each.parent if each.child == document else each.child

    def _near(self, member: Member, told: Sequence[str]) -> dict[str, Founding]:
        """Incidents filed under any of its keys or told by any of the mentions, in order of their founding."""
        found: dict[str, Founding] = {}
        for stretch in sought_under(member):
            for incident, *founded in self._tables.execute(_NEAR, (*stretch, PER_KEY)):
                found[incident] = (founded[0], founded[1])
        for mention in told:
            for incident, *founded in self._tables.execute(_TOLD_IN, (mention,)):
                found[incident] = (founded[0], founded[1])
        return dict(sorted(found.items(), key=lambda item: item[1]))

    def _members(self, incident: str) -> list[Member]:
        return [self._member(mention) for (mention,) in self._tables.execute(_MEMBERS, (incident, PER_INCIDENT))]

    def _read_member(self, mention: str) -> Member:
        body, start, end, is_flash = self._tables.execute(_MEMBER, (mention,)).fetchone()
        days = (date.fromisoformat(start), date.fromisoformat(end)) if start and end else None
        published = When("", *days, Precision.UNKNOWN) if days else None  # only its bounds are asked for
        return Member(mention=_mention(body), published=published, is_flash=bool(is_flash))


def _mention(body: bytes) -> EventMention:
    mention = read_fact("men", body)
    if not isinstance(mention, EventMention):
        raise TypeError(f"expected an event mention, got {type(mention).__name__}")
    return mention
