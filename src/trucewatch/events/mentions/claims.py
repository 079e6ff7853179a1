"""Who says what of a trigger: each actor and standing that it is told with.

Decides one claim for each statement that holds the trigger, two where two sides accuse each other; who takes a claim
back, who shows it, and who looked and cannot tell. Never decides what happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trucewatch.events.mentions.evidence import inquirers, presenter_before, retracting_before
from trucewatch.events.mentions.report import Report
from trucewatch.events.model import Factuality, Stance
from trucewatch.events.mutual import is_told_apart, mutual_accusers
from trucewatch.events.needs import Candidate
from trucewatch.events.participants import find_actor, side_of
from trucewatch.events.standing import Standing, governing, standing_of
from trucewatch.events.view import Sentence
from trucewatch.situation.model import Situation
from trucewatch.statements.model import Statement
from trucewatch.values import Span, Who

_AFTER = frozenset({"after", "following"})


def trigger_of(sentence: Sentence, candidate: Candidate) -> Span:
    """The words of the trigger."""
    return sentence.cover(candidate.start, candidate.end)


def is_same_voice(sentence: Sentence, one: Candidate, other: Candidate) -> bool:
    """Whether the same statements hold both triggers."""
    return _statement_ids(sentence, one) == _statement_ids(sentence, other)


def _statement_ids(sentence: Sentence, candidate: Candidate) -> tuple[str, ...]:
    return tuple(s.id for s in governing(sentence, trigger_of(sentence, candidate)))


def _held_by(sentence: Sentence, candidate: Candidate) -> tuple[Statement, ...]:
    """The statements that claim the trigger; none for what an accusation only comes after.

    In "accused each other of breaking the truce after a strike on the road", both speak of the truce.
    """
    holding = governing(sentence, trigger_of(sentence, candidate))
    return tuple(s for s in holding if not (s.accused and _comes_after(sentence, s, candidate.start)))


def _comes_after(sentence: Sentence, statement: Statement, trigger: int) -> bool:
    """Whether "after" or its like stands in the statement's content, before the trigger."""
    for part in statement.content:
        first = sentence.index_at(part.start)
        if first < trigger and _AFTER.intersection(sentence.lowers(first + 1, trigger)):
            return True
    return False


def claims_of(
    report: Report, sentence: Sentence, candidate: Candidate, found: Sequence[Candidate] = ()
) -> Iterator[tuple[Who | None, Standing]]:
    """Each actor and standing that the trigger is told with: one a statement, two for a mutual accusation."""
    statements = _held_by(sentence, candidate)
    pair = () if is_told_apart(statements) else mutual_accusers(sentence, candidate.start, report.opponents)
    for claimant, accused in (pair, pair[::-1]) if pair else ():
        yield accused, Standing(Factuality.CLAIMED, Stance.ALLEGES, (claimant,), statements[0].id if statements else "")
    if pair:
        return
    for statement in statements or (None,):
        actor = find_actor(sentence, candidate, statement, report.situation)
        actor = actor or _actor_of_consequence(sentence, candidate, found, statement, report.situation)
        standing = _with_presenter(sentence, candidate, standing_of(sentence, candidate, statement, actor))
        yield actor or _who_denies_own(standing, report.situation), standing


def _who_denies_own(standing: Standing, situation: Situation) -> Who | None:
    """The side that denies a deed which the words lay to nobody else: it denies its own."""
    is_one = standing.stance is Stance.DENIES and len(standing.claimants) == 1
    who = side_of(standing.claimants[0], situation) if is_one else None
    return who if who is not None and who.party else None


def _actor_of_consequence(
    sentence: Sentence,
    candidate: Candidate,
    found: Sequence[Candidate],
    statement: Statement | None,
    situation: Situation,
) -> Who | None:
    """Whoever is told to have done what came of it: "Aran troops killed three in a raid"."""
    for other in found:
        if other.rule.is_consequence and is_same_voice(sentence, other, candidate):
            actor = find_actor(sentence, other, statement, situation)
            if actor is not None:
                return actor
    return None


def _with_presenter(sentence: Sentence, candidate: Candidate, standing: Standing) -> Standing:
    """Whoever takes back a claim made it; whoever shows footage of a deed says that it happened.

    Whoever looked and cannot tell who did it is the one who cannot attribute it.
    """
    if (retracting := retracting_before(sentence, candidate.start)) is not None:
        return Standing(Factuality.CLAIMED, Stance.ALLEGES, (retracting,), standing.statement, is_retracted=True)
    if standing.stance is Stance.CANNOT_ATTRIBUTE and not standing.claimants:
        return replace(standing, claimants=inquirers(sentence))
    if standing.claimants or standing.stance is not Stance.REPORTS:
        return standing
    who = presenter_before(sentence, candidate.start)
    return standing if who is None else Standing(Factuality.CLAIMED, Stance.ALLEGES, (who,))
