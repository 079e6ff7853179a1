"""The numbers and dates in a run of words, each by what it comes to: "30 thousand" is "30,000", "May 9th" "9 May".

Decides where a number or date begins and ends and when two are the same. Never decides what is counted or which year is
meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from trucewatch.lineage.wording import Word
from trucewatch.lineage.wordlists import (
    DATE_WORDS,
    MONTHS,
    NOT_A_NUMBER_AFTER,
    NUMBER_WORDS,
    ORDINALS,
    SHORT_MONTHS,
    SMALL_NUMBERS,
    TENS,
)

_UNITS = {word: Decimal(at) for at, word in enumerate(SMALL_NUMBERS)}
_TENS = {word: Decimal(10 * at) for at, word in enumerate(TENS, start=2)}
_SCALES = {word: Decimal(10**power) for word, power in (("thousand", 3), ("million", 6), ("billion", 9))}
_WORD_SCALES = frozenset({"hundred", *_SCALES})
_MULTIPLIERS = {"hundred": Decimal(100), "dozen": Decimal(12), **_SCALES}
_RANKS = {word: str(at) for at, word in enumerate(ORDINALS, start=1)}
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_MOST_DIGITS = 15
_PERIODS = frozenset({"week", "month", "year", "weekend"})
_WHICH = frozenset({"last", "next", "this", "past", "previous", "coming", "following", "same"})
_GROUP = 3  # digits that stand together in "30 000"
_LAST_DAY = 31
_YEARS = range(1000, 2100)


class Figure(NamedTuple):
    """Words from ``start`` to before ``end`` that are one number or date. ``which`` is the same where it is the same.

    A "rank" is an ordinal or "one": a number only where another stands in its place.
    """

    start: int
    end: int
    what: str
    which: str


def figures(words: Sequence[Word]) -> Iterator[Figure]:
    """Every number and date, in order."""
    at = 0
    while at < len(words):
        found = _date(words, at) or _rank(words, at) or _number(words, at)
        if found:
            yield found
        at = found.end if found else at + 1


def _date(words: Sequence[Word], at: int) -> Figure | None:
    day, after = _day(words, at)
    if day:
        after += after < len(words) and words[after].plain == "of"
        month = _month(words, after, beside_day=True)
        return Figure(at, after + 1, "date", f"{day} {month}") if month else None
    month = _month(words, at)
    if month or _month(words, at, beside_day=True):
        day, after = _day(words, at + 1)
        if day:
            return Figure(at, after, "date", f"{day} {month or words[at].plain}")
    if month or _is_date_word(words, at) or _is_year(words[at]):
        return Figure(at, at + 1, "date", month or words[at].plain)
    return None


def _is_date_word(words: Sequence[Word], at: int) -> bool:
    """Whether a word tells when: a weekday, "yesterday"; a week, month or year only where it is said which."""
    plain = words[at].plain
    if plain in MONTHS or plain not in DATE_WORDS:
        return False
    return plain not in _PERIODS or (at > 0 and words[at - 1].plain in _WHICH)


def _month(words: Sequence[Word], at: int, *, beside_day: bool = False) -> str:
    """The month that stands here; "May" opening a sentence and "march" are months beside a day only."""
    if at >= len(words):
        return ""
    word = words[at]
    month = SHORT_MONTHS.get(word.plain, word.plain)
    if month not in MONTHS or not word.surface[0].isupper():
        return ""
    return "" if word.starts and not beside_day and month in {"may", "march"} else month


def _day(words: Sequence[Word], at: int) -> tuple[str, int]:
    """The day of a month that stands here, and where the words after it begin."""
    if at >= len(words):
        return "", at
    word = words[at]
    if word.plain in _RANKS:
        return _RANKS[word.plain], at + 1
    if word.plain.isdecimal() and len(word.plain) <= len("31") and 0 < int(word.plain) <= _LAST_DAY:
        return str(int(word.plain)), at + 1 + _is_ordinal(words, at)
    return "", at


def _is_ordinal(words: Sequence[Word], at: int) -> bool:
    """Whether the digits here go on "st", "nd", "rd" or "th"."""
    after = words[at + 1 : at + 2]
    return bool(after) and after[0].plain in _ENDINGS and after[0].span.start == words[at].span.end


def _is_year(word: Word) -> bool:
    return word.surface.isdecimal() and len(word.surface) == len("2024") and int(word.surface) in _YEARS


def _rank(words: Sequence[Word], at: int) -> Figure | None:
    word = words[at]
    if word.plain in _RANKS:
        return Figure(at, at + 1, "rank", f"{_RANKS[word.plain]}.")
    if word.plain.isdecimal() and _is_ordinal(words, at):
        return Figure(at, at + 2, "rank", f"{word.plain}.")
    return None


def _number(words: Sequence[Word], at: int) -> Figure | None:
    """The longest run of words that is one number."""
    word = words[at]
    if word.plain in NOT_A_NUMBER_AFTER and words[at + 1 : at + 2] and words[at + 1].plain == "one":
        return Figure(at, at + 2, "", "")
    value, after = _value(words, at)
    if value is None:
        return Figure(at, at + 1, "number", word.plain) if word.plain in NUMBER_WORDS or _is_digits(word) else None
    is_one = after == at + 1 and word.plain == "one"
    return Figure(at, after, "rank" if is_one else "number", f"{value.normalize():f}")


def _is_digits(word: Word) -> bool:
    return word.plain[:1].isdigit()


def _value(words: Sequence[Word], at: int) -> tuple[Decimal | None, int]:
    """What the number words from here come to, and where they end; None where they are none or too long to count."""
    whole, part, last = Decimal(0), None, ""
    while at < len(words):
        plain = words[at].plain
        if part is not None and plain == "and" and last in {"hundred", "thousand"} and _small(words, at + 1):
            at += 1
            continue
        step = _step(words[at], part, last)
        if step is None:
            break
        part, last = step, plain
        if plain in _SCALES:
            whole, part = whole + part, Decimal(0)
        at += 1
    return (None, at) if part is None or not last else (whole + part, at)


def _small(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].plain in _UNITS.keys() | _TENS.keys()


def _step(word: Word, part: Decimal | None, last: str) -> Decimal | None:
    """A number with one more word; None where the word does not go on it."""
    plain = word.plain
    if _is_digits(word):
        return _with_digits(plain, part, last)
    if plain in _MULTIPLIERS:
        return _times(_MULTIPLIERS[plain], part)
    goes_on = part is None or last in _WORD_SCALES
    if plain in _TENS:
        return (part or 0) + _TENS[plain] if goes_on else None
    if plain in _UNITS:
        return (part or 0) + _UNITS[plain] if goes_on or last in _TENS else None
    return None


def _times(factor: Decimal, part: Decimal | None) -> Decimal | None:
    if part is None:
        return factor
    return part * factor if part else None


def _with_digits(plain: str, part: Decimal | None, last: str) -> Decimal | None:
    """Digits that begin a number, or are the next group of one written with spaces."""
    if len(plain) > _MOST_DIGITS or not plain.replace(".", "", 1).isdecimal():
        return None
    if part is None:
        return Decimal(plain)
    if last.isdecimal() and len(plain) == _GROUP and plain.isdecimal() and part < 10**_MOST_DIGITS:
        return part * 1000 + Decimal(plain)
    return None
