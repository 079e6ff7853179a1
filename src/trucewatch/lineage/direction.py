"""Which of two related documents came first, by the hardest evidence there is.

Order: a credit line; publication times as far as they are known; one quoting the other's own words; what one version
lost of the other's figures and quotations; one holding all of the other and more. Clues add up, in milli-logits. A
softer one never turns a harder one around: where they speak against each other the answer is "unknown", as it is where
they say too little. Style is never asked: it tells machines from people, not copies from originals.
Reasons are sentences with {a} and {b} for the two documents.

Provenance of the weights: ``losses`` for the soft clues; credits and times are estimates, below what they reach on
simulated times with errors (``tests/quality/direction_measures.py``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import exp
from urllib.parse import urlsplit

from trucewatch.documents.model import Document
from trucewatch.lineage.credit_lines import fold_name
from trucewatch.lineage.losses import OWN_SENTENCES, Side, lost_by, quoted_from
from trucewatch.lineage.model import (
    AlignedSentence,
    DerivationKind,
    Direction,
    QuotationPair,
    SentenceChange,
    Sketch,
)
from trucewatch.lineage.passages import Apart
from trucewatch.values import When

_BY_CREDIT = 3_000
_BY_TIME, _NEXT_DAY = 4_000, 3_000  # a day apart may be no more than two time zones
_BY_LENGTH = 1_750  # of 30 pairs looked at, machine and human rewrites, 26 were told rightly
_BY_QUOTING, _PASSAGES = 2_500, 2  # of the development pairs none quotes two passages of a text made from it
_SOFT = 2_200  # .90, what soft clues may come to: in the wild later versions also hear more people
_TOLD_FROM = 1_500  # .82, chosen so that of siblings, which have no direction, about one in thirteen passes it
_MOST_SURE = 990

_HOLDS_ALL = 900  # per mille of the shorter's words
_LONGER_BY = 1250  # per mille of the shorter's size
_MUCH_OWN = 200  # per mille of a version's sentences
_CUT = "{a} has all of {b} and more, in the same words."

Names = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Ruling:
    """The direction, how sure per mille, and why.

    ``is_common``: each version holds what the other lacks; neither is first.
    """

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


@dataclass(frozen=True, slots=True)
class _Clue:
    """What speaks for one order: above zero for A first. The reason is written for whichever it speaks for."""

    weight: int
    reason: str


def judge(evidence: Evidence, names: Names) -> Ruling:
    """The direction that all clues together tell, or why none is told."""
    own_a, own_b = _own(evidence)
    clues = _clues(evidence, names, own_a[0], own_b[0])
    told = _told(clues)
    if told is not None:
        return Ruling(told.direction, told.confidence, (*told.reasons, *_longer(told.direction, own_a, own_b)))
    if min(own_a[0], own_b[0]) >= OWN_SENTENCES:
        reason = (
            f"{{a}} has {own_a[0]} sentences that {{b}} lacks and {{b}} has {own_b[0]} that {{a}} lacks: "
            "both may come from a version we do not hold."
        )
        return Ruling(Direction.UNKNOWN, 0, (*_opposed(clues), reason), is_common=True)
    return Ruling(Direction.UNKNOWN, 0, _opposed(clues) or ("Nothing tells which of {a} and {b} came first.",))


def judge_bare(
    published: tuple[When | None, When | None], kind: DerivationKind, sizes: tuple[int, int], shares: tuple[int, int]
) -> Ruling:
    """The direction that can be told without the texts: by when the two were published, and by length.

    ``shares`` are how much of each one's telling words the other has, per mille.
    """
    longer = _by_length(kind, sizes, shares)
    by_length = _clue(longer * _BY_LENGTH, _CUT) if longer else None
    clues = [clue for clue in (_by_time(*published), by_length) if clue]
    return _told(clues) or Ruling(Direction.UNKNOWN, 0, _opposed(clues))


def _told(clues: Sequence[_Clue]) -> Ruling | None:
    total = sum(clue.weight for clue in clues)
    if abs(total) < _TOLD_FROM:
        return None
    for_it = tuple(clue.reason for clue in clues if (clue.weight > 0) == (total > 0))
    sure = min(_MOST_SURE, round(1000 / (1 + exp(-abs(total) / 1000))))
    return Ruling(Direction.A_TO_B if total > 0 else Direction.B_TO_A, sure, for_it)


def _opposed(clues: Sequence[_Clue]) -> tuple[str, ...]:
    """Clues that speak against each other, where that is why nothing is told."""
    strong = [clue for clue in clues if abs(clue.weight) >= _TOLD_FROM]
    if not strong or len({clue.weight > 0 for clue in clues}) < 2:
        return ()
    return (*(clue.reason for clue in clues), "These speak against each other: which came first is left open.")


def _clues(evidence: Evidence, names: Names, own_a: int, own_b: int) -> tuple[_Clue, ...]:
    """Hardest first."""
    hard = [
        clue
        for clue in (
            _by_credit(evidence, names),
            _by_time(evidence.a.published, evidence.b.published),
            _by_quoting(evidence),
        )
        if clue
    ]
    return (*hard, *_soft(evidence, own_a, own_b))


def _clue(weight: int, reason: str) -> _Clue:
    """``reason`` is written for A first; with B first the names change places."""
    return _Clue(weight, _turned(reason, is_b_first=weight < 0))


def _turned(reason: str, *, is_b_first: bool) -> str:
    return reason.replace("{a}", "\0").replace("{b}", "{a}").replace("\0", "{b}") if is_b_first else reason


def _by_credit(evidence: Evidence, names: Names) -> _Clue | None:
    credits_a = _is_credited(evidence.sketch_b, evidence.b, evidence.a, names)
    credits_b = _is_credited(evidence.sketch_a, evidence.a, evidence.b, names)
    if credits_a == credits_b:
        return None
    return _clue(_BY_CREDIT if credits_a else -_BY_CREDIT, "{b} credits the source of {a}.")


def _is_credited(sketch: Sketch, document: Document, other: Document, names: Names) -> bool:
    """Whether ``document``, of which ``sketch`` is, credits whoever published ``other`` or wired it.

    The agency in the dateline of a report without a source is its own name, and no credit.
    """
    own = _names_of(document, names) if document.source else _agency(document)
    theirs = _names_of(other, names) | _agency(other)
    return not theirs.isdisjoint(set(sketch.credits) - own)


def _names_of(document: Document, names: Names) -> set[str]:
    """What its source is called: as given, as the situation names it, and by the site that it was fetched from."""
    site = (urlsplit(document.url).hostname or "").removeprefix("www.") if document.url.startswith("http") else ""
    return {fold_name(name) for name in (document.source, site, *names.get(document.source, ())) if name}


def _agency(document: Document) -> set[str]:
    return {fold_name(document.dateline.agency)} if document.dateline and document.dateline.agency else set()


def _by_time(a: When | None, b: When | None) -> _Clue | None:
    """Intervals that overlap decide nothing: a report of some day in April and one of 10 April."""
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return None
    if a.latest < b.earliest:
        return _clue(_by_days(a.latest, b.earliest), f"{{a}} was published by {a.latest}, {{b}} from {b.earliest} on.")
    if b.latest < a.earliest:
        return _clue(-_by_days(b.latest, a.earliest), f"{{a}} was published by {b.latest}, {{b}} from {a.earliest} on.")
    return None


def _by_days(first: date, then: date) -> int:
    return _BY_TIME if (then - first).days > 1 else _NEXT_DAY


def _by_quoting(evidence: Evidence) -> _Clue | None:
    """Whoever quotes another's own telling, word for word and more than once, has read it."""
    passages = quoted_from(evidence.a, evidence.b, evidence.quotations)
    if abs(passages) < _PASSAGES:
        return None
    reason = f"{{b}} quotes {abs(passages)} passages of {{a}} word for word."
    return _clue(_BY_QUOTING if passages > 0 else -_BY_QUOTING, reason)


