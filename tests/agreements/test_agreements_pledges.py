from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pledge_samples import CORVIA, DRENMARK, commitment

from trucewatch.agreements import Balance, Pledge, Telling, compare_commitments, find_needs, find_pledges
from trucewatch.situation import Clause, Deontic, Stage
from trucewatch.values import Amount, Kind, When, Who

CLAUSE = Clause("7", "A force for the lake line", Deontic.REQUIRES, (), amount=40_000, unit="troops")
LAKELAND, MARSH = Who("Lakeland", Kind.STATE, state="LA"), Who("Marsh", Kind.STATE, state="MA")
DAY = date(2031, 5, 1)


def _told(number: int, low: int | None, high: int | None = None, *, day: int | None = None, **given: Any) -> Telling:
    return Telling(commitment(number, low, high, **given), None if day is None else DAY + timedelta(days=day))


def _on(day: int) -> When:
    return When.on(DAY + timedelta(days=day))


def _balance(*tellings: Telling) -> Balance:
    return compare_commitments(CLAUSE, tellings)


def _range(amount: Amount | None) -> tuple[int | None, int | None]:
    assert amount is not None
    return amount.low, amount.high


def test_one_amount_in_three_wordings_is_one_pledge() -> None:
    """A force of "up to 30,000", of "about 30,000" and "30,000-strong" is one, and not of 90,000."""
    about = Amount(30_000, 30_000, "soldiers", is_approximate=True)
    strong = Amount(30_000, 30_000, "strong")
    tellings = [_told(1, None, 30_000), _told(2, 1, amount=about), _told(3, 1, amount=strong)]
    (pledge,) = find_pledges(tellings)
    assert (_range(pledge.promised), pledge.commitments) == ((0, 30_000), ("com-1", "com-2", "com-3"))


def test_part_deliveries_add_up() -> None:
    """Ten of forty on one day and fifteen on another leave fifteen; told twice, no less."""
    tellings = [
        _told(1, 40, day=0),
        _told(2, 10, stage=Stage.DELIVERED, when=_on(3)),
        _told(3, 15, stage=Stage.DELIVERED, when=_on(9)),
        _told(4, 10, stage=Stage.DELIVERED, when=_on(3)),
    ]
    (pledge,) = find_pledges(tellings)
    assert (_range(pledge.delivered), _range(pledge.outstanding)) == ((25, 25), (15, 15))


def test_a_delivery_of_no_known_day_may_be_one_already_told() -> None:
    """Where it cannot be told whether two deliveries are one, the range holds both."""
    tellings = [_told(1, 40), _told(2, 10, stage=Stage.DELIVERED), _told(3, 15, stage=Stage.DELIVERED)]
    (pledge,) = find_pledges(tellings)
    assert (_range(pledge.delivered), _range(pledge.outstanding)) == ((15, 25), (15, 25))


def test_a_part_withdrawn_is_taken_off() -> None:
    """Ten taken back of forty leave thirty; all taken back leave nothing."""
    assert _range(_balance(_told(1, 40), _told(2, 10, stage=Stage.WITHDRAWN)).promised) == (30, 30)
    assert _range(_balance(_told(1, 40), _told(2, None, stage=Stage.WITHDRAWN)).promised) == (0, 0)


def test_a_late_report_of_a_promise_does_not_bring_it_back() -> None:
    """A pledge taken back stays so when a later report tells again that it was made; one dated later renews it."""
    withdrawn, late = _told(2, None, stage=Stage.WITHDRAWN, day=2), _told(3, 40, day=9)
    (pledge,) = find_pledges([_told(1, 40, day=0), withdrawn, late])
    assert (pledge.stage, pledge.reason, _range(pledge.promised)) == (Stage.WITHDRAWN, "withdrawn", (0, 0))
    (renewed,) = find_pledges([_told(1, 40, day=0), withdrawn, _told(3, 40, day=9, when=_on(9))])
    assert _range(renewed.promised) == (40, 40)


