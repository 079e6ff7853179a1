"""Places by id: those of the situation, and behind them those of the gazetteer that ships with the package.

Decides that the situation's own word about a place comes first: a place of the gazetteer that the situation has too, by
its GeoNames id or as a region of the same name, is the situation's. Never decides what a report means by a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from trucewatch.gazetteer import PREFIX, Toponym, apart_m, find_regions, find_toponym
from trucewatch.situation.model import Place, Situation


@lru_cache(maxsize=8)
def _by_id(situation: Situation) -> Mapping[str, Place]:
    return {place.id: place for place in situation.places}


@lru_cache(maxsize=8)
def _own(situation: Situation) -> Mapping[str, Place]:
    """The situation's places by the gazetteer's ids."""
    own = {f"{PREFIX}{place.geonames}": place for place in situation.places if place.geonames}
    for place in situation.places:
        if place.kind == "region" and not place.geonames:
            for name in (place.name, *place.aliases):
                for region in find_regions(name):
                    if apart_m(place.lat_e6, place.lon_e6, region.lat_e6, region.lon_e6) <= place.radius_m:
                        own.setdefault(region.id, place)
    return own


def find_place(situation: Situation, identifier: str) -> Place | None:
    """The place of the situation with the id, or else of the gazetteer."""
    known = _by_id(situation).get(identifier) or _own(situation).get(identifier)
    if known is not None:
        return known
    toponym = find_toponym(identifier)
    return None if toponym is None else place_of(situation, toponym)


def place_of(situation: Situation, toponym: Toponym) -> Place:
    """A place of the gazetteer as the situation holds it, or else as a place that it might have held."""
    known = _own(situation).get(toponym.id)
    if known is not None:
        return known
    region = find_toponym(f"{PREFIX}{toponym.region}") if toponym.kind != "region" else None
    within = _own(situation).get(region.id) if region is not None else None
    return Place(
        toponym.id,
        toponym.name,
        toponym.lat_e6,
        toponym.lon_e6,
        toponym.radius_m,
        kind=toponym.kind,
        within=within.id if within is not None else region.id if region is not None else "",
        state=toponym.state,
        geonames=toponym.id.removeprefix(PREFIX),
    )
