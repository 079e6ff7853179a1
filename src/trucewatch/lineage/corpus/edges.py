"""Figures to edges: the verdict of the room on a pair, and which of the two came first as far as is known.

Decides nothing of its own: ``relation`` gives the verdict, ``direction`` says what times and lengths tell. Credits and
worn quotations are not asked, since the texts are not kept.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from operator import attrgetter

from trucewatch.lineage.corpus.holding import FIGURES
from trucewatch.lineage.corpus.holdings import NO_DAYS, Holdings
from trucewatch.lineage.direction import Ruling, judge_bare
from trucewatch.lineage.likeness import Likeness
from trucewatch.lineage.model import Derivation, DerivationKind, Direction
from trucewatch.lineage.relation import OWN_FROM, REWRITTEN_FROM, Verdict, weigh_likeness
from trucewatch.values import Precision, When

_DERIVED = frozenset({DerivationKind.EDITED, DerivationKind.REWRITTEN})
_FIELDS = tuple(field.name for field in fields(Likeness))
_PLACES = tuple(FIGURES.index(name) if name in FIGURES else len(FIGURES) for name in _FIELDS)  # past the end stands 0
_WHOLE = Likeness(*(1000 if name in FIGURES else 0 for name in _FIELDS))
_NAMES = {
    pair: tuple(name for name, _ in _WHOLE.features(*pair)) for pair in (("parent", "child"), ("child", "parent"))
}
_values = attrgetter(*_FIELDS)
_REASON = {
    DerivationKind.EXACT: "The two are the same word for word.",
    DerivationKind.EDITED: "Much of the wording is the same.",
    DerivationKind.REWRITTEN: "What the two share stands in the same order.",
}


def to_edge(holdings: Holdings, older: int, newer: int, figures: list[int]) -> Derivation | None:
    """The edge between two documents, the older one added first; None where the verdict is no derivation."""
    padded = (*figures, 0)
    rewritten_from = OWN_FROM if holdings.is_own(older, newer) else REWRITTEN_FROM
    verdict = weigh_likeness(Likeness(*[padded[place] for place in _PLACES]), rewritten_from)
    return _edge(holdings, older, newer, verdict) if verdict.kind in _DERIVED else None


def to_exact_edge(holdings: Holdings, older: int, newer: int) -> Derivation:
    """The edge between two documents that are the same word for word."""
    return _edge(holdings, older, newer, Verdict(DerivationKind.EXACT, 1000, _WHOLE))


def _edge(holdings: Holdings, older: int, newer: int, verdict: Verdict) -> Derivation:
    ruling = _rule(holdings, older, newer, verdict)
    is_newer_first = ruling.direction is Direction.B_TO_A
    parent, child = (newer, older) if is_newer_first else (older, newer)
    sides = ("child", "parent") if is_newer_first else ("parent", "child")
    words = (
        ("the later version", "the earlier version") if is_newer_first else ("the earlier version", "the later version")
    )
    told = [reason.replace("{a}", words[0]).replace("{b}", words[1]) for reason in ruling.reasons]
    told += [_REASON[verdict.kind], verdict.note]
    return Derivation(
        child=holdings.name(child),
        parent=holdings.name(parent),
        kind=verdict.kind,
        direction=Direction.UNKNOWN if ruling.direction is Direction.UNKNOWN else Direction.A_TO_B,
        confidence=verdict.confidence,
        reasons=tuple(reason[:1].upper() + reason[1:] for reason in told if reason),
        features=(
            *zip(_NAMES[sides], _values(verdict.likeness), strict=True),
            ("direction", ruling.confidence),
        ),
    )


def _rule(holdings: Holdings, older: int, newer: int, verdict: Verdict) -> Ruling:
    sizes = holdings.size(older), holdings.size(newer)
    shares = verdict.likeness.words_a, verdict.likeness.words_b
    published = _when(holdings, older), _when(holdings, newer)
    return judge_bare(published, verdict.kind, sizes, shares)


def _when(holdings: Holdings, document: int) -> When | None:
    days = holdings.days(document)
    if days == NO_DAYS:
        return None
    return When("", date.fromordinal(days[0]), date.fromordinal(days[1]), Precision.DAY)