def test_a_joint_pledge_is_not_split() -> None:
    """What thirty states pledge together may hold what one of them pledges alone: at least the larger, at most both."""
    joint = _told(1, 30_000, givers=(), givers_count=Amount(30, 30, "states", words="30 states"))
    balance = _balance(joint, _told(2, 10_000))
    assert _range(balance.promised) == (30_000, 40_000)
    assert [pledge.giver for pledge in balance.pledges] == ["30 states", "Corvia"]


def test_states_counted_in_two_wordings_are_the_same_states() -> None:
    """What "thirty states" pledge is what "some 30 countries" do."""
    counts = Amount(30, 30, words="Thirty"), Amount(30, 30, "countries", is_approximate=True, words="Some 30 countries")
    told = [_told(n, 300, givers=(), givers_count=count) for n, count in enumerate(counts)]
    (pledge,) = find_pledges(told)
    assert pledge.giver == "Thirty states"


def test_members_of_a_named_pair_may_be_counted_within_it_and_others_not() -> None:
    """A third giver adds to what two pledge together."""
    joint = _told(1, 300, givers=(CORVIA, DRENMARK))
    assert _range(_balance(joint, _told(2, 100), _told(3, 50, givers=(LAKELAND,))).promised) == (350, 450)


def test_pledges_to_two_receivers_are_two() -> None:
    """Who receives is kept: the same amount to two sides is twice the amount."""
    to = [_told(n, 300, receivers=(who,)) for n, who in enumerate((LAKELAND, MARSH))]
    balance = _balance(*to)
    assert _range(balance.promised) == (600, 600)
    assert [pledge.receivers for pledge in balance.pledges] == [("Lakeland",), ("Marsh",)]


def test_currencies_are_not_added() -> None:
    """Euros and dollars of one giver are two pledges, and a need in one is not met by the other."""
    money = [
        _told(n, 1, what="money", amount=Amount(5, 5, unit), stage=stage, seekers=(MARSH,))
        for n, (unit, stage) in enumerate((("EUR", Stage.AGREED), ("USD", Stage.AGREED), ("EUR", Stage.SOUGHT)))
    ]
    assert len(find_pledges(money)) == 2
    (need,) = find_needs(money)
    assert (_range(need.promised), need.unit, need.needed_by) == ((5, 5), "EUR", "Marsh")


def test_a_need_told_in_reports_is_held_against_pledges() -> None:
    """What somebody asks for, told twice, is one need; what is promised leaves the rest missing."""
    asks: dict[str, Any] = {"stage": Stage.SOUGHT, "givers": (), "seekers": (LAKELAND,)}
    (need,) = find_needs(
        [_told(1, 100, **asks), _told(2, 100, **asks), _told(3, 30), _told(4, None, 50, givers=(MARSH,))]
    )
    assert (_range(need.required), _range(need.missing), need.needs) == ((100, 100), (20, 70), ("com-1", "com-2"))


def test_history_tells_each_stage_by_its_first_day_with_all_its_reports() -> None:
    """Offered, agreed and delivered, in that order, each with every telling of it; stages are never taken for deeds."""
    tellings = [
        _told(3, 40, stage=Stage.DELIVERED, day=20),
        _told(1, 40, stage=Stage.OFFERED, day=0),
        _told(4, 40, stage=Stage.OFFERED, day=25),
        _told(2, 40, stage=Stage.AGREED, day=5),
    ]
    (pledge,) = find_pledges(tellings)
    told = [(step.stage.value, step.day, len(step.tellings)) for step in pledge.history]
    days = [DAY + timedelta(days=n) for n in (0, 5, 20)]
    assert told == list(zip(("offered", "agreed", "delivered"), days, (2, 1, 1), strict=True))
    assert pledge.stage is Stage.DELIVERED


