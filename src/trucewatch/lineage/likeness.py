"""How alike two sketches are, measured: what is shared, and whether it stands in the same order.

Decides nothing: it counts. All figures are per mille.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from math import isqrt

from trucewatch.lineage.model import Sketch

_FEW = 5  # shared runs; with fewer, where they stand says nothing, and the shared words are asked


@dataclass(frozen=True, slots=True)
class Likeness:
    """``*_a``: the share of A's that B has; ``*_b`` the other way; ``least`` the size of the smaller set."""

    grams_a: int
    grams_b: int
    words_a: int
    words_b: int
    order: int  # shared words and runs standing in the same order, of the smaller document's
    order_least: int
    order_shared: int  # the same, of what is shared: independent accounts share names, and scatter them
    beyond_chance: int  # count of shared words in order beyond those that a shuffle would leave so
    names: int  # of the document with fewer
    names_least: int
    numbers: int
    numbers_least: int
    quotations: int  # count of whole quotations shared word for word
    entities: int
    entities_least: int
    shared: int  # count of shared words that can tell texts apart
    reach: int  # how much of the longer document the shared runs are spread over

    def features(self, a: str = "a", b: str = "b") -> tuple[tuple[str, int], ...]:
        """Name and figure, for the reader; ``a`` and ``b`` are what the two are called."""
        called = {"a": a, "b": b}
        named = []
        for field in fields(self):
            stem, _, side = field.name.rpartition("_")
            name = f"{stem}_{called[side]}" if side in called else field.name
            named.append((name, int(getattr(self, field.name))))
        return tuple(named)


def measure(a: Sketch, b: Sketch, ignored: Collection[int] = frozenset()) -> Likeness:
    """Hold two sketches side by side, leaving out ``ignored`` keys."""
    words_a, words_b = _placed(a.words, a.word_at, ignored), _placed(b.words, b.word_at, ignored)
    grams_a, grams_b = _placed(a.grams, a.gram_at, ignored), _placed(b.grams, b.gram_at, ignored)
    both = words_a.keys() & words_b.keys()
    shared = [key for key in words_a if key in both]
    grams = grams_a.keys() & grams_b.keys()
    names, names_least = _contained(a.names, b.names, ignored)
    numbers, numbers_least = _contained(a.numbers, b.numbers, ignored)
    entities, entities_least = _contained(a.entities, b.entities, ())
    least, sizes = min(len(words_a), len(words_b)), (a.size, b.size)
    rise = longest_rise([words_b[key] for key in shared])
    return Likeness(
        grams_a=_share(len(grams), len(grams_a)),
        grams_b=_share(len(grams), len(grams_b)),
        words_a=_share(len(shared), len(words_a)),
        words_b=_share(len(shared), len(words_b)),
        order=_share(rise, least),
        order_least=least,
        order_shared=_share(rise, len(shared)),
        beyond_chance=max(0, rise - _left_by_chance(len(shared))),
        names=names,
        names_least=names_least,
        numbers=numbers,
        numbers_least=numbers_least,
        quotations=len(set(a.quotations).intersection(b.quotations)),
        entities=entities,
        entities_least=entities_least,
        shared=len(shared),
        reach=_reach(grams, grams_a, grams_b, sizes) if len(grams) >= _FEW else _reach(both, words_a, words_b, sizes),
    )


def _reach(shared: Collection[int], in_a: dict[int, int], in_b: dict[int, int], sizes: tuple[int, int]) -> int:
    """How much of the longer document what is shared is spread over, by its middle eight tenths.

    A few strays at either end change little.
    """
    longer, size = (in_a, sizes[0]) if sizes[0] >= sizes[1] else (in_b, sizes[1])
    places = sorted(longer[key] for key in shared)
    inner = places[len(places) // 10 : len(places) - len(places) // 10]
    return min(1000, _share(inner[-1] - inner[0], size * 8 // 10)) if len(inner) > 1 else 0


def _placed(keys: Sequence[int], places: Sequence[int], ignored: Collection[int]) -> dict[int, int]:
    if not ignored:
        return dict(zip(keys, places, strict=True))
    return {key: at for key, at in zip(keys, places, strict=True) if key not in ignored}


def _contained(a: Sequence[int], b: Sequence[int], ignored: Collection[int]) -> tuple[int, int]:
    """The share of the smaller set that the larger holds, and the smaller's size."""
    one = {key for key in a if key not in ignored}
    two = {key for key in b if key not in ignored}
    least = min(len(one), len(two))
    return _share(len(one & two), least), least


def _share(part: int, whole: int) -> int:
    return 1000 * part // whole if whole else 0


def _left_by_chance(count: int) -> int:
    """How many of ``count`` shuffled words stand in order all the same: some twice the square root.

    Six of eight words in order prove nothing; sixty of eighty do (Logan and Shepp 1977, Vershik and Kerov 1977).
    """
    return isqrt(4 * count)


def longest_rise(places: Sequence[int]) -> int:
    """Length of the longest strictly rising subsequence, in n log n: how much of B follows A's order."""
    tails: list[int] = []
    for place in places:
        at = bisect_left(tails, place)
        if at == len(tails):
            tails.append(place)
        else:
            tails[at] = place
    return len(tails)


def longest_rise_of(places: Sequence[int]) -> list[int]:
    """Indices of one longest strictly rising subsequence; the earliest such by its last places."""
    tails: list[int] = []
    at_tail: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(tails, place)
        before.append(at_tail[at - 1] if at else -1)
        if at == len(tails):
            tails.append(place)
            at_tail.append(index)
        else:
            tails[at] = place
            at_tail[at] = index
    found, index = [], at_tail[-1] if at_tail else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]
