"""What something hangs on: "without firm guarantees", "in exchange for", "only if".

Decides which stretch of a sentence is a condition. Never decides whether it is met.
"""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import expressions, word_set
from trucewatch.language.model import Tag
from trucewatch.values import Span

_STARTS = expressions(
    """in exchange for|in return for|on condition that|on the condition that|only if|provided that|conditional on
    conditional upon|contingent on|contingent upon|as long as|so long as|dependent on|depends on|subject to|without
    unless|once|if|in the event of|on the understanding that|providing that|only after|only when|only once|as soon as
    until|provided"""
)
_BY_FIRST: dict[str, tuple[tuple[str, ...], ...]] = {
    start[0]: tuple(s for s in _STARTS if s[0] == start[0]) for start in _STARTS
}
_NO_CONDITION = frozenset(
    {
        "further",
        "elaborating",
        "giving",
        "naming",
        "saying",
        "warning",
        "evidence",
        "specifying",
        "citing",
        "doubt",
        "providing",
        "again",
        "conditions",
        "preconditions",
        "delay",
        "incident",
        "more",
    }
)
#: Verbs behind which "if" asks a question.
_ASKING = word_set("ask asked asks asking know knew see wonder wondered unclear doubt doubted say said even as at")
_CLAUSES = frozenset({"until", "provided", "once"})  # conditions only where a clause follows: not "until Friday"
_LONGEST = 24


def find_conditions(sentence: Sentence) -> Iterator[Span]:
    """The conditions a sentence names, in order."""
    at, tokens = 0, sentence.tokens
    while at < len(tokens):
        start = _start(sentence, at)
        if start is None:
            at += 1
            continue
        end = _end(sentence, at + len(start))
        if end > at + len(start):
            yield sentence.cover(at, end)
        at = end


def _start(sentence: Sentence, at: int) -> tuple[str, ...] | None:
    """The words that open a condition at the token, if any do."""
    known = _BY_FIRST.get(sentence.tokens[at].lower, ())
    found = next((s for s in known if sentence.lowers(at, at + len(s)) == s), None)
    if found is None or _NO_CONDITION.intersection(sentence.lowers(at + 1, at + 2)):
        return None
    if found == ("if",) and _ASKING.intersection(sentence.lowers(at - 1, at)):
        return None
    return found if found[0] not in _CLAUSES or len(found) > 1 or _has_clause(sentence, at) else None


def _has_clause(sentence: Sentence, at: int) -> bool:
    """Whether a clause follows, rather than a time, a thing or nothing: "until the roads are open"."""
    if at + 1 in sentence.timed or sentence.tokens[at].tag is Tag.VERB:
        return False
    following = sentence.tokens[at + 1 : _end(sentence, at + 1)]
    return len(following) > 1 and any(t.tag in {Tag.VERB, Tag.AUX} for t in following)


def _end(sentence: Sentence, start: int) -> int:
    for at in range(start, min(len(sentence.tokens), start + _LONGEST)):
        token = sentence.tokens[at]
        if token.lower in {",", ";", ".", ":", "—", "!", "?"} or (token.tag is Tag.QUOTE and at > start):
            return at
    return min(len(sentence.tokens), start + _LONGEST)
