"""Sifted tables into the situation's types. Decides no question of right or wrong: what is missing gets its default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from trucewatch.situation.model import (
    Agreement,
    Body,
    Clause,
    Control,
    Deontic,
    Party,
    Person,
    Place,
    Reading,
    Situation,
    Source,
    SourceKind,
    Stage,
    Terms,
)

_MILLIONTHS = 1_000_000
_METRES = 1000


def build(table: Mapping[str, Any]) -> Situation:
    """The whole file as a ``Situation``."""
    return Situation(
        id=table.get("id", ""),
        title=table.get("title", ""),
        start=table.get("start"),
        end=table.get("end"),
        languages=table.get("languages") or ("en",),
        parties=tuple(Party(**_with(row, "id", "name")) for row in table.get("party", ())),
        bodies=tuple(Body(**_with(row, "id", "name")) for row in table.get("body", ())),
        people=tuple(Person(**_with(row, "id", "name")) for row in table.get("person", ())),
        places=tuple(_place(row) for row in table.get("place", ())),
        sources=tuple(_source(row) for row in table.get("source", ())),
        agreements=tuple(_agreement(row) for row in table.get("agreement", ())),
    )


def _with(row: Mapping[str, Any], *needed: str) -> dict[str, Any]:
    return {**dict.fromkeys(needed, ""), **row}


def _scaled(number: Decimal | None, scale: int) -> int:
    return int(((number or Decimal()) * scale).to_integral_value(ROUND_HALF_EVEN))


def _place(row: Mapping[str, Any]) -> Place:
    plain = {name: value for name, value in row.items() if name not in {"lat", "lon", "radius_km", "control"}}
    return Place(
        **_with(plain, "id", "name"),
        lat_e6=_scaled(row.get("lat"), _MILLIONTHS),
        lon_e6=_scaled(row.get("lon"), _MILLIONTHS),
        radius_m=_scaled(row.get("radius_km"), _METRES),
        control=tuple(Control(**_with(held, "party")) for held in row.get("control", ())),
    )


def _source(row: Mapping[str, Any]) -> Source:
    return Source(**{**_with(row, "id", "name"), "kind": SourceKind(row.get("kind", SourceKind.OUTLET))})


def _agreement(row: Mapping[str, Any]) -> Agreement:
    plain = {name: value for name, value in row.items() if name not in {"clause", "stage"}}
    return Agreement(
        **{"parties": (), **_with(plain, "id", "name", "kind")},
        stage=Stage(row.get("stage", Stage.PROPOSED)),
        clauses=tuple(_clause(clause) for clause in row.get("clause", ())),
    )


def _clause(row: Mapping[str, Any]) -> Clause:
    return Clause(
        id=row.get("id", ""),
        title=row.get("title", ""),
        deontic=Deontic(row.get("deontic", Deontic.PROHIBITS)),
        amount=row.get("amount"),
        unit=row.get("unit", ""),
        readings=tuple(_reading(reading) for reading in row.get("reading", ())),
    )


def _reading(row: Mapping[str, Any]) -> Reading:
    terms = {field.name: row[field.name] for field in fields(Terms) if field.name in row}
    return Reading(
        party=row.get("party", ""),
        terms=Terms(**terms),
        summary=row.get("summary", ""),
        source=row.get("source", ""),
    )
