"""Who is named in a Russian or Ukrainian text: what the situation knows, states, forces and persons.

Decides where a name stands and what kind of thing it names. A name keeps the case it is written in unless the
situation, the table of states or another mention of the same text gives its nominative. Never decides who acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from trucewatch.language.gazetteer import Entry, is_cyrillic, parties_by_state
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Token
from trucewatch.language.organs import give_organs
from trucewatch.language.slavic import words
from trucewatch.language.slavic.forms import form_in, is_form_of
from trucewatch.language.slavic.states import place_names, situation_names, state_names
from trucewatch.situation.model import Situation
from trucewatch.values import Kind, Span, Who

_LONGEST = 4  # words of a person's name
_SHORTEST_SURNAME = 3  # letters that a surname and its case forms share
_OFFICE_REACH = 12  # words between an office and the name of its holder
_SURNAME = re.compile(
    r"(?:ов|ев|ёв|єв|їв|ин|ін|їн|ий|ій|ой|ко|ук|юк|ян|дзе|швили|швілі|их|ик|ік|ец|ець|ць|ич|сон|ман|берг|штейн|ер|ль)"
    r"(?:а|у|ым|им|ом|е|і|ой|ою|ого|ому|ві|я|ем|ою)?$"
)
_DWELLERS = word_set("житель жительница жители мешканець мешканка мешканці жителі")
_OF_A_SIDE = re.compile(r"(?:ск|ськ|цьк|зьк)[а-яіїє]{1,3}$")
_FINITE = re.compile(r"(?:[аяуюи]ет|[аяую]ют|[аяую]є|[аяую]ють|[ие]ть|[еи]тся|ться|[аи]ла|[аи]ли|[аи]ли|[аи]в|[аи]л)$")
_INITIAL = re.compile(r"(?:[А-ЯЁІЇЄҐ]\.)+$")
_PLACING = word_set("в во у на под під біля возле поблизу из з із до от від из-за через над")


def find_names(text: str, tokens: Sequence[Token], situation: Situation) -> tuple[Who, ...]:
    """Every mention of somebody, in text order and without overlap."""
    spotter = _Spotter(text, tokens, situation)
    found = tuple(spotter.mentions())
    ordered = tuple(sorted((*found, *spotter.surnames(found)), key=lambda who: who.span or Span(0, 1)))
    return give_organs(_in_nominative(ordered), situation)


class _Spotter:
    """One pass over the tokens of one text."""

    def __init__(self, text: str, tokens: Sequence[Token], situation: Situation) -> None:
        self.text = text
        self.tokens = tokens
        self.known = situation_names(situation)
        self.states = state_names()
        self.places = place_names(situation)
        self.parties = parties_by_state(situation)

    def mentions(self) -> Iterator[Who]:
        at = 0
        while at < len(self.tokens):
            end, who = self.read(at)
            if who is not None:
                yield who
            at = max(end, at + 1)

    def surnames(self, found: Sequence[Who]) -> Iterator[Who]:
        """Further mentions by surname alone of those that the text names in full."""
        taken = {at for who in found if who.span is not None for at in range(who.span.start, who.span.end)}
        lasts: dict[str, list[str]] = {}
        for name in dict.fromkeys(who.name for who in found if who.kind is Kind.PERSON and not who.entity):
            *firsts, last = name.lower().split()
            if firsts and len(last) > _SHORTEST_SURNAME:
                lasts.setdefault(last[:_SHORTEST_SURNAME], []).append(last)
        for at, token in enumerate(self.tokens):
            near = lasts.get(token.lower[:_SHORTEST_SURNAME], ()) if token.text[0].isupper() else ()
            if token.span.start not in taken and any(is_form_of(token.lower, last) for last in near):
                yield Who(token.text, Kind.PERSON, token.text, self.span(at, at + 1))

    def read(self, at: int) -> tuple[int, Who | None]:
        if not is_cyrillic(self.tokens[at].lower) and not self.tokens[at].text[0].isupper():
            return at, None
        end, entries = self.known.at(self.tokens, at)
        if entries:
            if entries[0].entity == entries[0].party and _OF_A_SIDE.search(self.tokens[end - 1].lower):
                forces = self.forces(at, end, entries[0])
                if forces is not None:
                    return forces
            return end, self.known_name(at, end, entries)
        end, entries = self.states.at(self.tokens, at)
        if entries and entries[0].role != "capital":
            return self.of_state(at, end, entries[0])
        return self.person(at)

    def known_name(self, at: int, end: int, entries: Sequence[Entry]) -> Who:
        entry, span = entries[0], self.span(at, end)
        if len({other.entity for other in entries}) > 1:
            return Who(span.of(self.text), entry.kind, span.of(self.text), span, candidates=_names(entries))
        party = entry.party or self.parties.get(entry.state, "")
        office = (self.office(at)[0] or entry.office) if entry.kind is Kind.PERSON else entry.office
        return Who(entry.name, entry.kind, span.of(self.text), span, office, entry.state, entry.entity, party)

    def of_state(self, at: int, end: int, entry: Entry) -> tuple[int, Who | None]:
        """A state by name, or its forces and bodies by an adjective: "карвийские военные"."""
        party = self.parties.get(entry.state, "")
        if entry.role != "demonym":
            span = self.span(at, end)
            return end, Who(entry.name, Kind.STATE, span.of(self.text), span, state=entry.state, party=party)
        return self.forces(at, end, entry) or (end, None)

    def forces(self, at: int, end: int, entry: Entry) -> tuple[int, Who] | None:
        """The people or body that an adjective in front ties to a side."""
        head = next((i for i in range(end, min(end + 3, len(self.tokens))) if self.kind_of(i) is not None), -1)
        kind = self.kind_of(head) if head >= 0 else None
        if kind is None or any(not is_cyrillic(self.tokens[i].lower) for i in range(at, head)):
            return None
        span = self.span(at, head + 1)
        words_, party = span.of(self.text), entry.party or self.parties.get(entry.state, "")
        return head + 1, Who(words_, kind, words_, span, state=entry.state, party=party)

    def kind_of(self, at: int) -> Kind | None:
        """What a common noun names, where it names people or a body."""
        lower = self.tokens[at].lower
        if form_in(lower, words.GROUPS):
            return Kind.GROUP
        return Kind.BODY if form_in(lower, words.BODIES) else None

    def person(self, at: int) -> tuple[int, Who | None]:
        """A run of capitalised words that is a person by its office, its length or its ending."""
        if self.is_place(at) or (at and form_in(self.tokens[at - 1].lower, _DWELLERS)):
            return at, None  # "жительница Тольма Мария": the place they live in
        end = at
        while end < len(self.tokens) and end - at < _LONGEST and self.is_name_word(end, is_first=end == at):
            end += 1
        if end == at or is_initial(self.tokens[end - 1].text):
            return at, None
        office, state = self.office(at)
        if not office and not self.is_person(at, end):
            return end, None
        span = self.span(at, end)
        name = span.of(self.text)
        return end, Who(name, Kind.PERSON, name, span, office, state, party=self.parties.get(state, ""))

    def is_person(self, at: int, end: int) -> bool:
        before = self.tokens[at - 1].lower if at else ""
        if end - at < 2 or (before in _PLACING and self.tokens[at - 1].sentence == self.tokens[at].sentence):
            return False
        return _SURNAME.search(self.tokens[end - 1].lower) is not None or is_initial(self.tokens[at].text)

    def is_name_word(self, at: int, *, is_first: bool) -> bool:
        """Whether the word may be part of a person's name: capitalised, and no common noun that opens a sentence."""
        token = self.tokens[at]
        if is_initial(token.text):
            return True
        if not (is_cyrillic(token.lower) and token.text[0].isupper()) or (len(token.text) > 1 and token.text.isupper()):
            return False
        if not is_first:
            is_apart = (
                token.sentence != self.tokens[at - 1].sentence or self.states.at(self.tokens, at)[1] or self.is_side(at)
            )
            return not (is_apart or self.is_common(token.lower))
        return not self.is_common(token.lower)

    def is_side(self, at: int) -> bool:
        """Whether a party, body or place of the situation is named there: no part of a person's name."""
        entries = self.known.at(self.tokens, at)[1]
        return bool(entries and entries[0].kind is not Kind.PERSON) or self.is_place(at)

    def is_place(self, at: int) -> bool:
        """Whether a place of the situation is named there."""
        return bool(self.places.at(self.tokens, at)[1])

    @staticmethod
    def is_common(lower: str) -> bool:
        listed = words.PREPOSITIONS | words.CONJUNCTIONS | words.SUBORDINATORS | words.ADVERBS | words.PRONOUNS
        return lower in listed or any(form_in(lower, nouns) for nouns in (words.OFFICES, words.BODIES, words.GROUPS))

    def office(self, name: int) -> tuple[str, str]:
        """The office that stands before the name, as written, and the state that its words name."""
        start, state = -1, ""
        for at in range(name - 1, max(name - _OFFICE_REACH, -1), -1):
            token = self.tokens[at]
            is_over = token.sentence != self.tokens[name].sentence or _FINITE.search(token.lower) is not None
            if is_over or not is_office_word(token):
                break
            if form_in(token.lower, words.OFFICES):
                start = at
            _, entries = self.states.at(self.tokens, at)
            if entries and entries[0].role in {"name", "demonym", "seat"}:
                state = state or entries[0].state
                if entries[0].role == "demonym" and start == at + 1:
                    start = at
        if start < 0:
            return "", ""
        return self.span(start, name).of(self.text), state

    def span(self, start: int, end: int) -> Span:
        return self.tokens[start].span.to(self.tokens[end - 1].span)


