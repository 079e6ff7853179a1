from __future__ import annotations

from typing import Any

import pytest
from pledge_samples import DRENMARK, commitment

from trucewatch.agreements import Balance, compare_commitments, tell
from trucewatch.events.model import Commitment
from trucewatch.situation import Clause, Deontic, Stage
from trucewatch.values import Amount

CLAUSE = Clause("7", "Observers for the lake line", Deontic.REQUIRES, (), amount=1000, unit="troops")


def _balance(*commitments: Commitment) -> Balance:
    return compare_commitments(CLAUSE, tell(commitments, {}))


def _promised(*commitments: Commitment) -> tuple[int | None, int | None]:
    balance = _balance(*commitments)
    return balance.promised.low, balance.promised.high


def test_a_pledge_repeated_in_many_reports_counts_once() -> None:
    """Three reports of one pledge are one pledge that names all three."""
    balance = _balance(*(commitment(n, 300) for n in range(3)))
    assert (balance.promised.low, balance.promised.high) == (300, 300)
    assert [pledge.commitments for pledge in balance.pledges] == [("com-0", "com-1", "com-2")]


def test_pledges_of_two_givers_add_up() -> None:
    """Different givers are different pledges, even of the same amount."""
    assert _promised(commitment(1, 300), commitment(2, 300, givers=(DRENMARK,))) == (600, 600)


def test_two_amounts_of_one_giver_make_a_range() -> None:
    """They may be one pledge told twice or two pledges: the sum holds both."""
    assert _promised(commitment(1, 300), commitment(2, 500)) == (500, 800)


def test_up_to_leaves_the_lower_end_open() -> None:
    """A pledge of "up to" promises nothing for sure; one of "at least" has no upper end."""
    assert _promised(commitment(1, None, 700)) == (0, 700)
    at_least = commitment(1, 400, amount=Amount(400, None, "troops"))
    assert _promised(at_least) == (400, None)


def test_what_is_conditional_may_come() -> None:
    """Conditional and planned pledges raise only the upper end."""
    assert _promised(commitment(1, 300, stage=Stage.CONDITIONAL)) == (0, 300)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"stage": Stage.SOUGHT}, "only sought"),
        ({"stage": Stage.REFUSED}, "refused"),
        ({"amount": None}, "no amount is given"),
        ({"amount": Amount(5, 5, "EUR"), "what": "money"}, "in another unit (EUR)"),
    ],
)
def test_what_is_not_counted_says_why(given: dict[str, Any], reason: str) -> None:
    """Everything read is listed; what adds nothing has its reason."""
    balance = _balance(commitment(1, 300, **given))
    assert [pledge.reason for pledge in balance.pledges] == [reason]
    assert balance.promised == Amount(0, 0, "troops")


def test_delivery_is_told_apart_from_promise() -> None:
    """A pledge that was delivered counts in both sums; the rest only as promised."""
    delivered = commitment(2, 300, stage=Stage.DELIVERED)
    balance = _balance(commitment(1, 300), delivered, commitment(3, 200, givers=(DRENMARK,)))
    assert (balance.delivered.low, balance.promised.low) == (300, 500)
    assert balance.required == Amount(1000, 1000, "troops")


def test_a_pledge_withdrawn_adds_nothing() -> None:
    """A later withdrawal of the same pledge takes it out of the sum."""
    assert _promised(commitment(1, 300), commitment(2, 300, stage=Stage.WITHDRAWN)) == (0, 0)
