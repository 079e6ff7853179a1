"""Quantities as ranges of whole numbers, with what they count.

Decides how much words say ("up to 30,000 troops", "dozens", "some €2bn") and which noun they count. Never decides
what happened to those counted. Numbers that are part of a date are left to ``times``.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.language.counting import Bounds, bound_before, read_amounts
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag, Token
from trucewatch.language.numbers import read_number
from trucewatch.values import Amount, Span, When

#: Words before a number -> how it bounds: low, high, about. Longest first; own compilation.
_BOUNDS: Bounds = (
    (("no", "fewer", "than"), "low"), (("no", "less", "than"), "low"), (("not", "less", "than"), "low"),
    (("no", "more", "than"), "high"), (("not", "more", "than"), "high"), (("as", "many", "as"), "high"),
    (("as", "much", "as"), "high"), (("as", "few", "as"), "low"), (("at", "least"), "low"), (("at", "most"), "high"),
    (("more", "than"), "low"), (("up", "to"), "high"), (("fewer", "than"), "high"), (("less", "than"), "high"),
    (("an", "estimated"), "about"), (("close", "to"), "about"), (("well", "over"), "low"), (("a", "total", "of"), ""),
    (("over",), "low"), (("above",), "low"), (("exceeding",), "low"), (("under",), "high"), (("below",), "high"),
    (("about",), "about"), (("around",), "about"), (("some",), "about"), (("approximately",), "about"),
    (("roughly",), "about"), (("nearly",), "about"), (("almost",), "about"), (("circa",), "about"),
    (("estimated",), "about"),
)  # fmt: skip
#: Plurals that stand for a number nobody counted -> the least they can mean.
_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2_000_000, "billions": 2 * 10**9,
          "tens": 20, "several": 3}  # fmt: skip
_VAGUE_TIMES = {"thousands": 1000, "millions": 10**6, "billions": 10**9}
_CURRENCIES = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₴": "UAH",
    "₽": "RUB",
    "¥": "JPY",
    "₪": "ILS",
    "₹": "INR",
    "₺": "TRY",
}
_CURRENCY_WORDS = {"dollars": "USD", "dollar": "USD", "euros": "EUR", "euro": "EUR", "pounds": "GBP", "hryvnias": "UAH",
                   "hryvnia": "UAH", "rubles": "RUB", "roubles": "RUB", "yen": "JPY", "shekels": "ILS"}  # fmt: skip
#: Measures end the phrase: "15 km north-east", "30 days talks".
_MEASURES = word_set(
    """km kilometres kilometers kilometre kilometer miles mile metres meters metre meter tonnes tons hectares hours
    days weeks months years minutes percent cent"""
)
_UNIT_REACH = 7  # tokens between a number and the noun it counts


def find_amounts(text: str, tokens: Sequence[Token], times: Sequence[When]) -> tuple[Amount, ...]:
    """Every quantity, in text order."""
    return read_amounts(tokens, times, lambda at: _read(text, tokens, at) or (None, at))


def _read(text: str, tokens: Sequence[Token], at: int) -> tuple[Amount, int] | None:
    lower = tokens[at].lower
    if lower in _VAGUE:
        return _vague(text, tokens, at)
    if lower[0].isdigit() and "-" in lower:
        return _compound(text, tokens, at)
    number = read_number(tokens, at)
    if number is None or _is_no_count(tokens, at, number[1]):
        return None
    low, end = number
    high, end = _upper(tokens, at, low, end)
    return _finish(text, tokens, at, (low, high), end)


def _is_no_count(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Ordinals, ages, years, scores, "one" as a pronoun."""
    lower = tokens[at].lower
    after = tokens[end].lower if end < len(tokens) else ""
    before = tokens[at - 1] if at else None
    if lower == "one":
        countable = end < len(tokens) and tokens[end].tag in {Tag.NOUN, Tag.ADJECTIVE, Tag.NAME}
        return not countable or (before is not None and before.lower in {"no", "any", "every", "each", "this", "that"})
    if lower in {"a", "an"}:
        return False
    if lower.isdigit() and end == at + 1:
        if after in {"/", ":"} or (
            before is not None and before.text in {"/", ":", "#"} and at > 1 and tokens[at - 2].text.isdigit()
        ):
            return True
        if len(lower) == 4 and 1900 <= int(lower) <= 2100 and not (end < len(tokens) and tokens[end].tag is Tag.NOUN):
            return True
        is_age = before is not None and before.text == "," and after in {",", "."} and int(lower) < 120
        return is_age or (before is not None and before.lower == "no.")
    return False