def _soft(evidence: Evidence, own_a: int, own_b: int) -> Iterator[_Clue]:
    """What was lost, and which side is the longer where that speaks for the same order."""
    one = Side(evidence.a, evidence.sketch_a, own_a)
    other = Side(evidence.b, evidence.sketch_b, own_b)
    lost = lost_by(one, other, evidence.rows, evidence.quotations)
    weight = max(-_SOFT, min(_SOFT, lost.weight))
    if weight:
        yield _clue(weight, lost.reason)
    shares = evidence.words_a, evidence.words_b
    longer = _by_length(evidence.kind, (evidence.sketch_a.size, evidence.sketch_b.size), shares)
    if longer and weight * longer >= 0 and abs(weight) < _SOFT:
        room = min(_BY_LENGTH, _SOFT - abs(weight))
        yield _clue(longer * room, _CUT)


def _by_length(kind: DerivationKind, sizes: tuple[int, int], shares: tuple[int, int]) -> int:
    """1 where B was cut from A, -1 where A was from B: copied wording that one side has only a part of was cut.

    In rewrites length tells nothing.
    """
    if kind is not DerivationKind.EDITED:
        return 0
    holds_b = shares[1] >= _HOLDS_ALL and 1000 * sizes[0] >= _LONGER_BY * sizes[1]
    holds_a = shares[0] >= _HOLDS_ALL and 1000 * sizes[1] >= _LONGER_BY * sizes[0]
    return holds_b - holds_a


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
    if own < OWN_SENTENCES or 1000 * own < _MUCH_OWN * total:
        return ()
    return (f"{child} has {own} sentences that {parent} lacks: it may derive from a longer version of {parent}.",)
