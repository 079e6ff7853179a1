"""States and parties by name or adjective, as Russian and Ukrainian texts write them, in every case.

Decides which side a word names. Never looks at which party it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from trucewatch.language.gazetteer import Entry, parties_by_state
from trucewatch.language.model import Token
from trucewatch.language.slavic.forms import is_form_of
from trucewatch.language.slavic.states import situation_names, state_names
from trucewatch.language.tokens import fold
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
    """Every name of a party, body, person or source in the nominative, and every state's.

    A situation may list a name in several cases: one that is a case of one listed before it is no nominative.
    """
    found = set(state_names().names)
    named = [
        *((one.name, *one.aliases) for one in situation.parties),
        *((one.name, *one.aliases) for one in situation.bodies),
        *((one.name, *one.aliases) for one in situation.people),
        *((one.name, *one.aliases) for one in situation.sources),
    ]
    for listed in named:
        names = [tuple(fold(name).split()) for name in listed]
        found |= {
            " ".join(name) for at, name in enumerate(names) if not any(_is_case_of(name, other) for other in names[:at])
        }
    return frozenset(found)


def _is_case_of(name: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one name is another in some case."""
    is_alike = name != other and len(name) == len(other)
    return is_alike and all(is_form_of(one, two) for one, two in zip(name, other, strict=True))
