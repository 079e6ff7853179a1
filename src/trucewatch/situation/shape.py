"""The shape of a situation file: which keys each table may hold, of what sort, and what they are for.

One description serves three readers: the check of a file, the JSON Schema that editors use, and the reference page.
Holds no rule that needs two tables at once; those are in ``checks``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from trucewatch.situation.model import Deontic, SourceKind, Stage
from trucewatch.situation.vocabulary import ACTS, AGREEMENT_KINDS, PLACE_KINDS, RELIABILITY, TARGETS


class Sort(StrEnum):
    """What may stand behind a key. The values are how an error names them."""

    ID = "an id (letters, digits, '.', '_' and '-')"
    TEXT = "a text in quotation marks"
    TEXTS = "a list of texts"
    DAY = "a date such as 2025-03-25"
    INTEGER = "a whole number"
    DECIMAL = "a number"
    TABLES = "an array of tables"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of one table. ``choices`` close a text or each text of a list; ``low`` and ``high`` bound a number."""

    sort: Sort
    about: str
    required: bool = False
    choices: tuple[str, ...] = ()
    shape: Mapping[str, Key] | None = None
    low: int | None = None
    high: int | None = None
    is_above: bool = False  # ``low`` itself is refused


def _text(about: str, *choices: str, required: bool = False) -> Key:
    return Key(Sort.TEXT, about, required, choices)


def _texts(about: str, *choices: str, required: bool = False) -> Key:
    return Key(Sort.TEXTS, about, required, choices)


def _tables(about: str, shape: Mapping[str, Key]) -> Key:
    return Key(Sort.TABLES, about, shape=shape)


def _day(about: str) -> Key:
    return Key(Sort.DAY, about)


_ID = Key(Sort.ID, "what other tables call it; unique, never reused", required=True)
_NAME = _text("the name as reports write it", required=True)
_ALIASES = _texts("other names, in any language")
_PARTY = _text("id of the party it belongs to")
_STATE = _text("ISO 3166-1 alpha-2 code of the state")

PARTY: Mapping[str, Key] = {
    "id": _ID,
    "name": _NAME,
    "aliases": _texts("other names, capitals that stand for it, names of its forces; any language"),
    "state": _STATE,
}

BODY: Mapping[str, Key] = {"id": _ID, "name": _NAME, "aliases": _ALIASES, "party": _PARTY, "state": _STATE}

PERSON: Mapping[str, Key] = {
    "id": _ID,
    "name": _NAME,
    "aliases": _ALIASES,
    "office": _text("what the person is"),
    "body": _text("id of the body the person speaks for"),
    "party": _PARTY,
    "state": _STATE,
}

CONTROL: Mapping[str, Key] = {
    "party": _text("id of the party that held the place", required=True),
    "start": _day("first day; open where missing"),
    "end": _day("last day; open where missing"),
}

PLACE: Mapping[str, Key] = {
    "id": _ID,
    "name": _NAME,
    "aliases": _ALIASES,
    "lat": Key(Sort.DECIMAL, "latitude in degrees, north positive", required=True, low=-90, high=90),
    "lon": Key(Sort.DECIMAL, "longitude in degrees, east positive", required=True, low=-180, high=180),
    "radius_km": Key(
        Sort.DECIMAL, "how far the place reaches from its centre", required=True, low=0, high=5000, is_above=True
    ),
    "within": _text("id of the place it lies in"),
    "kind": _text("what it is", *PLACE_KINDS),
    "state": _STATE,
    "geonames": _text("GeoNames id"),
    "control": _tables("who held it, when", CONTROL),
}

SOURCE: Mapping[str, Key] = {
    "id": _ID,
    "name": _NAME,
    "kind": _text("what kind of publisher", *SourceKind),
    "aliases": _ALIASES,
    "domains": _texts("web domains it publishes on"),
    "control_group": _text("name of its common ownership or command: one group is one origin"),
    "party": _PARTY,
    "reliability": _text("STANAG 2511 letter; F where not judged", *RELIABILITY),
}

READING: Mapping[str, Key] = {
    "party": _text('whose reading: a party id, or "text" for the agreed wording', required=True),
    "summary": _text("the reading in one sentence"),
    "source": _text("where this reading is documented"),
    "acts": _texts("ACLED sub-event types it covers; any where missing", *ACTS),
    "targets": _texts("target classes it protects; any where missing", *TARGETS),
    "zone": _texts("ids of the places it holds in; everywhere where missing"),
    "bound": _texts("ids of the parties it binds; every party where missing"),
    "start": _day("first day it holds"),
    "end": _day("last day it holds"),
    "excepted_acts": _texts("acts it lets pass", *ACTS),
    "excepted_targets": _texts("targets it leaves unprotected", *TARGETS),
    "exceptions": _texts("exceptions in words, for the reader"),
}

CLAUSE: Mapping[str, Key] = {
    "id": _ID,
    "title": _text("the clause in a few words", required=True),
    "deontic": _text("what it does", *Deontic, required=True),
    "amount": Key(Sort.INTEGER, "what it requires, where that is a number", low=0),
    "unit": _text("unit of the amount"),
    "reading": _tables("each party's version of the clause", READING),
}

AGREEMENT: Mapping[str, Key] = {
    "id": _ID,
    "name": _NAME,
    "kind": _text("what it is about", *AGREEMENT_KINDS, required=True),
    "stage": _text("how far it has come", *Stage, required=True),
    "parties": _texts("ids of its parties", required=True),
    "aliases": _ALIASES,
    "declared": _day("when it was announced or signed"),
    "effective": _day("when it took effect"),
    "expires": _day("its last day"),
    "clause": _tables("its clauses", CLAUSE),
}

SITUATION: Mapping[str, Key] = {
    "id": _ID,
    "title": _text("the situation in a few words", required=True),
    "start": _day("first day under watch"),
    "end": _day("last day under watch"),
    "languages": _texts("BCP 47 tags of the languages reports come in"),
    "party": _tables("the sides to the truce", PARTY),
    "body": _tables("ministries, armies, courts, missions, alliances, companies", BODY),
    "person": _tables("people who speak or act", PERSON),
    "place": _tables("places as areas", PLACE),
    "source": _tables("who publishes", SOURCE),
    "agreement": _tables("agreements at any stage", AGREEMENT),
}
