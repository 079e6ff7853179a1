"""Where extractors of one report differ, over the reports of a case.

Decides between which extractors a report is compared: any two that have read it, the default rules first. What a
reviewer rejected is out of the question already and is left out. Computed when asked, kept nowhere.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from trucewatch.case.criteria import Wanted
from trucewatch.case.facts import ALTERNATIVE
from trucewatch.case.kept import Facts, Kept
from trucewatch.case.readings import Readings
from trucewatch.extractors import Disagreement, find_disagreements
from trucewatch.statements import Statement

RULES = "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """One disagreement, with who the two extractors are and where the statements stand."""

    disagreement: Disagreement
    extractors: tuple[str, str]
    kept: Kept
    other: Kept | None


def differing(tables: sqlite3.Connection, facts: Facts, readings: Readings, wanted: Wanted) -> Iterator[Differing]:
    """Every disagreement of which a statement is asked for, by report in log order, then by the two extractors."""
    query = """SELECT e.document, json_group_array(e.extractor), d.understood FROM extractions e
        JOIN documents d ON d.id = e.document GROUP BY e.document ORDER BY d.seq"""
    asked = None
    for document, names, understood in tables.execute(query).fetchall():
        if wanted.documents is not None and document not in wanted.documents:
            continue
        if asked is None:
            asked = _asked(facts, wanted)
        extractors = [*([RULES] if understood else []), *sorted(json.loads(names))]
        for found in _in_one(facts, readings, document, extractors):
            if _is_wanted(found, wanted, asked):
                yield found


def _asked(facts: Facts, wanted: Wanted) -> frozenset[str]:
    """Ids of the statements that the filters ask for, whoever found them."""
    return frozenset(kept.fact.id for kind in ("sta", ALTERNATIVE) for kept in facts.find(kind, wanted))


def _is_wanted(found: Differing, wanted: Wanted, asked: frozenset[str]) -> bool:
    if wanted.extractor not in {"", "any"}:
        names = {part for name in found.extractors for part in (name.casefold(), name.casefold().partition(":")[0])}
        if wanted.extractor not in names:
            return False
    return found.kept.fact.id in asked or (found.other is not None and found.other.fact.id in asked)


def _in_one(facts: Facts, readings: Readings, document: str, extractors: list[str]) -> Iterator[Differing]:
    """The disagreements over one report."""
    held = _by_extractor(facts, document)
    text = readings[document].text
    for first, second in combinations(extractors, 2):
        ones, others = held.get(first, []), held.get(second, [])
        by_id = {kept.fact.id: kept for kept in (*ones, *others)}
        for each in find_disagreements(text, _statements(ones), _statements(others)):
            other = by_id[each.other.id] if each.one is not None and each.other is not None else None
            yield Differing(disagreement=each, extractors=(first, second), kept=by_id[each.shown.id], other=other)


def _by_extractor(facts: Facts, document: str) -> dict[str, list[Kept]]:
    """The statements of one report by who found them; the rules of every language under one name."""
    held: dict[str, list[Kept]] = {}
    inside = Wanted(documents=frozenset({document}))
    for kept in facts.find("sta", inside):
        held.setdefault(RULES, []).append(kept)
    for kept in facts.find(ALTERNATIVE, inside):
        if isinstance(kept.fact, Statement):
            held.setdefault(kept.fact.extractor.rpartition("/")[0], []).append(kept)
    return held


def _statements(kept: list[Kept]) -> list[Statement]:
    return [each.fact for each in kept if isinstance(each.fact, Statement)]
