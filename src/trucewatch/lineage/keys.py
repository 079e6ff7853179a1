"""Words and runs of words as numbers that never change: 63-bit keys, the same in every process and on every machine.

Decides what counts as one word for lineage, and which words are too common to tell one report from another. Never
keeps a text: a key cannot be turned back into words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import IntEnum
from hashlib import blake2b
from typing import NamedTuple

from trucewatch.lineage.wordlists import COMMON_WORDS

#: Words with inner apostrophes, numbers with separators, initials ("U.S."). Each alternative is linear: no nesting.
#: The commonest stands first: nothing that begins with two letters is a number or initials.
_WORD = r"{L}{{2,}}(?:['’]{L}+)*|[0-9]+(?:[.,][0-9]+)*|(?:{L}\.){{2,}}|{L}(?:['’]{L}+)*"
WORD = re.compile(_WORD.replace("[0-9]", r"\d").format(L=r"[^\W\d_]"))
_PLAIN_WORD = re.compile(_WORD.format(L="[A-Za-z]"))
_TYPOGRAPHY = (("’", "'"), ("“", '"'), ("”", '"'), ("—", "-"), ("–", "-"), ("…", " "), ("\u00a0", " "))
MASK = (1 << 63) - 1  # SQLite's and Arrow's signed 64-bit integers hold every key
_FACTORS = (3, 5, 7)  # the keys are already random: small factors only keep the order of the words
_CACHE_WORDS = 4_096  # some 1 MB; a day's reports use fewer, and learning all again takes some 10 ms
_SHORT = 3  # shorter words are function words in the languages at hand; longer ones are sorted by the list


class WordKind(IntEnum):
    """What a word can tell about where a text came from."""

    COMMON = 0  # stands in most reports: only its order beside others matters
    CONTENT = 1
    NAME = 2  # written with a capital
    NUMBER = 3


class Known(NamedTuple):
    """One written form: its key, what it can tell, and its key as first, second and third of a run of three."""

    key: int
    kind: WordKind
    first: int
    second: int
    third: int


def surfaces_in(passage: str) -> list[str]:
    """The written words of a passage, in order, typographic forms put aside.

    Most passages are plain but for their marks, and plain letters are found in a third of the time.
    """
    if not passage.isascii():
        for form, plain in _TYPOGRAPHY:
            passage = passage.replace(form, plain)
        if not passage.isascii():
            return WORD.findall(unicodedata.normalize("NFKC", passage).replace("’", "'"))
    return _PLAIN_WORD.findall(passage)


def key_of(kind: str, words: str) -> int:
    """The 63-bit key of ``words`` as a thing of one kind: a word, a quotation, a line, a name."""
    raw = f"{kind}:{words}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(raw, digest_size=8).digest(), "big") >> 1


def fold(surface: str) -> str:
    """A written form as lineage reads it: case, typographic forms, possessives and digit separators put aside."""
    word = surface if surface.isascii() else unicodedata.normalize("NFKC", surface).replace("’", "'")
    word = word.casefold()
    if word[:1].isdigit():
        return _plain_number(word)
    return word.removesuffix("'s").replace(".", "")


def _plain_number(word: str) -> str:
    """Digits without grouping: 30,000 and 30.000 are one number, 3.5 and 3,5 another. Three digits make a group."""
    head, *rest = re.split(r"[.,]", word)
    for part in rest:
        head += part if len(part) == _SHORT else "." + part
    return head


class _Vocabulary(dict[str, Known]):
    """Written form -> what is known of it. Only a cache: forgetting it changes nothing but speed."""

    def __missing__(self, surface: str) -> Known:
        if len(self) >= _CACHE_WORDS:
            self.clear()
        word = fold(surface)
        key = key_of("word", word)
        known = self[surface] = Known(key, _kind(surface, word), *(key * factor for factor in _FACTORS))
        return known


def _kind(surface: str, word: str) -> WordKind:
    if surface[0].isdigit():
        return WordKind.NUMBER
    if len(word) < _SHORT or word in COMMON_WORDS:
        return WordKind.COMMON
    return WordKind.NAME if surface[0].isupper() else WordKind.CONTENT


VOCABULARY = _Vocabulary()


def gram_keys(firsts: Sequence[int], seconds: Sequence[int], thirds: Sequence[int]) -> list[int]:
    """The key of each run of three words, from the columns of the words' ``Known``."""
    return [(a + b + c) & MASK for a, b, c in zip(firsts, seconds[1:], thirds[2:], strict=False)]
