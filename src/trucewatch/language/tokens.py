"""Text to tokens with exact offsets: words, numbers, quotation marks, punctuation.

Decides where one token ends and the next begins, and to which sentence each belongs. Never changes a character: every
token is a slice of the text. English clitics stand alone ("Norland" + "’s", "did" + "n’t", "we" + "’re"), so that a
name is the same token with and without them; hyphenated words stay whole ("cease-fire", "30-day", "F-16").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.language.lexicon import word_set
from trucewatch.values import Span

APOSTROPHES = "'’‘ʼ`´"
DOUBLE_MARKS = '"“”„‟«»＂❝❞〝〞'
SINGLE_MARKS = "'‘’‚‛‹›"
DASHES = "–—―‒"
_HYPHENS = "-‐‑"
_PLAIN = str.maketrans({mark: "'" for mark in APOSTROPHES if mark not in "`´"} | {"­": None, "‐": "-", "‑": "-"})

#: Words that keep their full stop. Months and ranks as agency style shortens them.
ABBREVIATIONS = word_set(
    """adm admin amb apr asst assoc aug brig bros capt cmdr co col corp cpl dec dept det dr ed etc feb fig gen gov hon
    inc jan jr jul jun lt ltd maj mar messrs mr mrs ms mt no nov oct pres prof rep reps rev sen sens sep sept sgt sr
    st supt vol vs approx dist prov"""
)

# No text can make the pattern go far back, so tokenising is linear: what is repeated begins with what cannot end the
# part before it, and nothing that must match follows a repeated group. Single classes are repeated possessively, groups
# are not: some builds of Python 3.11.2 misread those ("13, 2024" gave "13,").
_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f\u00ad])"
_WORD_PART = r"(?:[^\W_]++|[\u0300-\u036f\u00ad]++)+"
_TOKEN = re.compile(
    rf"""(?P<abbreviation>(?:{_LETTER}\.){{2,20}})
    |(?P<address>https?://[^\s<>"”»]{{1,500}}+|[@\#][^\W]++)
    |(?P<date>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![0-9]))
    |(?P<issue>(?:(?<=UPDATE\ )|(?<=WRAPUP\ ))[0-9]{{1,2}}-(?=[A-Z]))
    |(?P<compound>[0-9]++(?:[.,][0-9]++)*(?:[{_HYPHENS}](?=[^\W\d_]){_WORD_PART})+)
    |(?P<number>[0-9]++(?:[.,][0-9]++)*(?:(?:st|nd|rd|th|s)(?!{_LETTER}))?)
    |(?P<word>{_WORD_PART}(?:[{_HYPHENS}{APOSTROPHES}]{_WORD_PART})*)
    |(?P<ellipsis>\.\.++|…)
    |(?P<mark>[^\w\s]|_)""",
    re.VERBOSE,
)
_CLITIC = re.compile(rf"(?:n[{APOSTROPHES}]t|[{APOSTROPHES}](?:s|re|ve|ll|d|m))$", re.IGNORECASE)


def fold(text: str) -> str:
    """The word in lower case, with plain apostrophes and hyphens."""
    return text.lower().translate(_PLAIN) or text  # soft hyphens alone: an empty word would have no first letter


@dataclass(frozen=True, slots=True)
class Piece:
    """One token before it has a tag. ``kind`` is word, number, mark or quote."""

    start: int
    end: int
    text: str
    kind: str


_KINDS = {
    "abbreviation": "word",
    "address": "word",
    "date": "number",
    "issue": "mark",  # a news agency's own: "UPDATE 2-Thirteen soldiers killed"
    "compound": "word",
    "number": "number",
    "word": "word",
    "ellipsis": "mark",
    "mark": "mark",
}
_APOSTROPHES = frozenset(APOSTROPHES)
_QUOTES = frozenset(DOUBLE_MARKS + SINGLE_MARKS)


def cut(text: str) -> Iterator[Piece]:
    """The pieces of the text, in order, without white space."""
    position = 0
    length = len(text)
    while position < length:
        found = _TOKEN.search(text, position)
        if found is None:
            return
        start, end = found.span()
        kind = _KINDS[found.lastgroup or "mark"]
        if kind == "word":
            end = _with_full_stop(text, start, end)
            split = _clitic_start(text, start, end)
            if split:
                yield Piece(start, split, text[start:split], "word")
                start = split
        elif kind == "mark" and text[start] in _QUOTES:
            kind = "quote"
        yield Piece(start, end, text[start:end], kind)
        position = end


def _with_full_stop(text: str, start: int, end: int) -> int:
    """The end of the word with its full stop where that belongs to it ("Gen.", "J. Smith")."""
    if text[end : end + 1] != ".":
        return end
    word = text[start:end]
    if word.lower() in ABBREVIATIONS and (word.istitle() or len(word) > 3):
        return end + 1
    is_initial = end - start == 1 and word.isupper() and text[end + 1 : end + 2] == " " and word != "I"
    return end + 1 if is_initial and text[end + 2 : end + 3].isupper() else end


def _clitic_start(text: str, start: int, end: int) -> int:
    """Where an English clitic begins inside the word, or 0."""
    if end - start < 3 or _APOSTROPHES.isdisjoint(text[max(start, end - 3) : end]):
        return 0
    found = _CLITIC.search(text[start:end])
    return start + found.start() if found is not None and found.start() > 0 else 0


def sentence_numbers(starts: Sequence[int], sentences: Sequence[Span]) -> Iterator[int]:
    """For each token start, the sentence it lies in; between sentences, the one before it."""
    current = 0
    for start in starts:
        while current + 1 < len(sentences) and sentences[current + 1].start <= start:
            current += 1
        yield current
