"""One document in, its sketch out: what later documents are held against without reading the text again.

Decides which words, runs of three words, quotations, numbers and names stand for a document. Never compares.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from trucewatch.documents.model import Document
from trucewatch.lineage.credit_lines import find_credits
from trucewatch.lineage.keys import VOCABULARY, WORD, Known, WordKind, fold, gram_keys, key_of
from trucewatch.lineage.model import Sketch
from trucewatch.lineage.passages import quoted, told

GRAM_LIMIT = 1 << 61  # a quarter of 2**63: research §3.3, 3-grams at 1/4 with rare words find .984 of sources
QUOTATION_WORDS = 4  # shorter ones are nicknames and scare quotes that travel by themselves
_MOST_WORDS = 60_000  # a book is sketched by its first 200 pages: bounded memory per document
_MOST_CROSSED = 8


def sketch(document: Document, names: tuple[str, ...] = ()) -> Sketch:
    """The document's sketch. ``names`` are situation entity ids found in the text, in order of first mention."""
    surfaces, lines = _read(document)
    known = [VOCABULARY[surface] for surface in surfaces]
    firsts = _first_places(known)
    numbers = tuple(key for key, (_, kind) in firsts.items() if kind is WordKind.NUMBER)
    grams = _sampled([word.key for word in known])
    return Sketch(
        document=document.id,
        source=document.source,
        language=document.language.split("-")[0].casefold(),
        exact=key_of("body", " ".join(surfaces).casefold()),
        size=len(known),
        words=tuple(firsts),
        word_at=tuple(at for at, _ in firsts.values()),
        names=tuple(key for key, (_, kind) in firsts.items() if kind is WordKind.NAME),
        numbers=numbers,
        grams=tuple(grams),
        gram_at=tuple(grams.values()),
        quotations=_quotation_keys(document),
        entities=tuple(key_of("entity", name) for name in dict.fromkeys(names)),
        crossings=_crossings(names, numbers),
        lines=lines,
        credits=find_credits(document.text),
    )


def _read(document: Document) -> tuple[list[str], tuple[tuple[int, int, int], ...]]:
    """The written words of all told paragraphs, and each paragraph's key with its range of words."""
    surfaces: list[str] = []
    lines = []
    for span in told(document):
        paragraph = span.of(document.text)
        if not paragraph.isascii():
            paragraph = unicodedata.normalize("NFKC", paragraph).replace("’", "'")
        found = WORD.findall(paragraph)
        start = len(surfaces)
        surfaces += found
        if found:
            lines.append((key_of("line", f"{document.source}\n{' '.join(found)}"), start, len(surfaces)))
        if len(surfaces) >= _MOST_WORDS:
            break
    return surfaces[:_MOST_WORDS], tuple(lines)


def _first_places(known: Sequence[Known]) -> dict[int, tuple[int, WordKind]]:
    firsts: dict[int, tuple[int, WordKind]] = {}
    for at, (key, kind) in enumerate(known):
        if kind and key not in firsts:
            firsts[key] = (at, kind)
    return firsts


def _sampled(keys: list[int]) -> dict[int, int]:
    """A quarter of the runs of three, chosen by their key alone, so that two documents choose alike."""
    firsts: dict[int, int] = {}
    for at, key in enumerate(gram_keys(keys)):
        if key < GRAM_LIMIT and key not in firsts:
            firsts[key] = at
    return firsts


def _quotation_keys(document: Document) -> tuple[int, ...]:
    found: dict[int, None] = {}
    for span in quoted(document):
        words = WORD.findall(span.of(document.text))
        if len(words) >= QUOTATION_WORDS:
            found.setdefault(key_of("quotation", " ".join(map(fold, words))))
    return tuple(found)


def _crossings(names: tuple[str, ...], numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Pairs of an entity and a number: both survive translation, and together they are rare."""
    entities = tuple(dict.fromkeys(names))[:_MOST_CROSSED]
    return tuple(key_of("crossing", f"{name}:{number}") for name in entities for number in numbers[:_MOST_CROSSED])
