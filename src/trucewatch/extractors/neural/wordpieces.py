"""Words with offsets, and their pieces in the vocabulary of a BERT encoder.

Decides how a stretch of text becomes numbers for the encoder: letters and digits that touch are one word, every other
character is a word of its own, and a word is cut greedily into the longest pieces that the vocabulary knows, without
case and accents. Never changes the text: a word keeps where it stands, and labels are given to words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from trucewatch.values import Span

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])++|\S")
_LONGEST = 60  # letters; what is longer is no word of a language, and greedy cutting takes the square of it
_OPENING, _CLOSING, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


def find_words(text: str, span: Span) -> Iterator[Span]:
    """The words of a stretch of the text, in order, without white space."""
    for found in _WORD.finditer(text, span.start, span.end):
        yield Span(*found.span())


def plain(word: str) -> str:
    """The word as the vocabulary spells it: lower case, no accents."""
    if word.isascii():
        return word.lower()
    return "".join(mark for mark in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(mark) != "Mn")


@dataclass(frozen=True)
class Vocabulary:
    """The pieces an encoder knows, by number. Remembers how it cut each word: most words of a text come again."""

    numbers: Mapping[str, int]
    cuts: dict[str, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, pieces: Iterable[str]) -> Vocabulary:
        """The vocabulary of a list of pieces, numbered as they come."""
        return cls({piece: number for number, piece in enumerate(pieces)})

    @property
    def is_whole(self) -> bool:
        """Whether it has the pieces that every vocabulary has beside words."""
        return {_OPENING, _CLOSING, _UNKNOWN} <= self.numbers.keys()

    @property
    def opening(self) -> int:
        """The number of the piece that opens every window."""
        return self.numbers[_OPENING]

    @property
    def closing(self) -> int:
        """The number of the piece that closes every paragraph."""
        return self.numbers[_CLOSING]

    def pieces(self, word: str) -> tuple[int, ...]:
        """The numbers of the word's pieces; at least one."""
        found = self.cuts.get(word)
        if found is None:
            found = self.cuts[word] = self._cut(plain(word))
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        unknown = (self.numbers[_UNKNOWN],)
        out: list[int] = []
        at = 0
        while at < len(word) <= _LONGEST:
            end = self._reach(word, at)
            if end == at:
                return unknown
            out.append(self.numbers[("##" if at else "") + word[at:end]])
            at = end
        return tuple(out) or unknown

    def _reach(self, word: str, at: int) -> int:
        """Where the longest known piece from here ends; here, when none is known."""
        head = "##" if at else ""
        return next((end for end in range(len(word), at, -1) if head + word[at:end] in self.numbers), at)
