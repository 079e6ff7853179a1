"""Who speaks and who is accused, as sides: what tells one from another when mentions are compared.

Decides identity alone, by what the mention resolved: party, else entity, else state, else the name. Never asks which
side it is.
"""

from __future__ import annotations

from trucewatch.events.model import EventMention
from trucewatch.values import Who


def side_of(who: Who | None) -> str:
    """The side that ``who`` belongs to, "" where nobody is named."""
    return (who.party or who.entity or who.state or who.name.casefold()) if who else ""


def sides_of(mention: EventMention) -> set[str]:
    """The sides of those whose word it is."""
    return {side_of(who) for who in mention.claimants}


def voices_of(mention: EventMention) -> set[str]:
    """Those whose word it is, each by themselves."""
    return {who.entity or who.party or who.name.casefold() for who in mention.claimants}
