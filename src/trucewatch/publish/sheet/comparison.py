"""Words a comparison of two reports: quotations first, then every sentence beside its counterpart.

Decides order and phrasing. Never says which version is right.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from trucewatch.documents.model import Document
from trucewatch.lineage.model import (
    AlignedSentence,
    Comparison,
    DerivationKind,
    Direction,
    QuotationChange,
    QuotationPair,
    SentenceChange,
    WordChange,
)
from trucewatch.publish.sheet.lineage import direction_words, runs, sort_quotations
from trucewatch.publish.sheet.model import Run
from trucewatch.publish.shown import one_line
from trucewatch.publish.wording import count_words, list_words, when_words
from trucewatch.values import Span

_GAP = Run(" … ", "")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two reports."""

    letter: str
    title: str
    source: str
    published: str
    language: str
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the sheet: what became of it, and both versions with changed words marked."""

    change: str
    note: str
    a: tuple[Run, ...]
    b: tuple[Run, ...]
    a_place: str
    b_place: str


@dataclass(frozen=True, slots=True)
class ComparisonSheet:
    """Everything that is shown of a comparison."""

    sides: tuple[Side, Side]
    verdict: str
    sureness: str
    reasons: tuple[str, ...]
    counts: tuple[str, ...]
    quotations: tuple[Row, ...]
    sentences: tuple[Row, ...]


def write_comparison(comparison: Comparison, a: Document, b: Document) -> ComparisonSheet:
    """The sheet. ``a`` and ``b`` must be the documents that were compared."""
    if (comparison.a, comparison.b) != (a.id, b.id):
        raise ValueError("the documents are not those that were compared")
    return ComparisonSheet(
        (_side("A", a), _side("B", b)),
        _verdict(comparison),
        _sureness(comparison),
        tuple(one_line(reason, 400) for reason in comparison.reasons),
        _counts(comparison),
        tuple(_quotation(pair, a.text, b.text) for pair in sort_quotations(list(comparison.quotations))),
        tuple(_sentence(row, a.text, b.text) for row in comparison.sentences),
    )


def _side(letter: str, document: Document) -> Side:
    return Side(
        letter,
        one_line(document.title or document.name or document.id, 200),
        one_line(document.source, 80) or "source not named",
        when_words(document.published) if document.published else "date of publication not known",
        document.language,
        document.text_sha256,
    )


def _verdict(comparison: Comparison) -> str:
    if comparison.kind is DerivationKind.UNRELATED:
        return "No sign that one derives from the other."
    if comparison.kind is DerivationKind.SAME_EVENT:
        return "Two independent accounts of one event: neither derives from the other."
    if comparison.kind is DerivationKind.COMMON_SOURCE:
        return "Both derive from a text that is not held here."
    if comparison.kind is DerivationKind.EXACT and comparison.direction is Direction.UNKNOWN:
        return "The same text."
    words = direction_words(comparison.direction, comparison.kind)
    return (
        words.replace("The second version", "B")
        .replace("The first version", "A")
        .replace("the first", "A")
        .replace("the second", "B")
    )


def _sureness(comparison: Comparison) -> str:
    """How sure the relation is, and how sure the order: two questions."""
    related = f"{comparison.confidence // 10} % sure"
    order = dict(comparison.features).get("direction", 0)
    if comparison.direction is Direction.UNKNOWN or not order:
        return related
    return f"{related} that they are related so, {order // 10} % sure which came first"


def _counts(comparison: Comparison) -> tuple[str, ...]:
    sentences = [row.change for row in comparison.sentences]
    quotations = [pair.change for pair in comparison.quotations]
    by_sentence = [f"{sentences.count(change)} {change.value}" for change in SentenceChange if change in sentences]
    by_quotation = [f"{quotations.count(change)} {change.value}" for change in QuotationChange if change in quotations]
    lines = []
    if quotations:
        lines.append(f"{count_words(len(quotations), 'quotation')}: {list_words(by_quotation)}.")
    if sentences:
        lines.append(f"{count_words(len(sentences), 'row')} of sentences: {list_words(by_sentence)}.")
    return tuple(lines)


def _quotation(pair: QuotationPair, a: str, b: str) -> Row:
    """One quotation: in marks where it stands in marks, and with both names where somebody else now speaks."""
    spans_a, spans_b = ((pair.a,) if pair.a else ()), ((pair.b,) if pair.b else ())
    row = _row(pair.change.value, spans_a, spans_b, pair.words, (a, b))
    is_marked_a, is_marked_b = pair.change is not QuotationChange.QUOTED, pair.change is not QuotationChange.UNQUOTED
    return replace(
        row,
        note=_told_by(pair, a, b) or row.note,
        a=_in_marks(row.a) if is_marked_a else row.a,
        b=_in_marks(row.b) if is_marked_b else row.b,
    )


def _in_marks(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return (Run("“", ""), *runs, Run("”", "")) if runs else ()


def _told_by(pair: QuotationPair, a: str, b: str) -> str:
    if pair.change is not QuotationChange.REATTRIBUTED or not pair.speaker_a or not pair.speaker_b:
        return ""
    return f"{one_line(pair.speaker_a.of(a), 80)} in A, {one_line(pair.speaker_b.of(b), 80)} in B"


def _sentence(row: AlignedSentence, a: str, b: str) -> Row:
    return _row(row.change.value, row.a, row.b, row.words, (a, b))


def _row(
    change: str, a: tuple[Span, ...], b: tuple[Span, ...], words: tuple[WordChange, ...], texts: tuple[str, str]
) -> Row:
    bears_on = sorted({each.bears_on for each in words if each.bears_on})
    changes_a = [(each.a, each) for each in words if each.a]
    changes_b = [(each.b, each) for each in words if each.b]
    return Row(
        change,
        f"bears on {list_words(bears_on)}" if bears_on else "",
        _several(texts[0], a, changes_a),
        _several(texts[1], b, changes_b),
        _place(a),
        _place(b),
    )


def _several(text: str, spans: Iterable[Span], changes: list[tuple[Span, WordChange]]) -> tuple[Run, ...]:
    out: list[Run] = []
    for span in spans:
        if out:
            out.append(_GAP)
        out.extend(runs(text, span, [each for each in changes if each[0].overlaps(span)]))
    return tuple(out)


def _place(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{span.start}–{span.end}" for span in spans)
