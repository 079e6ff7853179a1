"""Renders a bulletin as one HTML file that opens offline, reads without scripts and prints on A4.

Decides markup. Everything shown is escaped, and whatever could act on the page or hide on it is written out. The
file asks nothing of the network: a content security policy inside it forbids that too.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from trucewatch.publish.drawings import draw_map, draw_story, draw_timeline, moments
from trucewatch.publish.model import Bulletin
from trucewatch.publish.sheet import write_sheet
from trucewatch.publish.shown import shown_plain

_SECTIONS = (
    ("summary", "Summary"),
    ("reading", "How to read this"),
    ("map", "Map"),
    ("timeline", "Timeline"),
    ("incidents", "Incidents"),
    ("findings", "Findings"),
    ("commitments", "Commitments"),
    ("gatherings", "Gatherings"),
    ("counts", "What observers counted"),
    ("agreements", "Agreements"),
    ("statements", "Statements"),
    ("stories", "Stories"),
    ("quotations", "Quotations altered"),
    ("left-out", "Not counted"),
    ("sources", "Sources"),
    ("reports", "The reports in full"),
)


@cache
def templates() -> Environment:
    """The templates, escaping everything."""
    return Environment(
        loader=PackageLoader("trucewatch.publish", "templates"),
        autoescape=True,
        finalize=shown_plain,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def style(name: str) -> Markup:
    """One of our own style sheets, from the package."""
    own = files("trucewatch.publish").joinpath("templates", name).read_text(encoding="utf-8")
    return Markup(own)  # noqa: S704 - our own file, no received text in it


def render_html(bulletin: Bulletin) -> str:
    """The bulletin as one self-contained HTML page."""
    sheet = write_sheet(bulletin)
    timeline = draw_timeline(
        moments(sheet.incidents, sheet.gatherings), bulletin.situation.agreements, bulletin.start, bulletin.end
    )
    return (
        templates()
        .get_template("bulletin.html")
        .render(
            s=sheet,
            sections=tuple(each for each in _SECTIONS if each[0] != "counts" or sheet.counted),
            labels={report.id: report for report in sheet.reports},
            draw_story=draw_story,
            map=draw_map(sheet.incidents, bulletin.situation.places),
            timeline=timeline,
            style=style("bulletin.css") + style("print.css"),
        )
    )
