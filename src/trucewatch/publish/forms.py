"""The forms that a bulletin can take, by name: what a command line or a web page offers.

Decides the names. Never guesses one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trucewatch.errors import UsageError
from trucewatch.publish.data import render_json
from trucewatch.publish.exports import export_acled_csv, export_followthemoney, export_geojson
from trucewatch.publish.model import Bulletin
from trucewatch.publish.page import render_html
from trucewatch.publish.pdf import render_pdf
from trucewatch.publish.plain import render_markdown
from trucewatch.publish.word import render_docx

FORMS: Mapping[str, Callable[[Bulletin], str | bytes]] = {
    "html": render_html,
    "markdown": render_markdown,
    "pdf": render_pdf,
    "docx": render_docx,
    "json": render_json,
}
#: Parquet is not here: it is one file a table. See ``export_parquet``.
EXPORTS: Mapping[str, Callable[[Bulletin], str]] = {
    "geojson": export_geojson,
    "acled": export_acled_csv,
    "followthemoney": export_followthemoney,
}


def render(bulletin: Bulletin, form: str) -> str | bytes:
    """The bulletin in one of ``FORMS``."""
    if form not in FORMS:
        raise UsageError(f"no such form of a bulletin: {form}", try_=f"one of {', '.join(FORMS)}")
    return FORMS[form](bulletin)


def export(bulletin: Bulletin, form: str) -> str:
    """The bulletin's records in one of ``EXPORTS``."""
    if form not in EXPORTS:
        raise UsageError(f"no such export: {form}", try_=f"one of {', '.join(EXPORTS)}, or parquet")
    return EXPORTS[form](bulletin)
