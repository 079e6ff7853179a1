"""What a ranking of sentences for a clause is made of."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.values import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One sentence of one report, with what the readers found told in it: ``acts`` are ACLED sub-event types.

    ``things`` are what commitments in it would give (troops, prisoners) and what observers counted (explosion, mine).
    """

    document: str
    span: Span
    text: str
    acts: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    things: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """How much a passage bears on a clause, per mille, and why: in words a reader can check against the passage."""

    passage: Passage
    score: int
    reasons: tuple[str, ...]
