"""The way over a text from quantity to quantity, whatever the language.

Decides which tokens are asked for a quantity, and which words before one bound it. What a quantity is, and what it
counts, each language says itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trucewatch.language.model import Token
from trucewatch.values import Amount, When

#: Words before a number -> how it bounds: low, high, about, or not at all.
Bounds = tuple[tuple[tuple[str, ...], str], ...]
#: The quantity that begins at a token, if any, and the token to go on from.
Read = Callable[[int], tuple[Amount | None, int]]


def read_amounts(tokens: Sequence[Token], times: Sequence[When], read: Read) -> tuple[Amount, ...]:
    """What ``read`` finds, in text order; tokens that are part of a time are not asked."""
    taken = [when.span for when in times if when.span is not None]
    found: list[Amount] = []
    at = current = 0
    while at < len(tokens):
        while current < len(taken) and taken[current].end <= tokens[at].span.start:
            current += 1
        in_time = current < len(taken) and taken[current].start <= tokens[at].span.start
        amount, end = (None, at) if in_time else read(at)
        if amount is not None:
            found.append(amount)
        at = max(end, at + 1)
    return tuple(found)


def bound_before(tokens: Sequence[Token], start: int, bounds: Bounds) -> tuple[str, int]:
    """How the words right before ``start`` bound the number there, and where they begin; the first that fits wins."""
    for words, bound in bounds:
        low = start - len(words)
        is_there = low >= 0 and tokens[low].sentence == tokens[start].sentence
        if is_there and tuple(token.lower for token in tokens[low:start]) == words:
            return bound, low
    return "", start
