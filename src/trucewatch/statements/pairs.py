"""Which two a passage names: the two sides of a quarrel, or "the two" who agreed.

Decides only where the words name exactly two; where they name one or three, nobody is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from trucewatch.statements.cue_words import listed
from trucewatch.statements.frames import COMMAS, Frame, Reading
from trucewatch.statements.phrases import Phrase
from trucewatch.values import Kind, Who

_LOOK_BACK = 3  # frames in which the two may have been named
_TWO = frozenset({("both",), ("the", "two"), ("the", "pair"), ("the", "two", "men"), ("the", "two", "leaders")})
_ONE_OF_TWO = {("the", "former"): 0, ("the", "latter"): 1}
_PRONOUNS = listed("he she it they him her them")


def find_pair(frame: Frame, names: Sequence[Who]) -> tuple[Who, Who] | None:
    """The two that names of one frame come down to: by party, else by state, else by "A and B"."""
    for key in (_by_party, _by_state):
        sides: dict[str, Who] = {}
        for who in names:
            if key(who):
                sides.setdefault(key(who), who)
        if len(sides) == 2:
            first, second = sides.values()
            return (first, second)
    return _joined(frame, names)


def who_two_are(reading: Reading, frame: Frame, first: int, last: int) -> tuple[Who, ...]:
    """Whom "both", "the two" or "the former" stands for; () where the words are others or no two are named."""
    words = tuple(frame.at(i) for i in range(first, last + 1))
    if words not in _TWO and words not in _ONE_OF_TWO:
        return ()
    pair = _last_two(reading, frame, first)
    if pair is None:
        return ()
    return (pair[_ONE_OF_TWO[words]],) if words in _ONE_OF_TWO else pair


def _last_two(reading: Reading, frame: Frame, first: int) -> tuple[Who, Who] | None:
    """The two named last: in the frame before the words, else in the nearest earlier frame that names any two."""
    passages = [reading.frames[i].whole for i in range(frame.number - 1, max(-1, frame.number - 1 - _LOOK_BACK), -1)]
    if first > 0:
        passages.insert(0, frame.span(0, first - 1))
    for passage in passages:
        named = _distinct(reading.names_in(passage))
        persons = [who for who in named if who.kind is Kind.PERSON]
        sides = [who for who in named if who.kind is Kind.STATE or who.party]
        for two in (persons, sides):
            if len(two) == 2:
                return (two[0], two[1])
        if len(persons) > 2 or len(sides) > 2:
            return None
    return None


def _distinct(names: Iterable[Who]) -> list[Who]:
    """Everybody once, by name; unresolved pronouns left out."""
    found: dict[str, Who] = {}
    for who in names:
        if who.name and who.name.lower() not in _PRONOUNS:
            found.setdefault(who.name, who)
    return list(found.values())


def _by_party(who: Who) -> str:
    return who.party


def _by_state(who: Who) -> str:
    return who.state if who.kind in {Kind.STATE, Kind.GROUP, Kind.BODY} else ""


def _joined(frame: Frame, names: Sequence[Who]) -> tuple[Who, Who] | None:
    """As in "both Karvia and Dosland": two names with nothing but "and" between."""
    for one, other in pairwise(names):
        if one.span is None or other.span is None or one.name == other.name:
            continue
        between = [word.lower for word in frame.words if one.span.end <= word.span.start < other.span.start]
        if between == ["and"] or (len(between) == 2 and between[0] in COMMAS and between[1] == "and"):
            return (one, other)
    return None


_OTHERS = listed("side neighbour neighbor enemy adversary rival foe opponent opponents rivals party")


def other_side(reading: Reading, frame: Frame, phrase: Phrase, speakers: Sequence[Who]) -> Who | None:
    """Whom "the other side" or "its neighbour" is when one of two sides says it; None where no two are known."""
    words = [frame.at(i) for i in range(phrase.first, phrase.last + 1)]
    is_other = words[0] in {"the", "its", "their", "our"} and words[-1] in _OTHERS and len(words) <= 3
    if not is_other or (words[0] == "the" and words[-1] in {"side", "party"} and "other" not in words):
        return None
    return opposed_to(reading, frame.words[phrase.first].span.start, speakers)


def opposed_to(reading: Reading, before: int, speakers: Sequence[Who]) -> Who | None:
    """The one party beside the speakers' own that the report has named; None where it has named more or fewer."""
    named = reading.parties_before(before)
    own = {who.party for who in speakers if who.party}
    if len(named) != 2 or len(own) != 1 or not own <= {who.party for who in named}:
        return None
    return next(who for who in named if who.party not in own)
