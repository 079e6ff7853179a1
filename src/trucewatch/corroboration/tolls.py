"""Which figure of the dead, the wounded and the like stands on how many independent origins.

Decides which figures are rivals: those of one kind of harm to one kind of people that cannot both be true. One that
lies within another bears it out ("19" bears out "at least 18"); one that overlaps another says nothing of it. Lists
figures, and never averages them or chooses between them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from trucewatch.corroboration.claims import Begun, Entry, Held, Question, accusers_of, relations
from trucewatch.corroboration.ledger import grade
from trucewatch.corroboration.model import Grade
from trucewatch.corroboration.parameters import PARAMETERS, Parameters
from trucewatch.corroboration.voices import Voices
from trucewatch.events.model import Harm
from trucewatch.incidents import Account, Incident, supports
from trucewatch.situation import Situation

_NOTHING_BEGUN: Begun = {}
_MOST = 1 << 62  # more than any figure, where one is left open

Range = tuple[int, int]
Suspected = Collection[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Toll:
    """One figure, as its first account gives it, and what stands behind it."""

    harm: Harm
    grade: Grade


def grade_tolls(
    incident: Incident,
    documents: Mapping[str, Held],
    situation: Situation | Voices,
    suspected: Suspected = (),
    parameters: Parameters = PARAMETERS,
    *,
    begun: Begun = _NOTHING_BEGUN,
) -> tuple[Toll, ...]:
    """Where accounts give several figures of one harm: each of them, the least first, with its grade."""
    voices = situation if isinstance(situation, Voices) else Voices(situation)
    question = Question(documents, voices, accusers_of(incident, voices), "", parameters, begun)
    entries = {number: tuple(question.enter(number, account)) for number, account in _telling(incident)}
    tolls = []
    for figures in _figures(incident).values():
        firsts = {_range(harm): harm for _, harm in reversed(figures)}
        if len(firsts) > 1:
            told = [(_range(harm), entry) for number, harm in figures for entry in entries[number]]
            tolls += [Toll(firsts[each], _grade(each, told, suspected, parameters)) for each in sorted(firsts)]
    return tuple(tolls)


def _telling(incident: Incident) -> Iterator[tuple[int, Account]]:
    """The accounts that say it happened, by number."""
    return ((number, account) for number, account in enumerate(incident.accounts) if supports(account))


def _figures(incident: Incident) -> dict[tuple[str, str], list[tuple[int, Harm]]]:
    """Kind of harm and whom it befell -> who gives which figure. An account that gives several says none of them."""
    found: dict[tuple[str, str], list[tuple[int, Harm]]] = {}
    for number, account in _telling(incident):
        own: dict[tuple[str, str], set[Range]] = {}
        for harm in account.harm:
            if harm.amount.low is not None or harm.amount.high is not None:
                own.setdefault((harm.kind, harm.who), set()).add(_range(harm))
        for harm in account.harm:
            if len(own.get((harm.kind, harm.who), ())) == 1:
                found.setdefault((harm.kind, harm.who), []).append((number, harm))
    return found


def _range(harm: Harm) -> Range:
    low, high = harm.amount.low, harm.amount.high
    return 0 if low is None else low, _MOST if high is None else high


def _grade(figure: Range, told: list[tuple[Range, Entry]], suspected: Suspected, table: Parameters) -> Grade:
    """One figure: who gives it or one within it, against who gives one that excludes it."""
    bearing = [
        replace(entry, claim=replace(entry.claim, supports=_is_within(other, figure), rival=_rival(other, figure)))
        for other, entry in told
        if _is_within(other, figure) or _excludes(other, figure)
    ]
    derived, linked = relations(bearing, suspected)
    return grade([entry.claim for entry in bearing], derived, linked, table)


def _is_within(one: Range, other: Range) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def _excludes(one: Range, other: Range) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _rival(one: Range, other: Range) -> str:
    return f"{one[0]} to {one[1]}" if _excludes(one, other) else ""
