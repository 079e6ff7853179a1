"""Deeds of giving: which verbs and nouns of a sentence give, free, draw back, open, let through or set up what.

Decides from a closed list of verbs and the class of what they are done to; a verb whose object gives nobody anything
("released footage", "opened fire") is no deed. Never decides whether it was done, promised or refused; see
``undertakings``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trucewatch.events.commitments import forces, gifts
from trucewatch.events.commitments.gifts import Doing
from trucewatch.events.commitments.giving_verbs import NOUNS, VERBS, Sort, is_passive
from trucewatch.events.commitments.goods import (
    OTHER,
    PRISONERS,
    TROOPS,
    WEAPONS,
    amount_in,
    goods_in,
    head_of,
    thing_at,
)
from trucewatch.events.phrases import Phrase, phrase_ending
from trucewatch.events.roles import find_subject
from trucewatch.events.view import Sentence
from trucewatch.language.model import Tag
from trucewatch.values import Amount, Span

_RULES = {**gifts.RULES, **forces.RULES}


_REST = frozenset({"rest", "remaining", "remainder", "more", "others", "further", "last"})
_WILL_BE = {("will", "be"), ("shall", "be"), ("would", "be")}
_PARTICLE_REACH = 9
_POINTING = frozenset({Sort.GIVE, Sort.CEDE, Sort.DRAW, Sort.OPEN, Sort.PAY, Sort.RESTORE})
_NOMINATIVES = {("he",), ("she",), ("they",), ("we",), ("i",)}  # "returned he": no object


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed: tokens ``[start, end)``, the word that tells it, what is given. ``is_plain``: of no class of its own.

    ``what`` is "" where the words only point back at the goods: "hand them over".
    """

    at: int
    start: int
    end: int
    sort: Sort
    what: str
    amount: Amount | None = None
    thing: Phrase | None = None
    is_noun: bool = False
    is_passive: bool = False
    is_plain: bool = False


def find_deeds(sentence: Sentence) -> Iterator[Deed]:
    """The deeds of a sentence, in order."""
    for at, token in enumerate(sentence.tokens):
        found = None
        if token.lower == "there":
            found = _there(sentence, at)
        elif token.tag is Tag.VERB and (token.lemma in VERBS or token.lower in VERBS):
            found = _verb_deed(sentence, at)
        elif token.lower in NOUNS and token.tag in {Tag.NOUN, Tag.VERB}:
            found = _noun_deed(sentence, at)
        if found is not None:
            yield found


def _there(sentence: Sentence, at: int) -> Deed | None:
    """The words "there is to be a mechanism", "there will be a hotline": something set up."""
    words = sentence.lowers(at + 1, at + 4)
    width = 3 if words[:3] in {("is", "to", "be"), ("are", "to", "be")} else 2 if words[:2] in _WILL_BE else 0
    thing = thing_at(sentence, at + 1 + width) if width else None
    what = gifts.created(Doing(sentence, at, goods_in(sentence, thing))) if thing is not None else ""
    if thing is None or not what:
        return None
    return Deed(
        at + width,
        at + width,
        thing.end,
        Sort.SETUP,
        what,
        amount_in(sentence, thing.start, thing.end),
        thing,
        is_plain=True,
    )


def _verb_deed(sentence: Sentence, at: int) -> Deed | None:
    turned = is_passive(sentence, at)
    token = sentence.tokens[at]
    for particle, sort in VERBS.get(token.lemma) or VERBS[token.lower]:
        placed = _place_of(sentence, at, particle) if particle else at
        if placed is None:
            continue
        deed = _with_object(sentence, at, placed, sort, turned=turned)
        if deed is not None:
            return deed
    return None


def _place_of(sentence: Sentence, at: int, particle: str) -> int | None:
    """Where the particle of a verb stands: right behind it, or behind its object."""
    for index in range(at + 1, min(len(sentence.tokens), at + _PARTICLE_REACH)):
        token = sentence.tokens[index]
        if token.lower == particle:
            return index
        if token.lower == particle:
            return index
        if token.tag in {Tag.PUNCTUATION, Tag.VERB, Tag.SUBORDINATOR} or token.lower in {"from", "and", "to"}:
            return None
    return None


