"""Renders a bulletin as PDF, from the page and its print style sheet, by WeasyPrint where that is installed.

Decides nothing about the content. Never fetches anything: every address is refused, before and after layout.
"""

from __future__ import annotations

import importlib
import logging
from typing import Any, NoReturn

from trucewatch.errors import UsageError
from trucewatch.publish.model import Bulletin
from trucewatch.publish.page import render_html


def render_pdf(bulletin: Bulletin) -> bytes:
    """The bulletin as PDF, tagged for screen readers. Raises UsageError where WeasyPrint or Pango is missing."""
    weasyprint = _weasyprint()
    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # it warns of each CSS rule meant for browsers
    document = weasyprint.HTML(string=render_html(bulletin), url_fetcher=_refuse, base_url=None, media_type="print")
    written: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return written


def _refuse(url: str, *_: object, **__: object) -> NoReturn:
    raise ValueError(f"a bulletin fetches nothing, and yet {url[:80]!r} was asked for")


def _weasyprint() -> Any:
    try:
        return importlib.import_module("weasyprint")
    except ImportError as error:
        raise UsageError(
            "cannot make a PDF", "WeasyPrint is not installed", "pip install 'trucewatch[pdf]', or use --format html"
        ) from error
    except OSError as error:
        raise UsageError(
            "cannot make a PDF",
            "the Pango library is not installed",
            "on Debian: apt install libpango-1.0-0 libpangoft2-1.0-0, or print the HTML from a browser",
        ) from error
