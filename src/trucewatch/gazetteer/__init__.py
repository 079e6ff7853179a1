"""Places of the whole world, shipped with the package: GeoNames, and no country more than another.

Knows names, coordinates, sizes and regions. Never reads a report and never chooses between two places of one name:
``language`` does, by what a report and the situation say.
"""

from trucewatch.gazetteer.distances import apart_m, moved
from trucewatch.gazetteer.keys import is_cyrillic, key_of
from trucewatch.gazetteer.lookup import find_named, find_other_names, find_toponym, ranked, states_near
from trucewatch.gazetteer.model import PREFIX, Toponym
from trucewatch.gazetteer.regions import alike, find_regions, find_regions_by_adjective, find_regions_near

__all__ = [
    "PREFIX",
    "Toponym",
    "alike",
    "apart_m",
    "find_named",
    "find_other_names",
    "find_regions",
    "find_regions_by_adjective",
    "find_regions_near",
    "find_toponym",
    "is_cyrillic",
    "key_of",
    "moved",
    "ranked",
    "states_near",
]
