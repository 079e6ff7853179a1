"""Who would give, who would get it and who asks for it, as far as the words of one sentence say.

Decides whom a phrase names: a side, a state, a body, people who act; "we" and "it" are whoever speaks, "both sides" the
two that the report is about. Never decides what is given or how far it has come.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from trucewatch.events.commitments.deeds import Deed
from trucewatch.events.commitments.goods import GUARANTEES, TROOPS
from trucewatch.events.commitments.retold import unique
from trucewatch.events.commitments.terms import ACCORDS
from trucewatch.events.gatherings.attendance import people_of
from trucewatch.events.phrases import Phrase, phrase_starting, who_of
from trucewatch.events.standing import governing
from trucewatch.events.targets import HUMAN, classify
from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag
from trucewatch.statements.cue_words import AGENT_NOUNS
from trucewatch.values import Amount, Kind, Span, Who

_FRIENDS = frozenset({"backers", "allies", "partners", "supporters", "neighbours", "neighbors", "friends", "donors"})
_STATES = frozenset({"countries", "nations", "states", "governments", "allies", "country", "capitals"})
_RECEIVING = frozenset({"to", "for"})
_LED = frozenset({"led", "spearheaded", "headed", "backed"})
_SIDES = word_set("sides side parties party governments armies delegations panels commanders countries")
_MUTUAL = frozenset({"both", "two", "each", "warring", "either"})
_SPEAKING = frozenset({"we", "our", "us", "i", "it", "they", "he", "she"})
_ACTING = HUMAN | {"military"}
_BODIES = word_set(
    """government army ministry mission company bank charity agency committee council office front movement union
    alliance party church municipality authorities authority panel command commission navy donors donor governor
    rebels council hospital cooperative foundation fund department side village town clan tribe family wing faction
    elders chief chiefs school"""
)


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides that a report is about, for "both sides"; () where it has more."""

    opponents: tuple[Who, ...]

    def of(self, sentence: Sentence, phrase: Phrase | None, near: Span) -> tuple[Who, ...]:
        """Whom a phrase names, told near ``near``; () for an agreement, a thing or nobody."""
        if phrase is None:
            return ()
        head = sentence.tokens[phrase.head]
        if head.lower in ACCORDS:
            return ()
        if _is_mutual(sentence, phrase):
            span = phrase.span(sentence)
            words = span.of(sentence.text)
            both = tuple(replace(who, words=words, span=span) for who in self.opponents)
            return both or (Who(name=words, kind=Kind.GROUP, words=words, span=span),)
        if head.lower in _FRIENDS:
            return (_as_written(sentence, phrase),)
        is_last = sentence.lowers(phrase.start - 1, phrase.start) in {("and",), ("&",)}
        named = tuple(w for w in people_of(sentence, phrase, left=is_last) if w.name.lower() not in _SPEAKING)
        if named or head.lower not in _SPEAKING:
            return named or _unnamed(sentence, phrase)
        return speakers_near(sentence, near)


def _is_mutual(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the words are "both sides", "the two governments", "each side" or a bare "both"."""
    words = phrase.lowers(sentence)
    if words in {("both",), ("each",), ("the", "sides"), ("the", "parties"), ("the", "two")}:
        return True
    return bool(_MUTUAL.intersection(words)) and sentence.tokens[phrase.head].lower in _SIDES


def speakers_near(sentence: Sentence, near: Span) -> tuple[Who, ...]:
    """Those whose words hold the span: whom "we" and "it" mean there."""
    return next((s.speakers for s in governing(sentence, near)), ())


def _as_written(sentence: Sentence, phrase: Phrase) -> Who:
    """The words "Beld's backers": not Beld, and no state by name."""
    span = phrase.span(sentence)
    return Who(name=span.of(sentence.text), kind=Kind.GROUP, words=span.of(sentence.text), span=span)


def _unnamed(sentence: Sentence, phrase: Phrase) -> tuple[Who, ...]:
    """People or a body that no list knows: "the church council", "his fighters"."""
    head = sentence.tokens[phrase.head]
    is_acting = classify(phrase.lowers(sentence)) in _ACTING or head.lower in _BODIES or head.lemma in AGENT_NOUNS
    is_body = head.tag is Tag.NAME and not any(
        p.span is not None and p.span.overlaps(head.span) for p in sentence.places
    )
    return (who_of(sentence, phrase),) if is_acting or is_body else ()


def from_whom(sentence: Sentence, deed: Deed, sides: Sides) -> tuple[Who, ...]:
    """Whom it is asked from: behind "from", or the owner inside the phrase ("firm Aranian guarantees")."""
    near = sentence.cover(deed.start, deed.end)
    for at in range(deed.end, min(len(sentence.tokens) - 1, deed.end + 7)):
        if sentence.tokens[at].lower == "from":
            return sides.of(sentence, phrase_starting(sentence, at + 1), near)
        if sentence.tokens[at].tag in {Tag.VERB, Tag.PUNCTUATION}:
            break
    if deed.what != GUARANTEES:
        return ()
    named = tuple(
        n for n in sentence.names if n.span is not None and near.contains(n.span) and (n.state or n.party or n.entity)
    )
    return named or tuple(s for s in sentence.sides if s.span is not None and near.contains(s.span))


def led_by(sentence: Sentence, sides: Sides) -> tuple[Who, ...]:
    """The words "European countries, led by A and B": those that lead give first."""
    for at, token in enumerate(sentence.tokens[:-2]):
        if token.lower in _LED and sentence.tokens[at + 1].lower == "by":
            return sides.of(sentence, phrase_starting(sentence, at + 2), token.span)
    return ()


def receivers_of(sentence: Sentence, deed: Deed) -> tuple[Who, ...]:
    """Those it is for: behind "to" or "for", or between the verb and the goods ("gave Beld ten tanks")."""
    for at in range(deed.end, min(len(sentence.tokens) - 1, deed.end + 10)):
        word = sentence.tokens[at].lower
        is_stationed = deed.what == TROOPS and word == "in"
        if (word in _RECEIVING or is_stationed) and (phrase := phrase_starting(sentence, at + 1)) is not None:
            found = people_of(sentence, phrase)
            if found:
                return unique(found)[:3]
        if word in {";", ",", "something", "and", "that"}:
            break
    return _indirect(sentence, deed)


def _indirect(sentence: Sentence, deed: Deed) -> tuple[Who, ...]:
    """The one named between the verb and the goods, who gets them."""
    if deed.thing is None or deed.is_passive or deed.at >= deed.thing.head - 1:
        return ()
    span = sentence.cover(deed.at + 1, deed.thing.head)
    return tuple(
        n
        for n in sentence.names
        if n.span is not None and span.contains(n.span) and n.kind is Kind.STATE and n.span.start == span.start
    )[:1]


def states_counted(sentence: Sentence, within: Phrase | None = None) -> Amount | None:
    """How many states are asked or would give, where the sentence, or a phrase of it, counts them."""
    for amount in sentence.amounts:
        if amount.span is None or (within is not None and not within.span(sentence).contains(amount.span)):
            continue
        after = sentence.index_at(amount.span.end - 1)
        if amount.unit in _STATES or _STATES.intersection(sentence.lowers(after, after + 2)):
            return amount
    return None


def first_named(sentence: Sentence, before: int) -> tuple[Who, ...]:
    """The first person or state named before a word, where no subject could be read."""
    limit = sentence.tokens[before].span.start
    for name in sentence.names:
        if name.span is not None and name.span.end <= limit and name.kind in {Kind.PERSON, Kind.STATE}:
            return (name,)
    return ()
