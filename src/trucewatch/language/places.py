"""Where: place expressions, located through the situation's places and then the gazetteer's, always as areas.

Decides which words name a place, how they stand to it (at, near, within), and which area that gives. A village nobody
knows, "near" a town that is known, lies in a circle around the town; an ambiguous name is not located at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from trucewatch.language.areas import BEARINGS, PARTS, Found, between, located
from trucewatch.language.control import held_areas
from trucewatch.language.gazetteer import Entry, place_gazetteer, situation_gazetteer, state_gazetteer
from trucewatch.language.lexicon import word_set
from trucewatch.language.lookups import is_town_here, look_up, pairs_between
from trucewatch.language.model import Tag, Token
from trucewatch.language.numbers import read_number
from trucewatch.language.offices import BODIES, OFFICES
from trucewatch.language.readings import read_word, singular
from trucewatch.language.roles import acts
from trucewatch.language.tokens import fold
from trucewatch.language.words import MONTHS, WEEKDAYS
from trucewatch.situation.model import Place, Situation
from trucewatch.values import Nearness, Span, Where

_LOCATIVE = word_set(
    """in at near outside inside around across within into from to toward towards over above throughout off reach"""
)
_NEARS = word_set("near outside beyond off")
_ONTO = word_set("on of against for between and by around off")
_INSIDE = word_set("in inside across within throughout into")
_AREAS = word_set(
    """region oblast province district governorate county prefecture raion area republic peninsula territory sector
    state"""
)
_NO_PLACES = (
    BODIES | OFFICES | word_set("time post journal press new gazette herald")
)  # last words of a capitalised name that show it to be no place
_SITES = word_set(
    """village town city settlement hamlet suburb port municipality community enclave township camp base capital island
    neighbourhood neighborhood stronghold crossing"""
)
_WIDE = word_set(
    """region oblast province district governorate county country republic sea line peninsula area state"""
)
_EDGES = word_set("outskirts suburbs edge outskirt")
_KILOMETRES = {
    "km": 1000,
    "kilometres": 1000,
    "kilometers": 1000,
    "kilometre": 1000,
    "kilometer": 1000,
    "miles": 1609,
    "mile": 1609,
    "metres": 1,
    "meters": 1,
}
_LONGEST = 4  # tokens of an unknown place name


def find_places(
    text: str, tokens: Sequence[Token], situation: Situation, persons: Sequence[Span], day: date | None = None
) -> tuple[Where, ...]:
    """Every place expression of the text, in order. ``persons`` are spans that name somebody, so no place.

    ``day`` is that of publication, for areas that are told by who holds them.
    """
    found = _Finder(tokens, situation, persons).find()
    look_up(tokens, found, situation)
    held = held_areas(tokens, situation, day)
    free = [each for each in found if not any(area.start < each.end and each.start < area.end for area in held)]
    found = sorted((*free, *held), key=lambda each: each.start)
    wheres = [_where(text, tokens, each) for each in found]
    _lean(tokens, found, wheres)
    return _share(_stretched(tokens, found, wheres))


def _stretched(tokens: Sequence[Token], found: Sequence[Found], wheres: list[Where]) -> list[Where]:
    """The places, two that bound a stretch as one."""
    pairs = {at: between(wheres[at], wheres[at + 1]) for at in pairs_between(tokens, found)}
    inside = {at + 1 for at, stretch in pairs.items() if stretch is not None}
    return [pairs.get(at) or where for at, where in enumerate(wheres) if at not in inside]


class Known(Protocol):
    """Names of places, found in the tokens."""

    def at(self, tokens: Sequence[Token], start: int) -> tuple[int, tuple[Entry, ...]]:
        """The end of the longest name that begins at the token, and its entries."""
        ...


def find_known_places(
    text: str, tokens: Sequence[Token], situation: Situation, known: Known, nears: frozenset[str] = frozenset()
) -> tuple[Where, ...]:
    """Only what the situation file places, in any language and case ending that ``known`` tells.

    ``nears`` are the words of the language that put something near the place that follows them.
    """
    places = {place.id: place for place in situation.places}
    found: list[Where] = []
    at = 0
    while at < len(tokens):
        end, entries = known.at(tokens, at)
        named = tuple(places[identifier] for identifier in sorted({entry.place for entry in entries}))
        if named:
            nearness = Nearness.NEAR if at and tokens[at - 1].lower in nears else Nearness.AT
            found.append(_where(text, tokens, Found(at, end, nearness, named)))
        at = end if named else at + 1
    return tuple(found)


class _Finder:
    """One pass over the tokens; known names first, then names that structure shows to be places."""

    def __init__(self, tokens: Sequence[Token], situation: Situation, persons: Sequence[Span]) -> None:
        self.tokens = tokens
        self.situation = situation
        self.places = {place.id: place for place in situation.places}
        self.known = place_gazetteer(situation)
        self.actors = situation_gazetteer(situation)
        self.states = state_gazetteer()
        lines = [name for place in situation.places if place.kind == "line" for name in (place.name, *place.aliases)]
        self.lines = {fold(name.removeprefix("the ").split()[0]) for name in lines if name[:1].islower()}
        self.taken = _covered(tokens, persons)
        self.learned: set[str] = set()

    def find(self) -> list[Found]:
        found: list[Found] = []
        at = 0
        while at < len(self.tokens):
            each = self.read(at)
            if each is None:
                at += 1
                continue
            found.append(each)
            at = each.end
        return found

    def read(self, at: int) -> Found | None:
        token = self.tokens[at]
        is_name = token.tag is Tag.NAME or token.text[0].isupper()
        if not is_name and token.lower not in self.lines:
            return None
        end, entries = self.known.at(self.tokens, at)
        if entries:
            places = tuple(self.places[identifier] for identifier in sorted({entry.place for entry in entries}))
            return None if self.is_actor(at, end) else self.known_place(at, end, places)
        if not is_name or token.tag is not Tag.NAME or self.taken[at] or self.is_time(at):
            return None
        return self.unknown_place(at)

    def is_actor(self, start: int, end: int) -> bool:
        """Whether the name stands for somebody here: a government that acts, or part of a title."""
        if end < len(self.tokens) and singular(self.tokens[end].lower) in OFFICES:
            return True
        _, actors = self.actors.at(self.tokens, start)
        _, states = self.states.at(self.tokens, start)
        if not actors and not states:
            return False
        if self.before(start) in _LOCATIVE:
            return False
        possessor = end < len(self.tokens) and self.tokens[end].lemma == "'s"
        return possessor or acts(self.tokens, start, end) or self.before(start) not in {"the", "of"}

    def known_place(self, start: int, end: int, places: tuple[Place, ...]) -> Found | None:
        """A place of the situation. "Zed region" is not the city of Zed unless the situation says so."""
        after = self.tokens[end].lower if end < len(self.tokens) else ""
        wide = [place for place in places if place.kind in _WIDE]
        if after in _AREAS:
            part = self.relation(start).part
            return Found(start, end + 1, Nearness.WITHIN, tuple(wide), is_area=True, part=part)
        if len(places) > 1 and wide and len(wide) < len(places):
            places = tuple(place for place in places if place.kind not in _WIDE)
        found = replace(self.relation(start), end=end, places=places)
        if found.nearness is Nearness.AT and all(place.kind in _WIDE for place in places):
            found.nearness = Nearness.WITHIN
        return found

    def relation(self, start: int) -> Found:
        """How what stands before relates to the name: at it, near it, so many metres from it, in a part of it."""
        found = Found(start, start, Nearness.AT)
        at = start - 1
        if at >= 0 and self.tokens[at].lower == "the":
            at -= 1
        before = self.lower(at)
        if before in PARTS:
            found.part = PARTS[before]
            at -= 1 + (self.lower(at - 1) == "the")
            before = self.lower(at)
        if before in _NEARS or (before == "to" and self.lower(at - 1) == "close"):
            found.nearness = Nearness.NEAR
        elif before in {"of", "from"} and at:
            self.read_distance(found, at - 1)
        return found

    def read_distance(self, found: Found, at: int) -> None:
        """Read "15 km north-east", "the outskirts" or "in the east" where it ends at the token."""
        noun = self.lower(at)
        if noun in BEARINGS or noun in _KILOMETRES or noun == ")":
            found.distance_m = self.distance(at)
            found.bearing = BEARINGS.get(noun, "")
            found.nearness = Nearness.NEAR
            if not found.distance_m and self.lower(at - 1) == "the" and self.lower(at - 2) in _INSIDE:
                found.part, found.bearing, found.nearness = found.bearing, "", Nearness.AT
        elif noun in _EDGES:
            found.nearness = Nearness.NEAR

    def lower(self, at: int) -> str:
        return self.tokens[at].lower if at >= 0 else ""

    def distance(self, end: int) -> int:
        """The metres of "15 km north-east" that end at the token, or 0."""
        for back in range(end, max(end - 8, 0), -1):
            token = self.tokens[back]
            if token.lower in _KILOMETRES:
                number = read_number(self.tokens, back - 1)
                return min(number[0], 20_000) * _KILOMETRES[token.lower] if number else 0
            if token.lower not in BEARINGS and token.text not in "()" and token.tag not in {Tag.NUMBER, Tag.ADVERB}:
                return 0
        return 0

    def unknown_place(self, at: int) -> Found | None:
        """A name the situation does not know, where structure shows it to be a place."""
        end = self.name_end(at)
        if end == at or self.is_other(at, end):
            return None
        state_end, states = self.states.at(self.tokens, at)
        site = self.site_before(at)
        if end < len(self.tokens) and self.tokens[end].lower in _AREAS and self.tokens[end].tag is Tag.NOUN:
            return self.learn(Found(at, end + 1, Nearness.WITHIN, is_area=True, part=self.relation(at).part))
        if site:
            return self.learn(Found(at, end, Nearness.WITHIN if site in _AREAS else Nearness.AT))
        if states and states[0].role != "capital":
            return self.state(at, state_end, states[0].role)
        return self.placed_name(at, end)

    def is_other(self, at: int, end: int) -> bool:
        """Whether the words show that the name is of a body, an office or a power ("Western", "the Islamic State")."""
        last = self.tokens[end - 1].lower
        if end - at > 1 and singular(last) in _NO_PLACES:
            return True
        is_adjective = read_word(self.tokens[at].lower).tag is Tag.ADJECTIVE
        return (is_adjective and (end - at == 1 or last == "state")) or self.is_regime(at, end)

    def is_regime(self, at: int, end: int) -> bool:
        """Whether "X state" is a power, not a region: "the Ruritanian state", "the Islamic state"."""
        if end >= len(self.tokens) or self.tokens[end].lower != "state":
            return False
        _, states = self.states.at(self.tokens, at)
        is_people = any(entry.role == "demonym" for entry in states)
        return is_people or read_word(self.tokens[end - 1].lower).tag is Tag.ADJECTIVE

    def site_before(self, at: int) -> str:
        """The kind of place in "the village of X", or ""."""
        noun = singular(self.tokens[at - 2].lower) if at >= 2 and self.before(at) == "of" else ""
        return noun if noun in _SITES or noun in _AREAS else ""

    def placed_name(self, at: int, end: int) -> Found | None:
        """A name that a locative word, a distance or an earlier mention shows to be a place."""
        name = " ".join(token.lower for token in self.tokens[at:end])
        found = replace(self.relation(at), end=end)
        if name in self.learned or found.distance_m:
            return found
        before = self.before(at)
        if before in _INSIDE | _NEARS or (before == "at" and end - at == 1) or self.is_described(end):
            return self.learn(found)
        if before in _LOCATIVE | _ONTO and is_town_here(self.tokens, at, end, self.situation):
            return self.learn(found)
        return None

    def is_described(self, end: int) -> bool:
        """Whether what follows says that the name is a place: "Sonderby, a village …"."""
        words = [token.lower for token in self.tokens[end : end + 6]]
        if words[:1] != [","] or len(words) < 3 or words[1] not in {"a", "an", "the"}:
            return False
        return any(singular(word) in _SITES for word in words[2:5])

    def state(self, at: int, end: int, role: str) -> Found | None:
        """A whole state, only where something is in it: elsewhere its name stands for those who act."""
        return Found(at, end, Nearness.WITHIN) if role == "name" and self.before(at) in _INSIDE else None

    def learn(self, found: Found) -> Found | None:
        words = self.tokens[found.start : found.end]
        if len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 1:
            return None  # "in NATO": an acronym is a body
        self.learned.add(" ".join(token.lower for token in words))
        return found

    def name_end(self, at: int) -> int:
        end = at
        while end < len(self.tokens) and end - at < _LONGEST and self.tokens[end].tag is Tag.NAME:
            if self.taken[end] or self.is_time(end) or self.tokens[end].sentence != self.tokens[at].sentence:
                break
            if end == at and read_word(self.tokens[end].lower).tag not in {Tag.NOUN, Tag.ADJECTIVE}:
                _, states = self.states.at(self.tokens, at)
                if not states and read_word(self.tokens[end].lower).is_known:
                    return at
            end += 1
        return end

    def is_time(self, at: int) -> bool:
        lower = self.tokens[at].lower.rstrip(".")
        return lower in WEEKDAYS or lower in MONTHS

    def before(self, at: int) -> str:
        """The word before, past an article and a direction ("in the southern …")."""
        back = at - 1
        while (
            back >= 0 and at - back < 4 and (self.tokens[back].tag is Tag.ADJECTIVE or self.tokens[back].lower == "the")
        ):
            back -= 1
        return self.tokens[back].lower if back >= 0 and self.tokens[back].sentence == self.tokens[at].sentence else ""


def _covered(tokens: Sequence[Token], spans: Sequence[Span]) -> list[bool]:
    """For each token, whether one of the spans (in text order) holds it."""
    flags = [False] * len(tokens)
    current = 0
    for at, token in enumerate(tokens):
        while current < len(spans) and spans[current].end <= token.span.start:
            current += 1
        flags[at] = current < len(spans) and spans[current].start <= token.span.start
    return flags


def _where(text: str, tokens: Sequence[Token], found: Found) -> Where:
    """The expression as a value; located where exactly one place of the situation bears the name."""
    span = tokens[found.start].span.to(tokens[found.end - 1].span)
    name = span.of(text)
    if len(found.places) > 1:
        ids = tuple(place.id for place in found.places)
        return Where(name, nearness=found.nearness, candidates=ids, span=span)
    if not found.places:
        return Where(name, nearness=found.nearness, span=span)
    where = Where(name, nearness=found.nearness, span=span)
    return located(where, found.places[0], found.distance_m, found.bearing, found.part)


def _lean(tokens: Sequence[Token], found: Sequence[Found], wheres: list[Where]) -> None:
    """Locate an unknown place by the known one that the same phrase names: "the village of X, near Y"."""
    for at in range(len(found) - 1):
        each, anchor = found[at], found[at + 1]
        if each.places or each.is_area or len(anchor.places) != 1 or wheres[at].candidates:
            continue
        between = [token.lower for token in tokens[each.end : anchor.start]]
        if len(between) > 9 or tokens[each.start].sentence != tokens[anchor.start].sentence:
            continue
        if any(tokens[i].tag in {Tag.VERB, Tag.AUX} or tokens[i].text in ";:" for i in range(each.end, anchor.start)):
            continue
        if anchor.nearness is Nearness.NEAR:
            near = replace(wheres[at], nearness=Nearness.NEAR)
            wheres[at] = located(near, anchor.places[0], anchor.distance_m, anchor.bearing)
        elif (
            anchor.nearness is Nearness.WITHIN
            and ("in" in between or between == [","])
            and each.nearness is Nearness.AT
        ):
            wheres[at] = located(replace(wheres[at], nearness=Nearness.WITHIN), anchor.places[0])


def _share(wheres: Sequence[Where]) -> tuple[Where, ...]:
    """An unknown name that the document locates once is located so wherever it stands."""
    known: dict[str, Where] = {}
    for where in wheres:
        if where.is_located and where.name.lower() not in known:
            known[where.name.lower()] = where
    return tuple(
        replace(known[where.name.lower()], span=where.span, name=where.name)
        if not where.is_located and not where.candidates and where.name.lower() in known
        else where
        for where in wheres
    )
