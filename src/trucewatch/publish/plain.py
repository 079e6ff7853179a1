"""Renders a bulletin as Markdown: the same lines as the page, for mail, wikis and diffs.

Decides layout in plain text. Received words are escaped so that they cannot become markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from trucewatch.publish.model import Bulletin
from trucewatch.publish.sheet import Sheet, write_sheet
from trucewatch.publish.sheet.model import (
    AccountLine,
    AgreementLine,
    Cite,
    CommitmentLine,
    FindingLine,
    GatheringLine,
    IncidentLine,
    QuotationLine,
    ReasonLine,
    Run,
)
from trucewatch.publish.shown import shown

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LINE_START = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))", re.MULTILINE)


def escape(text: str) -> str:
    """``text`` with Markdown's characters made harmless, on one line."""
    flat = " ".join(shown(text).split())
    return _LINE_START.sub(r"\1\3\\\2\4", _MARKUP.sub(r"\\\1", flat))


def render_markdown(bulletin: Bulletin) -> str:
    """The bulletin as Markdown."""
    sheet = write_sheet(bulletin)
    parts: list[str] = []
    for heading, lines in _sections(sheet):
        body = "\n".join(lines).strip("\n")
        parts.append(f"## {heading}\n\n{body or 'None.'}")
    head = f"# {escape(sheet.title)}\n\n**{sheet.period}**\n\nMade by {escape(sheet.engine)} from {sheet.made_from}; log head `{sheet.log_head}`."  # noqa: E501 - one head
    return "\n\n".join([head, *parts]) + "\n"


def _sections(sheet: Sheet) -> Iterator[tuple[str, Iterable[str]]]:
    yield "Summary", _paragraphs(sheet.summary)
    yield "Incidents", (line for incident in sheet.incidents for line in _incident(incident))
    yield "Findings", (line for part in (_matrix(sheet), _duties(sheet), _sightings(sheet)) for line in part)
    yield "Commitments", _commitments(sheet)
    yield "Gatherings", (line for gathering in sheet.gatherings for line in _gathering(gathering))
    if sheet.counted:
        yield "What observers counted", _counted(sheet)
    yield "Agreements", (line for agreement in sheet.agreements for line in _agreement(agreement))
    yield "Statements", _statements(sheet)
    yield "Stories", _stories(sheet)
    yield "Quotations altered", _quotations(sheet)
    yield "What was not counted, and why", _left_out(sheet)
    yield "Sources", _sources(sheet)
    yield "Reports", _reports(sheet)


