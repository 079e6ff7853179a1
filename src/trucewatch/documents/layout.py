"""What part of a report each paragraph is, by its form and place.

Decides headline, byline, dateline, cross-heading, caption, credit line and boilerplate from general habits of news
layout; what no rule claims is body. Never drops a paragraph, and never looks at what the report is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.documents.datelines import is_dateline_alone
from trucewatch.documents.dates import DAY_FIRST, MONTH_FIRST, parse_date
from trucewatch.documents.model import Block, BlockKind
from trucewatch.values import Span, When

_HEAD = 6  # paragraphs among which headline, byline and date line are looked for
_HEADLINE_MAX = 200  # code points; a standfirst that stands in for a headline fits
_HEADING_MAX = 90
_LINE_MAX = 160  # bylines, credits and date lines
_CAPTION_MAX = 700
_STOPS = ".!?…。！？؟۔:;,"
_QUOTE_ENDS = "\"'”’»"
_NAME = r"[^\W\d_][\w'’.-]+"
_NAMES = rf"{_NAME}(?:(?:,\s|\sand\s|\s&\s|\sи\s|\sта\s|\sі\s|\s){_NAME}){{0,11}}"
_BYLINE = re.compile(
    rf"(?:by|reporting by|words by|written by|автор|автори|авторы|текст)[:\s]\s*(?P<names>{_NAMES})"
    r"(?:\s*[,|–—-]\s*.{0,80}|,.{0,80})?\Z",
    re.IGNORECASE,
)
_UPPER_NAMES = re.compile(r"by\s+(?P<names>[^a-z\d]{4,80})\Z", re.IGNORECASE)
_REPORTING = re.compile(
    r"\W?\s*(?:additional |further )?(?:reporting|writing|editing)\s+(?:and \w+ )?by\s+\S", re.IGNORECASE
)
_CONTRIBUTED = re.compile(
    r"\bcontributed to th(?:is|e) (?:report|story|article)\b|\bmaterials? (?:from|by) .{0,60}\bwas used\b"
    r"|\bпри участии\b.{0,60}\bподготов|\bза матеріалами\b|\bпо материалам\b",
    re.IGNORECASE,
)
_AGENCY_END = re.compile(
    r"(?:\bvia\s+[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}"
    r"|[^\W\d_][a-z]+/[A-Z][\w ]{1,30}"
    r"|\((?:AP|AFP|Reuters|EPA)\b[^)]{1,60}\))\W*\Z"
)
_CAPTION_START = re.compile(
    r"(?:photo|image|picture|video|file photo|caption|graphic|map|screenshot|фото|ілюстрація|иллюстрация|видео|відео)"
    r"\s*(?:[:/|(]|taken\b|shows?\b|by\b|from\b|credit\b|courtesy\b)",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"(?:read (?:more|also|next)|see also|related(?: articles?| stories| topics)?|sign up|subscribe|share (?:this|on)|"
    r"follow us|click here|advertisement|sponsored|all rights reserved|copyright|©|\(c\) |download our app|"
    r"get the latest|most read|more on this story|support our|newsletter|recommended|"
    r"читайте также|читайте також|подписывайтесь|підписуйтесь|реклама)\b",
    re.IGNORECASE,
)
_DATE_WORDS = (
    r"(?:published|posted|first published|updated|last updated|date|опубликовано|опубліковано|дата|обновлено|оновлено)"
)
_DATE_LINE = re.compile(
    rf"(?:(?P<label>{_DATE_WORDS})(?:\s+(?:on|at))?\s*:?\s+)?(?P<date>\S.{{5,60}})\Z", re.IGNORECASE
)
_TIME_TAIL = re.compile(
    r"(?:\s*[,|·–—-]?\s*(?:at\s+|в\s+|о\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?)?(?:[+-]\d\d:?\d\d)?)\Z",
    re.IGNORECASE,
)
_YEAR_MARK = re.compile(r"\s*(?:г\.|года|р\.|року)?,?\Z")


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a report and what its head says of itself."""

    blocks: tuple[Block, ...]
    title: str = ""
    byline: str = ""
    published: When | None = None
    updated: When | None = None


def lay_out(text: str, paragraphs: Sequence[tuple[Span, BlockKind | None]]) -> Layout:
    """The kind of each paragraph; those whose kind the reader already knows keep it."""
    known = [kind for _, kind in paragraphs]
    kinds: list[BlockKind] = []
    published: When | None = None
    updated: When | None = None
    for index, (span, given) in enumerate(paragraphs):
        line = span.of(text)
        kind = given or _kind(line, index, kinds, is_last=index == len(paragraphs) - 1)
        if kind is BlockKind.DATELINE or (given is None and _may_be_date_line(line, index)):
            label, when = read_date_line(line, span)
            when = when or (_issuer_date(line, span) if index else None)
            if when is not None:
                kind = BlockKind.DATELINE
                is_update = label.lower().endswith(("updated", "обновлено", "оновлено"))
                updated = updated or (when if is_update else None)
                published = published or (None if is_update else when)
        if given is None and 0 < index < _HEAD and is_dateline_alone(text, span):
            kind = BlockKind.DATELINE
        kinds.append(kind)
    kinds = _without_lonely_headline(kinds, known)
    blocks = tuple(Block(span, kind) for (span, _), kind in zip(paragraphs, kinds, strict=True))
    return Layout(blocks, _first(text, blocks, BlockKind.HEADLINE), _byline(text, blocks), published, updated)


