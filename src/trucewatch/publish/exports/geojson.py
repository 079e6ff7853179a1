"""Exports incidents as GeoJSON (RFC 7946): areas as polygons, never points; the unlocated with a null geometry.

Decides how an area is drawn as a polygon. Coordinates have six decimals, the finest that a place ever has here.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator

from trucewatch.incidents.model import Account
from trucewatch.publish.model import Bulletin, GradedIncident
from trucewatch.publish.sheet.desk import Desk
from trucewatch.publish.sheet.incidents import event_type
from trucewatch.publish.shown import shown
from trucewatch.publish.wording import when_words, where_words, who_words
from trucewatch.values import When, Where

_CORNERS = 48  # the polygon stays within 0.3 % of the circle's radius
_EARTH_M = 6_371_009
_MICRO = 1_000_000
_POLE = 89.9999
_HALF_TURN = 180.0

Ring = list[tuple[float, float]]


def export_geojson(bulletin: Bulletin) -> str:
    """All incidents of the bulletin as one FeatureCollection."""
    desk = Desk(bulletin)
    collection = {
        "type": "FeatureCollection",
        "features": [_feature(desk, graded) for graded in bulletin.incidents],
        "trucewatch": {"engine": bulletin.engine, "log_head": bulletin.log_head, "log_size": bulletin.log_size},
    }
    return json.dumps(collection, ensure_ascii=True, sort_keys=True, indent=1) + "\n"


def _feature(desk: Desk, graded: GradedIncident) -> dict[str, object]:
    incident, grade = graded.incident, graded.grade
    properties = {
        "title": shown(incident.title),
        "event_type": event_type(incident.act),
        "sub_event_type": incident.act,
        "target_class": incident.target_class,
        **_time(incident.when),
        "place": where_words(incident.where, desk.places),
        "place_id": incident.where.place if incident.where else None,
        "place_candidates": list(incident.where.candidates) if incident.where else [],
        "radius_m": incident.where.radius_m if incident.where else None,
        "is_contested": incident.is_contested or grade.is_contested,
        "grade": grade.words,
        "information_digit": grade.digit,
        "independent_origins": grade.certain,
        "possible_origins": grade.possible,
        "explanation": shown(grade.sentence),
        "accounts": [_account(desk, account) for account in incident.accounts],
        "findings": [
            {"agreement": each.agreement, "clause": each.clause, "reading": each.reading, "verdict": each.verdict.value}
            for each in graded.findings
        ],
        "review": desk.review(incident.id) or "not reviewed",
    }
    return {"type": "Feature", "id": incident.id, "geometry": _geometry(incident.where), "properties": properties}


def _account(desk: Desk, account: Account) -> dict[str, object]:
    return {
        "claimant": who_words(account.claimant, "a report's own voice"),
        "stance": account.stance.value,
        "actor": who_words(account.actor, ""),
        "publishers": [desk.publisher(source) for source in account.publishers],
        "words": [f"{basis.document}[{basis.span.start}:{basis.span.end}]" for basis in account.basis],
    }


def _time(when: When | None) -> dict[str, object]:
    return {
        "when": when_words(when),
        "earliest": when.earliest.isoformat() if when and when.earliest else None,
        "latest": when.latest.isoformat() if when and when.latest else None,
    }


def _geometry(where: Where | None) -> dict[str, object] | None:
    if where is None or where.lat_e6 is None or where.lon_e6 is None or where.radius_m is None:
        return None
    ring = circle(where.lon_e6 / _MICRO, where.lat_e6 / _MICRO, max(where.radius_m, 1))
    parts = [_closed(part) for part in _at_antimeridian(ring) if len(part) > 2]
    if len(parts) == 1:
        return {"type": "Polygon", "coordinates": [parts[0]]}
    return {"type": "MultiPolygon", "coordinates": [[part] for part in parts]}


def circle(lon: float, lat: float, radius_m: float) -> Ring:
    """The corners of a circle on a sphere, counterclockwise; longitudes run on past ±180 rather than jump."""
    angle = radius_m / _EARTH_M
    sin_lat, cos_lat = math.sin(math.radians(lat)), math.cos(math.radians(lat))
    ring = []
    for corner in range(_CORNERS):
        bearing = -2 * math.pi * corner / _CORNERS
        there = math.asin(sin_lat * math.cos(angle) + cos_lat * math.sin(angle) * math.cos(bearing))
        east = math.atan2(math.sin(bearing) * math.sin(angle) * cos_lat, math.cos(angle) - sin_lat * math.sin(there))
        ring.append((lon + math.degrees(east), max(-_POLE, min(_POLE, math.degrees(there)))))
    return ring


def _at_antimeridian(ring: Ring) -> Iterator[Ring]:
    """The ring in one piece, or in two where it crosses ±180 (RFC 7946, section 3.1.9)."""
    if max(lon for lon, _ in ring) > _HALF_TURN:
        yield _cut(ring, _HALF_TURN, keep_west=True)
        yield [(lon - 360, lat) for lon, lat in _cut(ring, _HALF_TURN, keep_west=False)]
    elif min(lon for lon, _ in ring) < -_HALF_TURN:
        yield _cut(ring, -_HALF_TURN, keep_west=False)
        yield [(lon + 360, lat) for lon, lat in _cut(ring, -_HALF_TURN, keep_west=True)]
    else:
        yield ring


def _cut(ring: Ring, limit: float, *, keep_west: bool) -> Ring:
    sign = -1 if keep_west else 1
    kept: Ring = []
    for here, there in zip(ring, ring[1:] + ring[:1], strict=True):
        is_in, will_be_in = (here[0] - limit) * sign >= 0, (there[0] - limit) * sign >= 0
        if is_in:
            kept.append(here)
        if is_in != will_be_in:
            share = (limit - here[0]) / (there[0] - here[0])
            kept.append((limit, here[1] + share * (there[1] - here[1])))
    return kept


def _closed(ring: Ring) -> list[list[float]]:
    points = [[round(lon, 6), round(lat, 6)] for lon, lat in ring]
    return [*points, points[0]]