def is_initial(text: str) -> bool:
    """Whether the token is the initial of a first name."""
    return _INITIAL.match(text) is not None


def is_office_word(token: Token) -> bool:
    """Whether the token may stand inside an office: a word, or a preposition that offices take."""
    if not is_cyrillic(token.lower):
        return False
    lower = token.lower
    if lower in words.PREPOSITIONS:
        return lower in words.OFFICE_LINKS
    return lower not in words.SUBORDINATORS and lower not in words.ADVERBS and lower not in words.PRONOUNS


def _names(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.name for entry in entries))


def _in_nominative(found: tuple[Who, ...]) -> tuple[Who, ...]:
    """The same mentions; a name that another mention gives whole or in the nominative takes it from there."""
    unknown = [who for who in found if who.kind is Kind.PERSON and not who.entity]
    forms = tuple(dict.fromkeys(who.name for who in unknown))
    better = {name: _better(name, forms) for name in forms}
    return tuple(
        replace(who, name=better.get(who.name, who.name)) if who.kind is Kind.PERSON and not who.entity else who
        for who in found
    )


def _better(name: str, forms: Sequence[str]) -> str:
    """The one other name of the text that this is a case form of, or the name itself."""
    parts = name.lower().split()
    fits = [form for form in forms if form != name and _is_case_of(parts, form.lower().split())]
    return fits[0] if len(fits) == 1 else name


def _is_case_of(parts: Sequence[str], others: Sequence[str]) -> bool:
    if len(parts) > len(others) or (len(parts) > 1 and len(parts) != len(others)):
        return False
    return all(is_form_of(one, other) for one, other in zip(parts, others[-len(parts) :], strict=True))
