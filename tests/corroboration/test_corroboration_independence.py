"""The heaviest set without a suspected link is exact, whatever the tangle, and soon found."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from test_corroboration_properties import checked

from trucewatch.corroboration.independence import Independence, Neighbours, neighbours_of

Links = list[tuple[str, str]]
WEIGHTS = st.sampled_from([0, 1, 101, 405, 619, 1386, 2197])


@st.composite
def _tangles(draw: st.DrawFn, most: int) -> tuple[dict[str, int], Links]:
    keys = [f"k{n}" for n in range(draw(st.integers(1, most)))]
    weights = {key: draw(WEIGHTS) for key in keys}
    pair = st.tuples(st.sampled_from(keys), st.sampled_from(keys))
    return weights, draw(st.lists(pair, max_size=3 * len(keys)))


def _by_trying_all(weights: dict[str, int], near: Neighbours) -> int:
    sets = (chosen for size in range(len(weights) + 1) for chosen in combinations(weights, size))
    apart = (each for each in sets if all(b not in near.get(a, ()) for a, b in combinations(each, 2)))
    return max(sum(weights[key] for key in each) for each in apart)


@given(_tangles(9))
@checked
def test_the_heaviest_set_is_that_of_trying_all(tangle: tuple[dict[str, int], Links]) -> None:
    """The search finds what trying every set finds, with each origin there and without it."""
    weights, links = tangle
    near = neighbours_of(weights, links)
    found = Independence(weights, near)
    assert found.heaviest == _by_trying_all(weights, near)
    for key in weights:
        rest = {other: weight for other, weight in weights.items() if other != key}
        assert found.without(key) == _by_trying_all(rest, near)


@given(_tangles(45), st.data())
@checked
def test_one_more_origin_never_lowers_a_large_tangle(tangle: tuple[dict[str, int], Links], data: st.DataObject) -> None:
    """Where dozens of origins are linked, one more, linked to any of them, takes nothing away."""
    weights, links = tangle
    before = Independence(weights, neighbours_of(weights, links)).heaviest
    more = {**weights, "new": data.draw(WEIGHTS)}
    links += [("new", other) for other in data.draw(st.lists(st.sampled_from(sorted(weights))))]
    assert Independence(more, neighbours_of(more, links)).heaviest >= before


def test_a_huge_tangle_ends_with_a_lower_bound() -> None:
    """Three hundred origins linked every which way give an answer that some unlinked set reaches, and each without."""
    keys = [f"k{n:03}" for n in range(300)]
    links = [(keys[n], keys[(n * step + step) % 300]) for n in range(300) for step in (7, 11, 13, 17)]
    near = neighbours_of(keys, links)
    found = Independence(dict.fromkeys(keys, 1), near)
    apart: list[str] = []
    for key in keys:
        if near.get(key, frozenset()).isdisjoint(apart):
            apart.append(key)
    assert len(apart) <= found.heaviest <= 300
    assert found.without("k000") <= found.heaviest
