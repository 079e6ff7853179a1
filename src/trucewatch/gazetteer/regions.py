"""First-level regions of the world: by code, by GeoNames id and by name, also where a name is an adjective.

Decides which regions a name or an adjective ("Харківська", "Харківщина") can mean. An adjective is known by the town
that the region is named for, of whose name it keeps the beginning. Never decides that a word is a region.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from trucewatch.gazetteer.keys import is_cyrillic, key_of
from trucewatch.gazetteer.model import PREFIX, Toponym
from trucewatch.gazetteer.table import region_lines

_GENERIC = re.compile(
    r"\b(oblast|region|province|city|governorate|republic|kray|krai|state|district|department|county|okrug|of|the|"
    r"область|край|республика|республіка|автономная|автономна|провинция|мухафаза)\b"
)
_ADJECTIVE = re.compile(r"(?:[сцз]ь?к(?:[а-яіїє]{1,3})?|[щч]ин[аиуіеыою]{1,2})$")
_ALIKE = str.maketrans("ыіїєэґ", "иииеег")  # one letter in Russian, the other in Ukrainian
_LEAST = 3  # letters that an adjective and the town's name must share
_MORE, _LESS = 2, 4  # letters that the adjective may have beyond them, and the town's name


@cache
def _regions() -> tuple[tuple[Toponym, ...], tuple[tuple[str, ...], ...]]:
    """The regions in the file's order, and the Cyrillic names of each."""
    regions: list[Toponym] = []
    cyrillic: list[tuple[str, ...]] = []
    for line in region_lines():
        code, known, name, lat, lon, radius, names = line.split("\t")
        identifier = f"{PREFIX}{known or code}"
        regions.append(Toponym(identifier, name, int(lat), int(lon), int(radius), "region", code[:2], code))
        cyrillic.append(tuple(name for name in names.split("|") if name))
    return tuple(regions), tuple(cyrillic)


def region_numbered(number: int) -> str:
    """The code of the region that towns refer to by a number."""
    return _regions()[0][number].region


@cache
def _by_id() -> dict[str, Toponym]:
    regions = _regions()[0]
    codes = {region.region: region for region in regions if region.name}
    return codes | {region.id.removeprefix(PREFIX): region for region in regions if region.name}


def find_region(identifier: str) -> Toponym | None:
    """The region with a GeoNames id or code."""
    return _by_id().get(identifier)


@cache
def _by_key() -> dict[str, tuple[Toponym, ...]]:
    found: dict[str, list[Toponym]] = {}
    for region, cyrillic in zip(*_regions(), strict=True):
        keys = {_base(name) for name in (region.name, *cyrillic[:1])} - {""}
        for key in sorted(keys):
            found.setdefault(key, []).append(region)
    return {key: tuple(regions) for key, regions in found.items()}


def _base(name: str) -> str:
    """The key without the words that say what kind of region it is."""
    return " ".join(_GENERIC.sub(" ", key_of(name)).split())


def find_regions(name: str) -> tuple[Toponym, ...]:
    """Every region that goes by the name, with or without its kind: "Zed", "Zed Oblast"."""
    return _by_key().get(_base(name), ())


@lru_cache(maxsize=1024)
def find_regions_by_adjective(word: str) -> tuple[Toponym, ...]:
    """Every region that an adjective or a name in -щина can mean: those whose town's name it keeps best.

    Of a city and the region around it, both named for the city, the adjective means the larger.
    """
    lower = key_of(word)
    ending = _ADJECTIVE.search(lower)
    if ending is None or not is_cyrillic(lower):
        return ()
    stem = alike(lower)[: ending.start()]
    ranks: dict[tuple[int, int], dict[str, Toponym]] = {}
    for name, region in _seats().get(stem[:_LEAST], ()):
        shared = _shared(stem, name)
        if len(stem) - shared > _MORE or len(name) - shared > _LESS:
            continue
        best = ranks.setdefault((shared, shared - len(name)), {})
        if region.state not in best or best[region.state].radius_m < region.radius_m:
            best[region.state] = region
    return tuple(ranks[max(ranks)].values()) if ranks else ()


@cache
def _seats() -> dict[str, tuple[tuple[str, Toponym], ...]]:
    """Cyrillic names of regions and of the towns that they are named for, by their first letters."""
    found: dict[str, list[tuple[str, Toponym]]] = {}
    for region, cyrillic in zip(*_regions(), strict=True):
        for name in dict.fromkeys(alike(key_of(each)) for each in cyrillic):
            for called in dict.fromkeys((name, name.split(" ")[0])):
                found.setdefault(name[:_LEAST], []).append((called, region))
    return {key: tuple(pairs) for key, pairs in found.items()}


def find_regions_near(word: str) -> tuple[tuple[str, Toponym], ...]:
    """Regions whose own Cyrillic name begins as the word does, with the name as ``alike`` writes it."""
    return _own_names().get(word[:_LEAST], ())


@cache
def _own_names() -> dict[str, tuple[tuple[str, Toponym], ...]]:
    found: dict[str, list[tuple[str, Toponym]]] = {}
    for region, cyrillic in zip(*_regions(), strict=True):
        for name in dict.fromkeys(alike(_base(each)) for each in cyrillic[:1]):
            if name and not _ADJECTIVE.search(name):
                found.setdefault(name[:_LEAST], []).append((name, region))
    return {key: tuple(pairs) for key, pairs in found.items()}


def alike(word: str) -> str:
    """The word with one letter for those that Russian and Ukrainian tell apart."""
    return word.translate(_ALIKE)


def _shared(stem: str, name: str) -> int:
    """How many letters the two have in common at their beginning."""
    count = 0
    for ours, theirs in zip(stem, name, strict=False):
        if ours != theirs:
            break
        count += 1
    return count
