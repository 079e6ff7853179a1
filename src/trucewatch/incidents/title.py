"""An incident named in plain words: what, of whom, where, when, and who says so where only a side to it does.

Neutral: an allegation is called alleged, a denial is named beside it, nobody's word is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from trucewatch.events.model import Stance
from trucewatch.incidents.accounts import accused_key, identity, supports
from trucewatch.incidents.acts import noun_of
from trucewatch.incidents.model import Account
from trucewatch.incidents.times import bounds
from trucewatch.values import Nearness, When, Where, Who

_TARGETS: Mapping[str, str] = {
    "energy": "an energy facility",
    "civilians": "civilians",
    "prisoners of war": "prisoners of war",
    "hospital": "a hospital",
    "residential": "homes",
    "port": "a port",
    "shipping": "shipping",
    "transport": "transport",
    "humanitarian": "humanitarian aid",
    "peacekeepers": "peacekeepers",
    "military": "a military target",
    "other infrastructure": "infrastructure",
}
_PEOPLE = frozenset({"civilians", "prisoners of war", "peacekeepers"})
_DIRECT = frozenset({"Attack", "Sexual violence", "Abduction/forced disappearance"})  # harm is the act itself
_HARM_NOUNS: Mapping[str, str] = {"killed": "killing", "captured": "capture", "wounded": "wounding"}
_BREACH = "breach of the truce"  # for what a report only calls that
_AREAS = frozenset({"area", "city", "district", "oblast", "province", "region", "town", "valley", "village"})
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS = (
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
_NAMED = 2  # claimants and deniers named in a title; further ones are in the accounts


def title_of(
    act: str,
    target_class: str,
    accounts: Sequence[Account],
    when: When | None,
    where: Where | None,
    *,
    is_breach: bool = False,
) -> str:
    """The title of an incident with these accounts. ``is_breach``: they only say that it breached the truce."""
    said = [account for account in accounts if supports(account)]
    place = place_words(where)
    is_named = place.startswith("at ") and target_class not in _PEOPLE  # the facility's name says what was hit
    deed = _BREACH if is_breach else _deed(act, "" if is_named else target_class, said or list(accounts))
    words = " ".join(part for part in (_status(accounts, said), deed, place) if part)
    day = day_words(when)
    return words[:1].upper() + words[1:] + (f", {day}" if day else "") + _voices(accounts, said)


def _status(accounts: Sequence[Account], said: Sequence[Account]) -> str:
    if not said:
        return "denied" if any(account.stance is Stance.DENIES for account in accounts) else "withdrawn report of"
    return "alleged" if all(account.stance is Stance.ALLEGES for account in said) else ""


def _deed(act: str, target_class: str, accounts: Sequence[Account]) -> str:
    harm = _harm_words(target_class, accounts)
    if harm and act in _DIRECT:
        return harm
    noun, link = noun_of(act, next((account.weapon for account in accounts if account.weapon), ""))
    target = _TARGETS.get(target_class, "")
    return f"{noun} {link} {target}" if target and link else noun


def _harm_words(target_class: str, accounts: Sequence[Account]) -> str:
    """``killing of two to four civilians``: the range over all accounts, never a mean."""
    for kind, noun in _HARM_NOUNS.items():
        amounts = [harm.amount for account in accounts for harm in account.harm if harm.kind == kind]
        if not amounts:
            continue
        lows = [amount.low for amount in amounts if amount.low is not None]
        highs = [amount.high for amount in amounts if amount.high is not None]
        high = max(highs) if len(highs) == len(amounts) else None
        whom = target_class if target_class in _PEOPLE else "people"
        count = _count_words(min(lows, default=None), high)
        return f"{noun} of {count} {_singular(whom) if count == 'one' else whom}".replace("  ", " ")
    return ""


def _singular(noun: str) -> str:
    return {"civilians": "civilian", "prisoners of war": "prisoner of war", "people": "person"}.get(noun, noun[:-1])


def _count_words(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return ""
    if low == high and low is not None:
        return _number(low)
    if high is None or (low is not None and high < low):
        return f"at least {_number(low or 0)}"
    return f"up to {_number(high)}" if low is None else f"{_number(low)} to {_number(high)}"


def _number(value: int) -> str:
    return _NUMBERS[value] if 0 <= value < len(_NUMBERS) else f"{value:,}"


def place_words(where: Where | None) -> str:
    """``near Ostrel``, ``at Tarsk power station``; "" where no place is named."""
    if where is None or not where.name:
        return ""
    last = where.name.split()[-1]
    is_facility = last.islower() and last not in _AREAS  # a common noun ends the name of a thing, not of a settlement
    link = "near" if where.nearness is Nearness.NEAR else "at" if is_facility else "in"
    return f"{link} {where.name}"


def day_words(when: When | None) -> str:
    """``13 March 2025``, ``March 2025``, ``10 to 16 March 2025``; the words as written while it is not resolved."""
    known = bounds(when)
    if when is None or known is None:
        return when.words if when else ""
    first, last = known
    if first == last:
        return _day(first)
    if (first.month, first.year) == (last.month, last.year):
        if first.day == 1 and (last.toordinal() + 1 == _month_after(first).toordinal()):
            return f"{_MONTHS[first.month - 1]} {first.year}"
        return f"{first.day} to {_day(last)}"
    return f"{_day(first)} to {_day(last)}"


def _month_after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _voices(accounts: Sequence[Account], said: Sequence[Account]) -> str:
    """Who alleges, where nobody but those who allege says so; who denies; or that the sides accuse each other."""
    denied = _names(account.claimant for account in accounts if account.stance is Stance.DENIES)
    only_alleged = bool(said) and all(account.stance is Stance.ALLEGES for account in said)
    if len(accused := {accused_key(account.actor) for account in said if account.actor}) > 1:
        is_mutual = {accused_key(account.claimant) for account in said} == accused
        return " (each side accuses the other)" if is_mutual else " (accounts differ on who did it)"
    alleged = _names(account.claimant for account in said) if only_alleged else ""
    parts = [f"according to {alleged}" if alleged else "", f"denied by {denied}" if denied else ""]
    voices = ", ".join(part for part in parts if part)
    return f" ({voices})" if voices else ""


def _names(people: Iterable[Who | None]) -> str:
    """The names in the order given, the first few of them."""
    names = {identity(who): who.name for who in people if who is not None and who.name}
    shown = list(names.values())[:_NAMED]
    more = len(names) - len(shown)
    return " and ".join(shown) + (f" and {more} more" if more else "")
