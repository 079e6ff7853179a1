"""Which of two related documents came first, by the hardest evidence there is.

Order: a credit line; publication times as far as they are known; one version holding all of the other and more;
quotations worn down. "Unknown" is an answer. Style is never asked: it tells machines from people, not copies from
originals. Reasons are sentences with {a} and {b} for the two documents.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from trucewatch.documents.model import Document
from trucewatch.lineage.credit_lines import fold_name
from trucewatch.lineage.model import (
    AlignedSentence,
    DerivationKind,
    Direction,
    QuotationChange,
    QuotationPair,
    SentenceChange,
    Sketch,
)

_BY_CREDIT, _BY_TIME, _BY_LENGTH, _BY_QUOTATION = 950, 900, 650, 700  # how often such evidence is right, per mille
_HOLDS_ALL = 900  # per mille of the shorter's words
_LONGER_BY = 1250  # per mille of the shorter's size
_OWN_SENTENCES = 2  # sentences of its own before a version is said to hold what the other lacks
_WORN_AMONG_OWN = 2  # where both hold sentences of their own, one worn quotation may be chance: siblings have them too
_MUCH_OWN = 200  # per mille of a version's sentences

Names = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Ruling:
    """The direction, how sure, and why. ``is_common``: each version holds what the other lacks; neither is first."""

    direction: Direction
    confidence: int = 0
    reasons: tuple[str, ...] = field(default=())
    is_common: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that can bear on the direction between two documents."""

    a: Document
    b: Document
    sketch_a: Sketch
    sketch_b: Sketch
    kind: DerivationKind
    words_a: int  # per mille of A's telling words that B has
    words_b: int
    rows: Sequence[AlignedSentence]
    quotations: Sequence[QuotationPair]


def judge(evidence: Evidence, names: Names) -> Ruling:
    """The direction by the hardest evidence that speaks; softer evidence is not asked once harder has spoken."""
    steps = (_by_credit(evidence, names), _by_time(evidence), _by_length(evidence), _by_quotations(evidence))
    ruling = next((step for step in steps if step), None)
    own_a, own_b = _own(evidence.rows)
    if ruling is not None:
        return Ruling(ruling.direction, ruling.confidence, (*ruling.reasons, *_longer(ruling.direction, own_a, own_b)))
    if min(own_a[0], own_b[0]) >= _OWN_SENTENCES:
        reason = (
            f"{{a}} has {own_a[0]} sentences that {{b}} lacks and {{b}} has {own_b[0]} that {{a}} lacks: "
            "both may come from a version we do not hold."
        )
        return Ruling(Direction.UNKNOWN, 0, (reason,), is_common=True)
    return Ruling(Direction.UNKNOWN, 0, ("Nothing tells which of {a} and {b} came first.",))


def _ruled(is_a_first: bool, confidence: int, reason: str) -> Ruling:
    """``reason`` is written for A first; with B first the names change places."""
    if not is_a_first:
        reason = reason.replace("{a}", "\0").replace("{b}", "{a}").replace("\0", "{b}")
    return Ruling(Direction.A_TO_B if is_a_first else Direction.B_TO_A, confidence, (reason,))


def _by_credit(evidence: Evidence, names: Names) -> Ruling | None:
    credits_a = _is_credited(evidence.sketch_b, evidence.a.source, names)
    credits_b = _is_credited(evidence.sketch_a, evidence.b.source, names)
    if credits_a == credits_b:
        return None
    return _ruled(credits_a, _BY_CREDIT, "{b} credits the source of {a}.")


def _is_credited(sketch: Sketch, source: str, names: Names) -> bool:
    known = {fold_name(name) for name in (source, *names.get(source, ())) if name}
    return sketch.source != source and not known.isdisjoint(sketch.credits)


def _by_time(evidence: Evidence) -> Ruling | None:
    a, b = evidence.a.published, evidence.b.published
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return None
    if a.latest < b.earliest:
        return _ruled(True, _BY_TIME, f"{{a}} was published by {a.latest}, {{b}} from {b.earliest} on.")
    if b.latest < a.earliest:
        return _ruled(False, _BY_TIME, f"{{a}} was published by {b.latest}, {{b}} from {a.earliest} on.")
    return None


def _by_length(evidence: Evidence) -> Ruling | None:
    """Copied wording that one side has only a part of was cut, not added to; in rewrites length tells nothing."""
    if evidence.kind is not DerivationKind.EDITED:
        return None
    size_a, size_b = evidence.sketch_a.size, evidence.sketch_b.size
    holds_b = evidence.words_b >= _HOLDS_ALL and 1000 * size_a >= _LONGER_BY * size_b
    holds_a = evidence.words_a >= _HOLDS_ALL and 1000 * size_b >= _LONGER_BY * size_a
    if holds_a == holds_b:
        return None
    return _ruled(holds_b, _BY_LENGTH, "{a} has all of {b} and more, in the same words.")


def _by_quotations(evidence: Evidence) -> Ruling | None:
    """Quotations wear down: they lose their marks or their ends, and seldom gain them back."""
    worn = {QuotationChange.UNQUOTED: 0, QuotationChange.QUOTED: 0}
    for pair in evidence.quotations:
        if pair.change in worn:
            worn[pair.change] += 1
    unquoted, quoted = worn[QuotationChange.UNQUOTED], worn[QuotationChange.QUOTED]
    own_a, own_b = _own(evidence.rows)
    needed = _WORN_AMONG_OWN if min(own_a[0], own_b[0]) >= _OWN_SENTENCES else 1
    if abs(unquoted - quoted) < needed:
        return None
    count = max(unquoted, quoted)
    what = "1 quotation of {a} stands" if count == 1 else f"{count} quotations of {{a}} stand"
    return _ruled(unquoted > quoted, _BY_QUOTATION, f"{what} as indirect speech in {{b}}.")


def _own(rows: Sequence[AlignedSentence]) -> tuple[tuple[int, int], tuple[int, int]]:
    """For each version: sentences the other lacks, and all its sentences."""
    dropped = sum(row.change is SentenceChange.DROPPED for row in rows)
    added = sum(row.change is SentenceChange.ADDED for row in rows)
    return (dropped, sum(len(row.a) for row in rows)), (added, sum(len(row.b) for row in rows))


def _longer(direction: Direction, own_a: tuple[int, int], own_b: tuple[int, int]) -> tuple[str, ...]:
    is_a_first = direction is Direction.A_TO_B
    own, total = own_b if is_a_first else own_a
    child, parent = ("{b}", "{a}") if is_a_first else ("{a}", "{b}")
    if own < _OWN_SENTENCES or 1000 * own < _MUCH_OWN * total:
        return ()
    return (f"{child} has {own} sentences that {parent} lacks: it may derive from a longer version of {parent}.",)
