"""Time expressions resolved to days, as far as the document itself allows.

Decides which days an expression means, from the publication date and the tense around it, or that it cannot be told.
There is no "today" here: without a publication date, "Thursday" stays unresolved.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from trucewatch.language.expressions import Expression, find_expressions
from trucewatch.language.model import Token
from trucewatch.language.tense import Tense, is_modal_before, sets_term, tense_around
from trucewatch.values import Precision, Span, When

_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 12, 31)
_UNIT_PRECISION = {"week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}


def find_times(text: str, tokens: Sequence[Token], published: When | None) -> tuple[When, ...]:
    """Every time expression of the text, in order, resolved where ``published`` or a full date allows."""
    return resolve(text, tokens, find_expressions(tokens), published)


def resolve(
    text: str, tokens: Sequence[Token], expressions: Sequence[Expression], published: When | None
) -> tuple[When, ...]:
    """The expressions as days, in any language whose rules read them into the same shapes."""
    reader = _Reader(tokens, published_day(published), _stated_years(expressions))
    found: list[When] = []
    for expression in expressions:
        span = tokens[expression.start].span.to(tokens[expression.end - 1].span)
        found.append(reader.read(expression, span.of(text), span))
    return tuple(found)


def published_day(published: When | None) -> date | None:
    """The day of publication; a month or a year alone is too coarse to count days from."""
    if published is None or published.earliest is None or published.earliest != published.latest:
        return None
    return published.earliest if _EARLIEST < published.earliest < _LATEST else None


def _stated_years(expressions: Sequence[Expression]) -> dict[tuple[int, int], int]:
    """Month and day -> the year that some full date of the document gives them.

    A caption that says "March 13, 2025" dates the "March 13" of the story too; where two years are stated, neither
    does.
    """
    years: dict[tuple[int, int], set[int]] = {}
    for expression in expressions:
        if expression.shape == "date" and expression.year and expression.day:
            years.setdefault((expression.month, expression.day), set()).add(expression.year)
    return {key: min(found) for key, found in years.items() if len(found) == 1}


class _Reader:
    """Resolves expressions in text order; remembers the last day for "the previous day"."""

    def __init__(self, tokens: Sequence[Token], today: date | None, years: Mapping[tuple[int, int], int]) -> None:
        self.tokens = tokens
        self.published = today
        self.years = years
        self.last_day: date | None = None
        self.readers: dict[str, Callable[[Expression, str, Span], When]] = {
            "date": self.calendar_date,
            "since": self.since,
            "range": self.date_range,
            "weekday": self.weekday,
            "weekdays": self.weekday_range,
            "offset": self.offset,
            "period": self.period,
            "ago": self.ago,
            "relative": self.relative,
            "overnight": self.overnight,
            "stretch": self.stretch,
            "third": self.third,
            "weekend": self.weekend,
            "unknown": _unknown,
        }

    def read(self, expression: Expression, words: str, span: Span) -> When:
        when = self.readers[expression.shape](expression, words, span)
        if when.precision is Precision.DAY and when.earliest is not None and when.earliest == when.latest:
            self.last_day = when.earliest
        return when

    def calendar_date(self, expression: Expression, words: str, span: Span) -> When:
        year, month, day = expression.year, expression.month, expression.day
        if not month:
            return When(f"{year:04}", date(year, 1, 1), date(year, 12, 31), Precision.YEAR, words, span)
        if not day:
            return self.month_only(expression, words, span)
        found = self.day_of(expression)
        if found is not None:
            return When.on(found, words, span)
        if year or not _exists(2000, month, day):  # 2000 had a 29 February
            return When("", None, None, Precision.UNKNOWN, words, span)  # "February 30": written, but no day
        return When(f"XXXX-{month:02}-{day:02}", None, None, Precision.DAY, words, span)

    def day_of(self, expression: Expression) -> date | None:
        """The day a month and day mean: the stated year, else the occurrence the tense and publication call for."""
        month, day = expression.month, expression.day
        year = expression.year or self.years.get((month, day), 0)
        if year:
            return date(year, month, day) if _exists(year, month, day) else None
        if self.published is None:
            return None
        about = self.published.year
        near = [date(at, month, day) for at in (about - 1, about, about + 1) if _exists(at, month, day)]
        return self.choose(expression, near)

    def choose(self, expression: Expression, days: Sequence[date]) -> date | None:
        """Of the occurrences around publication, the one the tense allows; where it says nothing, the nearest."""
        today = self.published
        if today is None or not days:
            return None
        tense = tense_around(self.tokens, expression.start, expression.end)
        past = [day for day in days if day <= today]
        future = [day for day in days if day >= today]
        if tense is Tense.PAST and past:
            return max(past)
        if tense is Tense.FUTURE and future:
            return min(future)
        return min(days, key=lambda day: (abs((day - today).days), day))

    def month_only(self, expression: Expression, words: str, span: Span) -> When:
        year, month = expression.year, expression.month
        if not year and self.published is not None:
            about = self.published.year
            firsts = [date(at, month, 1) for at in (about - 1, about, about + 1)]
            here = self.published.replace(day=1)
            if expression.qualifier == "last":
                year = max(day for day in firsts if day < here).year
            elif expression.qualifier == "next":
                year = min(day for day in firsts if day > here).year
            else:
                tense = tense_around(self.tokens, expression.start, expression.end)
                is_term = sets_term(self.tokens, expression.start)
                year = _month_of(firsts, here, tense, is_term=is_term).year
        if not year:
            return When(f"XXXX-{month:02}", None, None, Precision.MONTH, words, span)
        last = date(year, month, monthrange(year, month)[1])
        return When(f"{year:04}-{month:02}", date(year, month, 1), last, Precision.MONTH, words, span)

    def since(self, expression: Expression, words: str, span: Span) -> When:
        """Open to the right; its latest day is the day of publication, the last the report can speak of."""
        inner = expression.until
        first = (
            self.calendar_date(expression, words, span)
            if inner is None
            else self.readers[inner.shape](inner, words, span)
        )
        if first.earliest is None:
            return first
        latest = self.published if self.published is not None and self.published >= first.earliest else None
        start = first.earliest.isoformat() if "/" in first.edtf else first.edtf
        return When(f"{start}/..", first.earliest, latest, first.precision, words, span)

    def date_range(self, expression: Expression, words: str, span: Span) -> When:
        until = expression.until
        if until is None:
            return _unknown(expression, words, span)
        if expression.month and not (expression.day or until.day):
            return self.month_range(expression, until, words, span)
        year = expression.year or until.year
        first = self.day_of(replace(expression, shape="date", year=year, until=None))
        last = self.day_of(replace(until, year=until.year or year))
        return _interval(first, last, words, span)

    def month_range(self, expression: Expression, until: Expression, words: str, span: Span) -> When:
        """From one month to another: "from September to December 2014", "between November and January"."""
        year = until.year or (expression.year and expression.year + (until.month < expression.month))
        last = self.month_only(replace(until, year=year), words, span)
        if last.earliest is None or last.latest is None:
            return When("", None, None, Precision.MONTH, words, span)
        stated = expression.year and expression.year != until.year
        year = expression.year if stated else last.earliest.year - (expression.month > until.month)
        first = date(year, expression.month, 1)
        if first > last.latest:
            return When("", None, None, Precision.MONTH, words, span)
        edtf = f"{first.year:04}-{first.month:02}/{last.latest.year:04}-{last.latest.month:02}"
        return When(edtf, first, last.latest, Precision.MONTH, words, span)

    def weekday(self, expression: Expression, words: str, span: Span) -> When:
        day = self.weekday_day(expression)
        return When("", None, None, Precision.DAY, words, span) if day is None else When.on(day, words, span)

    def weekday_day(self, expression: Expression) -> date | None:
        """The nearest day so called: within the week before publication, or the week after for what is to come."""
        if self.published is None:
            return None
        back = (self.published.weekday() - expression.day) % 7
        if expression.qualifier in {"last", "past"}:
            return self.published - timedelta(days=back or 7)
        ahead = (7 - back) % 7
        if expression.qualifier in {"next", "coming"}:
            return self.published + timedelta(days=ahead or 7)
        tense = tense_around(self.tokens, expression.start, expression.end)
        is_owner = expression.end < len(self.tokens) and self.tokens[expression.end].lower == "'s"
        if is_owner and not is_modal_before(self.tokens, expression.start):
            tense = Tense.PAST  # "are looking into Monday’s attack"
        if expression.qualifier == "this" or tense is Tense.FUTURE:
            return self.published + timedelta(days=ahead)
        return self.published - timedelta(days=back)

    def weekday_range(self, expression: Expression, words: str, span: Span) -> When:
        until = expression.until
        first = self.weekday_day(expression)
        if until is None or first is None:
            return When("", None, None, Precision.DAY, words, span)
        return _interval(first, first + timedelta(days=(until.day - first.weekday()) % 7), words, span)

    def offset(self, expression: Expression, words: str, span: Span) -> When:
        if self.published is None:
            return When("", None, None, Precision.DAY, words, span)
        return When.on(self.published + timedelta(days=expression.offset), words, span)

    def period(self, expression: Expression, words: str, span: Span) -> When:
        precision = _UNIT_PRECISION[expression.unit]
        if self.published is None:
            return When("", None, None, precision, words, span)
        first, last, edtf = _whole_unit(self.published, expression.unit, expression.offset)
        return When(edtf, first, last, precision, words, span)

    def ago(self, expression: Expression, words: str, span: Span) -> When:
        """So many units before publication, only as fine as the unit."""
        today, unit, count = self.published, expression.unit, expression.offset
        precision = _UNIT_PRECISION.get(unit, Precision.DAY)
        if today is None or (unit == "year" and today.year + count < 1900) or abs(count) > 1500:
            return When("", None, None, precision, words, span)
        if unit in {"day", "night"}:
            return When.on(today + timedelta(days=count), words, span)
        if unit == "hour":
            return _interval(today - timedelta(days=-count // 24 + 1), today, words, span)
        first, last, edtf = _whole_unit(today, unit, count)
        return When(edtf, first, last, precision, words, span)

    def relative(self, expression: Expression, words: str, span: Span) -> When:
        """The previous day: counted from the last day the document named."""
        if self.last_day is None:
            return When("", None, None, Precision.DAY, words, span)
        return When.on(self.last_day + timedelta(days=max(-1500, min(1500, expression.offset))), words, span)

    def overnight(self, expression: Expression, words: str, span: Span) -> When:
        """The night before a named day, or before publication."""
        until = expression.until
        day = self.published
        if until is not None:
            day = self.weekday_day(until) if until.shape == "weekday" else self.day_of(until)
        if day is None:
            return When("", None, None, Precision.DAY, words, span)
        if expression.qualifier == "of":
            return _interval(day, day + timedelta(days=1), words, span)
        return _interval(day - timedelta(days=1), day, words, span)

    def stretch(self, expression: Expression, words: str, span: Span) -> When:
        """So many units up to publication: "in the past 24 hours", "over the last two weeks"."""
        today, count, unit = self.published, -expression.offset, expression.unit
        if today is None or count > 1500:
            return When("", None, None, Precision.DAY, words, span)
        if unit in {"month", "year"}:
            months = today.year * 12 + today.month - 1 - count * (12 if unit == "year" else 1)
            year, month = months // 12, months % 12 + 1
            first = date(year, month, min(today.day, monthrange(year, month)[1])) if year >= 1900 else None
        else:
            days = {"hour": (count + 23) // 24, "week": 7 * count}.get(unit, count)
            first = today - timedelta(days=days)
        return _interval(first, today, words, span)

    def third(self, expression: Expression, words: str, span: Span) -> When:
        """The first ten days of a month, the second, or what is left: "late March", "by the end of March"."""
        month = self.month_only(replace(expression, qualifier=""), words, span)
        if month.earliest is None or month.latest is None:
            return month
        first = {"early": 1, "mid": 11}.get(expression.qualifier, 21)
        last = {"early": 10, "mid": 20}.get(expression.qualifier, month.latest.day)
        return _interval(month.earliest.replace(day=first), month.earliest.replace(day=last), words, span)

    def weekend(self, expression: Expression, words: str, span: Span) -> When:
        """The last Saturday and Sunday that are over or have begun, or those to come."""
        if self.published is None:
            return When("", None, None, Precision.DAY, words, span)
        saturday = self.published - timedelta(days=(self.published.weekday() - 5) % 7)
        tense = tense_around(self.tokens, expression.start, expression.end)
        if expression.offset > 0 or (expression.offset == 0 and tense is Tense.FUTURE):
            saturday += timedelta(days=7)
        return _interval(saturday, saturday + timedelta(days=1), words, span)


def _month_of(firsts: Sequence[date], here: date, tense: Tense, *, is_term: bool) -> date:
    """Of a month's occurrences around publication, the one the tense allows; of a term ("until May"), the nearest."""
    if is_term:
        return min(firsts, key=lambda day: (abs((day - here).days), day))
    if tense is Tense.FUTURE:
        return min(day for day in firsts if day >= here)
    return max(day for day in firsts if day <= here)