def _kind(line: str, index: int, before: Sequence[BlockKind], *, is_last: bool) -> BlockKind:
    """By form first, since a caption may stand anywhere; then by place."""
    formed = _by_form(line)
    if formed:
        return formed
    if _is_headline(line, index, before):
        return BlockKind.HEADLINE
    if not is_last and BlockKind.BODY in before and is_heading(line):
        return BlockKind.HEADING
    return BlockKind.BODY


def _by_form(line: str) -> BlockKind | None:
    if is_caption(line):
        return BlockKind.CAPTION
    if len(line) > _LINE_MAX:
        return None
    if _BOILERPLATE.match(line):
        return BlockKind.BOILERPLATE
    if _CONTRIBUTED.search(line) or _REPORTING.match(line):
        return BlockKind.CREDIT
    if line[-1] not in ".!?" and (_BYLINE.match(line) or _UPPER_NAMES.match(line)):
        return BlockKind.BYLINE
    return None


def is_caption(line: str) -> bool:
    """A picture's text: it ends in a picture agency's credit, or opens by naming a picture."""
    return len(line) <= _CAPTION_MAX and bool(
        _AGENCY_END.search(line, max(0, len(line) - 80)) or _CAPTION_START.match(line)
    )


def _is_headline(line: str, index: int, before: Sequence[BlockKind]) -> bool:
    """A line at the top without a final stop; a second one is the line under the headline."""
    if index >= 2 or len(line) > _HEADLINE_MAX or any(kind is not BlockKind.HEADLINE for kind in before):
        return False
    if index == 0 and line[-1] in "?!" and len(line) <= _HEADING_MAX:
        return True
    return is_without_stop(line)


def is_heading(line: str) -> bool:
    """A short line inside the body that is no sentence: ‘In Quotation Marks’, or without a final stop."""
    return (
        len(line) <= _HEADING_MAX and is_without_stop(line) and any(c.isalpha() for c in line) and not line[0].islower()
    )


def is_without_stop(line: str) -> bool:
    """Whether the line ends without a mark that ends or continues a sentence."""
    bare = line.rstrip(_QUOTE_ENDS)
    return bool(bare) and bare[-1] not in _STOPS


def _without_lonely_headline(kinds: list[BlockKind], known: Sequence[BlockKind | None]) -> list[BlockKind]:
    """A text of nothing but headline-like lines is a text: its last such line, or its only one, is body."""
    if BlockKind.BODY in kinds or BlockKind.HEADLINE not in kinds:
        return kinds
    last = max(i for i, kind in enumerate(kinds) if kind is BlockKind.HEADLINE)
    if known[last] is None:
        kinds[last] = BlockKind.BODY
    return kinds


def _may_be_date_line(line: str, index: int) -> bool:
    return index < _HEAD and len(line) <= _LINE_MAX and any(c.isdigit() for c in line)


def _issuer_date(line: str, span: Span) -> When | None:
    """The date of a line that names who issued the report, and when: "Ministry of X, 26 March 2025"."""
    start = line.rfind(", ") + 2
    for at in (start, line.rfind(", ", 0, max(0, start - 2)) + 2):  # "March 26, 2025" has a comma of its own
        words = line[at:]
        if at > 2 and (DAY_FIRST.fullmatch(words) or MONTH_FIRST.fullmatch(words)):
            return parse_date(words, Span(span.start + at, span.end))
    return None


def read_date_line(line: str, span: Span | None = None) -> tuple[str, When | None]:
    """The label and date of a line that is a date and nothing else ("Published 26 March 2025, 14:05"), or None."""
    match = _DATE_LINE.match(line)
    if match is None:
        return "", None
    words = match["date"]
    bare = _YEAR_MARK.sub("", _TIME_TAIL.sub("", words)).rstrip(" ,.|")
    exact = DAY_FIRST.fullmatch(bare) or MONTH_FIRST.fullmatch(bare) or bare[:4].isdigit() or bare[-4:].isdigit()
    when = parse_date(bare) if exact else None
    if when is None or not when.is_resolved:
        return "", None
    at = None if span is None else Span(span.start + match.start("date"), span.start + match.start("date") + len(bare))
    return match["label"] or "", When(when.edtf, when.earliest, when.latest, when.precision, bare, at)


def _first(text: str, blocks: Sequence[Block], kind: BlockKind) -> str:
    return next((block.span.of(text) for block in blocks if block.kind is kind), "")


def _byline(text: str, blocks: Sequence[Block]) -> str:
    line = _first(text, blocks, BlockKind.BYLINE)
    match = _BYLINE.match(line) or _UPPER_NAMES.match(line)
    return match["names"].strip() if match else line
