"""Whether a reading is about this at all: the act, the target, the weapon, and whoever is accused.

Never guesses what is not told: an unknown target or weapon that matters cannot be judged.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.agreements.terms.asked import Asked
from trucewatch.agreements.terms.step import Answer, Step
from trucewatch.agreements.terms.weaponry import classes_of, widened
from trucewatch.situation import Agreement, Reading


def check_act(asked: Asked, acts: Sequence[str], word: str) -> Step:
    """Whether the act is one that the reading names."""
    return _check_listed(asked, "Act", asked.incident.act, acts, word)


def check_target(asked: Asked, targets: Sequence[str], word: str) -> Step:
    """Whether what was hit is of a class that the reading names."""
    return _check_listed(asked, "Target", asked.incident.target_class, targets, word)


def _check_listed(asked: Asked, about: str, value: str, listed: Sequence[str], word: str) -> Step:
    if not listed:
        return Step(Answer.YES, f"{about}: every {about.casefold()} is {word}.")
    names = ", ".join(listed)
    if not value:
        reason = f"{about}: not known; the reading names {names}."
        return Step(Answer.UNKNOWN, reason, change=f"the {about.casefold()}")
    basis = asked.basis((lambda account: account.target_class == value) if about == "Target" else None)
    if value in listed:
        return Step(Answer.YES, f"{about}: “{value}” is among those {word}.", basis=basis)
    return Step(
        Answer.NO,
        f"{about}: “{value}” is not among those {word} ({names}).",
        change=f"evidence that the {about.casefold()} was {' or '.join(listed)}",
        basis=basis,
    )


def check_weapon(asked: Asked, weapons: Sequence[str]) -> Step:
    """Whether what it was done with is of a class that the reading names; several may be meant by one word."""
    names = ", ".join(weapons)
    told = [account for account in asked.telling if account.weapon]
    if not told:
        reason = f"Weapon: not known; the reading names {names}."
        return Step(Answer.UNKNOWN, reason, change="what it was done with")
    words = ", ".join(dict.fromkeys(f"“{account.weapon}”" for account in told))
    meant = [classes_of(account.weapon) for account in told]
    basis = asked.basis(lambda account: account.weapon)
    wanted = widened(weapons)
    if all(classes and classes <= wanted for classes in meant):
        return Step(Answer.YES, f"Weapon: {words} is among those named ({names}).", basis=basis)
    if all(classes and not classes & wanted for classes in meant):
        reason = f"Weapon: {words} is not among those named ({names})."
        return Step(Answer.NO, reason, change=f"evidence that it was {' or '.join(weapons)}", basis=basis)
    reason = f"Weapon: {words} may or may not be among those named ({names})."
    return Step(Answer.UNKNOWN, reason, change="what exactly it was done with", basis=basis)


def check_bound(asked: Asked, agreement: Agreement, reading: Reading) -> Step:
    """Whether whoever is accused is bound."""
    bound = reading.terms.bound or agreement.parties
    names = ", ".join(map(asked.name_of, bound))
    accused = asked.accused
    if accused is None:
        reason = "Who: nobody is named as having done it, so it could not be attributed."
        answer = Answer.YES if set(agreement.parties) <= set(bound) else Answer.UNKNOWN
        return Step(answer, reason, change="" if answer is Answer.YES else "who did it", basis=asked.basis())
    basis = asked.basis(lambda account: account.actor)
    party = asked.voices.party_of(accused)
    if not party:
        reason = f"Who: it is not known whether {accused.name} acts for a party that is bound ({names})."
        return Step(Answer.UNKNOWN, reason, change=f"for whom {accused.name} acts", basis=basis)
    if party in bound:
        return Step(Answer.YES, f"Who: {asked.name_of(party)}, which is accused, is bound.", basis=basis)
    reason = f"Who: {asked.name_of(party)}, which is accused, is not bound; the reading binds {names}."
    return Step(Answer.NO, reason, change="evidence that another side did it", basis=basis)
