"""One sentence under the Russian and Ukrainian rules: its words, who and what stands where, and where clauses end.

Decides bounds and cases as far as endings tell them; a case that could be two is neither. Never decides what happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from trucewatch.events.slavic.giving import GOODS
from trucewatch.events.slavic.targets import SUFFERERS, TARGETS
from trucewatch.events.slavic.triggers import Trigger, carriers, triggers
from trucewatch.events.slavic.weapons import WEAPONS
from trucewatch.events.view import Sentence
from trucewatch.language.gazetteer import is_cyrillic
from trucewatch.language.lexicon import begins, word_set
from trucewatch.language.slavic import words as listed
from trucewatch.language.slavic.forms import form_in, looks_past
from trucewatch.language.slavic.sides import Sides
from trucewatch.values import Kind, Span, Where, Who

_BREAKS = frozenset({",", ";", ":", "—", "–", "-", "(", ")", "…", ".", "!", "?"})
_LINKED = word_set("и і й та или або")
RELATIVE = ("котор", "який", "яка", "яке", "які", "якого", "якої", "яким", "яких", "якою")
NO_NOUN = (
    word_set("был была было были будет будут був була було були буде будуть")
    | listed.PREPOSITIONS
    | listed.CONJUNCTIONS
    | listed.SUBORDINATORS
    | listed.ADVERBS
    | listed.NEGATIONS
)
_LONGEST = 9  # words of one phrase
_INSERTION = 14  # words between two commas that are stepped over on the way to a subject
_BACK = 24  # words before a verb in which its subject is looked for
_INSTRUMENTAL = ("ами", "ями", "ою", "ею", "ой", "ей", "ом", "ем", "єм", "ым", "им", "єю", "ією", "ью", "ьми")
_OBLIQUE = re.compile(
    r"(?:ами|ями|ами|ах|ях|ам|ям|ого|его|ому|ему|ым|им|ою|ею|ую|юю|ої|ові|еві|еві|[бвгґджзклмнпрстфхцчшщ]ом|ем|у|ю)$"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by words ``[start, end)`` of its sentence."""

    start: int
    end: int


