"""The shape of a situation file: which keys each table may hold, of what sort, and what they are for.

One description serves three readers: the check of a file, the JSON Schema that editors use, and the reference page.
Holds no rule that needs two tables at once; those are in ``checks``.
"""

from __future__ import annotations

from collections.abc import Mapping

from trucewatch.situation.agreements.shape import AGREEMENT, AREA
from trucewatch.situation.keys import ALIASES, ID, NAME, OF_PARTY, STATE, Key, Sort, day, tables, text, texts
from trucewatch.situation.model import SourceKind
from trucewatch.situation.vocabulary import PLACE_KINDS, RELIABILITY

PARTY: Mapping[str, Key] = {
    "id": ID,
    "name": NAME,
    "aliases": texts("other names, capitals that stand for it, names of its forces; any language"),
    "state": STATE,
}

BODY: Mapping[str, Key] = {"id": ID, "name": NAME, "aliases": ALIASES, "party": OF_PARTY, "state": STATE}

PERSON: Mapping[str, Key] = {
    "id": ID,
    "name": NAME,
    "aliases": ALIASES,
    "office": text("what the person is"),
    "body": text("id of the body the person speaks for"),
    "party": OF_PARTY,
    "state": STATE,
}

CONTROL: Mapping[str, Key] = {
    "party": text("id of the party that held the place", required=True),
    "start": day("first day; open where missing"),
    "end": day("last day; open where missing"),
}

PLACE: Mapping[str, Key] = {
    "id": ID,
    "name": NAME,
    "aliases": ALIASES,
    "lat": Key(Sort.DECIMAL, "latitude in degrees, north positive", required=True, low=-90, high=90),
    "lon": Key(Sort.DECIMAL, "longitude in degrees, east positive", required=True, low=-180, high=180),
    "radius_km": Key(
        Sort.DECIMAL, "how far the place reaches from its centre", required=True, low=0, high=5000, is_above=True
    ),
    "within": text("id of the place it lies in"),
    "kind": text("what it is", *PLACE_KINDS),
    "state": STATE,
    "geonames": text("GeoNames id"),
    "control": tables("who held it, when", CONTROL),
}

SOURCE: Mapping[str, Key] = {
    "id": ID,
    "name": NAME,
    "kind": text("what kind of publisher", *SourceKind),
    "aliases": ALIASES,
    "domains": texts("web domains it publishes on"),
    "control_group": text("name of its common ownership or command: one group is one origin"),
    "party": OF_PARTY,
    "reliability": text("STANAG 2511 letter; F where not judged", *RELIABILITY),
}

SITUATION: Mapping[str, Key] = {
    "id": ID,
    "title": text("the situation in a few words", required=True),
    "start": day("first day under watch"),
    "end": day("last day under watch"),
    "languages": texts("BCP 47 tags of the languages reports come in"),
    "include": texts("agreement files beside this one to take in"),
    "party": tables("the sides to the truce", PARTY),
    "body": tables("ministries, armies, courts, missions, alliances, companies", BODY),
    "person": tables("people who speak or act", PERSON),
    "place": tables("places as areas", PLACE),
    "area": tables("places as drawn: lines of contact, corridors, districts", AREA),
    "source": tables("who publishes", SOURCE),
    "agreement": tables("agreements at any stage", AGREEMENT),
}
