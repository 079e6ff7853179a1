"""Goods behind a word that tells the stage by itself: "pledged 50 tanks", "asked A for fuel", "an offer of 30 lorries".

Decides which phrase is so governed and how far it has come. Only goods of a known class count: what else is promised or
sought (a response, talks, an answer) is nothing given. Verbs of giving are ``deeds``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from trucewatch.events.commitments.deeds import Deed, antecedent
from trucewatch.events.commitments.gifts import THINGS
from trucewatch.events.commitments.giving_verbs import Sort, is_passive
from trucewatch.events.commitments.goods import (
    HUMANITARIAN,
    OBSERVERS,
    OTHER,
    TERRITORY,
    TROOPS,
    TRUCE,
    goods_in,
    sum_before,
    thing_at,
)
from trucewatch.events.commitments.nominal import of_cue
from trucewatch.events.commitments.telling import Undertaking, of_telling_noun
from trucewatch.events.commitments.terms import is_accord
from trucewatch.events.phrases import Phrase, phrase_ending
from trucewatch.events.roles import find_agent, find_subject
from trucewatch.events.stages import CUES, LAYING_DOWN
from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag
from trucewatch.situation.model import Stage

_LINKS = frozenset({"for", "of", "on", "to"})
_ASKING = frozenset({"ask", "call", "appeal", "press", "plead", "push", "request"})
_PROMISING = frozenset({"promise", "pledge", "offer", "vow", "guarantee"})
_CONSENTING, _CONSENTED = frozenset({"accept"}), frozenset({OBSERVERS, TROOPS, HUMANITARIAN})
#: What is promised though it is of no class of its own.
GIFTS = THINGS | frozenset({"passage"}) | word_set("well wells hospital school clinic bridge road ferry autonomy seats")
#: Verbs that tell the stage of a deed alone: who begins a withdrawal gives it, who orders patrols gives nobody any.
_OF_DEEDS = frozenset({"order", "prepare", "complete", "confirm", "begin", "start", "finish", "secure", "receive"})
_HOPING = frozenset({"hope", "hopes", "hoped", "hoping", "hopeful"})
_GUARANTEES = frozenset({"guarantees", "guarantee", "assurances"})
_CLAUSE = 20  # tokens of a clause that hopes
_TOWARDS = _ASKING - {"request"}
_KEEPING_BACK = frozenset({"refuse", "withhold"})
_UNGIVEN = frozenset({TERRITORY})  # a village is wanted or planned in many ways that give it to nobody


def find_cued(sentence: Sentence) -> Iterator[tuple[Deed, Undertaking]]:
    """The goods a sentence promises, seeks or withholds without a verb of giving, each with how far it has come."""
    for at, token in enumerate(sentence.tokens):
        if token.tag is Tag.VERB and (token.lemma in CUES or token.lemma in _ASKING or token.lemma in LAYING_DOWN):
            yield from _of_verb(sentence, at)
        elif token.lemma == "rule" and sentence.lowers(at + 1, at + 2) == ("out",):
            yield from _ruled_out(sentence, at)
        elif token.lower in _HOPING and sentence.lowers(at + 1, at + 2) == ("for",):
            yield from _hoped(sentence, at)
        elif token.lower in _HOPING and sentence.lowers(at + 1, at + 2) == ("that",):
            yield from _hoped_that(sentence, at)
        elif token.tag is Tag.NOUN and token.lemma in CUES:
            yield from _of_noun(sentence, at)


def _of_verb(sentence: Sentence, at: int) -> Iterator[tuple[Deed, Undertaking]]:
    told = _told(sentence, at)
    if told is None:
        return
    if is_passive(sentence, at):
        yield from _turned(sentence, at, told)
        return
    for phrase, asked in _objects(sentence, at):
        yield from _pair(sentence, at, phrase, replace(told, giver=told.giver or asked))


def _ruled_out(sentence: Sentence, at: int) -> Iterator[tuple[Deed, Undertaking]]:
    """The words "ruled out an amnesty": refused."""
    phrase = thing_at(sentence, at + 2)
    goods = goods_in(sentence, phrase) if phrase is not None else None
    if phrase is None or goods is None:
        return
    what = goods.what or (OTHER if sentence.tokens[goods.head].lower in GIFTS else "")
    if what and what not in {TRUCE, TERRITORY}:
        told = Undertaking(Stage.REFUSED, at, find_subject(sentence, at))
        yield Deed(at, at, goods.end, Sort.CUE, what, goods.amount, phrase), told


def _hoped_that(sentence: Sentence, at: int) -> Iterator[tuple[Deed, Undertaking]]:
    """The words "hope that A will back it with security guarantees": guarantees sought from A."""
    for index in range(at + 2, min(len(sentence.tokens), at + _CLAUSE)):
        phrase = phrase_ending(sentence, index) if sentence.tokens[index].lower in _GUARANTEES else None
        if phrase is None:
            continue
        verb = next((i for i in range(at + 1, index) if sentence.tokens[i].tag is Tag.VERB), None)
        giver = find_subject(sentence, verb) if verb is not None else None
        told = Undertaking(Stage.SOUGHT, at, giver, find_subject(sentence, at))
        yield from _pair(sentence, at, phrase, told)
        return


def _hoped(sentence: Sentence, at: int) -> Iterator[tuple[Deed, Undertaking]]:
    """The words "are still hoping for guarantees", "hopeful for": sought."""
    phrase = thing_at(sentence, at + 2)
    if phrase is not None:
        yield from _pair(sentence, at, phrase, Undertaking(Stage.SOUGHT, at, seeker=find_subject(sentence, at)))


def _told(sentence: Sentence, at: int) -> Undertaking | None:
    """How far the object of the verb has come; of what an agreement lays down, agreed."""
    lemma = sentence.tokens[at].lemma
    if lemma in LAYING_DOWN and is_accord(sentence, at):
        return Undertaking(Stage.AGREED, at)
    if lemma in CUES.keys() - _OF_DEEDS:
        told = of_cue(sentence, at)
        is_turned_down = CUES[lemma] is Stage.REFUSED and lemma not in _KEEPING_BACK  # what others offer
        return None if is_turned_down else told
    subject = find_subject(sentence, at) if lemma in _ASKING else None
    return Undertaking(Stage.SOUGHT, at, seeker=subject) if subject is not None else None


def _objects(sentence: Sentence, at: int) -> Iterator[tuple[Phrase, Phrase | None]]:
    """What follows the verb; where somebody is asked for something, that and whoever is asked."""
    lemma = sentence.tokens[at].lemma
    first = at + 1
    if sentence.lowers(first, first + 1) and sentence.tokens[first].lower in _LINKS:
        if (
            sentence.tokens[first].lower == "to"
            and first + 1 < len(sentence.tokens)
            and sentence.tokens[first + 1].tag is Tag.VERB
        ):
            return
        first += 1
    found = thing_at(sentence, first)
    if found is None:
        held_back = antecedent(sentence, at)  # "guarantees, something A is unwilling to offer"
        if held_back is not None and sentence.tokens[at].form == "base":
            yield held_back, None
        return
    if (
        lemma in _TOWARDS
        and sentence.tokens[at + 1].lower != "for"
        and sentence.lowers(found.end, found.end + 1) != ("for",)
    ):
        return  # whom they ask is nothing asked for
    is_asked = lemma in _ASKING and sentence.lowers(found.end, found.end + 1) == ("for",)
    inner = thing_at(sentence, found.end + 1) if is_asked else None
    yield (inner, found) if inner is not None else (found, None)


def _turned(sentence: Sentence, at: int, told: Undertaking) -> Iterator[tuple[Deed, Undertaking]]:
    """The words "the lorries were promised by A" and "B was promised 30 tanks by A"."""
    agent = find_agent(sentence, at)
    behind = thing_at(sentence, at + 1)
    is_kept_back = told.stage is Stage.REFUSED  # "was refused passage": whoever is refused is nothing given
    for phrase in (behind, None if is_kept_back else find_subject(sentence, at)):
        if phrase is None:
            continue
        seeks = told.stage is Stage.SOUGHT
        turned = Undertaking(told.stage, at, None if seeks else agent, agent if seeks else None)
        found = list(_pair(sentence, at, phrase, turned))
        if found:
            yield from found
            return


def _of_noun(sentence: Sentence, at: int) -> Iterator[tuple[Deed, Undertaking]]:
    """The words "its offer of 30 lorries", "a request for fuel"."""
    link = sentence.lowers(at + 1, at + 2)
    if not link or link[0] not in _LINKS or link[0] == "to":
        return
    noun, phrase = phrase_ending(sentence, at), thing_at(sentence, at + 2)
    if noun is None or phrase is None:
        return
    told = of_telling_noun(sentence, noun, CUES[sentence.tokens[at].lemma])
    if told is not None:
        yield from _pair(sentence, at, phrase, told)


def _pair(sentence: Sentence, at: int, phrase: Phrase, told: Undertaking) -> Iterator[tuple[Deed, Undertaking]]:
    goods = goods_in(sentence, phrase)
    is_gift = told.stage is Stage.OFFERED and sentence.tokens[goods.head].lower in GIFTS
    if not goods.what and is_gift and sentence.tokens[at].lemma in _PROMISING:
        goods = replace(goods, what=OTHER)
    if (
        not goods.what
        or goods.what in _UNGIVEN
        or (goods.what == OTHER and told.stage is not Stage.AGREED and not is_gift)
    ):
        return
    if sentence.tokens[at].lemma in {"cut", "halve"} and goods.what in {TROOPS, OBSERVERS}:
        return
    if sentence.tokens[at].lemma in _CONSENTING and goods.what not in _CONSENTED:
        return
    if goods.what == TRUCE and not (sentence.tokens[at].lemma in _PROMISING and _is_own_truce(told)):
        return
    start, amount = goods.start, goods.amount
    if amount is None and (worth := sum_before(sentence, goods.start)) is not None:
        amount, start = worth
    deed = Deed(at, start, max(goods.end, start + 1), Sort.CUE, goods.what, amount, phrase)
    yield deed, told


def _is_own_truce(told: Undertaking) -> bool:
    """Whether a truce is held out by the one who would keep it; one sought or agreed is an agreement."""
    return told.stage in {Stage.OFFERED, Stage.PROPOSED} and told.giver is not None
