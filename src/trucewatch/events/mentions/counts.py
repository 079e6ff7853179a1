"""How many suffered: phrases for people and things made into amounts.

Decides the number that a phrase gives ("a soldier" one, "no one" none, "the men" open) and which of those named
together are counted together ("the driver and his mate" two; "two soldiers and three monks" stay apart).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trucewatch.events.mentions import harm_words as words_of
from trucewatch.events.model import SUFFERED_BY_PEOPLE, Harm
from trucewatch.events.phrases import POSSESSIVE, Phrase
from trucewatch.events.targets import WRECKABLE, classify, is_figurative
from trucewatch.events.view import Sentence
from trucewatch.language.model import Tag, Token
from trucewatch.values import Amount, Kind


@dataclass(frozen=True, slots=True)
class Sufferers:
    """The phrases that one word of harm is said of; ``beside`` those who suffered "together with" them."""

    phrases: tuple[Phrase, ...]
    beside: Phrase | None = None


def counted(sentence: Sentence, kind: str, sufferers: Sufferers) -> Iterator[Harm]:
    """The harm of a kind to these: one for all who are counted together, else one for each."""
    phrases = (*sufferers.phrases, *((sufferers.beside,) if sufferers.beside is not None else ()))
    found = [(phrase, harm) for phrase in phrases if (harm := _harm(sentence, kind, phrase)) is not None]
    if any(harm.amount.high != 0 for _, harm in found):
        found = [pair for pair in found if pair[1].amount.high != 0]  # "killed himself and nobody else"
    if len(found) > 1 and (sufferers.beside is not None or _are_counted_together(sentence, found)):
        yield _together([harm for _, harm in found], sentence)
    else:
        yield from (harm for _, harm in found)


def _harm(sentence: Sentence, kind: str, phrase: Phrase) -> Harm | None:
    words = phrase.lowers(sentence)
    group = classify(words)
    amount = amount_of(sentence, phrase)
    is_open = amount.low is None and amount.high is None
    if kind in SUFFERED_BY_PEOPLE and not group and is_open and not _is_named(sentence, phrase):
        return None
    if (kind in SUFFERED_BY_PEOPLE) == (group in WRECKABLE) or (kind not in SUFFERED_BY_PEOPLE and not group):
        return None
    if is_figurative(sentence.tokens[phrase.head].lower):
        return None
    return Harm(kind, amount, group or _head_word(sentence, phrase), phrase.span(sentence))


def _head_word(sentence: Sentence, phrase: Phrase) -> str:
    head = sentence.tokens[phrase.head]
    return "" if head.tag in {Tag.NUMBER, Tag.PRONOUN} else head.text


def _is_named(sentence: Sentence, phrase: Phrase) -> bool:
    span = phrase.span(sentence)
    return any(
        n.span is not None and n.span.overlaps(span) and n.kind in {Kind.PERSON, Kind.GROUP} for n in sentence.names
    )


def amount_of(sentence: Sentence, phrase: Phrase) -> Amount:
    """The number in the phrase; one for "a soldier", none for "no one"; open bounds where the words give no number."""
    span = phrase.span(sentence)
    words = phrase.lowers(sentence)
    if words[0] in words_of.NOBODY:
        return Amount(0, 0, "", words=span.of(sentence.text), span=span)
    told = _number_in(sentence, phrase)
    if told is not None:
        return told
    if sentence.tokens[phrase.head].lower == "one":
        return Amount(1, None if "least" in words else 1, "", words=span.of(sentence.text), span=span)
    number = 1 if _is_one(sentence, phrase, words) else None
    return Amount(number, number, "", words=span.of(sentence.text), span=span)


def _number_in(sentence: Sentence, phrase: Phrase) -> Amount | None:
    """The amount that the phrase holds, or "a crew of five" tells behind it; "one" by itself is one."""
    span = phrase.span(sentence)
    for amount in sentence.amounts:
        if amount.span is None:
            continue
        first = sentence.index_at(amount.span.start)
        is_behind = first == phrase.end + 1 and sentence.tokens[phrase.end].lower == "of"
        is_of_whole = is_behind and sentence.tokens[phrase.head].lower in words_of.COLLECTIVES
        if amount.span.overlaps(span) or is_of_whole:
            return amount
    return None


def _is_one(sentence: Sentence, phrase: Phrase, words: tuple[str, ...]) -> bool:
    """Whether the phrase means one: by its article or owner, by a name, or bare in a headline."""
    head = sentence.tokens[phrase.head]
    named = [n.kind for n in sentence.names if n.span is not None and n.span.overlaps(head.span)]
    if Kind.PERSON in named or (
        head.tag is Tag.NAME and set(named) <= {Kind.UNKNOWN} and _is_nobodys_name(sentence, head)
    ):
        return True
    if head.lower in words_of.COLLECTIVES or (head.lower.endswith("s") and not head.lower.endswith("ss")):
        return False
    if head.tag is Tag.PRONOUN:
        return head.lower in {"he", "she", "him", "her", "himself", "herself"}
    if words[0] in words_of.OPENERS_OF_ONE or POSSESSIVE.intersection(words):
        return True
    return head.tag is Tag.NOUN and classify(words) in _SINGLE  # "soldier killed by sniper"


def _is_nobodys_name(sentence: Sentence, head: Token) -> bool:
    """Whether no state, party or place is called so: what is left is somebody."""
    known = (*(s.span for s in sentence.sides), *(p.span for p in sentence.places))
    return not any(span is not None and span.overlaps(head.span) for span in known)


def _are_counted_together(sentence: Sentence, found: Sequence[tuple[Phrase, Harm]]) -> bool:
    """Whether the number of all is meant: single ones, or people and "their" own; not two numbers told apart."""
    if any(h.amount.low in {None, 0} or h.amount.high is None for _, h in found):
        return False
    told_apart = [
        h
        for phrase, h in found
        if _number_in(sentence, phrase) is not None and phrase.lowers(sentence)[0] not in words_of.OWNING
    ]
    classes = {h.who for _, h in found if classify((h.who.lower(),)) or h.who in _CLASSES}
    return not told_apart or (len(told_apart) == 1 and len(classes) <= 1)


_SINGLE = frozenset({"civilians", "military", "peacekeepers", "humanitarian"})
_CLASSES = WRECKABLE | {"civilians", "military", "prisoners of war", "peacekeepers"}


def _together(harms: Sequence[Harm], sentence: Sentence) -> Harm:
    first, last = harms[0], harms[-1]
    lows = [h.amount.low for h in harms if h.amount.low is not None]
    highs = [h.amount.high for h in harms if h.amount.high is not None]
    span = first.span.to(last.span) if first.span is not None and last.span is not None else first.span
    amount = Amount(
        sum(lows) if lows else None,
        sum(highs) if len(highs) == len(harms) else None,
        "",
        words=span.of(sentence.text) if span is not None else "",
        span=span,
    )
    is_of_one_class = all(h.who == first.who or h.who not in _CLASSES for h in harms)
    return replace(first, amount=amount, who=first.who if is_of_one_class else "", span=span)
