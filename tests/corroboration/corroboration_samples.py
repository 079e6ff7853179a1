"""A truce of two invented countries, who speaks of it, and accounts one keyword away from what a test needs."""

from __future__ import annotations

from typing import Any

from trucewatch.events.model import Stance
from trucewatch.incidents import Account, Basis, Incident
from trucewatch.situation import Body, Party, Person, Situation, Source, SourceKind
from trucewatch.values import Kind, Span, Who

SITUATION = Situation(
    id="lake-line",
    title="Truce on the Lake Line",
    parties=(Party("arvenia", "Arvenia", state="AR"), Party("belkora", "Belkora")),
    bodies=(Body("command", "Belkoran Command", party="belkora"), Body("monitors", "Lake Monitors")),
    people=(Person("sorel", "Dana Sorel", body="command"), Person("ilm", "Ilm Tarry", body="monitors")),
    sources=(
        Source("daily", "Lake Daily", reliability="B", control_group="lake-media"),
        Source("radio", "Lake Radio", reliability="C", control_group="lake-media"),
        Source("wire", "Hill Wire", SourceKind.AGENCY, domains=("hill.example",), reliability="B"),
        Source("monitors", "Lake Monitors", SourceKind.MISSION, reliability="A"),
        Source("gazette", "Arvenian Gazette", party="arvenia", reliability="B"),
    ),
)
ARVENIA = Who("Arvenia", Kind.STATE, party="arvenia")
BELKORA = Who("Belkora", Kind.STATE, party="belkora")
SOREL = Who("Dana Sorel", Kind.PERSON, entity="sorel")
COMMAND = Who("Belkoran Command", Kind.BODY, entity="command")
WITNESSES = Who("witnesses", Kind.GROUP)


def account(claimant: Who | None, *documents: str, **given: Any) -> Account:
    """What the claimant alleges of Belkora in these documents; without one, what they report in their own voice."""
    fields: dict[str, Any] = {
        "claimant": claimant,
        "stance": Stance.ALLEGES if claimant else Stance.REPORTS,
        "actor": BELKORA,
        "target": None,
        "target_class": "energy",
        "weapon": "",
        "when": None,
        "where": None,
        "harm": (),
        "evidence": (),
        "basis": tuple(Basis(document, f"m-{document}", Span(0, 9)) for document in documents),
    }
    return Account(**fields | given)


def incident_of(*accounts: Account) -> Incident:
    """One incident that these accounts tell of."""
    return Incident(
        id="inc-1",
        act="Air/drone strike",
        title="",
        when=None,
        where=None,
        target_class="energy",
        accounts=accounts,
        mentions=("evt-1",),
    )
