"""Times told by the event before: "the same morning", "the next day".

Decides which day such words mean, from the last day that the report told of. "Hours later" may be the same day or the
next, and stays both. Never counts from the day of publication.
"""

from __future__ import annotations

from datetime import date, timedelta

from trucewatch.events.view import Sentence
from trucewatch.values import Precision, Span, When

_PARTS = frozenset({"day", "morning", "afternoon", "evening", "night"})
_NEXT = frozenset({"next", "following"})
_REACH = 30  # tokens of the sentence looked through


def following_time(sentence: Sentence, start: int, known: When | None) -> When | None:
    """The time that words of sequence near the token give, counted from a known day; None where none stands there."""
    if known is None or known.earliest is None or known.earliest != known.latest:
        return None
    for at in range(max(0, start - _REACH), min(len(sentence.tokens), start + _REACH)):
        found = _at(sentence, at)
        if found is not None:
            first, last, width = found
            span = sentence.cover(at, at + width)
            return _when(known.earliest + timedelta(first), known.earliest + timedelta(last), sentence, span)
    return None


def _at(sentence: Sentence, at: int) -> tuple[int, int, int] | None:
    """How many days later at the earliest and the latest, and how many words say so."""
    one, two, three = (*sentence.lowers(at, at + 3), "", "", "")[:3]
    if one == "the" and two == "same" and three in _PARTS:
        return 0, 0, 3
    if one == "the" and two in _NEXT and three in _PARTS:
        return 1, 1, 3
    if (one, two, three) == ("a", "day", "later"):
        return 1, 1, 3
    return (0, 1, 2) if (one, two) in {("hours", "later"), ("hours", "afterwards")} else None


def _when(first: date, last: date, sentence: Sentence, span: Span) -> When:
    words = span.of(sentence.text)
    if first == last:
        return When.on(first, words, span)
    return When(f"{first.isoformat()}/{last.isoformat()}", first, last, Precision.DAY, words, span)
