"""The bulletin's opening: plain sentences with counts, every one computed from the records.

Decides what is said first. Never says more than was counted.
"""

from __future__ import annotations

from trucewatch.agreements import group_commitments
from trucewatch.agreements.model import Verdict
from trucewatch.incidents import group_gatherings, supports
from trucewatch.lineage.model import QuotationChange
from trucewatch.publish.model import Bulletin, GradedIncident
from trucewatch.publish.sheet.incidents import has_nobody_accused
from trucewatch.publish.wording import count_words, list_words


def summary_sentences(bulletin: Bulletin) -> tuple[str, ...]:
    """Reports, incidents, findings, talks, quotations, review: one sentence each."""
    sentences = (
        _reports(bulletin),
        _incidents(bulletin.incidents),
        _findings(bulletin.incidents),
        _talks(bulletin),
        _quotations(bulletin),
        _reviewed(bulletin),
    )
    return tuple(sentence for sentence in sentences if sentence)


def independent_reports(bulletin: Bulletin) -> int:
    """How many independent origins stand behind the reports, a copy adding nothing."""
    in_stories = {document for story in bulletin.stories for document in story.documents}
    alone = sum(1 for document in bulletin.documents if document.id not in in_stories)
    return alone + sum(story.origins for story in bulletin.stories)


def _reports(bulletin: Bulletin) -> str:
    reports, sources = len(bulletin.documents), len({document.source for document in bulletin.documents})
    if not reports:
        return "No reports were received for this period."
    from_ = f"{count_words(reports, 'report')} from {count_words(sources, 'source')}"
    independent = independent_reports(bulletin)
    if independent == reports:
        return f"{from_}; none is a copy of another."
    return f"{from_}; after copies, {independent} independent."


def _incidents(incidents: tuple[GradedIncident, ...]) -> str:
    if not incidents:
        return "No incidents are reported."
    contested = sum(1 for graded in incidents if graded.incident.is_contested or graded.grade.is_contested)
    nobody = sum(1 for graded in incidents if has_nobody_accused(graded.incident))
    several = sum(1 for graded in incidents if graded.grade.certain > 1)
    parts = [f"{contested} contested" if contested else "none contested"]
    parts.append(
        f"{several} resting on more than one independent origin"
        if several
        else "none rests on more than one independent origin"
    )
    if withdrawn := sum(1 for graded in incidents if _is_withdrawn(graded)):
        parts.append(f"{withdrawn} withdrawn by whoever reported it")
    if nobody:
        parts.append(f"{nobody} with nobody named as the actor")
    return f"{count_words(len(incidents), 'incident')}: {', '.join(parts)}."


def _is_withdrawn(graded: GradedIncident) -> bool:
    accounts = graded.incident.accounts
    return any(account.is_retracted for account in accounts) and not any(supports(account) for account in accounts)


def _findings(incidents: tuple[GradedIncident, ...]) -> str:
    breached = [graded for graded in incidents if any(each.verdict is Verdict.WOULD_BREACH for each in graded.findings)]
    if not any(graded.findings for graded in incidents):
        return ""
    disputed = sum(1 for graded in breached if len({each.verdict for each in graded.findings}) > 1)
    text = f"{len(breached)} of {count_words(len(incidents), 'incident')} would breach a clause under at least one reading, if it happened as alleged"  # noqa: E501 - one sentence
    return f"{text}; for {disputed} of them the readings disagree." if disputed else f"{text}."


def _talks(bulletin: Bulletin) -> str:
    parts = [
        count_words(len(group_commitments(bulletin.commitments)), "commitment"),
        count_words(len(group_gatherings(bulletin.gatherings)), "gathering"),
    ]
    present = [part for part in parts if not part.startswith("0 ")]
    said = count_words(len(bulletin.statements), "statement") if bulletin.statements else ""
    once = f"{list_words(present)}, each counted once however many reports tell of it" if present else ""
    words = "; ".join(part for part in (once, said) if part)
    return f"{words}." if words else ""


def _quotations(bulletin: Bulletin) -> str:
    changes = [pair.change for comparison in bulletin.comparisons for pair in comparison.quotations]
    altered = changes.count(QuotationChange.ALTERED)
    if not altered:
        return ""
    was = "was" if altered == 1 else "were"
    return f"{count_words(altered, 'quotation')} {was} altered inside the quotation marks from one version to the next."


def _reviewed(bulletin: Bulletin) -> str:
    records = (
        len(bulletin.statements)
        + len(bulletin.incidents)
        + len(bulletin.commitments)
        + len(bulletin.gatherings)
        + len(bulletin.agreements)
    )
    if not records:
        return ""
    reviewed = len({review.item for review in bulletin.reviews})
    if not reviewed:
        return "Everything here was extracted by machine and has not been reviewed by a person."
    have = "has" if reviewed == 1 else "have"
    return f"Extracted by machine; {reviewed} of {count_words(records, 'record')} {have} been reviewed by a person."
