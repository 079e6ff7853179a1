"""The origins ledger: claims in, grade out. Pure integer arithmetic, and every figure explained.

The rules, numbered as in ``docs/explanation/corroboration.md``:

1. A claim derived from another of the same stance adds nothing. A derivation across stances is ignored: a denial that
   quotes an allegation is a root of its own.
2. The roots of one origin count once, with the weight of the heaviest, and never more than the cap.
3. The lower bound takes the heaviest set of supporting origins without a suspected link, and all denials; the upper
   bound takes all support, and the heaviest unlinked set of denials.
4. One origin never confirms, nor do the accusers alone.

Never looks at who is which party, and never at the order in which claims come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter

from trucewatch.corroboration.independence import Neighbours, heaviest, neighbours_of
from trucewatch.corroboration.model import Claim, Grade, Origin
from trucewatch.corroboration.parameters import PARAMETERS, Parameters, words_for
from trucewatch.corroboration.wording import DIGITS, NOT_JUDGED, sentence_of

_UNJUDGED = 6

Pairs = Collection[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Figures:
    certain: int
    possible: int
    low: int
    high: int
    digit: int


def grade(
    claims: Sequence[Claim],
    derived: Pairs = (),
    suspected: Pairs = (),
    parameters: Parameters = PARAMETERS,
    *,
    is_contested: bool = False,
) -> Grade:
    """The grade of one proposition.

    ``derived`` are (child, parent) claim ids, established and without circles; ``suspected`` are pairs of origins that
    may share a source; ``is_contested`` says that the accounts rival one another though nobody denies.
    """
    copies = _copies(claims, derived)
    roots = [claim for claim in claims if claim.id not in copies and not claim.excluded]
    counted = _origins(roots, parameters)
    near = neighbours_of({origin.key for origin in counted}, suspected)
    outside = frozenset(claim.origin for claim in roots if claim.is_outside)
    figures = _figures(counted, near, outside, parameters)
    explained = [replace(origin, without=_without(origin, counted, near, outside, parameters)) for origin in counted]
    origins = tuple(sorted([*explained, *_uncounted(claims, copies, counted)], key=_order))
    return Grade(
        certain=figures.certain,
        possible=figures.possible,
        low=figures.low,
        high=figures.high,
        digit=figures.digit,
        words=NOT_JUDGED if figures.digit == _UNJUDGED else words_for(figures.low, figures.high),
        is_contested=is_contested or any(not origin.supports for origin in counted),
        origins=origins,
        sentence=sentence_of(figures.certain, figures.possible, origins),
        parameters=parameters.version,
    )


def _copies(claims: Sequence[Claim], derived: Pairs) -> dict[str, Claim]:
    """Claim id -> the root it comes down from, for every claim derived from another of its stance (rule 1)."""
    known = {claim.id: claim for claim in claims}
    parents: dict[str, list[str]] = defaultdict(list)
    for child, parent in sorted(set(derived)):
        if child in known and parent in known and known[child].supports == known[parent].supports:
            parents[child].append(parent)
    try:
        order = tuple(TopologicalSorter(parents).static_order())
    except CycleError as error:
        raise ValueError("derivations run in a circle") from error
    roots: dict[str, Claim] = {}
    for identifier in order:
        if identifier in parents:
            first = parents[identifier][0]
            roots[identifier] = roots.get(first, known[first])
    return roots


def _origins(roots: Sequence[Claim], parameters: Parameters) -> list[Origin]:
    """One origin per key and stance (rule 2), the heaviest first. Zero weight is listed, but not counted."""
    groups: dict[tuple[str, bool], list[Claim]] = defaultdict(list)
    for claim in roots:
        groups[claim.origin, claim.supports].append(claim)
    origins = []
    for (key, supports), group in groups.items():
        head = min(group, key=lambda claim: (-claim.weight, claim.document, claim.name))
        if head.weight > 0:
            documents = tuple(sorted({claim.document for claim in group}))
            note = head.note if all(claim.note for claim in group) else ""
            weight = min(head.weight, parameters.cap)
            origins.append(Origin(key, head.name, supports, weight, documents, counted=True, note=note))
    return sorted(origins, key=_order)


def _order(origin: Origin) -> tuple[bool, bool, int, tuple[str, ...], str, str]:
    return (not origin.counted, not origin.supports, -origin.weight, origin.documents, origin.name, origin.key)


def _figures(origins: Sequence[Origin], near: Neighbours, outside: Collection[str], parameters: Parameters) -> _Figures:
    """Counts, bounds and digit (rules 3 and 4)."""
    support = {origin.key: origin.weight for origin in origins if origin.supports}
    denial = {origin.key: origin.weight for origin in origins if not origin.supports}
    low = parameters.prior + heaviest(support, near) - sum(denial.values())
    high = parameters.prior + sum(support.values()) - heaviest(denial, near)
    certain = heaviest(dict.fromkeys(support, 1), near)
    is_outside = any(key in outside for key in support)
    digit = _digit(support, denial, certain, (low, high), parameters, is_outside=is_outside)
    return _Figures(certain, len(support), low, high, digit)


def _digit(
    support: Mapping[str, int],
    denial: Mapping[str, int],
    certain: int,
    bounds: tuple[int, int],
    parameters: Parameters,
    *,
    is_outside: bool,
) -> int:
    """The STANAG 2511 information digit. 2 is for what would be confirmed if independence could be guaranteed."""
    low, high = bounds
    if not support:
        return 5 if denial else _UNJUDGED
    if certain >= 2 and low >= parameters.confirmed and is_outside:
        return 1
    if len(support) >= 2 and high >= parameters.confirmed:
        return 2
    return 3 if high >= parameters.even else 4


def _without(
    origin: Origin, counted: Sequence[Origin], near: Neighbours, outside: Collection[str], parameters: Parameters
) -> str:
    """What the grade would be had this origin, and all that copies it, said nothing."""
    rest = [other for other in counted if other is not origin]
    figures = _figures(rest, near, outside, parameters)
    return f"{figures.digit} ({DIGITS[figures.digit]}), {words_for(figures.low, figures.high)}"


def _uncounted(claims: Sequence[Claim], copies: Mapping[str, Claim], counted: Sequence[Origin]) -> list[Origin]:
    """The voices that add nothing, each with its reason; a voice that counts elsewhere is not listed again."""
    heads = {(origin.key, origin.supports): origin.name for origin in counted}
    names = {(origin.name, origin.supports) for origin in counted}
    rows: dict[tuple[str, str, bool, str], set[str]] = defaultdict(set)
    for claim in claims:
        reason = _reason(claim, copies, heads)
        if (claim.name, claim.supports) not in names and reason:
            rows[claim.origin, claim.name, claim.supports, reason].add(claim.document)
    return [
        Origin(key, name, supports, 0, tuple(sorted(documents)), counted=False, reason=reason)
        for (key, name, supports, reason), documents in rows.items()
    ]


def _reason(claim: Claim, copies: Mapping[str, Claim], heads: Mapping[tuple[str, bool], str]) -> str:
    if claim.excluded:
        return claim.excluded
    if claim.id in copies:
        return f"copy of {copies[claim.id].name}"
    head = heads.get((claim.origin, claim.supports))
    if head is None:
        return "its source is not reliable"
    bond = {"party": "command", "state": "command", "group": "owner"}.get(claim.origin.partition(":")[0], "voice")
    return f"same {bond} as {head}"
