"""A pledge with its history, and what pledges come to beside what is required."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from trucewatch.events.model import Commitment
from trucewatch.situation.model import Stage
from trucewatch.values import Amount

#: Stages that tell of a pledge's end.
ENDED = frozenset({Stage.REFUSED, Stage.WITHDRAWN, Stage.EXPIRED, Stage.REPUDIATED})
#: Which stages, told of one day, deny which.
_DENYING = {
    **dict.fromkeys((Stage.DELIVERED, Stage.IN_FORCE), ENDED),
    **dict.fromkeys((Stage.AGREED, Stage.SIGNED), frozenset({Stage.REFUSED})),
}


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's word of a commitment. ``day`` is the day it is told of, else the report's own, or None."""

    commitment: Commitment
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of a pledge: the first day it is told of, and every telling of it, whose spans it rests on."""

    stage: Stage
    day: date | None
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """One pledge, however many reports repeat it: what was promised (declared), and what was delivered (done).

    Amounts are ranges; ``high`` None is open. ``promised`` has a ``low`` of 0 while the pledge is conditional or
    planned. ``commitments`` are ids, in the order given. ``reason`` says why it adds nothing, where it does not:
    "refused", "no amount is given".
    """

    giver: str
    givers: frozenset[str]  # keys: of one, or of those who pledge together; () where they are only counted
    receivers: tuple[str, ...]
    what: str
    unit: str
    stage: Stage
    amount: Amount | None  # as last told, for the reader
    promised: Amount
    delivered: Amount
    history: tuple[Step, ...]
    commitments: tuple[str, ...]
    is_conditional: bool = False
    reason: str = ""

    @property
    def outstanding(self) -> Amount:
        """What is still to come: never less than nothing, where more was delivered than promised."""
        return missing(self.promised, self.delivered)

    @property
    def is_disputed(self) -> bool:
        """Whether of one day it is told both that it was done, or agreed, and that it was not."""
        told = {(each.day, step.stage) for step in self.history for each in step.tellings}
        return any((day, other) in told for day, stage in told for other in _DENYING.get(stage, ()))

    @property
    def is_joint(self) -> bool:
        """Whether several give it together, named or only counted."""
        return len(self.givers) != 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What a clause requires, or what somebody asked for, held against what was promised and delivered.

    ``required`` is None where no number is named. ``clause`` is a clause's id, or "" for a need told in reports, of
    which ``needed_by`` names whoever asks and ``needs`` the commitments.
    """

    clause: str
    required: Amount | None
    unit: str
    promised: Amount
    delivered: Amount
    pledges: tuple[Pledge, ...]
    needed_by: str = ""
    needs: tuple[str, ...] = ()

    @property
    def missing(self) -> Amount | None:
        """What no promise covers yet, as a range."""
        return missing(self.required, self.promised) if self.required else None


def missing(wanted: Amount, had: Amount) -> Amount:
    """What is left of one range when another is taken away, least and most; never negative."""
    low = max(0, (wanted.low or 0) - had.high) if had.high is not None else 0
    high = None if wanted.high is None else max(0, wanted.high - (had.low or 0))
    return Amount(low, high, wanted.unit, wanted.is_approximate or had.is_approximate)


def tell(commitments: Iterable[Commitment], published: Mapping[str, date | None]) -> tuple[Telling, ...]:
    """Commitments with the day each is told of: its own where that is known, else its report's."""
    return tuple(Telling(each, _own_day(each) or published.get(each.document)) for each in commitments)


def _own_day(commitment: Commitment) -> date | None:
    return commitment.when.earliest if commitment.when else None