def _paragraphs(sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        yield f"{escape(sentence)}\n"


def quote(cite: Cite) -> str:
    """The words, where they stand, and in which report."""
    marks = ("", "") if cite.has_own_marks else ("“", "”")
    place = f"{cite.document}[{cite.span.start}:{cite.span.end}]"
    return f"{marks[0]}{escape(cite.words)}{marks[1]} ({escape(cite.source)}, `{place}`)"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A pipe table."""
    names = list(heads)
    yield f"| {' | '.join(names)} |"
    yield f"|{' --- |' * len(names)}"
    for row in rows:
        yield f"| {' | '.join(cell or '–' for cell in row)} |"
    yield ""


def _incident(line: IncidentLine) -> Iterator[str]:
    yield f"### {line.number}. {escape(line.title)}\n"
    facts = [line.kind, line.when, line.where, line.target, "contested" if line.is_contested else "", line.review]
    yield f"{escape(' · '.join(fact for fact in facts if fact))}\n"
    yield f"**{escape(line.grade)}** ({line.digit}). {escape(line.sentence)}\n"
    for account in line.accounts:
        yield from _account(account)
    yield ""
    if line.clauses:
        yield from table(
            ["Clause", *(escape(reading) for reading in line.readings)],
            ([escape(row.clause), *(_cell(cell) for cell in row.cells)] for row in line.clauses),
        )
        for row in line.clauses:
            for words, _ in row.brief:
                yield f"- {escape(f'{row.clause}: {words}')}"
            for each in (cell for cell in chain.from_iterable(row.cells) if not cell.is_brief):
                reasons = " ".join(_reason(number, reason) for number, reason in enumerate(each.reasons, start=1))
                who = f" (attributed to {each.attributed_to})"
                yield f"- {escape(f'{row.clause}, {each.reading}{who}: {each.verdict}. {reasons}')}"
        yield ""


def _reason(number: int, reason: ReasonLine) -> str:
    """``(3) Who: … [doc-1[5:40]]``."""
    places = ", ".join(f"{cite.document}[{cite.span.start}:{cite.span.end}]" for cite in reason.cites)
    return f"({number}) {reason.words}" + (f" [{places}]" if places else "")


def _matrix(sheet: Sheet) -> Iterator[str]:
    for line in sheet.matrix:
        yield f"### {escape(line.clause)}. {escape(line.title)} ({escape(line.agreement)})\n"
        if line.rows:
            heads = ["Incident", "Attributed to", *(escape(reading) for reading in line.readings)]
            rows = (
                [f"{row.number}. {escape(row.title)}", escape(row.attributed_to)]
                + [cell.verdict if cell else "no such reading" for cell in row.cells]
                for row in line.rows
            )
            yield from table(heads, rows)
        if line.beside:
            yield f"Not about {line.beside} {'' if not line.rows else 'other '}incidents.\n"


def _sightings(sheet: Sheet) -> Iterator[str]:
    for line in sheet.sightings:
        reasons = " ".join(f"({number}) {reason}" for number, reason in enumerate(line.reasons, start=1))
        told = f"{line.clause}. {line.title}, {line.reading}: {line.verdict}. {reasons}"
        yield f"- {quote(line.seen)}: {escape(told)}"


def _duties(sheet: Sheet) -> Iterator[str]:
    for duty in sheet.duties:
        reasons = " ".join(_reason(number, reason) for number, reason in enumerate(duty.reasons, start=1))
        told = f"{duty.clause}. {duty.title}, {duty.reading}, by {duty.due}: {duty.outcome}. {reasons}"
        yield f"- {escape(told)}"


def _cell(findings: tuple[FindingLine, ...]) -> str:
    """One verdict; or several, each with whoever is accused in it."""
    if len(findings) < 2:
        return findings[0].verdict if findings else "no such reading"
    return "; ".join(f"{each.verdict} if by {escape(each.attributed_to)}" for each in findings)


def _account(account: AccountLine) -> Iterator[str]:
    side = f" ({escape(account.side)})" if account.side else ""
    retracted = ", since retracted" if account.is_retracted else ""
    facts = [
        ("actor", account.actor),
        ("target", account.target),
        ("means", account.weapon),
        ("harm", "; ".join(account.harm)),
        ("when", account.when),
        ("where", account.where),
        ("carried by", ", ".join(account.publishers)),
    ]
    words = "; ".join(f"{name}: {escape(value)}" for name, value in facts if value)
    yield f"- **{escape(account.claimant)}**{side} *{account.stance}*{retracted}: {words}"
    for cite in account.basis:
        yield f"  - {quote(cite)}"
    for cite in account.evidence:
        yield f"  - evidence: {quote(cite)}"


def _commitments(sheet: Sheet) -> Iterator[str]:
    for need in sheet.requirements:
        yield f"Required: **{escape(need.required)}** ({escape(need.clause)}, {escape(need.agreement)})\n"
        yield f"Promised: {need.promised}. Delivered: {need.delivered}. {need.stands.capitalize()}.\n"
        for pledge in need.pledges:
            counted = f"not counted, {escape(pledge.reason)}" if pledge.reason else f"counted as {pledge.counts}"
            yield f"- {escape(pledge.what)}, {escape(pledge.giver)}, {pledge.stage}: {counted}"
        yield "" if need.pledges else "Nothing in these reports bears on it.\n"
    for line in sheet.commitments:
        yield from _commitment(line)


def _commitment(line: CommitmentLine) -> Iterator[str]:
    facts = [line.amount, line.stage, f"from {line.givers}", f"to {line.receivers}", line.when, line.told, line.review]
    yield f"- **{escape(line.what)}**: {escape('; '.join(fact for fact in facts if fact))}: {quote(line.basis)}"
    for cite in line.also:
        yield f"  - {quote(cite)}"
    for condition in line.conditions:
        yield f"  - on condition: {quote(condition)}"


def _gathering(line: GatheringLine) -> Iterator[str]:
    yield f"### {escape(line.title)}\n"
    facts = [
        ("when", line.when),
        ("where", line.where),
        ("hosts", line.hosts),
        ("present", line.participants),
        ("absent", line.absentees),
        ("standing", line.factuality),
        ("told", line.told.removeprefix("told ")),
        ("review", line.review),
    ]
    for name, value in facts:
        if value:
            yield f"- {name}: {escape(value)}"
    for cite in ([line.purpose] if line.purpose else []) + list(line.basis):
        yield f"- {quote(cite)}"
    yield ""


def _counted(sheet: Sheet) -> Iterator[str]:
    heads = ["What", "Area", "Period", "Count", "Before, as stated", "Before, as held here", "Change"]
    yield from table(
        heads,
        (
            [*map(escape, (line.kind, line.area, line.when, line.count, line.previous, line.held, line.change))]
            for line in sheet.counted
        ),
    )
    for line in sheet.counted:
        for cite in line.basis:
            yield f"- {escape(line.kind)}, {escape(line.area)}: {quote(cite)}"
    yield ""


def _agreement(line: AgreementLine) -> Iterator[str]:
    yield f"### {escape(line.name)}\n"
    facts = [line.kind, line.stage, line.parties, line.dates]
    yield f"{escape(' · '.join(fact for fact in facts if fact))}\n"
    for title, readings in line.clauses:
        yield f"- **{escape(title)}**"
        for reading in readings:
            window = f" ({reading.window})" if reading.window else ""
            yield f"  - {escape(reading.party)}: {escape(reading.summary) or '–'}{window}"
    for words, cite in line.mentions:
        yield f"- {escape(words)}: {quote(cite)}"
    yield ""


def _statements(sheet: Sheet) -> Iterator[str]:
    for line in sheet.statements:
        via = f", by way of {escape(line.via)}" if line.via else ""
        about = f" against {escape(line.about)}" if line.about else ""
        words = " … ".join(quote(cite) for cite in line.words)
        yield f"- **{escape(line.speaker)}**{via}: {line.act}{about} ({line.form}): {words}"


def _stories(sheet: Sheet) -> Iterator[str]:
    for line in sheet.stories:
        yield f"- **{escape(line.title)}**: {escape(line.sentence)}"
        for edge in line.edges:
            yield f"  - {escape(edge)}"
        for label in line.related:
            yield f"  - told independently, or in another language: {escape(label)}"


def _quotations(sheet: Sheet) -> Iterator[str]:
    for pair in sheet.quotations:
        yield f"### {escape(pair.a_label)} / {escape(pair.b_label)}\n"
        yield f"{escape(pair.sentence)}\n"
        for line in pair.quotations:
            yield from _quotation(line)
        yield ""


def _quotation(line: QuotationLine) -> Iterator[str]:
    bears = f", bears on {line.bears_on}" if line.bears_on else ""
    yield f"- {line.change}{bears}"
    yield f"  - {_runs(line.a)}"
    yield f"  - {_runs(line.b)}"


def _runs(runs: tuple[Run, ...]) -> str:
    """Changed words in bold; white space stays outside the asterisks, where Markdown wants it."""
    if not runs:
        return "–"
    out = []
    for run in runs:
        left = " " if run.text[:1].isspace() else ""
        right = " " if run.text[-1:].isspace() and run.text.strip() else ""
        words = escape(run.text)
        out.append(f"{left}**{words}**{right}" if run.mark and words else f"{left}{words}{right}")
    return "".join(out).strip()


def _left_out(sheet: Sheet) -> Iterator[str]:
    for group in sheet.left_out:
        yield f"- **{escape(group.reason)}** ({len(group.items)})"
        for label, cite in group.items:
            yield f"  - {quote(cite) if cite else escape(label)}"


def _sources(sheet: Sheet) -> Iterator[str]:
    if sheet.sources:
        heads = ["Source", "Kind", "Control", "Belongs to", "Reliability", "Reports"]
        rows = (
            [escape(each) for each in (line.name, line.kind, line.control, line.party, line.reliability)]
            + [str(line.reports)]
            for line in sheet.sources
        )
        yield from table(heads, rows)


def _reports(sheet: Sheet) -> Iterator[str]:
    for line in sheet.reports:
        yield f"- `{line.id}` {escape(line.label)} ({line.language}, {line.length} characters, text SHA-256 `{line.text_sha256}`)"  # noqa: E501 - one line
