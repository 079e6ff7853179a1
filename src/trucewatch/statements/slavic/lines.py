"""Paragraphs as lines of units: words, marks, and whole quotations, cut where sentences end outside quotations.

Decides what belongs to one line. A paragraph that opens with a dash is dialogue and stays one line, as does a quotation
that a saying interrupts. Never decides who speaks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from trucewatch.documents.model import Block, BlockKind
from trucewatch.language.gazetteer import is_cyrillic
from trucewatch.language.model import Analysis, Quotation
from trucewatch.language.slavic.words import ADVERBS, CONJUNCTIONS, NEGATIONS, PREPOSITIONS, PRONOUNS, SUBORDINATORS
from trucewatch.language.tokens import DASHES
from trucewatch.statements.slavic.verbs import Verb, plain, verbs_of
from trucewatch.statements.turns import label_ends
from trucewatch.values import Span, Who

_ENDS = frozenset(".!?…")
_DASHES = frozenset(DASHES + "-")
T = TypeVar("T")
_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})
_DATELINE = 24  # units of a line of place, date and agency before its dash
#: What is read for sayings.
READ = frozenset({BlockKind.BODY, BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.CAPTION})


@dataclass(frozen=True, slots=True)
class Unit:
    """One word, mark or quotation. ``lower`` is "" for quotations."""

    span: Span
    text: str
    lower: str
    sentence: int
    quotation: Quotation | None = None
    is_time: bool = False
    who: Who | None = None  # the mention that the unit is part of
    verb: Verb | None = None

    @property
    def is_word(self) -> bool:
        """Whether it is a word of either alphabet, or a number."""
        return bool(self.lower) and (self.lower[0].isalnum() or is_cyrillic(self.lower))

    @property
    def is_dash(self) -> bool:
        """Whether it is a dash between words."""
        return self.text in _DASHES

    @property
    def is_closed_class(self) -> bool:
        """Whether it is a word that no noun phrase holds."""
        return self.lower in _CLOSED


_CLOSED = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | ADVERBS | PRONOUNS | NEGATIONS


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, or what direct speech holds together. ``is_spoken`` where all but the cue is direct speech."""

    units: tuple[Unit, ...]
    block: int
    is_spoken: bool = False
    is_headline: bool = False

    def __len__(self) -> int:
        return len(self.units)

    def at(self, index: int) -> str:
        """The unit's word in small letters; "" outside the line and for quotations."""
        return self.units[index].lower if 0 <= index < len(self.units) else ""

    def is_dash(self, index: int) -> bool:
        """Whether a dash stands there."""
        return 0 <= index < len(self.units) and self.units[index].is_dash

    def quotation(self, index: int) -> Quotation | None:
        """The quotation that stands there."""
        return self.units[index].quotation if 0 <= index < len(self.units) else None

    def span(self, first: int, last: int) -> Span:
        """The words from one unit to another, both included."""
        return self.units[first].span.to(self.units[last].span)


def opens_with_dash(paragraph: str) -> bool:
    """Whether a paragraph is a line of dialogue: a dash, and then words."""
    bare = paragraph.lstrip()
    return bare[:1] in _DASHES and bool(bare[1:].strip())


def read_lines(analysis: Analysis, tongue: str) -> Iterator[Line]:
    """The lines of a document, in text order; an interrupted quotation's follows the line that holds it."""
    reader = _Reader(analysis, tongue)
    for number, block in enumerate(analysis.document.blocks):
        if block.kind in READ:
            yield from reader.lines(number, block)


