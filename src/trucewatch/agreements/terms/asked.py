"""What the terms are asked of: one incident as laid at one side's door, and the words that tell it.

Decides which accounts speak for it. Never decides which of them is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from trucewatch.corroboration import Voices
from trucewatch.incidents import Account, Basis, Incident, supports
from trucewatch.situation import Situation
from trucewatch.values import Who


@dataclass(frozen=True, slots=True)
class Asked:
    """One incident and one accused (None: nobody is named). ``texts`` are those of the reports, by id, where given;
    ``newest`` is the last day on which a report about it came out.
    """

    incident: Incident
    accused: Who | None
    situation: Situation
    voices: Voices
    texts: Mapping[str, str]
    newest: date | None = None

    @property
    def standing(self) -> tuple[Account, ...]:
        """Accounts that say it happened, and that nobody has withdrawn."""
        return tuple(account for account in self.incident.accounts if supports(account))

    @property
    def telling(self) -> tuple[Account, ...]:
        """Of these, those of this version: that accuse this side, or nobody."""
        side = self.side_of(self.accused)
        return tuple(
            account for account in self.standing if account.actor is None or self.side_of(account.actor) == side
        )

    def side_of(self, who: Who | None) -> str:
        """What tells one side from another: a party, whichever of its forces is named; else who it is."""
        if who is None:
            return ""
        return self.voices.party_of(who) or who.entity or who.state or who.name.casefold()

    def name_of(self, party: str) -> str:
        """A party's name."""
        return next((known.name for known in self.situation.parties if known.id == party), party)

    def basis(self, tells: Callable[[Account], object] | None = None) -> tuple[Basis, ...]:
        """The first passage of each account of this version that ``tells`` something; of all where none is asked."""
        return first_of(account for account in self.telling if tells is None or tells(account))

    def words_of(self, account: Account) -> Iterable[tuple[Basis, str]]:
        """The passages of an account, where the texts are at hand."""
        for basis in account.basis:
            if basis.document in self.texts:
                yield basis, basis.span.of(self.texts[basis.document])


def first_of(accounts: Iterable[Account]) -> tuple[Basis, ...]:
    """The first passage of each account."""
    return tuple(dict.fromkeys(account.basis[0] for account in accounts if account.basis))
