"""Noun phrases around a word: what stands before it, what follows it, who is meant.

Decides where a phrase begins and ends, by tags and closed word lists only, within fixed windows. Never decides what
role a phrase plays; see ``roles``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag, Token
from trucewatch.values import Kind, Span, Who

_MOST_JOINED = 6  # "A, B, C, D, E and F"
WINDOW = 24  # tokens one phrase may hold; longer ones are lists, whose head stands near the end asked for

NOMINAL = frozenset({Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.ADJECTIVE})
HEADS = frozenset({Tag.NAME, Tag.NOUN, Tag.NUMBER})
POSSESSIVE = frozenset({"'s", "'"})
#: Words before a number that belong to the phrase.
APPROXIMATE = word_set("at least about around some nearly almost roughly approximately up to more than over fewer")
#: Words that open the bounds of a number: "between four and seven", "as many as 30", "no fewer than six".
_BOUNDING = word_set("between as no an anywhere")
_FURTHER = frozenset({"more", "other", "further"})  # "three more soldiers"
_ALSO_PLACES = frozenset({"over", "at", "to", "up", "about", "around"})
_BETWEEN_BOUNDS = APPROXIMATE | {"least", "most", "a", "an", "estimated"}
_COUNTS = word_set("dozens scores hundreds thousands half dozen several")
#: Participles that stand before a noun as adjectives do.
ADJECTIVAL = word_set(
    """surrendering surrendered captured wounded injured armed unarmed detained displaced besieged occupied damaged
    destroyed retreating fleeing returning sleeping residing opposing warring invading advancing visiting held
    seized abandoned"""
)
#: Heads that only count or hold what "of" names.
CONTAINERS = word_set(
    """dozens hundreds thousands scores tens number group series members pair couple majority part parts half some
    barrage wave salvo units unit columns column village town city region area district province outskirts suburb
    suburbs body bodies lives life crew crews remains convoy third quarter several many all none most one two
    three four five both port representatives leaders officials ministers soldiers residents civilians people
    elements prisoners prisoner"""
)
#: Heads that only count what "of" names, whoever acts.
COUNTING = word_set("dozens hundreds thousands scores tens number group series couple majority crowd crowds gang gangs")
#: Words in -ing that stand inside compounds: "gas metering station".
_COMPOUND = word_set(
    """metering pumping training heating processing mining fishing receiving loading shopping landing monitoring
    refining"""
)
_SOLO = frozenset({Tag.PRONOUN})
_RECIPROCAL = frozenset({"each", "other", "another", "both", "one", "all", "others"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``[start, end)`` of one sentence; ``head`` is the token that says what it is."""

    start: int
    end: int
    head: int

    def span(self, sentence: Sentence) -> Span:
        """The characters of the phrase."""
        return sentence.cover(self.start, self.end)

    def lowers(self, sentence: Sentence) -> tuple[str, ...]:
        """Its case-folded words."""
        return sentence.lowers(self.start, self.end)


def phrase_ending(sentence: Sentence, last: int) -> Phrase | None:
    """The phrase whose last token is ``last``, or None when no phrase ends there."""
    tokens = sentence.tokens
    if not 0 <= last < len(tokens) or last in sentence.timed:
        return None
    if tokens[last].tag in _SOLO or tokens[last].lower in _RECIPROCAL:
        return _pronoun(sentence, last)
    if tokens[last].tag not in HEADS and not _is_nominal(sentence, last):
        return None
    start = last
    while start > 0 and last - start < WINDOW and _extends_left(sentence, start):
        start -= 1
    return Phrase(start, last + 1, last)


def _pronoun(sentence: Sentence, at: int) -> Phrase:
    start = at - 1 if at and sentence.tokens[at - 1].lower in {"the", "each", "no"} else at
    return Phrase(start, at + 1, at)


def _extends_left(sentence: Sentence, start: int) -> bool:
    """Whether the token before ``start`` belongs to the same phrase."""
    before, first = sentence.tokens[start - 1], sentence.tokens[start]
    if start - 1 in sentence.timed or (first.tag is Tag.DETERMINER and before.lower not in {"all", "both", "half"}):
        return False
    if before.lower in POSSESSIVE or first.lower in POSSESSIVE:
        return before.tag not in {Tag.PUNCTUATION, Tag.QUOTE} or before.lower in POSSESSIVE
    if before.tag is Tag.DETERMINER or _is_nominal(sentence, start - 1):
        return True
    if before.lower in _FURTHER and start > 1 and sentence.tokens[start - 2].tag is Tag.NUMBER:
        return True
    return before.lower in APPROXIMATE and (first.tag is Tag.NUMBER or first.lower in APPROXIMATE)


