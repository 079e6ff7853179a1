"""Which source and which cue belong to which content.

Decides by closeness within a paragraph: a content goes to the cue closest to it, a cue to the source closest to it,
both sooner within one sentence; a cue without a source of its own shares that of the cue before it ("adding that"), and
speech without either goes on with whoever spoke last. Never looks at words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from trucewatch.values import Span

_APART = 1_000  # characters that the end of a sentence counts for: more than any sentence between two parts


@dataclass(slots=True)
class Attribution:
    """A cue with what belongs to it. ``speaker`` is a source that stands elsewhere."""

    cue: Span | None
    source: Span | None = None
    speaker: Span | None = None
    content: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagger found in one paragraph, by role and in order."""

    sources: Sequence[Span]
    cues: Sequence[Span]
    contents: Sequence[Span]


def link(paragraphs: Sequence[Tagged], sentences: Sequence[Span]) -> Iterator[Attribution]:
    """Attributions in text order, paragraph by paragraph."""
    starts = [sentence.start for sentence in sentences]
    last: Span | None = None
    for tagged in paragraphs:
        found = _link(tagged, _Distance(starts))
        for one in found:
            if one.source is None and one.cue is None:
                one.speaker = last
            last = one.source or last
            if one.content:
                yield one


def _link(tagged: Tagged, far: _Distance) -> list[Attribution]:
    made = [Attribution(cue) for cue in tagged.cues]
    _give_sources(made, tagged.sources, far)
    loose: list[Attribution] = []
    for content in tagged.contents:
        best = min(made, key=lambda one: far(content, one.cue), default=None)
        if best is not None:
            best.content.append(content)
            continue
        source = min(tagged.sources, key=lambda one: far(content, one), default=None)
        loose.append(Attribution(None, source, content=[content]))
    return sorted((*made, *loose), key=lambda one: min([*one.content, *([one.cue] if one.cue else [])]))


def _give_sources(made: Sequence[Attribution], sources: Sequence[Span], far: _Distance) -> None:
    """The closest pairs first; a source that has a cue is shared only by cues that would have none."""
    pairs = sorted((far(source, one.cue), source, at) for source in sources for at, one in enumerate(made))
    given: set[Span] = set()
    for distance, source, at in pairs:
        if made[at].source is None and source not in given and distance < _APART:
            made[at].source = source
            given.add(source)
    for at, one in enumerate(made):
        if one.source is None:
            before = made[at - 1].source if at else None
            one.source = before or min(sources, key=lambda source: far(source, one.cue), default=None)


class _Distance:
    """Characters between two spans, with each end of a sentence between them counted as many more."""

    def __init__(self, starts: Sequence[int]) -> None:
        self._starts = starts

    def __call__(self, one: Span, other: Span | None) -> int:
        if other is None:
            return _APART * _APART
        return one.gap(other) + _APART * abs(self._sentence(one, other) - self._sentence(other, one))

    def _sentence(self, span: Span, other: Span) -> int:
        """The sentence of the end of ``span`` that faces ``other``."""
        return bisect_right(self._starts, span.end - 1 if span.start < other.start else span.start)
