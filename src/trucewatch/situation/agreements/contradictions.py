"""Clauses of one agreement that cannot both be kept: what one prohibits another requires, or wholly permits.

Compares readings of one party with each other, since parties differ by design. Decides nothing where a side names no
act: an amount or a withdrawal contradicts no prohibition by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from trucewatch.situation.agreements.model import Agreement, Clause, Deontic, Reading, Terms
from trucewatch.situation.agreements.versions import Life, windows
from trucewatch.situation.lines import Path
from trucewatch.situation.model import Situation
from trucewatch.situation.sift import Findings
from trucewatch.situation.vocabulary import AGREED_TEXT


def check_contradictions(path: Path, agreement: Agreement, situation: Situation, findings: Findings) -> None:
    """Report every pair of clauses that contradict, at the later one."""
    within = {place.id: place.within for place in situation.places}
    numbered = list(enumerate(agreement.clauses))
    for (_, earlier), (at, later) in combinations(numbered, 2):
        for number, one, other in _pairs(earlier, later):
            shared = _shared_acts(earlier, later, one.terms, other.terms)
            if shared and _meet(agreement, (earlier, one), (later, other), within):
                whose = "the agreed text" if other.party == AGREED_TEXT else f'"{other.party}"'
                what = f'clauses "{earlier.id}" and "{later.id}" contradict each other as read by {whose}'
                why = f"“{shared[0]}” is {_says(earlier)} by the one and {_says(later)} by the other, at one time"
                here = (*path, "clause", at, "reading", number)
                findings.add(here, what, why, "narrow one by targets, zone, bound, start or end, or retire one")


def _says(clause: Clause) -> str:
    says = {Deontic.PROHIBITS: "prohibited", Deontic.REQUIRES: "required", Deontic.PERMITS: "permitted"}
    return says[clause.deontic]


def _pairs(earlier: Clause, later: Clause) -> Iterator[tuple[int, Reading, Reading]]:
    """Readings of one party, where one clause prohibits and the other does not."""
    if (earlier.deontic is Deontic.PROHIBITS) == (later.deontic is Deontic.PROHIBITS):
        return
    held = {reading.party: reading for reading in earlier.readings if not reading.terms.withdrawals}
    for number, reading in enumerate(later.readings):
        if reading.party in held and not reading.terms.withdrawals:  # their acts only show where a weapon stood
            yield number, held[reading.party], reading


def _shared_acts(earlier: Clause, later: Clause, one: Terms, other: Terms) -> tuple[str, ...]:
    """The acts on which both clauses speak; of a permission only where it leaves nothing of what is prohibited."""
    shared = tuple(act for act in one.acts if act in other.acts)
    if Deontic.PERMITS not in {earlier.deontic, later.deontic}:
        return shared
    is_narrower = (set(one.acts), one.targets, one.weapons, one.zone, one.bound) != (
        set(other.acts),
        other.targets,
        other.weapons,
        other.zone,
        other.bound,
    )
    return () if is_narrower or one.exemptions or other.exemptions else shared


def _meet(
    agreement: Agreement, one: tuple[Clause, Reading], other: tuple[Clause, Reading], within: dict[str, str]
) -> bool:
    """Whether some deed of some party at some place and day falls under both."""
    a, b = one[1].terms, other[1].terms
    bound_a, bound_b = a.bound or agreement.parties, b.bound or agreement.parties
    is_excepted = bool(set(b.acts) & set(a.excepted_acts) or set(a.acts) & set(b.excepted_acts))
    return (
        not is_excepted
        and bool(set(bound_a) & set(bound_b))
        and _any_shared(a.targets, b.targets)
        and _any_shared(a.weapons, b.weapons)
        and _any_shared(a.zone, b.zone, lambda p, q: lies_in(p, q, within) or lies_in(q, p, within))
        and any(_overlap(x, y) for x in windows(agreement, *one) for y in windows(agreement, *other))
    )


def _any_shared(a: Sequence[str], b: Sequence[str], same: Callable[[str, str], bool] = str.__eq__) -> bool:
    """Whether two lists meet, of which an empty one means any."""
    return not a or not b or any(same(x, y) for x in a for y in b)


def lies_in(place: str, other: str, within: Mapping[str, str]) -> bool:
    """Whether a place is, or lies within, another of the file; ``within`` may run in a circle."""
    seen: set[str] = set()
    while place and place not in seen:
        if place == other:
            return True
        seen.add(place)
        place = within.get(place, "")
    return False


def _overlap(a: Life, b: Life) -> bool:
    starts_late = a.start is not None and b.end is not None and a.start > b.end
    ends_early = a.end is not None and b.start is not None and a.end < b.start
    return not starts_late and not ends_early
