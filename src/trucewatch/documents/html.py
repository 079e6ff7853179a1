"""Web pages to paragraphs. Runs apart (see ``sandbox``).

Decides which paragraphs are the report, with trafilatura's judgement of the main text where it has one and our own
where it finds nothing, and what their elements say of them: headline, byline, date line, caption, credit. What the page
says of itself (title, author, date, language) comes from its own markup only; dates are never guessed from a URL.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from typing import Any

import lxml.html
import trafilatura
from lxml.etree import ParserError

from trucewatch.documents.abbreviations import words
from trucewatch.documents.model import BlockKind
from trucewatch.documents.pagedata import PageData, read_page_data
from trucewatch.documents.parts import Extract, Job, Part
from trucewatch.errors import InputError

_MAX_DEPTH = 250  # elements; real pages stay below 60, and deeper ones break the walks of the libraries below
_ENOUGH = 2  # the kept paragraphs must carry at least half of what trafilatura found
_SHORT = 25  # code points: below it a paragraph must be one of trafilatura's, not just be found in its text
_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u00ad\ufffd\ue000-\uf8ff]+")  # controls, bullets of private fonts
_BLOCKS = words("""
    address article aside blockquote body dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main
    nav ol p pre section table tbody td tfoot th thead time tr ul
""")
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "select", "button", "head", "form", "math"}
)
_AROUND = frozenset({"nav", "aside", "footer", "header"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_CLASSES = (
    ("byline", BlockKind.BYLINE),
    ("author", BlockKind.BYLINE),
    ("dateline", BlockKind.DATELINE),
    ("caption", BlockKind.CAPTION),
    ("credit", BlockKind.CREDIT),
    ("contributed", BlockKind.CREDIT),
)
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


class Piece:
    """One paragraph of the page, with the names of the elements around it."""

    __slots__ = ("kind", "path", "text")

    def __init__(self, text: str, path: tuple[str, ...], kind: BlockKind | None) -> None:
        self.text = text
        self.path = path
        self.kind = kind


def read_html(job: Job) -> Extract:
    """The report on a page, or the fragment of one that a feed carries."""
    text = job.raw.decode("utf-8", "replace")
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (ParserError, ValueError):
        raise InputError("", "the page holds no text", "fetch it again, or give the text alone") from None
    _check_depth(root)
    page = read_page_data(root)
    pieces = list(_pieces(root))
    kept, notes = _main(_without_bookmarks(root, text), pieces)
    if not any(piece.text for piece in kept):
        raise InputError(
            "", "the page holds no text: it may be filled in by a script", "save the page as your browser shows it"
        )
    parts = tuple(Part(piece.text, piece.kind) for piece in _with_headline(kept, pieces, page))
    return Extract(
        media_type="text/html",
        reader=f"html/1 (trafilatura {trafilatura.__version__})",
        parts=parts,
        title=page.title,
        byline=page.byline,
        published=page.published,
        source=page.source,
        url=page.url,
        language=page.language,
        notes=(*notes, *page.notes),
    )


def _check_depth(root: Any) -> None:
    """Iterative, since a page nested too deep is what breaks recursion."""
    waiting = [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        if depth > _MAX_DEPTH:
            raise InputError("", f"its elements are nested more than {_MAX_DEPTH} deep", "give the text alone")
        waiting += [(child, depth + 1) for child in element]


def _without_bookmarks(root: Any, text: str) -> str:
    """The page without anchors that lead nowhere: trafilatura would take the paragraphs inside them for link lists."""
    bookmarks = [each for each in root.iter("a") if each.get("href") is None]
    for each in bookmarks:
        each.tag = "span"
    return lxml.html.tostring(root, encoding="unicode") if bookmarks else text


def _pieces(root: Any) -> Iterator[Piece]:
    """The paragraphs in page order: runs of text with no block element between them."""
    pending: list[str] = []
    path: tuple[str, ...] = ()
    kind: BlockKind | None = None
    for text, around, said in _runs(root, (), None):
        if text is None:
            joined = " ".join("".join(pending).split())
            if joined:
                yield Piece(joined, path, kind)
            pending = []
        else:
            if not pending:
                path, kind = around, said
            pending.append(text)
    joined = " ".join("".join(pending).split())
    if joined:
        yield Piece(joined, path, kind)


def _runs(
    element: Any, path: tuple[str, ...], kind: BlockKind | None
) -> Iterator[tuple[str | None, tuple[str, ...], BlockKind | None]]:
    """Text with its surroundings; None where a block begins or ends. Depth is bounded by ``_check_depth``."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag and tag not in _SKIPPED:
        inner = (*path, tag)
        said = _kind(element, tag) or kind
        is_block = tag in _BLOCKS or tag == "br"
        if is_block:
            yield None, inner, said
        if element.text:
            yield element.text, inner, said
        for child in element:
            yield from _runs(child, inner, said)
        if is_block:
            yield None, inner, said
    if element.tail:
        yield element.tail, path, kind


