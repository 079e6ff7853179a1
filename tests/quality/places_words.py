"""What each figure of places means, in words for the page."""

from __future__ import annotations

from quality_words import About

_HEADLINES = "1,571 texts in Ukrainian and Russian with the place that VIINA gave them, kept aside"
_TOWNS = "547 towns and villages of verified incidents by their English names, kept aside"

PLACES: dict[str, About] = {
    "headlines found": About("its point lies within 25 km of a place, in a named region or by a candidate", _HEADLINES),
    "headlines within 25 km": About("its point lies within 25 km of a place that was located", _HEADLINES),
    "headlines not elsewhere": About("not located only elsewhere", _HEADLINES),
    "towns found": About("the point lies within 25 km of the place located, or of a candidate", _TOWNS),
    "towns within 25 km": About("the point lies within 25 km of the place located", _TOWNS),
    "towns not elsewhere": About("not located only elsewhere", _TOWNS),
    "other news not put here": About(
        "places in news about other countries that the gazetteer did not put into the two states of the situation",
        "100 American articles",
    ),
}
NOTE = """
The situation is bare: two states, no place. All that is located comes from the gazetteer (GeoNames, places of 500
people or more). VIINA's points are a geocoder's, and for a text about a region often that of its capital, so that "in
a named region" is as near as the text says; a text that names several places has one row for each that was geocoded.
Of the towns, two in five are named and not located: of the forty that were looked at, nearly all are villages under 500
people or misspelt, and not in the source; a situation that lists them finds them. Without a gazetteer every figure of
finding is 0.

Of 156 places that it gave in 150 American articles of 86,000 words, with the situation of the demonstration, three are
no place or plainly another, judged by name and state alone ("Latina" twice, a Harlem abroad). Looking names up costs
7 % of the processor time in which such articles are read (120 of them, 28,300 words a second with it, 30,400 without),
where hardly a name is known.

**Times.** 97 expressions in English, Russian and Ukrainian, written down with the interval that each should give before
any was run (`tests/language/test_language_intervals.py`): 61 were right then, all are now. An hour is read over and
its day kept: the program knows no time finer than a day, and no zones.
"""
