"""States as Russian and Ukrainian texts name them, indexed with the situation's own names, in every case.

Decides which known names stand at a token, longest first. Never decides what the name does there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from trucewatch.language.gazetteer import Entry, is_cyrillic, read_states
from trucewatch.language.model import Token
from trucewatch.language.slavic.forms import is_form_of
from trucewatch.language.tokens import cut, fold
from trucewatch.situation.model import Situation
from trucewatch.values import Kind

_KEY = 2  # letters of the first word that no case changes


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a name, folded and as written."""

    lower: str
    text: str

    def is_in(self, token: Token) -> bool:
        """Whether the token is this word in some case; a name's capitals may not be missing, nor an acronym's."""
        if not is_cyrillic(self.lower):
            return token.lower == self.lower
        capitals = len(self.text) if self.text.isupper() else int(self.text[0].isupper())
        if token.text[:capitals] != token.text[:capitals].upper():
            return False
        return is_form_of(token.lower, self.lower)


class Cases:
    """Names by the first letters of their first word, found in any case. The first name put in wins."""

    def __init__(self, names: Iterable[tuple[str, Entry]]) -> None:
        self._by_key: dict[str, list[tuple[tuple[_Word, ...], Entry]]] = {}
        listed = tuple(names)
        self.names = frozenset(fold(name) for name, _ in listed)
        for name, entry in listed:
            words = tuple(_Word(fold(piece.text), piece.text) for piece in cut(name))
            if words:
                self._by_key.setdefault(words[0].lower[:_KEY], []).append((words, entry))
        for rows in self._by_key.values():
            rows.sort(key=lambda row: -len(row[0]))  # stable: longest first, then as put in

    def at(self, tokens: Sequence[Token], start: int) -> tuple[int, tuple[Entry, ...]]:
        """The end of the longest name that begins at the token, and its entries; ``(start, ())`` if there is none."""
        best, found = 0, dict[Entry, None]()
        for words, entry in self._by_key.get(tokens[start].lower[:_KEY], ()):
            if len(words) < best:
                break
            if start + len(words) <= len(tokens) and _stands(tokens, start, words):
                best = len(words)
                found[entry] = None
        return start + best, tuple(found)


def _stands(tokens: Sequence[Token], start: int, words: Sequence[_Word]) -> bool:
    return all(word.is_in(tokens[start + at]) for at, word in enumerate(words))


@cache
def state_names() -> Cases:
    """States by name, adjective, capital and seat of government, in Russian and Ukrainian."""
    names = {state.code: state.name for state in read_states()}
    rows = files("trucewatch.language.slavic").joinpath("states.tsv").read_text(encoding="utf-8").splitlines()
    listed: list[tuple[str, Entry]] = []
    for row in rows:
        if not row or row.startswith("#"):
            continue
        code, *fields = row.split("\t")
        for role, field in zip(("name", "demonym", "capital", "seat"), fields, strict=True):
            entry = Entry(Kind.STATE, names[code], state=code, role=role)
            listed.extend((name, entry) for name in field.split("|") if name)
    return Cases(listed)


@lru_cache(maxsize=8)
def situation_names(situation: Situation) -> Cases:
    """The people, bodies, parties and sources of a situation by every alias."""
    listed: list[tuple[str, Entry]] = []
    for person in situation.people:
        entry = Entry(Kind.PERSON, person.name, person.id, person.party, person.state, person.office)
        listed.extend((name, entry) for name in (person.name, *person.aliases))
    for body in situation.bodies:
        entry = Entry(Kind.BODY, body.name, body.id, body.party, body.state)
        listed.extend((name, entry) for name in (body.name, *body.aliases))
    for party in situation.parties:
        entry = Entry(Kind.STATE if party.state else Kind.GROUP, party.name, party.id, party.id, party.state)
        listed.extend((name, entry) for name in (party.name, *party.aliases))
    for source in situation.sources:
        entry = Entry(Kind.SOURCE, source.name, source.id, source.party)
        listed.extend((name, entry) for name in (source.name, *source.aliases))
    return Cases(listed)


@lru_cache(maxsize=8)
def place_names(situation: Situation) -> Cases:
    """The places of a situation by every alias."""
    return Cases(
        (name, Entry(Kind.UNKNOWN, place.name, place.id, state=place.state, place=place.id))
        for place in situation.places
        for name in (place.name, *place.aliases)
    )
