"""Time expressions of Russian and Ukrainian reports, read into the shapes that ``language.times`` resolves.

Decides which words name a day, a week or a month. Which days they mean is decided there, for every language alike.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.language.expressions import Expression
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Token

_MONTHS = {
    1: "январь января январе січень січня січні", 2: "февраль февраля феврале лютий лютого лютому",
    3: "март марта марте березень березня березні", 4: "апрель апреля апреле квітень квітня квітні",
    5: "май мая мае травень травня травні", 6: "июнь июня июне червень червня червні",
    7: "июль июля июле липень липня липні", 8: "август августа августе серпень серпня серпні",
    9: "сентябрь сентября сентябре вересень вересня вересні", 10: "октябрь октября октябре жовтень жовтня жовтні",
    11: "ноябрь ноября ноябре листопад листопада листопаді", 12: "декабрь декабря декабре грудень грудня грудні",
}  # fmt: skip
_MONTH = {word: number for number, words in _MONTHS.items() for word in words.split()}
_WEEKDAYS = (
    "понедельник понеділок понеділка", "вторник вівторок вівторка", "среду среда среды середу середа середи",
    "четверг четвер четверга", "пятницу пятница пятницы п'ятницю п'ятниця п'ятниці",
    "субботу суббота субботы суботу субота суботи", "воскресенье воскресенья неділю неділя неділі",
)  # fmt: skip
_WEEKDAY = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}
_OFFSETS = {
    "сегодня": 0, "сьогодні": 0, "вчера": -1, "вчора": -1, "учора": -1, "позавчера": -2, "позавчора": -2,
    "завтра": 1, "послезавтра": 2, "післязавтра": 2,
}  # fmt: skip
_LAST = word_set(
    """прошлой прошлом прошлую прошлого прошлый минувшей минувший минувшего минулого минулої минулому минулий минулу
    минулім"""
)
_NEXT = word_set(
    """следующей следующем следующую следующий ближайший ближайшую наступного наступної наступному наступний наступну"""
)
_THIS = word_set("этой этом этого эту этот цього цієї цьому цей цю")
_UNITS = {
    "неделе": "week", "неделю": "week", "недели": "week", "тижня": "week", "тиждень": "week", "тижні": "week",
    "месяце": "month", "месяца": "month", "месяц": "month", "місяця": "month", "місяці": "month",
    "году": "year", "года": "year", "год": "year", "року": "year", "році": "year", "рік": "year",
}  # fmt: skip
_YEAR_WORDS = word_set("года году год г року рік році р")


def find_expressions(tokens: Sequence[Token]) -> list[Expression]:
    """Every time expression, in text order, without overlap."""
    found: list[Expression] = []
    at = 0
    while at < len(tokens):
        expression = _read(tokens, at)
        if expression is not None:
            found.append(expression)
        at = expression.end if expression is not None else at + 1
    return found


def _read(tokens: Sequence[Token], at: int) -> Expression | None:
    word = _at(tokens, at)
    if word[:1].isdigit():
        return _date(tokens, at) or _iso(tokens, at) or _year(tokens, at)
    if word in _OFFSETS:
        return Expression(at, at + 1, "offset", offset=_OFFSETS[word])
    if word in _MONTH and _at(tokens, at - 1) in {"в", "во", "у", "с", "до", "з"}:
        year, end = _year_after(tokens, at + 1)
        return Expression(at, end, "date", year=year, month=_MONTH[word])
    if word in _WEEKDAY and _at(tokens, at - 1) in {"в", "во", "у", "на", "с", "з", "до", *_LAST, *_NEXT, *_THIS}:
        return _weekday(tokens, at)
    return _period(tokens, at, word)


def _date(tokens: Sequence[Token], at: int) -> Expression | None:
    """As in "13 марта 2025 года"."""
    word, month = tokens[at].lower, _MONTH.get(_at(tokens, at + 1), 0)
    if not (month and word.isdigit() and word.isascii() and 1 <= int(word[:3]) <= 31 and len(word) < 3):
        return None
    year, end = _year_after(tokens, at + 2)
    return Expression(at, end, "date", year=year, month=month, day=int(word))


def _iso(tokens: Sequence[Token], at: int) -> Expression | None:
    """As in "2025-03-13" and "13.03.2025"."""
    word = tokens[at].lower
    parts = word.split("-") if "-" in word else word.split(".")[::-1]
    if len(parts) != 3 or not all(part.isdigit() and part.isascii() for part in parts):
        return None
    if [len(part) for part in parts] != [4, 2, 2]:
        return None
    return Expression(at, at + 1, "date", year=int(parts[0]), month=int(parts[1]), day=int(parts[2]))


def _year(tokens: Sequence[Token], at: int) -> Expression | None:
    year, end = _year_after(tokens, at)
    return Expression(at, end, "date", year=year) if end > at + 1 else None


def _year_after(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The year that stands at the token and where it ends, with its "года"; (0, at) if none does."""
    word = _at(tokens, at)
    if not (len(word) == 4 and word.isdigit() and word.isascii() and "1900" <= word <= "2100"):
        return 0, at
    end = at + 1
    if _at(tokens, end) in _YEAR_WORDS:
        end += 1
        if end < len(tokens) and tokens[end].text == "." and tokens[end - 1].lower in {"г", "р"}:
            end += tokens[end].sentence == tokens[end - 1].sentence and end + 1 < len(tokens)
    return int(word), end


def _weekday(tokens: Sequence[Token], at: int) -> Expression:
    before = _at(tokens, at - 1)
    qualifier = "last" if before in _LAST else "next" if before in _NEXT else ""
    return Expression(at - bool(qualifier), at + 1, "weekday", day=_WEEKDAY[tokens[at].lower], qualifier=qualifier)


def _period(tokens: Sequence[Token], at: int, word: str) -> Expression | None:
    """As in "на прошлой неделе", "минулого місяця"."""
    unit = _UNITS.get(_at(tokens, at + 1), "")
    offset = -1 if word in _LAST else 1 if word in _NEXT else 0 if word in _THIS else None
    if offset is None:
        return None
    if unit:
        return Expression(at, at + 2, "period", unit=unit, offset=offset)
    return _weekday(tokens, at + 1) if offset and _at(tokens, at + 1) in _WEEKDAY else None


def _at(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""
