"""Times, places, numbers and names in the words of a title.

Decides phrasing alone: which article, which preposition, how much of a date is said twice. Never chooses among values.
"""

from __future__ import annotations

from datetime import date

from trucewatch.incidents.places import AREAS
from trucewatch.incidents.times import bounds
from trucewatch.values import Kind, Nearness, When, Where, Who

#: Bodies that English calls by a common noun: "the Ministry of Defence", "the General Staff".
_OFFICE_WORDS = (
    "administration army authority cabinet command commission committee council court department embassy fleet force "
    "forces government guard house kremlin military ministry mission navy office parliament police prosecutor "
    "secretariat service staff"
)
#: Words that only the beginning of a sentence gives a capital.
_FIRST_WORDS = (
    "a an all both each either local many neither no one other several some the these this those two three four five "
    "six various"
)
_OFFICES, _COMMON_FIRST = frozenset(_OFFICE_WORDS.split()), frozenset(_FIRST_WORDS.split())
_SETTLEMENTS = frozenset({"city", "town", "village"})
_PLURAL = frozenset({"media", "people", "police"})
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def called(who: Who) -> str:
    """How somebody is called within a sentence: ``the General Staff``, ``the state news agency``, ``Dana Sorel``."""
    return called_by_name(who.name, is_body=who.kind is Kind.BODY)


def called_by_name(name: str, *, is_body: bool = False) -> str:
    """``called`` for a bare name. Names in other letters than Latin stay as they are."""
    words = name.split()
    if not words:
        return name
    first, last = words[0].casefold(), words[-1].casefold()
    if first in _COMMON_FIRST and words[0][1:].islower():
        name = first + name[len(words[0]) :]
        return name if first != "local" or _is_plural(last) else f"the {name}"
    is_common = name[0].islower() and name[0].isascii()
    is_office = not {word.casefold() for word in words}.isdisjoint(_OFFICES) and (is_body or len(words) > 1)
    if is_common:
        return name if _is_plural(last) else f"the {name}"
    has_owner = any(word.endswith(("’s", "'s")) for word in words)
    return f"the {name}" if is_office and not has_owner else name


def _is_plural(word: str) -> bool:
    return word.endswith("s") or word in _PLURAL


def capital(words: str) -> str:
    """The words as a sentence or a line of a table begins."""
    return words[:1].upper() + words[1:]


def place_words(where: Where | None, link: str = "in") -> str:
    """``near Ostrel``, ``at the Tarsk power station``, ``in the Lake District``; "" where no place is named."""
    if where is None or not where.name:
        return ""
    last = where.name.split()[-1]
    is_area = last.casefold() in AREAS
    is_facility = last.islower() and not is_area and last not in _SETTLEMENTS
    if where.nearness is Nearness.NEAR:
        link = "near"
    elif is_facility:  # a common noun ends the name of a thing, not of a settlement
        link = "at"
    is_bare = where.name.split()[0].casefold() not in {"the", "a", "an"} and "’s " not in where.name
    return f"{link} the {where.name}" if (is_area or is_facility) and is_bare else f"{link} {where.name}"


def day_words(when: When | None) -> str:
    """``13 March 2025``, ``March 2025``, ``10 to 16 March 2025``; the words as written while it is not resolved."""
    known = bounds(when)
    if when is None or known is None:
        return when.words if when else ""
    first, last = known
    if first == last:
        return date_words(first)
    if (first.month, first.year) == (last.month, last.year):
        if first.day == 1 and (last.toordinal() + 1 == _month_after(first).toordinal()):
            return f"{MONTHS[first.month - 1]} {first.year}"
        return f"{first.day} to {date_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} to {date_words(last)}"
    return f"{date_words(first)} to {date_words(last)}"


def _month_after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def date_words(day: date) -> str:
    """``13 March 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def count_words(low: int | None, high: int | None) -> str:
    """``four``, ``two to four``, ``at least 18``, ``up to 85``; "" where nothing is known."""
    if low is None and high is None:
        return ""
    if low == high and low is not None:
        return _number(low)
    if high is None or (low is not None and high < low):
        return f"at least {_number(low or 0)}"
    return f"up to {_number(high)}" if low is None else f"{_number(low)} to {_number(high)}"


def _number(value: int) -> str:
    return _NUMBERS[value] if 0 <= value < len(_NUMBERS) else f"{value:,}"
