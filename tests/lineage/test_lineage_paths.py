"""How sure a link is: summed over every way to read two versions side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.lineage import paths
from trucewatch.lineage.grouping import groups
from trucewatch.lineage.paths import Odds, link_chances

ODD = st.floats(min_value=0, max_value=50, allow_nan=False)
GRIDS = st.integers(1, 3).flatmap(
    lambda columns: st.lists(
        st.builds(Odds, *[st.lists(ODD, min_size=columns, max_size=columns)] * 3), min_size=1, max_size=3
    )
)
Way = tuple[float, frozenset[tuple[int, int]]]


def _ways(odds: list[Odds], at: tuple[int, int] = (0, 0), state: str = "A") -> Iterator[Way]:
    """Every way on from a place, one by one: its weight and its links. The claim of ``paths``, written out."""
    (i, j), rows, columns = at, len(odds), len(odds[0].new)
    if (i, j) == (rows, columns):
        yield 1.0, frozenset()
    steps: list[tuple[float, tuple[int, int], tuple[int, int], str]] = []
    if i < rows and j < columns:
        steps.append((odds[i].new[j] * (paths._NEXT if state == "L" else 1), (i, j), (i + 1, j + 1), "L"))
    if i < rows and j and state in "LA":
        weight = paths._MORE if state == "L" else paths._MORE_AFTER
        steps.append((odds[i].more_a[j - 1] * weight, (i, j - 1), (i + 1, j), "L"))
    if j < columns and i and state in "LB":
        weight = paths._MORE if state == "L" else paths._MORE_AFTER
        steps.append((odds[i - 1].more_b[j] * weight, (i - 1, j), (i, j + 1), "L"))
    for weight, link, place, then in steps:
        for rest, links in _ways(odds, place, then):
            yield weight * rest, links | {link}
    if i < rows and state in "LA":
        yield from _ways(odds, (i + 1, j), "A")
    if j < columns:
        yield from _ways(odds, (i, j + 1), {"L": "B", "B": "B", "A": "M", "M": "M"}[state])


@given(GRIDS)
@settings(deadline=None)
def test_chances_are_those_of_all_ways_counted_one_by_one(odds: list[Odds]) -> None:
    """The sums of the lattice are what enumerating every reading gives."""
    total, linked = 0.0, Counter[tuple[int, int]]()
    for weight, links in _ways(odds):
        total += weight
        for link in links:
            linked[link] += weight  # type: ignore[assignment]
    found = {(i, j): chance for i, j, chance in link_chances(odds)}
    for link, weight in linked.items():
        assert found.get(link, 0.0) == pytest.approx(weight / total, abs=1e-9)


@pytest.mark.parametrize("odd", [1e-9, 1.0, 1e6])
@pytest.mark.parametrize(("rows", "columns"), [(1, 2_000), (2_000, 1), (60, 60)])
def test_no_length_and_no_odds_overflow(rows: int, columns: int, odd: float) -> None:
    """However alike the sentences and however many, every chance is one."""
    row = [odd] * columns
    assert all(0 <= chance <= 1 for _, _, chance in link_chances([Odds(row, row, row)] * rows))


def test_nothing_is_linked_to_nothing() -> None:
    """A version without sentences has no links."""
    assert not list(link_chances([]))
    assert not list(link_chances([Odds([], [], [])]))


def test_links_that_share_a_sentence_make_one() -> None:
    """Two into one and one into two; a sentence that is surer elsewhere is not drawn in."""
    chances = [(0, 0, 0.9), (1, 0, 0.8), (2, 1, 0.9), (2, 2, 0.7), (3, 2, 0.5), (4, 4, 0.1)]
    assert [(group.a, group.b) for group in groups(chances)] == [((0, 1), (0,)), ((2,), (1, 2))]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.floats(0, 1)), max_size=30))
def test_each_sentence_is_in_one_group(chances: list[tuple[int, int, float]]) -> None:
    """Whatever the chances, no sentence answers in two groups."""
    made = groups(chances)
    for found in ([i for group in made for i in group.a], [j for group in made for j in group.b]):
        assert len(found) == len(set(found))
