"""The quotations of one version, as they are followed into another.

Decides what counts as a quotation's words: numbers in words or digits are one, a sign for "per cent" is a word, and
what stands in brackets or behind an ellipsis is the editor's, not the speaker's. A quotation inside another is part of
it. Never compares.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from trucewatch.documents.model import Document
from trucewatch.lineage.model import AlignedSentence, SentenceChange
from trucewatch.lineage.passages import Spans, is_closed, quoted
from trucewatch.lineage.speakers import Name, introductions, speakers
from trucewatch.lineage.wording import Word, words_in
from trucewatch.lineage.wordlists import COMMON_WORDS, NEGATIONS, SMALL_NUMBERS, TENS
from trucewatch.values import Span

#: Quotations of one version that are followed; whoever reads the sheet is told of the others.
MOST_FOLLOWED = 2_000
_ELLIPSIS = re.compile(r"(?:\.\s?){3,}|…")
_BRACKETS = re.compile(r"\[[^\[\]]{0,200}\](?:['’]\w{1,4})?|\([^()]{0,200}\)")
_SIGN = re.compile("%")
_BRACKET = "["  # before the folded form of an editor's word: it is no word of the speaker's
_MOST_IN_GAP = 12  # sentences of both versions between two answered ones
_STEM = 5
_SHORTEST_TOLD = 3  # letters; shorter words tell nothing of what was said
_ENDING = re.compile(r"(?:ness|ing|ings|ed|ly|e?s|e)$")
_TELL_NOTHING = COMMON_WORDS | NEGATIONS
_DIGITS = {word: str(number) for number, word in enumerate(SMALL_NUMBERS)} | {
    word: str(10 * tens) for tens, word in enumerate(TENS, start=2)
}


def stems_of(words: Sequence[Word]) -> list[str]:
    """The stems of the words that tell what was said, in order."""
    return [_stem(word.plain) for word in words if is_telling(word)]


def _stem(word: str) -> str:
    """The beginning of a word, without an English ending: "love" and "loving", "kind" and "kindness" are one."""
    bare = _ENDING.sub("", word)
    return bare[:_STEM] if len(bare) >= _SHORTEST_TOLD else word[:_STEM]


def is_telling(word: Word) -> bool:
    """Whether a word tells what was said, as function words and verbs of reporting do not."""
    return word.plain not in _TELL_NOTHING and (len(word.plain) >= _SHORTEST_TOLD or word.plain.isdigit())


def is_editors(word: Word) -> bool:
    """Whether a word of a quotation stands in brackets."""
    return word.plain.startswith(_BRACKET)


@dataclass(frozen=True)
class Quotation:
    """One quotation, or a part of one.

    ``rows`` are those of the alignment that it stands in; ``gaps`` name the places between two answered sentences, for
    sentences that nothing answers. ``speakers`` are who is named as having said it.
    """

    text: str
    span: Span
    rows: frozenset[int]
    gaps: frozenset[int] = frozenset()
    speakers: tuple[Name, ...] = ()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word between its marks. What stands in brackets or touches them ("expect[ed]") is the editor's."""
        found = [Word(word.span, word.surface, self._plain(word)) for word in words_in(self.text, self.span)]
        signs = [
            Word(Span(m.start(), m.end()), m.group(), "percent")
            for m in _SIGN.finditer(self.text, self.span.start, self.span.end)
        ]
        return tuple(sorted((*found, *signs), key=lambda word: word.span.start)) if signs else tuple(found)

    def _plain(self, word: Word) -> str:
        is_editors = any(gap.start <= word.span.end and word.span.start <= gap.end for gap in self._brackets)
        return (_BRACKET if is_editors else "") + _DIGITS.get(word.plain, word.plain)

    @cached_property
    def _brackets(self) -> tuple[Span, ...]:
        return tuple(Span(m.start(), m.end()) for m in _BRACKETS.finditer(self.text, self.span.start, self.span.end))

    @cached_property
    def stems(self) -> dict[str, int]:
        """How often each telling stem of the speaker's own words stands in it."""
        return dict(Counter(stems_of([word for word in self.words if not is_editors(word)])))

    @cached_property
    def wording(self) -> str:
        """The speaker's own words run together: the same for whatever is verbatim."""
        return "".join(word.plain for word in self.words if not is_editors(word))

    def is_open_at(self, at: int) -> bool:
        """Whether an ellipsis stands right before the word at ``at``, or after the last."""
        start = self.words[at - 1].span.end if at else self.span.start
        end = self.words[at].span.start if at < len(self.words) else self.span.end
        return bool(_ELLIPSIS.search(self.text, start, end))

    def part(self, start: int, end: int) -> Quotation:
        """Some of its words as a quotation of their own; at its ends it keeps what stands outside words."""
        first = self.words[start].span.start if start else self.span.start
        last = self.words[end - 1].span.end if end < len(self.words) else self.span.end
        return replace(self, span=Span(first, last))


def gaps_in(rows: Sequence[AlignedSentence]) -> dict[int, int]:
    """Row without a counterpart -> the gap it stands in, where few enough sentences do to tell what stood there."""
    gaps: dict[int, list[int]] = {}
    gap = 0
    for at, row in enumerate(rows):
        if not row.a or not row.b:
            gaps.setdefault(gap, []).append(at)
        elif row.change is not SentenceChange.MOVED:
            gap += 1
    return {at: gap for gap, held in gaps.items() if len(held) <= _MOST_IN_GAP for at in held}


@dataclass(frozen=True)
class Version:
    """One of the two versions: its sentences' rows in the alignment, and what stands inside its marks."""

    text: str
    row_of: Mapping[Span, int]
    rows: Spans
    gaps: Mapping[int, int]
    marked: Spans

    @classmethod
    def of(cls, document: Document, rows: Sequence[tuple[Span, ...]], gaps: Mapping[int, int]) -> Version:
        """From a document, its side of each row, and the gaps between rows."""
        row_of = {span: at for at, spans in enumerate(rows) for span in spans}
        return cls(document.text, row_of, Spans(row_of), gaps, Spans(quoted(document)))

    @cached_property
    def _outermost(self) -> tuple[Span, ...]:
        """The quotations that stand in no other. One left open holds nothing: where it ends is not known."""
        found: list[Span] = []
        end = 0
        for span in self.marked.spans:
            if span.end <= end:
                continue
            found.append(span)
            end = span.end if is_closed(self.text, span.end) else end
        return tuple(found)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Those that are followed, each with the rows it stands in."""
        found = (self._quotation(span) for span in self._outermost[:MOST_FOLLOWED])
        return tuple(quotation for quotation in found if quotation.words)

    @property
    def left_out(self) -> int:
        """How many more there are."""
        return max(0, len(self._outermost) - MOST_FOLLOWED)

    @cached_property
    def introductions(self) -> list[Word]:
        """Where it introduces its speakers."""
        return introductions(self.text)

    def _quotation(self, span: Span) -> Quotation:
        rows = frozenset(self.row_of[other] for other in self.rows.touching(span))
        gaps = frozenset(self.gaps[row] for row in rows if row in self.gaps)
        return Quotation(self.text, span, rows, gaps, speakers(self.text, span))
