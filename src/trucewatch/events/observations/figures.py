"""Figures of a sentence: numbers in digits or words, with the bounds that the words before them set.

Decides what number stands where and how much of it is open ("over 3,500" is 3,500 or more). Never decides what is
counted. Numbers that are days, hours, distances, calibres or shares are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.events.observations.flattening import Flat
from trucewatch.language.numbers import NUMBER_VALUES
from trucewatch.values import Amount, Span

_UNITS = "|".join(sorted((re.escape(word) for word in NUMBER_VALUES), key=len, reverse=True))
_WORD = (
    rf"(?:{_UNITS})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)(?![\w-]))?(?: (?:hundred|dozen|thousand))?"
)
_FIGURE = re.compile(
    rf"(?<![\w,./:§#-])(?P<word>no(?! (?:one|longer|less|more|fewer|such|change))|{_WORD}|once|twice|thrice"
    r"|a dozen|dozens|hundreds|several)(?![\w’'-])"
    r"|(?<![\w,./:§#])(?<!\w[-–])(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?:\s*(?:-|–"
    r"|to)\s*(?P<upper>\d{1,3}(?:,\d{3})+|\d+))?(?![\w/]|[.,:]\d)",
    re.IGNORECASE,
)
_ABSTRACT = {"no": 0, "once": 1, "twice": 2, "thrice": 3, "a dozen": 12}
_LEAST = {"dozens": 24, "hundreds": 200, "several": 3}
_TIMES = {"hundred": 100, "dozen": 12, "thousand": 1000}
#: Words before a figure -> how it bounds.
_BOUNDS = re.compile(
    r"(?:(?P<low>at least|no fewer than|no less than|not less than|(?:well |just |slightly )?over|more than"
    r"|in excess of"
    r"|exceeding)"
    r"|(?P<high>up to|at most|no more than|fewer than|less than|under|as many as)"
    r"|(?P<about>(?:an )?estimated|about|around|approximately|approximate|roughly|nearly|almost|close to|some|circa)"
    r"|only|a total of|a further|another|an additional|as few as)\s+$",
    re.IGNORECASE,
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
#: What behind a number makes it no figure.
_MEASURE = re.compile(
    rf"\s*(?:%|per ?cent|percentage|km\b|m\b|mm\b|cm\b|metres?|meters?|kilomet|nautical|miles?|hours?|minutes?"
    rf"|days?|weeks?"
    rf"|months?|years?|hrs?\b|degrees?|o’clock|(?:(?:-|–|and|to)\s*\d+\s+)?{_MONTH}|-(?:year|day|week|month"
    rf"|hour|km|mm|m)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?:{_MONTH}|[Nn]o\.|Resolution|resolution|page|Article|paragraph|million,?|all but) $")
_LONGEST = 15  # digits; a longer run counts nothing


@dataclass(frozen=True, slots=True)
class Figure:
    """One number. ``start`` is where the words that bound it begin, ``number`` where it does itself."""

    start: int
    number: int
    end: int
    low: int | None
    high: int | None
    is_approximate: bool
    is_frequency: bool  # once, twice

    def amount(self, flat: Flat, unit: str) -> Amount:
        """The figure as a range of a kind."""
        span = flat.span(self.start, self.end)
        words = flat.text[self.start : self.end]
        return Amount(self.low, self.high, unit, self.is_approximate, words, span)


def find_figures(flat: Flat, times: tuple[Span, ...]) -> Iterator[Figure]:
    """The figures of a sentence in order, but for those that are part of a time."""
    text, at = flat.text, 0
    while match := _FIGURE.search(text, at):
        at = match.end()
        if match["upper"] and not _is_range(match):  # "since 2021 to 81": two numbers, and no range
            at = match.end("digits")
            match = _FIGURE.match(text, match.start(), at) or match
        span = flat.span(match.start(), match.end())
        if not any(span.overlaps(time) for time in times) and not _is_measure(text, match):
            yield _read(text, match)


def _is_range(match: re.Match[str]) -> bool:
    low, high = (int(match[name].replace(",", "")) for name in ("digits", "upper"))
    return low < high


def _is_measure(text: str, match: re.Match[str]) -> bool:
    digits = match["digits"] or ""
    is_year = len(digits) == 4 and digits[:2] in {"19", "20"} and not match["upper"]
    if is_year and not re.match(r"\s+[a-z]", text[match.end() : match.end() + 3]):
        return True
    is_long = len(digits) > _LONGEST
    return is_long or bool(_MEASURE.match(text, match.end())) or bool(_BEFORE.search(text[: match.start()][-14:]))


def _read(text: str, match: re.Match[str]) -> Figure:
    word = (match["word"] or "").lower()
    low, high = _values(match, word)
    start, is_approximate = match.start(), False
    while bound := _BOUNDS.search(text, max(0, start - 24), start):
        start = bound.start()
        is_approximate = is_approximate or bool(bound["about"])
        if bound["low"]:
            high = None
        elif bound["high"]:
            low = None
    open_end = None if word in _LEAST else high
    return Figure(start, match.start(), match.end(), low, open_end, is_approximate, word in {"once", "twice", "thrice"})


def _values(match: re.Match[str], word: str) -> tuple[int | None, int | None]:
    if not word:
        low = int(match["digits"].replace(",", ""))
        upper = int(match["upper"].replace(",", "")) if match["upper"] else low
        return (low, upper) if upper >= low else (low, low)
    value = _ABSTRACT.get(word, _LEAST.get(word))
    if value is None:
        value = _word_value(word)
    return value, value


def _word_value(word: str) -> int:
    total = 0
    for part in re.split(r"[- ]", word):
        total = total * _TIMES[part] if part in _TIMES else total + NUMBER_VALUES[part]
    return total
