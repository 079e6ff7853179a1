"""Words that call an act a breach of a truce.

Decides which mentions such words belong to: those of the same sentence and claim, or those named with "by …ing"; a bare
accusation of breaking the truce becomes a mention of its own, of no particular act. Never decides whether it was one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from trucewatch.events.drafts import Draft
from trucewatch.events.mentions.claims import claims_of
from trucewatch.events.mentions.report import Report
from trucewatch.events.mentions.triggers import BREACH_NOUNS, BREACH_VERBS, BREACHED
from trucewatch.events.model import EventMention, Factuality, Stance
from trucewatch.events.needs import Candidate
from trucewatch.events.phrases import Phrase
from trucewatch.events.roles import find_complement, find_object, find_owner, find_subject, is_passive
from trucewatch.events.rules import OTHER, Rule
from trucewatch.events.settings import find_when, find_where
from trucewatch.events.standing import is_prevented, mention_id
from trucewatch.events.version import EXTRACTOR
from trucewatch.events.view import Sentence
from trucewatch.events.violations import Breach, with_breaches
from trucewatch.language.model import Tag

_RULE = Rule(OTHER)
_VERDICT = Rule(OTHER, is_consequence=True)  # says what something was, and tells of nothing by itself
_CALLING = frozenset({"called", "calls", "calling", "described", "describes", "denounced", "condemned"})


def mark_breaches(report: Report, sentences: Iterable[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with ``is_violation`` set where the words say so, and the bare accusations added, in text order."""
    breaches = (
        Breach(sentence, sentence.tokens[breach.start].span, _bare(report, sentence, breach))
        for sentence in sentences
        for breach in _breaches(sentence)
    )
    return with_breaches(drafts, breaches)


def _breaches(sentence: Sentence) -> Iterator[Candidate]:
    for at, token in enumerate(sentence.tokens):
        if token.lower in BREACH_VERBS and token.tag is Tag.VERB:
            passive = is_passive(sentence, at)
            broken = find_subject(sentence, at) if passive else find_object(sentence, at)
            if _is_truce(sentence, broken):
                yield Candidate(at, at + 1, _RULE, False, None if passive else find_subject(sentence, at), None)
        elif token.lower in BREACH_NOUNS and token.tag is not Tag.VERB:
            if _is_verdict(sentence, at):
                yield Candidate(at, at + 1, _VERDICT, True, None, None)
                continue
            broken = find_complement(sentence, at + 1, frozenset({"of"})) or find_owner(sentence, at)
            is_breach = _is_truce(sentence, broken) or _is_since_truce(sentence, at)
            if is_breach and not is_prevented(sentence, Candidate(at, at + 1, _RULE, True, None, None)):
                yield Candidate(at, at + 1, _RULE, True, None, None)


def _is_verdict(sentence: Sentence, at: int) -> bool:
    """The words "called the shelling a serious violation": what was done is called a breach, of no truce by name."""
    before = sentence.lowers(at - 8, at)
    return (
        bool(_CALLING.intersection(before)) and before[-1:] != ("of",) and bool({"a", "an"}.intersection(before[-3:]))
    )


def _is_since_truce(sentence: Sentence, at: int) -> bool:
    """The words "1,500 breaches since the truce began", "violations of it under the deal": of which truce is said."""
    after = sentence.lowers(at + 1, at + 5)
    return after[:1] in {("since",), ("under",)} and bool(BREACHED.intersection(after))


def _is_truce(sentence: Sentence, phrase: Phrase | None) -> bool:
    return phrase is not None and bool(BREACHED.intersection(phrase.lowers(sentence)))


def _bare(report: Report, sentence: Sentence, breach: Candidate) -> Iterator[Draft]:
    """A mention of no particular act for each claim that the truce was broken; without a claim there is none."""
    if breach.rule is _VERDICT:
        return
    trigger = sentence.cover(breach.start, breach.end)
    when = find_when(sentence, breach.start, breach.end)
    for actor, standing in claims_of(report, sentence, breach):
        is_unreal = standing.factuality in {Factuality.HYPOTHETICAL, Factuality.PLANNED, Factuality.FEARED}
        if is_unreal or not standing.claimants or report.history.is_background(sentence, breach, when):
            continue
        if standing.stance is Stance.CONFIRMS and actor is None:
            standing = replace(standing, stance=Stance.ALLEGES)  # noqa: PLW2901  nobody calls their own deed a breach
        yield Draft(
            EventMention(
                id=mention_id(report.document, OTHER, trigger, standing),
                document=report.document,
                act=OTHER,
                trigger=trigger,
                sentence=sentence.span,
                factuality=standing.factuality,
                stance=standing.stance,
                actor=actor,
                when=when,
                where=find_where(sentence, breach, report.situation),
                claimants=standing.claimants,
                statement=standing.statement,
                is_violation=True,
                is_retracted=standing.is_retracted,
                extractor=EXTRACTOR,
                spans=(sentence.span,),
            ),
            sentence,
        )
