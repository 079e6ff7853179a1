"""What surrounds a saying: its time, occasion, conditions and marks of doubt.

Decides only from words in the frame of the saying; each comes back as a span.
"""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.language.model import Tag
from trucewatch.statements.cue_words import CONDITIONS, HEDGE_PAIRS, HEDGES, OCCASIONS
from trucewatch.statements.frames import COMMAS, STOPS, Frame, Reading
from trucewatch.statements.model import Act
from trucewatch.statements.sayings import Saying
from trucewatch.values import Span, When

#: The words that open a condition, by the first.
_CONDITIONS = {words[0]: [other[1:] for other in CONDITIONS if other[0] == words[0]] for words in CONDITIONS}
_REACH = 12  # words between a cue and a time that is the time of the saying


def find_when(reading: Reading, saying: Saying) -> When | None:
    """The time expression nearest to the cue that is not part of what was said."""
    if saying.cue is None:
        return None
    frame = saying.frame
    inside = [frame.span(*part) for part in saying.content.parts]
    low = frame.span(max(0, saying.cue.first - _REACH), saying.cue.last)
    high = frame.span(saying.cue.last, min(len(frame) - 1, saying.cue.last + _REACH))
    near = [
        when
        for when in reading.times_in(low.to(high))
        if when.span is not None and not any(part.overlaps(when.span) for part in inside)
    ]
    middle = frame.words[saying.cue.head].span.start
    return min(near, key=lambda when: abs((when.span.start if when.span else 0) - middle), default=None)


def find_occasion(saying: Saying) -> Span | None:
    """As in "in a televised address", "at a news conference": the adjunct that names where it was said."""
    frame = saying.frame
    for first, last in saying.content.adjuncts:
        if any(frame.at(i) in OCCASIONS for i in range(first, last + 1)):
            return frame.span(first, last)
    target = saying.content.target
    is_told = saying.cue is not None and saying.cue.act is not Act.ALLEGE
    is_plain = target is not None and not frame.words[target.head].is_capital  # a briefing, not Valley News
    if target is not None and is_told and is_plain and frame.at(target.head) in OCCASIONS:
        return frame.span(target.first, target.last)
    return _opening_occasion(frame, saying)


def _opening_occasion(frame: Frame, saying: Saying) -> Span | None:
    """As in "In a statement on Friday, the ministry said …"."""
    if frame.tag(0) is not Tag.PREPOSITION:
        return None
    end = next((i for i in range(1, min(len(frame), 14)) if frame.at(i) in COMMAS), 0)
    named = any(frame.at(i) in OCCASIONS for i in range(1, end))
    is_outside = all(first > end for first, _ in saying.content.parts)
    return frame.span(0, end - 1) if named and is_outside else None


def find_hedges(saying: Saying) -> tuple[Span, ...]:
    """Marks of doubt in the words that report and in what was said; direct speech keeps its own."""
    frame = saying.frame
    spans = [frame.words[i].span for i in _hedged(frame, saying)]
    if saying.cue is not None and (saying.cue.entry.is_inferred or saying.cue.is_planned or saying.cue.is_open):
        spans.append(frame.span(saying.cue.first, saying.cue.last))
    return tuple(sorted(set(spans)))


def _hedged(frame: Frame, saying: Saying) -> Iterator[int]:
    """The words of doubt."""
    parts = [*saying.content.parts]
    if saying.cue is not None:
        parts.append((saying.cue.first, saying.cue.last))
    for first, last in parts:
        for at in range(first, last + 1):
            word = frame.words[at]
            is_month = word.lower == "may" and (word.is_capital or word.is_time)
            if (word.lower in HEDGES and not is_month) or (frame.at(at), frame.at(at + 1)) in HEDGE_PAIRS:
                yield at


def find_conditions(saying: Saying) -> tuple[Span, ...]:
    """The conditions set inside what was said."""
    frame = saying.frame
    found = [
        frame.span(at, _condition_end(frame, at, last))
        for first, last in saying.content.parts
        for at in range(first, last + 1)
        if _opens_condition(frame, at) and not (at == first and frame.at(at) == "if" and _asks(saying))
    ]
    return tuple(_outermost(found))


def _asks(saying: Saying) -> bool:
    """Whether "if" after the cue means "whether"."""
    return saying.cue is not None and saying.cue.takes("w")


def _opens_condition(frame: Frame, at: int) -> bool:
    """Whether a condition begins at ``at``."""
    rests = _CONDITIONS.get(frame.at(at), ())
    if not any(all(frame.at(at + i) == word for i, word in enumerate(rest, start=1)) for rest in rests):
        return False
    return not (frame.at(at) == "if" and frame.at(at - 1) in {"as", "even", "what"})


def _condition_end(frame: Frame, at: int, last: int) -> int:
    """The last word of the condition's clause."""
    for end in range(at + 1, last + 1):
        if frame.at(end) in COMMAS | STOPS or frame.is_quotation(end):
            return end - 1
    return last


def _outermost(spans: list[Span]) -> Iterator[Span]:
    """The spans that no earlier one contains."""
    kept: list[Span] = []
    for span in spans:
        if not any(other.contains(span) for other in kept):
            kept.append(span)
            yield span
