"""The origins ledger: claims in, grade out. Pure integer arithmetic, and every figure explained.

The rules, numbered as in ``docs/explanation/corroboration.md``:

1. A claim derived from another of the same stance adds nothing. A derivation across stances is ignored: a denial that
   quotes an allegation is a root of its own.
2. The roots of one origin count once, with the weight of the heaviest, and never more than the cap.
3. The lower bound takes the heaviest set of supporting origins without a suspected link, and all denials; the upper
   bound takes all support, and the heaviest unlinked set of denials. Of rivals that exclude one another the heaviest
   counts.
4. One origin never confirms, nor do the accusers alone.

Never looks at who is which party, and never at the order in which claims come.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from trucewatch.corroboration.figures import UNJUDGED, Figures, Scales
from trucewatch.corroboration.independence import neighbours_of
from trucewatch.corroboration.model import Claim, Grade, Origin
from trucewatch.corroboration.parameters import PARAMETERS, Parameters, words_for
from trucewatch.corroboration.wording import DIGITS, NOT_JUDGED, sentence_of

Pairs = Collection[tuple[str, str]]


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
    voices = _voices(roots)
    support = {key: min(group[0].weight, parameters.cap) for (key, supports), group in voices.items() if supports}
    outside = {claim.origin for claim in roots if claim.is_outside}
    near = neighbours_of({key for key, _ in voices}, suspected) if suspected else {}
    scales = Scales(support, _against(voices, parameters), near, outside, parameters)
    counted = [_origin(voice, group, scales, parameters) for voice, group in voices.items()]
    origins = sorted([*counted, *_uncounted(claims, copies, counted)], key=_order)
    figures = scales.figures()
    return Grade(
        certain=figures.certain,
        possible=figures.possible,
        low=figures.low,
        high=figures.high,
        digit=figures.digit,
        words=NOT_JUDGED if figures.digit == UNJUDGED else words_for(figures.low, figures.high),
        is_contested=is_contested or len(support) < len(counted),
        origins=tuple(origins),
        sentence=sentence_of(figures.certain, figures.possible, origins),
        prior=parameters.prior,
        parameters=parameters.version,
        entry=parameters.entry,
    )


def grade_rivals(
    values: Mapping[str, Sequence[Claim]],
    derived: Pairs = (),
    suspected: Pairs = (),
    parameters: Parameters = PARAMETERS,
) -> dict[str, Grade]:
    """The grade of each of several values of which one at most is true: whoever holds one speaks against the others.

    Never averaged: each value stands on its own origins, against the heaviest of its rivals.
    """
    return {
        value: grade(
            [
                claim if other == value else replace(claim, supports=not claim.supports, rival=other)
                for other, claims in values.items()
                for claim in claims
                if other == value or claim.supports  # who denies another value holds none
            ],
            derived,
            suspected,
            parameters,
        )
        for value in values
    }


def _copies(claims: Sequence[Claim], derived: Pairs) -> dict[str, Claim]:
    """Claim id -> the root it comes down from, for every claim derived from another of its stance (rule 1)."""
    if not derived:
        return {}
    known = {claim.id: claim for claim in claims}
    parents: dict[str, list[str]] = {}
    for child, parent in sorted(set(derived)):
        if child in known and parent in known and _stance(known[child]) == _stance(known[parent]):
            parents.setdefault(child, []).append(parent)
    roots: dict[str, Claim] = {}
    for child in _parents_first(known, parents):
        first = parents[child][0]
        roots[child] = roots.get(first, known[first])
    return roots


def _parents_first(known: Iterable[str], parents: Mapping[str, Sequence[str]]) -> list[str]:
    """The derived claims, each after those that it derives from. Raises ValueError where there is no such order."""
    if parents.keys().isdisjoint(parent for above in parents.values() for parent in above):
        return list(parents)
    place = {identifier: n for n, identifier in enumerate(known)}
    if all(place[parent] < place[child] for child, above in parents.items() for parent in above):
        return sorted(parents, key=place.__getitem__)
    try:
        return [identifier for identifier in TopologicalSorter(parents).static_order() if identifier in parents]
    except CycleError as error:
        raise ValueError("derivations run in a circle") from error


def _stance(claim: Claim) -> tuple[bool, str]:
    return claim.supports, claim.rival


def _voices(roots: Sequence[Claim]) -> dict[tuple[str, bool], list[Claim]]:
    """What each origin says on each side (rule 2), the claim it is known by first. Zero weight counts nothing."""
    groups: dict[tuple[str, bool], list[Claim]] = {}
    for claim in roots:
        groups.setdefault((claim.origin, claim.supports), []).append(claim)
    for group in groups.values():
        if len(group) > 1:
            group.sort(key=lambda claim: (-claim.weight, claim.document, claim.name))
    return {voice: group for voice, group in groups.items() if group[0].weight > 0}


def _origin(voice: tuple[str, bool], group: Sequence[Claim], scales: Scales, parameters: Parameters) -> Origin:
    """One origin as counted, with what the grade would be had it, and all that copies it, said nothing."""
    head = group[0]
    is_one = len(group) == 1
    return Origin(
        key=voice[0],
        name=head.name,
        supports=voice[1],
        weight=min(head.weight, parameters.cap),
        documents=(head.document,) if is_one else tuple(sorted({claim.document for claim in group})),
        counted=True,
        without=_told(scales.without(*voice)),
        note=head.note if is_one or all(claim.note for claim in group) else "",
        learned=head.learned,
    )


def _order(origin: Origin) -> tuple[bool, bool, int, tuple[str, ...], str, str]:
    return (not origin.counted, not origin.supports, -origin.weight, origin.documents, origin.name, origin.key)


def _against(voices: Mapping[tuple[str, bool], Sequence[Claim]], parameters: Parameters) -> list[dict[str, int]]:
    """What those who speak against weigh: one set for each rival, with whoever merely denies in all of them."""
    denials = [claim for (_, supports), group in voices.items() if not supports for claim in group]
    sets = []
    for rival in sorted({claim.rival for claim in denials} - {""}) or [""] if denials else ():
        weights: dict[str, int] = {}
        for claim in denials:
            if claim.rival in {"", rival} and claim.weight > 0:
                weights[claim.origin] = max(weights.get(claim.origin, 0), min(claim.weight, parameters.cap))
        sets.append(weights)
    return sets


def _told(figures: Figures) -> str:
    words = "" if figures.digit == UNJUDGED else f", {words_for(figures.low, figures.high)}"
    return f"{figures.digit} ({DIGITS[figures.digit]}){words}"


def _uncounted(claims: Sequence[Claim], copies: Mapping[str, Claim], counted: Sequence[Origin]) -> list[Origin]:
    """The voices that add nothing, each with its reason; a voice that counts elsewhere is not listed again."""
    heads = {(origin.key, origin.supports): origin.name for origin in counted}
    names = {(origin.name, origin.supports) for origin in counted}
    rows: dict[tuple[str, str, bool, str], set[str]] = {}
    for claim in claims:
        if (claim.name, claim.supports) not in names:
            row = (claim.origin, claim.name, claim.supports, _reason(claim, copies, heads))
            rows.setdefault(row, set()).add(claim.document)
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
