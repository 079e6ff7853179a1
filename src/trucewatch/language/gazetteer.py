"""What the situation file and the table of states know by name, indexed for one pass over the tokens.

Decides which known names stand in a text, longest first and by whole words. Never decides what the name does there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from trucewatch.language.model import Token
from trucewatch.language.tokens import cut, fold
from trucewatch.situation.model import Situation
from trucewatch.values import Kind

_CYRILLIC_ENDING = 3  # letters by which a case ending may lengthen a name: -ами, -ові, -ого
_CYRILLIC_STEM = 4  # shorter stems would match other words


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody or something known by name. ``role`` is name, capital, seat or demonym for states, else name."""

    kind: Kind
    name: str
    entity: str = ""
    party: str = ""
    state: str = ""
    office: str = ""
    role: str = "name"
    place: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """One row of ``states.tsv``."""

    code: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]


@cache
def read_states() -> tuple[State, ...]:
    """The table of states shipped with the package."""
    rows = files("trucewatch.language").joinpath("states.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_read_state(row) for row in rows if row and not row.startswith("#"))


def _read_state(row: str) -> State:
    code, name, *lists = row.split("\t")
    aliases, demonyms, capitals, seats = (tuple(item for item in field.split("|") if item) for field in lists)
    return State(code, name, aliases, demonyms, capitals, seats)


class Gazetteer:
    """Names by their first word. Where two entries share a name, the first one put in wins its kind."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self._stems: dict[str, list[tuple[str, Entry]]] = {}

    def put(self, name: str, entry: Entry) -> None:
        """Add one name of an entry."""
        words = tuple(fold(piece.text) for piece in cut(name))
        if len(words) > 1 and words[0] == "the":
            words = words[1:]  # a text may leave the article out, or write it in either case
        if not words:
            return
        rows = self._by_first.setdefault(words[0], [])
        if all(row != (words[1:], entry) for row in rows):
            rows.append((words[1:], entry))
            rows.sort(key=lambda row: -len(row[0]))  # stable: longest first, then as put in
        if len(words) == 1 and len(words[0]) > _CYRILLIC_STEM and is_cyrillic(words[0]):
            self._stems.setdefault(words[0][:_CYRILLIC_STEM], []).append((words[0], entry))

    def at(self, tokens: Sequence[Token], start: int) -> tuple[int, tuple[Entry, ...]]:
        """The end of the longest name that begins at the token, and its entries; ``(start, ())`` if there is none."""
        best, found = 0, list[Entry]()
        for rest, entry in self._by_first.get(tokens[start].lower, ()):
            if len(rest) + 1 < best:
                break
            if all(
                start + 1 + at < len(tokens) and tokens[start + 1 + at].lower == word for at, word in enumerate(rest)
            ):
                best = len(rest) + 1
                found.append(entry)
        if not found and self._stems and is_cyrillic(tokens[start].lower):
            found = list(self._inflected(tokens[start].lower))
            best = 1 if found else 0
        return start + best, tuple(found)

    def named(self, word: str) -> tuple[Entry, ...]:
        """The entries that go by this one word alone."""
        return tuple(entry for rest, entry in self._by_first.get(word, ()) if not rest)

    def _inflected(self, word: str) -> Iterator[Entry]:
        """Entries whose Cyrillic name differs from the word in its case ending alone."""
        for name, entry in self._stems.get(word[:_CYRILLIC_STEM], ()):
            shared = 0
            for ours, theirs in zip(name, word, strict=False):
                if ours != theirs:
                    break
                shared += 1
            if max(len(name), len(word)) - shared <= _CYRILLIC_ENDING and shared >= len(name) - 2:
                yield entry


def is_cyrillic(word: str) -> bool:
    """Whether the word is written in Cyrillic letters."""
    return "Ѐ" <= word[0] <= "ӿ"


@cache
def _state_gazetteer() -> Gazetteer:
    gazetteer = Gazetteer()
    for state in read_states():
        for role, names in (
            ("name", (state.name, *state.aliases)),
            ("demonym", state.demonyms),
            ("capital", state.capitals),
            ("seat", state.seats),
        ):
            for name in names:
                gazetteer.put(name, Entry(Kind.STATE, state.name, state=state.code, role=role))
    return gazetteer


def state_gazetteer() -> Gazetteer:
    """States by name, demonym, capital and seat of government."""
    return _state_gazetteer()


@lru_cache(maxsize=8)
def situation_gazetteer(situation: Situation) -> Gazetteer:
    """The people, bodies, parties and sources of a situation by every alias."""
    gazetteer = Gazetteer()
    for person in situation.people:
        entry = Entry(Kind.PERSON, person.name, person.id, person.party, person.state, person.office)
        _put_all(gazetteer, (person.name, *person.aliases), entry)
    for body in situation.bodies:
        entry = Entry(Kind.BODY, body.name, body.id, body.party, body.state)
        _put_all(gazetteer, (body.name, *body.aliases), entry)
    for party in situation.parties:
        kind = Kind.STATE if party.state else Kind.GROUP
        entry = Entry(kind, party.name, party.id, party.id, party.state)
        _put_all(gazetteer, (party.name, *party.aliases), entry)
    for source in situation.sources:
        entry = Entry(Kind.SOURCE, source.name, source.id, source.party)
        _put_all(gazetteer, (source.name, *source.aliases), entry)
    return gazetteer


@lru_cache(maxsize=8)
def place_gazetteer(situation: Situation) -> Gazetteer:
    """The places of a situation by every alias."""
    gazetteer = Gazetteer()
    for place in situation.places:
        entry = Entry(Kind.UNKNOWN, place.name, place.id, state=place.state, place=place.id)
        _put_all(gazetteer, (place.name, *place.aliases), entry)
    return gazetteer


def _put_all(gazetteer: Gazetteer, names: Sequence[str], entry: Entry) -> None:
    for name in names:
        gazetteer.put(name, entry)


@lru_cache(maxsize=8)
def parties_by_state(situation: Situation) -> dict[str, str]:
    """ISO code -> party id, where exactly one party is that state."""
    counted: dict[str, list[str]] = {}
    for party in situation.parties:
        if party.state:
            counted.setdefault(party.state, []).append(party.id)
    return {code: ids[0] for code, ids in counted.items() if len(ids) == 1}
