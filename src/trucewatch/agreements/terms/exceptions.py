"""What lets an act pass: exceptions that are plain, and those that depend on what happened.

Asks accounts whether they tell of the circumstance. Never takes a step that had to go before as done, and never acquits
on the word of the accused alone: then it cannot be judged, and what would have to be shown is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trucewatch.agreements.model import Verdict
from trucewatch.agreements.terms.asked import Asked, first_of
from trucewatch.agreements.terms.step import Answer, Step
from trucewatch.incidents import Account, Basis
from trucewatch.situation import Agreement, Exemption, Reading
from trucewatch.values import Span

#: Words that call an act an answer to fire, in the three languages that are read.
_ANSWERED = re.compile(
    r"""\b(?:
      return(?:ed|ing|s)?\ fire | retaliat\w* | (?:fired|shot)\ back | counter-?fire | answer(?:ed|ing)\ fire
    | in\ response\ to\ (?:the\ |an?\ )?(?:attack|fire|shelling|shots|strike)\w*
    | respond(?:ed|ing)?\ (?:with|to)\ (?:fire|shots|gunfire|shelling|an?\ attack)
    | after\ (?:being|coming)\ (?:fired\ upon|under\ fire|shot\ at|attacked)
    | ответн\w*\ ог[оне]\w* | в\ ответ\ на\ \w*обстрел\w*
    | (?:вогон|вогн)\w*\ у\ відповідь | у\ відповідь\ на\ \w*(?:обстріл|вогон|атак)\w*
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def check_listed(reading: Reading, asked: Asked) -> Step:
    """What the reading excepts by name."""
    terms, incident = reading.terms, asked.incident
    for about, value, excepted in (
        ("act", incident.act, terms.excepted_acts),
        ("target", incident.target_class, terms.excepted_targets),
    ):
        if value and value in excepted:
            reason = f"Exceptions: the {about}, “{value}”, is excepted."
            change = f"evidence that the {about} was another"
            return Step(Answer.NO, reason, Verdict.EXCEPTED, change, asked.basis())
    if terms.excepted_targets and not incident.target_class:
        reason = f"Exceptions: {', '.join(terms.excepted_targets)} are excepted, and the target is not known."
        return Step(Answer.UNKNOWN, reason, change="what was hit")
    told = f" To be weighed by a person: {' '.join(terms.exceptions)}" if terms.exceptions else ""
    has_more = "by act or target" if terms.exemptions else "that the program can test"
    return Step(Answer.YES, f"Exceptions: none {has_more} applies.{told}")


def check_exemptions(reading: Reading, agreement: Agreement, asked: Asked) -> Iterator[Step]:
    """Each exception of the reading that could cover this act, target and side."""
    for exemption in reading.terms.exemptions:
        if _could_cover(exemption, agreement, asked):
            yield _check_exemption(exemption, asked)


def _could_cover(exemption: Exemption, agreement: Agreement, asked: Asked) -> bool:
    party = asked.voices.party_of(asked.accused) if asked.accused else ""
    return (
        (not exemption.acts or asked.incident.act in exemption.acts)
        and (
            not exemption.targets or not asked.incident.target_class or asked.incident.target_class in exemption.targets
        )
        and (not party or party in (exemption.bound or agreement.parties))
    )


def _check_exemption(exemption: Exemption, asked: Asked) -> Step:
    about = f"Exception: {exemption.summary}"
    if not exemption.circumstance:
        return Step(Answer.YES, f"{about} Whether it applies is for a person to weigh.")
    answering = {id(account): told for account in asked.standing if (told := tuple(_answers(account, asked)))}
    if not answering:
        return _check_rivals(about, asked)
    basis = tuple(dict.fromkeys(place for told in answering.values() for place in told))
    whose = _names([account for account in asked.standing if id(account) in answering])
    says = f"{about} {whose} tells of fire in answer"
    if exemption.only_after:
        steps = " and ".join(exemption.only_after)
        reason = f"{says}; that there was first {steps} is not taken as told."
        return Step(Answer.UNKNOWN, reason, change=f"whether there was first {steps}", basis=basis)
    if len(answering) == len(asked.standing) and _is_told_from_outside(asked):
        reason = f"{says}, and no account says otherwise."
        return Step(Answer.NO, reason, Verdict.EXCEPTED, "evidence that the accused fired first", basis)
    reason = f"{says}; other accounts, or anybody but the accused, do not."
    return Step(Answer.UNKNOWN, reason, change="who fired first", basis=basis)


def _check_rivals(about: str, asked: Asked) -> Step:
    """Nobody tells of an answer; whoever accuses another side of the same leaves open who began."""
    side = asked.side_of(asked.accused)
    rivals = [each for each in asked.standing if each.actor is not None and asked.side_of(each.actor) != side]
    if not rivals or asked.accused is None:
        return Step(Answer.YES, f"{about} No account tells of fire in answer.")
    reason = f"{about} {_names(rivals)} lays it at another side's door; which began is not told."
    return Step(Answer.UNKNOWN, reason, change="who fired first", basis=first_of(rivals))


def _answers(account: Account, asked: Asked) -> Iterator[Basis]:
    """The words of an account that call it an answer, exactly where they stand."""
    for place, words in asked.words_of(account):
        for match in _ANSWERED.finditer(words):
            span = Span(place.span.start + match.start(), place.span.start + match.end())
            yield Basis(place.document, place.mention, span)


def _is_told_from_outside(asked: Asked) -> bool:
    """Whether anybody but the accused side gives an account."""
    side = asked.side_of(asked.accused)
    return any(account.claimant is None or asked.side_of(account.claimant) != side for account in asked.standing)


def _names(accounts: list[Account]) -> str:
    named = [account.claimant.name if account.claimant else "a report in its own voice" for account in accounts]
    return ", ".join(dict.fromkeys(named))
