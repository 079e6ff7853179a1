"""Renders a comparison of two reports: a page to read and print, and plain text for a terminal.

Decides layout. In the plain text, changed words stand between ``[-`` and ``-]`` in A, ``{+`` and ``+}`` in B, so that
nothing depends on colour.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from trucewatch.documents.model import Document
from trucewatch.lineage.model import Comparison
from trucewatch.publish.page import style, templates
from trucewatch.publish.sheet.comparison import ComparisonSheet, Row, write_comparison
from trucewatch.publish.sheet.model import Run

_WIDTH = 78  # columns of a plain terminal, less two


def render_comparison(comparison: Comparison, a: Document, b: Document) -> str:
    """Two reports side by side as one self-contained HTML page."""
    sheet = write_comparison(comparison, a, b)
    css = style("bulletin.css") + style("comparison.css") + style("print.css")
    return templates().get_template("comparison.html").render(s=sheet, style=css)


def comparison_text(comparison: Comparison, a: Document, b: Document) -> str:
    """The same for a terminal."""
    return "\n".join(_lines(write_comparison(comparison, a, b))) + "\n"


def _lines(sheet: ComparisonSheet) -> Iterator[str]:
    for side in sheet.sides:
        yield from _wrapped(f"{side.letter}  {side.title} ({side.source}, {side.published})", "   ")
    yield ""
    yield from _wrapped(f"{sheet.verdict} {sheet.sureness[:1].upper()}{sheet.sureness[1:]}.")
    for number, reason in enumerate(sheet.reasons, start=1):
        yield from _wrapped(f"{number}. {reason}", "   ")
    yield from ("", *sheet.counts)
    for heading, rows in (("QUOTATIONS", sheet.quotations), ("SENTENCES", sheet.sentences)):
        if rows:
            yield from ("", heading)
            for row in rows:
                yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    yield ""
    yield f"  {row.change}" + (f" ({row.note})" if row.note else "")
    for letter, runs, marks in (("A", row.a, ("[-", "-]")), ("B", row.b, ("{+", "+}"))):
        yield from _wrapped(f"  {letter}  {_marked(runs, *marks) or '–'}", "     ")


def _marked(runs: tuple[Run, ...], before: str, after: str) -> str:
    return " ".join("".join(f"{before}{run.text}{after}" if run.mark else run.text for run in runs).split())


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, subsequent_indent=indent, break_long_words=True, break_on_hyphens=False)
