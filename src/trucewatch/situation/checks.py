"""What needs two tables to tell: ids that clash or refer to nothing, contradicting dates, names two parties share.

Every check is a function from the situation to errors at paths of the file; none depends on the order of the parties.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trucewatch.gazetteer import find_toponym
from trucewatch.situation.agreements.checks import check_agreements, check_order, check_unique
from trucewatch.situation.agreements.contradictions import lies_in
from trucewatch.situation.lines import Path
from trucewatch.situation.model import Agreement, Area, Body, Party, Person, Place, Situation, Source
from trucewatch.situation.sift import Findings, describe, suggest
from trucewatch.situation.vocabulary import AGREED_TEXT

_FAR_E6 = 15_000_000  # 15 degrees from the middle of its neighbours: likelier a slip than a place
_NEAR_E6 = 10_000_000  # and within 10 degrees of it once turned round
_ENOUGH = 3  # places of one state needed before their middle says anything


def check(situation: Situation, findings: Findings) -> None:
    """Run every check."""
    if not situation.parties:
        findings.add((), "the situation has no [[party]]", "a truce has sides", "add a [[party]] with id and name")
    _check_ids(situation, findings)
    _check_references(situation, findings)
    _check_names(situation, findings)
    _check_dates(situation, findings)
    _check_places(situation.places, findings)
    _check_areas(situation.areas, situation.places, findings)
    check_agreements(situation, findings)


# -- ids ---------------------------------------------------------------------------------------------------------------


def _check_ids(situation: Situation, findings: Findings) -> None:
    who = [*_paths("party", situation.parties), *_paths("body", situation.bodies), *_paths("person", situation.people)]
    check_unique(who, findings)
    check_unique([*_paths("place", situation.places), *_paths("area", situation.areas)], findings)
    check_unique(_paths("source", situation.sources), findings)
    check_unique(_paths("agreement", situation.agreements), findings)
    for path, identifier in who:
        if identifier == AGREED_TEXT:
            why = 'in a reading, "text" means the agreed wording'
            findings.add((*path, "id"), f'{describe(path)} has the id "{AGREED_TEXT}"', why, "choose another id")


def _paths(
    name: str, rows: Sequence[Party | Body | Person | Place | Area | Source | Agreement]
) -> list[tuple[Path, str]]:
    return [((name, index), row.id) for index, row in enumerate(rows)]


# -- references --------------------------------------------------------------------------------------------------------


def _check_references(situation: Situation, findings: Findings) -> None:
    known = {
        "party": {party.id for party in situation.parties},
        "body": {body.id for body in situation.bodies},
        "place": {place.id for place in situation.places},
    }
    for path, kind, identifier in _references(situation):
        if identifier and identifier not in known[kind] and not (kind == "place" and find_toponym(identifier)):
            what = f'{describe(path)} refers to "{identifier}"'
            findings.add(path, what, f"no [[{kind}]] has that id", suggest(identifier, known[kind]))


def _references(situation: Situation) -> Iterator[tuple[Path, str, str]]:
    for index, body in enumerate(situation.bodies):
        yield ("body", index, "party"), "party", body.party
    for index, person in enumerate(situation.people):
        yield ("person", index, "party"), "party", person.party
        yield ("person", index, "body"), "body", person.body
    for index, place in enumerate(situation.places):
        yield ("place", index, "within"), "place", place.within
        for at, held in enumerate(place.control):
            yield ("place", index, "control", at, "party"), "party", held.party
    for index, source in enumerate(situation.sources):
        yield ("source", index, "party"), "party", source.party


# -- names -------------------------------------------------------------------------------------------------------------


def _check_names(situation: Situation, findings: Findings) -> None:
    """Two parties, or two sources, may not share a name; places and people may, and stay ambiguous."""
    _check_shared("party", situation.parties, "a claim would be laid at the wrong door", findings)
    _check_shared("source", situation.sources, "a report could not be given its source", findings)
    owners: dict[str, int] = {}
    for index, source in enumerate(situation.sources):
        for domain in source.domains:
            if owners.setdefault(domain.casefold(), index) != index:
                why = f'source "{situation.sources[owners[domain.casefold()]].id}" has it too'
                findings.add(("source", index, "domains"), f'domain "{domain}" is given twice', why, "keep it in one")


def _check_shared(kind: str, rows: Sequence[Party | Source], harm: str, findings: Findings) -> None:
    owners: dict[str, int] = {}
    for index, row in enumerate(rows):
        for key, name in [("name", row.name), *(("aliases", alias) for alias in row.aliases)]:
            owner = owners.setdefault(name.casefold(), index)
            if name and owner != index:
                what = f'{describe((kind, index))} and "{rows[owner].id}" share the name "{name}"'
                findings.add((kind, index, key), what, harm, "remove it from one of them")


# -- dates -------------------------------------------------------------------------------------------------------------


def _check_dates(situation: Situation, findings: Findings) -> None:
    check_order((), "start", situation.start, "end", situation.end, findings)
    for index, place in enumerate(situation.places):
        for at, held in enumerate(place.control):
            check_order(("place", index, "control", at), "start", held.start, "end", held.end, findings)


# -- places ------------------------------------------------------------------------------------------------------------


def _check_places(places: Sequence[Place], findings: Findings) -> None:
    within = {place.id: place.within for place in places}
    for index, place in enumerate(places):
        path: Path = ("place", index)
        if lies_in(within[place.id], place.id, within):
            what = f'place "{place.id}" lies within itself'
            findings.add((*path, "within"), what, "following within comes back to it", "correct one within")
        if _looks_swapped(place, places):
            what = f'place "{place.id}" lies far from its neighbours, and among them once lat and lon are swapped'
            findings.add((*path, "lat"), what, "latitude and longitude look swapped", "swap lat and lon")


def _looks_swapped(place: Place, places: Sequence[Place]) -> bool:
    """Whether the place lies far from its neighbours, and among them once turned round.

    Neighbours are the place it lies within, else those of its state: a conference city may lie anywhere.
    """
    around = [other for other in places if other.id == place.within and other is not place]
    if not around and place.state:
        around = [other for other in places if other.state == place.state and other is not place]
        around = around if len(around) >= _ENOUGH else []
    if not around:
        return False
    return _is_turned(place.lat_e6, place.lon_e6, around)


# -- areas -------------------------------------------------------------------------------------------------------------


def _check_areas(areas: Sequence[Area], places: Sequence[Place], findings: Findings) -> None:
    for index, area in enumerate(areas):
        path: Path = ("area", index)
        corners = [corner for part in (*area.rings, *area.lines) for corner in part]
        if not corners and not findings.has((*path, "geojson")):
            why = "it has no geojson; a file is read only where the situation is given by its own path"
            findings.add(path, f'area "{area.id}" draws nothing', why, "add geojson = '''{...}'''")
        if corners and len(places) >= _ENOUGH and _is_turned(*_middle(corners), places):
            what = f'area "{area.id}" lies far from every place, and among them once turned round'
            findings.add((*path, "geojson"), what, "GeoJSON writes longitude first", "swap the two in each position")


def _middle(corners: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(lat for lat, _ in corners) // len(corners), sum(lon for _, lon in corners) // len(corners)


def _is_turned(lat: int, lon: int, around: Sequence[Place]) -> bool:
    """Whether a point lies far from the middle of ``around``, and near it once latitude and longitude are swapped."""
    middle_lat = sorted(place.lat_e6 for place in around)[len(around) // 2]
    middle_lon = sorted(place.lon_e6 for place in around)[len(around) // 2]
    as_given = max(abs(lat - middle_lat), abs(lon - middle_lon))
    turned = max(abs(lon - middle_lat), abs(lat - middle_lon))
    return as_given > _FAR_E6 and turned < _NEAR_E6
