"""Quantities in Russian and Ukrainian words and digits, as ranges of whole numbers with what they count.

Decides how much the words say ("более 20", "близько 30", "четверо") and which noun stands behind them. Never decides
what happened to those counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.language.counting import Bounds, bound_before, read_amounts
from trucewatch.language.gazetteer import is_cyrillic
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Token
from trucewatch.language.slavic.words import CONJUNCTIONS, PREPOSITIONS, SUBORDINATORS
from trucewatch.language.tokens import DASHES
from trucewatch.values import Amount, When

_VALUES = {
    1: "один одна одно одного одной одну одним одної однієї одне", 2: "два две двух двум двое двоих дві двох двом двоє",
    3: "три трех трёх трем трём трое троих трьох трьом троє",
    4: "четыре четырех четырёх четырем четырём четверо четверых чотири чотирьох чотирьом четверо четверох",
    5: "пять пяти пятеро пятерых п'ять п'яти п'ятьох п'ятеро п'ятерох",
    6: "шесть шести шестеро шестерых шість шести шістьох шестеро",
    7: "семь семи семеро семерых сім семи сімох семеро",
    8: "восемь восьми восьмеро восьмерых вісім восьми вісьмох",
    9: "девять девяти девятеро дев'ять дев'яти дев'ятеро дев'ятьох",
    10: "десять десяти десятеро десятьох десяток десятка десяток",
    11: "одиннадцать одиннадцати одинадцять одинадцяти",
    12: "двенадцать двенадцати дванадцять дванадцяти дюжина дюжины дюжини",
    13: "тринадцать тринадцати тринадцять тринадцяти",
    14: "четырнадцать четырнадцати чотирнадцять чотирнадцяти", 15: "пятнадцать пятнадцати п'ятнадцять п'ятнадцяти",
    16: "шестнадцать шестнадцати шістнадцять шістнадцяти", 17: "семнадцать семнадцати сімнадцять сімнадцяти",
    18: "восемнадцать восемнадцати вісімнадцять вісімнадцяти",
    19: "девятнадцать девятнадцати дев'ятнадцять дев'ятнадцяти",
    20: "двадцать двадцати двадцять двадцяти", 30: "тридцать тридцати тридцять тридцяти",
    40: "сорок сорока", 50: "пятьдесят пятидесяти полсотни п'ятдесят п'ятдесяти півсотні",
    60: "шестьдесят шестидесяти шістдесят шістдесяти", 70: "семьдесят семидесяти сімдесят сімдесяти",
    80: "восемьдесят восьмидесяти вісімдесят вісімдесяти", 90: "девяносто девяноста дев'яносто дев'яноста",
    100: "сто ста сотня сотню", 200: "двести двухсот двісті двохсот", 300: "триста трехсот трёхсот трьохсот",
    400: "четыреста четырехсот чотириста чотирьохсот", 500: "пятьсот пятисот п'ятсот п'ятисот",
    600: "шестьсот шестисот шістсот шестисот", 700: "семьсот семисот сімсот семисот",
    800: "восемьсот восьмисот вісімсот восьмисот", 900: "девятьсот девятисот дев'ятсот дев'ятисот",
}  # fmt: skip
#: Number words, in every case that reports write.
NUMBERS = {word: value for value, words in _VALUES.items() for word in words.split()}
_TIMES = {
    **dict.fromkeys(["тысяча", "тысячи", "тысяч", "тыс", "тисяча", "тисячі", "тисяч", "тис"], 1000),
    **dict.fromkeys(["миллион", "миллиона", "миллионов", "млн", "мільйон", "мільйона", "мільйонів"], 10**6),
    **dict.fromkeys(["миллиард", "миллиарда", "миллиардов", "млрд", "мільярд", "мільярда", "мільярдів"], 10**9),
}
_BOUNDS: Bounds = (
    (("не", "менее"), "low"), (("не", "более"), "high"), (("не", "менш", "як"), "low"), (("не", "менше"), "low"),
    (("не", "більше"), "high"), (("по", "меньшей", "мере"), "low"), (("как", "минимум"), "low"),
    (("як", "мінімум"), "low"), (("щонайменше",), "low"), (("принаймні",), "low"), (("минимум",), "low"),
    (("более", "чем"), "low"), (("понад",), "low"), (("более",), "low"), (("больше",), "low"), (("свыше",), "low"),
    (("більше",), "low"), (("більш", "ніж"), "low"), (("до",), "high"), (("менее",), "high"), (("менше",), "high"),
    (("около",), "about"), (("примерно",), "about"), (("почти",), "about"), (("близько",), "about"),
    (("приблизно",), "about"), (("майже",), "about"), (("порядка",), "about"), (("не", "меньше"), "low"),
    (("по", "крайней", "мере"), "low"), (("щонайбільше",), "high"), (("максимум",), "high"),
    (("орієнтовно",), "about"), (("ориентировочно",), "about"), (("мінімум",), "low"),
    (("десь",), "about"), (("где-то",), "about"),
)  # fmt: skip
_VAGUE = {
    **dict.fromkeys(["десятки", "десятков", "десятків"], 24),
    **dict.fromkeys(["сотни", "сотен", "сотні", "сотень"], 200),
    **dict.fromkeys(["тысячи", "тисячі"], 2000),
    **dict.fromkeys(["несколько", "нескольких", "кілька", "кількох", "декілька"], 3),
}  # fmt: skip
_ADJECTIVAL = ("ых", "их", "ые", "ие", "ого", "его", "ых", "ої", "ий", "ый", "ой", "ної", "ні", "кі", "ві")
_ONE = word_set("один одна одно одного одной одну одним одної однієї одне")
_LARGEST = 10**18
_GROWN = ("вырос", "выраст", "возрос", "увелич", "зрос", "збільш", "достиг", "сяг", "виросл")
_FROM = word_set("от від")
_OR = word_set("или або чи")


def find_amounts(text: str, tokens: Sequence[Token], times: Sequence[When]) -> tuple[Amount, ...]:
    """Every quantity, in text order; numbers of dates are left out."""
    return read_amounts(tokens, times, lambda at: _read(text, tokens, at))


def _read(text: str, tokens: Sequence[Token], at: int) -> tuple[Amount | None, int]:
    lower = tokens[at].lower
    if lower in _VAGUE:
        unit = _unit(tokens, at + 1)
        return (
            (Amount(_VAGUE[lower], None, unit, True, tokens[at].text, tokens[at].span), at + 1) if unit else (None, at)
        )
    value, end = _number(tokens, at)
    if end == at:
        return None, at
    top, last = _range_to(tokens, at, end)
    if last > end and top >= value:
        start = at - (tokens[at - 1].lower in _FROM if at else 0)
        span = tokens[start].span.to(tokens[last - 1].span)
        return Amount(value, top, _unit(tokens, last), False, span.of(text), span), last
    bound, start = bound_before(tokens, at, _BOUNDS)
    if tokens[start].lower == "до" and start and tokens[start - 1].lower.startswith(_GROWN):
        bound, start = "", at  # "выросло до семи": it is seven now
    span, unit = tokens[start].span.to(tokens[end - 1].span), _unit(tokens, end)
    if not unit and (lower in _ONE or (bound == "high" and tokens[start].lower == "до")):
        return None, end
    low = None if bound == "high" else value
    high = None if bound == "low" else value
    return Amount(low, high, unit, bound == "about", span.of(text), span), end


def _range_to(tokens: Sequence[Token], at: int, end: int) -> tuple[int, int]:
    """The upper end of a range whose lower end stands at the token, and where it ends: "от двух до пяти", "3–5"."""
    link = tokens[end].text if end < len(tokens) else ""
    is_from = at > 0 and tokens[at - 1].lower in _FROM and link.lower() == "до"
    is_dash = link != "" and link in DASHES and _touches(tokens, end)
    if not (is_from or is_dash or link.lower() in _OR) or end + 1 >= len(tokens):
        return 0, end
    return _number(tokens, end + 1)


def _touches(tokens: Sequence[Token], dash: int) -> bool:
    """Whether nothing parts a dash from the numbers around it."""
    return tokens[dash].span.start == tokens[dash - 1].span.end and (
        dash + 1 < len(tokens) and tokens[dash + 1].span.start == tokens[dash].span.end
    )


def _number(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The whole number that begins at the token and where it ends; (0, at) if none does."""
    digits = tokens[at].lower
    if digits.isascii() and digits.isdigit():
        value, end = _grouped(tokens, at)
    elif digits in NUMBERS:
        value, end = NUMBERS[digits], at + 1
        while end < len(tokens) and NUMBERS.get(tokens[end].lower, 10**9) < _room(value):
            value, end = value + NUMBERS[tokens[end].lower], end + 1
    else:
        return 0, at
    if end < len(tokens) and tokens[end].lower in _TIMES:
        value, end = value * _TIMES[tokens[end].lower], end + 1
    return (value, end) if value < _LARGEST else (0, at)


