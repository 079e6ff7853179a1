"""Places in Russian and Ukrainian texts: those of the situation in every case, and names that structure shows.

Decides that a capitalised word is a place behind "село", before "область" or behind "в", "под", "біля" where it names
nobody. A place that the situation knows bears the name it has there. One that it does not know keeps the case it is
written in, or that of another mention that gives its nominative.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from trucewatch.language.gazetteer import is_cyrillic
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Token
from trucewatch.language.places import find_known_places, located
from trucewatch.language.slavic import words
from trucewatch.language.slavic.forms import form_in, is_form_of
from trucewatch.language.slavic.states import place_names, state_names
from trucewatch.language.tokens import fold
from trucewatch.situation.model import Place, Situation
from trucewatch.values import Nearness, Span, When, Where, Who

_NEARS = word_set(
    """возле около близ вблизи под недалеко біля поблизу неподалік коло під неподалеку окраине околиці околицях
    окраинах"""
)
_IN = word_set("в во у")
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
    finder = _Finder(text, tokens, sorted(span for span in spans if span is not None))
    found = sorted((*known, *finder.unknown()), key=lambda where: where.span or Span(0, 1))
    return tuple(_shared(_leaning(text, found, {place.id: place for place in situation.places})))


def _leaning(text: str, found: Sequence[Where], places: Mapping[str, Place]) -> list[Where]:
    """The places, an unknown one located by the known one that it is said to be near: "село Тольм под Вереей"."""
    leaning = list(found)
    for at, (where, anchor) in enumerate(pairwise(found)):
        if where.place or where.candidates or not anchor.place or anchor.nearness is not Nearness.NEAR:
            continue
        if where.span is None or anchor.span is None or anchor.span.start - where.span.end > _BESIDE:
            continue
        if not any(mark in text[where.span.end : anchor.span.start] for mark in ".;:"):
            near = replace(where, nearness=Nearness.NEAR)
            leaning[at] = located(near, places[anchor.place], 0)
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

    def __init__(self, text: str, tokens: Sequence[Token], taken: Sequence[Span]) -> None:
        self.text = text
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
        if _ADJECTIVAL.search(self.tokens[at].lower):
            return self.area(at)
        if _REGION.search(self.tokens[at].lower):
            return self.where(at, at + 1, Nearness.WITHIN), at + 1
        before = self.tokens[at - 1].lower if at else ""
        is_site = before in _SITES or (before == "." and at > 1 and self.tokens[at - 2].lower in {"с", "г", "м", "смт"})
        if is_site or before in _NEARS or (before in _IN and self.may_be_inside(at)):
            end = at + 1
            while end - at < _LONGEST and end < len(self.tokens) and self.is_name_word(end):
                end += 1
            return self.where(at, end, Nearness.NEAR if before in _NEARS else Nearness.AT), end
        return None, at

    def area(self, at: int) -> tuple[Where | None, int]:
        """An area by an adjective: "Покровский район", "в Тольмской области"."""
        for end in (at + 1, at + 2):
            if end < len(self.tokens) and _AREA_WORD.match(self.tokens[end].lower):
                return self.where(at, end + 1, Nearness.WITHIN), end + 1
        return None, at

    def may_be_inside(self, at: int) -> bool:
        """Whether something may be in it: no state, no acronym, no one of those who speak."""
        lower, text = self.tokens[at].lower, self.tokens[at].text
        if len(text) > 1 and text.isupper():
            return False
        _, entries = self.states.at(self.tokens, at)
        is_listed = any(form_in(lower, nouns) for nouns in (words.OFFICES, words.BODIES, words.GROUPS))
        return not entries and not is_listed and not lower.endswith(("ого", "ый", "ий"))

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