class _Reader:
    def __init__(self, analysis: Analysis, tongue: str) -> None:
        self.tokens = analysis.tokens
        self.starts = [token.span.start for token in analysis.tokens]
        self.quotations = [quotation for quotation in analysis.quotations if quotation.depth == 1]
        self.quote_starts = [quotation.span.start for quotation in self.quotations]
        self.verbs = verbs_of(tongue)
        self.whos = _by_token(self.starts, [(who.span, who) for who in analysis.names if who.span is not None])
        self.times = _by_token(self.starts, [(when.span, when) for when in analysis.times if when.span is not None])
        dateline = analysis.document.dateline
        self.opening = dateline.span.end if dateline is not None else 0
        self.labels = label_ends(analysis.document)

    def lines(self, number: int, block: Block) -> Iterator[Line]:
        opening = max(self.opening, self.labels.get(block.span.start, 0))
        start = max(block.span.start, min(opening, block.span.end))
        units = _past_dateline(tuple(self.units(start, block.span.end)))
        if not units:
            return
        if units[0].is_dash and len(units) > 1:
            yield Line(units[1:], number, is_spoken=True)
            return
        for part in _sentences(units):
            yield Line(part, number, is_headline=block.kind in _HEADS)
        for unit in units:
            if unit.quotation is not None:
                inner = tuple(self.plain_units(unit.quotation.inner.start, unit.quotation.inner.end))
                if _is_interrupted(inner):
                    yield Line(inner, number, is_spoken=True)

    def units(self, start: int, end: int) -> Iterator[Unit]:
        """The units of a stretch, quotations whole."""
        at = bisect_left(self.starts, start)
        quoted = bisect_left(self.quote_starts, start)
        while at < len(self.tokens) and self.starts[at] < end:
            while quoted < len(self.quotations) and self.quote_starts[quoted] < self.starts[at]:
                quoted += 1
            if quoted < len(self.quotations) and self.quote_starts[quoted] == self.starts[at]:
                quotation = self.quotations[quoted]
                yield Unit(quotation.span, "", "", self.tokens[at].sentence, quotation)
                at = bisect_left(self.starts, quotation.span.end)
                continue
            yield self.unit(at)
            at += 1

    def plain_units(self, start: int, end: int) -> Iterator[Unit]:
        """The units of what stands between quotation marks."""
        at = bisect_left(self.starts, start)
        while at < len(self.tokens) and self.starts[at] < end:
            yield self.unit(at)
            at += 1

    def unit(self, at: int) -> Unit:
        token = self.tokens[at]
        lower = plain(token.lower)
        return Unit(
            token.span,
            token.text,
            lower,
            token.sentence,
            None,
            at in self.times,
            self.whos.get(at),
            self.verbs.get(lower),
        )


def _by_token(starts: Sequence[int], items: Sequence[tuple[Span, T]]) -> dict[int, T]:
    found: dict[int, T] = {}
    for span, item in items:
        for at in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            found.setdefault(at, item)
    return found


def _sentences(units: Sequence[Unit]) -> Iterator[tuple[Unit, ...]]:
    """The units cut where a sentence ends, unless what follows goes on from direct speech."""
    start = 0
    for at in range(1, len(units)):
        if units[at].sentence != units[at - 1].sentence and not _goes_on(units, at):
            yield tuple(units[start:at])
            start = at
    yield tuple(units[start:])


def _goes_on(units: Sequence[Unit], at: int) -> bool:
    """Whether the unit goes on with the sentence of a quotation before it: "«…!» — сказал", "«…» сказал"."""
    before, here = units[at - 1], units[at]
    if here.is_dash or here.text in {",", ":"}:
        return before.text not in _ENDS or here.is_dash
    return before.quotation is not None and here.text[:1].islower()


def _past_dateline(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units without a place in capitals, a date and an agency that stand before a dash."""
    if len(units) < 3 or not (units[0].text.isupper() and len(units[0].text) > 2 and units[1].text in {",", "("}):
        return units
    for at, unit in enumerate(units[:_DATELINE]):
        if unit.verb is not None:
            return units
        if unit.is_dash and at + 1 < len(units):
            return units[at + 1 :]
    return units


def _is_interrupted(units: Sequence[Unit]) -> bool:
    """Whether a saying stands between dashes inside a quotation: «…, — сказал он, — …»."""
    dashes = [at for at, unit in enumerate(units) if unit.is_dash]
    for one, other in pairwise(dashes):
        said = units[one + 1 : min(one + 4, other)]
        if 1 < other - one < 20 and any(unit.verb is not None and "t" in unit.verb.takes for unit in said):
            return units[one - 1].text in {",", "!", "?", "…", "."} if one else False
    return False
