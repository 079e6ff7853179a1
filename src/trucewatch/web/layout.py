"""The frame that every page stands in.

Decides how a template becomes an answer: everything received is escaped, and what would act on the page or hide on it
is written out.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from trucewatch.api import NOUNS
from trucewatch.errors import TrucewatchError
from trucewatch.publish.drawings import draw_story
from trucewatch.publish.shown import shown_plain
from trucewatch.situation import Situation

_HEADINGS = {400: "Not understood", 404: "Not found", 405: "For reading only", 503: "The case cannot be read"}


@cache
def templates() -> Environment:
    """The templates of the pages; what they share with the bulletin, such as the map, is the bulletin's."""
    environment = Environment(
        loader=ChoiceLoader(
            [PackageLoader("trucewatch.web", "templates"), PackageLoader("trucewatch.publish", "templates")]
        ),
        autoescape=True,
        finalize=shown_plain,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(address=address, place_in=place_in, nouns=NOUNS, draw_story=draw_story)
    return environment


def address(id_: str) -> str:
    """Where a thing is shown."""
    return f"/{'documents' if id_.startswith('doc-') else 'show'}/{quote(id_, safe='')}"


def place_in(cite: Any) -> str:
    """Where cited words stand: the report, and the mark in it."""
    return f"{address(cite.document)}#s={cite.span.start}-{cite.span.end}"


def listing_address(noun: str, **filters: str) -> str:
    """Where a filtered listing is shown."""
    given = {name: value for name, value in filters.items() if value}
    return f"/{noun}?{urlencode(given)}" if given else f"/{noun}"


def page(name: str, situation: Situation | None, status: int = 200, **values: Any) -> HTMLResponse:
    """One template as an answer. Needs ``title``; ``here`` is the noun whose page it is."""
    defaults = {"here": "", "kicker": "", "subtitle": "", "heading": "", "situation": situation}
    return HTMLResponse(templates().get_template(name).render(defaults | values), status_code=status)


def problem_page(error: TrucewatchError, status: int) -> HTMLResponse:
    """An error as a page."""
    return page("problem.html", None, status, title=_HEADINGS.get(status, "Something went wrong"), error=error)


@cache
def style() -> str:
    """The bulletin's style sheet, and what only these pages have."""
    sheets = (("trucewatch.publish", "bulletin.css"), ("trucewatch.web", "pages.css"))
    return "\n".join(files(package).joinpath("templates", name).read_text(encoding="utf-8") for package, name in sheets)
