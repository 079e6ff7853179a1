"""One document in, its sketch out: what later documents are held against without reading the text again.

Decides which words, runs of three words, quotations, numbers and names stand for a document. Never compares.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import compress
from operator import itemgetter
from typing import Any

from trucewatch.documents.model import Document
from trucewatch.lineage.credit_lines import find_credits
from trucewatch.lineage.keys import VOCABULARY, WordKind, gram_keys, key_of, surfaces_in
from trucewatch.lineage.model import Sketch
from trucewatch.lineage.passages import quoted, told
from trucewatch.values import Span

GRAM_LIMIT = 1 << 61  # a quarter of 2**63: research §3.3, 3-grams at 1/4 with rare words find .984 of sources
QUOTATION_WORDS = 4  # shorter ones are nicknames and scare quotes that travel by themselves
MOST_WORDS = 60_000  # a book is sketched by its first 200 pages; its exact key is of all its words
_MOST_CROSSED = 8
_Ranges = tuple[tuple[int, int, int], ...]
_Quoted = tuple[tuple[int, int], ...]
_NOTHING: tuple[tuple[Any, ...], ...] = ((), (), (), (), ())  # the columns of no words


def sketch(document: Document, names: tuple[str, ...] = ()) -> Sketch:
    """The document's sketch. ``names`` are situation entity ids found in the text, in order of first mention."""
    quotations = quoted(document)
    surfaces, lines, ranges = _read(document, quotations)
    known = list(map(VOCABULARY.__getitem__, surfaces[:MOST_WORDS]))
    keys, kinds, *runs = zip(*known, strict=True) if known else _NOTHING
    firsts, name, number = _first_places(keys, kinds), WordKind.NAME, WordKind.NUMBER
    numbers = tuple([key for key, at in firsts.items() if kinds[at] is number])
    grams = _sampled(gram_keys(*runs))
    return Sketch(
        document=document.id,
        source=document.source,
        language=document.language.split("-")[0].casefold(),
        exact=key_of("body", " ".join(surfaces).casefold()),
        size=len(known),
        words=tuple(firsts),
        word_at=tuple(firsts.values()),
        names=tuple([key for key, at in firsts.items() if kinds[at] is name]),
        numbers=numbers,
        grams=tuple(grams),
        gram_at=tuple(grams.values()),
        quotations=_quotation_keys(document, quotations),
        quoted=ranges,
        entities=tuple(key_of("entity", name) for name in dict.fromkeys(names)),
        crossings=_crossings(names, numbers),
        lines=lines,
        credits=find_credits(document.text),
    )


def quoted_ranges(document: Document) -> _Quoted:
    """The ranges of words that stand inside quotation marks, as ``Sketch.quoted`` holds them."""
    return _read(document, quoted(document))[2]


def _read(document: Document, quotations: Sequence[Span]) -> tuple[list[str], _Ranges, _Quoted]:
    """The written words of all told paragraphs, each paragraph's key with its range of words, and what is quoted."""
    surfaces: list[str] = []
    lines, quoted_at = [], []
    for span in told(document):
        start = len(surfaces)
        for first, past, is_quoted in _pieces(span, quotations):
            found = surfaces_in(document.text[first:past])
            if is_quoted and len(found) >= QUOTATION_WORDS and len(surfaces) < MOST_WORDS:
                quoted_at.append((len(surfaces), len(surfaces) + len(found)))
            surfaces += found
        if len(surfaces) > start and start < MOST_WORDS:
            key = key_of("line", f"{document.source}\n{' '.join(surfaces[start:])}")
            lines.append((key, start, len(surfaces)))
    return surfaces, tuple(lines), tuple(quoted_at)


def _pieces(paragraph: Span, quotations: Sequence[Span]) -> Iterator[tuple[int, int, bool]]:
    """The paragraph cut where its outermost quotations begin and end, and whether each piece is one."""
    at = paragraph.start
    for index in range(bisect_left(quotations, paragraph.start, key=lambda span: span.start), len(quotations)):
        quotation = quotations[index]
        if quotation.start >= paragraph.end:
            break
        if quotation.start < at or quotation.end > paragraph.end:
            continue
        yield at, quotation.start, False
        yield quotation.start, quotation.end, True
        at = quotation.end
    yield at, paragraph.end, False


def _first_places(keys: Sequence[int], kinds: Sequence[WordKind]) -> dict[int, int]:
    """Each telling word with its first place, in order. Filled from the end, so that the first place is what stays."""
    telling = list(compress(range(len(keys)), kinds))
    telling.reverse()
    firsts = dict(zip([keys[at] for at in telling], telling, strict=True))
    return dict(sorted(firsts.items(), key=itemgetter(1)))


def _sampled(keys: list[int]) -> dict[int, int]:
    """A quarter of the runs of three, chosen by their key alone, so that two documents choose alike."""
    firsts: dict[int, int] = {}
    for key, at in [(key, at) for at, key in enumerate(keys) if key < GRAM_LIMIT]:
        firsts.setdefault(key, at)
    return firsts


def _quotation_keys(document: Document, quotations: Sequence[Span]) -> tuple[int, ...]:
    found: dict[int, None] = {}
    for span in quotations:
        words = surfaces_in(span.of(document.text))
        if len(words) >= QUOTATION_WORDS:
            found.setdefault(key_of("quotation", repr([VOCABULARY[word].key for word in words])))
    return tuple(found)


def _crossings(names: tuple[str, ...], numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Pairs of an entity and a number: both survive translation, and together they are rare."""
    entities = tuple(dict.fromkeys(names))[:_MOST_CROSSED]
    return tuple(key_of("crossing", f"{name}:{number}") for name in entities for number in numbers[:_MOST_CROSSED])
