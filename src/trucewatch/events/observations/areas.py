"""The areas that a mission's sentence names: towns, regions, zones, and areas by who controls them.

Decides which words are an area and which count it belongs to. A name that the analysis located keeps its place; any
other stands as written. "Along the contact line" is everywhere, and so no area.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from trucewatch.events.observations.flattening import Flat
from trucewatch.language.lexicon import word_set
from trucewatch.situation.model import Situation
from trucewatch.values import Nearness, Where

_NAME = (
    r"[A-Z][\w’'-]+(?:(?: |-| - |/)(?:[A-Z][\w’'-]+|(?:al|el|as|ash|de|la)(?=[ -][A-Z])))*(?:-\d+(?:/[A-Z][\w-]+)?)?"
)
_ZONE = r"(?:disengagement|demilitari[sz]ed|buffer|security|weapons-free|separation)"
_WAY = r"(?:north|south|east|west)(?:-?(?:east|west))?"
_REGION = r"(?:[Rr]egions?|[Oo]blasts?|[Dd]istricts?|[Pp]rovinces?|[Gg]overnorates?|[Ss]ectors?|city|village|airport)"
_SIDE = r"(?:(?:central|(?:north|south)(?:ern|-eastern|-western)|eastern|western)(?: part of)? )?"
_HELD = (
    rf"(?:non-)?government(?:al)?-?controlled(?: areas?)?|areas? (?:not controlled by|outside(?: of)?) (?:the )?\w+"
    rf"(?: control)?|[“\"]?{_NAME}[”\"]?-controlled(?: areas?)"
)
_AREA = re.compile(
    rf"(?P<zoned>(?:(?:areas?|ones?) near|{_ZONE} (?:areas?|zones?) (?:near|of|in"
    rf"|around)) (?:the )?(?P<zone>{_NAME}))"
    rf"|(?:the )?(?P<zone2>{_NAME}) (?P<zoned2>{_ZONE} (?:area|zone))s?"
    rf"|(?P<bare>{_ZONE} (?:area|zone)s?|any of (?:them|the areas))(?! near)"
    rf"|(?P<prep>(?:\b(?:[Ii]n|[Ii]nside|[Ww]ithin|[Nn]ear|[Aa]t|[Aa]round|[Oo]ver|[Oo]utside|[Ff]rom"
    rf"|[Cc]lose to|(?<!km )(?<!m )(?P<way>{_WAY} of)|[Oo]f|and|[Bb]etween)|,)) (?:the |an? )?"
    rf"(?:outskirts of |vicinity of |areas? (?:of|around) )?(?:the destroyed )?"
    rf"(?:(?P<held>{_HELD})(?![\w-])(?: (?P<heldname>{_NAME}))?"
    rf"|(?P<name>{_SIDE}{_NAME}(?: (?:and {_NAME} )?{_REGION})?)(?: (?P<ofzone>{_ZONE} (?:area|zone)))?)"
)
_ZONES = re.compile(rf"\b{_ZONE} (?:area|zone)s?\b")
_BOTH = re.compile(r"\bgovernment- and $|\bboth $")
_NEAR = re.compile(r"(?:near|close to|around|outskirts of|vicinity of|outside)", re.IGNORECASE)
_NOT_PLACES = word_set(
    """January February March April May June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday Mission Spot Report Reports Government UAV UAVs UXO Joint Centre Following Overall
    Note Addendum Package Chief Monitor COVID-19"""
)


@dataclass(frozen=True, slots=True)
class Area:
    """One area of a sentence, and where its words stand in the line; ``opens`` where it opens the sentence."""

    where: Where
    start: int
    end: int
    opens: bool
    is_loose: bool  # joined by "and", "of" or a comma: an area only of what stands right beside it


def find_areas(flat: Flat, places: Sequence[Where], situation: Situation) -> tuple[Area, ...]:
    """The areas that a sentence names, in order."""
    found = []
    for match in _AREA.finditer(flat.text):
        area = _read(flat, match, places, situation)
        if area is not None:
            found.append(area)
    return tuple(found)


def _read(flat: Flat, match: re.Match[str], places: Sequence[Where], situation: Situation) -> Area | None:
    group = next(name for name in ("zone", "zone2", "bare", "heldname", "held", "name") if match[name])
    start, end = match.span(group)
    words = match[group]
    if group in {"heldname", "name", "zone", "zone2"} and words.split()[0].split("’")[0] in _NOT_PLACES:
        return None
    if group == "held" and _BOTH.search(flat.text[:start]):
        return None
    near = Nearness.NEAR if _NEAR.search(match.group()[: start - match.start()]) else Nearness.AT
    where = _where(flat, group, match, near)
    if match["way"]:  # a side of the place, which is not the place
        where = replace(where, name=f"{match['way']} {where.name}", nearness=Nearness.AT)
    elif group not in {"bare", "held"}:
        where = _located(where, match[group], places, situation)
    prep = (match["prep"] or "").lower()
    is_opening = match.start() == 0 or bool(re.fullmatch(r"\W*", flat.text[: match.start()]))
    return Area(where, start if group != "zone" else match.start(), end, is_opening, prep in {"and", "of", ","})


def _where(flat: Flat, group: str, match: re.Match[str], near: Nearness) -> Where:
    start, end = match.span(group)
    span = flat.span(start, end)
    words = match[group]
    if group in {"zone", "zone2"} or match["ofzone"]:
        zone = match["zoned2"] or match["ofzone"] or re.split(r" (?:near|of|in|around) ", match["zoned"] or "")[0]
        if zone.startswith(("one", "area")):
            named = _ZONES.search(flat.text[:start])  # "the disengagement areas …, recording 78 inside the area near X"
            zone = named.group() if named else "area"
        zone = zone.removesuffix("s")
        return Where(f"{zone} near {words}", nearness=Nearness.WITHIN, span=span)
    if group == "held" and "area" not in words:
        words = f"{words} areas"  # "in government-controlled and in non-government-controlled areas"
    if group in {"bare", "held"}:
        return Where(" ".join(words.split()), nearness=Nearness.WITHIN, span=span)
    return Where(words, nearness=near, span=span)


def _located(where: Where, name: str, places: Sequence[Where], situation: Situation) -> Where:
    """The place with the area that the analysis found for its name, where it found one."""
    for known in places:
        if known.span is not None and where.span is not None and known.span.overlaps(where.span):
            return replace(
                where, place=known.place, lat_e6=known.lat_e6, lon_e6=known.lon_e6, radius_m=known.radius_m,
                candidates=known.candidates,
            )  # fmt: skip
    same = [p for p in situation.places if name.casefold() in {n.casefold() for n in (p.name, *p.aliases)}]
    if len(same) == 1:
        (place,) = same
        return replace(where, place=place.id, lat_e6=place.lat_e6, lon_e6=place.lon_e6, radius_m=place.radius_m)
    return where


def area_of(
    areas: Sequence[Area], text: str, figure: tuple[int, int], until: int, since: int, *, is_frequency: bool
) -> Area | None:
    """The area of a count: in whose brackets it stands, told right after it, right before it, or for the sentence.

    ``figure`` is the count with its noun, ``until`` where the next count begins and ``since`` where the last one ended.
    """
    start, end = figure
    beside = [area for area in areas if since <= area.end <= start]
    if beside and re.fullmatch(r"\s*\(?(?:[Aa]bout |over )?", text[beside[-1].end : start]):
        return beside[-1]
    after = [a for a in areas if end <= a.start < until and not _is_parted(text[end : a.start]) and not a.is_loose]
    if after:
        return after[0]
    firm = [area for area in beside if not area.is_loose]
    if firm and since == 0 and (is_frequency or firm[0].opens):
        return firm[-1]
    opening = [area for area in areas if area.opens and area.end <= start]
    return opening[-1] if opening else None


def _is_parted(between: str) -> bool:
    """Whether what stands between a count and an area begins something else."""
    return bool(re.search(r";|:|\bcompared\b|\bincluding\b|\bwhile\b.*\bwhere\b", between))
