"""When and where a described event took place, as far as its sentence says.

Decides which of the sentence's times and places belongs to a trigger. The day of a saying ("said on Monday") is not the
day of the deed; a capital that speaks or acts is not a place. Never resolves a time or locates a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trucewatch.events.locating import place_named
from trucewatch.events.mentions.triggers import BREACHED
from trucewatch.events.needs import Candidate
from trucewatch.events.phrases import Phrase, phrase_ending
from trucewatch.events.targets import HUMAN, classify
from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag
from trucewatch.situation.model import Situation
from trucewatch.values import Span, When, Where

_SAYING = word_set(
    """said says say told tells stated states announced reported claimed added wrote posted tweeted declared insisted
    denied alleged accused according confirmed warned argued noted quoted reporters statement briefing interview
    spokesman spokeswoman spokesperson vowed pledged promised published released"""
)
_AT = word_set(
    """in at near outside around inside into over across on onto along off toward towards within above beyond
    throughout between from of to against targeting through beside opposite"""
)


_RELATIVE = frozenset({"that", "which"})
_AGREED = frozenset({"made", "signed", "reached", "agreed", "brokered", "negotiated"})
_ACCUSING = frozenset({"accused", "accuses", "blamed", "said", "alleged", "claimed", "denied", "rejected"})
_JOINING = frozenset({"and", ",", "the", "villages", "towns", "nearby", "of"})


def is_elsewhere(sentence: Sentence, trigger: Span, other: Span) -> bool:
    """Whether the other stands in words that somebody said and the trigger does not: they do not belong together."""
    return any(
        part.contains(other) and not part.overlaps(trigger)
        for statement in sentence.statements
        for part in statement.content
    )


def _is_beyond(sentence: Sentence, span: Span, start: int, barriers: frozenset[int]) -> bool:
    """Whether another trigger stands between, so that the time is that one's."""
    at = sentence.index_at(span.start)
    return any(min(at, start) < barrier < max(at, start) for barrier in barriers)


def find_when(sentence: Sentence, start: int, end: int, barriers: frozenset[int] = frozenset()) -> When | None:
    """The time nearest to the tokens ``[start, end)`` that is not the time of a saying, nor beyond a barrier."""
    best, least = None, 10_000
    trigger = sentence.cover(start, end)
    for when in sentence.times:
        if (
            when.span is None
            or is_elsewhere(sentence, trigger, when.span)
            or _is_beyond(sentence, when.span, start, barriers)
        ):
            continue
        first = sentence.index_at(when.span.start)
        distance = first - end if first >= end else start - first
        if _is_of_saying(sentence, first, start, end) or _is_of_something_else(sentence, when.span, start, end):
            distance += 1_000
        if distance < least:
            best, least = when, distance
    return best if least < 1_000 else None


def _is_of_saying(sentence: Sentence, first: int, start: int, end: int) -> bool:
    """Whether a verb of saying stands close before the time, and nearer than the trigger."""
    for at in range(first - 1, max(-1, first - 5), -1):
        if start <= at < end or (sentence.tokens[at].lower in {",", ";"} and at < first - 1):
            return False
        if sentence.tokens[at].lower in _SAYING:
            return True
    return False


def _is_of_a_truce(sentence: Sentence, end: int, time: int) -> bool:
    """As in "its first attack since the truce of last week", "an attack to test a truce that took effect on Monday"."""
    if "since" in sentence.lowers(time - 5, time):
        return True
    tokens = sentence.tokens
    return any(
        tokens[at].lower in _RELATIVE and tokens[at - 1].lower in BREACHED for at in range(max(1, end + 1), time)
    )


def _is_of_something_else(sentence: Sentence, time: Span, start: int, end: int) -> bool:
    """Whether the time is that of a verb of accusing right behind it ("on Friday each accused"), or of what it owns."""
    last = sentence.index_at(time.end - 1)
    first = sentence.index_at(time.start)
    if start < first and _is_of_a_truce(sentence, end, first):
        return True
    if sentence.lowers(last + 1, last + 2) and sentence.tokens[last + 1].lower in {"'s", "'"}:
        return not start <= last + 2 <= end
    if start <= last + 2 < end or start > last + 24:
        return False
    for at in range(last + 1, min(len(sentence.tokens), last + 4)):
        if sentence.tokens[at].lower in _ACCUSING:
            return start > at
        if sentence.tokens[at].tag not in {Tag.DETERMINER, Tag.ADVERB, Tag.PRONOUN}:
            return False
    return False


def find_where(
    sentence: Sentence, candidate: Candidate, situation: Situation, others: Sequence[Candidate] = ()
) -> Where | None:
    """The place of a trigger: what it was done to, else the first place told after it, else the last told before it."""
    hit = [p for p in sentence.places if _is_in_target(sentence, candidate, p)]
    itself = next((p for p in hit if p.span and is_place_itself(sentence, candidate.done_to, p.span)), None)
    if itself is not None:
        return itself
    after, before = _around(sentence, candidate, others)
    return _of_target(sentence, candidate, after, situation) or _of_thing(sentence, candidate, hit) or before


def _is_in_target(sentence: Sentence, candidate: Candidate, place: Where) -> bool:
    """Whether the place stands in the words for what was hit, and not in those for who did it."""
    if place.span is None or candidate.done_to is None:
        return False
    is_doer = candidate.doer is not None and candidate.doer.span(sentence).overlaps(place.span)
    return not is_doer and candidate.done_to.span(sentence).overlaps(place.span)