def _with_object(sentence: Sentence, at: int, placed: int, sort: Sort, *, turned: bool) -> Deed | None:
    thing = find_subject(sentence, at) if turned else _object(sentence, at, placed)
    is_bare = at + 1 >= len(sentence.tokens) or sentence.tokens[at + 1].tag in {Tag.PUNCTUATION, Tag.PREPOSITION}
    if thing is None and sort is Sort.GIVE and is_bare:
        thing = antecedent(sentence, at) or _deployed(sentence, at)
    goods = goods_in(sentence, thing) if thing is not None else None
    intransitive = goods is None and not turned
    if intransitive and sort in {Sort.OPEN, Sort.COME}:
        thing = find_subject(sentence, at)
        goods = goods_in(sentence, thing) if thing is not None else None
    if sort is Sort.COME and not intransitive:
        thing = find_subject(sentence, at)
        goods = goods_in(sentence, thing) if thing is not None else None
    what = _RULES[sort](Doing(sentence, at, goods))
    if sort is Sort.FOLLOW:
        return _following(sentence, at)
    if not what and goods is not None and sort in _POINTING and head_of(sentence, goods) in gifts.POINTERS:
        return Deed(at, at, max(placed + 1, goods.end), sort, "", None, thing, is_passive=turned, is_plain=True)
    if not what and turned and (head := _before_relative(sentence, at)) is not None:
        thing, goods = head, goods_in(sentence, head)
        what = _RULES[sort](Doing(sentence, at, goods))
    if not what:
        return None
    start, end = at, placed + 1
    if goods is not None:
        start, end = min(start, goods.start), max(end, goods.end)
    amount = _counted(sentence, goods.amount, placed) if goods is not None else None
    is_plain = what == OTHER or sort in {Sort.RESTORE, Sort.SETUP, Sort.OPEN, Sort.TRAIN}
    return Deed(at, start, end, sort, what, amount, thing, is_passive=turned, is_plain=is_plain)


def _object(sentence: Sentence, at: int, placed: int) -> Phrase | None:
    """What follows the verb, without a particle that the tagger took for part of it."""
    first = at + 1 if placed != at + 1 else placed + 1
    if sentence.lowers(first, first + 1)[:1] in _NOMINATIVES:
        return None
    found = thing_at(sentence, first)
    if found is None and placed == at + 1 and sentence.lowers(first, first + 1) == ("to",):
        receiver = thing_at(sentence, first + 1)  # "hand over to A two of its nationals"
        found = thing_at(sentence, receiver.end) if receiver is not None else None
    elif found is not None and (held := _supplied(sentence, at, found)) is not None:
        return held
    elif found is not None and (second := _second_object(sentence, found)) is not None:
        return second
    if found is None:
        return None
    for index in range(found.start + 1, found.end):
        if sentence.tokens[index].lower == "back" or index == placed:
            return phrase_ending(sentence, index - 1)
    return None if found.start == found.head and sentence.tokens[found.head].lower == "back" else found


def _before_relative(sentence: Sentence, at: int) -> Phrase | None:
    """The subject that a clause parts from its verb: "prisoners who wish to go home are to be"."""
    for index in range(at - 1, max(0, at - 2 * _PARTICLE_REACH), -1):
        token = sentence.tokens[index]
        if token.lower in {"who", "which", "that", ";"} or (token.form == "en" and index < at - 3):
            return phrase_ending(sentence, index - 1) if token.lower != ";" else None
    return None


def _counted(sentence: Sentence, amount: Amount | None, placed: int) -> Amount | None:
    """The amount without the particle of its verb: who hands over 45 does not hand over more than 45."""
    if amount is None or amount.span is None or sentence.tokens[placed].lower != "over":
        return amount
    particle = sentence.tokens[placed].span
    if not amount.span.overlaps(particle) or placed + 1 >= len(sentence.tokens):
        return amount
    span = Span(sentence.tokens[placed + 1].span.start, amount.span.end)
    return replace(amount, high=amount.low, words=span.of(sentence.text), span=span)


def _supplied(sentence: Sentence, at: int, first: Phrase) -> Phrase | None:
    """The goods of "supplied the districts with 900 tonnes of flour"."""
    is_with = sentence.lowers(first.end, first.end + 1) == ("with",)
    if not is_with or sentence.tokens[at].lemma not in {"supply", "provide", "furnish"}:
        return None
    return thing_at(sentence, first.end + 1)


