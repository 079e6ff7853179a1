"""How much a mention says: enough to found an incident, a bare count of breaches, or too little to tell it from others.

Decides only what is said and what is not. Never decides which incident a vague mention means.
"""

from __future__ import annotations

from trucewatch.events.model import EventMention, Factuality
from trucewatch.values import Nearness, Where

_UNNAMED = "Other"  # the ACLED sub-event type of what has no other

#: Why a mention founds no incident and joins none.
TOO_LITTLE = "too little is said to tell it from others"


def is_placed(where: Where | None) -> bool:
    """Whether it says where: more than "somewhere in" an area that nobody has located."""
    if where is None or not (where.name or where.place or where.candidates):
        return False
    return where.is_located or where.nearness is not Nearness.WITHIN


def is_timed(mention: EventMention) -> bool:
    """Whether its time has bounds."""
    return mention.when is not None and mention.when.is_resolved


def is_bare(mention: EventMention) -> bool:
    """Whether it says neither when nor where."""
    return not is_timed(mention) and not is_placed(mention.where)


def is_tally(mention: EventMention) -> bool:
    """Whether it only says that one side, in another's word, has breached the truce, once or many times."""
    is_generic = mention.act == _UNNAMED and mention.is_violation and mention.factuality is not Factuality.DENIED
    is_told = bool(mention.claimants) and mention.actor is not None
    return is_generic and is_told and not mention.target_class and not is_placed(mention.where)


def is_vague(mention: EventMention) -> bool:
    """Whether nothing tells it from other deeds of its kind: no time, place, target or harm."""
    has_target = mention.target is not None or bool(mention.target_class)
    return is_bare(mention) and not has_target and not mention.harm and not is_tally(mention)
