"""Nouns that name somebody.

Decides by ending and by a list whether a noun is for people or bodies, and whether a phrase can speak or be spoken to.
Never decides who is meant.
"""

from __future__ import annotations

from trucewatch.language.model import Tag
from trucewatch.statements.cue_words import AGENT_NOUNS, UNNAMED_GROUPS, listed
from trucewatch.statements.frames import Frame
from trucewatch.statements.phrases import Phrase
from trucewatch.values import Who

#: Nouns with an agent's ending that are things. Own compilation.
_THINGS = listed("""
    weather water power number matter order winter summer fever paper letter border river disaster factor error corridor
    sector chapter character barrier container counter cover cluster danger dinner other quarter register remainder
    shelter shoulder slaughter supper surrender temper terror tower trailer transfer trawler bunker tanker cruiser
    launcher mortar door offer floor favor favour harbor harbour honor honour humor labor labour horror hunger rumor
    """)
_AGENT_ENDINGS = ("er", "or", "man", "woman", "ist", "ian", "ee", "men", "women")


def is_agent_noun(noun: str) -> bool:
    """Whether a noun names somebody by what they do or are: "officer", "activist", "spokesman"."""
    return (noun.endswith(_AGENT_ENDINGS) and noun not in _THINGS) or noun in AGENT_NOUNS


def is_group_noun(noun: str) -> bool:
    """Whether a noun names several people: "residents", "activists"."""
    return noun in UNNAMED_GROUPS or (noun.endswith("s") and is_agent_noun(noun.removesuffix("s")))


def is_agent(who: Who) -> bool:
    """Whether somebody without a name is at least somebody: "a security source"."""
    return any(is_agent_noun(word) for word in who.words.lower().split())


def is_somebody(frame: Frame, phrase: Phrase) -> bool:
    """Whether the phrase is of people or bodies: in "the envoy, who was to leave, urged restraint" restraint is not."""
    heads = range(phrase.first, phrase.head + 1)
    is_named = any(frame.tag(at) in {Tag.NAME, Tag.PRONOUN} for at in heads)
    return is_named or any(is_agent_noun(frame.at(at)) or is_group_noun(frame.at(at)) for at in heads)
