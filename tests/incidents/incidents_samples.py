"""Mentions of invented events, one keyword away from what a test needs."""

from __future__ import annotations

from datetime import date
from typing import Any

from trucewatch.events.model import EventMention, Factuality, Harm, Stance
from trucewatch.incidents import Member
from trucewatch.values import Amount, Kind, Span, When, Where, Who

OSTREL = Where("Ostrel", place="ostrel", lat_e6=47_512_000, lon_e6=11_200_000, radius_m=2_500)
TARSK = Where("Tarsk", place="tarsk", lat_e6=47_900_000, lon_e6=11_900_000, radius_m=3_000)
LAKES = Where("Lake District", place="lakes", lat_e6=47_500_000, lon_e6=11_250_000, radius_m=40_000)
ARVENIA = Who("Arvenia", Kind.STATE, party="arvenia")
BELKORA = Who("Belkora", Kind.STATE, party="belkora")
DAY = date(2031, 3, 13)


def member(number: int, **given: Any) -> Member:
    """The n-th member: Arvenia alleges a Belkoran drone strike on an energy site in Ostrel on 13 March."""
    document = given.pop("document", f"doc-{number}")
    published = given.pop("published", DAY)
    publisher = given.pop("publisher", f"Outlet {number}")
    fields: dict[str, Any] = {
        "id": f"evt-{number}",
        "document": document,
        "act": "Air/drone strike",
        "trigger": Span(10 + number, 16 + number),
        "sentence": Span(number, 80 + 3 * number),
        "factuality": Factuality.CLAIMED,
        "stance": Stance.ALLEGES,
        "actor": BELKORA,
        "target_class": "energy",
        "when": When.on(DAY),
        "where": OSTREL,
        "claimants": (ARVENIA,),
    } | given
    if isinstance(fields["when"], date):
        fields["when"] = When.on(fields["when"])
    if isinstance(fields.get("killed"), int):
        count = fields.pop("killed")
        fields["harm"] = (Harm("killed", Amount(count, count)),)
    return Member(mention=EventMention(**fields), publisher=publisher, published=published and When.on(published))
