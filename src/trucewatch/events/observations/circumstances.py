"""With what, which way, by which sense: the circumstances that stand beside a count.

Decides weapon, calibre, direction of fire, course, sensor, distance and bearing from the words near a figure. Each
keeps its words. Never decides who fired: a direction is the observers' assessment and no attribution.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: The nouns of each weapon; the order settles which is tried first.
_WEAPONS = (
    ("heavy machine-gun", r"heavy[- ]machine[- ]?gun"),
    ("machine-gun", r"(?<!heavy )(?<!heavy-)machine[- ]?gun"),
    ("small arms", r"small[- ]arms?\b|rifle fire|sniper"),
    ("grenade launcher", r"(?:automatic[- ])?grenade[- ]launchers?|\bAGS\b|\bRPGs?\b|rocket[- ]propelled"),
    ("mortar", r"mortars?"),
    ("multiple-launch rocket system", r"multiple[- ]launch rocket|\bMLRS\b"),
    ("artillery", r"artillery|howitzers?"),
    ("tank", r"(?<!anti-)\btank (?:rounds?|fire|cannon|shells?)|fire[^.;]{0,12} tanks?\b"),
    ("infantry fighting vehicle", r"infantry fighting vehicle|\bIFV\b"),
    ("anti-aircraft gun", r"anti-aircraft"),
    ("anti-tank missile", r"anti-tank (?:guided )?missiles?"),
    ("undetermined", r"undetermined weapons?"),
)
_WEAPON = re.compile("|".join(f"(?P<w{n}>{words})" for n, (_, words) in enumerate(_WEAPONS)), re.IGNORECASE)
_CALIBRE = re.compile(r"(\d{1,3}(?:\.\d)?)\s?-?mm\b")
_FULL_CALIBRES = (30, 500)  # below, the calibre of a gun that needs no figure; above, a distance

_DIRECTION = re.compile(
    r"\b(?:(?P<outgoing>outgoing)|(?P<incoming>incoming|impacts\b)|(?P<undetermined>undetermined(?! weapon)"
    r"|direction (?:was )?not determined))",
    re.IGNORECASE,
)
_POINT = r"(?:north|south|east|west)(?:-(?:north|south))?(?:-?(?:east|west))?"
_COURSE = re.compile(rf"\b(?:from )?(?:the )?({_POINT})(?:wards?)? to (?:the )?({_POINT})\b", re.IGNORECASE)
_DISTANCE = re.compile(
    rf"(?P<low>\d{{1,5}}(?:\.\d)?)(?:\s?(?:-|–|to)\s?(?P<high>\d{{1,5}}(?:\.\d)?))?\s?(?P<unit>km|kilomet(?:re"
    rf"|er)s?|m\b|met(?:re|er)s?)"
    rf"(?:\s+(?:to the )?(?P<bearing>{_POINT})\b)?(?P<of>\s+of\b(?! (?:its|their|the) position))?",
    re.IGNORECASE,
)
_BEARING = re.compile(rf"\b(?:to the )?({_POINT})(?: of (?:its|their|the) position)", re.IGNORECASE)

_SENSORS = (
    ("camera", re.compile(r"\bcameras?\b", re.IGNORECASE)),
    ("acoustic sensor", re.compile(r"\bacoustic", re.IGNORECASE)),
    ("radar", re.compile(r"\bradars?\b (?:detected|recorded)|detected by (?:\w+ ){0,2}radar", re.IGNORECASE)),
    ("UAV", re.compile(
        r"(?:UAVs?|unmanned aerial vehicles?(?: \(UAVs?\))?|drones?)(?: imagery)? (?:again )?(?:spotted|observed|saw"
        r"|detected|recorded|revealed)|aerial imagery|UAV imagery", re.IGNORECASE)),
    ("heard", re.compile(r"\b(?:heard|hearing)\b", re.IGNORECASE)),
    ("seen", re.compile(r"\b(?:saw|seen|seeing|spotted|observed visually)\b", re.IGNORECASE)),
)  # fmt: skip
_ASSESSED = re.compile(
    r"\b(?:assessed|assessing)[^.;]{0,12}?\b(?:as"
    r"|to be)\b\s+(?P<what>[^.;,()]{3,90}(?:\([^()]{1,20}\)[^.;,()]{0,40})?)",
    re.IGNORECASE,
)

_COMPASS = (
    "north", "north-north-east", "north-east", "east-north-east", "east", "east-south-east", "south-east",
    "south-south-east", "south", "south-south-west", "south-west", "west-south-west", "west", "west-north-west",
    "north-west", "north-north-west",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """Something told in a stretch of the sentence: what it is, and where its words stand."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Away:
    """How far off, in metres, and which way."""

    low: int
    high: int
    bearing: str
    of_named: bool  # "3 km north of X": measured from a place by name, not from the observer
    start: int
    end: int


def weapon_in(text: str, start: int, end: int) -> Told | None:
    """The first weapon told in a stretch."""
    match = _WEAPON.search(text, start, end)
    if match is None:
        return None
    name = next(_WEAPONS[n][0] for n in range(len(_WEAPONS)) if match[f"w{n}"])
    return Told(name, match.start(), match.end())


def calibre_in(text: str, start: int, end: int) -> int | None:
    """The calibre told in a stretch, in millimetres."""
    match = _CALIBRE.search(text, start, end)
    calibre = int(match[1].split(".")[0]) if match else 0
    return calibre if _FULL_CALIBRES[0] <= calibre <= _FULL_CALIBRES[1] else None


def direction_in(text: str, start: int, end: int) -> Told | None:
    """Outgoing, incoming or undetermined, as the observers assessed it."""
    found = list(_DIRECTION.finditer(text, start, end))
    if not found:
        return None
    match = next((each for each in found if not each["undetermined"]), found[0])
    return Told(match.lastgroup or "", match.start(), match.end())


def course_in(text: str, start: int, end: int) -> Told | None:
    """From where to where something flew: "west to east"."""
    match = _COURSE.search(text, start, end)
    return Told(f"{point(match[1])} to {point(match[2])}", match.start(), match.end()) if match else None


def sensor_in(text: str, start: int, end: int) -> Told | None:
    """How it was noticed; the nearest word before the figure's end wins, a device before an ear or an eye."""
    for name, pattern in _SENSORS:
        last = None
        for match in pattern.finditer(text, start, end):
            last = match
        if last is not None:
            return Told(name, last.start(), last.end())
    return None


def assessed_in(text: str, start: int, end: int) -> Told | None:
    """What the observers took it to be."""
    match = _ASSESSED.search(text, start, end)
    return Told(match["what"].strip(), match.start("what"), match.end("what")) if match else None


def away_in(text: str, start: int, end: int) -> Away | None:
    """Distance and bearing told in a stretch."""
    match = _DISTANCE.search(text, start, end)
    if match is None:
        return None
    scale = 1000 if match["unit"].lower().startswith("k") else 1
    low = _metres(match["low"], scale)
    high = _metres(match["high"], scale) if match["high"] else low
    told = match["bearing"] or ""
    if not told and (beside := _BEARING.search(text, start, end)):
        told = beside[1]
    bearing = point(told) if told else ""
    return Away(min(low, high), max(low, high), bearing, bool(match["of"]), match.start(), match.end())


def _metres(words: str, scale: int) -> int:
    whole, _, part = words.partition(".")
    return int(whole) * scale + (int(part) * scale // 10 if part else 0)


def point(words: str) -> str:
    """A point of the compass in one spelling."""
    letters = words.lower().replace("-", "")
    return next((name for name in _COMPASS if name.replace("-", "") == letters), words.lower())
