"""Time expressions of Russian and Ukrainian reports, read into the shapes that ``language.times`` resolves.

Decides which words name a day, a week or a month. Which days they mean is decided there, for every language alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.language.expressions import Expression
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Token
from trucewatch.language.slavic.amounts import NUMBERS
from trucewatch.language.slavic.forms import looks_past
from trucewatch.language.slavic.words import CONJUNCTIONS, PREPOSITIONS, SUBORDINATORS

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
_THIRDS = {
    **dict.fromkeys(["начале", "начала", "началу", "початку", "початок"], "early"),
    **dict.fromkeys(["середине", "середины", "середині", "середини"], "mid"),
    **dict.fromkeys(["конце", "конца", "концу", "кінці", "кінця", "кінцю", "наприкінці"], "late"),
}
_WEEKENDS = word_set("выходные выходных вихідні вихідних")
_RECENT = ("последн", "останн", "минувш", "прошедш", "минул")
_EVE = word_set("накануне напередодні")
_BY_NIGHT = word_set("ночью вночі уночі")
_NIGHTS = word_set("ночь ніч") | _BY_NIGHT
_DAYS_AND_NIGHTS = word_set("сутки суток добу доби")
_DURING = word_set(
    "за в течение протягом впродовж упродовж последние минувшие прошедшие прошлые минулу останню попередню"
)
_AGO = word_set("назад тому")
_FROM = word_set("с со з із зі")
_SPANS = {
    **dict.fromkeys(["день", "дня", "дней", "дні", "днів"], "day"),
    **dict.fromkeys(["час", "часа", "часов", "годину", "години", "годин"], "hour"),
    **dict.fromkeys(["неделю", "недели", "недель", "тиждень", "тижні", "тижнів"], "week"),
    **dict.fromkeys(["месяц", "месяца", "месяцев", "місяць", "місяці", "місяців"], "month"),
    **dict.fromkeys(["год", "года", "лет", "рік", "роки", "років"], "year"),
}  # fmt: skip
_TO_COME = ("состоит", "состоят", "пройдет", "пройдут", "будет", "будут", "планир", "намер", "намеч", "відбуд", "буде",
            "запланов", "планує", "должн", "начнет", "начнут", "почне", "почну")  # fmt: skip
_AROUND = 9  # words around a weekday
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
        return _dates(tokens, at) or _iso(tokens, at) or _ago(tokens, at) or _year(tokens, at)
    if word in _NIGHTS or word in _DAYS_AND_NIGHTS:
        return _night(tokens, at, word)
    named = _day_word(tokens, at, word) or _of_month(tokens, at, word) or _of_week(tokens, at, word)
    stretch = _stretch(tokens, at) if word.startswith(_RECENT) else None
    return named or stretch or _period(tokens, at, word) or _ago(tokens, at)


def _day_word(tokens: Sequence[Token], at: int, word: str) -> Expression | None:
    """As in "вчера", "накануне"."""
    if word in _OFFSETS or (word in _EVE and not _is_eve_of(tokens, at + 1)):
        return Expression(at, at + 1, "offset", offset=_OFFSETS.get(word, -1))
    return None


def _of_month(tokens: Sequence[Token], at: int, word: str) -> Expression | None:
    """A month or a third of one: "в феврале 2015 года", "наприкінці березня"."""
    if word in _MONTH and _at(tokens, at - 1) in {"в", "во", "у", "с", "до", "з"}:
        year, end = _year_after(tokens, at + 1)
        return Expression(at, end, "date", year=year, month=_MONTH[word])
    if word in _THIRDS and _at(tokens, at + 1) in _MONTH:
        year, end = _year_after(tokens, at + 2)
        return Expression(at, end, "third", year=year, month=_MONTH[_at(tokens, at + 1)], qualifier=_THIRDS[word])
    return None


def _of_week(tokens: Sequence[Token], at: int, word: str) -> Expression | None:
    """A weekday or weekend: "во вторник", "с пятницы", "минулих вихідних"."""
    before = _at(tokens, at - 1)
    if word in _WEEKENDS:
        return Expression(at, at + 1, "weekend", offset=1 if before in _NEXT else -1)
    if word in _WEEKDAY and before in _FROM:
        return Expression(at - 1, at + 1, "since", until=Expression(at, at + 1, "weekday", day=_WEEKDAY[word]))
    is_told = before in {"в", "во", "у", "на", "до", *_LAST, *_NEXT, *_THIS}
    return _weekday(tokens, at) if word in _WEEKDAY and is_told else None


def _night(tokens: Sequence[Token], at: int, word: str) -> Expression | None:
    """As in "в ночь на 12 марта", "вночі", "за минувшие сутки": the night or the day before a day or publication."""
    if word in _DAYS_AND_NIGHTS:
        is_past = any(_at(tokens, at - back) in _DURING for back in (1, 2))
        return Expression(at, at + 1, "overnight") if is_past else None
    if _at(tokens, at + 1) == "на":
        day = _dates(tokens, at + 2) if _at(tokens, at + 2)[:1].isdigit() else None
        if day is None and _at(tokens, at + 2) in _WEEKDAY:
            day = _weekday(tokens, at + 2)
        if day is not None:
            return Expression(at, day.end, "overnight", until=day)
    is_dated = any(_at(tokens, at + step) in _MONTH for step in (-2, -1, 2, 3))
    return Expression(at, at + 1, "overnight") if word in _BY_NIGHT and not is_dated else None


def _is_eve_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether "накануне" is told of something: "накануне переговоров", "напередодні візиту"."""
    word = _at(tokens, at)
    if not word or not word[0].isalpha() or word in PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS:
        return False
    return tokens[at].sentence == tokens[at - 1].sentence and not looks_past(word)


