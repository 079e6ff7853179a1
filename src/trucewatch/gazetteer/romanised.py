"""Ukrainian and Russian names in Latin letters, back in Cyrillic: for villages that GeoNames romanises otherwise.

Decides which Cyrillic spellings a romanised one can stand for, one in each language. Soft signs are put only where
Ukrainian always has them ("-ськ"); a name that has others is not found in this way.
"""

from __future__ import annotations

import re

_SHARED = (
    ("shch", "щ"), ("zgh", "зг"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"),
    ("yu", "ю"), ("iu", "ю"), ("ya", "я"), ("ia", "я"), ("a", "а"), ("b", "б"), ("v", "в"), ("w", "в"), ("d", "д"),
    ("z", "з"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"),
    ("t", "т"), ("u", "у"), ("f", "ф"), ("c", "ц"), ("g", "г"), ("e", "е"),
)  # fmt: skip


def _longest_first(*pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


_UKRAINIAN = _longest_first(
    ("yi", "ї"), ("ye", "є"), ("ie", "є"), ("h", "г"), ("yy", "ий"), ("iy", "ій"), ("y", "и"), ("i", "і"), *_SHARED
)
_RUSSIAN = _longest_first(
    ("yy", "ый"), ("iy", "ий"), ("ye", "е"), ("yo", "е"), ("y", "ы"), ("i", "и"), ("h", "х"), *_SHARED
)
_VOWEL = "аеиоуыіїєюя"
_AFTER_VOWEL = re.compile(rf"(?<=[{_VOWEL}])([иіы])")
_SOFT = re.compile(r"(?<=[сцз])(?=к)")


def in_cyrillic(key: str) -> tuple[str, ...]:
    """The Ukrainian and the Russian spelling that a romanised key can stand for; () where it has other letters."""
    ukrainian = _written(key, _UKRAINIAN)
    russian = _written(key, _RUSSIAN)
    if not ukrainian or not russian:
        return ()
    with_yi = _AFTER_VOWEL.sub("ї", ukrainian)
    spellings = (ukrainian, with_yi, _SOFT.sub("ь", with_yi), _AFTER_VOWEL.sub("й", russian), russian)
    return tuple(dict.fromkeys(spellings))


def _written(key: str, letters: tuple[tuple[str, str], ...]) -> str:
    written: list[str] = []
    at = 0
    while at < len(key):
        if key[at] == " ":
            written.append(" ")
            at += 1
            continue
        latin, cyrillic = next(((a, b) for a, b in letters if key.startswith(a, at)), ("", ""))
        if not latin:
            return ""
        written.append(cyrillic)
        at += len(latin)
    return "".join(written)
