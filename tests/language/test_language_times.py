"""Times."""

from __future__ import annotations

import pytest
from language_samples import timed

from trucewatch.values import Precision


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It fell on March 13, 2024.", "March 13, 2024", "2024-03-13"),
        ("It fell on 13 March 2024.", "13 March 2024", "2024-03-13"),
        ("It fell on the 13th of March 2024.", "13th of March 2024", "2024-03-13"),
        ("It fell on 2024-03-13.", "2024-03-13", "2024-03-13"),
        ("It fell on 13.03.2024.", "13.03.2024", "2024-03-13"),
        ("It fell on 13/03/2024.", "13/03/2024", "2024-03-13"),
        ("It fell on Wednesday, March 13, 2024.", "Wednesday, March 13, 2024", "2024-03-13"),
        ("It fell in 2014.", "2014", "2014"),
        ("Police are looking into Tuesday's attack.", "Tuesday", "2025-04-08"),
        ("They meet next term starting in August.", "August", "2025-08"),
        ("It ran from May to July 2014.", "May to July 2014", "2014-05/2014-07"),
        ("It ran from November to January.", "November to January", "2024-11/2025-01"),
        ("It ran from November 2013 to February.", "November 2013 to February", "2013-11/2014-02"),
        ("It fell in March 2024.", "March 2024", "2024-03"),
        ("It fell on Feb. 26.", "Feb. 26", "2025-02-26"),
        ("It fell on Dec. 20.", "Dec. 20", "2024-12-20"),
        ("It will fall on Dec. 20.", "Dec. 20", "2025-12-20"),
        ("Troops left on Monday.", "Monday", "2025-04-07"),
        ("Troops left on Thursday.", "Thursday", "2025-04-10"),
        ("Troops left last Thursday.", "last Thursday", "2025-04-03"),
        ("Ministers will meet on Monday.", "Monday", "2025-04-14"),
        ("Ministers are meeting on Friday.", "Friday", "2025-04-11"),
        ("They are due to meet on Friday.", "Friday", "2025-04-11"),
        ("She will not attend Friday’s meeting.", "Friday", "2025-04-11"),
        ("They agreed to a truce starting on April 20.", "April 20", "2025-04-20"),
        ("He failed to appear on Friday.", "Friday", "2025-04-04"),
        ("They meet next Tuesday.", "next Tuesday", "2025-04-15"),
        ("Shells fell yesterday.", "yesterday", "2025-04-09"),
        ("Shells fell last night.", "last night", "2025-04-09"),
        ("Talks resume tomorrow.", "tomorrow", "2025-04-11"),
        ("Shells fell on Tuesday night.", "Tuesday night", "2025-04-08"),
        ("He came last week.", "last week", "2025-03-31/2025-04-06"),
        ("He came earlier this week.", "earlier this week", "2025-04-07/2025-04-13"),
        ("He came last month.", "last month", "2025-03"),
        ("He comes next month.", "next month", "2025-05"),
        ("He came last year.", "last year", "2024"),
        ("He came three days ago.", "three days ago", "2025-04-07"),
        ("He came two years ago.", "two years ago", "2023"),
        ("It held from March 10 to March 14.", "March 10 to March 14", "2025-03-10/2025-03-14"),
        ("It held between 10 and 14 March.", "10 and 14 March", "2025-03-10/2025-03-14"),
        ("It held March 10-14.", "March 10-14", "2025-03-10/2025-03-14"),
        ("It has held since March 25.", "since March 25", "2025-03-25/.."),
        ("Drones came overnight into Friday.", "overnight into Friday", "2025-04-03/2025-04-04"),
        ("Drones came overnight.", "overnight", "2025-04-09/2025-04-10"),
    ],
)
def test_times_are_resolved_from_publication(text: str, words: str, edtf: str) -> None:
    """With a publication day (Thursday 10 April 2025), each expression has its span and its days."""
    (when,) = timed(text)
    assert when.span is not None
    assert (when.words, when.span.of(text), when.edtf) == (words, words, edtf)
    assert when.is_resolved


@pytest.mark.parametrize(
    ("text", "edtf", "precision"),
    [
        ("It fell on March 13.", "XXXX-03-13", Precision.DAY),
        ("It fell in March.", "XXXX-03", Precision.MONTH),
        ("It fell on Thursday.", "", Precision.DAY),
        ("It fell last week.", "", Precision.WEEK),
        ("It fell last month.", "", Precision.MONTH),
        ("It fell yesterday.", "", Precision.DAY),
        ("It fell overnight.", "", Precision.DAY),
        ("It fell years ago.", "", Precision.UNKNOWN),
    ],
)
def test_without_publication_nothing_is_guessed(text: str, edtf: str, precision: Precision) -> None:
    """What hangs on the day of publication stays open, with its precision."""
    (when,) = timed(text, None)
    assert (when.edtf, when.precision, when.is_resolved) == (edtf, precision, False)


def test_a_full_date_dates_the_same_day_elsewhere() -> None:
    """A year that a caption states holds for the same month and day in the story."""
    caption, story = timed("A house on March 13, 2024.\nIt was hit on March 13.", None)
    assert caption.edtf == story.edtf == "2024-03-13"


def test_two_stated_years_date_nothing_else() -> None:
    """Where the document states two years for a day, the bare day stays open."""
    assert timed("March 13, 2023 and March 13, 2024.\nIt was on March 13.", None)[-1].edtf == "XXXX-03-13"


def test_the_previous_day_counts_from_the_last_day_named() -> None:
    """A relative day leans on the document's own last day."""
    assert timed("It fell on March 13, 2024. The previous day was calm.")[-1].edtf == "2024-03-12"


@pytest.mark.parametrize("text", ["They may march.", "In August company he sat.", "At 10:30 he sat.", "2,025 shells."])
def test_other_words_are_no_times(text: str) -> None:
    """Verbs like months, clock times and counts are left alone."""
    assert all(when.words == "August" for when in timed(text))


@pytest.mark.parametrize(
    "text", ["February 30", "on 99/99/2024", "31 February 2024", "0000-00-00", "9999-12-31 Monday"]
)
def test_impossible_dates_are_not_resolved(text: str) -> None:
    """A day that no calendar has stays unresolved, and raises nothing."""
    assert not any(
        when.is_resolved and when.precision is Precision.DAY and "Mon" not in when.words for when in timed(text)
    )
