"""The page of one report: its text with marks, what was found in it, and the reports it shares a story with."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from trucewatch.api import filters_of, open_case, shown_in
from trucewatch.case import Case, Extraction
from trucewatch.documents import Document
from trucewatch.errors import NotFoundError
from trucewatch.publish.sheet.desk import Desk
from trucewatch.publish.wording import when_words
from trucewatch.web.guard import POLICY
from trucewatch.web.laying import bulletin_of
from trucewatch.web.layout import address, page
from trucewatch.web.marked import blocks_of, facts_in, number, pointing


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another report of the same story, or one told independently beside it. ``how`` says how the two are related."""

    id: str
    label: str
    how: str


def document(request: Request) -> Response:
    """A report's text with every fact marked; ``#s=START-END`` leads to the words."""
    asked = request.path_params["id"]
    with open_case(request) as case:
        filters_of(request, ())
        one = shown_in(case, asked)
        if not isinstance(one.record, Document):
            raise NotFoundError(f"no report {asked}", f"that is the id of one {one.kind}", "see the list of documents")
        if one.id != asked:
            return RedirectResponse(address(one.id))
        return _page(case, one.record, one.entry)


def _page(case: Case, report: Document, entry: int | None) -> Response:
    facts = facts_in(case, report.id)
    numbered = number(facts)
    story = case.stories(document=report.id).records[0]
    desk = Desk(bulletin_of(case, (*story.documents, *story.related), stories=(story,)))
    shown = Markup(pointing(numbered))  # noqa: S704 -- numbers of ours, see there
    published = when_words(report.published) if report.published else "date of publication not known"
    answer = page(
        "document.html",
        desk.bulletin.situation,
        title=report.title or report.name or report.id,
        heading=f"{desk.source_name(report)} · {published}",
        here="documents",
        report=report,
        entry=entry,
        source=desk.source_name(report),
        published=published,
        groups=[(noun, list(group)) for noun, group in groupby(facts, key=lambda fact: fact.noun)],
        blocks=tuple(blocks_of(report, numbered, facts)),
        pointing=shown,
        story=story,
        siblings=_siblings(desk, report.id),
        others=tuple((_other_reading(each), each.unborne) for each in case.extractions(document=report.id)),
    )
    answer.headers["Content-Security-Policy"] = _policy_with(f"\n{shown}\n")
    return answer


def _other_reading(extraction: Extraction) -> str:
    """What another extractor proposed for the report, and what became of it."""
    rejected = "; ".join(f"{count} {reason}" for reason, count in extraction.rejected.items())
    borne = f"{extraction.proposed} proposed, {extraction.statements} in the text"
    return f"{extraction.extractor} {extraction.version}: {borne}" + (f" ({rejected})" if rejected else "")


def _siblings(desk: Desk, report: str) -> tuple[Sibling, ...]:
    """The other reports of the story in its order, then those beside it."""
    (story,) = desk.bulletin.stories
    how = {name: "in the same story" for name in story.documents if name != report}
    how |= dict.fromkeys(story.related, "told independently, or in another language")
    for edge in story.derivations:
        if report in {edge.child, edge.parent}:
            other, role = (edge.parent, "source") if report == edge.child else (edge.child, "version")
            role = role if edge.direction.value != "unknown" else "version, direction unknown"
            how[other] = f"{role}: {edge.kind.value}, {edge.confidence // 10} % sure"
    return tuple(Sibling(name, desk.label(name), words) for name, words in how.items())


def _policy_with(style: str) -> str:
    """The policy that lets exactly this style stand inside the page."""
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return POLICY.replace("style-src 'self'", f"style-src 'self' 'sha256-{digest}'")
