"""Words what stands behind the bulletin: the reports in full, their sources, and what was left out.

Decides how a report's text is cut into marked pieces. It must run last, since only then are all citations known.
"""

from __future__ import annotations

from trucewatch.documents.model import Document
from trucewatch.publish.marks import cut
from trucewatch.publish.sheet.desk import Desk
from trucewatch.publish.sheet.model import Cite, LeftOut, Paragraph, ReportLine, SourceLine, TextPiece
from trucewatch.publish.shown import one_line, shown
from trucewatch.publish.wording import when_words
from trucewatch.situation.model import Source
from trucewatch.values import Span

_MEANS = {  # what the case's short reasons mean, for a reader who has not read the manual
    "not understood": "kept and shown, but this engine has no rules for its language",
    "statements only": "read for who says what, but this engine has no rules for events in its language",
    "history": "what the report tells as history, before the period under watch",
    "background": "what the report tells as history, before the period under watch",
    "planned": "said to be planned, not to have happened",
    "feared": "feared, not said to have happened",
    "hypothetical": "said of a case that has not come about",
    "outside the period": "told in a report of the period, dated outside it",
    "rejected on review": "a reviewer judged it wrong",
}


def left_out(desk: Desk) -> tuple[LeftOut, ...]:
    """What was not counted, grouped by reason in order of first appearance."""
    groups: dict[str, list[tuple[str, Cite | None]]] = {}
    for item in desk.bulletin.not_counted:
        cite = desk.cite(item.document, item.span) if item.span else None
        means = _MEANS.get(item.reason)
        reason = f"{item.reason}: {means}" if means else one_line(item.reason, 160)
        groups.setdefault(reason, []).append((desk.label(item.document), cite))
    return tuple(LeftOut(reason, tuple(items)) for reason, items in groups.items())


def source_lines(desk: Desk) -> tuple[SourceLine, ...]:
    """Every publisher of a report in the bulletin, by name."""
    counts: dict[str, int] = {}
    for document in desk.bulletin.documents:
        counts[document.source] = counts.get(document.source, 0) + 1
    known = {source.id: source for source in desk.bulletin.situation.sources}
    lines = [_source(desk, name, known.get(name), count) for name, count in counts.items()]
    return tuple(sorted(lines, key=lambda line: (line.name.casefold(), line.name)))


def _source(desk: Desk, name: str, source: Source | None, reports: int) -> SourceLine:
    if source is None:
        return SourceLine(one_line(name, 80) or "unnamed source", "not described", "", "", "not rated", reports)
    party = desk.party(source.party) if source.party else ""
    control = one_line(source.control_group, 80)
    return SourceLine(one_line(source.name, 80), source.kind.value, control, party, source.reliability, reports)


def report_lines(desk: Desk) -> tuple[ReportLine, ...]:
    """Every report with its text and marks."""
    receipts = {receipt.document: receipt.at for receipt in desk.bulletin.receipts}
    return tuple(_report(desk, document, receipts.get(document.id, "")) for document in desk.bulletin.documents)


def _report(desk: Desk, document: Document, received: str) -> ReportLine:
    return ReportLine(
        id=document.id,
        label=desk.label(document.id),
        title=one_line(document.title or document.name or document.id, 200),
        source=desk.source_name(document),
        published=when_words(document.published) if document.published else "date of publication not known",
        language=document.language,
        url=one_line(document.url, 400),
        sha256=document.sha256,
        text_sha256=document.text_sha256,
        length=len(document.text),
        reader=document.reader,
        received=received,
        notes=tuple(one_line(note, 300) for note in document.notes),
        paragraphs=_paragraphs(document, desk.cited(document.id)),
    )


def _paragraphs(document: Document, cited: dict[Span, tuple[Cite, ...]]) -> tuple[Paragraph, ...]:
    """The whole text in order: each block, and whatever stands between blocks as kind ""."""
    out = []
    at = 0
    for block in document.blocks:
        if block.span.start > at:
            out.append(_paragraph(document.text, at, block.span.start, "", cited))
        out.append(_paragraph(document.text, block.span.start, block.span.end, block.kind.value, cited))
        at = block.span.end
    if at < len(document.text):
        out.append(_paragraph(document.text, at, len(document.text), "", cited))
    return tuple(out)


def _paragraph(text: str, start: int, end: int, kind: str, cited: dict[Span, tuple[Cite, ...]]) -> Paragraph:
    pieces = tuple(
        TextPiece(
            shown(text[piece.start : piece.end]),
            len(piece.covers),
            tuple((cited[span][0].target, cited[span]) for span in piece.starts),
        )
        for piece in cut(start, end, cited)
    )
    return Paragraph(kind, pieces)