def _of_thing(sentence: Sentence, candidate: Candidate, inside: Sequence[Where]) -> Where | None:
    """The place in the name of a thing that was hit: "Oresk's port", "the Oresk metering station"; not of people."""
    if candidate.done_to is None or not inside:
        return None
    hit = classify(candidate.done_to.lowers(sentence))
    return None if hit in HUMAN | {"", "military"} else inside[0]


def _around(sentence: Sentence, candidate: Candidate, others: Sequence[Candidate]) -> tuple[Where | None, Where | None]:
    """The first place told after the trigger, and the last told before it in its clause."""
    phrases = [p.span(sentence) for p in (candidate.doer, candidate.done_to) if p is not None]
    trigger = sentence.cover(candidate.start, candidate.end)
    after: Where | None = None
    before: Where | None = None
    for place in sentence.places:
        if place.span is None or any(p.overlaps(place.span) for p in phrases):
            continue
        if not is_told_as_place(sentence, place.span) or is_elsewhere(sentence, trigger, place.span):
            continue
        if place.span.start >= trigger.start:
            if not _is_of_another(sentence, candidate, place.span, others):
                after = after or place
        elif _is_same_clause(sentence, place.span, candidate.start):
            before = place
    return after, before


def _is_of_another(sentence: Sentence, candidate: Candidate, place: Span, others: Sequence[Candidate]) -> bool:
    """Whether a verb and another trigger stand between, so that the place is that one's."""
    at = sentence.index_at(place.start)
    for other in others:
        if candidate.end <= other.start < at and not other.rule.is_consequence:
            return any(
                t.tag is Tag.VERB and t.form in {"past", "s"} for t in sentence.tokens[candidate.end : other.start]
            )
    return False


def places_joined(sentence: Sentence, first: Where | None) -> Iterator[Where]:
    """The further places of a list that begins with this one: "Haris and Tallousa", "Haris, Tallousa and Deir"."""
    last = first
    for place in sentence.places:
        if last is None or last.span is None or place.span is None or place.span.start <= last.span.start:
            continue
        between = sentence.lowers(sentence.index_at(last.span.end - 1) + 1, sentence.index_at(place.span.start))
        if not between or not _JOINING.issuperset(between) or not _is_list_closed(sentence, place):
            return
        yield place
        last = place


def _is_list_closed(sentence: Sentence, place: Where) -> bool:
    """Whether the list ends in "and": in "Haris, Arania" the second name only says where the first one lies."""
    if place.span is None:
        return False
    at = sentence.index_at(place.span.start)
    return "and" in sentence.lowers(at - 2, at) or "and" in sentence.lowers(at + 1, at + 4)


def _of_target(sentence: Sentence, candidate: Candidate, after: Where | None, situation: Situation) -> Where | None:
    """The place behind the trigger, made finer or made good by what was hit, where that is a place by name."""
    if candidate.done_to is None:
        return after
    if after is None:
        named = place_named(sentence, candidate.done_to, situation)
        if named is None or named.is_located:
            return named
        return named if candidate.is_noun and not _is_somebody(sentence, named) else None
    if candidate.is_noun:
        return after
    return _town_in(sentence, candidate.done_to, after, situation) or after


def _is_somebody(sentence: Sentence, place: Where) -> bool:
    """Whether the words for a place name people or a body: "an attack on the Guard"."""
    span = place.span
    return span is None or any(n.span is not None and n.span.overlaps(span) for n in sentence.names)


def _town_in(sentence: Sentence, target: Phrase, area: Where, situation: Situation) -> Where | None:
    """The town of "shelled Velin in southern Arania", though no list knows it: the area only says where it lies."""
    is_named = any(n.span is not None and n.span.overlaps(target.span(sentence)) for n in sentence.names)
    is_beside = area.span is not None and sentence.index_at(area.span.start) - target.end <= 2
    if is_named or not is_beside or sentence.lowers(target.end, target.end + 1) not in {("in",), (",",)}:
        return None
    return place_named(sentence, target, situation)


def _is_same_clause(sentence: Sentence, place: Span, trigger: int) -> bool:
    """Whether a place before the trigger is its place: no verb between, or it opens the sentence ("In Oresk, …")."""
    at = sentence.index_at(place.end - 1)
    if at <= 4 and sentence.lowers(at + 1, at + 2) == (",",):
        return True
    between = sentence.tokens[at + 1 : trigger]
    is_parted = any(t.lower in {"after", "before", "following", "since"} for t in between)
    return not is_parted and not any(t.tag is Tag.VERB and t.form in {"past", "s", "ing"} for t in between)


def is_place_itself(sentence: Sentence, phrase: Phrase | None, place: Span) -> bool:
    """Whether the place heads the phrase ("struck Oresk"), or is named by "of" in it; not "Oresk's mayor"."""
    return phrase is not None and place.overlaps(sentence.tokens[phrase.head].span)


def is_told_as_place(sentence: Sentence, span: Span) -> bool:
    """Whether the words before a place say that something was there."""
    first = sentence.index_at(span.start)
    if first < len(sentence.tokens) and sentence.tokens[first].lower in _AT:
        return not first or sentence.tokens[first - 1].lower not in _AGREED  # "the commitments made in Oresk"
    last = sentence.index_at(span.end - 1)
    phrase = phrase_ending(sentence, last)
    before = min(phrase.start if phrase is not None else first, first) - 1
    while before >= 0 and sentence.tokens[before].tag in {Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN}:
        before -= 1
    if before < 0 or (before > 0 and sentence.tokens[before - 1].lower in _AGREED):
        return False
    return sentence.tokens[before].lower in _AT or (sentence.tokens[before].lower == "," and bool(sentence.places))
