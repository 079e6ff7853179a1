"""Where in a text the words of a claim stand: as claimed, exactly, or exactly but for typography.

Decides by three steps, and in this order: the words stand where they are said to; they stand near there, or elsewhere
in the stretch that is asked about; the same with typography folded on both sides. Never by likeness, and never inside a
longer word; which of several places is meant is for ``grounding``. What all searches of a text cost is bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from trucewatch.extractors.model import Piece, Reason
from trucewatch.extractors.typography import Folded, fold
from trucewatch.values import Span

LONGEST_PIECE = 20_000  # code points: some ten pages, longer than any single quotation of a report
_NEAR = 400  # code points either side of a wrong hint: two or three sentences
_BUDGET = 1 << 28  # code points that all searches of one document may pass over: under a second of native search
_TRIES = 1_000  # places where words were found inside longer words, before that is given up
#: Scripts that put no spaces between words: Thai and its neighbours, Chinese, Japanese, Korean.
_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x2E80, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)

MOST_PLACES = 64  # of one repeated piece of text; no rule looks farther

#: One search: (words, low, high) gives the spans where the words stand, in order.
_Search = Callable[[str, int, int], Iterator[Span]]


class Searcher:
    """Finds words in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: Folded | None = None
        self._left = _BUDGET

    def verified(self, piece: Piece) -> Span | None:
        """The span as claimed, where exactly these words stand there."""
        words = piece.words.strip()
        if piece.at is None or piece.at < 0 or not 0 < len(words) <= LONGEST_PIECE:
            return None
        start = piece.at + len(piece.words) - len(piece.words.lstrip())
        return Span(start, start + len(words)) if self._text.startswith(words, start) else None

    def find(self, piece: Piece, low: int, high: int) -> tuple[Span, ...] | Reason:
        """Every place of the words within ``[low, high)``, by the first step that finds any; else why there is none.

        One place alone where the words stand only once near the hint.
        """
        words = piece.words.strip()
        if not words:
            return Reason.EMPTY
        if len(words) > LONGEST_PIECE:
            return Reason.TOO_LONG
        for search in (self._exact, self._alike):
            if found := self._places_of(search, piece, words, low, high):
                return found
        return Reason.SPENT if self._left <= 0 else Reason.ABSENT

    def _places_of(self, search: _Search, piece: Piece, words: str, low: int, high: int) -> tuple[Span, ...]:
        """All places by one way of searching; of several, the only one near the hint."""
        if piece.at is not None and low <= piece.at < high:
            near = search(words, max(low, piece.at - _NEAR), min(high, piece.at + len(words) + _NEAR))
            if len(found := tuple(islice(near, MOST_PLACES))) == 1:
                return found
        return tuple(islice(search(words, low, high), MOST_PLACES))

    def _exact(self, words: str, low: int, high: int) -> Iterator[Span]:
        """Each place of the very words that is not inside a longer word."""
        for at in self._places(self._text, words, low, high):
            if _stands_alone(self._text, at, at + len(words)):
                yield Span(at, at + len(words))

    def _alike(self, words: str, low: int, high: int) -> Iterator[Span]:
        """Each place of the words with typography folded on both sides."""
        if self._folded is None:
            self._folded = Folded(self._text)
            self._left -= len(self._text)
        folded, plain = self._folded, fold(words)
        if not plain.strip():
            return
        for at in self._places(folded.text, plain, folded.at(low), folded.at(high)):
            span = folded.span(at, at + len(plain))
            if span is not None and span.end <= high and _stands_alone(self._text, span.start, span.end):
                yield span

    def _places(self, text: str, words: str, low: int, high: int) -> Iterator[int]:
        """Where the words stand, as far as the budget reaches."""
        for _ in range(_TRIES):
            if self._left <= 0:
                return
            at = text.find(words, low, high)
            self._left -= (high if at < 0 else at + len(words)) - low
            if at < 0:
                return
            yield at
            low = at + 1


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word is cut at either end."""
    return not _joins(text, start) and not _joins(text, end)


def _joins(text: str, at: int) -> bool:
    """Whether one word goes on over the place before ``at``; scripts without spaces have no such places."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    return before.isalnum() and after.isalnum() and not (_is_unspaced(before) or _is_unspaced(after))


def _is_unspaced(character: str) -> bool:
    code = ord(character)
    return code >= _UNSPACED[0][0] and any(low <= code <= high for low, high in _UNSPACED)
