"""Time expressions by their words: which tokens make one, and what it says before any date is known.

Decides where an expression begins and ends and of what shape it is. Which days it means is for ``times``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Token
from trucewatch.language.numbers import NUMBER_VALUES
from trucewatch.language.words import MONTHS, WEEKDAYS

_DAY_PARTS = word_set("night morning evening afternoon")
_UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30, "year": 365, "years": 365,
          "hour": 0, "hours": 0, "night": 1}  # fmt: skip
_COUNTS = frozenset({"a", "an", "one", *NUMBER_VALUES})
_ENDS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}
_RANGE_LINKS = word_set("to - – — until till through")
_BEFORE_MONTH = word_set(
    """in since by until till last next this early late mid of from during throughout between to and or through"""
)


@dataclass(frozen=True, slots=True)
class Expression:
    """One time expression by token indices. ``shape`` says how the rest is to be read.

    date: year (0 unknown), month (0 unknown), day (0 unknown); range: two dates; weekday: number and qualifier;
    offset: whole days; period: unit and offset of whole units; stretch: so many units up to publication; third: of a
    month, "early", "mid" or "late"; weekend: offset of weeks; since: open to the right; unknown: words alone.
    """

    start: int
    end: int
    shape: str
    year: int = 0
    month: int = 0
    day: int = 0
    offset: int = 0
    unit: str = ""
    qualifier: str = ""
    until: Expression | None = None


def find_expressions(tokens: Sequence[Token]) -> list[Expression]:
    """Every time expression, in text order, without overlap."""
    found: list[Expression] = []
    at = 0
    while at < len(tokens):
        expression = _read(tokens, at)
        if expression is None:
            at += 1
            continue
        expression = _as_range(tokens, expression)
        found.append(expression)
        at = expression.end
    return found


def _lower(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower.rstrip(".") if 0 <= at < len(tokens) else ""


def _read(tokens: Sequence[Token], at: int) -> Expression | None:
    word = _lower(tokens, at)
    if word[:1].isdigit():
        return _read_digits(tokens, at, word)
    if word.startswith("mid-"):
        return _third(tokens, at, at, "mid", word[len("mid-") :])
    return _read_word(tokens, at, word) if word in _FIRST_WORDS else None


def _read_word(tokens: Sequence[Token], at: int, word: str) -> Expression | None:
    is_name = tokens[at].text[0].isupper()
    if word in WEEKDAYS and is_name and len(word) > (0 if tokens[at].text.endswith(".") else 3):
        return _read_weekday(tokens, at, word)
    if word in MONTHS and is_name:
        return _read_month(tokens, at)
    reader = _READERS.get(word)
    if reader is not None:
        return None if _is_in_title(tokens, at) else reader(tokens, at)
    return _read_ago(tokens, at) if word in _UNITS or word in _COUNTS else None


def _is_in_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word stands in the name of an outlet, set in capitals."""
    before = tokens[at - 1].text if at else ""
    return tokens[at].text.isupper() and before.isupper() and before.isalpha()


def _read_digits(tokens: Sequence[Token], at: int, word: str) -> Expression | None:
    parts = word.split("-")
    if len(parts) == 3 and len(parts[0]) == 4 and all(part.isdigit() for part in parts):
        return _date(at, at + 1, int(parts[0]), int(parts[1]), int(parts[2]))
    dotted = word.split(".")
    if len(dotted) == 3 and all(part.isdigit() for part in dotted) and len(dotted[2]) == 4:
        return _date(at, at + 1, int(dotted[2]), int(dotted[1]), int(dotted[0]))
    slashed = _read_slashes(tokens, at)
    if slashed is not None:
        return slashed
    day = _day_number(word)
    if day:
        month_at = at + 2 if _lower(tokens, at + 1) == "of" else at + 1
        if _is_month(tokens, month_at):
            year, end = _year_after(tokens, month_at + 1)
            return _date(at, end, year, MONTHS[_lower(tokens, month_at)], day)
        if (
            _lower(tokens, at + 1) in {"and", "to", "-", "–", "or"}
            and _day_number(_lower(tokens, at + 2))
            and _is_month(tokens, at + 3)
        ):
            year, end = _year_after(tokens, at + 4)
            month = MONTHS[_lower(tokens, at + 3)]
            last = Expression(at + 2, end, "date", year, month, _day_number(_lower(tokens, at + 2)))
            return Expression(at, end, "range", year, month, day, until=last)
    return _read_year(tokens, at, word) or _read_ago(tokens, at)


