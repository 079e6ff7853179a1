"""Who observes: the mission that a report speaks of, and which sentences tell what it recorded itself.

Decides by structure who an observer is: somebody of no side who is said to record, hear or count, and is called a
mission, monitors, peacekeepers, or by an abbreviation in a report that speaks of those. Never decides whether it is
right. What others say that they counted is no observation, whoever they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trucewatch.events.observations.flattening import Flat
from trucewatch.events.observations.kinds import TRIGGERS
from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Analysis
from trucewatch.situation.model import SourceKind
from trucewatch.statements.model import Statement
from trucewatch.values import Kind, Span, Who

_OFFICE = (
    r"(?:missions?|monitors?|observers?|peacekeepers?|monitoring (?:officers?|teams?)|patrols?|verification teams?)"
)
_NOUN = re.compile(rf"\b(?:(?:(?!The\b)[A-Z][\w-]* ){{0,4}})(?:{_OFFICE}|{_OFFICE.title()})\b(?![- ](?:line|report))")
_VOCABULARY = re.compile(rf"\b{_OFFICE}\b|peacekeeping|Observer Force|Monitoring Mission|Interim Force", re.IGNORECASE)
_ACRONYM = re.compile(r"(?<![\w-])[A-Z]{3,8}(?![\w-])")
_VERB = (
    r"(?:record|register|observ|count|hear|saw|see(?:n|ing)|spot|not(?:ed|ing)|detect|document|confirm"
    r"|corroborat|f(?:ou|i)nd"
    r"|log(?:ged|ging)|verif|report|receiv|notic)\w*"
)
_DOES = re.compile(rf"^(?:[’']s)?(?:\s*\([^)]*\))?(?:,? [\w’'()/-]+){{0,9}}?,? {_VERB}\b", re.IGNORECASE)
_BY = re.compile(r"(?:\bby|\bto)\s+(?:the\s+)?(?:[\w-]+ ){0,3}$")
_VERBAL = re.compile(rf"\b{_VERB}\b", re.IGNORECASE)
_PRONOUN = re.compile(r"^\W*(?:Inside [^,]+, |In [^,]+, |[A-Z][a-z]+ )?(?:[Ii]t|[Tt]hey)\b|^\W*(?:This|These reports) ")
_SELF = re.compile(r"(?:the |our )?(?:group|team|force|organi[sz]ation|it|they|we)", re.IGNORECASE)
#: The words of ``_OFFICE``, one by one, for the cheap test; and what counts without being an amount.
_OFFICES = word_set(
    """mission missions monitor monitors observer observers peacekeeper peacekeepers monitoring patrol patrols
    verification peacekeeping"""
)
_FEW = word_set("no zero once twice")
_UNREAL = re.compile(r"\b(?:would|could have|if|fear(?:s|ed)?|might)\b", re.IGNORECASE)
_SHARE = 3  # one sentence in so many names the observer, in the mission's own report


@dataclass(frozen=True, slots=True)
class Observers:
    """The observers of one report. ``is_report`` where the report is their own, and speaks for them throughout."""

    names: frozenset[str]
    is_report: bool

    def first_in(self, flat: Flat) -> tuple[int, int] | None:
        """Where the first observer stands in a sentence."""
        return next(((start, end) for start, end, _ in _mentions(flat.text, self.names)), None)


def may_observe(analysis: Analysis, sentences: Sequence[Sentence]) -> bool:
    """A cheap test: whether the report is an observer's own, or sentences that may count something speak of one."""
    if _is_own(analysis):
        return True
    if not any(not _OFFICES.isdisjoint(sentence.words) for sentence in sentences):
        return False
    named = {word.casefold() for name in _known(analysis) for word in name.split()[:1]}
    return any(
        not _OFFICES.isdisjoint(sentence.words)
        or not named.isdisjoint(sentence.words)
        or any(_ACRONYM.fullmatch(token.text) for token in sentence.tokens)
        for sentence in sentences
        if _may_count(sentence)
    )


def _may_count(sentence: Sentence) -> bool:
    return not TRIGGERS.isdisjoint(sentence.words) and (bool(sentence.amounts) or not _FEW.isdisjoint(sentence.words))