def is_counted(sentence: Sentence, first: int) -> bool:
    """Whether a phrase with a number begins here: "at least 80", "dozens of people"."""
    phrase = phrase_starting(sentence, first)
    return phrase is not None and any(
        t.tag is Tag.NUMBER or t.lower in _COUNTS for t in sentence.tokens[first : phrase.end]
    )


def _is_nominal(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return at not in sentence.timed and (
        (token.tag in NOMINAL and not _has_object(sentence, at)) or _is_adjectival(sentence, at)
    )


def _is_adjectival(sentence: Sentence, at: int) -> bool:
    """Whether a participle stands before its noun: "wounded soldiers"; not "wounded two"."""
    return sentence.tokens[at].lower in ADJECTIVAL and not _has_object(sentence, at)


def _has_object(sentence: Sentence, at: int) -> bool:
    """Whether a word that may be participle or verb is followed by what only a verb takes: "wounded two"."""
    following = sentence.tokens[at + 1 : at + 2]
    is_object = bool(following) and following[0].tag in {Tag.NUMBER, Tag.DETERMINER, Tag.PRONOUN}
    return is_object and sentence.tokens[at].lower in ADJECTIVAL


def phrase_starting(sentence: Sentence, first: int) -> Phrase | None:
    """The phrase that begins at ``first``, with the "of" that completes it, or None."""
    tokens = sentence.tokens
    if not 0 <= first < len(tokens) or first in sentence.timed:
        return None
    at = _past_bounds(sentence, first)
    if at >= len(tokens):
        return None
    if tokens[at].tag in _SOLO:
        return Phrase(first, at + 1, at)
    end = _end_right(sentence, at)
    if end == at:
        return None
    head = _head(tokens, at, end)
    if head is None:
        return None
    return _with_of(sentence, Phrase(first, end, head))


def _past_bounds(sentence: Sentence, first: int) -> int:
    """The token where a phrase goes on behind the words that bound its number: "at least", "between four and"."""
    tokens, at = sentence.tokens, first
    if tokens[first].lower in _BOUNDING:
        start = tokens[first].span.start
        for amount in sentence.amounts:
            if amount.span is not None and amount.span.start == start:
                return sentence.index_at(amount.span.end - 1)
    if tokens[first].lower in _ALSO_PLACES and not _before_number(sentence, first):
        return first  # "mutinied over unpaid wages"
    while at < len(tokens) and tokens[at].lower in APPROXIMATE and tokens[at].tag is not Tag.NUMBER and at - first < 3:
        at += 1
    return at


def _end_right(sentence: Sentence, at: int) -> int:
    """One past the last token of the simple phrase from ``at``; ``at`` itself when there is none."""
    tokens, end = sentence.tokens, at
    while end < len(tokens) and end - at < WINDOW and _continues(sentence, at, end):
        end += 1
    while end > at and tokens[end - 1].tag in {Tag.DETERMINER, Tag.QUOTE}:
        if tokens[end - 1].lower in _RECIPROCAL:
            break
        end -= 1
    return end


def _continues(sentence: Sentence, first: int, at: int) -> bool:
    token = sentence.tokens[at]
    if at in sentence.timed:
        return False
    if token.tag is Tag.DETERMINER:
        return (
            at == first or sentence.tokens[at - 1].tag is Tag.DETERMINER or sentence.tokens[at - 1].lower in POSSESSIVE
        )
    if token.lower in POSSESSIVE:
        return at > first and (at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].tag is not Tag.PUNCTUATION)
    if token.tag is Tag.QUOTE:
        return at > first and at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].tag in NOMINAL
    if token.lower in _COMPOUND and at > first:
        return at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].tag is Tag.NOUN
    return _is_nominal(sentence, at) or (token.lower in APPROXIMATE and _before_number(sentence, at))


def _before_number(sentence: Sentence, at: int) -> bool:
    for token in sentence.tokens[at + 1 : at + 4]:
        if token.tag is Tag.NUMBER or token.lower in _COUNTS:
            return True
        if token.lower not in _BETWEEN_BOUNDS:
            return False  # "at Post 4"
    return False


