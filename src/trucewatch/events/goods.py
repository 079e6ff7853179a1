"""What can be committed: troops, observers, weapons, money, guarantees, assistance, prisoners, territory.

Decides which phrases of a sentence name such goods and how much of them. Own compilation; names nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trucewatch.events.lexicon import word_set
from trucewatch.events.phrases import phrase_ending, phrase_starting
from trucewatch.events.view import Sentence
from trucewatch.language.model import Tag
from trucewatch.values import Amount

TROOPS, WEAPONS, MONEY, GUARANTEES = "troops", "weapons", "money", "security guarantees"
OBSERVERS = "observers"
MILITARY, HUMANITARIAN, PRISONERS = "military assistance", "humanitarian aid", "prisoners"

_GUARANTEES = word_set("guarantee guarantees assurance assurances")
_TROOPS = word_set(
    """troops soldiers peacekeepers personnel contingent contingents battalion battalions brigade brigades advisers
    marines"""
)
_OBSERVERS = word_set("monitors observers inspectors verifiers")
_FORCES = frozenset({"force", "forces"})
_PEACE = word_set(
    """peacekeeping peace-keeping reassurance stabilisation stabilization multinational deterrence monitoring
    protection rapid"""
)
_WEAPONS = word_set(
    """weapons arms ammunition tanks howitzers missiles launchers interceptors jets warplanes helicopters shells
    munitions rifles drones radars batteries weaponry"""
)
_SYSTEMS = frozenset({"systems", "rounds", "vehicles", "boats", "batteries"})
_ARMED_SYSTEMS = word_set(
    "defence defense missile rocket radar weapons artillery ammunition armoured armored patrol anti-aircraft"
)
_HELP = word_set("assistance aid support help package packages supplies")
_HUMANE = word_set("humanitarian food medical relief emergency refugee winter reconstruction")
_ARMED = word_set("military security defence defense lethal weapons arms")
_CAPTIVES = word_set("prisoners pows captives hostages detainees")
_FREEING = word_set(
    """release releases released releasing free frees freed freeing return returned returning hand handed exchange"""
)
_CURRENCY = word_set("usd eur gbp jpy cad aud chf cny rub uah inr dollar dollars euro euros pounds $ € £ ¥")
_MOVED = word_set(
    """deploy deployed deploying deployment send sent sending sends contribute contributing contributed dispatch
    dispatched station stationed outline outlining outlined provide provided providing supply supplied offer
    offered force commit committed pledge pledged promised arrived peacekeeping"""
)
_GIVEN = word_set(
    """send sends sent sending deliver delivered delivering delivery deliveries supply supplied supplying supplies
    provide provided providing donate donated pledge pledged pledges promise promised offer offered transfer
    transferred handed give gave given approve approved announced requested request asked seek sought refused
    suspend suspended halted package contribute contributes contributed contributing lend lent ship shipped"""
)


@dataclass(frozen=True, slots=True)
class Goods:
    """Tokens ``[start, end)`` of a sentence that name something given, and how much."""

    what: str
    start: int
    end: int
    amount: Amount | None


def find_goods(sentence: Sentence) -> Iterator[Goods]:
    """The goods a sentence names, in order, each phrase once."""
    done = -1
    words = sentence.lowers(0, len(sentence.tokens))
    for at, token in enumerate(sentence.tokens):
        if at <= done or token.tag not in {Tag.NOUN, Tag.NAME, Tag.VERB}:
            continue
        what = _what(words, at)
        if what:
            found = _goods(sentence, what, at)
            done = found.end - 1
            yield replace(found, amount=found.amount or _worth(sentence, found.start))
    yield from _sums(sentence, words)


def _what(words: tuple[str, ...], at: int) -> str:
    word, before = words[at], words[max(0, at - 3) : at]
    near = words[max(0, at - 9) : at + 10]
    if word in _GUARANTEES:
        return GUARANTEES if "security" in before else ""
    if word in _TROOPS | _OBSERVERS or (word in _FORCES and _PEACE.intersection(before)):
        sent = OBSERVERS if word in _OBSERVERS else TROOPS
        return sent if _MOVED.intersection(near) else ""
    if word in _WEAPONS or (word in _SYSTEMS and _ARMED_SYSTEMS.intersection(before)):
        return WEAPONS if _GIVEN.intersection(near) else ""
    if word in _HELP:
        return HUMANITARIAN if _HUMANE.intersection(before) else MILITARY if _ARMED.intersection(before) else ""
    if word in _CAPTIVES:
        return PRISONERS if _FREEING.intersection(words[max(0, at - 6) : at]) else ""
    return ""


def _goods(sentence: Sentence, what: str, at: int) -> Goods:
    phrase = phrase_ending(sentence, at)
    start, end = (phrase.start, phrase.end) if phrase is not None else (at, at + 1)
    if (
        what == TROOPS
        and sentence.lowers(end, end + 1) == ("of",)
        and (inner := phrase_starting(sentence, end + 1)) is not None
    ):
        end = inner.end
    elif what == TROOPS and sentence.lowers(end, end + 1) == ("of",):
        end = _past_number(sentence, end + 1)
    return Goods(what, start, end, _amount(sentence, start, end))


def _worth(sentence: Sentence, start: int) -> Amount | None:
    """The sum that goods are worth: "€2bn in arms", "40 million dollars of aid"."""
    if not {"in", "of"}.intersection(sentence.lowers(start - 1, start)):
        return None
    position = sentence.tokens[start - 2].span if start > 1 else None
    for amount in sentence.amounts:
        is_beside = position is not None and amount.span is not None and amount.span.overlaps(position)
        if is_beside and amount.unit.lower() in _CURRENCY:
            return amount
    return None


def _past_number(sentence: Sentence, at: int) -> int:
    """One past "up to 30,000 troops" where that is no plain phrase."""
    for last in range(at, min(len(sentence.tokens), at + 6)):
        if sentence.tokens[last].tag is Tag.NOUN:
            return last + 1
    return at - 1


def _amount(sentence: Sentence, start: int, end: int) -> Amount | None:
    span = sentence.cover(start, end)
    return next((a for a in sentence.amounts if a.span is not None and a.span.overlaps(span)), None)


def _sums(sentence: Sentence, words: tuple[str, ...]) -> Iterator[Goods]:
    """Sums of money given: an amount in a currency beside a word of giving."""
    for amount in sentence.amounts:
        if amount.span is None or amount.unit.lower() not in _CURRENCY:
            continue
        start, end = sentence.index_at(amount.span.start), sentence.index_at(amount.span.end - 1) + 1
        is_worth = words[end : end + 1] in {("in",), ("of",)} and any(
            _what(words, at) for at in range(end, min(len(words), end + 5))
        )
        if not is_worth and _GIVEN.intersection(words[max(0, start - 10) : end + 8]):
            yield Goods(MONEY, start, min(end, len(sentence.tokens)), amount)