def find_observers(analysis: Analysis, flats: Sequence[Flat]) -> Observers:
    """Who observes in this report; nobody in most."""
    known = _known(analysis)
    text = analysis.document.text
    acronyms = known | (_acronyms(analysis, flats) if _VOCABULARY.search(text) else frozenset())
    observers = Observers(acronyms, is_report=False)
    telling = sum(1 for flat in flats if _tells(flat, observers))
    naming = sum(1 for flat in flats if observers.first_in(flat) is not None)
    is_own = _is_own(analysis) or (telling >= 2 and naming * _SHARE >= len(flats))
    return Observers(acronyms, is_own)


def _known(analysis: Analysis) -> frozenset[str]:
    """Missions that the situation names."""
    situation = analysis.situation
    sources = [source for source in situation.sources if source.kind is SourceKind.MISSION and not source.party]
    bodies = [body for body in situation.bodies if not body.party and _VOCABULARY.search(body.name)]
    named: list[str] = [name for each in sources for name in (each.name, *each.aliases)]
    named += [name for each in bodies for name in (each.name, *each.aliases)]
    return frozenset(named)


def _is_own(analysis: Analysis) -> bool:
    """Whether the situation says that a mission published the report."""
    published = analysis.document.source
    return any(
        each.kind is SourceKind.MISSION and published in {each.id, each.name} for each in analysis.situation.sources
    )


def _acronyms(analysis: Analysis, flats: Iterable[Flat]) -> frozenset[str]:
    """Abbreviations that are said to record something and belong to no side."""
    sided = {word for who in analysis.names if who.party or who.state for word in who.words.split()}
    sided |= {alias for party in analysis.situation.parties for alias in party.aliases}
    sided |= {alias for body in analysis.situation.bodies if body.party for alias in body.aliases}
    found = set()
    for flat in flats:
        for match in _ACRONYM.finditer(flat.text):
            if match.group() not in sided and _DOES.match(flat.text[match.end() : match.end() + 120]):
                found.add(match.group())
    return frozenset(found)


def _mentions(text: str, names: frozenset[str]) -> list[tuple[int, int, str]]:
    found = [(match.start(), match.end(), match.group()) for match in _NOUN.finditer(text)]
    for name in names:
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                found.append((at, end, name))
            at = text.find(name, end)
    return sorted(found)


def _tells(flat: Flat, observers: Observers) -> bool:
    """Whether an observer is said to observe in the sentence."""
    for start, end, _ in _mentions(flat.text, observers.names):
        if _DOES.match(flat.text[end : end + 140]) or (_BY.search(flat.text[:start]) and _VERBAL.search(flat.text)):
            return True
    return False


def tells(
    flat: Flat, observers: Observers, statements: Sequence[Statement], *, is_about_them: bool, was_told: bool
) -> bool:
    """Whether the sentence tells what observers recorded. ``was_told`` says so of the sentence before it.

    ``is_about_them`` is whether it may tell what was done to the observers, which needs no verb of observing.
    """
    if _UNREAL.search(flat.text) or _is_of_others(flat, observers, statements):
        return False
    if _tells(flat, observers) or (is_about_them and observers.first_in(flat) is not None):
        return True
    is_going_on = was_told and (bool(_PRONOUN.match(flat.text)) or flat.text.lstrip()[:1].islower())
    return is_going_on or (observers.is_report and (was_told or bool(_VERBAL.search(flat.text)) or is_about_them))


def _is_of_others(flat: Flat, observers: Observers, statements: Sequence[Statement]) -> bool:
    """Whether the sentence is what somebody who does not observe says."""
    if _tells(flat, observers):
        return False
    here = flat.span(0, len(flat.text)) if flat.text else Span(0, 1)
    for statement in statements:
        if not any(part.overlaps(here) for part in statement.content):
            continue
        speakers = [who.name for who in statement.speakers]
        if speakers and not any(_is_observer(name, observers) for name in speakers):
            return True
    return False


def _is_observer(name: str, observers: Observers) -> bool:
    """Whether a speaker is one of those who observe; in their own report, "the group" is they."""
    is_self = observers.is_report and bool(_SELF.fullmatch(name))
    return is_self or name in observers.names or bool(_NOUN.search(name))


def observer_of(flat: Flat, observers: Observers, analysis: Analysis) -> Who | None:
    """The observer that a sentence names."""
    found = observers.first_in(flat)
    if found is None:
        return None
    span = flat.span(*found)
    for who in analysis.names:
        if who.span is not None and who.span.overlaps(span) and who.kind is Kind.BODY and not who.party:
            return who
    words = span.of(analysis.document.text)
    return Who(" ".join(words.split()), Kind.BODY, words, span)
