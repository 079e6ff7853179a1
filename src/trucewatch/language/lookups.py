"""Names of places in English that the situation does not know, looked up in the gazetteer.

Decides what a name is looked up as: a region where a word for one follows, else a town, else a region by its bare name.
Which of several is meant is for ``world``. Never looks up what the words do not show to be a place.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from trucewatch.gazetteer import Toponym, find_named, find_regions, key_of
from trucewatch.language.areas import Found
from trucewatch.language.gazetteer import state_gazetteer
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag, Token
from trucewatch.language.readings import singular
from trucewatch.language.world import Parent, World, parent_of, villages, world_of
from trucewatch.situation.model import Situation
from trucewatch.situation.placing import place_of
from trucewatch.values import Nearness

_REGIONS = word_set("region oblast province governorate republic krai kray prefecture state")
_VILLAGES = word_set("village hamlet settlement")
_LINKS = word_set("in of , the")
_ROADS = word_set("road highway motorway route railway line")
_CLOSE = 4  # tokens between a place and the region that it is said to lie in
_FAR = 9  # tokens between a village and the town that it is said to be near
_NEAR_M = 40_000  # and metres
_LONGEST = 3  # tokens of a parent's name


def look_up(tokens: Sequence[Token], found: Sequence[Found], situation: Situation) -> None:
    """Give each found name that no place of the situation bears the places of the gazetteer that it can mean."""
    unknown = [each for each in found if not each.places]
    if not unknown:
        return
    world = world_of(situation)
    for each in unknown:
        if each.is_area and tokens[each.end - 1].lower in _REGIONS:
            regions = find_regions(_words(tokens, each.start, each.end - 1))
            here = world.here(regions) or regions
            each.places = tuple(place_of(situation, region) for region in here)
    areas = [(each, parent_of(each.places[0])) for each in found if each.nearness is Nearness.WITHIN and _is_one(each)]
    spoken_of = [parent for _, parent in areas]
    told: dict[str, list[Parent]] = {}
    called: set[str] = set()
    sought: list[Found] = []
    for each, after in zip(found, [*found[1:], None], strict=True):
        if not (each.is_area or each.places or _is_state(tokens, each) or _is_thing(tokens, each)):
            sought.append(each)
            parents = _parents_after(tokens, each) or (_parents_beside(tokens, each, after) if after else [])
            told.setdefault(_name(tokens, each), []).extend(parents)
            called.update({_name(tokens, each)} if _is_called_village(tokens, each) else ())
    for each in sought:
        name = _name(tokens, each)
        toponyms = villages(find_named(name)) if name in called else _toponyms(name, world)
        beside = [parent for area, parent in areas if _is_same_sentence(tokens, area, each)]
        each.places = world.meant(toponyms, told[name], beside, spoken_of)


def _is_thing(tokens: Sequence[Token], found: Found) -> bool:
    """Whether an article shows the name to be no town: "in the Star"."""
    return found.start > 0 and tokens[found.start - 1].lower == "the"


def _is_called_village(tokens: Sequence[Token], found: Found) -> bool:
    """Whether the words call it a village, "the village of X": no city of the name is meant then, here or elsewhere."""
    return found.start > 1 and singular(tokens[found.start - 2].lower) in _VILLAGES


def _is_same_sentence(tokens: Sequence[Token], one: Found, other: Found) -> bool:
    return tokens[one.start].sentence == tokens[other.start].sentence


def _parents_beside(tokens: Sequence[Token], each: Found, anchor: Found) -> list[Parent]:
    """The known place that a name is said to be near or in: "Sonder, a village near Zed"."""
    if not _is_one(anchor) or not _is_same_sentence(tokens, each, anchor):
        return []
    between = tokens[each.end : anchor.start]
    if len(between) > _FAR or any(token.tag in {Tag.VERB, Tag.AUX} or token.text in ";:" for token in between):
        return []
    if anchor.nearness is Nearness.NEAR:
        place = anchor.places[0]
        return [Parent(place.lat_e6, place.lon_e6, place.radius_m + anchor.distance_m * 2 + _NEAR_M)]
    is_in = anchor.nearness is Nearness.WITHIN and "in" in {token.lower for token in between}
    return [parent_of(anchor.places[0])] if is_in and len(between) <= _CLOSE else []


def is_town_here(tokens: Sequence[Token], start: int, end: int, situation: Situation) -> bool:
    """Whether the name is of a town where the situation is, so that a preposition shows it to be a place."""
    return bool(world_of(situation).here(find_named(_words(tokens, start, end))))


def _name(tokens: Sequence[Token], found: Found) -> str:
    return _words(tokens, found.start, found.end)


def _words(tokens: Sequence[Token], start: int, end: int) -> str:
    return " ".join(token.text for token in tokens[start:end])


def _is_one(found: Found) -> bool:
    return len(found.places) == 1


def _is_state(tokens: Sequence[Token], found: Found) -> bool:
    end, states = state_gazetteer().at(tokens, found.start)
    return end == found.end and any(entry.role == "name" for entry in states)


def _toponyms(name: str, world: World) -> tuple[Toponym, ...]:
    """Towns of the name, and regions where the truce is. A region elsewhere is no town that only may be called so."""
    towns = find_named(name)
    if world.here(towns):
        return towns
    regions = find_regions(name)
    own = tuple(town for town in towns if key_of(town.name) == key_of(name)) if regions else towns
    return (*own, *world.here(regions))


def _parents_after(tokens: Sequence[Token], found: Found) -> list[Parent]:
    """The region or state that stands right behind a name: "X, Zed", "X in the Zed region"."""
    at = found.end
    while at < len(tokens) and at - found.end < _CLOSE and tokens[at].lower in _LINKS:
        at += 1
    if at == found.end or at >= len(tokens) or tokens[at].tag is not Tag.NAME:
        return []
    _, states = state_gazetteer().at(tokens, at)
    named = [Parent(state=entry.state) for entry in states if entry.role == "name"]
    for end in range(min(at + _LONGEST, len(tokens)), at, -1):
        if all(token.tag is Tag.NAME for token in tokens[at:end]):
            regions = [Parent(region=region.region) for region in find_regions(_words(tokens, at, end))]
            if regions:
                return named + regions
    return named


def pairs_between(tokens: Sequence[Token], found: Sequence[Found]) -> list[int]:
    """Where two places bound a stretch: "between X and Y", "the road from X to Y", "the X–Y road"."""
    return [at for at, (first, second) in enumerate(pairwise(found)) if _is_stretch(tokens, first, second)]


def _is_stretch(tokens: Sequence[Token], first: Found, second: Found) -> bool:
    links = [token.lower for token in tokens[first.end : second.start]]
    before = [token.lower for token in tokens[max(0, first.start - 2) : first.start]]
    if links == ["and"]:
        return before[-1:] == ["between"]
    if links == ["to"]:
        return before[-1:] == ["from"] and before[0] in _ROADS
    after = tokens[second.end].lower if second.end < len(tokens) else ""
    return links in (["–"], ["-"], ["—"]) and after in _ROADS
