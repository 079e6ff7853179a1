"""Places in Russian and Ukrainian texts: those of the situation in every case, and names that structure shows.

Decides that a capitalised word is a place behind "село", before "область" or behind "в", "под", "біля" where it names
nobody. A place that the situation knows bears the name it has there. One that it does not know keeps the case it is
written in, or that of another mention that gives its nominative.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from trucewatch.gazetteer import Toponym
from trucewatch.language.areas import located
from trucewatch.language.gazetteer import is_cyrillic
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Token
from trucewatch.language.places import find_known_places
from trucewatch.language.slavic import words
from trucewatch.language.slavic.bearings import stands_off
from trucewatch.language.slavic.forms import form_in, is_form_of
from trucewatch.language.slavic.lookups import find_areas, find_areas_outright, find_towns
from trucewatch.language.slavic.states import place_names, state_names
from trucewatch.language.tokens import fold
from trucewatch.language.world import Parent, World, parent_of, villages, world_of
from trucewatch.situation.model import Place, Situation
from trucewatch.situation.placing import find_place, place_of
from trucewatch.values import Nearness, Span, When, Where, Who

_NEARS = word_set(
    """возле около близ вблизи под недалеко біля поблизу неподалік коло під неподалеку окраине околиці околицях
    окраинах"""
)
_IN = word_set("в во у")
_ONTO = word_set("по на до из с із з зі від от над через к ко за між между и і та")
_SITES = word_set(
    """село города город поселок посёлок пгт деревня хутор станица станция порт аул місто селище смт станція селе селі
    городе місті поселке посёлке деревне хуторе станице села міста поселка посёлка деревни хутора станицы селища селищі
    селу городу місту поселку посёлку деревню хутору селом городом містом поселком с г м порту порті портом сёла сел
    сёлах селах селами"""
)
_AREA_WORD = re.compile(
    r"(?:област|обл|район|р-н|громад|округ|провинци|провінці|уезд|повіт|кра[йяюе]м?$|губерни|губерні)"
)
_ADJECTIVAL = re.compile(r"(?:ск|цк|ськ|цьк|зьк)(?:ий|ой|ая|ую|ое|ого|ому|ом|им|ій|а|у|ої|ою|е|ие|их|і)$")
_REGION = re.compile(r"(?:щин|чин)(?:а|у|і|и|ою|е)$")
_DESCRIBING = re.compile(r"...(?:ому|ему|ім|им|ой|ій|ей|их|ых)$")
_LARGE = 100_000  # people: such a town is meant rather than a region of its name
_KNOWN = 10_000  # people: the name of a smaller town without a preposition may be another word
_VILLAGE = re.compile(r"(?:\bсел[оіуеа]м?|\bселищ\w+|\bс\.|\bдеревн\w+|\bхутор\w*|\bпос[её]л\w+|\bпгт|\bсмт)\s+$")
_BEFORE = 12  # characters before a name in which the word for it stands
_CHAIN = 4  # places that may stand in a row, each within the next
_NEAR_M = 40_000  # metres from a town within which a village near it is looked for
_LINK = 4  # characters between them
_ENDING = 2  # letters of an adjective that its case changes
_KEPT = 4  # letters of a name that no case changes
_MOST = 40  # names that begin alike in one text and are compared
_BESIDE = 16  # characters between an unknown place and the known one that it is near
_LONGEST = 3  # words of an unknown place


def find_places(
    text: str,
    tokens: Sequence[Token],
    situation: Situation,
    names: Sequence[Who],
    times: Sequence[When],
) -> tuple[Where, ...]:
    """Every place expression of the text, in order and without overlap."""
    named = {place.id: place.name for place in situation.places}
    known = tuple(
        replace(where, name=named.get(where.place or "", where.name))
        for where in find_known_places(text, tokens, situation, place_names(situation), _NEARS)
    )
    spans = [*(who.span for who in names), *(when.span for when in times), *(where.span for where in known)]
    finder = _Finder(text, tokens, sorted(span for span in spans if span is not None), situation)
    found = sorted((*known, *finder.unknown()), key=lambda where: where.span or Span(0, 1))
    found = _looked_up(text, found, _sentences(tokens), situation)
    found = [stands_off(text, where, find_place(situation, where.place or "")) for where in found]
    return tuple(_shared(_leaning(text, found, situation)))


def _sentences(tokens: Sequence[Token]) -> Callable[[Where], int]:
    """Tells in which sentence a place stands."""
    starts = [token.span.start for token in tokens]
    return lambda where: tokens[bisect_left(starts, where.span.start)].sentence if where.span else -1


def _looked_up(
    text: str, found: Sequence[Where], sentence_of: Callable[[Where], int], situation: Situation
) -> list[Where]:
    """The places, those that the situation does not know as the gazetteer has them."""
    world = world_of(situation)
    areas = [_area(where, world, situation) for where in found]
    parents = [
        (sentence_of(where), parent_of(place))
        for where in areas
        if where.nearness is Nearness.WITHIN and (place := find_place(situation, where.place or "")) is not None
    ]
    spoken_of = [parent for _, parent in parents]
    towns = [_towns(where) for where in areas]
    told: dict[str, list[Parent]] = {}
    called: set[str] = set()
    for at, each in enumerate(towns):
        for town in each:
            told.setdefault(town.id, []).extend(_told(areas[at : at + _CHAIN], situation))
            called.update({town.id} if _is_called_village(text, areas[at]) else ())
    found = list(areas)
    for at, (where, each) in enumerate(zip(areas, towns, strict=True)):
        if each:
            beside = [parent for sentence, parent in parents if sentence == sentence_of(where)]
            meant = villages(each) if any(town.id in called for town in each) else each
            parents_told = [parent for town in each for parent in told[town.id]]
            found[at] = _placed(where, world.meant(meant, parents_told, beside, spoken_of))
    return found


def _towns(where: Where) -> tuple[Toponym, ...]:
    """The towns that a name can be of which no place is known."""
    is_sought = not (where.place or where.candidates or where.nearness is Nearness.WITHIN)
    return find_towns(where.name) if is_sought else ()


def _is_called_village(text: str, where: Where) -> bool:
    """Whether a word for a village stands before the name: no city of the name is meant then, here or elsewhere."""
    return where.span is not None and _VILLAGE.search(text[: where.span.start][-_BEFORE:]) is not None


def _told(chain: Sequence[Where], situation: Situation) -> list[Parent]:
    """What stands right behind a name: "Тольм Верейского района Зедской области", "Тольм поблизу Вереї"."""
    parents: list[Parent] = []
    for before, area in pairwise(chain):
        if before.span is None or area.span is None or area.nearness is Nearness.AT:
            break
        place = find_place(situation, area.place or "")
        gap = area.span.start - before.span.end
        if not 0 <= gap <= (_BESIDE if area.nearness is Nearness.NEAR else _LINK):
            break
        if place is not None:
            around = place.radius_m + (_NEAR_M if area.nearness is Nearness.NEAR else 0)
            parents.append(Parent(place.lat_e6, place.lon_e6, around))
    return parents


def _area(where: Where, world: World, situation: Situation) -> Where:
    """A region by its adjective: "Зедская область", "на Зедщине"."""
    if where.place or where.candidates:
        return where
    is_within = where.nearness is Nearness.WITHIN
    regions = find_areas(where.name) if is_within else world.here(find_areas_outright(where.name))
    if not is_within and (not regions or any(town.population >= _LARGE for town in find_towns(where.name))):
        return where
    where = replace(where, nearness=Nearness.WITHIN)
    return _placed(where, tuple(place_of(situation, region) for region in world.here(regions) or regions))


def _placed(where: Where, places: Sequence[Place]) -> Where:
    """The place as it is meant: located where it can only be one, by the name that it has there."""
    if len(places) > 1:
        return replace(where, candidates=tuple(place.id for place in places))
    return located(where, places[0]) if places else where


def _leaning(text: str, found: Sequence[Where], situation: Situation) -> list[Where]:
    """The places, an unknown one located by the known one that it is said to be near: "село Тольм под Вереей"."""
    leaning = list(found)
    for at, (where, anchor) in enumerate(pairwise(found)):
        if where.place or where.candidates or not anchor.place or anchor.nearness is not Nearness.NEAR:
            continue
        if where.span is None or anchor.span is None or anchor.span.start - where.span.end > _BESIDE:
            continue
        place = find_place(situation, anchor.place)
        if place is not None and not any(mark in text[where.span.end : anchor.span.start] for mark in ".;:"):
            leaning[at] = located(replace(where, nearness=Nearness.NEAR), place)
    return leaning


def _shared(found: Sequence[Where]) -> Iterator[Where]:
    """The places, each by one name and located wherever it stands where the text locates it once.

    A name in one case is that of another mention where only one can be it: "в П’ятихатках", "у селі П’ятихатки".
    """
    names = {fold(where.name): where for where in reversed(found) if where.is_located or not where.place}
    names.update((fold(where.name), where) for where in reversed(found) if where.is_located)
    alike: dict[str, list[str]] = {}
    for name in names:
        alike.setdefault(name[:_KEPT], []).append(name)
    for where in found:
        if where.place or where.candidates:
            yield where
            continue
        word = fold(where.name)
        others = [name for name in alike[word[:_KEPT]][:_MOST] if name != word and _is_case_of(word, name)]
        known = names[others[0]] if len(others) == 1 and not names[word].is_located else names[word]
        yield replace(known, span=where.span, nearness=known.nearness if known.is_located else where.nearness)


def _is_case_of(one: str, other: str) -> bool:
    """Whether one name is another in some case, of its adjectives the ending alone may differ."""
    words, others = one.split(), other.split()
    if len(words) != len(others) or not is_form_of(words[-1], others[-1]):
        return False
    return all(
        word == name or word[:-_ENDING] == name[: len(word) - _ENDING]
        for word, name in zip(words[:-1], others[:-1], strict=True)
    )


class _Finder:
    """One pass over the tokens for names that the situation does not place."""

    def __init__(self, text: str, tokens: Sequence[Token], taken: Sequence[Span], situation: Situation) -> None:
        self.text = text
        self.situation = situation
        self.tokens = tokens
        self.taken = taken
        self.starts = [span.start for span in taken]
        self.states = state_names()

    def is_taken(self, token: Token) -> bool:
        """Whether somebody, a time or a known place stands there."""
        at = bisect_left(self.starts, token.span.end)
        return at > 0 and any(span.overlaps(token.span) for span in self.taken[max(0, at - 2) : at])

    def unknown(self) -> list[Where]:
        """Places by structure, in order."""
        found: list[Where] = []
        at = 0
        while at < len(self.tokens):
            where, end = self.at(at)
            if where is not None:
                found.append(where)
            at = max(end, at + 1)
        return found

    def at(self, at: int) -> tuple[Where | None, int]:
        """The place that begins at a token and where it ends."""
        if not self.is_name_word(at):
            return None, at
        if _ADJECTIVAL.search(self.tokens[at].lower) and (area := self.area(at))[0] is not None:
            return area
        if _REGION.search(self.tokens[at].lower):
            return self.where(at, at + 1, Nearness.WITHIN), at + 1
        before = self.before(at)
        is_site = before in _SITES or (before == "." and at > 1 and self.tokens[at - 2].lower in {"с", "г", "м", "смт"})
        if is_site or before in _NEARS or (before in _IN and self.may_be_inside(at)) or self.is_town_at(at, before):
            end = self.name_end(at)
            return self.where(at, end, Nearness.NEAR if before in _NEARS else Nearness.AT), end
        return None, at

    def before(self, at: int) -> str:
        """The word before a name, past one adjective: "в окупованому Тольмі"."""
        before = self.tokens[at - 1].lower if at else ""
        return self.tokens[at - 2].lower if at > 1 and _DESCRIBING.search(before) else before

    def name_end(self, at: int) -> int:
        """Where the name that begins at the token ends; the adjective of an area is no part of a town's name."""
        end = at + 1
        while end - at < _LONGEST and end < len(self.tokens) and self.is_name_word(end):
            if _ADJECTIVAL.search(self.tokens[end].lower) and self.area(end)[0] is not None:
                break
            end += 1
        return end

    def is_town_at(self, at: int, before: str) -> bool:
        """Whether a town where the situation is stands there: "по Верее", "из Вереи"; alone, only one of some size."""
        if not self.may_be_inside(at):
            return False
        if before not in _ONTO and self.states.at(self.tokens, at)[1]:
            return False  # a capital stands for its government
        least = 0 if before in _ONTO else _KNOWN
        world = world_of(self.situation)
        towns = world.here(find_towns(self.tokens[at].text))
        if towns and towns[0].population >= least:
            return True
        return bool(world.here(find_areas_outright(self.tokens[at].text)))

    def area(self, at: int) -> tuple[Where | None, int]:
        """An area by an adjective: "Покровский район", "в Тольмской области"."""
        for end in (at + 1, at + 2):
            if end < len(self.tokens) and _AREA_WORD.match(self.tokens[end].lower):
                return self.where(at, end + 1, Nearness.WITHIN), end + 1
            if end < len(self.tokens) and self.tokens[end].text[0].isupper():
                break
        return None, at

    def may_be_inside(self, at: int) -> bool:
        """Whether something may be in it: no state, no acronym, no one of those who speak."""
        lower, text = self.tokens[at].lower, self.tokens[at].text
        if len(text) > 1 and text.isupper():
            return False
        _, entries = self.states.at(self.tokens, at)
        is_listed = any(form_in(lower, nouns) for nouns in (words.OFFICES, words.BODIES, words.GROUPS))
        is_state = any(entry.role in {"name", "demonym"} for entry in entries)
        return not is_state and not is_listed and not lower.endswith(("ого", "ый", "ий"))

    def is_name_word(self, at: int) -> bool:
        """Whether a capitalised Cyrillic word stands there that names nobody and no time."""
        token = self.tokens[at]
        if not (token.text[0].isupper() and is_cyrillic(token.lower)) or len(token.text) < 3:
            return False
        is_opening = at == 0 or self.tokens[at - 1].sentence != token.sentence
        return not is_opening and not self.is_taken(token)

    def where(self, start: int, end: int, nearness: Nearness) -> Where:
        """The place as it is written."""
        span = self.tokens[start].span.to(self.tokens[end - 1].span)
        return Where(span.of(self.text), nearness=nearness, span=span)