def _following(sentence: Sentence, at: int) -> Deed | None:
    """The words "the rest would follow", "14 more will follow": more of what was named before."""
    subject = find_subject(sentence, at)
    if subject is None or _REST.isdisjoint(subject.lowers(sentence)):
        return None
    amount = amount_in(sentence, subject.start, subject.end)
    return Deed(at, subject.start, at + 1, Sort.FOLLOW, "", amount, subject, is_plain=True)


def _second_object(sentence: Sentence, first: Phrase) -> Phrase | None:
    """The goods of "gave A a grant of 5 million": what follows whoever gets them."""
    following = sentence.tokens[first.end : first.end + 1]
    is_begun = bool(following) and following[0].tag in {Tag.DETERMINER, Tag.NUMBER}
    if not is_begun or goods_in(sentence, first).what or first.end in sentence.timed:
        return None
    second = thing_at(sentence, first.end)
    return second if second is not None and goods_in(sentence, second).what else None


def _deployed(sentence: Sentence, at: int) -> Phrase | None:
    """The troops of "600 soldiers had deployed to the sector"."""
    subject = find_subject(sentence, at) if sentence.tokens[at].lemma == "deploy" else None
    return subject if subject is not None and goods_in(sentence, subject).what == TROOPS else None


def antecedent(sentence: Sentence, at: int) -> Phrase | None:
    """The goods of "guarantees, something A is unwilling to provide" and of "what troops A could send"."""
    for index in range(at - 1, max(0, at - _PARTICLE_REACH), -1):
        asked = thing_at(sentence, index + 1) if sentence.tokens[index].lower in {"what", "which"} else None
        if asked is not None and goods_in(sentence, asked).what not in {"", OTHER}:
            return asked
        if sentence.tokens[index].lower in {"something", "which", "that"}:
            for last in range(index - 1, max(-1, index - 2 * _PARTICLE_REACH), -1):
                phrase = phrase_ending(sentence, last)
                if phrase is not None and goods_in(sentence, phrase).what not in {"", OTHER}:
                    return phrase
            return None
    return None


def _owned_deed(sentence: Sentence, at: int, sort: Sort, start: int) -> Deed | None:
    """The words "the pilot's release", "their release"; "Arania's withdrawal from the ridge"."""
    before = sentence.tokens[at - 1] if at else None
    is_owned = before is not None and (before.lower in {"'s", "'"} or before.lower in _OWNERS)
    if sort is Sort.FREE and is_owned:
        return Deed(at, start, at + 1, sort, PRISONERS, is_noun=True)
    is_placed = sentence.lowers(at + 1, at + 2) in {("from",), ("to",), ("behind",)}
    is_troop = before is not None and before.lower in {"troop", "military", "force", "army"}
    if sort is Sort.DRAW and (is_troop or (is_placed and is_owned)):
        return Deed(at, start, at + 1, sort, TROOPS, is_noun=True)
    return None


_OWNERS = frozenset({"their", "his", "her", "its"})


def _noun_deed(sentence: Sentence, at: int) -> Deed | None:
    """The words "the release of all hostages", or "a prisoner exchange"."""
    sort, tokens = NOUNS[sentence.tokens[at].lower], sentence.tokens
    whole = phrase_ending(sentence, at)
    start = whole.start if whole is not None else at
    thing = thing_at(sentence, at + 2) if sentence.lowers(at + 1, at + 2) == ("of",) else None
    if thing is None and (owned := _owned_deed(sentence, at, sort, start)) is not None:
        return owned
    if (
        thing is None
        and start < at
        and tokens[at - 1].lower not in {"'s", "'"}
        and tokens[at - 1].tag is not Tag.DETERMINER
    ):
        thing = phrase_ending(sentence, at - 1)
    if thing is None:
        return None
    goods = goods_in(sentence, thing)
    what = (
        _RULES[sort](Doing(sentence, at, goods))
        if sort is not Sort.DRAW or goods.what in {TROOPS, WEAPONS}
        else goods.what
    )
    if not what:
        return None
    end = max(at + 1, goods.end)
    amount = goods.amount or amount_in(sentence, start, at)
    return Deed(at, start, end, sort, what, amount, thing, is_noun=True, is_plain=what == OTHER)
