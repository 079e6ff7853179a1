"""Whose the army is where one government is at war inside its state.

Decides the party of a bare "army", "police" or "rebels" by the situation alone: the armed hand of a state belongs to
the one party that is a state or calls itself a government, and rebels to the only other party. Where two governments
face each other, or three sides do, nobody is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from trucewatch.language.lexicon import word_set
from trucewatch.situation.model import Party, Situation
from trucewatch.values import Kind, Who

_GOVERNMENT = re.compile(r"\b(?:government|правительств|уряд|администрац|republic)", re.IGNORECASE)
_STATE_ORGANS = word_set(
    """army armies police policeman policemen gendarmes gendarmerie navy military troops soldiers government ministry
    airforce commandos conscripts reservists garrison"""
)
_REBELS = word_set(
    """rebel rebels insurgent insurgents guerrilla guerrillas separatist separatists secessionist secessionists
    mutineers"""
)
_STATE_STEMS = re.compile(
    r"(?:арми[яиюей]|армі[яїюєй]|войск|військ|полици|поліці|правительств|уряд|военн(?:ые|ых|ым)|жандарм|солдат|гарнизон"
    r"|гарнізон|власт[иьей]|влад[аиоіу]|генштаб|минобороны|міноборони|мвд$|мвс$|силовик)"
)
_REBEL_STEMS = re.compile(r"(?:мятежник|повстан|заколотник|сепаратист|партизан|бойовик|боевик|інсургент)")


def give_organs(names: Iterable[Who], situation: Situation) -> tuple[Who, ...]:
    """The same mentions; bare organs of a state and bare rebels with their party, where the situation leaves one."""
    if not any(sides(situation)):
        return tuple(names)
    return tuple(_with_party(who, situation) for who in names)


def organ_party(word: str, situation: Situation) -> str:
    """The party that a small-letter word for an armed body stands for; "" where none or more could be meant."""
    if word in _STATE_ORGANS or _STATE_STEMS.match(word):
        return sides(situation)[0]
    return sides(situation)[1] if word in _REBELS or _REBEL_STEMS.match(word) else ""


@lru_cache(maxsize=8)
def sides(situation: Situation) -> tuple[str, str]:
    """The one government and the only side against it; "" for each that there is not exactly one of."""
    governments = [party.id for party in situation.parties if _is_government(party)]
    others = [party.id for party in situation.parties if party.id not in governments]
    if len(governments) != 1:
        return "", ""
    return governments[0], others[0] if len(others) == 1 else ""


def _is_government(party: Party) -> bool:
    return bool(party.state) or any(
        _GOVERNMENT.match(name.removeprefix("the ")) for name in (party.name, *party.aliases)
    )


def _with_party(who: Who, situation: Situation) -> Who:
    if who.party or who.state or who.entity or who.kind is Kind.SOURCE or who.candidates:
        return who
    words = who.name.replace("'s", "").replace("’s", "").split()
    if any(word[:1].isupper() for word in words[1:]) or (who.kind is Kind.PERSON and words[0][:1].isupper()):
        return who
    lowered = [word.lower() for word in words]
    if not _OF_OTHERS.isdisjoint(lowered):
        return who
    parties = {organ_party(word, situation) for word in lowered} - {""}
    return replace(who, party=parties.pop()) if len(parties) == 1 else who


_OF_OTHERS = word_set("another other foreign peacekeeping international allied former ex against near from")
