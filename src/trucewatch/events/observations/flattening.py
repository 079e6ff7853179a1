"""Words that the end of a printed line broke, joined: "viola- tions", "disen-gagement", "vio\ufffdlations".

Decides only which breaks are the printer's. Every code point of the joined text knows where it stands in the document,
so that no span is ever found again by searching.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.language.lexicon import word_set
from trucewatch.values import Span

#: What most sentences have none of: white space but single blanks, a hyphen, a sign that stands for one.
_UNEVEN = re.compile(r"[^\S ]|  |-|\ufffd|\u00ad")
_SPACES = re.compile(r"\s+")
#: A hyphen and a space inside a word; not "small- and heavy-calibre", where the hyphen stands for the rest of a word.
_BROKEN = re.compile(r"(?<=[a-z])(?:- (?!(?:and|or|to|nor)\b)|\ufffd|\u00ad)(?=[a-z])")
#: A compound whose hyphen stands beside a space: "non -government-controlled", "non- government".
_LOOSE = re.compile(r"(?<=\w)(?: -(?=\w)|(?:- |\ufffd)(?=(?:government|controlled|arms|gun|week|range|year)\b))")
#: Words of this room's rules, found broken without a space: "in-cluding", "com-pared". Real compounds stay.
_WORDS = word_set(
    """including compared period region regions directed signal interference experienced disengagement casualties
    casualty violation violations confirmed recorded weapons previous reporting during withdrawn caused assessed jamming
    occasions controlled government infrastructure explosions explosion civilian civilians fatalities injuries beginning
    restricted restriction restrictions freedom movement targeted probable between undetermined projectiles bursts
    registered observed instances underwent decrease increase number areas mines unexploded ordnance inside"""
)
_HYPHENED = re.compile(r"\b[a-z]+-[a-z]+\b")


@dataclass(frozen=True, slots=True)
class Flat:
    """A stretch of the document as one line; ``offsets`` has where each code point stands."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Where ``[start, end)`` of the line stands in the document."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def position(self, offset: int) -> int:
        """Where a code point of the document stands in the line, or what follows it."""
        return bisect_left(self.offsets, offset)


def flatten(text: str, span: Span) -> Flat:
    """One sentence of the document, its broken words joined."""
    line = span.of(text)
    if not _UNEVEN.search(line):
        return Flat(line, range(span.start, span.end))
    characters = list(line)
    places = list(range(span.start, span.end))
    for pattern, put in ((_SPACES, " "), (_LOOSE, "-"), (_BROKEN, "")):
        characters, places = _replace(characters, places, pattern, put)
    return Flat(*_whole_words("".join(characters), places))


def _whole_words(line: str, places: list[int]) -> tuple[str, tuple[int, ...]]:
    """The line without the hyphens that stand inside words of this room."""
    cut = {
        match.start() + match.group().index("-")
        for match in _HYPHENED.finditer(line)
        if match.group().replace("-", "") in _WORDS
    }
    if not cut:
        return line, tuple(places)
    kept = [n for n in range(len(line)) if n not in cut]
    return "".join(line[n] for n in kept), tuple(places[n] for n in kept)


def _replace(
    characters: list[str], places: list[int], pattern: re.Pattern[str], put: str
) -> tuple[list[str], list[int]]:
    line = "".join(characters)
    kept: list[str] = []
    where: list[int] = []
    last = 0
    for match in pattern.finditer(line):
        kept += characters[last : match.start()]
        where += places[last : match.start()]
        if put:
            kept.append(put)
            where.append(places[match.start()])
        last = match.end()
    return kept + characters[last:], where + places[last:]
