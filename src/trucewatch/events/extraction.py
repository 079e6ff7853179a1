"""The order in which one document is read for events. See ``find_events``."""

from __future__ import annotations

from collections.abc import Callable

from trucewatch.events import slavic
from trucewatch.events.commitments.finding import find_commitments
from trucewatch.events.gatherings.accords import find_agreements
from trucewatch.events.gatherings.finding import find_gatherings
from trucewatch.events.mentions.breaches import mark_breaches
from trucewatch.events.mentions.drafting import draft_mentions
from trucewatch.events.mentions.report import read_report
from trucewatch.events.merging import merge
from trucewatch.events.model import Events
from trucewatch.events.observations.finding import find_observations
from trucewatch.events.rivals import with_rivals
from trucewatch.events.view import read_sentences
from trucewatch.language.model import Analysis, tongue_of
from trucewatch.statements.model import Statement


def reads_events(analysis: Analysis) -> bool:
    """Whether there are rules for the events that a document in this language tells of."""
    return analysis.is_understood and tongue_of(analysis.document) in _FINDERS


def find_events(analysis: Analysis, statements: tuple[Statement, ...]) -> Events:
    """What one document says happened, was promised, met about or agreed.

    Nothing is extracted from a language that this room has no rules for.
    """
    if not reads_events(analysis):
        return Events()
    return _FINDERS[tongue_of(analysis.document)](analysis, statements)


def _find_english(analysis: Analysis, statements: tuple[Statement, ...]) -> Events:
    sentences = read_sentences(analysis, statements)
    report = read_report(analysis, sentences)
    drafts = mark_breaches(report, sentences, tuple(draft_mentions(report, sentences)))
    return Events(
        mentions=tuple(
            sorted(with_rivals(analysis, statements, merge(drafts, report.scene)), key=lambda m: (m.trigger, m.id))
        ),
        commitments=find_commitments(analysis, sentences),
        gatherings=find_gatherings(analysis, sentences),
        agreements=find_agreements(analysis, sentences),
        observations=find_observations(analysis, sentences),
    )


#: The rules of each language.
_FINDERS: dict[str, Callable[[Analysis, tuple[Statement, ...]], Events]] = {
    "en": _find_english,
    "ru": slavic.find_events,
    "uk": slavic.find_events,
}
