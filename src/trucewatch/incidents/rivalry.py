"""How accounts of one incident stand to one another: which side each speaks for, and what they differ on.

Decides order and contradiction. Never weighs one account against another: the order is accusers, accused, others, each
side where it first spoke, whichever side it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.events.model import Stance
from trucewatch.incidents.accounts import accused_key, supports
from trucewatch.incidents.model import Account
from trucewatch.incidents.targets import are_kindred
from trucewatch.situation.vocabulary import TARGETS


def by_side(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """The accounts of each accusing side together, then those of the accused, then all others.

    Where no side accuses, whoever says who did it comes first.
    """
    accusing = dict.fromkeys(
        accused_key(account.claimant) for account in accounts if account.claimant and account.stance is Stance.ALLEGES
    )
    accused = dict.fromkeys(accused_key(account.actor) for account in accounts if account.actor)
    sides = list(dict.fromkeys((*accusing, *accused)))

    def rank(account: Account) -> int:
        side = accused_key(account.claimant)
        if not accusing and account.actor and account.stance is not Stance.DENIES and side not in accused:
            return -1
        return sides.index(side) if side in sides else len(sides)

    return tuple(sorted(accounts, key=rank))


def is_contested(accounts: Sequence[Account]) -> bool:
    """Whether somebody denies it, two accounts that stand accuse different sides, or they differ on what was hit."""
    if any(account.stance is Stance.DENIES and not account.is_retracted for account in accounts):
        return True
    accused = {accused_key(account.actor) for account in accounts if supports(account) and account.actor is not None}
    return len(accused) > 1 or differ_on_target(accounts)


def differ_on_target(accounts: Sequence[Account]) -> bool:
    """Whether the accused side owns the deed, but names other victims or another target than those who accuse it."""
    told = [account for account in accounts if supports(account) and account.actor]
    own = [account for account in told if _is_own(account)]
    others = [account for account in told if not _is_own(account)]
    return any(
        accused_key(one.actor) == accused_key(other.actor)
        and (_differ({one.target_class}, {other.target_class}) or _differ(_victims(one), _victims(other)))
        for one in own
        for other in others
    )


def _differ(one: set[str], other: set[str]) -> bool:
    named, others = one - {""}, other - {""}
    return bool(named and others) and not any(are_kindred(a, b) for a in named for b in others)


def _victims(account: Account) -> set[str]:
    return {harm.who for harm in account.harm if harm.who in TARGETS}


def _is_own(account: Account) -> bool:
    return account.claimant is not None and accused_key(account.claimant) == accused_key(account.actor)