def test_delivered_and_refused_of_one_day_is_disputed() -> None:
    """One side says it was done, the other that it was not: both stay."""
    (pledge,) = find_pledges(
        [_told(1, 1, day=0), _told(2, 1, stage=Stage.DELIVERED, day=1), _told(3, 1, stage=Stage.REFUSED, day=1)]
    )
    assert pledge.is_disputed
    assert not replace(pledge, history=pledge.history[:2]).is_disputed


_STAGES = st.sampled_from(list(Stage))
_AMOUNTS = st.none() | st.builds(
    lambda low, more, opened, about: Amount(
        None if opened == "low" else low, None if opened == "high" else low + more, "troops", is_approximate=about
    ),
    st.integers(0, 60),
    st.integers(0, 20),
    st.sampled_from(["", "", "", "low", "high"]),
    st.booleans(),
)
_GIVERS = st.sampled_from([(), (CORVIA,), (DRENMARK,), (CORVIA, DRENMARK)])


@st.composite
def _stories(draw: st.DrawFn) -> list[Telling]:
    """Tellings of anything by anybody."""
    told = []
    for number in range(draw(st.integers(1, 7))):
        own = draw(st.none() | st.integers(0, 5))
        told.append(
            _told(
                number,
                1,
                day=own if own is not None else draw(st.integers(0, 9)),
                amount=draw(_AMOUNTS),
                stage=draw(_STAGES),
                givers=draw(_GIVERS),
                receivers=draw(st.sampled_from([(), (LAKELAND,), (MARSH,)])),
                when=None if own is None else _on(own),
            )
        )
    return told


def _sums(tellings: Sequence[Telling]) -> tuple[Any, ...]:
    balance = _balance(*tellings)
    needs = [(need.required, need.promised, need.delivered) for need in find_needs(tellings)]
    return balance.promised, balance.delivered, balance.missing, needs


@given(_stories(), st.data())
def test_a_repeated_report_changes_no_sum(tellings: list[Telling], data: st.DataObject) -> None:
    """However often a pledge, a delivery or a withdrawal is told again, it counts once."""
    again = data.draw(st.sampled_from(tellings))
    later = again.day + timedelta(days=data.draw(st.integers(0, 400))) if again.day else None
    copy = replace(again.commitment, id="com-again", document="doc-again")
    same = again.day if again.commitment.when else later
    assert _sums([*tellings, Telling(copy, same)]) == _sums(tellings)


@given(_stories(), st.data())
def test_the_order_of_reports_changes_nothing(tellings: list[Telling], data: st.DataObject) -> None:
    """Sums, stages and what is one pledge do not depend on which report came in first."""
    shuffled = data.draw(st.permutations(tellings))
    assert _sums(shuffled) == _sums(tellings)
    assert _shapes(find_pledges(shuffled)) == _shapes(find_pledges(tellings))


def _shapes(pledges: Sequence[Pledge]) -> Counter[Any]:
    return Counter((frozenset(each.commitments), each.stage, each.promised, each.delivered) for each in pledges)


@given(_stories())
def test_nothing_is_ever_less_than_nothing(tellings: list[Telling]) -> None:
    """Whatever was delivered or taken back, no range is negative or upside down; every telling stays listed."""
    balance = _balance(*tellings)
    for amount in (
        balance.promised,
        balance.delivered,
        balance.missing,
        *(each for pledge in balance.pledges for each in (pledge.promised, pledge.delivered, pledge.outstanding)),
    ):
        low, high = _range(amount)
        assert low is not None
        assert low >= 0
        assert high is None or low <= high
    told = Counter(name for pledge in balance.pledges for name in pledge.commitments)
    assert told == Counter(each.commitment.id for each in tellings)


@pytest.mark.parametrize("stage", [Stage.CONDITIONAL, Stage.PLANNED])
def test_what_is_only_possible_is_no_promise(stage: Stage) -> None:
    """A conditional pledge is said to be one, and promises nothing for sure."""
    (pledge,) = find_pledges([_told(1, 40, stage=stage)])
    assert (pledge.is_conditional, _range(pledge.promised)) == (True, (0, 40))
