"""Sifted tables into the situation's types. Decides no question of right or wrong: what is missing gets its default."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trucewatch.situation.agreements.build import build_agreement, build_area
from trucewatch.situation.agreements.geojson import scaled
from trucewatch.situation.model import Body, Control, Party, Person, Place, Situation, Source, SourceKind

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
        agreements=tuple(build_agreement(row) for row in table.get("agreement", ())),
        areas=tuple(build_area(row) for row in table.get("area", ())),
    )


def _with(row: Mapping[str, Any], *needed: str) -> dict[str, Any]:
    return {**dict.fromkeys(needed, ""), **row}


def _place(row: Mapping[str, Any]) -> Place:
    plain = {name: value for name, value in row.items() if name not in {"lat", "lon", "radius_km", "control"}}
    return Place(
        **_with(plain, "id", "name"),
        lat_e6=scaled(row.get("lat"), _MILLIONTHS),
        lon_e6=scaled(row.get("lon"), _MILLIONTHS),
        radius_m=scaled(row.get("radius_km"), _METRES),
        control=tuple(Control(**_with(held, "party")) for held in row.get("control", ())),
    )


def _source(row: Mapping[str, Any]) -> Source:
    return Source(**{**_with(row, "id", "name"), "kind": SourceKind(row.get("kind", SourceKind.OUTLET))})