def _upper(tokens: Sequence[Token], at: int, low: int, end: int) -> tuple[int, int]:
    """The upper end of "10 to 15", "10-15", "between 10 and 15", or the number itself."""
    if end + 1 >= len(tokens):
        return low, end
    link = tokens[end].lower
    is_between = at > 0 and tokens[at - 1].lower == "between"
    if link in {"to", "-", "–"} or (link == "and" and is_between) or (link == "or" and low < 20):
        second = read_number(tokens, end + 1)
        if second is not None and second[0] > low:
            return second
    return low, end


def _finish(text: str, tokens: Sequence[Token], at: int, values: tuple[int, int], end: int) -> tuple[Amount, int]:
    start, bound, currency = at, "", ""
    if start and tokens[start - 1].text in _CURRENCIES:
        start -= 1
        currency = _CURRENCIES[tokens[start].text]
        if (
            start
            and tokens[start - 1].text in {"US", "U.S."}
            and tokens[start - 1].span.end == tokens[start].span.start
        ):
            start -= 1
    if values[0] != values[1] and start and tokens[start - 1].lower == "between":
        start -= 1
    is_approximate = False
    for _ in range(2):  # "at least some 50"
        kind, start = bound_before(tokens, start, _BOUNDS)
        is_approximate = is_approximate or kind == "about"
        bound = kind if kind in {"low", "high"} else bound
    low: int | None = values[0] if bound != "high" or values[0] != values[1] else None
    high: int | None = values[1] if bound != "low" else None
    unit, stop = _unit(tokens, end)
    span = tokens[start].span.to(tokens[end - 1].span)
    return Amount(low, high, currency or unit, is_approximate, span.of(text), span), max(
        end, stop if currency == "" and unit in _CURRENCY_WORDS.values() else end
    )


def _unit(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The head noun that is counted: the last noun of the phrase that follows, with "of war" where it has one."""
    head = -1
    for ahead in range(at, min(at + _UNIT_REACH, len(tokens))):
        token = tokens[ahead]
        if token.sentence != tokens[at - 1].sentence:
            break
        if token.text == "%" and ahead == at:
            return "percent", ahead + 1
        if token.lower in _MEASURES:
            head = ahead
            break
        if token.tag is Tag.NOUN:
            head = ahead
        elif head < 0 and ((token.lower == "of" and ahead == at) or (token.tag is Tag.NUMBER and ahead == at + 1)):
            continue  # "40 of 52 drones"
        elif head >= 0 or token.tag not in {Tag.ADJECTIVE, Tag.NAME, Tag.ADVERB, Tag.DETERMINER}:
            break
    if head < 0:
        return "", at
    word = _CURRENCY_WORDS.get(tokens[head].lower, tokens[head].lower)
    if [token.lower for token in tokens[head + 1 : head + 3]] == ["of", "war"]:
        return f"{word} of war", head + 3
    return word, head + 1


def _vague(text: str, tokens: Sequence[Token], at: int) -> tuple[Amount, int] | None:
    """Dozens, hundreds, tens of thousands, several."""
    low, end = _VAGUE[tokens[at].lower], at + 1
    if end + 1 < len(tokens) and tokens[end].lower == "of" and tokens[end + 1].lower in _VAGUE_TIMES:
        low, end = low * _VAGUE_TIMES[tokens[end + 1].lower], end + 2
    elif tokens[at].lower == "tens":
        return None
    unit, _ = _unit(tokens, end)
    if tokens[at].lower == "several" and not unit:
        return None
    span = tokens[at].span.to(tokens[end - 1].span)
    return Amount(low, None, unit, True, span.of(text), span), end


def _compound(text: str, tokens: Sequence[Token], at: int) -> tuple[Amount, int] | None:
    """A number and its unit in one word, as in "a 30-day truce"."""
    digits, _, unit = tokens[at].lower.partition("-")
    plain = digits.replace(",", "")
    if not (plain.isascii() and plain.isdigit() and len(plain) < 10 and unit.isalpha() and len(unit) > 2):
        return None
    value, span = int(plain), tokens[at].span
    return Amount(value, value, unit, False, span.of(text), Span(span.start, span.end)), at + 1
