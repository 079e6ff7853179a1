"""The shape of an agreement's tables, and of the areas that its clauses hold in.

Holds no rule that needs two tables at once; those are in ``checks``.
"""

from __future__ import annotations

from collections.abc import Mapping

from trucewatch.situation.agreements.model import Deontic, Holds, Stage
from trucewatch.situation.keys import ALIASES, ID, NAME, Key, Sort, day, kilometres, moment, tables, text, texts, whole
from trucewatch.situation.vocabulary import ACTS_AND_TYPES, AGREEMENT_KINDS, CIRCUMSTANCES, TARGETS, WEAPONS

AREA: Mapping[str, Key] = {
    "id": ID,
    "name": NAME,
    "geojson": Key(Sort.GEOMETRY, "what it covers: points, lines or polygons, longitude first"),
    "file": text("a GeoJSON file beside this one, in place of geojson"),
    "reach_km": kilometres("how far it extends beyond what is drawn: half the width of a corridor"),
    "margin_km": kilometres("how far the drawing may be off"),
    "source": text("who drew it, from what"),
}

WITHDRAWAL: Mapping[str, Key] = {
    "distance_km": kilometres("how far from the line it must stand", required=True, is_above=True),
    "weapon": text("class of weapon; any where missing", *WEAPONS),
    "systems": texts("names of systems as reports write them; any where missing"),
    "calibre_from_mm": whole("smallest calibre covered"),
    "calibre_to_mm": whole("largest calibre covered"),
}

CONDITION: Mapping[str, Key] = {
    "holds": text("whether the clause holds only once the condition is met, or until then", *Holds, required=True),
    "summary": text("the condition in one sentence", required=True),
    "day": day("when it was met; not known where missing"),
    "source": text("where it is documented that it was met"),
}

EXEMPTION: Mapping[str, Key] = {
    "summary": text("the exception in one sentence", required=True),
    "circumstance": text(
        "what accounts must tell for it to apply; only a person can tell where missing", *CIRCUMSTANCES
    ),
    "acts": texts("acts it may excuse; any where missing", *ACTS_AND_TYPES),
    "targets": texts("targets it may excuse; any where missing", *TARGETS),
    "bound": texts("ids of the parties it may excuse; every party where missing"),
    "only_after": texts("steps that must have gone before, in words"),
}

READING: Mapping[str, Key] = {
    "party": text('whose reading: a party id, or "text" for the agreed wording', required=True),
    "summary": text("the reading in one sentence"),
    "source": text("where this reading is documented"),
    "acts": texts("ACLED sub-event types it covers, or whole event types; any where missing", *ACTS_AND_TYPES),
    "targets": texts("target classes it protects; any where missing", *TARGETS),
    "weapons": texts("weapon classes it covers; any where missing", *WEAPONS),
    "zone": texts("ids of the places and areas it holds in; everywhere where missing"),
    "bound": texts("ids of the parties it binds; every party where missing"),
    "start": moment("first day it holds"),
    "end": moment("last day it holds"),
    "due": day("last day for what it requires"),
    "line": text("id of the area that withdrawals are measured from"),
    "withdrawal": tables("how far from the line weapons must stand", WITHDRAWAL),
    "condition": tables("what the reading is conditional on", CONDITION),
    "exemption": tables("exceptions that depend on what happened", EXEMPTION),
    "excepted_acts": texts("acts it lets pass", *ACTS_AND_TYPES),
    "excepted_targets": texts("targets it leaves unprotected", *TARGETS),
    "exceptions": texts("exceptions in words, for the reader"),
}

CLAUSE: Mapping[str, Key] = {
    "id": ID,
    "title": text("the clause in a few words", required=True),
    "deontic": text("what it does", *Deontic, required=True),
    "amount": whole("what it requires, where that is a number"),
    "unit": text("unit of the amount"),
    "version": text("id of the version that brought it in; the first where missing"),
    "retired": day("first day on which it no longer holds; the clause stays in the file"),
    "replaces": text("id of the retired clause that it stands for"),
    "uses": texts("ids of the definitions it rests on"),
    "reading": tables("each party's version of the clause", READING),
}

VERSION: Mapping[str, Key] = {
    "id": ID,
    "declared": day("when it was announced or signed"),
    "effective": moment("when it took effect", required=True),
    "expires": moment("its last day; until the next version where missing"),
    "summary": text("what it changed, in one sentence"),
    "source": text("where it is documented"),
}

DEFINITION: Mapping[str, Key] = {
    "id": ID,
    "text": text("what the agreement means by it", required=True),
    "uses": texts("ids of the definitions it rests on"),
}

AGREEMENT: Mapping[str, Key] = {
    "id": ID,
    "name": NAME,
    "kind": text("what it is about", *AGREEMENT_KINDS, required=True),
    "stage": text("how far it has come", *Stage, required=True),
    "parties": texts("ids of its parties", required=True),
    "aliases": ALIASES,
    "declared": day("when it was announced or signed"),
    "effective": moment("when it took effect"),
    "expires": moment("its last day"),
    "source": text("where its text is documented"),
    "version": tables("the states of its text, in order", VERSION),
    "definition": tables("what it means by its words", DEFINITION),
    "clause": tables("its clauses", CLAUSE),
}
