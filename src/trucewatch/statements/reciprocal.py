"""Accusations that two sides make against each other.

Decides that an accusation is mutual ("each side accused the other", "traded blame") and, where the words before it name
exactly two sides, which they are. Where they do not, nobody is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from trucewatch.statements.frames import COMMAS, Frame, Reading
from trucewatch.statements.model import Act
from trucewatch.statements.phrases import is_each_other
from trucewatch.statements.sayings import Saying
from trucewatch.values import Kind, Who

_LOOK_BACK = 4  # frames in which the two sides may have been named


def is_mutual(saying: Saying) -> bool:
    """Whether the accusation goes both ways."""
    cue = saying.cue
    if cue is None or cue.act is not Act.ALLEGE:
        return False
    if cue.entry.lemma == "trade blame":
        return True
    return is_each_other(saying.frame, cue.last + 1)


def find_sides(reading: Reading, saying: Saying, speakers: Sequence[Who]) -> tuple[Who, Who] | None:
    """The two sides: the subject's own, or the two that the words before name; None where these are not two."""
    if len(speakers) == 2 and all(who.kind is not Kind.UNKNOWN or who.party for who in speakers):
        return (speakers[0], speakers[1])
    for frame in _before(reading, saying):
        found = _pair(reading, frame, saying if frame is saying.frame else None)
        if found is not None:
            return found
    return None


def _before(reading: Reading, saying: Saying) -> Iterator[Frame]:
    """The frame itself, then those before it, nearest first."""
    number = saying.frame.number
    for index in range(number, max(-1, number - _LOOK_BACK - 1), -1):
        yield reading.frames[index]


def _pair(reading: Reading, frame: Frame, saying: Saying | None) -> tuple[Who, Who] | None:
    """The two sides that a frame names, by party, else by state, else by "A and B"."""
    names = reading.names_in(frame.whole)
    if saying is not None and saying.cue is not None:
        cue_start = frame.words[saying.cue.first].span.start
        names = tuple(who for who in names if who.span is not None and who.span.start < cue_start)
    for key in (_by_party, _by_state):
        sides: dict[str, Who] = {}
        for who in names:
            if key(who):
                sides.setdefault(key(who), who)
        if len(sides) == 2:
            first, second = sides.values()
            return (first, second)
    return _joined(frame, names)


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
