"""What the tagger is told of each word beside its pieces: its case, and where it stands to quotation marks.

Decides the two features, and how paragraphs are packed into windows: whole consecutive paragraphs share a window as
long as they fit, so that each is read with its neighbours; what is longer than a window is cut between sentences,
and between words where even a sentence is longer. Never looks at what a word means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trucewatch.extractors.neural.wordpieces import Vocabulary, find_words
from trucewatch.language import Quotation
from trucewatch.values import Span

#: How many values each feature has; the embeddings of a model are of these sizes.
CASES, QUOTES = 6, 5
OUTSIDE, _OPENING, _INSIDE, _CLOSING, _NESTED = range(QUOTES)
NO_LETTERS = CASES - 1


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the tagger sees it. ``pieces`` are numbers of the vocabulary."""

    span: Span
    pieces: tuple[int, ...]
    case: int
    quote: int


#: The words of one stretch that is not cut: a paragraph, or a part of a paragraph too long for a window.
Stretch = tuple[Word, ...]
#: One piece with its features, and 1 for "there is a piece".
Numbers = tuple[int, int, int, int]


def case_of(word: str) -> int:
    """Lower, Capitalised, UPPER, mIxed, with digits, or no letters at all."""
    if word.islower() and word.isalpha():
        return 0
    if not any(mark.isalnum() for mark in word):
        return NO_LETTERS
    if any(mark.isdigit() for mark in word):
        return 4
    if word[0].isupper():
        return 1 if word[1:].islower() or len(word) == 1 else 2 if word.isupper() else 3
    return 3


def quote_marks(quotations: Iterable[Quotation]) -> dict[int, int]:
    """What each character that opens or closes a quotation does, by its offset."""
    marks: dict[int, int] = {}
    for quotation in quotations:
        marks[quotation.span.start] = _OPENING
        if quotation.is_closed:
            marks[quotation.inner.end] = _CLOSING
    return marks


def read_words(text: str, paragraph: Span, quotations: Sequence[Quotation], vocabulary: Vocabulary) -> Stretch:
    """The words of a paragraph with their features. ``quotations`` are those of the paragraph."""
    marks = quote_marks(quotations)
    out: list[Word] = []
    depth = 0
    for span in find_words(text, paragraph):
        word = text[span.start : span.end]
        mark = marks.get(span.start)
        state = mark if mark is not None else min(depth, 2) and (_INSIDE if depth == 1 else _NESTED)
        depth += {_OPENING: 1, _CLOSING: -1}.get(state, 0)
        out.append(Word(span, vocabulary.pieces(word), case_of(word), state))
    return tuple(out)


def divide(words: Stretch, sentences: Sequence[Span], room: int) -> Iterator[Stretch]:
    """The paragraph itself if it fits into ``room`` pieces; else its sentences, or what fits of them."""
    if sum(len(word.pieces) for word in words) <= room:
        yield words
        return
    firsts = {sentence.start for sentence in sentences}
    starts = [at for at, word in enumerate(words) if at and word.span.start in firsts]
    for low, high in pairwise([0, *starts, len(words)]):
        yield from _fitting(words[low:high], room)


def _fitting(words: Stretch, room: int) -> Iterator[Stretch]:
    low, used = 0, 0
    for at, word in enumerate(words):
        if used + len(word.pieces) > room and at > low:
            yield words[low:at]
            low, used = at, 0
        used += len(word.pieces)
    yield words[low:]


def pack(stretches: Iterable[Stretch], size: int, first: int | None = None) -> Iterator[tuple[Stretch, ...]]:
    """Windows of at most ``size`` pieces with their start and breaks; the first window of ``first``, if given."""
    window: list[Stretch] = []
    used, limit = 1, first or size
    for stretch in stretches:
        need = sum(len(word.pieces) for word in stretch) + 1
        if window and used + need > limit:
            yield tuple(window)
            window, used, limit = [], 1, size
        window.append(stretch)
        used += need
    if window:
        yield tuple(window)


def lay_out(window: Iterable[Stretch], vocabulary: Vocabulary) -> tuple[list[Numbers], list[list[int]]]:
    """A window as numbers, and where each of its stretches' words have their first pieces."""
    row = [(vocabulary.opening, NO_LETTERS, OUTSIDE, 1)]
    places = []
    for stretch in window:
        firsts = []
        for word in stretch:
            firsts.append(len(row))
            row += [(piece, word.case, word.quote, 1) for piece in word.pieces]
        row.append((vocabulary.closing, NO_LETTERS, OUTSIDE, 1))
        places.append(firsts)
    return row, places
