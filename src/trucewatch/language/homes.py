"""Whose president a bare "President X" is.

News for home readers leaves the nation out. Decides from one construction only, in which the report itself ties the
two together: "guarantees from Arvenia …, something President X has been unwilling to give". Never guesses from how
often a state is named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag, Token
from trucewatch.values import Kind, Who

#: Offices that speak for a whole state.
_OF_STATE = word_set("president premier chancellor king queen emperor emir sultan prime")
_RELATIVE = word_set("that which")
_GIVER = word_set("from by of")
_REACH = 40  # tokens between the state and the person: longer than any relative clause met in news


def give_homes(tokens: Sequence[Token], names: tuple[Who, ...], parties: Mapping[str, str]) -> tuple[Who, ...]:
    """The same mentions; heads of state without a state get the one that the report ties them to."""
    by_start = {token.span.start: at for at, token in enumerate(tokens)}
    homes: dict[str, str] = {}
    for who in names:
        if who.kind is Kind.PERSON and not who.state and _speaks_for_a_state(who) and who.name not in homes:
            home = _home(tokens, by_start, names, who)
            if home:
                homes[who.name] = home
    if not homes:
        return names
    return tuple(
        replace(who, state=homes[who.name], party=who.party or parties.get(homes[who.name], ""))
        if who.kind is Kind.PERSON and not who.state and who.name in homes
        else who
        for who in names
    )


def _speaks_for_a_state(who: Who) -> bool:
    return bool(set(who.office.casefold().split()) & _OF_STATE)


def _home(tokens: Sequence[Token], by_start: Mapping[int, int], names: tuple[Who, ...], who: Who) -> str:
    at = by_start.get(who.span.start, -1) if who.span else -1
    comma = _resumed(tokens, at)
    if comma < 0:
        return ""
    low = tokens[max(0, comma - _REACH)].span.start
    high, sentence = tokens[comma].span.start, tokens[comma].sentence
    givers = [
        other.state
        for other in names
        if other.kind is Kind.STATE and other.span and low <= other.span.start < high
        if _is_giver(tokens, by_start.get(other.span.start, 0), sentence)
    ]
    return givers[-1] if givers else ""


def _resumed(tokens: Sequence[Token], at: int) -> int:
    """The comma before "something" or "a step that" in front of the mention at ``at``, or -1."""
    here = at - 1
    if here > 0 and tokens[here].lower in _RELATIVE:
        here -= 1
    if here > 0 and tokens[here].lower == "something":
        here -= 1
    elif here > 1 and tokens[here].tag is Tag.NOUN and tokens[here - 1].lower in {"a", "an"}:
        here -= 2
    else:
        return -1
    return here if here > 0 and tokens[here].text in {",", "—", "–"} else -1


def _is_giver(tokens: Sequence[Token], at: int, sentence: int) -> bool:
    return at > 0 and tokens[at].sentence == sentence and tokens[at - 1].lower in _GIVER
