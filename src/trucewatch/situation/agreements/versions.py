"""When a clause and a reading hold: the stretches of days that versions, retirement and a reading's own days leave.

Decides what the file's days mean together. Never decides whether anything happened in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trucewatch.situation.agreements.model import Agreement, Clause, Clock, Reading, Version

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Life:
    """Inclusive days, None is open, with the time of day where one is told. ``version`` is "" where there is none."""

    start: date | None
    end: date | None
    start_clock: Clock | None = None
    end_clock: Clock | None = None
    version: str = ""


def lives(agreement: Agreement, clause: Clause) -> tuple[Life, ...]:
    """The stretches in which ``clause`` holds, in order: one for each version of the agreement, cut where it retires.

    Without versions there is one, from the day of taking effect, or else of declaring.
    """
    return _cut(_born(agreement, clause), clause.retired)


def windows(agreement: Agreement, clause: Clause, reading: Reading) -> tuple[Life, ...]:
    """The stretches in which a reading holds: its own days go before the agreement's, retirement before all."""
    terms = reading.terms
    born = _born(agreement, clause)
    kept = [life for life in born if not _is_before(life.end, terms.start) and not _is_before(terms.end, life.start)]
    stretches = kept or [Life(None, None)]
    if terms.start:
        stretches[0] = replace(stretches[0], start=terms.start, start_clock=terms.start_clock)
    if terms.end:
        stretches[-1] = replace(stretches[-1], end=terms.end, end_clock=terms.end_clock)
    return _cut(stretches, clause.retired)


def version_on(agreement: Agreement, day: date) -> Version | None:
    """The version in force on ``day``, or None."""
    for version, life in zip(agreement.versions, _stretches(agreement), strict=True):
        if not _is_before(day, life.start) and not _is_before(life.end, day):
            return version
    return None


def _born(agreement: Agreement, clause: Clause) -> tuple[Life, ...]:
    """The stretches of the agreement from the version on that brought the clause in."""
    if not agreement.versions:
        clock = agreement.effective_clock if agreement.effective else None
        start = agreement.effective or agreement.declared
        return (Life(start, agreement.expires, clock, agreement.expires_clock),)
    stretches = _stretches(agreement)
    names = [life.version for life in stretches]
    return stretches[names.index(clause.version) :] if clause.version in names else stretches


def _stretches(agreement: Agreement) -> tuple[Life, ...]:
    following: tuple[Version | None, ...] = (*agreement.versions, None)[1:]
    return tuple(_life(version, after) for version, after in zip(agreement.versions, following, strict=True))


def _life(version: Version, after: Version | None) -> Life:
    end = version.expires or (after.effective - _DAY if after else None)
    return Life(version.effective, end, version.effective_clock, version.expires_clock, version.id)


def _is_before(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day < other


def _cut(stretches: Iterable[Life], retired: date | None) -> tuple[Life, ...]:
    """What retirement leaves of ``stretches``."""
    cut = (_retire(life, retired) for life in stretches)
    return tuple(life for life in cut if not _is_before(life.end, life.start))


def _retire(life: Life, retired: date | None) -> Life:
    if retired is None or _is_before(life.end, retired):
        return life
    return replace(life, end=retired - _DAY, end_clock=None)
