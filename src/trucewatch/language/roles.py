"""Whether a mention acts: the subject of a verb, the object of an address, or a place passed through.

Decides from the few tokens around a mention; never from who is named.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag, Token
from trucewatch.language.offices import ADDRESSING, SPEAKING

_APPOSITION = 24  # tokens between the commas of "X, head of the …, said"
_FINITE = frozenset({"past", "s", "base"})
_COMPLEMENT = 6  # tokens of "in the northern province of" between a subject and its verb
_LINKING = word_set("in of for at from")
_NOMINAL = frozenset({Tag.DETERMINER, Tag.NAME, Tag.NOUN, Tag.ADJECTIVE})
#: Verbs whose passive subject is struck as a place, not as a state.
_PHYSICAL = word_set(
    """
    hit strike attack shell bomb target rock destroy damage evacuate surround encircle capture seize rebuild locate"""
)


def is_subject(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the tokens ``[start, end)`` are the subject of a finite verb, or follow one ("said Petrov")."""
    if follows_speaking(tokens, start):
        return True
    return not is_complement(tokens, start) and verb_after(tokens, _past_place(tokens, end)) >= 0


def is_speaker(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the tokens are the subject of a verb of speech."""
    if follows_speaking(tokens, start):
        return True
    verb = -1 if is_complement(tokens, start) else verb_after(tokens, _past_place(tokens, end))
    while 0 <= verb < len(tokens) - 1 and tokens[verb].tag in {Tag.AUX, Tag.ADVERB, Tag.PARTICLE}:
        verb += 1
    return verb >= 0 and tokens[verb].tag is Tag.VERB and tokens[verb].lemma in SPEAKING


def is_complement(tokens: Sequence[Token], start: int) -> bool:
    """Whether a noun's preposition stands before: in "the mission in Zenda said", Zenda does not speak."""
    at = start - 1
    if at >= 0 and tokens[at].tag is Tag.DETERMINER:
        at -= 1
    return at > 0 and tokens[at].lower in _LINKING and tokens[at - 1].tag in {Tag.NOUN, Tag.NAME}


def _past_place(tokens: Sequence[Token], end: int) -> int:
    """The end with a place or owner that belongs to it: "the mission in Zenda", "the head of the bank"."""
    if end >= len(tokens) or tokens[end].lower not in _LINKING:
        return end
    at = end + 1
    while at < min(len(tokens), end + _COMPLEMENT) and tokens[at].tag in _NOMINAL:
        at += 1
    return at if at > end + 1 else end


def verb_after(tokens: Sequence[Token], end: int) -> int:
    """The index of the finite verb or auxiliary whose subject ends at ``end``, or -1. Steps over an apposition."""
    at = _past_apposition(tokens, end)
    steps = 0
    while (
        at < len(tokens)
        and steps < 4
        and tokens[at].tag in {Tag.ADVERB, Tag.DETERMINER}
        and tokens[at].lower not in {"the", "a", "an"}
    ):
        at, steps = at + 1, steps + 1
    if at >= len(tokens) or tokens[at].sentence != tokens[end - 1].sentence:
        return -1
    token = tokens[at]
    return at if token.tag is Tag.AUX or (token.tag is Tag.VERB and token.form in _FINITE) else -1


def _past_apposition(tokens: Sequence[Token], end: int) -> int:
    if end >= len(tokens) or tokens[end].text not in {",", "(", "—", "–"}:
        return end
    closing = {",": ",", "(": ")"}.get(tokens[end].text, tokens[end].text)
    for at in range(end + 1, min(end + 1 + _APPOSITION, len(tokens))):
        if tokens[at].sentence != tokens[end].sentence or tokens[at].tag is Tag.QUOTE:
            return end
        if tokens[at].text == closing:
            return at + 1
    return end


def follows_speaking(tokens: Sequence[Token], start: int) -> bool:
    """Whether a verb of speech stands right before the mention, inverted: `…,” said the minister`."""
    if start < 2 or tokens[start - 1].tag is not Tag.VERB or tokens[start - 1].lemma not in SPEAKING:
        return False
    return tokens[start - 1].form in {"past", "s"} and tokens[start - 2].tag in {Tag.QUOTE, Tag.PUNCTUATION}


def acts(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a word that names a city as readily as a government stands for the government."""
    before = tokens[start - 1] if start else None
    if before is not None and before.sentence == tokens[start].sentence:
        if before.tag is Tag.PREPOSITION:
            return before.lower in {"between", "with", "against", "by"} or tokens[start - 2].lower == "according"
        if before.tag is Tag.VERB and before.lemma in ADDRESSING:
            return True
        if before.lower in {"and", "both"} and _joined(tokens, start, end):
            return True
    if follows_speaking(tokens, start):
        return True
    verb = verb_after(tokens, end)
    if verb >= 0:
        return not _is_struck(tokens, verb)
    return _joined(tokens, start, end)


def _joined(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the mention is one of a pair that acts: "both Zenda and Strelsau have", "between Zenda and Strelsau"."""
    window = range(max(0, start - 4), min(len(tokens), end + 4))
    has_and = any(tokens[at].lower == "and" for at in (start - 1, end) if 0 <= at < len(tokens))
    if not has_and:
        return False
    if any(tokens[at].lower in {"both", "between", "against"} for at in window if at < start):
        return True
    if start >= 1 and tokens[start - 1].lower == "and":
        return verb_after(tokens, end) >= 0 and not _is_struck(tokens, verb_after(tokens, end))
    return end + 1 < len(tokens) and tokens[end + 1].tag is Tag.NAME and verb_after(tokens, end + 2) >= 0


def _is_struck(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb is the passive of something done to a place ("was shelled")."""
    if tokens[verb].lemma != "be":
        return False
    for at in range(verb + 1, min(verb + 5, len(tokens))):
        if tokens[at].tag is Tag.VERB:
            return tokens[at].form == "en" and tokens[at].lemma in _PHYSICAL
        if tokens[at].tag not in {Tag.ADVERB, Tag.AUX, Tag.PARTICLE}:
            return True  # "Zenda is the capital": spoken of, not acting
    return False
