"""Incidents and terms of two invented countries, for tests of single terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from trucewatch.agreements import Finding, Told, assess
from trucewatch.corroboration import Grade, grade
from trucewatch.events.model import Stance
from trucewatch.incidents import Account, Basis, Incident
from trucewatch.situation import Agreement, Area, Clause, Deontic, Party, Place, Reading, Situation, Stage, Terms
from trucewatch.values import Kind, Span, When, Where, Who

GRADE: Grade = grade([])
ARVENIA = Who("Arvenia", Kind.STATE, party="arvenia")
BELKORA = Who("Belkora", Kind.STATE, party="belkora")
DAY = date(2031, 3, 13)
#: A line from south to north at eleven degrees east; a degree of longitude there is 75.4 km.
LINE = Area("line", "line", lines=(((47_000_000, 11_000_000), (48_000_000, 11_000_000)),))
_LOW, _HIGH, _WEST, _EAST = 47_000_000, 48_000_000, 11_000_000, 12_000_000
SQUARE = Area(
    "square",
    "square",
    rings=(((_LOW, _WEST), (_LOW, _EAST), (_HIGH, _EAST), (_HIGH, _WEST), (_LOW, _WEST)),),
)


def at(lat: int, lon: int, radius: int = 1000) -> Where:
    """A place by its middle in millionths of a degree."""
    return Where("Ostrel", lat_e6=lat, lon_e6=lon, radius_m=radius)


def account(words: str = "", actor: Who | None = BELKORA, claimant: Who | None = ARVENIA, **given: Any) -> Account:
    """An account that rests on ``words``, a report of its own named by its claimant."""
    name = f"doc-{claimant.name if claimant else 'own'}-{actor.name if actor else 'nobody'}"
    basis = (Basis(name, f"evt-{name}", Span(0, max(1, len(words)))),)
    fields: dict[str, Any] = {
        "claimant": claimant,
        "stance": Stance.ALLEGES,
        "actor": actor,
        "target": None,
        "target_class": "",
        "weapon": "",
        "when": When.on(DAY),
        "where": at(47_500_000, 11_500_000),
        "harm": (),
        "evidence": (),
        "basis": basis,
    }
    return Account(**fields | given)


def incident(*accounts: Account, **given: Any) -> Incident:
    """An incident of these accounts."""
    fields: dict[str, Any] = {
        "id": "inc-1",
        "act": "Shelling/artillery/missile attack",
        "title": "",
        "when": When.on(DAY),
        "where": at(47_500_000, 11_500_000),
        "target_class": "",
        "accounts": accounts or (account(),),
        "mentions": ("evt-1",),
    }
    return Incident(**fields | given)


CLAUSE = Clause("1", "A clause", Deontic.PROHIBITS, ())
TRUCE = Agreement("truce", "Truce", "ceasefire", Stage.IN_FORCE, ("arvenia", "belkora"), effective=date(2031, 3, 3))
SITUATION = Situation(
    id="lake-line",
    title="Truce on the Lake Line",
    parties=(Party("arvenia", "Arvenia"), Party("belkora", "Belkora")),
    places=(Place("ostrel", "Ostrel", 47_500_000, 11_500_000, 2_000),),
    areas=(LINE, SQUARE),
)


def situation_of(terms: Terms, *more: Clause, clause: Clause = CLAUSE, **agreement: Any) -> Situation:
    """A situation with one clause of these terms, and more clauses."""
    clauses = (replace(clause, readings=(Reading("text", terms),)), *more)
    return replace(SITUATION, agreements=(replace(TRUCE, clauses=clauses, **agreement),))


def findings_on(
    told: Incident, situation: Situation, texts: Mapping[str, str] | None = None, newest: date | None = None
) -> tuple[Finding, ...]:
    """All findings on one incident."""
    return assess(told, GRADE, situation, told=Told(texts=texts or {}, newest=newest))


def finding_on(told: Incident, terms: Terms, *words: str, **agreement: Any) -> Finding:
    """The first finding; ``words`` are the texts of the accounts, in order."""
    texts = {each.basis[0].document: text for each, text in zip(told.accounts, words, strict=False)}
    return findings_on(told, situation_of(terms, **agreement), texts)[0]
