"""Humanitarian corridors as pledges: proposed or agreed, then done, failed, disputed or of no known outcome.

The list is others' judgement on 282 corridors; what is tested is that stages by day hold all of it, nothing else.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from corpora import EVAL, need

from trucewatch.agreements import Pledge, Telling, find_pledges
from trucewatch.events.model import Commitment
from trucewatch.situation import Stage
from trucewatch.values import Amount, Kind, Span, Who

_FILE = EVAL / "statements/incidents/humanitarian_corridors/Humanitarian_Corridors_Ukraine_-_HC_geocoded.csv"
#: The list's outcomes as stages told of the corridor's day: a disputed one is told both ways.
_OUTCOMES: dict[str, tuple[Stage, ...]] = {
    "proposed route/outcome unknown": (),
    "successful": (Stage.DELIVERED,),
    "unsuccessful/disrupted": (Stage.EXPIRED,),
    "disputed": (Stage.DELIVERED, Stage.REFUSED),
}
_AGREED = "Agreed"
#: How often the list goes from what to what, counted by hand.
_LISTED = {
    ("proposed", "outcome unknown"): 132,
    ("proposed", "delivered"): 122,
    ("proposed", "disputed"): 5,
    ("proposed", "expired"): 3,
    ("agreed", "outcome unknown"): 13,
    ("agreed", "delivered"): 3,
    ("agreed", "disputed"): 2,
    ("agreed", "expired"): 2,
}


def _tellings() -> Iterator[Telling]:
    """Each corridor's proposal or agreement, then its outcome, in the order of the list."""
    with need(_FILE).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        stage = Stage.AGREED if row["proposal"] == _AGREED else Stage.PROPOSED
        for told in (stage, *_OUTCOMES[row["status_result"]]):
            yield Telling(_commitment(row, told), date.fromisoformat(row["date"]))


def _commitment(row: dict[str, str], stage: Stage) -> Commitment:
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


def _transition(pledge: Pledge) -> tuple[str, str]:
    first = pledge.history[0].stage.value
    if pledge.is_disputed:
        return first, "disputed"
    return first, pledge.stage.value if len(pledge.history) > 1 else "outcome unknown"


@pytest.mark.evaluation
@pytest.mark.parametrize("is_reversed", [False, True], ids=["as listed", "outcomes first"])
def test_every_corridor_keeps_its_way_from_proposal_to_outcome(is_reversed: bool) -> None:
    """All 282 stay apart, and each goes from proposed or agreed to the outcome on the list, whatever is told first."""
    told = list(_tellings())
    pledges = find_pledges(told[::-1] if is_reversed else told)
    assert Counter(map(_transition, pledges)) == Counter(_LISTED)


@pytest.mark.evaluation
def test_an_agreed_corridor_is_of_both_sides_and_only_what_happened_is_delivered() -> None:
    """Twenty are joint; delivery is told of the successful and the disputed, and of no other."""
    pledges = find_pledges(list(_tellings()))
    assert sum(pledge.is_joint for pledge in pledges) == 20
    assert sum(pledge.delivered.low or 0 for pledge in pledges) == 122 + 3 + 5 + 2
