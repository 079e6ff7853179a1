"""Merges and splits laid over what the engine filed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.incidents import Bond, settle
from trucewatch.values import make_id

_MENTIONS = [f"men-{number}" for number in range(8)]


def _first(_mention: str, _parts: Sequence[Sequence[str]]) -> int:
    return 0


def _last(_mention: str, parts: Sequence[Sequence[str]]) -> int:
    return len(parts) - 1


@st.composite
def histories(draw: st.DrawFn) -> tuple[dict[str, str], list[Bond]]:
    """Mentions filed under incidents, each by the id of its founder, and some merges and splits."""
    founders = [draw(st.sampled_from(_MENTIONS[: at + 1])) for at in range(len(_MENTIONS))]
    roots = [mention if founders[at] == mention else "" for at, mention in enumerate(_MENTIONS)]
    known = [mention for mention in roots if mention]
    homes = [
        mention or draw(st.sampled_from([each for each in known if each < own]))
        for mention, own in zip(roots, _MENTIONS, strict=True)
    ]
    filed = {mention: make_id("inc", home) for mention, home in zip(_MENTIONS, homes, strict=True)}
    bonds = []
    for number in range(draw(st.integers(0, 5))):
        told = draw(st.lists(st.sampled_from([*_MENTIONS, "men-gone"]), min_size=2, max_size=6, unique=True))
        at = draw(st.integers(1, len(told) - 1))
        bonds.append(Bond(f"jud-{number}", draw(st.booleans()), (tuple(told[:at]), tuple(told[at:]))))
    return filed, bonds


@settings(max_examples=2_000, deadline=None)
@given(histories(), st.sampled_from([_first, _last]))
def test_a_pair_under_a_standing_split_is_never_in_one_incident(
    history: tuple[dict[str, str], list[Bond]], prefer: object
) -> None:
    """Whatever merges say, whatever order they come in, and wherever the engine filed the two."""
    filed, bonds = history
    homes = settle(filed, bonds, prefer).homes  # type: ignore[arg-type]
    assert homes.keys() == filed.keys()
    for bond in bonds:
        for one, other in product(*bond.sides):
            if not bond.is_merge and one in homes and other in homes:
                assert homes[one] != homes[other]


@settings(max_examples=1_000, deadline=None)
@given(histories())
def test_a_merge_is_applied_or_is_a_conflict(history: tuple[dict[str, str], list[Bond]]) -> None:
    """Of each merge whose two sides are told, some of the one lie with some of the other, or it is named."""
    filed, bonds = history
    settled = settle(filed, bonds, _first)
    for bond in bonds:
        sides = [{settled.homes[each] for each in side if each in filed} for side in bond.sides]
        if bond.is_merge and all(sides):
            assert bond.judgement in settled.conflicts or sides[0] & sides[1]
        if bond.judgement in settled.conflicts:
            assert any(not other.is_merge for other in bonds)


@settings(max_examples=1_000, deadline=None)
@given(histories(), st.data())
def test_the_same_again_changes_nothing_and_none_is_what_was_filed(
    history: tuple[dict[str, str], list[Bond]], data: st.DataObject
) -> None:
    """A judgement submitted twice is one; without any, all is as filed; ids do not depend on which merge came first."""
    filed, bonds = history
    assert settle(filed, (), _first).homes == filed
    homes = settle(filed, bonds, _first).homes
    assert settle(filed, [*bonds, *bonds], _first).homes == homes
    merges = [bond for bond in bonds if bond.is_merge]
    assert settle(filed, data.draw(st.permutations(merges)), _first).homes == settle(filed, merges, _first).homes
