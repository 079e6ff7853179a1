"""Commitments of an invented country, one keyword away from what a test needs."""

from __future__ import annotations

from typing import Any

from trucewatch.events.model import Commitment
from trucewatch.situation import Stage
from trucewatch.values import Amount, Kind, Span, Who

CORVIA = Who("Corvia", Kind.STATE, state="CV")
DRENMARK = Who("Drenmark", Kind.STATE, state="DR")


def commitment(number: int, low: int | None, high: int | None = None, **given: Any) -> Commitment:
    """The n-th: Corvia agrees to send ``low`` troops, or from ``low`` to ``high``; with neither, an unknown number."""
    amount = None if low is None and high is None else Amount(low, low if high is None else high, "troops")
    fields: dict[str, Any] = {
        "id": f"com-{number}",
        "document": f"doc-{number}",
        "what": "troops",
        "stage": Stage.AGREED,
        "span": Span(0, 5),
        "sentence": Span(0, 50),
        "givers": (CORVIA,),
        "amount": amount,
    }
    return Commitment(**fields | given)