def _grouped(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Digits, with thousands set apart by spaces: "30 000"."""
    digits, end = tokens[at].lower, at + 1
    while len(digits) < 18 and end < len(tokens) and len(tokens[end].lower) == 3 and len(tokens[at].lower) < 4:
        if not (tokens[end].lower.isascii() and tokens[end].lower.isdigit()):
            break
        if tokens[end].span.start != tokens[end - 1].span.end + 1:
            break
        digits, end = digits + tokens[end].lower, end + 1
    return (int(digits), end) if len(digits) < 19 else (_LARGEST, end)


def _room(value: int) -> int:
    """What may follow a number word: units after tens, tens after hundreds."""
    return 100 if value >= 100 and value % 100 == 0 else 10 if value >= 20 and value % 10 == 0 else 0


def _unit(tokens: Sequence[Token], at: int) -> str:
    """The noun that is counted, as written: the first word after the number and its adjectives."""
    for ahead in range(at, min(at + 4, len(tokens))):
        token = tokens[ahead]
        if token.text == "%" and ahead == at:
            return "percent"
        is_word = is_cyrillic(token.lower) and token.sentence == tokens[at - 1].sentence
        if not is_word or token.lower in PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS:
            return ""
        if not token.lower.endswith(_ADJECTIVAL):
            return token.lower
    return ""
