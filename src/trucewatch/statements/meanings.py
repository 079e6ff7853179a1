"""What words that somebody else points at mean to the rules: whom they name, and what saying them does.

For statements that other extractors find: the same words get the same speaker and the same act, whoever found them.
Decides nothing about where a statement begins or ends, and guesses nobody: words that name nobody known stay words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from trucewatch.language.model import Analysis, Tag, Token, tongue_of
from trucewatch.statements import slavic
from trucewatch.statements.cue_words import NOUNS
from trucewatch.statements.cues import ENTRIES
from trucewatch.statements.frames import Frame, Reading
from trucewatch.statements.model import Act
from trucewatch.statements.phrases import RELATIVES, Phrase, phrase_after, phrase_before
from trucewatch.statements.speakers import who_is
from trucewatch.values import Kind, Span, Who

_SLAVIC = frozenset({"ru", "uk"})
_CARRYING = frozenset({"express", "voice"})
_PLAIN = frozenset({"according to", "per"})


def spoken_paragraphs(analysis: Analysis) -> list[Span]:
    """The paragraphs that a dash opens as direct speech, in the languages whose print does so."""
    if tongue_of(analysis.document) not in _SLAVIC:
        return []
    read = (block.span for block in analysis.document.blocks if block.kind in slavic.READ)
    return [span for span in read if slavic.opens_with_dash(span.of(analysis.document.text))]


class Meanings:
    """The words of one document, asked about by their spans."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._text = analysis.document.text
        self._tongue = tongue_of(analysis.document)
        self._names = sorted(
            ((who.span, who) for who in analysis.names if who.span is not None), key=lambda named: named[0]
        )
        self._name_starts = [span.start for span, _ in self._names]

    def who(self, span: Span) -> tuple[Who, ...]:
        """Everybody whom the words name, as far as the document tells; else somebody known by these words alone."""
        found: tuple[Who, ...] = ()
        if self._tongue == "en":
            found = self._english(span)
        elif self._tongue in _SLAVIC:
            found = self._slavic.who(span)
        found = tuple(who for who in found if who.span is not None and who.span.end <= len(self._text))
        return found or self._named(span)

    def act(self, span: Span) -> Act | None:
        """What saying these words does, by the lists of verbs and nouns that report; None where they hold none."""
        tokens = self._tokens(span)
        if self._tongue in _SLAVIC:
            return slavic.act_of([token.lower for token in tokens], self._tongue)
        return _english_act(tokens) if self._tongue == "en" else None

    def _english(self, span: Span) -> tuple[Who, ...]:
        """By the noun phrase that begins where the words do, no longer than they are."""
        at = bisect_right(self._frame_starts, span.start) - 1
        frame = self._reading.frames[at] if at >= 0 else None
        inside = [i for i, word in enumerate(frame.words) if span.contains(word.span)] if frame else []
        while frame and inside and (frame.tag(inside[0]) is Tag.PREPOSITION or frame.words[inside[0]].is_mark):
            inside.pop(0)
        if frame is None or not inside:
            return ()
        is_relative = frame.at(inside[-1]) in RELATIVES
        phrase = phrase_before(frame, inside[-1] + 1) if is_relative else phrase_after(frame, inside[0])
        return () if phrase is None else who_is(self._reading, frame, _cut(phrase, inside[-1]))

    def _named(self, span: Span) -> tuple[Who, ...]:
        """The only name among the words, or the words."""
        first = bisect_left(self._name_starts, span.start)
        names = [who for _, who in self._names[first : first + 2] if who.span is not None and span.contains(who.span)]
        if len(names) == 1:
            return (names[0],)
        words = " ".join(span.of(self._text).split())
        return (Who(words, Kind.UNKNOWN, words, span),) if words else ()

    def _tokens(self, span: Span) -> Sequence[Token]:
        starts = self._token_starts
        return self._analysis.tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.span.start for token in self._analysis.tokens]

    @cached_property
    def _reading(self) -> Reading:
        return Reading(self._analysis)

    @cached_property
    def _frame_starts(self) -> list[int]:
        return [_start(frame) for frame in self._reading.frames]

    @cached_property
    def _slavic(self) -> slavic.Naming:
        return slavic.Naming(self._analysis, self._tongue)


def _start(frame: Frame) -> int:
    return frame.words[0].span.start


def _cut(phrase: Phrase, last: int) -> Phrase:
    """The phrase as far as the words that were pointed at reach."""
    if phrase.is_relative:
        return phrase
    return Phrase(phrase.first, min(phrase.last, last), min(phrase.head, last))


def _english_act(tokens: Sequence[Token]) -> Act | None:
    """The act of the last verb of the list that the words hold, else of a noun of the list."""
    lowers = [token.lower for token in tokens]
    if " ".join(lowers) in _PLAIN:
        return Act.ASSERT
    if any(token.lemma in _CARRYING for token in tokens) and any(name in NOUNS for name in lowers):
        tokens = ()  # "expressed the belief": the noun alone tells
    acts = [act for at, token in enumerate(tokens) for act in _verb_acts(token, lowers[at + 1 :])]
    nouns = [NOUNS[name] for name in lowers if NOUNS.get(name, "?") != "?"]  # "?" marks an attitude: no act
    return acts[-1] if acts else Act(nouns[-1]) if nouns else None


def _verb_acts(token: Token, after: Sequence[str]) -> Iterator[Act]:
    """The act of the entry that the verb and the words after it spell, the longest first."""
    for entry in ENTRIES.get(token.lemma or token.lower, ()):
        particles = entry.lemma.split()[1:]
        if entry.act is not None and list(after[: len(particles)]) == particles:
            yield entry.act
            return
