"""The sentences of a document as lineage holds them: a place in the text, whose words are read when asked for.

Decides which sentences are compared: all that have words, page furniture and datelines left out. Keeps no words: those
of two long documents together would fill the memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.documents.model import Document
from trucewatch.lineage.keys import VOCABULARY, WORD, WordKind
from trucewatch.lineage.passages import FURNITURE, Apart, paragraphs
from trucewatch.lineage.wording import Word, plain_words, words_in
from trucewatch.values import Span

_ENDS = frozenset(".!?…:;,؟۔。।’”\"'»)]-")
_MARKS = re.compile('["“”„«»]')  # single marks are as often apostrophes


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of ``text``. ``dateline`` is where one that opens it ends; 0 where none does."""

    span: Span
    text: str
    dateline: int = 0

    @property
    def told(self) -> Span:
        """The sentence without its dateline."""
        return Span(max(self.span.start, self.dateline), self.span.end)

    @property
    def has_speech(self) -> bool:
        """Whether a quotation mark stands in it."""
        return _MARKS.search(self.text, self.span.start, self.span.end) is not None

    @property
    def is_heading(self) -> bool:
        """Whether it ends like a line over a text, not like a sentence."""
        return self.span.of(self.text).rstrip()[-1:] not in _ENDS

    def words(self) -> list[Word]:
        """Its words, each at its exact place."""
        return words_in(self.text, self.told)

    def plain(self) -> list[str]:
        """Its folded words."""
        return plain_words(self.text, self.told.start, self.told.end)

    def names(self) -> Iterator[str]:
        """Its folded words that are written as names, the one that opens it aside."""
        for surface in WORD.findall(self.text, self.told.start, self.told.end)[1:]:
            if VOCABULARY[surface].kind is WordKind.NAME:
                yield from plain_words(surface, 0, len(surface))


def sentences_of(document: Document) -> list[Sentence]:
    """The document's sentences that have words, page furniture left out."""
    furniture = Apart(document, of=FURNITURE)
    spans = document.sentences or tuple(block.span for block in paragraphs(document))
    dateline = document.dateline.span if document.dateline else None
    found = []
    for span in spans:
        opens = dateline is not None and span.start <= dateline.start and dateline.end < span.end
        sentence = Sentence(span, document.text, dateline.end if dateline and opens else 0)
        if not furniture.holds(span) and WORD.search(document.text, sentence.told.start, span.end):
            found.append(sentence)
    return found