def _stretch(tokens: Sequence[Token], at: int) -> Expression | None:
    """As in "за последние 24 часа", "протягом останніх двох тижнів"."""
    count = _count(_at(tokens, at + 1))
    unit = _SPANS.get(_at(tokens, at + 2), "")
    return Expression(at, at + 3, "stretch", offset=-count, unit=unit) if count and unit else None


def _count(word: str) -> int:
    if word.isascii() and word.isdigit():
        return int(word) if len(word) < 4 else 0
    return NUMBERS.get(word, 0)


def _ago(tokens: Sequence[Token], at: int) -> Expression | None:
    """As in "три дня назад", "неделю назад", "два тижні тому"."""
    word = _at(tokens, at)
    if word in _SPANS and _at(tokens, at + 1) in _AGO:
        return Expression(at, at + 2, "ago", offset=-1, unit=_SPANS[word])
    count = _count(word)
    if not count or _at(tokens, at + 1) not in _SPANS or _at(tokens, at + 2) not in _AGO:
        return None
    return Expression(at, at + 3, "ago", offset=-count, unit=_SPANS[_at(tokens, at + 1)])


def _dates(tokens: Sequence[Token], at: int) -> Expression | None:
    """A date, or a stretch of days: "10–15 мая", "с 10 по 15 мая", "с 28 апреля по 3 мая", "с 18 марта"."""
    first = _date(tokens, at)
    is_from = _at(tokens, at - 1) in _FROM
    end = at + 1 if first is None else first.end
    link = _at(tokens, end)
    if link in {"по", "до"} if is_from else link in {"–", "—", "-"}:
        until = _date(tokens, end + 1)
        if first is None and until is not None and _day(tokens, at):
            first = Expression(at, at + 1, "date", month=until.month, day=_day(tokens, at))
        if first is not None and until is not None:
            return replace(first, end=until.end, shape="range", until=until)
    return replace(first, shape="since") if first is not None and is_from and first.day else first


def _day(tokens: Sequence[Token], at: int) -> int:
    """The day of the month that stands there, "13" or "13-го"; 0 where none does."""
    word = _at(tokens, at).partition("-")[0]
    is_day = word.isascii() and word.isdigit() and len(word) < 3 and 1 <= int(word) <= 31
    return int(word) if is_day else 0


def _date(tokens: Sequence[Token], at: int) -> Expression | None:
    """As in "13 марта 2025 года"."""
    month, day = _MONTH.get(_at(tokens, at + 1), 0), _day(tokens, at)
    if not (month and day):
        return None
    year, end = _year_after(tokens, at + 2)
    return Expression(at, end, "date", year=year, month=month, day=day)


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
    if not qualifier and _is_to_come(tokens, at):
        return Expression(at, at + 1, "weekday", day=_WEEKDAY[tokens[at].lower], qualifier="this")
    return Expression(at - bool(qualifier), at + 1, "weekday", day=_WEEKDAY[tokens[at].lower], qualifier=qualifier)


def _is_to_come(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word beside a weekday tells of what is to come."""
    near = tokens[max(0, at - _AROUND) : at + _AROUND]
    return any(token.sentence == tokens[at].sentence and token.lower.startswith(_TO_COME) for token in near)


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