class Clauses:
    """One sentence with what its words are."""

    def __init__(self, sentence: Sentence, sides: Sides) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.sides = sides
        self.words = tuple(token.lower.replace("ё", "е") for token in sentence.tokens)
        self.triggers = tuple(self._triggers())
        self.tells_harm = any(SUFFERERS.of(word) for word in self.words)

    @cached_property
    def who(self) -> dict[int, Who]:
        """Whom each word is part of the name of."""
        return {at: who for who in self.sentence.names for at in self._tokens_of(who.span)}

    @cached_property
    def where(self) -> dict[int, Where]:
        """Which place each word is part of the name of."""
        return {at: place for place in self.sentence.places for at in self._tokens_of(place.span)}

    def _tokens_of(self, span: Span | None) -> range:
        if span is None:
            return range(0)
        return range(self.sentence.index_at(span.start), self.sentence.index_at(span.end - 1) + 1)

    def _triggers(self) -> Iterator[tuple[int, Trigger]]:
        known = triggers()
        for at, word in enumerate(self.words):
            trigger = known.get(word)
            if trigger is not None and not (at and self.tokens[at].text[:1].isupper()):
                yield at, trigger

    def span(self, phrase: Phrase) -> Span:
        """The words of a phrase as they stand."""
        return self.sentence.cover(phrase.start, phrase.end)

    def of(self, phrase: Phrase) -> tuple[str, ...]:
        """The words of a phrase in small letters."""
        return self.words[phrase.start : phrase.end]

    def at(self, index: int) -> str:
        """The word there, or "" outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_break(self, at: int) -> bool:
        """Whether a mark that parts clauses stands there, or the sentence ends."""
        return not 0 <= at < len(self.words) or self.words[at] in _BREAKS

    def is_verb(self, at: int) -> bool:
        """Whether the word there is a predicate: a trigger's or carrier's form, or a past tense by its ending."""
        word = self.words[at]
        trigger = triggers().get(word)
        if trigger is not None:
            return not trigger.is_noun
        if word in carriers():
            return True
        if at in self.who or at in self.where or not is_cyrillic(word) or len(word) < 4:
            return False
        is_noun = TARGETS.of(word) or WEAPONS.of(word) or GOODS.of(word) or is_person_word(word)
        return looks_past(word) and not is_noun

    def clause_start(self, at: int) -> int:
        """The first word of the clause: behind the mark or the subordinating word before it."""
        while at > 0 and not self.is_break(at - 1) and self.words[at - 1] not in listed.SUBORDINATORS:
            at -= 1
        return at

    def clause_end(self, at: int) -> int:
        """One past the last word of the clause."""
        while at < len(self.words) and not self.is_break(at) and self.words[at] not in listed.SUBORDINATORS:
            at += 1
        return at

    def phrase_at(self, start: int) -> Phrase | None:
        """The noun phrase that begins there: to a preposition, verb, time or mark; "and" only where a noun follows."""
        at = start
        while at < len(self.words) and at - start < _LONGEST and self._is_in_phrase(start, at):
            at += 1
        while at > start and self.words[at - 1] in _LINKED:
            at -= 1
        return Phrase(start, at) if at > start else None

    def _is_in_phrase(self, start: int, at: int) -> bool:
        word = self.words[at]
        if word in {"«", "»", '"', "“", "”", "„"}:
            return True
        if self.is_break(at) or at in self.sentence.timed:
            return False
        if word in _LINKED:
            return (
                at > start and not self.is_break(at + 1) and not self.is_verb(at + 1) and self.at(at + 1) not in NO_NOUN
            )
        if word in NO_NOUN or word in listed.PRONOUNS:
            return False
        trigger = triggers().get(word)
        is_deed = trigger is not None and trigger.is_noun and at > start
        return not is_deed and not self.is_verb(at)

    def preposition_before(self, at: int) -> str:
        """The preposition that governs the phrase whose word stands there, past adjectives and numbers, or ""."""
        back = at - 1
        while back >= 0 and at - back < 5 and (is_adjective(self.words[back]) or self.words[back][:1].isdigit()):
            back -= 1
        word = self.at(back)
        return word if word in listed.PREPOSITIONS else ""

    def people_back(self, verb: int) -> Iterator[int]:
        """The words before a verb at which somebody may be named as its subject, nearest first.

        What stands between commas is stepped over; a relative word hands over to what stands before its comma.
        """
        at = verb - 1
        while at >= 0 and verb - at < _BACK:
            word = self.words[at]
            if word.startswith(RELATIVE) and self.at(at - 1) == ",":
                yield from self._antecedent(at - 2)
                return
            if word == ",":
                opened = self._insertion(at)
                if opened < 0:
                    return
                at = opened
            elif self.is_break(at) or word in listed.SUBORDINATORS:
                return
            else:
                yield at
            at -= 1

    def _antecedent(self, at: int) -> Iterator[int]:
        """What a relative clause is about: the words before its comma, to the clause's start."""
        yield from range(at, self.clause_start(max(at, 0)) - 1, -1)

    def _insertion(self, comma: int) -> int:
        """The comma that opens what the given one closes, where no deed is told between; -1 where there is none."""
        for at in range(comma - 1, max(comma - _INSERTION, -1), -1):
            if self.words[at] == ",":
                return at
            trigger = triggers().get(self.words[at])
            if self.is_break(at) or (
                trigger is not None and trigger.form is not None and trigger.form.kind == "finite"
            ):
                return -1
        return -1


def is_adjective(word: str) -> bool:
    """Whether the word has an adjective's ending."""
    return len(word) > 4 and word.endswith(_ADJECTIVAL)


_ADJECTIVAL = begins(
    """ый ий ой ая яя ое ее ые ие ого его ому ему ым им ую юю ых их ыми ими ій ої ною кою ній
    вій кій ні кі ві на ська"""
)


def is_person_word(word: str) -> bool:
    """Whether the word is a common noun for people, an office or a body, in some case."""
    return any(form_in(word, nouns) for nouns in (listed.GROUPS, listed.OFFICES, listed.BODIES))


def is_nominative(word: str) -> bool:
    """Whether a common noun for people or bodies stands in the nominative, or a name may."""
    if any(word in nouns for nouns in (listed.GROUPS, listed.OFFICES, listed.BODIES)):
        return True
    return not is_person_word(word) and _OBLIQUE.search(word) is None


def is_instrumental(word: str) -> bool:
    """Whether the word may say by whom or with what."""
    return word.endswith(_INSTRUMENTAL)


def kind_of(word: str) -> Kind:
    """What a common noun names."""
    return Kind.GROUP if form_in(word, listed.GROUPS) else Kind.BODY if form_in(word, listed.BODIES) else Kind.PERSON
