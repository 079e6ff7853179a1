"""Russian and Ukrainian: what is said to have happened, by rules over case endings, voices and closed word lists.

Decides which words tell of an incident, who is said to have done what to whom, when and where. What a mention is and
how mentions of one event are joined is decided for every language alike, outside. Never decides whether it is true.
"""

from __future__ import annotations

from trucewatch.events.slavic.finding import find_events

__all__ = ["find_events"]
