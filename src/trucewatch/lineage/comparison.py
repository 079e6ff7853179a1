"""Two documents held side by side: the full sheet, and the verified edge made from it.

Decides the kind of relation, what became of each sentence and quotation, and which came first. Never looks at a third
document; whatever the corpus knows (page furniture) is passed in.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from trucewatch.documents.model import Document
from trucewatch.lineage.additions import additions
from trucewatch.lineage.direction import Evidence, Names, Ruling, judge
from trucewatch.lineage.explaining import SAME_EVENT_REASON, likeness_reasons, limits
from trucewatch.lineage.model import (
    AlignedSentence,
    Comparison,
    Derivation,
    DerivationKind,
    Direction,
    QuotationPair,
    Sketch,
)
from trucewatch.lineage.quotation_changes import follow
from trucewatch.lineage.relation import Verdict, weigh
from trucewatch.lineage.sentence_changes import aligned
from trucewatch.lineage.sketching import sketch
from trucewatch.values import Span

_DERIVED = frozenset({DerivationKind.EXACT, DerivationKind.EDITED, DerivationKind.REWRITTEN})
_DAYS_APART = 7  # accounts of one event published further apart are follow-ups
_NO_NAMES: Names = {}

#: How the sentences of two documents answer each other.
Align = Callable[[Document, Document], tuple[AlignedSentence, ...]]


def _answers(a: Document, b: Document) -> tuple[AlignedSentence, ...]:
    """Without the words that differ: naming them costs as much as all the rest."""
    return aligned(a, b, is_word_by_word=False)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is found by holding two documents side by side; reasons have {a} and {b} for the two."""

    kind: DerivationKind
    verdict: Verdict
    ruling: Ruling
    rows: tuple[AlignedSentence, ...]
    quotations: tuple[QuotationPair, ...]
    left_out: tuple[int, int]  # quotations of either side that are too many to follow

    def reasons(self, a: str, b: str) -> tuple[str, ...]:
        """Plain sentences, hardest evidence first."""
        alike = likeness_reasons(self.kind, self.verdict, self.rows, self.quotations)
        told = (*self.ruling.reasons, *alike, *limits(self.left_out))
        put = (reason.replace("{a}", a).replace("{b}", b) for reason in told)
        return tuple(reason[:1].upper() + reason[1:] for reason in put)

    def features(self, a: str, b: str) -> tuple[tuple[str, int], ...]:
        """The figures behind the kind, and how sure the direction is."""
        linked = [row for row in self.rows if row.a and row.b]
        followed = [pair for pair in self.quotations if pair.a and pair.b]
        counts = (("sentences_taken", len(linked)), ("quotations_taken", len(followed)))
        return (*self.verdict.likeness.features(a, b), ("direction", self.ruling.confidence), *counts)


def _hold(
    a: Document,
    b: Document,
    pair: tuple[Sketch, Sketch],
    verdict: Verdict,
    names: Names,
    align: Align = aligned,
) -> _Sheet:
    rows = align(a, b)
    quotations, left_out = follow(a, b, rows)
    ruling = Ruling(Direction.UNKNOWN)
    if verdict.kind in _DERIVED:
        shares = (verdict.likeness.words_a, verdict.likeness.words_b)
        ruling = judge(Evidence(a, b, *pair, verdict.kind, *shares, rows, quotations), names)
    is_common = ruling.is_common and verdict.kind is DerivationKind.REWRITTEN
    kind = DerivationKind.COMMON_SOURCE if is_common else verdict.kind
    return _Sheet(kind, verdict, ruling, rows, quotations, left_out)


def compare(
    a: Document,
    b: Document,
    *,
    ignored: Collection[int] = frozenset(),
    names: Names = _NO_NAMES,
) -> Comparison:
    """The full sheet for two documents, whatever their relation.

    ``names`` maps a source to the names credit lines may give it; ``ignored`` are keys of page furniture.
    """
    pair = (sketch(a), sketch(b))
    sheet = _hold(a, b, pair, weigh(*pair, ignored), names)
    return Comparison(
        a=a.id,
        b=b.id,
        kind=sheet.kind,
        direction=sheet.ruling.direction,
        confidence=sheet.verdict.confidence,
        reasons=sheet.reasons("A", "B"),
        features=sheet.features("a", "b"),
        sentences=sheet.rows,
        quotations=sheet.quotations,
    )


def relate(
    a: Document,
    b: Document,
    *,
    sketches: tuple[Sketch, Sketch] | None = None,
    ignored: Collection[int] = frozenset(),
    names: Names = _NO_NAMES,
    align: Align = _answers,
) -> Derivation | None:
    """The verified edge between two documents, or None where they are unrelated. The order of arguments is no matter.

    ``sketches`` are theirs where they are held already, which is the only way situation names count; ``align`` says how
    their sentences answer each other, for who asks that again. An edge of kind
    "same event" is no derivation: it tells which reports to show beside a story.
    """
    pair = sketches or (sketch(a), sketch(b))
    if a.id > b.id:
        return relate(b, a, sketches=(pair[1], pair[0]), ignored=ignored, names=names, align=align)
    verdict = weigh(*pair, ignored)
    if verdict.kind is DerivationKind.UNRELATED:
        return None
    if verdict.kind is DerivationKind.SAME_EVENT:
        return _beside(a, b, verdict)
    return _edge((a, b), pair, _hold(a, b, pair, verdict, names, align))


def _edge(documents: tuple[Document, Document], pair: tuple[Sketch, Sketch], sheet: _Sheet) -> Derivation:
    a, b = (document.id for document in documents)
    direction = sheet.ruling.direction
    is_b_first = direction is Direction.B_TO_A
    is_known = direction is not Direction.UNKNOWN
    words = ("the earlier version", "the later version") if is_known else ("one version", "the other")
    return Derivation(
        child=a if is_b_first else b,
        parent=b if is_b_first else a,
        kind=sheet.kind,
        direction=Direction.A_TO_B if is_known else Direction.UNKNOWN,
        confidence=sheet.verdict.confidence,
        reasons=sheet.reasons(*(words[::-1] if is_b_first else words)),
        features=sheet.features(*(("child", "parent") if is_b_first else ("parent", "child"))),
        added=_added(documents, pair, sheet),
    )


def _added(documents: tuple[Document, Document], pair: tuple[Sketch, Sketch], sheet: _Sheet) -> tuple[Span, ...]:
    """What the later version says of its own, where it is known which is the later."""
    if sheet.ruling.direction is Direction.UNKNOWN:
        return ()
    if sheet.ruling.direction is Direction.B_TO_A:
        return additions(documents[0], (span for row in sheet.rows if not row.b for span in row.a), pair[1])
    return additions(documents[1], (span for row in sheet.rows if not row.a for span in row.b), pair[0])


def _beside(a: Document, b: Document, verdict: Verdict) -> Derivation | None:
    """An independent or foreign account of the same event, unless published too far apart."""
    one, two = a.published, b.published
    if one and two and one.latest and two.latest and one.earliest and two.earliest:
        apart = max((two.earliest - one.latest).days, (one.earliest - two.latest).days)
        if apart > _DAYS_APART:
            return None
    reason = verdict.note or SAME_EVENT_REASON
    return Derivation(
        child=b.id,
        parent=a.id,
        kind=DerivationKind.SAME_EVENT,
        direction=Direction.UNKNOWN,
        confidence=verdict.confidence,
        reasons=(reason,),
        features=verdict.likeness.features("parent", "child"),
    )
