"""Every way of telling a time that reports use, in three languages, with the interval it was meant to give.

The table was written before any of it was run. Publication is Thursday, 10 April 2025. Bounds are inclusive days.
"""

from __future__ import annotations

from datetime import date

import pytest
from language_samples import PUBLISHED, document, read

from trucewatch.language import analyse
from trucewatch.situation import Situation
from trucewatch.values import Precision, When

_BARE = Situation("bare", "Nothing known", parties=())

ENGLISH = [
    ("Drones came overnight.", "2025-04-09", "2025-04-10", Precision.DAY),
    ("Drones came overnight on Tuesday.", "2025-04-07", "2025-04-08", Precision.DAY),
    ("Shells fell on Tuesday.", "2025-04-08", "2025-04-08", Precision.DAY),
    ("Shells fell on Tuesday evening.", "2025-04-08", "2025-04-08", Precision.DAY),
    ("Shells fell early on Tuesday.", "2025-04-08", "2025-04-08", Precision.DAY),
    ("Shells fell last Sunday.", "2025-04-06", "2025-04-06", Precision.DAY),
    ("Shells fell this morning.", "2025-04-10", "2025-04-10", Precision.DAY),
    ("Shells fell yesterday evening.", "2025-04-09", "2025-04-09", Precision.DAY),
    ("Shells fell the day before yesterday.", "2025-04-08", "2025-04-08", Precision.DAY),
    ("Shells fell in the past 24 hours.", "2025-04-09", "2025-04-10", Precision.DAY),
    ("Shells fell over the last 48 hours.", "2025-04-08", "2025-04-10", Precision.DAY),
    ("Shells fell in the last three days.", "2025-04-07", "2025-04-10", Precision.DAY),
    ("Shells fell during the past two weeks.", "2025-03-27", "2025-04-10", Precision.DAY),
    ("Shells fell over the past month.", "2025-03-10", "2025-04-10", Precision.DAY),
    ("Shells fell two days ago.", "2025-04-08", "2025-04-08", Precision.DAY),
    ("Shells fell two weeks ago.", "2025-03-24", "2025-03-30", Precision.WEEK),
    ("Shells fell a month ago.", "2025-03-01", "2025-03-31", Precision.MONTH),
    ("Shells fell three years ago.", "2022-01-01", "2022-12-31", Precision.YEAR),
    ("Shells have fallen since Friday.", "2025-04-04", "2025-04-10", Precision.DAY),
    ("Shells have fallen since yesterday.", "2025-04-09", "2025-04-10", Precision.DAY),
    ("Shells have fallen since March 18.", "2025-03-18", "2025-04-10", Precision.DAY),
    ("Shells have fallen since January.", "2025-01-01", "2025-04-10", Precision.MONTH),
    ("Shells have fallen since 2014.", "2014-01-01", "2025-04-10", Precision.YEAR),
    ("Shells fell last month.", "2025-03-01", "2025-03-31", Precision.MONTH),
    ("Shells fell last week.", "2025-03-31", "2025-04-06", Precision.WEEK),
    ("Shells fell last weekend.", "2025-04-05", "2025-04-06", Precision.DAY),
    ("Shells fell over the weekend.", "2025-04-05", "2025-04-06", Precision.DAY),
    ("Shells fell in early March.", "2025-03-01", "2025-03-10", Precision.DAY),
    ("Shells fell in mid-March.", "2025-03-11", "2025-03-20", Precision.DAY),
    ("Shells fell in late March.", "2025-03-21", "2025-03-31", Precision.DAY),
    ("Shells fell at the end of March.", "2025-03-21", "2025-03-31", Precision.DAY),
    ("The troops left by the end of March.", "2025-03-21", "2025-03-31", Precision.DAY),
    ("Shells fell at the beginning of April.", "2025-04-01", "2025-04-10", Precision.DAY),
    ("Shells fell in the middle of February 2024.", "2024-02-11", "2024-02-20", Precision.DAY),
    ("Shells fell from 13:00 to 15:40 on 6 April.", "2025-04-06", "2025-04-06", Precision.DAY),
    ("Shells fell at 23:30 UTC on 8 April.", "2025-04-08", "2025-04-08", Precision.DAY),
    ("Shells fell at 01:00 EEST on 9 April 2025.", "2025-04-09", "2025-04-09", Precision.DAY),
    ("Shells fell between 2 and 5 April.", "2025-04-02", "2025-04-05", Precision.DAY),
    ("Shells fell on the night of 8 April.", "2025-04-08", "2025-04-09", Precision.DAY),
    ("Shells fell on the night of April 8-9.", "2025-04-08", "2025-04-09", Precision.DAY),
    ("The talks will resume next week.", "2025-04-14", "2025-04-20", Precision.WEEK),
    ("The talks will resume on Monday.", "2025-04-14", "2025-04-14", Precision.DAY),
    ("The truce took effect on 27 July 2020.", "2020-07-27", "2020-07-27", Precision.DAY),
    ("The town fell in February 2015.", "2015-02-01", "2015-02-28", Precision.MONTH),
    ("The town fell in 2014.", "2014-01-01", "2014-12-31", Precision.YEAR),
]
RUSSIAN = [
    ("Обстрел был в ночь на вторник.", "2025-04-07", "2025-04-08", Precision.DAY),
    ("Обстрел начался ночью.", "2025-04-09", "2025-04-10", Precision.DAY),
    ("Обстрел был во вторник.", "2025-04-08", "2025-04-08", Precision.DAY),
    ("Обстрел был в прошлый понедельник.", "2025-04-07", "2025-04-07", Precision.DAY),
    ("Обстрел был вчера вечером.", "2025-04-09", "2025-04-09", Precision.DAY),
    ("Обстрел был позавчера.", "2025-04-08", "2025-04-08", Precision.DAY),
    ("Обстрел был сегодня утром.", "2025-04-10", "2025-04-10", Precision.DAY),
    ("За последние сутки погибли двое.", "2025-04-09", "2025-04-10", Precision.DAY),
    ("За последние 24 часа погибли двое.", "2025-04-09", "2025-04-10", Precision.DAY),
    ("За последние три дня погибли двое.", "2025-04-07", "2025-04-10", Precision.DAY),
    ("За последние две недели погибли двое.", "2025-03-27", "2025-04-10", Precision.DAY),
    ("Обстрел был два дня назад.", "2025-04-08", "2025-04-08", Precision.DAY),
    ("Обстрел был две недели назад.", "2025-03-24", "2025-03-30", Precision.WEEK),
    ("Обстрел был месяц назад.", "2025-03-01", "2025-03-31", Precision.MONTH),
    ("Обстрелы идут с пятницы.", "2025-04-04", "2025-04-10", Precision.DAY),
    ("Обстрелы идут с 18 марта.", "2025-03-18", "2025-04-10", Precision.DAY),
    ("Обстрел был на прошлой неделе.", "2025-03-31", "2025-04-06", Precision.WEEK),
    ("Обстрел был в прошлом месяце.", "2025-03-01", "2025-03-31", Precision.MONTH),
    ("Обстрел был в начале марта.", "2025-03-01", "2025-03-10", Precision.DAY),
    ("Обстрел был в середине марта.", "2025-03-11", "2025-03-20", Precision.DAY),
    ("Обстрел был в конце марта.", "2025-03-21", "2025-03-31", Precision.DAY),
    ("Войска вывели к концу марта.", "2025-03-21", "2025-03-31", Precision.DAY),
    ("Обстрел был с 13:00 до 15:40 6 апреля.", "2025-04-06", "2025-04-06", Precision.DAY),
    ("Обстрел был в ночь на 9 апреля.", "2025-04-08", "2025-04-09", Precision.DAY),
    ("Обстрел был 2–5 апреля.", "2025-04-02", "2025-04-05", Precision.DAY),
    ("Обстрел был в минувшие выходные.", "2025-04-05", "2025-04-06", Precision.DAY),
    ("Город взяли в феврале 2015 года.", "2015-02-01", "2015-02-28", Precision.MONTH),
]
UKRAINIAN = [
    ("Обстріл був у ніч на вівторок.", "2025-04-07", "2025-04-08", Precision.DAY),
    ("Обстріл почався вночі.", "2025-04-09", "2025-04-10", Precision.DAY),
    ("Обстріл був у вівторок.", "2025-04-08", "2025-04-08", Precision.DAY),
    ("Обстріл був учора ввечері.", "2025-04-09", "2025-04-09", Precision.DAY),
    ("Обстріл був позавчора.", "2025-04-08", "2025-04-08", Precision.DAY),
    ("За минулу добу загинули двоє.", "2025-04-09", "2025-04-10", Precision.DAY),
    ("За останні 24 години загинули двоє.", "2025-04-09", "2025-04-10", Precision.DAY),
    ("За останні три дні загинули двоє.", "2025-04-07", "2025-04-10", Precision.DAY),
    ("Протягом останніх двох тижнів загинули двоє.", "2025-03-27", "2025-04-10", Precision.DAY),
    ("Обстріл був два дні тому.", "2025-04-08", "2025-04-08", Precision.DAY),
    ("Обстріл був два тижні тому.", "2025-03-24", "2025-03-30", Precision.WEEK),
    ("Обстріл був місяць тому.", "2025-03-01", "2025-03-31", Precision.MONTH),
    ("Обстріли тривають з п’ятниці.", "2025-04-04", "2025-04-10", Precision.DAY),
    ("Обстріли тривають із 18 березня.", "2025-03-18", "2025-04-10", Precision.DAY),
    ("Обстріл був минулого тижня.", "2025-03-31", "2025-04-06", Precision.WEEK),
    ("Обстріл був минулого місяця.", "2025-03-01", "2025-03-31", Precision.MONTH),
    ("Обстріл був на початку березня.", "2025-03-01", "2025-03-10", Precision.DAY),
    ("Обстріл був у середині березня.", "2025-03-11", "2025-03-20", Precision.DAY),
    ("Обстріл був наприкінці березня.", "2025-03-21", "2025-03-31", Precision.DAY),
    ("Війська вивели до кінця березня.", "2025-03-21", "2025-03-31", Precision.DAY),
    ("Обстріл був з 13:00 до 15:40 6 квітня.", "2025-04-06", "2025-04-06", Precision.DAY),
    ("Обстріл був у ніч на 9 квітня.", "2025-04-08", "2025-04-09", Precision.DAY),
    ("Обстріл був 2–5 квітня.", "2025-04-02", "2025-04-05", Precision.DAY),
    ("Обстріл був минулих вихідних.", "2025-04-05", "2025-04-06", Precision.DAY),
    ("Місто взяли в лютому 2015 року.", "2015-02-01", "2015-02-28", Precision.MONTH),
]
ROWS = [
    *(("en", *row) for row in ENGLISH),
    *(("ru", *row) for row in RUSSIAN),
    *(("uk", *row) for row in UKRAINIAN),
]


def times_of(text: str, language: str, published: When | None = PUBLISHED) -> tuple[When, ...]:
    """The times of a text in a language."""
    if language == "en":
        return read(text, published).times
    return analyse(document(text, published, language), _BARE).times


@pytest.mark.parametrize(("language", "text", "earliest", "latest", "precision"), ROWS)
def test_expressions_give_their_interval(
    language: str, text: str, earliest: str, latest: str, precision: Precision
) -> None:
    """One expression, one interval, with the precision that the words have."""
    (when,) = times_of(text, language)
    assert (when.earliest, when.latest) == (date.fromisoformat(earliest), date.fromisoformat(latest))
    assert when.precision is precision


@pytest.mark.parametrize(("language", "text", "earliest", "latest", "precision"), ROWS)
def test_without_publication_only_what_is_stated_is_resolved(
    language: str, text: str, earliest: str, latest: str, precision: Precision
) -> None:
    """Without a day of publication an expression is open, or as it stands where it states its year."""
    del precision
    for when in times_of(text, language, None):
        if when.is_resolved:
            assert earliest[:4] in text
            assert (str(when.earliest), str(when.latest)) == (earliest, latest)
