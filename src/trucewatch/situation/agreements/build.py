"""Sifted tables into agreements and areas. Decides no question of right or wrong: what is missing gets its default."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from trucewatch.situation.agreements.geojson import Geometry, scaled
from trucewatch.situation.agreements.model import (
    Agreement,
    Area,
    Clause,
    Clock,
    Condition,
    Definition,
    Deontic,
    Exemption,
    Holds,
    Reading,
    Stage,
    Terms,
    Version,
    Withdrawal,
)
from trucewatch.situation.vocabulary import ACLED

_METRES = 1000
_NO_DAY = date.min  # stands in for a day that is missing, in a file that is refused for it


def build_agreement(row: Mapping[str, Any]) -> Agreement:
    """One agreement."""
    parts = {"version", "definition", "clause"}
    plain = _moments({name: value for name, value in row.items() if name not in {*parts, "stage"}})
    return Agreement(
        **{"id": "", "name": "", "kind": "", "parties": (), **plain},
        stage=Stage(row.get("stage", Stage.PROPOSED)),
        versions=tuple(
            Version(**{"id": "", "effective": _NO_DAY, **_moments(each)}) for each in row.get("version", ())
        ),
        definitions=tuple(Definition(**{"id": "", "text": "", **each}) for each in row.get("definition", ())),
        clauses=tuple(_clause(clause) for clause in row.get("clause", ())),
    )


def build_area(row: Mapping[str, Any]) -> Area:
    """One drawn area."""
    drawn: Geometry = row.get("geojson") or Geometry()
    return Area(
        row.get("id", ""),
        row.get("name", ""),
        drawn.rings,
        drawn.lines,
        reach_m=_metres(row.get("reach_km")),
        margin_m=_metres(row.get("margin_km")),
        source=row.get("source", ""),
    )


def _metres(kilometres: Decimal | None) -> int:
    return scaled(kilometres, _METRES)


def _moments(row: Mapping[str, Any]) -> dict[str, Any]:
    """Times of day apart from their days: ``effective`` and ``effective_clock``."""
    plain = dict(row)
    for name, value in row.items():
        if isinstance(value, datetime):
            ahead = value.utcoffset()
            minutes = int(ahead.total_seconds()) // 60 if ahead else 0
            plain |= {name: value.date(), f"{name}_clock": Clock(value.hour * 60 + value.minute, minutes)}
    return plain


def _clause(row: Mapping[str, Any]) -> Clause:
    plain = {name: value for name, value in row.items() if name not in {"deontic", "reading"}}
    return Clause(
        **{"id": "", "title": "", **plain},
        deontic=Deontic(row.get("deontic", Deontic.PROHIBITS)),
        readings=tuple(_reading(reading) for reading in row.get("reading", ())),
    )


def _reading(row: Mapping[str, Any]) -> Reading:
    known = {field.name for field in fields(Terms)}
    terms = {name: value for name, value in _moments(row).items() if name in known}
    terms |= {name: _acts(terms[name]) for name in ("acts", "excepted_acts") if name in terms}
    return Reading(
        party=row.get("party", ""),
        terms=Terms(
            **terms,
            withdrawals=tuple(_withdrawal(each) for each in row.get("withdrawal", ())),
            conditions=tuple(_condition(each) for each in row.get("condition", ())),
            exemptions=tuple(_exemption(each) for each in row.get("exemption", ())),
        ),
        summary=row.get("summary", ""),
        source=row.get("source", ""),
    )


def _acts(names: Iterable[str]) -> tuple[str, ...]:
    """Sub-event types, each event type taken apart; none twice."""
    return tuple(dict.fromkeys(act for name in names for act in ACLED.get(name, (name,))))


def _withdrawal(row: Mapping[str, Any]) -> Withdrawal:
    plain = {name: value for name, value in row.items() if name != "distance_km"}
    return Withdrawal(_metres(row.get("distance_km")), **plain)


def _condition(row: Mapping[str, Any]) -> Condition:
    return Condition(**{"summary": "", **row, "holds": Holds(row.get("holds", Holds.ONCE))})


def _exemption(row: Mapping[str, Any]) -> Exemption:
    return Exemption(**{"summary": "", **row, "acts": _acts(row.get("acts", ()))})
