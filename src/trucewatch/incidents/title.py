"""An incident named in plain words: what, of whom, where, when, and who says so where only a side to it does.

Neutral: an allegation is called alleged, a denial is named beside it, what was hit is left out where accounts differ on
it, nobody's word is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from trucewatch.events.model import Stance
from trucewatch.incidents.accounts import accused_key, identity, supports
from trucewatch.incidents.acts import noun_of
from trucewatch.incidents.model import Account
from trucewatch.incidents.naming import called, capital, count_words, day_words, place_words
from trucewatch.incidents.rivalry import differ_on_target
from trucewatch.values import When, Where, Who

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
#: Deeds that are counted one by one, and so take an article.
_COUNTED_WORDS = (
    "abduction agreement attack bombing breach clash demonstration explosion incident protest strike transfer"
)
_COUNTED = frozenset(_COUNTED_WORDS.split())
_LINKS = frozenset({"of", "on", "at", "against"})
_INTERCEPTION = "Disrupted weapons use"
_NAMED = 2  # claimants and deniers named in a title; further ones are in the accounts


def title_of(
    act: str,
    target_class: str,
    accounts: Sequence[Account],
    when: When | None,
    where: Where | None,
    *,
    is_breach: bool = False,
    is_tally: bool = False,
) -> str:
    """The title of an incident with these accounts.

    ``is_breach``: they only say that it breached the truce; ``is_tally``: that somebody did, however often.
    """
    said = [account for account in accounts if supports(account)]
    place = place_words(where, "over" if act == _INTERCEPTION else "in")
    day = day_words(when)
    if is_tally and said:
        return _tally(said) + (f", {day}" if day else "") + _denials(accounts, "claimed", said)
    is_named = place.startswith("at ") and target_class not in _PEOPLE  # the facility's name says what was hit
    is_open = is_named or differ_on_target(accounts)
    deed = _BREACH if is_breach else _deed(act, "" if is_open else target_class, said or list(accounts))
    words = f"{_status(accounts, said, deed)} {place}".strip()
    return capital(words) + (f", {day}" if day else "") + _voices(accounts, said)


def _tally(said: Sequence[Account]) -> str:
    accused = _names(account.actor for account in said)
    return f"Breaches of the truce by {accused}" if accused else "Breaches of the truce"


def _status(accounts: Sequence[Account], said: Sequence[Account], deed: str) -> str:
    if not said:
        is_denied = any(account.stance is Stance.DENIES for account in accounts)
        return f"denied {deed}" if is_denied else f"withdrawn report of {_with_article(deed)}"
    return f"alleged {deed}" if all(account.stance is Stance.ALLEGES for account in said) else deed


def _with_article(deed: str) -> str:
    words = deed.split()
    end = next((number for number, word in enumerate(words) if word in _LINKS), len(words))
    if not end or words[end - 1] not in _COUNTED:
        return deed
    return f"{'an' if deed[0] in 'aeiou' else 'a'} {deed}"


def _deed(act: str, target_class: str, accounts: Sequence[Account]) -> str:
    harm = _harm_words(target_class, accounts)
    if harm and act in _DIRECT:
        return harm
    weapons = [account.weapon for account in accounts if account.weapon]
    weapon = next((each for each in weapons if noun_of(act, each) != noun_of(act)), "".join(weapons[:1]))
    if act == _INTERCEPTION and weapon:
        return f"interception of {weapon.casefold() if weapon.casefold().endswith('s') else _with_article_of(weapon)}"
    noun, link = noun_of(act, weapon)
    noun = f"{noun}s" if weapon.casefold() == f"{noun}s" else noun  # "air strikes": told as several
    target = _TARGETS.get(target_class, "")
    return f"{noun} {link} {target}" if target and link else noun


def _with_article_of(weapon: str) -> str:
    return f"{'an' if weapon[:1].casefold() in 'aeiou' else 'a'} {weapon.casefold()}"


def _harm_words(target_class: str, accounts: Sequence[Account]) -> str:
    """``killing of two to four civilians``: the range over all accounts, never a mean."""
    for kind, noun in _HARM_NOUNS.items():
        harms = [harm for account in accounts for harm in account.harm if harm.kind == kind]
        amounts = [harm.amount for harm in harms if harm.amount.high != 0]
        if not amounts:
            continue
        lows = [amount.low for amount in amounts if amount.low is not None]
        highs = [amount.high for amount in amounts if amount.high is not None]
        high = max(highs) if len(highs) == len(amounts) else None
        whom = target_class if target_class in _PEOPLE else "people"
        count = count_words(min(lows, default=None), high)
        return f"{noun} of {count} {_singular(whom) if count == 'one' else whom}".replace("  ", " ")
    return ""


def _singular(noun: str) -> str:
    return {"civilians": "civilian", "prisoners of war": "prisoner of war", "people": "person"}.get(noun, noun[:-1])


def _voices(accounts: Sequence[Account], said: Sequence[Account]) -> str:
    """Who alleges, where nobody but those who allege says so; who denies; or what the accounts differ on."""
    accusing = [account for account in said if account.actor]
    accused = {accused_key(account.actor) for account in accusing}
    if len(accused) > 1:
        is_mutual = accused <= {accused_key(account.claimant) for account in accusing}
        return " (each side accuses the other)" if is_mutual else " (accounts differ on who did it)"
    if differ_on_target(accounts):
        return " (accounts differ on what was hit)"
    if not said:
        denied = _names(account.claimant for account in accounts if account.stance is Stance.DENIES)
        return f" (by {denied})" if denied else ""
    return _denials(accounts, "according to" if all(a.stance is Stance.ALLEGES for a in said) else "", said)


def _denials(accounts: Sequence[Account], verb: str, said: Sequence[Account]) -> str:
    """`` (according to A, denied by B)``; ``verb`` "" where the reports vouch for it."""
    link = f"{verb} by" if verb == "claimed" else verb
    alleged = _names(account.claimant for account in said) if verb else ""
    denied = _names(account.claimant for account in accounts if account.stance is Stance.DENIES)
    parts = [f"{link} {alleged}" if alleged else "", f"denied by {denied}" if denied else ""]
    voices = ", ".join(part for part in parts if part)
    return f" ({voices})" if voices else ""


def _names(people: Iterable[Who | None]) -> str:
    """The names in the order given, the first few of them."""
    names = {identity(who): called(who) for who in people if who is not None and who.name}
    shown = list(names.values())[:_NAMED]
    more = len(names) - len(shown)
    return " and ".join(shown) + (f" and {more} more" if more else "")
