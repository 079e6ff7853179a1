"""Numbers as words and digits write them. Decides values; what is counted is for ``amounts``."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Token

_UNITS = """zero one two three four five six seven eight nine ten
    eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_VALUES: dict[str, int] = {
    **{word: value for value, word in enumerate(_UNITS.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
}
MULTIPLIERS: dict[str, int] = {
    "hundred": 100, "thousand": 1000, "k": 1000, "million": 10**6, "mn": 10**6, "m": 10**6, "billion": 10**9,
    "bn": 10**9,
    "b": 10**9, "trillion": 10**12, "tn": 10**12, "dozen": 12,
}  # fmt: skip
_SHORT = word_set("k mn m bn b tn")  # only where they touch the digits
_FIRST_WORDS = frozenset({*NUMBER_VALUES, "a", "an"})
_LARGEST = 10**18  # beyond, a run of digits is not a count of anything


def read_number(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The whole number that begins at the token and where it ends, or None. "1.5 billion" is whole, "1.5" is not."""
    word = tokens[at].lower
    if word[0].isdigit():
        return _read_digits(tokens, at, word)
    return _read_words(tokens, at) if word.partition("-")[0] in _FIRST_WORDS else None


def _read_digits(tokens: Sequence[Token], at: int, word: str) -> tuple[int, int] | None:
    whole, part = _split_decimal(word)
    if whole is None:
        return None
    multiplier, end = _multiplier(tokens, at + 1)
    if part and (multiplier == 1 or 10 ** len(part) > multiplier * 10**3):
        return None
    value = whole * multiplier + (int(part) * multiplier // 10 ** len(part) if part else 0)
    return (value, end) if value < _LARGEST else None


def _split_decimal(word: str) -> tuple[int | None, str]:
    """The whole part and the decimals of digits with separators, or None where they make no number."""
    if not word.isascii() or len(word) > 30:
        return None, ""
    groups = word.split(",")
    if len(groups) > 1 and not all(len(group.split(".")[0]) == 3 for group in groups[1:]):
        return None, ""
    plain = word.replace(",", "")
    pieces = plain.split(".")
    if not all(piece.isdigit() for piece in pieces) or len(pieces) > 2:
        return None, ""
    return int(pieces[0]), pieces[1] if len(pieces) == 2 else ""


def _multiplier(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    if at >= len(tokens) or tokens[at].lower not in MULTIPLIERS:
        return 1, at
    if tokens[at].lower in _SHORT and tokens[at].span.start != tokens[at - 1].span.end:
        return 1, at
    return MULTIPLIERS[tokens[at].lower], at + 1


def _simple(word: str) -> int | None:
    """The value of one number word, "twenty-five" included."""
    tens, dash, units = word.partition("-")
    if dash:
        high, low = NUMBER_VALUES.get(tens), NUMBER_VALUES.get(units)
        return high + low if high is not None and low is not None and high >= 20 > low else None
    return NUMBER_VALUES.get(word)


def _read_words(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """Number words in a row: "one hundred and fifty thousand"."""
    first = tokens[start].lower
    if _simple(first) is None and not (
        first in {"a", "an"} and _at(tokens, start + 1) in {"hundred", "thousand", "million", "billion", "dozen"}
    ):
        return None
    total, current, at = 0, _simple(first) or 1, start + 1
    while at < len(tokens) and at - start < 12:
        word = tokens[at].lower
        value = _simple(word)
        if word in MULTIPLIERS and word not in _SHORT:
            current *= MULTIPLIERS[word]
            if MULTIPLIERS[word] >= 1000:
                total, current = total + current, 0
        elif value is not None and (current % 100 == 0 or (current % 10 == 0 and value < 10 and current >= 20)):
            current += value
        elif word != "and" or (current + total) % 100 or not total + current or _simple(_at(tokens, at + 1)) is None:
            break
        at += 1
    return (total + current, at) if total + current < _LARGEST else None


def _at(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if at < len(tokens) else ""
