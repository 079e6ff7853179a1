"""What something hangs on: "without firm guarantees", "in exchange for", "only if".

Decides which stretch of a sentence is a condition. Never decides whether it is met.
"""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.events.lexicon import expressions
from trucewatch.events.view import Sentence
from trucewatch.language.model import Tag
from trucewatch.values import Span

_STARTS = expressions(
    """in exchange for|in return for|on condition that|on the condition that|only if|provided that|conditional on
    conditional upon|contingent on|contingent upon|as long as|dependent on|depends on|subject to|without|unless
    once|if|in the event of"""
)
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
    }
)
_LONGEST = 24


def find_conditions(sentence: Sentence) -> Iterator[Span]:
    """The conditions a sentence names, in order."""
    at, tokens = 0, sentence.tokens
    while at < len(tokens):
        start = next((s for s in _STARTS if sentence.lowers(at, at + len(s)) == s), None)
        if start is None or _NO_CONDITION.intersection(sentence.lowers(at + 1, at + 2)):
            at += 1
            continue
        end = _end(sentence, at + len(start))
        if end > at + len(start):
            yield sentence.cover(at, end)
        at = end


def _end(sentence: Sentence, start: int) -> int:
    for at in range(start, min(len(sentence.tokens), start + _LONGEST)):
        token = sentence.tokens[at]
        if token.lower in {",", ";", ".", ":", "—", "!", "?"} or (token.tag is Tag.QUOTE and at > start):
            return at
    return min(len(sentence.tokens), start + _LONGEST)
