"""What is said to have happened, been promised, been met about, agreed or counted by observers, in one document.

Decides which words tell of an incident, a commitment, a gathering, an agreement or a count, who is said to have
done what to whom, when and where, and how the one who speaks stands to it. Never decides whether it is true, and
never looks at a second document: that is for ``incidents`` and ``corroboration``.
"""

from __future__ import annotations

from trucewatch.events.extraction import find_events, reads_events
from trucewatch.events.mentions.headlines import is_headline_alone, speaks_of_conflict
from trucewatch.events.model import (
    ACLED,
    TARGETS,
    AgreementMention,
    Commitment,
    EventMention,
    Events,
    Factuality,
    Gathering,
    Harm,
    Observation,
    Stance,
)

__all__ = [
    "ACLED",
    "TARGETS",
    "AgreementMention",
    "Commitment",
    "EventMention",
    "Events",
    "Factuality",
    "Gathering",
    "Harm",
    "Observation",
    "Stance",
    "find_events",
    "is_headline_alone",
    "reads_events",
    "speaks_of_conflict",
]
