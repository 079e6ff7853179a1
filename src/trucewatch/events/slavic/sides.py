"""States and parties by name or adjective, as Russian and Ukrainian texts write them, in every case.

Decides which side a word names. Never looks at which party it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from trucewatch.language.gazetteer import Entry, parties_by_state
from trucewatch.language.model import Token
from trucewatch.language.slavic.states import situation_names, state_names
from trucewatch.situation.model import Situation
from trucewatch.values import Kind, Who

_OF_A_SIDE = re.compile(r"(?:ск|ськ|цьк|зьк|цк)[а-яіїє]{1,4}$")


class Sides:
    """The sides of one situation, and all states."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self._known = situation_names(situation), state_names()
        self._parties = parties_by_state(situation)
        self.nominatives = _nominatives(situation)

    def by_adjective(self, tokens: Sequence[Token], at: int) -> Who | None:
        """The side that an adjective names: "карвийский", "карвійська"."""
        token = tokens[at]
        if _OF_A_SIDE.search(token.lower) is None:
            return None
        for known in self._known:
            _, entries = known.at(tokens, at)
            found = next((entry for entry in entries if self._is_side(entry)), None)
            if found is not None:
                return self.who(found, token)
        return None

    @staticmethod
    def _is_side(entry: Entry) -> bool:
        return entry.kind in {Kind.STATE, Kind.GROUP} and (entry.role == "demonym" or entry.entity == entry.party)

    def who(self, entry: Entry, token: Token) -> Who:
        """The side as somebody, where the word stands."""
        party = entry.party or self._parties.get(entry.state, "")
        return Who(entry.name, entry.kind, token.text, token.span, state=entry.state, party=party)


@lru_cache(maxsize=8)
def _nominatives(situation: Situation) -> frozenset[str]:
    """Every name of a party, body, person or source as the situation writes it, and every state's."""
    return situation_names(situation).names | state_names().names
