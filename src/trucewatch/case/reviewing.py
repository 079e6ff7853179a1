"""Judging: what a reviewer may decide on, and what is next in the queue.

Decides what can be judged (facts, and incidents as a whole) and in which order it is put before a reviewer. Edits
nothing: a judgement is an entry in the log, and so is taking it back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from trucewatch.case.facts import write
from trucewatch.case.folding import judgement_id
from trucewatch.case.judgements import (
    Decision,
    corrected,
    find_judgement,
    resolving,
    standing,
    standing_bond,
    status_after,
)
from trucewatch.case.kept import Facts
from trucewatch.case.readings import Readings
from trucewatch.case.weighing import Incidents
from trucewatch.case.writing import Writer
from trucewatch.errors import NotFoundError, UsageError
from trucewatch.record import canonical
from trucewatch.situation import Situation

#: Judged before, but not proposed by the engine that derived the case: to be looked at again, never lost.
_GONE = """
SELECT item FROM judgements WHERE undone IS NULL AND item NOT IN (SELECT id FROM facts)
AND item NOT IN (SELECT incident FROM members) AND item NOT IN (SELECT filed FROM members)
AND decision NOT IN ('merge', 'split') GROUP BY item ORDER BY min(seq)
"""

_TOLD = "SELECT mention FROM members WHERE incident = ? ORDER BY seq, n LIMIT ?"
_LARGEST = 1_000  # mentions of one incident that a merge or split names: what one entry of the log holds

#: What is put before a reviewer, in this order: what a bulletin rests on first.
_QUEUE = (
    _GONE,
    "SELECT incident FROM members GROUP BY incident ORDER BY min(seq), min(n)",
    "SELECT id FROM facts WHERE kind = 'sta' AND type = 'allege' ORDER BY seq, n",
    "SELECT id FROM facts WHERE kind = 'men' ORDER BY seq, n",
    "SELECT id FROM facts WHERE kind IN ('com', 'gat', 'agr') ORDER BY seq, n",
    "SELECT id FROM facts WHERE kind = 'sta' AND type != 'allege' ORDER BY seq, n",
)


class Reviewer:
    """Takes judgements on the case as it stands now."""

    def __init__(self, tables: sqlite3.Connection, writer: Writer, readings: Readings, situation: Situation) -> None:
        self._tables = tables
        self._writer = writer
        self._readings = readings
        self._situation = situation

    def review(self, item: str, decision: str, by: str, note: str, changes: dict[str, Any]) -> str:
        """Log a decision; see ``Case.review``."""
        if decision not in {*status_after, Decision.RESOLVE}:
            raise UsageError(f"no decision {decision!r}", "", f"use one of {', '.join(status_after)}, resolve")
        _check_signed(by)
        if bool(changes) != (decision in {Decision.CORRECT, Decision.RESOLVE}):
            raise UsageError("changes belong to a correction", "", "correct with changes; accept and reject without")
        if decision == Decision.RESOLVE:
            return self._resolve(item, by, note, changes)
        record = self._record(item, changes)
        body = {"item": item, "decision": str(decision), "note": note, "changes": changes}
        return judgement_id(self._writer.judge(body, record, by))

    def merge(self, incident: str, other: str, by: str, note: str) -> str:
        """Log that two incidents are one; see ``Case.merge``."""
        ours, theirs = self._told(incident), self._told(other)
        if incident == other or not set(ours).isdisjoint(theirs):
            raise UsageError(f"{incident} and {other} are one already", "", "name two incidents")
        return self._bind(incident, Decision.MERGE, {"with": other, "sides": [ours, theirs]}, by, note)

    def split(self, incident: str, mentions: Sequence[str], by: str, note: str) -> str:
        """Log that some mentions of an incident are of another; see ``Case.split``."""
        told = self._told(incident)
        off = [mention for mention in told if mention in mentions]
        if strange := sorted(set(mentions) - set(told)):
            raise UsageError(f"{strange[0]} is no mention of {incident}", f"it has {', '.join(told[:5])}", "name these")
        if not off or len(off) == len(told):
            raise UsageError("a split takes some of the mentions, not all", f"{incident} has {len(told)}", "")
        kept = [mention for mention in told if mention not in mentions]
        return self._bind(incident, Decision.SPLIT, {"sides": [off, kept]}, by, note)

    def _told(self, incident: str) -> list[str]:
        rows = self._tables.execute(_TOLD, (incident, _LARGEST + 1)).fetchall()
        if not rows:
            raise NotFoundError(f"no incident {incident}", "", "merge and split take whole ids of incidents")
        if len(rows) > _LARGEST:
            raise UsageError(f"{incident} is told too often", f"more than {_LARGEST} mentions do not fit an entry", "")
        return [mention for (mention,) in rows]

    def _bind(self, item: str, decision: Decision, changes: dict[str, Any], by: str, note: str) -> str:
        """Log it, unless the same stands already."""
        _check_signed(by)
        if stands := standing_bond(self._tables, item, decision, canonical(changes).decode()):
            return stands
        body = {"item": item, "decision": str(decision), "note": note, "changes": changes}
        return judgement_id(self._writer.judge(body, self._record(item, {}), by))

    def _resolve(self, item: str, by: str, note: str, found: dict[str, Any]) -> str:
        weighed = Incidents(self._tables, self._readings, self._situation).get(item)
        if weighed is None:
            raise NotFoundError(f"no incident {item}", "only incidents are resolved", "list them with: incidents CASE")
        body = {"item": item, "decision": "resolve", "note": note, "changes": self._found(found)}
        return judgement_id(self._writer.judge(body, write(weighed.graded.incident), by))

    def _found(self, said: dict[str, Any]) -> dict[str, Any]:
        """What was found to be so, checked: whether it happened, and which party did it."""
        parties = {party.id for party in self._situation.parties}
        happened = {"yes": True, "no": False, True: True, False: False}.get(said.get("happened", ""))
        if happened is None or said.keys() - {"happened", "by"}:
            raise UsageError("a resolution says whether it happened", f"got {said}", "give happened=yes or happened=no")
        if "by" in said and said["by"] not in parties:
            why = f"{said['by']!r} is none of {', '.join(sorted(parties))}"
            raise UsageError("no such party", why, "give the id of a party, or leave out who did it")
        if "by" in said and not happened:
            raise UsageError("nobody did what did not happen", f"got by={said['by']}", "leave out who did it")
        return {"happened": happened, **({"by": said["by"]} if "by" in said else {})}

    def undo(self, judgement: str, by: str, note: str) -> str:
        """Log that a decision no longer stands; see ``Case.undo``."""
        found = find_judgement(self._tables, judgement)
        if found is None:
            raise NotFoundError(
                f"no judgement {judgement}", "", "the id was printed when it was made; show ITEM lists it"
            )
        if found.undone is not None:
            raise UsageError(f"{found.id} was taken back already", f"by entry {found.undone}", "judge the item anew")
        if not by:
            raise UsageError("taking back needs a name", "the log says who decided", "say by whom")
        self._writer.take_back(found.id, note, by)
        return found.item

    def queue(self) -> tuple[str, ...]:
        """What nobody has judged; see ``Case.review_queue``."""
        judged = standing(self._tables).keys() | resolving(self._tables).keys()
        rows = (row[0] for query in _QUEUE for row in self._tables.execute(query))
        gone = {row[0] for row in self._tables.execute(_GONE)}
        return tuple(item for item in rows if item not in judged or item in gone)

    def _record(self, item: str, changes: dict[str, Any]) -> bytes:
        """The item as it stands before the decision, after checking that the decision fits it."""
        kept = Facts(self._tables, self._readings).get(item)
        if kept is not None:
            if changes:
                corrected(kept.fact, changes, self._readings[kept.document].text)
            return write(kept.fact)
        weighed = Incidents(self._tables, self._readings, self._situation).get(item)
        if weighed is None:
            raise NotFoundError(f"nothing to judge under {item}", "", "judge a fact or an incident, by its whole id")
        if changes:
            raise UsageError("an incident is corrected through its mentions", "", "correct the mention that is wrong")
        return write(weighed.graded.incident)


def _check_signed(by: str) -> None:
    if not by:
        raise UsageError("a judgement needs a name", "the log says who decided", "say by whom")