def _read_slashes(tokens: Sequence[Token], at: int) -> Expression | None:
    texts = [_lower(tokens, at + step) for step in range(5)]
    if (
        texts[1] != "/"
        or texts[3] != "/"
        or not (texts[2].isdigit() and texts[4].isdigit() and len(texts[4]) == 4)
        or not texts[0].isdigit()
    ):
        return None
    first, second, year = int(texts[0]), int(texts[2]), int(texts[4])
    if first > 12 >= second:
        return _date(at, at + 5, year, second, first)
    if second > 12 >= first or first == second:
        return _date(at, at + 5, year, first, second)
    return Expression(at, at + 5, "date", year)  # 03/04/2025: March or April, so the year alone


def _read_year(tokens: Sequence[Token], at: int, word: str) -> Expression | None:
    is_year = len(word) == 4 and word.isdigit() and 1900 <= int(word) <= 2100
    if is_year and _lower(tokens, at - 1) in {
        "in",
        "since",
        "by",
        "until",
        "of",
        "during",
        "from",
        "early",
        "late",
        "before",
        "after",
        "and",
    }:
        after = _lower(tokens, at + 1)
        if (
            tokens[at + 1 : at + 2]
            and tokens[at + 1].tag.value in {"noun", "adjective"}
            and _lower(tokens, at - 1) not in {"in", "since"}
        ):
            return None
        return _since(tokens, Expression(at, at + 1, "date", int(word))) if after != "%" else None
    return None


def _read_weekday(tokens: Sequence[Token], at: int, word: str) -> Expression:
    end, qualifier = at + 1, ""
    if _lower(tokens, at - 1) in {"last", "next", "this", "past", "coming"}:
        qualifier = _lower(tokens, at - 1)
    if _lower(tokens, end) in _DAY_PARTS:
        end += 1
    comma = 1 if _lower(tokens, end) == "," else 0
    month = (
        _read(tokens, end + comma)
        if _is_month(tokens, end + comma) or _day_number(_lower(tokens, end + comma))
        else None
    )
    if month is not None and month.shape == "date" and month.day:
        return Expression(at, month.end, "date", month.year, month.month, month.day)
    return Expression(at - 1 if qualifier else at, end, "weekday", day=WEEKDAYS[word], qualifier=qualifier)


def _read_month(tokens: Sequence[Token], at: int) -> Expression | None:
    month = MONTHS[_lower(tokens, at)]
    day = _day_number(_lower(tokens, at + 1))
    if day:
        year, end = _year_after(tokens, at + 2)
        first = _date(at, end, year, month, day)
        if _lower(tokens, at + 2) in {"-", "–", "to", "and", "through"} and _day_number(_lower(tokens, at + 3)):
            year, end = _year_after(tokens, at + 4)
            is_between = _lower(tokens, at - 1) in {"between", "from"} or _lower(tokens, at + 2) != "and"
            if is_between and _lower(tokens, at + 4) not in {"people", "soldiers", "troops"}:
                last = Expression(at + 3, end, "date", year, month, _day_number(_lower(tokens, at + 3)))
                return Expression(at, end, "range", year, month, day, until=last)
        return _since(tokens, first)
    before = _lower(tokens, at - 1)
    year, end = _year_after(tokens, at + 1)
    if year or before in _BEFORE_MONTH or _lower(tokens, at + 1) == "'s":
        qualifier = before if before in {"last", "next", "this"} else ""
        return _since(tokens, Expression(at - 1 if qualifier else at, end, "date", year, month, qualifier=qualifier))
    return None


