"""Renders a bulletin as DOCX: headings, tables and citations that an editor can go on working with.

Decides layout in Word's own styles. Never embeds anything and never links outwards.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from trucewatch.publish.model import Bulletin
from trucewatch.publish.sheet import Sheet, write_sheet
from trucewatch.publish.sheet.model import Cite, IncidentLine, QuotationLine, Run

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)  # Word wants a date of making; a constant keeps the bytes the same


def render_docx(bulletin: Bulletin) -> bytes:
    """The bulletin as a Word document."""
    from docx import Document  # noqa: PLC0415 - slow to import, needed for this format alone

    sheet = write_sheet(bulletin)
    page = Document()
    properties = page.core_properties
    properties.title, properties.author = sheet.title[:250], sheet.engine[:250]
    properties.created = properties.modified = _EPOCH
    properties.comments = ""
    page.add_heading(sheet.title, 0)
    page.add_paragraph(sheet.period)
    page.add_paragraph(f"Made by {sheet.engine} from {sheet.made_from}; log head {sheet.log_head}.")
    for write in (
        _summary,
        _incidents,
        _findings,
        _commitments,
        _counted,
        _meetings,
        _statements,
        _lineage,
        _behind,
        _reports,
    ):
        write(page, sheet)
    out = io.BytesIO()
    page.save(out)
    return _undated(out)


def _undated(packed: io.BytesIO) -> bytes:
    """The same archive without the time of packing, so that the same bulletin gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _table(page: Any, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = page.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    _repeat_head(table.rows[0])
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text or "–"
    page.add_paragraph()


def _repeat_head(row: Any) -> None:
    """Print the head again on each page, as Word does it: ``w:tblHeader``."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - see render_docx

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no word for it


def quoted(cite: Cite) -> str:
    """The words and where they stand."""
    words = cite.words if cite.has_own_marks else f"“{cite.words}”"
    return f"{words} [{cite.number}] {cite.source}"


def _bullets(page: Any, lines: Iterable[str]) -> None:
    for line in lines:
        page.add_paragraph(line, style="List Bullet")


def _summary(page: Any, sheet: Sheet) -> None:
    page.add_heading("Summary", 1)
    for sentence in sheet.summary:
        page.add_paragraph(sentence)


def _incidents(page: Any, sheet: Sheet) -> None:
    page.add_heading("Incidents", 1)
    for line in sheet.incidents:
        _incident(page, line)
    if not sheet.incidents:
        page.add_paragraph("None reported.")


def _incident(page: Any, line: IncidentLine) -> None:
    page.add_heading(f"{line.number}. {line.title}", 2)
    facts = [line.kind, line.when, line.where, line.target, "contested" if line.is_contested else "", line.review]
    page.add_paragraph(" · ".join(fact for fact in facts if fact))
    grade = page.add_paragraph()
    grade.add_run(line.grade).bold = True
    grade.add_run(f" ({line.digit}). {line.sentence}")
    heads = ("Account of", "Stance", "Actor and harm", "When and where", "The words")
    _table(
        page,
        heads,
        (
            (
                "\n".join(part for part in (account.claimant, account.side) if part),
                account.stance + (", since retracted" if account.is_retracted else ""),
                "\n".join(part for part in (account.actor, *account.harm) if part),
                f"{account.when}\n{account.where}",
                "\n".join(quoted(cite) for cite in (*account.basis, *account.evidence)),
            )
            for account in line.accounts
        ),
    )
    if line.clauses:
        rows = ((row.clause, *("\n".join(each.verdict for each in cell) for cell in row.cells)) for row in line.clauses)
        _table(page, ("Clause", *line.readings), rows)


def _findings(page: Any, sheet: Sheet) -> None:
    page.add_heading("Findings", 1)
    for line in sheet.matrix:
        page.add_heading(f"{line.clause}. {line.title}", 2)
        page.add_paragraph(f"{line.agreement}. Not about {line.beside} incidents." if line.beside else line.agreement)
        rows = (
            (f"{row.number}. {row.title}", row.attributed_to, *(cell.verdict if cell else "" for cell in row.cells))
            for row in line.rows
        )
        if line.rows:
            _table(page, ["Incident", "Attributed to", *line.readings], rows)
    duties = [(f"{each.clause}. {each.title}", each.reading, each.due, each.outcome) for each in sheet.duties]
    if duties:
        _table(page, ["Required", "As read by", "By", "As far as told"], duties)


def _commitments(page: Any, sheet: Sheet) -> None:
    page.add_heading("Commitments", 1)
    for need in sheet.requirements:
        page.add_paragraph(
            f"Required: {need.required} ({need.clause}, {need.agreement}). Promised: {need.promised}. "
            f"Delivered: {need.delivered}. {need.stands.capitalize()}."
        )
        pledges = (f"{each.what}, {each.giver}, {each.stage}. {each.reason or each.counts}" for each in need.pledges)
        _bullets(page, pledges)
    rows = (
        (f"{line.what}\n{line.amount}", line.stage, line.givers, line.receivers, _all_quoted((line.basis, *line.also)))
        for line in sheet.commitments
    )
    _table(page, ("What", "Stage", "From", "To", "The words"), rows)


def _counted(page: Any, sheet: Sheet) -> None:
    if not sheet.counted:
        return
    page.add_heading("What observers counted", 1)
    heads = ("What", "Area", "Period", "Count", "Before, stated / held here", "The words")
    rows = (
        (
            line.kind,
            line.area,
            line.when,
            line.count,
            " / ".join(part or "–" for part in (line.previous, line.held)),
            _all_quoted(line.basis),
        )
        for line in sheet.counted
    )
    _table(page, heads, rows)


def _all_quoted(cites: Iterable[Cite]) -> str:
    return "\n".join(quoted(cite) for cite in cites)


def _meetings(page: Any, sheet: Sheet) -> None:
    page.add_heading("Gatherings", 1)
    for line in sheet.gatherings:
        page.add_heading(line.title, 2)
        named = (("Hosts", line.hosts), ("Present", line.participants), ("Absent", line.absentees))
        page.add_paragraph(" · ".join(each for each in (line.when, line.where, line.told) if each))
        _bullets(page, (f"{name}: {value}" for name, value in named if value))
        _bullets(page, (quoted(cite) for cite in line.basis))
    page.add_heading("Agreements", 1)
    for agreement in sheet.agreements:
        page.add_heading(agreement.name, 2)
        page.add_paragraph(" · ".join(each for each in (agreement.kind, agreement.stage, agreement.dates) if each))
        rows = [(title, each.party, each.summary, each.window) for title, all_ in agreement.clauses for each in all_]
        if rows:
            _table(page, ("Clause", "Reading", "What it says", "In force"), rows)
        _bullets(page, (f"{words}: {quoted(cite)}" for words, cite in agreement.mentions))


def _statements(page: Any, sheet: Sheet) -> None:
    page.add_heading("Statements", 1)
    rows = (
        (line.speaker, f"{line.act}\n{line.form}", "\n".join(quoted(cite) for cite in line.words))
        for line in sheet.statements
    )
    _table(page, ("Who", "What the saying does", "The words"), rows)


def _lineage(page: Any, sheet: Sheet) -> None:
    page.add_heading("Stories", 1)
    for story in sheet.stories:
        page.add_paragraph(f"{story.title}: {story.sentence}", style="List Bullet")
        _bullets(page, story.edges)
    page.add_heading("Quotations altered", 1)
    for pair in sheet.quotations:
        page.add_paragraph(f"{pair.a_label} / {pair.b_label}. {pair.sentence}")
        for line in pair.quotations:
            _quotation(page, line)


def _quotation(page: Any, line: QuotationLine) -> None:
    page.add_paragraph(line.change + (f", bears on {line.bears_on}" if line.bears_on else "")).runs[0].italic = True
    for runs in (line.a, line.b):
        _runs(page.add_paragraph(style="List Bullet"), runs)


def _runs(paragraph: Any, runs: tuple[Run, ...]) -> None:
    for run in runs:
        written = paragraph.add_run(run.text)
        written.bold = written.underline = bool(run.mark)


def _behind(page: Any, sheet: Sheet) -> None:
    page.add_heading("What was not counted, and why", 1)
    for group in sheet.left_out:
        page.add_paragraph(f"{group.reason} ({len(group.items)})")
        _bullets(page, (quoted(cite) if cite else label for label, cite in group.items))
    page.add_heading("Sources", 1)
    rows = (
        (line.name, line.kind, line.control, line.party, line.reliability, str(line.reports)) for line in sheet.sources
    )
    _table(page, ("Source", "Kind", "Control", "Belongs to", "Reliability", "Reports"), rows)


def _reports(page: Any, sheet: Sheet) -> None:
    page.add_heading("The reports in full", 1)
    for line in sheet.reports:
        page.add_heading(line.title, 2)
        page.add_paragraph(f"{line.source} · {line.published} · text SHA-256 {line.text_sha256}")
        for paragraph in line.paragraphs:
            if paragraph.kind:
                _marked(page.add_paragraph(), paragraph.pieces)


def _marked(paragraph: Any, pieces: Iterable[Any]) -> None:
    """A paragraph with its cited words numbered and shaded."""
    from docx.enum.text import WD_COLOR_INDEX  # noqa: PLC0415 - see render_docx

    for piece in pieces:
        for _, cites in piece.starts:
            paragraph.add_run(f"[{cites[0].number}]").font.superscript = True
        run = paragraph.add_run(piece.text)
        if piece.depth:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
