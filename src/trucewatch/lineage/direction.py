"""Which of two related documents came first, by the hardest evidence there is.

Order: a credit line; publication times as far as they are known; one version holding all of the other and more;
quotations worn down. "Unknown" is an answer. Style is never asked: it tells machines from people, not copies from
originals. What a version holds of its own is counted in sentences of its body: every outlet writes its own headline.
Reasons are sentences with {a} and {b} for the two documents.
"""

from __future__ import annotations

from collections import Counter
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
from trucewatch.lineage.passages import Apart

#: How often such evidence is right, per mille: estimates, lower than what it reaches on machine rewrites.
_BY_CREDIT, _BY_TIME, _BY_LENGTH, _BY_WEAR, _BY_LOSS = 950, 900, 650, 700, 600
_HOLDS_ALL = 900  # per mille of the shorter's words
_LONGER_BY = 1250  # per mille of the shorter's size
_OWN_SENTENCES = 2  # sentences of its own before a version is said to hold what the other lacks
_LOST = 2  # quotations: one may be lost to a misread mark
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
    own_a, own_b = _own(evidence)
    is_common = min(own_a[0], own_b[0]) >= _OWN_SENTENCES
    steps = (_by_credit(evidence, names), _by_time(evidence), _by_length(evidence))
    softer = () if is_common else (_by_wear(evidence), _by_loss(evidence, own_a[0], own_b[0]))
    ruling = next((step for step in (*steps, *softer) if step), None)
    if ruling is not None:
        return Ruling(ruling.direction, ruling.confidence, (*ruling.reasons, *_longer(ruling.direction, own_a, own_b)))
    if is_common:
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
    credits_a = _is_credited(evidence.sketch_b, evidence.b, evidence.a, names)
    credits_b = _is_credited(evidence.sketch_a, evidence.a, evidence.b, names)
    if credits_a == credits_b:
        return None
    return _ruled(credits_a, _BY_CREDIT, "{b} credits the source of {a}.")


def _is_credited(sketch: Sketch, document: Document, other: Document, names: Names) -> bool:
    """Whether ``document``, of which ``sketch`` is, credits whoever published ``other`` or wired it.

    The agency in the dateline of a report without a source is its own name, and no credit.
    """
    own = _names_of(document, names) if document.source else _agency(document)
    theirs = _names_of(other, names) | _agency(other)
    return not theirs.isdisjoint(set(sketch.credits) - own)


def _names_of(document: Document, names: Names) -> set[str]:
    return {fold_name(name) for name in (document.source, *names.get(document.source, ())) if name}


def _agency(document: Document) -> set[str]:
    return {fold_name(document.dateline.agency)} if document.dateline and document.dateline.agency else set()


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


def _by_wear(evidence: Evidence) -> Ruling | None:
    """Quotations wear down: they lose their marks, and seldom gain them back.

    Worn ones on both sides tell that each was worn by another hand.
    """
    worn = Counter(pair.change for pair in evidence.quotations)
    unquoted, quoted = worn[QuotationChange.UNQUOTED], worn[QuotationChange.QUOTED]
    if bool(unquoted) == bool(quoted):
        return None
    count = max(unquoted, quoted)
    what = "1 quotation of {a} stands" if count == 1 else f"{count} quotations of {{a}} stand"
    return _ruled(unquoted > quoted, _BY_WEAR, f"{what} as indirect speech in {{b}}.")


def _by_loss(evidence: Evidence, own_a: int, own_b: int) -> Ruling | None:
    """Whoever rewrites leaves quotations out; one with every quotation of the other and more of them is the earlier.

    Asked last: a later version may also have gone and heard more people.
    """
    changes = Counter(pair.change for pair in evidence.quotations)
    lost, new = changes[QuotationChange.DROPPED], changes[QuotationChange.NEW]
    is_a_first = lost > 0
    if min(lost, new) or max(lost, new) < _LOST or (own_b if is_a_first else own_a):
        return None
    reason = f"{{a}} has {max(lost, new)} quotations that {{b}} lacks, and {{b}} has nothing that {{a}} lacks."
    return _ruled(is_a_first, _BY_LOSS, reason)


def _own(evidence: Evidence) -> tuple[tuple[int, int], tuple[int, int]]:
    """For each version: sentences of its body that the other lacks, and all of its body."""
    apart_a, apart_b = Apart(evidence.a), Apart(evidence.b)
    body_a = [(row.change, sum(not apart_a.holds(span) for span in row.a)) for row in evidence.rows]
    body_b = [(row.change, sum(not apart_b.holds(span) for span in row.b)) for row in evidence.rows]
    dropped = sum(count for change, count in body_a if change is SentenceChange.DROPPED)
    added = sum(count for change, count in body_b if change is SentenceChange.ADDED)
    return (dropped, sum(count for _, count in body_a)), (added, sum(count for _, count in body_b))


def _longer(direction: Direction, own_a: tuple[int, int], own_b: tuple[int, int]) -> tuple[str, ...]:
    is_a_first = direction is Direction.A_TO_B
    own, total = own_b if is_a_first else own_a
    child, parent = ("{b}", "{a}") if is_a_first else ("{a}", "{b}")
    if own < _OWN_SENTENCES or 1000 * own < _MUCH_OWN * total:
        return ()
    return (f"{child} has {own} sentences that {parent} lacks: it may derive from a longer version of {parent}.",)
