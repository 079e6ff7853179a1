"""Accusations that two sides make against each other.

Decides that an accusation is mutual ("each side accused the other", "traded blame") and, where the words before it name
exactly two sides, which they are. Where they do not, nobody is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trucewatch.statements.frames import Frame, Reading
from trucewatch.statements.model import Act
from trucewatch.statements.pairs import find_pair
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
    parties = _the_parties(reading, saying)
    if parties is not None:
        return parties
    for frame in _before(reading, saying):
        found = _pair(reading, frame, saying if frame is saying.frame else None)
        if found is not None:
            return found
    return None


def _the_parties(reading: Reading, saying: Saying) -> tuple[Who, Who] | None:
    """The two parties of the situation that the report has named so far, by their latest mention.

    Those who brokered a truce stand nearer to "each side" as often as those who broke it; a side is a party where the
    report names exactly two.
    """
    named = reading.parties_before(_start_of(saying))
    return (named[0], named[1]) if len(named) == 2 else None


def _start_of(saying: Saying) -> int:
    """Where the words of the accusation begin."""
    cue = saying.cue
    return saying.frame.whole.end if cue is None else saying.frame.words[cue.first].span.start


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
    return find_pair(frame, names)
