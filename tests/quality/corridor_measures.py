"""Humanitarian corridors as pledges: proposed or agreed, then done, failed, disputed or of no known outcome.

The list is others' judgement on 282 corridors; what is measured is that stages by day hold each of them as listed, all
told together, and that it makes no difference in which order, or how often, they are told.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from corpora import EVAL, hash_of_files

from trucewatch.agreements import Pledge, Telling, find_pledges
from trucewatch.events.model import Commitment
from trucewatch.situation import Stage
from trucewatch.values import Amount, Kind, Span, Who

FILE = EVAL / "statements/incidents/humanitarian_corridors/Humanitarian_Corridors_Ukraine_-_HC_geocoded.csv"
#: The list's outcomes as stages told of the corridor's day: a disputed one is told both ways.
_OUTCOMES: dict[str, tuple[Stage, ...]] = {
    "proposed route/outcome unknown": (),
    "successful": (Stage.DELIVERED,),
    "unsuccessful/disrupted": (Stage.EXPIRED,),
    "disputed": (Stage.DELIVERED, Stage.REFUSED),
}
_NAMES = {
    "proposed route/outcome unknown": "outcome unknown",
    "successful": "delivered",
    "unsuccessful/disrupted": "expired",
    "disputed": "disputed",
}
_AGREED = "Agreed"
Row = dict[str, str]
Way = tuple[str, str]


def corpus_of(file: Path) -> str:
    """SHA-256 of the list."""
    return hash_of_files([file])


@cache
def rows(file: Path) -> tuple[Row, ...]:
    """The corridors, in the order of the list."""
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return tuple(csv.DictReader(opened))


def listed(row: Row) -> Way:
    """From what to what the list has it."""
    return "agreed" if row["proposal"] == _AGREED else "proposed", _NAMES[row["status_result"]]


def tellings(file: Path) -> list[Telling]:
    """Each corridor's proposal or agreement, then its outcome, in the order of the list."""
    return [
        Telling(_commitment(row, stage), date.fromisoformat(row["date"])) for row in rows(file) for stage in _told(row)
    ]


def _told(row: Row) -> tuple[Stage, ...]:
    first = Stage.AGREED if row["proposal"] == _AGREED else Stage.PROPOSED
    return first, *_OUTCOMES[row["status_result"]]


def _commitment(row: Row, stage: Stage) -> Commitment:
    """One stage of a corridor, given by whoever proposed it, or by both sides together."""
    sides = ("Ukraine", "Russia") if row["proposal"] == _AGREED else (row["proposal"],)
    return Commitment(
        id=f"{row['HC_ID']} {stage}",
        document=row["HC_ID"],
        what="humanitarian aid",
        stage=stage,
        span=Span(0, 1),
        sentence=Span(0, 1),
        givers=tuple(Who(side, Kind.STATE) for side in sides),
        amount=Amount(1, 1, f"corridor {row['HC_ID']}"),
    )


def way(pledge: Pledge) -> Way:
    """From what to what a pledge came."""
    first = pledge.history[0].stage.value
    if pledge.is_disputed:
        return first, "disputed"
    return first, pledge.stage.value if len(pledge.history) > 1 else "outcome unknown"


def all_figures(file: Path) -> dict[str, int]:
    """Corridors held as listed: told in order, backwards, and each telling twice; per mille."""
    told = tellings(file)
    again = [replace(each, commitment=replace(each.commitment, id=f"{each.commitment.id} again")) for each in told]
    return {
        "proposal to outcome": _right(file, told),
        "told backwards": _right(file, told[::-1]),
        "told twice": _right(file, [*told, *again]),
    }


def _right(file: Path, told: Sequence[Telling]) -> int:
    """Corridors that one pledge holds, and no other, with the way and the delivery that the list has."""
    found: dict[str, list[Pledge]] = {}
    for pledge in find_pledges(told):
        for name in {name.partition(" ")[0] for name in pledge.commitments}:
            found.setdefault(name, []).append(pledge)
    return sum(_is_right(row, found.get(row["HC_ID"], [])) for row in rows(file)) * 1000 // len(rows(file))


def _is_right(row: Row, pledges: Sequence[Pledge]) -> bool:
    done = 1 if Stage.DELIVERED in _OUTCOMES[row["status_result"]] else 0
    return [(way(each), each.delivered.low) for each in pledges] == [(listed(row), done)]
