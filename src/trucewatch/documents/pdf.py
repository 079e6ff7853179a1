"""PDF pages to paragraphs. Runs apart (see ``sandbox``).

Decides where lines join into paragraphs, by their place and size on the page, and which lines are running heads and
page numbers. A word divided at a line's end is joined. Dates in the file's properties are a note only.
"""

from __future__ import annotations

import io
import re
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median_low

import pypdf
from pypdf.errors import PdfReadError

from trucewatch.documents.model import BlockKind
from trucewatch.documents.parts import Extract, Job, Part
from trucewatch.errors import InputError

_MAX_PAGES = 2_000
_PAGE_NUMBER = re.compile(
    r"(?:page|стр\.?|стор\.?|с\.)?\s*[-–—]?\s*\d{1,4}\s*(?:(?:/|of|из|з)\s*\d{1,4})?\s*[-–—]?\Z", re.IGNORECASE
)
_HYPHEN = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]\Z")
_STOPS = ".!?…:”»\"'"
_SAME_LINE = 0.4  # of the type size: sub- and superscripts stay on their line
_NEW_PARAGRAPH = 1.35  # times the usual distance between lines
_OTHER_SIZE = 1.1  # a tenth larger or smaller is another style
_USUAL_LEADING = 130  # per cent of the type size, where the page does not show its own
_FULL_LINE = 40  # characters: a narrow column's
_SHORT_LINE = 0.75  # of a full line: a paragraph's last line, if it ends a sentence
_HEADLINE_SIZE = 1.3  # times the body's


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; ``y`` grows upwards, both in tenths of a point."""

    text: str
    page: int
    y: int
    size: int


def read_pdf(job: Job) -> Extract:
    """The paragraphs of all pages, running heads and page numbers marked as boilerplate."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pypdf warns about every oddity it mends
        reader = _open(job.raw)
        pages = len(reader.pages)
        lines = [line for number in range(min(pages, _MAX_PAGES)) for line in _lines(reader.pages[number], number)]
    notes = [f"only the first {_MAX_PAGES} of {pages} pages were read"] if pages > _MAX_PAGES else []
    made = str(dict(reader.metadata or {}).get("/CreationDate", ""))[2:10]
    if made.isdigit() and len(made) == 8:
        notes.append(f"the file was made on {made[:4]}-{made[4:6]}-{made[6:]}; that is not its publication date")
    parts = tuple(_parts(lines))
    if not parts:
        raise InputError("", "its pages hold no text, only pictures perhaps", "run text recognition on it first")
    return Extract(
        media_type="application/pdf", reader=f"pdf/1 (pypdf {pypdf.__version__})", parts=parts, notes=tuple(notes)
    )


def _open(raw: bytes) -> pypdf.PdfReader:
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw), strict=False)
        locked = reader.is_encrypted and not reader.decrypt("")
    except PdfReadError as error:
        raise InputError("", f"the file is cut off or damaged ({error})", "fetch it again, or save it afresh") from None
    if locked:
        raise InputError("", "it is protected by a password", "save it without one")
    return reader


def _lines(page: pypdf.PageObject, number: int) -> Iterator[Line]:
    """The lines of one page in the order they are drawn, each with its place and type size."""
    pieces: list[tuple[str, int, int]] = []

    def note(text: str, cm: Sequence[float], tm: Sequence[float], font: object, size: float) -> None:
        del font
        if text:
            scale = abs(tm[3] * cm[3]) or abs(tm[0] * cm[0]) or 1.0
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            pieces.append((text, int(y * 10), int(size * scale * 10)))

    page.extract_text(visitor_text=note)
    text, y, size = "", 0, 0
    for piece, at, large in pieces:
        for fragment in re.split(r"(\n)", piece):
            moved = bool(fragment.strip()) and bool(text.strip()) and abs(at - y) > _SAME_LINE * max(size, 1)
            if (fragment == "\n" or moved) and text.strip():
                yield Line(" ".join(text.split()), number, y, size)
                text = ""
            if fragment != "\n":
                if fragment.strip() and not text.strip():
                    y, size = at, large
                text += fragment
    if text.strip():
        yield Line(" ".join(text.split()), number, y, size)


def _parts(lines: Sequence[Line]) -> Iterator[Part]:
    running = _running(lines)
    body = [line for line in lines if line not in running and any(c.isalnum() for c in line.text)]
    if body:
        body_size, in_body = _common_size(body), False
        for paragraph in _paragraphs(body):
            kind = _kind(paragraph[0], body_size, in_body)
            in_body = in_body or kind is None
            yield Part(_join(paragraph), kind)
    for line in lines:
        if line in running:
            yield Part(line.text, BlockKind.BOILERPLATE)


def _common_size(lines: Sequence[Line]) -> int:
    weights: Counter[int] = Counter()
    for line in lines:
        weights[line.size] += len(line.text)
    return max(weights, key=lambda size: (weights[size], size))


def _kind(line: Line, body_size: int, in_body: bool) -> BlockKind | None:
    """Large type is the headline where it stands before the body, and a heading inside it."""
    if line.size <= _HEADLINE_SIZE * body_size:
        return None
    return BlockKind.HEADING if in_body else BlockKind.HEADLINE


def _running(lines: Sequence[Line]) -> set[Line]:
    """First and last lines of pages that are a page number, or that three pages or more share."""
    edges = [edge for _, page in groupby(lines, key=lambda line: line.page) for edge in _edges(list(page))]
    shared = Counter(re.sub(r"\d+", "#", line.text) for line in edges)
    return {
        line
        for line in edges
        if _PAGE_NUMBER.match(line.text) or (shared[re.sub(r"\d+", "#", line.text)] > 2 and len(line.text) < 120)
    }


def _edges(page: Sequence[Line]) -> set[Line]:
    return {page[0], page[-1]}


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    full = max(sorted(len(line.text) for line in lines)[len(lines) * 3 // 4], _FULL_LINE)
    leading = _leading(lines, full)
    paragraph = [lines[0]]
    for line in lines[1:]:
        if _begins(paragraph[-1], line, leading, full):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _leading(lines: Sequence[Line], full: int) -> int:
    """The usual distance between two lines of one paragraph, in per cent of the type size."""
    gaps = [
        (a.y - b.y) * 100 // max(a.size, 1)
        for a, b in pairwise(lines)
        if a.page == b.page and a.y > b.y and len(a.text) > _SHORT_LINE * full and a.text[-1] not in _STOPS
    ]
    return median_low(gaps) if gaps else _USUAL_LEADING


def _begins(before: Line, line: Line, leading: int, full: int) -> bool:
    """Whether ``line`` begins a new paragraph after ``before``."""
    if max(before.size, line.size) > _OTHER_SIZE * max(1, min(before.size, line.size)):
        return True
    ended = before.text[-1] in _STOPS
    if before.page != line.page or line.y > before.y:  # over the page, or to the next column
        return ended and not line.text[0].islower()
    if (before.y - line.y) * 100 > _NEW_PARAGRAPH * leading * max(before.size, 1):
        return True
    return ended and len(before.text) < _SHORT_LINE * full


def _join(lines: Sequence[Line]) -> str:
    """The lines as one, a word divided at a line's end made whole where the next line goes on in lower case."""
    joined = lines[0].text
    for line in lines[1:]:
        if _HYPHEN.search(joined) and line.text[0].islower():
            joined = joined[:-1] + line.text
        else:
            joined += " " + line.text
    return joined