def _date(start: int, end: int, year: int, month: int, day: int) -> Expression | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Expression(start, end, "date", year, month, day)


def _third(tokens: Sequence[Token], start: int, at: int, part: str, word: str = "") -> Expression | None:
    """A third of the month that stands at the token: "late March", "the end of March 2024"."""
    month = MONTHS.get(word or _lower(tokens, at), 0)
    if not month or not (word or _is_month(tokens, at)) or _day_number(_lower(tokens, at + 1)):
        return None
    year, end = _year_after(tokens, at + 1)
    return Expression(start, end, "third", year, month, qualifier=part)


def _read_part(tokens: Sequence[Token], at: int) -> Expression | None:
    """Early March, mid March, the end of March."""
    word = _lower(tokens, at)
    if word in _ENDS:
        return _third(tokens, at, at + 2, _ENDS[word]) if _lower(tokens, at + 1) == "of" else None
    return _third(tokens, at, at + 1, word)


def _read_since(tokens: Sequence[Token], at: int) -> Expression | None:
    """Since Friday, since yesterday, since last week; dates say so themselves."""
    first = _read(tokens, at + 1) if _lower(tokens, at + 1) != "since" else None
    if first is None or first.start != at + 1 or first.shape not in {"weekday", "offset", "period", "third"}:
        return None
    return Expression(at, first.end, "since", until=first)


def _read_weekend(tokens: Sequence[Token], at: int) -> Expression:
    before = _lower(tokens, at - 1)
    offset = {"next": 1, "coming": 1, "this": 0}.get(before, -1)
    return Expression(at, at + 1, "weekend", offset=offset)


def _stretch(tokens: Sequence[Token], start: int, at: int) -> Expression | None:
    """So many units up to now, from the count on: "past 24 hours", "last three days"; "past week" without one."""
    word = _lower(tokens, at)
    count = _count(word)
    unit = _lower(tokens, at + 1) if count else word
    is_plural = unit.endswith("s") or bool(count)
    if unit not in _UNITS or not (is_plural or _lower(tokens, start) == "past"):
        return None
    if not count and is_plural:
        return Expression(start, at + 1, "unknown")
    return Expression(start, at + 1 + bool(count), "stretch", offset=-(count or 1), unit=unit.rstrip("s"))


def _count(word: str) -> int:
    if word in {"a", "an", "one"}:
        return 1
    return int(word) if word.isascii() and word.isdigit() and len(word) < 4 else NUMBER_VALUES.get(word, 0)


def _since(tokens: Sequence[Token], expression: Expression | None) -> Expression | None:
    if expression is None or _lower(tokens, expression.start - 1) != "since":
        return expression
    return Expression(expression.start - 1, expression.end, "since", expression.year, expression.month, expression.day)


def _day_number(word: str) -> int:
    digits = word[:-2] if word.endswith(("st", "nd", "rd", "th")) else word
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31 else 0


def _is_month(tokens: Sequence[Token], at: int) -> bool:
    return _lower(tokens, at) in MONTHS and tokens[at].text[0].isupper()