def _whole_unit(today: date, unit: str, offset: int) -> tuple[date, date, str]:
    """The calendar week, month or year that lies ``offset`` units from today's."""
    if unit == "week":
        first = today - timedelta(days=today.weekday()) + timedelta(days=7 * offset)
        last = first + timedelta(days=6)
        return first, last, f"{first.isoformat()}/{last.isoformat()}"
    if unit == "month":
        months = today.year * 12 + today.month - 1 + offset
        year, month = months // 12, months % 12 + 1
        return date(year, month, 1), date(year, month, monthrange(year, month)[1]), f"{year:04}-{month:02}"
    year = today.year + offset
    return date(year, 1, 1), date(year, 12, 31), f"{year:04}"


def _exists(year: int, month: int, day: int) -> bool:
    return 1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _interval(first: date | None, last: date | None, words: str, span: Span) -> When:
    if first is None or last is None or last < first:
        return When("", None, None, Precision.DAY, words, span)
    if first == last:
        return When.on(first, words, span)
    return When(f"{first.isoformat()}/{last.isoformat()}", first, last, Precision.DAY, words, span)


def _unknown(expression: Expression, words: str, span: Span) -> When:
    """What is said and cannot be told: "years ago"."""
    del expression
    return When("", None, None, Precision.UNKNOWN, words, span)