def _head(tokens: tuple[Token, ...], start: int, end: int) -> int | None:
    """The last noun, name or number of the stretch; "the other" heads itself."""
    for at in range(end - 1, start - 1, -1):
        if tokens[at].tag in HEADS or tokens[at].lower in _RECIPROCAL:
            return at
    return end - 1 if end - start > 1 and tokens[start].tag is Tag.DETERMINER else None


def _with_of(sentence: Sentence, phrase: Phrase) -> Phrase:
    """The phrase with the "of" that says what a counting or holding noun holds."""
    tokens = sentence.tokens
    if phrase.end + 1 >= len(tokens) or tokens[phrase.end].lower not in {"of", "from"}:
        return phrase
    if tokens[phrase.head].lower not in CONTAINERS or phrase.end + 1 in sentence.timed:
        return phrase
    at = phrase.end + 1
    end = _end_right(sentence, at)
    head = _head(tokens, at, end) if end > at else None
    return phrase if head is None else Phrase(phrase.start, end, head)


def with_coordinates(sentence: Sentence, phrase: Phrase) -> tuple[Phrase, ...]:
    """The phrase and those joined to it on the right by commas and "and": "A, B and C"."""
    found: list[Phrase] = [phrase]
    pending: list[Phrase] = []
    at, tokens = phrase.end, sentence.tokens
    is_after_comma = tokens[at].lower == "," if at < len(tokens) else False
    while at < len(tokens) and len(found) + len(pending) < 12:
        is_comma, is_and = tokens[at].lower == ",", tokens[at].lower in {"and", "&"}
        if not (is_comma or is_and):
            break
        step = at + 2 if is_comma and at + 1 < len(tokens) and tokens[at + 1].lower == "and" else at + 1
        following = phrase_starting(sentence, step)
        if following is None:
            break
        pending.append(following)
        at = following.end
        if is_and or step == following.start == at + 2:
            found, pending = found + pending, []
    is_subject = at < len(tokens) and tokens[at].tag in {Tag.VERB, Tag.AUX} and tokens[at].form in {"past", "s"}
    if is_subject and len(found) > 1:
        return (phrase,) if is_after_comma else tuple(found[:-1])  # "killing five, doctors and witnesses said"
    return tuple(found)


def coordinates_before(sentence: Sentence, phrase: Phrase) -> tuple[Phrase, ...]:
    """The phrase and those joined to it on the left, where all open their clause: "A, B and C were killed"."""
    found, tokens = [phrase], sentence.tokens
    at = phrase.start - 1
    while at > 0 and len(found) < _MOST_JOINED and _joins(sentence, at, found):
        last = at - 1 if tokens[at - 1].lower != "," or tokens[at].lower == "," else at - 2
        before = phrase_ending(sentence, last)
        if before is None:
            break
        found.insert(0, before)
        at = before.start - 1
    is_open = at < 0 or tokens[at].tag not in {Tag.PREPOSITION, Tag.VERB, Tag.AUX, Tag.NOUN, Tag.NAME}
    return tuple(found) if is_open and len(found) > 1 else (phrase,)


def _joins(sentence: Sentence, at: int, found: list[Phrase]) -> bool:
    """Whether the token joins what stands before it to a list: "and", or a comma once an "and" was met."""
    word = sentence.tokens[at].lower
    return word in {"and", "&"} if len(found) == 1 else word == ","


def who_of(sentence: Sentence, phrase: Phrase) -> Who:
    """Whoever the phrase names: the name that heads it, else the phrase with what its names tell of state and party."""
    span = phrase.span(sentence)
    inside = [n for n in sentence.names if n.span is not None and n.span.overlaps(span)]
    head = sentence.tokens[phrase.head].span
    for name in inside:
        if name.span is not None and name.span.overlaps(head):
            return _with_side(sentence, name, span)
    words = span.of(sentence.text)
    inside = inside or [s for s in sentence.sides if s.span is not None and s.span.overlaps(span)]
    bare = Who(name=words, kind=Kind.GROUP, words=words, span=span)
    return replace(bare, state=inside[0].state, party=inside[0].party) if inside else bare


def _with_side(sentence: Sentence, who: Who, span: Span) -> Who:
    """The name with the one state or party that its phrase tells: "the army of Arania"."""
    sides = {(s.state, s.party) for s in sentence.sides if s.span is not None and s.span.overlaps(span)}
    if who.state or who.party or len(sides) != 1 or who.kind is Kind.PERSON:
        return who
    state, party = next(iter(sides))
    return replace(who, state=state, party=party)