def _year_after(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The year that follows, with or without a comma, and where the expression then ends."""
    step = 1 if _lower(tokens, at) in {",", "of"} else 0
    word = _lower(tokens, at + step)
    if len(word) == 4 and word.isascii() and word.isdigit() and 1900 <= int(word) <= 2100:
        return int(word), at + step + 1
    return 0, at


def _read_day_word(tokens: Sequence[Token], at: int) -> Expression:
    offset = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}[_lower(tokens, at)]
    end = at + 2 if _lower(tokens, at + 1) in _DAY_PARTS else at + 1
    return Expression(at, end, "offset", offset=offset)


def _read_period(tokens: Sequence[Token], at: int) -> Expression | None:
    """Last week, next month, this year, last night, earlier this week."""
    word, unit = _lower(tokens, at), _lower(tokens, at + 1)
    stretch = _stretch(tokens, at, at + 1) if word in {"last", "past"} else None
    if stretch is not None:
        return stretch
    if unit == "weekend":
        return replace(_read_weekend(tokens, at + 1), start=at)
    step = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0}[word]
    if unit in {"week", "month", "year"}:
        start = at - 1 if _lower(tokens, at - 1) in {"earlier", "later", "late", "early"} else at
        return Expression(start, at + 2, "period", offset=step, unit=unit)
    if unit in _DAY_PARTS:
        return Expression(at, at + 2, "offset", offset=step if unit == "night" or step else 0)
    return None


def _read_relative(tokens: Sequence[Token], at: int) -> Expression | None:
    """The previous day, the next day, the same day, the following day; the day before yesterday; the night of a day."""
    words = [_lower(tokens, at + step) for step in range(3)]
    if words[1:] == ["day", "before"] and _lower(tokens, at + 3) == "yesterday":
        return Expression(at, at + 4, "offset", offset=-2)
    if words[1:] == ["day", "after"] and _lower(tokens, at + 3) == "tomorrow":
        return Expression(at, at + 4, "offset", offset=2)
    if words[1:] == ["night", "of"]:
        day = _read(tokens, at + 3)
        is_day = day is not None and day.shape in {"weekday", "date"} and day.start == at + 3
        return Expression(at, day.end, "overnight", until=day, qualifier="of") if day and is_day else None
    step = {"previous": -1, "next": 1, "following": 1, "same": 0}.get(words[1])
    if step is None or words[2] != "day":
        return None
    return Expression(at, at + 3, "relative", offset=step)


def _read_overnight(tokens: Sequence[Token], at: int) -> Expression:
    link = _lower(tokens, at + 1)
    if link in {"into", "to", "from", "on"}:
        day = _read(tokens, at + 2)
        if day is not None and day.shape in {"weekday", "date"}:
            return Expression(at, day.end, "overnight", until=day)
    return Expression(at, at + 1, "overnight")


def _read_ago(tokens: Sequence[Token], at: int) -> Expression | None:
    """Three days ago, a week ago, years ago, two days earlier."""
    word = _lower(tokens, at)
    if word in _UNITS and _lower(tokens, at + 1) == "ago":
        return Expression(at, at + 2, "unknown")
    unit = _lower(tokens, at + 1)
    count = _count(word)
    link = _lower(tokens, at + 2)
    if not count or unit not in _UNITS or link not in {"ago", "earlier", "later", "before"}:
        return None
    if link == "ago":
        return Expression(at, at + 3, "ago", offset=-count, unit=unit.rstrip("s"))
    is_day = unit in {"day", "days"}
    return Expression(at, at + 3, "relative" if is_day else "unknown", offset=count if link == "later" else -count)


_READERS = {
    **dict.fromkeys(("today", "tonight", "yesterday", "tomorrow"), _read_day_word),
    **dict.fromkeys(("last", "next", "this", "past", "coming"), _read_period),
    "the": _read_relative,
    "overnight": _read_overnight,
    "since": _read_since,
    "weekend": _read_weekend,
    **dict.fromkeys(("early", "mid", "late", *_ENDS), _read_part),
}
_FIRST_WORDS = frozenset({*WEEKDAYS, *MONTHS, *_READERS, *_UNITS, *_COUNTS})


def _as_range(tokens: Sequence[Token], first: Expression) -> Expression:
    """Two dates that a link joins into one stretch: "from March 10 to April 2", "between Monday and Wednesday"."""
    if first.shape not in {"date", "weekday"} or first.until is not None:
        return first
    link = _lower(tokens, first.end)
    before = _lower(tokens, first.start - 1)
    if not (link in _RANGE_LINKS or (link == "and" and before == "between")):
        return first
    if link in {"to", "until", "till", "through"} and before not in {"from", "between"} and not first.day:
        return first
    second = _read(tokens, first.end + 1)
    if second is None or second.shape != first.shape or (link in "—–" and second.shape == "weekday"):
        return first
    return Expression(
        first.start, second.end, "range" if first.shape == "date" else "weekdays", first.year or second.year,
        first.month,
        first.day, until=second,
    )  # fmt: skip
