"""The front page, the listings, the bulletin and the style sheet.

Each is a function from a request to an answer. A case is opened for the request and closed with it.
"""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from trucewatch.agreements import Verdict
from trucewatch.api import NOUNS, filters_for, filters_of, open_case
from trucewatch.case import STATUSES
from trucewatch.errors import NotFoundError
from trucewatch.events import ACLED
from trucewatch.events.observations.kinds import KINDS
from trucewatch.incidents import BY
from trucewatch.publish import render_html, summary_sentences
from trucewatch.publish.drawings import draw_map
from trucewatch.publish.wording import period_words
from trucewatch.situation import Situation
from trucewatch.statements import Act
from trucewatch.web.guard import POLICY
from trucewatch.web.laying import matrix_of
from trucewatch.web.layout import page
from trucewatch.web.layout import style as style_sheet
from trucewatch.web.listings import ABOUT, write_listing

#: Rows on one page: what a browser lays out at once without pause. The data behind it has all.
LIMIT = 500
#: Log entries up to which the front page reads the whole case to sum it up: about a second, on one core.
SUMMED_UP = 300
#: The bulletin is one file that brings its styles inside itself.
_BULLETIN_POLICY = POLICY.replace("style-src 'self'", "style-src 'unsafe-inline'") + "; img-src data:"


def front(request: Request) -> Response:
    """What the case is about; where it is not too large to be read for that, in sentences and with counts."""
    with open_case(request) as case:
        filters_of(request, ())
        situation = case.situation
        entries = case.log.head.size
        is_small = entries <= SUMMED_UP
        counts = {noun: len(getattr(case, noun)()) for noun in NOUNS} if is_small else {}
        return page(
            "front.html",
            situation,
            title=situation.title,
            subtitle=period_words(situation.start, situation.end),
            summary=summary_sentences(case.bulletin()) if is_small else (),
            entries=entries,
            counts=counts,
            about=ABOUT,
        )


def listing(request: Request) -> Response:
    """One noun, filtered by the address."""
    noun = request.path_params["noun"]
    if noun not in NOUNS:
        raise NotFoundError(f"no page {noun!r}", "", f"one of {', '.join(NOUNS)}, bulletin")
    with open_case(request) as case:
        table = getattr(case, noun)(filters_of(request, filters_for(noun)))
        situation = case.situation
        listed = write_listing(case, noun, table, LIMIT)
        has_matrix = noun == "findings" and not filters_of(request, filters_for(noun)).kind
        is_small = case.log.head.size <= SUMMED_UP
        told = case.incidents(filters_of(request, filters_for(noun))).records if has_matrix and is_small else ()
        given = {name: value for name, value in request.query_params.items() if value}
        return page(
            "listing.html",
            situation,
            title=noun.capitalize(),
            subtitle=ABOUT[noun],
            here=noun,
            listing=listed,
            given=given,
            without={name: _without(noun, given, name) for name in given},
            choices=_choices(noun, situation),
            filters=filters_for(noun),
            s=matrix_of(case, (weighed.graded for weighed in told)) if told else None,
            data=f"/api/{noun}?{urlencode(given)}" if given else f"/api/{noun}",
            map=draw_map(listed.lines, situation.places) if any(line.place for line in listed.lines) else None,
        )


def _without(noun: str, given: dict[str, str], name: str) -> str:
    """The address of the listing with one filter fewer."""
    rest = {other: value for other, value in given.items() if other != name}
    return f"/{noun}?{urlencode(rest)}" if rest else f"/{noun}"


def _choices(noun: str, situation: Situation) -> dict[str, tuple[str, ...]]:
    """What may be meant by each filter: suggestions, never a limit."""
    types: dict[str, tuple[str, ...]] = {
        "statements": tuple(Act),
        "disagreements": tuple(Act),
        "incidents": tuple(sub for subs in ACLED.values() for sub in subs),
        "findings": tuple(Verdict),
        "observations": KINDS,
        "counts": KINDS,
    }
    bodies, people = (body.name for body in situation.bodies), (person.name for person in situation.people)
    return {
        "party": (*(party.name for party in situation.parties), *bodies, *people),
        "source": tuple(source.name for source in situation.sources),
        "place": tuple(place.name for place in situation.places),
        "language": situation.languages,
        "status": STATUSES,
        "by": BY,
        "type": types.get(noun, ()),
    }


def bulletin(request: Request) -> Response:
    """The bulletin for the period in the address."""
    with open_case(request) as case:
        wanted = filters_of(request, ("from", "to"))
        made = render_html(case.bulletin(wanted.start, wanted.end))
    return HTMLResponse(made, headers={"Content-Security-Policy": _BULLETIN_POLICY})


def style(_request: Request) -> Response:
    """The style sheet."""
    return Response(style_sheet(), media_type="text/css")
