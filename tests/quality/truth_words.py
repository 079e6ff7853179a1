"""What each figure of the ledger on flight data counts, in words for the page."""

from __future__ import annotations

from quality_words import About

_AIMS = {
    "accuracy": ("items of which the value graded likeliest is so", 972),
    "1 - brier": ("one less the mean square between the likelihood given to that value and what is so", 973),
    "1 - ece": ("one less the calibration error of that likelihood, in ten bins", 975),
    "1 - false corroborated": ("false values that are not called corroborated (digit 1)", 960),
    "corroborated of true": ("true values that are called corroborated", 800),
}
_LAST = "days 4 to 6: "
_DAYS = {"": "days 2 to 6: all that have earlier ones", _LAST: "days 4 to 6: those with three or more before them"}

NOTE = """
38 sources on the flights of six days, with the truth of some 540 items a day (X. L. Dong and others). The code is that
which grades incidents: rivals among values (`grade_rivals`), established copies counted once, every source at letter F
until the ledger has learned its reliability, from earlier days only. Times within ten minutes count as one value, as
those who collected them have it; gates are held against each other by their letters and digits. No figure was fitted;
but that a value has only the heaviest of its rivals against it, and not their sum, was decided with all days in sight
(calibration error .019 and .023 in that trial, accuracy the same), so that no day is kept aside in the strict sense.

On days 2 to 6 (days 4 to 6): without collapsing copies accuracy is .960 (.974), Brier .037 (.022), calibration error
.037 (.024), false values corroborated .050 (.038); with nothing learned .923 (.906), .081 (.078), .104 (.117) and .014
(.003) at recall .51 (.51); with neither .895 (.877). Counting two sources calls .80 (.82) of the false values
corroborated. `python tests/quality/truth_measures.py` prints all of these. A record for each column of the table apart
would do better still (.981, .019, .014, false .022 at recall .938 in a trial); incidents have no such columns, so it
was not built.
"""


def words(name: str) -> About | None:
    """The words for one figure."""
    days = _LAST if name.startswith(_LAST) else ""
    what, aim = _AIMS.get(name.removeprefix(_LAST), ("", 0))
    return About(what, _DAYS[days], aim) if what else None
