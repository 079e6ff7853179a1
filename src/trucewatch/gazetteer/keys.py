"""What a place's name is looked up by: lower case, no accents, hyphens as spaces, no apostrophes.

Romanised names differ most in y and i ("Mykolaiv", "Mykolayiv"): the table is in the order of their sounds, where
these are one.

Decides which spellings are one. Never leaves out a letter of Cyrillic: й and ї are letters, not accents.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans(
    {"ё": "е", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
    | dict.fromkeys("'’‘ʼ`´ʹʻ\u0301", None)
)
_SEVERAL_I = re.compile("ii+")
_GAPS = re.compile(r"[\s\-‐‑–.]+")


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """The key of a name; "" where nothing of it can be looked up."""
    lower = _GAPS.sub(" ", name.lower().translate(_PLAIN)).strip()
    if is_cyrillic(lower):
        return lower
    split = unicodedata.normalize("NFKD", lower)
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def sound_of(key: str) -> str:
    """The key as the table sorts it: y as i, and no i twice."""
    return _SEVERAL_I.sub("i", key.replace("y", "i"))


def is_cyrillic(name: str) -> bool:
    """Whether the name begins with a Cyrillic letter."""
    return "Ѐ" <= name[:1] <= "ӿ"
