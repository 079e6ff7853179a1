"""A part of what was promised, told as done: "10 of the 40 tanks it promised", "3,000 troops of the 5,000 pledged".

Decides whether an amount is told as part of a larger one that somebody promised, and which that is. Never decides who
promised it, nor whether the rest will come.
"""

from __future__ import annotations

from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set
from trucewatch.values import Amount, Span

_PROMISED = word_set("promised pledged committed offered announced")
_BETWEEN = 5  # tokens: "10 | tanks of the some | 40"
_REACH = 9  # tokens in which it is said that the whole was promised


def promised_whole(sentence: Sentence, part: Amount | None) -> tuple[Amount, Span] | None:
    """The larger amount that ``part`` is of, where it is told as promised, and where it stands."""
    if part is None or part.span is None:
        return None
    end = sentence.index_at(part.span.end - 1) + 1
    for whole in sentence.amounts:
        if whole.span is None or whole.span.start < part.span.end:
            continue
        at = sentence.index_at(whole.span.start)
        is_larger = whole.low is not None and part.low is not None and whole.low > part.low
        is_of = at - end <= _BETWEEN and "of" in sentence.lowers(end, at)
        if is_larger and is_of and _PROMISED.intersection(sentence.lowers(at, at + _REACH)):
            return whole, whole.span
        return None
    return None
