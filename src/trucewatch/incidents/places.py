"""Whether two descriptions of a place may mean one place, in whole metres.

Places are areas: two may be one where the areas touch. Never turns an area into a point and never locates a name.
"""

from __future__ import annotations

from enum import StrEnum

from trucewatch.gazetteer import apart_m, is_cyrillic
from trucewatch.values import Nearness, Where

_WIDE_M = 25_000  # beyond this an area is a region, and two events in it need not have much to do with each other
_VAST_M = 200_000  # beyond this it is a country or a sea: that two events lie in it says nothing

_AREA_WORDS = (
    "area basin border coast corridor district front gulf island islands oblast peninsula province region sea strip "
    "valley zone"
)
AREAS = frozenset(_AREA_WORDS.split())  # common nouns that end the name of an area


class Meeting(StrEnum):
    """How two place descriptions stand to each other."""

    SAME = "same"  # one place of the situation, or one name
    TOUCHING = "touching"  # areas overlap
    WIDE = "wide"  # they overlap, but one of them is a whole region
    UNKNOWN = "unknown"  # one of them is not known
    OTHER_NAME = "other name"  # two names, of which one is not located
    APART = "apart"


def bare_name(where: Where) -> str:
    """The name without article and kind: "the Lake District" and "Lake" are looked for in one place."""
    words = where.name.casefold().split()
    kept = [word for word in words if word not in AREAS and word not in {"the", "of"}]
    return " ".join(kept or words)


def distance_m(a: Where, b: Where) -> int | None:
    """Metres between the centres of two located areas, None where one is not located. Integer throughout."""
    if a.lat_e6 is None or a.lon_e6 is None or b.lat_e6 is None or b.lon_e6 is None:
        return None
    return apart_m(a.lat_e6, a.lon_e6, b.lat_e6, b.lon_e6)


def meet(a: Where | None, b: Where | None) -> Meeting:
    """How ``a`` and ``b`` stand to each other; symmetric."""
    if a is None or b is None:
        return Meeting.UNKNOWN
    apart = distance_m(a, b)
    if a.place and a.place == b.place and not apart:  # "15 km north of X" is not "20 km south of X"
        return Meeting.SAME
    if apart is not None:
        return _meet_located(apart, a.radius_m or 0, b.radius_m or 0)
    if _meanings(a) & _meanings(b):
        return Meeting.TOUCHING
    if a.name and bare_name(a) == bare_name(b):
        return Meeting.SAME
    is_rival = a.name and b.name and not (_is_somewhere_in(a) or _is_somewhere_in(b) or _is_other_script(a, b))
    return Meeting.OTHER_NAME if is_rival else Meeting.UNKNOWN


def _is_somewhere_in(where: Where) -> bool:
    """Whether it only says in which larger area, and nobody has located that: any other place may lie in it."""
    return where.nearness is Nearness.WITHIN and not where.is_located


def _is_other_script(a: Where, b: Where) -> bool:
    """Whether the names are written in different letters, so that they cannot be told apart by reading them."""
    return a.name.isascii() != b.name.isascii() and is_cyrillic(a.name.casefold()) != is_cyrillic(b.name.casefold())


def _meet_located(apart: int, radius: int, other: int) -> Meeting:
    if apart > radius + other:
        return Meeting.APART
    if max(radius, other) > _VAST_M:
        return Meeting.UNKNOWN
    return Meeting.WIDE if max(radius, other) > _WIDE_M else Meeting.TOUCHING


def _meanings(where: Where) -> frozenset[str]:
    return frozenset(where.candidates) | (frozenset({where.place}) if where.place else frozenset())
