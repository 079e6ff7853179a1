"""Distances and directions from a place in Russian and Ukrainian: "в 15 км к северо-востоку от Вереи", "южнее Вереи".

Decides from the words right before the place. How wide the area is that they give is for ``language.areas``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from trucewatch.language.areas import located
from trucewatch.situation.model import Place
from trucewatch.values import Nearness, Where

_WINDOW = 70  # characters before a place in which its distance may stand
_MOST = 20_000  # kilometres or metres: no report counts more
_FROM = r"(?:\s+(?:от|від|од))?(?:\s+(?:города|города-героя|села|поселка|посёлка|міста|селища|смт|г\.|м\.|с\.))?\s*$"
_DISTANCE = re.compile(
    r"(\d{1,5})(?:-?(?:ти|х|и))?\s*(км|километр\w*|кілометр\w*|м|метр\w*)\b\.?"
    r"((?:\s+(?:к|на|в|у))?(?!\s+(?:от|від|од)\b)\s+[\w-]+(?:\s+схід|\s+захід|\s+сход\w*|\s+заход\w*)?)?" + _FROM,
    re.IGNORECASE,
)
_COMPARED = re.compile(r"([\w-]*(?:нее|ніше|іше))" + _FROM, re.IGNORECASE)
_NORTH, _SOUTH = ("север", "північ"), ("юг", "юж", "півден", "півдні")
_EAST, _WEST = ("восток", "восточ", "схід", "східн", "сход"), ("запад", "захід", "західн", "заход")


def stands_off(text: str, where: Where, place: Place | None) -> Where:
    """The place, moved and widened as far as the words before it say."""
    if place is None or where.span is None or not where.is_located:
        return where
    window = text[max(0, where.span.start - _WINDOW) : where.span.start]
    told = _DISTANCE.search(window)
    near = replace(where, nearness=Nearness.NEAR)
    if told is not None and (told.group(3) is None or bearing_of(told.group(3))):
        unit = 1 if told.group(2).lower().startswith("м") else 1000
        metres = min(int(told.group(1)), _MOST) * unit
        return located(near, place, metres, bearing_of(told.group(3) or ""))
    compared = _COMPARED.search(window)
    return located(near, place) if compared is not None and bearing_of(compared.group(1)) else where


def bearing_of(words: str) -> str:
    """The bearing that the words name: "северо-востоку" is "ne"; "" where they name none."""
    lower = words.lower()
    up = "n" if any(word in lower for word in _NORTH) else "s" if any(word in lower for word in _SOUTH) else ""
    across = "e" if any(word in lower for word in _EAST) else "w" if any(word in lower for word in _WEST) else ""
    return up + across
