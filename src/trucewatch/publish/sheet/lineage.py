"""Words stories and altered quotations: who took what from whom, and which words changed inside the marks.

Decides phrasing, and which comparisons have something to show. Never says who is right, and never names a direction
that the derivation does not.
"""

from __future__ import annotations

from trucewatch.lineage.model import (
    Comparison,
    Derivation,
    DerivationKind,
    Direction,
    QuotationChange,
    QuotationPair,
    Story,
    WordChange,
)
from trucewatch.publish.sheet.desk import Desk
from trucewatch.publish.sheet.model import QuotationLine, QuotationSheet, Run, StoryLine
from trucewatch.publish.sheet.story import story_rows
from trucewatch.publish.shown import one_line, shown
from trucewatch.publish.wording import count_words
from trucewatch.values import Span

_WORDING = "wording"  # a change that bears on nothing but style
_SHOWN_CHANGES = frozenset(
    {
        QuotationChange.ALTERED,
        QuotationChange.TRIMMED,
        QuotationChange.UNQUOTED,
        QuotationChange.QUOTED,
        QuotationChange.REATTRIBUTED,
    }
)
#: What was done to the words first, what was left as it was last.
_CHANGE_ORDER = (
    QuotationChange.ALTERED,
    QuotationChange.REATTRIBUTED,
    QuotationChange.UNQUOTED,
    QuotationChange.QUOTED,
    QuotationChange.TRIMMED,
    QuotationChange.DROPPED,
    QuotationChange.NEW,
    QuotationChange.VERBATIM,
)


def story_lines(desk: Desk) -> tuple[StoryLine, ...]:
    """Stories of several reports first, then reports that stand alone."""
    lines = [_story(desk, story) for story in desk.bulletin.stories]
    return tuple(sorted(lines, key=lambda line: line.is_alone))


def _story(desk: Desk, story: Story) -> StoryLine:
    is_alone = len(story.documents) == 1
    origins = count_words(story.origins, "independent origin")
    sentence = f"{count_words(len(story.documents), 'report')}, {origins}."
    if story.has_unseen_root:
        sentence += " It goes back to a version that is not held here."
    title = story.title or (desk.label(story.roots[0]) if story.roots else story.id)
    edges = tuple(_edge(desk, derivation) for derivation in story.derivations)
    related = tuple(desk.label(document) for document in story.related)
    rows = () if is_alone else story_rows(desk, story)
    return StoryLine(story.id, one_line(title, 160), sentence, edges, story.documents, is_alone, related, rows)


def _edge(desk: Desk, derivation: Derivation) -> str:
    child, parent = desk.label(derivation.child), desk.label(derivation.parent)
    reasons = " ".join(one_line(reason, 300) for reason in derivation.reasons[:3])
    confidence = f"{derivation.confidence // 10} %"
    if derivation.direction is Direction.UNKNOWN or derivation.kind is DerivationKind.COMMON_SOURCE:
        return f"“{child}” and “{parent}” share wording ({derivation.kind.value}, {confidence} sure); which came first cannot be told. {reasons}"  # noqa: E501 - one sentence
    return f"“{child}” took from “{parent}” ({derivation.kind.value}, {confidence} sure). {reasons}"


def quotation_sheets(desk: Desk) -> tuple[QuotationSheet, ...]:
    """One sheet per pair of reports in which a quotation changed."""
    sheets = (_sheet(desk, comparison) for comparison in desk.bulletin.comparisons)
    return tuple(sheet for sheet in sheets if sheet is not None)


def _sheet(desk: Desk, comparison: Comparison) -> QuotationSheet | None:
    a, b = desk.documents.get(comparison.a), desk.documents.get(comparison.b)
    pairs = [pair for pair in comparison.quotations if pair.change in _SHOWN_CHANGES]
    if a is None or b is None or not pairs:
        return None
    return QuotationSheet(
        comparison.a,
        comparison.b,
        desk.label(comparison.a),
        desk.label(comparison.b),
        direction_words(comparison.direction, comparison.kind),
        tuple(_quotation(desk, pair, comparison) for pair in sort_quotations(pairs)),
    )


def sort_quotations(pairs: list[QuotationPair]) -> list[QuotationPair]:
    """Altered ones first, verbatim ones last; then by place in the text."""
    return sorted(pairs, key=lambda p: (_CHANGE_ORDER.index(p.change), _place(p)))


def _place(pair: QuotationPair) -> tuple[int, int]:
    return (pair.a.start if pair.a else -1, pair.b.start if pair.b else -1)


def direction_words(direction: Direction, kind: DerivationKind) -> str:
    """Which of two versions came first, as far as it is known."""
    known = {
        Direction.A_TO_B: f"The second version derives from the first ({kind.value}).",
        Direction.B_TO_A: f"The first version derives from the second ({kind.value}).",
        Direction.UNKNOWN: f"Which version came first cannot be told ({kind.value}).",
    }
    return known[direction]


def _quotation(desk: Desk, pair: QuotationPair, comparison: Comparison) -> QuotationLine:
    text_a, text_b = desk.documents[comparison.a].text, desk.documents[comparison.b].text
    bears_on = sorted({change.bears_on for change in pair.words if change.bears_on})
    return QuotationLine(
        pair.change.value,
        ", ".join(bears_on),
        runs(text_a, pair.a, [(change.a, change) for change in pair.words if change.a]),
        runs(text_b, pair.b, [(change.b, change) for change in pair.words if change.b]),
        desk.cite(comparison.a, pair.a) if pair.a else None,
        desk.cite(comparison.b, pair.b) if pair.b else None,
    )


def runs(text: str, span: Span | None, changes: list[tuple[Span, WordChange]]) -> tuple[Run, ...]:
    """``span`` of ``text`` as stretches that changed and stretches that did not."""
    if span is None:
        return ()
    out: list[Run] = []
    at = span.start
    for changed, change in sorted(changes, key=lambda each: each[0]):
        start, end = max(changed.start, at), min(changed.end, span.end)
        if start >= end:
            continue
        if start > at:
            out.append(Run(shown(text[at:start]), ""))
        out.append(Run(shown(text[start:end]), change.bears_on or _WORDING))
        at = end
    if at < span.end:
        out.append(Run(shown(text[at : span.end]), ""))
    return tuple(out)
