"""Puts single values into words: times, places, amounts, people, harm.

Decides phrasing alone. Doubt is said in the phrase: an unresolved date, an ambiguous place and an open range each
say so. Never rounds, never chooses among candidates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from trucewatch.events.model import Harm
from trucewatch.gazetteer import PREFIX, find_toponym
from trucewatch.incidents import MONTHS, date_words
from trucewatch.publish.shown import one_line
from trucewatch.values import Amount, Nearness, When, Where, Who

_METRES_PER_KM = 1000


def period_words(start: date | None, end: date | None) -> str:
    """``10–16 March 2025``; open ends say so."""
    if start is None and end is None:
        return "whole record"
    if start is None or end is None:
        return f"up to {date_words(end)}" if end else f"from {date_words(start)}" if start else ""
    if start == end:
        return date_words(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{date_words(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} – {date_words(end)}"
    return f"{date_words(start)} – {date_words(end)}"


def when_words(when: When | None) -> str:
    """A time as far as it is known."""
    if when is None:
        return "date not stated"
    if when.earliest is not None and when.latest is not None:
        return period_words(when.earliest, when.latest)
    words = f"“{one_line(when.words, 60)}”" if when.words else when.edtf
    return f"{words} (not resolved to a date)" if words else "date not resolved"


def number_words(number: int) -> str:
    """Digits in groups of three."""
    return f"{number:,}"


def amount_words(amount: Amount | None) -> str:
    """A range in words: ``up to 30,000 troops``, ``at least 4``, ``about 2–5``."""
    if amount is None:
        return "amount not stated"
    low, high = amount.low, amount.high
    if low is None and high is None:
        return f"“{one_line(amount.words, 60)}”" if amount.words else "amount not stated"
    if low is None:
        text = f"up to {number_words(high or 0)}"
    elif high is None:
        text = f"at least {number_words(low)}"
    else:
        text = number_words(low) if low == high else f"{number_words(low)}–{number_words(high)}"
    about = "about " if amount.is_approximate else ""
    return f"{about}{text} {one_line(amount.unit, 40)}".rstrip()


def distance_words(metres: int) -> str:
    """``800 m``, ``5 km``."""
    if metres < _METRES_PER_KM:
        return f"{metres} m"
    kilometres, rest = divmod(metres, _METRES_PER_KM)
    return f"{kilometres} km" if kilometres >= 10 or not rest else f"{kilometres}.{rest // 100} km"


def where_words(where: Where | None, places: Mapping[str, str]) -> str:
    """A place as far as it is known; ``places`` gives names for candidate ids."""
    if where is None:
        return "place not stated"
    name = one_line(where.name, 80)
    if where.candidates:
        choices = " or ".join(one_line(places.get(place) or _place_words(place), 60) for place in where.candidates)
        return f"“{name}” (could be {choices}; not located)"
    before = {Nearness.AT: "", Nearness.NEAR: "near ", Nearness.WITHIN: "within "}[where.nearness]
    if where.radius_m is None or not where.is_located:
        return f"{before}{name} (not located)"
    return f"{before}{name} (area of {distance_words(where.radius_m)} radius)"


def _place_words(identifier: str) -> str:
    """A place of the gazetteer with its region and state, which tell it from others of its name."""
    toponym = find_toponym(identifier)
    if toponym is None:
        return identifier
    region = find_toponym(f"{PREFIX}{toponym.region}")
    parents = [region.name] if region is not None and region.id != toponym.id else []
    return ", ".join((toponym.name, *parents, toponym.state))


def who_words(who: Who | None, otherwise: str = "not attributed") -> str:
    """A name with its office; candidates where it could not be resolved."""
    if who is None:
        return otherwise
    name = one_line(who.name, 120)
    if who.candidates:
        return f"“{name}” (could be {' or '.join(one_line(each, 80) for each in who.candidates)})"
    return f"{name} ({one_line(who.office, 120)})" if who.office else name


def list_words(items: Iterable[str], otherwise: str = "") -> str:
    """``a, b and c``."""
    words = list(items)
    if not words:
        return otherwise
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def people_words(people: Iterable[Who], otherwise: str = "") -> str:
    """Several names as one phrase."""
    return list_words([who_words(each) for each in people], otherwise)


def harm_words(harm: Harm) -> str:
    """``4 prisoners of war killed``."""
    who, kind = one_line(harm.who, 60), one_line(harm.kind, 40)
    if harm.amount.low is None and harm.amount.high is None:
        return f"{who or one_line(harm.amount.words, 60)} {kind} (number not stated)".lstrip()
    amount = amount_words(replace(harm.amount, unit="") if who else harm.amount)  # "5 people civilians" says it twice
    return f"{amount} {who} {kind}" if who else f"{amount} {kind}"


def count_words(number: int, one: str, many: str = "") -> str:
    """``1 report``, ``12 reports``."""
    return f"{number_words(number)} {one if number == 1 else many or one + 's'}"
