"""One document as the rules of this room read it: sentences with everything that stands in them.

Decides only how the analysis is cut up. Overlong sentences are read in stretches, so that the work of every rule is
bounded whatever the report looks like. Never changes a span.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol, TypeVar

from trucewatch.documents.model import BlockKind
from trucewatch.language.gazetteer import Entry, parties_by_state, situation_gazetteer, state_gazetteer
from trucewatch.language.model import Analysis, Token
from trucewatch.statements.frames import SKIPPED_BLOCKS
from trucewatch.statements.model import Statement
from trucewatch.values import Amount, Kind, Span, When, Where, Who

T = TypeVar("T")


class Known(Protocol):
    """Names of those who act, found in the tokens."""

    def at(self, tokens: Sequence[Token], start: int) -> tuple[int, tuple[Entry, ...]]:
        """The end of the longest name that begins at the token, and its entries."""
        ...


LONGEST = 240  # tokens read as one sentence; the longest real sentence in 500 news articles has 160

#: Parts of a report that describe nothing: signatures, thanks, share lines.


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, or one stretch of an overlong one. ``span`` is the whole sentence's; ``number`` its place."""

    text: str  # the whole document's
    number: int
    span: Span
    kind: BlockKind
    tokens: tuple[Token, ...]
    names: tuple[Who, ...]
    sides: tuple[Who, ...]  # states and parties by name or adjective, also inside longer names
    times: tuple[When, ...]
    places: tuple[Where, ...]
    amounts: tuple[Amount, ...]
    statements: tuple[Statement, ...]
    timed: frozenset[int]  # tokens that are part of a time expression
    words: tuple[str, ...]  # case-folded, one a token

    def lowers(self, start: int, end: int) -> tuple[str, ...]:
        """The case-folded words of tokens ``[start, end)``, cut to the sentence."""
        return self.words[max(0, start) : max(0, end)]

    def cover(self, start: int, end: int) -> Span:
        """The span of tokens ``[start, end)``."""
        return self.tokens[start].span.to(self.tokens[end - 1].span)

    def index_at(self, position: int) -> int:
        """The token that holds or follows a code point; the number of tokens when none does."""
        return bisect_right(self.tokens, position, key=lambda t: t.span.end)


def read_sentences(
    analysis: Analysis, statements: Sequence[Statement], known: Sequence[Known] | None = None
) -> tuple[Sentence, ...]:
    """The sentences of a document that can describe something, in text order.

    ``known`` are the names of sides to look for; those of English where it is left out.
    """
    spans = analysis.document.sentences
    kinds = _kinds(analysis)
    by_sentence = _spread(statements, spans)
    items = _Items(analysis, known)
    found = []
    for number, group in groupby(analysis.tokens, key=lambda t: t.sentence):
        if not 0 <= number < len(spans) or kinds[number] in SKIPPED_BLOCKS:
            continue
        tokens = tuple(group)
        for start in range(0, len(tokens), LONGEST):
            stretch = tokens[start : start + LONGEST]
            found.append(items.sentence(number, spans[number], kinds[number], stretch, by_sentence.get(number, ())))
    return tuple(found)


_SIDES = frozenset({Kind.STATE, Kind.GROUP})


class _Items:
    """The analysis' names, times, places and amounts, ready to be cut by position."""

    def __init__(self, analysis: Analysis, known: Sequence[Known] | None) -> None:
        english = situation_gazetteer(analysis.situation), state_gazetteer()
        self._known = english if known is None else known
        self._parties = parties_by_state(analysis.situation)
        self._text = analysis.document.text
        self._names = _sorted(analysis.names, lambda n: n.span)
        self._times = _sorted(analysis.times, lambda t: t.span)
        self._places = _sorted(analysis.places, lambda p: p.span)
        self._amounts = _sorted(analysis.amounts, lambda a: a.span)

    def sentence(
        self, number: int, span: Span, kind: BlockKind, tokens: tuple[Token, ...], statements: tuple[Statement, ...]
    ) -> Sentence:
        stretch = tokens[0].span.to(tokens[-1].span)
        times = _cut(self._times, stretch)
        return Sentence(
            text=self._text,
            number=number,
            span=span,
            kind=kind,
            tokens=tokens,
            names=_cut(self._names, stretch),
            sides=tuple(self._sides(tokens)),
            times=times,
            places=_cut(self._places, stretch),
            amounts=_cut(self._amounts, stretch),
            statements=tuple(s for s in statements if any(c.overlaps(stretch) for c in (s.sentence, *s.content))),
            words=tuple(t.lower for t in tokens),
            timed=frozenset(
                i for i, t in enumerate(tokens) if any(w.span is not None and w.span.overlaps(t.span) for w in times)
            ),
        )

    def _sides(self, tokens: tuple[Token, ...]) -> Iterator[Who]:
        """States and parties by name or adjective; a capital or a seat of government is not counted on."""
        at = 0
        while at < len(tokens):
            end, entry = self._side_at(tokens, at)
            if entry is not None:
                span = tokens[at].span.to(tokens[end - 1].span)
                party = entry.party or self._parties.get(entry.state, "")
                yield Who(entry.name, Kind.STATE, span.of(self._text), span, state=entry.state, party=party)
            at = end

    def _side_at(self, tokens: tuple[Token, ...], at: int) -> tuple[int, Entry | None]:
        """One past the side's name that begins at the token, and the side; the next token and None where none does."""
        if tokens[at].text[:1].isupper():
            for known in self._known:
                end, entries = known.at(tokens, at)
                found = next((e for e in entries if e.kind in _SIDES and e.role in {"name", "demonym"}), None)
                if found is not None:
                    return end, found
        return at + 1, None


def _sorted(items: Sequence[T], span: Callable[[T], Span | None]) -> tuple[list[int], list[T]]:
    pairs = [(where.start, item) for item in items if (where := span(item)) is not None]
    pairs.sort(key=lambda pair: pair[0])
    return [start for start, _ in pairs], [item for _, item in pairs]


def _cut(items: tuple[list[int], list[T]], span: Span) -> tuple[T, ...]:
    starts, values = items
    return tuple(values[bisect_left(starts, span.start) : bisect_left(starts, span.end)])


def _kinds(analysis: Analysis) -> list[BlockKind]:
    blocks = analysis.document.blocks
    starts = [b.span.start for b in blocks]
    kinds = []
    for span in analysis.document.sentences:
        at = bisect_right(starts, span.start) - 1
        kinds.append(blocks[at].kind if at >= 0 else BlockKind.BODY)
    return kinds


def _spread(statements: Sequence[Statement], spans: Sequence[Span]) -> dict[int, tuple[Statement, ...]]:
    """Which statements have content, cue or home in each sentence."""
    starts = [s.start for s in spans]
    found: dict[int, list[Statement]] = {}
    for statement in statements:
        for part in dict.fromkeys((statement.sentence, *statement.content)):
            first = max(0, bisect_right(starts, part.start) - 1)
            for number in range(first, bisect_left(starts, part.end)):
                home = found.setdefault(number, [])
                if statement not in home[-8:]:
                    home.append(statement)
    return {number: tuple(home) for number, home in found.items()}