def _kind(element: Any, tag: str) -> BlockKind | None:
    if tag == "h1":
        return BlockKind.HEADLINE
    if tag in _HEADINGS:
        return BlockKind.HEADING
    if tag == "figcaption":
        return BlockKind.CAPTION
    if tag == "time":
        return BlockKind.DATELINE
    if tag not in {"p", "div", "span", "address", "a", "footer", "li", "cite", "small"}:
        return None
    said = (
        f"{element.get('class', '')} {element.get('rel', '')} {element.get('itemprop', '')}".lower()
        .replace("-", "")
        .replace("_", "")
    )
    return next((kind for name, kind in _CLASSES if name in said), None)


def _main(text: str, pieces: Sequence[Piece]) -> tuple[list[Piece], tuple[str, ...]]:
    """The pieces that are the report, and a note where that had to be guessed."""
    found = (
        trafilatura.extract(text, output_format="txt", include_comments=False, include_tables=True, favor_recall=True)
        or ""
    )
    lines = {_squeezed(line) for line in found.split("\n")}
    whole = _squeezed(found)
    kept = [piece for piece in pieces if _is_kept(piece, lines, whole)]
    carried = sum(len(_squeezed(piece.text)) for piece in kept)
    if whole and carried * _ENOUGH >= len(whole):
        return kept, ()
    if whole:
        return [Piece(line.lstrip("- "), (), None) for line in found.split("\n") if line.strip()], ()
    inside = [p for p in pieces if not _AROUND & set(p.path)]
    article = [p for p in inside if {"article", "main"} & set(p.path)]
    return article or inside, ("no main text was recognised: all text of the page was taken",)


def _is_kept(piece: Piece, lines: set[str], whole: str) -> bool:
    squeezed = _squeezed(piece.text)
    if piece.kind in {BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT}:
        return not {"nav", "aside"} & set(piece.path)
    if "nav" in piece.path:
        return False
    return squeezed in lines or (len(squeezed) >= _SHORT and squeezed in whole)


def _squeezed(text: str) -> str:
    """What is left without white space, and without the signs that trafilatura leaves out where we keep them."""
    return _UNSEEN.sub("", text).lstrip("-")


def _with_headline(kept: list[Piece], pieces: Sequence[Piece], page: PageData) -> list[Piece]:
    """The headline first: a report's own h1 where it was not kept, else the title that the page gives itself."""
    if any(piece.kind is BlockKind.HEADLINE for piece in kept):
        return kept
    own = [p for p in pieces if p.kind is BlockKind.HEADLINE and not {"nav", "aside", "footer"} & set(p.path)]
    if own:
        return [own[0], *kept]
    if page.title and (not kept or _squeezed(kept[0].text) != _squeezed(page.title)):
        return [Piece(page.title, (), BlockKind.HEADLINE), *kept]
    return kept
