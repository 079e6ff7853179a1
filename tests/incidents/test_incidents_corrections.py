"""Tolls that rise, are corrected or are taken back: what each account then says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from incidents_samples import DAY, member

from trucewatch.events.model import Harm
from trucewatch.incidents import Member, assemble, group
from trucewatch.values import Amount


def _toll(number: int, killed: int, **given: object) -> Member:
    return member(number, harm=(Harm("killed", Amount(killed, killed)),), **given)


def _figures(members: list[Member]) -> list[list[int | None]]:
    accounts = assemble(members).accounts
    return [[harm.amount.low for harm in account.harm] for account in accounts]


def test_a_rising_toll_is_of_the_same_incident_and_both_figures_stand() -> None:
    """One act, day and place, another figure and no target told: one incident, and nothing is averaged."""
    told = [_toll(1, 2, target_class="civilians"), _toll(2, 5, target_class="", published=DAY + timedelta(days=1))]
    assert [len(members) for members in group(told)] == [2]
    assert _figures(told) == [[2, 5]]


def test_a_correction_takes_the_place_of_the_figure_its_source_gave() -> None:
    """The corrected figure stands alone in its claimant's account, and what happened is not withdrawn."""
    first, second = _toll(1, 5), _toll(2, 4)
    corrected = replace(second, mention=replace(second.mention, is_correction=True))
    assert _figures([first, corrected]) == [[4]]
    assert not assemble([first, corrected]).accounts[0].is_retracted


def test_a_correction_leaves_other_claimants_figures_alone() -> None:
    """Who did not correct anything said what they said; a later figure after the correction stands beside it."""
    first, other = _toll(1, 5), _toll(3, 9, claimants=())
    second = _toll(2, 4)
    corrected = replace(second, mention=replace(second.mention, is_correction=True))
    assert sorted(_figures([first, other, corrected, _toll(4, 6)])) == [[4, 6], [9]]
