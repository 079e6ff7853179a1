"""Date strings that machines and mastheads write, to values that keep their precision.

Decides on ISO 8601 and EDTF, RFC 822, and full dates in English, Russian and Ukrainian ("26 March 2025", "March 26,
2025", "26 марта 2025 г."). The day is the one written, in the writer's own time zone. Never guesses: "03/04/2025" is
two dates and therefore none, and a date without its year stays unresolved.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from trucewatch.values import Precision, Span, When

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января январь янв січня січень січ",
            "february feb февраля февраль февр фев лютого лютий лют",
            "march mar марта март мар березня березень бер",
            "april apr апреля апрель апр квітня квітень квіт",
            "may мая май травня травень трав",
            "june jun июня июнь июн червня червень черв",
            "july jul июля июль июл липня липень лип",
            "august aug августа август авг серпня серпень серп",
            "september sept sep сентября сентябрь сент сен вересня вересень верес",
            "october oct октября октябрь окт жовтня жовтень жовт",
            "november nov ноября ноябрь нояб листопада листопад листоп",
            "december dec декабря декабрь дек грудня грудень груд",
        ),
        start=1,
    )
    for name in names.split()
}
_LONGEST = 80  # characters: no single date needs more
_MONTH = r"(?P<month>[^\W\d_]{3,9})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|-го|-е)?"
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,?\s+)?"
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:[T ]\d\d?:\d\d.{0,30})?\Z")
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{4,6}Z?)?\Z")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?:,?\s+\d\d?:\d\d.{0,30})?\Z")
DAY_FIRST = re.compile(rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}", re.IGNORECASE)
MONTH_FIRST = re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"{_MONTH},?\s+{_YEAR}\Z", re.IGNORECASE)
_NO_YEAR = (
    re.compile(rf"{_MONTH}\s+{_DAY}\Z", re.IGNORECASE),
    re.compile(rf"{_DAY}\s+{_MONTH}\Z", re.IGNORECASE),
)


def parse_edtf(words: str) -> When | None:
    """A day, month, year, or an interval of two of them: ``2025-03-26``, ``2025-03``, ``2025-03-10/2025-03-16``."""
    first, slash, second = words.strip().partition("/")
    start = _iso(first) if len(words) <= _LONGEST else None
    if start is None or not slash:
        return start
    end = _iso(second)
    if end is None or not (start.earliest and end.latest) or end.latest < start.earliest:
        return None
    days = (end.latest - start.earliest).days
    precision = Precision.WEEK if days < 8 else Precision.MONTH if days < 32 else Precision.YEAR
    return When(f"{start.edtf}/{end.edtf}", start.earliest, end.latest, precision, words.strip())


def parse_date(words: str, span: Span | None = None) -> When | None:
    """The date that ``words`` are, whatever of the known ways it is written in; None where they are none."""
    stripped = " ".join(words.split())
    if not stripped or len(stripped) > _LONGEST:
        return None
    found = _iso(stripped) or _numbers(_COMPACT.match(stripped)) or _numbers(_DOTTED.match(stripped))
    for pattern in (DAY_FIRST, MONTH_FIRST, _MONTH_ONLY):
        found = found or _numbers(pattern.match(stripped))
    for pattern in _NO_YEAR:
        found = found or _without_year(pattern.match(stripped))
    return found and When(found.edtf, found.earliest, found.latest, found.precision, words, span)


def _iso(words: str) -> When | None:
    return _numbers(_ISO.match(words.strip()))


def _numbers(match: re.Match[str] | None) -> When | None:
    """The date of a match with groups year, month and day, the last two of which may be missing."""
    if match is None:
        return None
    groups = match.groupdict()
    month = _month(groups.get("month"))
    return None if month is None else make_when(int(groups["year"]), month, int(groups.get("day") or 0))


def _month(words: str | None) -> int | None:
    """1 to 12; 0 where no month is given; None where the words are no month."""
    if not words:
        return 0
    return int(words) if words.isdigit() else _MONTHS.get(words.lower())


def make_when(year: int, month: int = 0, day: int = 0) -> When | None:
    """A day, or a month (``day`` 0), or a year (``month`` 0); None where the calendar has no such date."""
    if not 1 <= year <= 9999 or not 0 <= month <= 12:
        return None
    if not month:
        return When(f"{year:04}", date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
    last = monthrange(year, month)[1]
    if not day:
        return When(f"{year:04}-{month:02}", date(year, month, 1), date(year, month, last), Precision.MONTH)
    return When.on(date(year, month, day)) if 1 <= day <= last else None


def _without_year(match: re.Match[str] | None) -> When | None:
    """A day of an unknown year: kept as EDTF's ``XXXX-03-26``, and not resolved."""
    if match is None:
        return None
    month, day = _month(match["month"]), int(match["day"])
    if not month or make_when(2024, month, day) is None:  # a leap year: 29 February must pass
        return None
    return When(f"XXXX-{month:02}-{day:02}", None, None, Precision.DAY)
