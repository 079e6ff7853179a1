"""How alike two sketches are, measured: what is shared, and whether it stands in the same order.

Decides nothing: it counts. All figures are per mille.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields

from trucewatch.lineage.model import Sketch
from trucewatch.lineage.order import beyond_chance, longest_rise, longest_rise_of

TENTHS, THIRD = 10, 2
_LOW = (1 << 32) - 1  # what the corpus engine keeps of a key
HARDLY_TOLD = 25  # words outside quotation marks, on either side
_FEW = 5  # shared runs; with fewer, where they stand says nothing, and the shared words are asked


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two sketches share. ``*_a``: the share of A's that B has; ``*_b`` the other way.

    Words are telling words (``Sketch.words``) at their first places; runs are the sampled runs of three
    (``Sketch.grams``); keys that are ignored count on neither side. The *smaller* is the document with fewer words
    (``_is_smaller``).
    *In order* are the shared words that ``longest_rise_of`` picks of their places in the larger, taken in the smaller's
    order. *Chance* is what a shuffle would leave in order: ``isqrt(4 * n)`` of n. *Told* is what stands outside
    quotation marks on both sides: two reporters at one conference quote the same sentences, in the same order.
    """

    grams_a: int
    grams_b: int
    words_a: int
    words_b: int
    order: int  # words in order, of the smaller's words
    order_least: int  # words of the smaller
    beyond_chance: int  # count: words in order, less chance
    beyond: int  # the same, of the smaller's words
    told_beyond_chance: int  # count: told words in order, less chance
    told_grams: int  # told runs shared, of the smaller set of told runs
    names: int  # names shared, of the smaller set of names
    names_least: int  # names in the smaller set
    names_order: int  # shared names and numbers in order, of those shared
    numbers: int  # numbers shared, of the smaller set of numbers
    numbers_least: int
    quotations: int  # count of whole quotations shared word for word
    entities: int
    entities_least: int
    shared: int  # count of shared words
    spread: int  # words in order in the third poorest tenth of the smaller's words, of that tenth
    reach: int  # how much of the longer document the shared runs are spread over

    def telling(self) -> tuple[tuple[str, int], ...]:
        """Name and figure of what a verdict rests on."""
        return (
            ("beyond", self.beyond),
            ("beyond_chance", self.beyond_chance),
            ("told_beyond_chance", self.told_beyond_chance),
            ("told_grams", self.told_grams),
            ("names", self.names),
            ("names_order", self.names_order),
            ("numbers", self.numbers),
            ("spread", self.spread),
        )

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
    smaller, larger = (words_a, words_b) if _is_smaller(a, b, words_a, words_b) else (words_b, words_a)
    shared = [key for key in smaller if key in larger]
    grams = grams_a.keys() & grams_b.keys()
    names, names_least = _contained(a.names, b.names, ignored)
    numbers, numbers_least = _contained(a.numbers, b.numbers, ignored)
    entities, entities_least = _contained(a.entities, b.entities, ())
    least, sizes = len(smaller), (a.size, b.size)
    in_order = [shared[at] for at in longest_rise_of([larger[key] for key in shared])]
    rise, beyond = len(in_order), beyond_chance(len(in_order), len(shared))
    told = _measure_told((a, words_a, grams_a), (b, words_b, grams_b), beyond)
    return Likeness(
        grams_a=_share(len(grams), len(grams_a)),
        grams_b=_share(len(grams), len(grams_b)),
        words_a=_share(len(shared), len(words_a)),
        words_b=_share(len(shared), len(words_b)),
        order=_share(rise, least),
        order_least=least,
        beyond_chance=beyond,
        beyond=_share(beyond, least),
        told_beyond_chance=told.beyond_chance,
        told_grams=told.grams,
        names=names,
        names_least=names_least,
        names_order=_in_order({*a.names, *a.numbers, *b.names, *b.numbers}, shared, larger),
        numbers=numbers,
        numbers_least=numbers_least,
        quotations=len(set(a.quotations).intersection(b.quotations)),
        entities=entities,
        entities_least=entities_least,
        shared=len(shared),
        spread=_spread(in_order, smaller),
        reach=_reach(grams, grams_a, grams_b, sizes) if len(grams) >= _FEW else _reach(shared, words_a, words_b, sizes),
    )


_Held = tuple[Sketch, dict[int, int], dict[int, int]]  # with its words and runs, by key, at their places


@dataclass(frozen=True, slots=True)
class _Told:
    """What is shared outside quotation marks."""

    beyond_chance: int
    grams: int


def _measure_told(a: _Held, b: _Held, whole: int) -> _Told:
    """The figures of what is told. Where hardly anything is, as in a speech, the whole text is what is told."""
    words_a, words_b = _outside(a[0].quoted, a[1], 1), _outside(b[0].quoted, b[1], 1)
    grams_a, grams_b = _outside(a[0].quoted, a[2], 3), _outside(b[0].quoted, b[2], 3)
    if min(len(words_a), len(words_b)) < HARDLY_TOLD:
        beyond, grams_a, grams_b = whole, a[2], b[2]
    else:
        shared = [place for place in map(words_b.get, words_a) if place is not None]
        beyond = beyond_chance(longest_rise(shared), len(shared))
    return _Told(beyond, _share(len(grams_a.keys() & grams_b.keys()), min(len(grams_a), len(grams_b))))


def _outside(quoted: Sequence[tuple[int, int]], placed: dict[int, int], width: int) -> dict[int, int]:
    """Those of ``placed``, each ``width`` words long, that touch none of the quoted ranges."""
    if not quoted:
        return placed
    keys, places = list(placed), list(placed.values())
    kept: dict[int, int] = {}
    at = 0
    for start, end in quoted:
        until = bisect_left(places, start - width + 1, at)
        kept.update(zip(keys[at:until], places[at:until], strict=True))
        at = max(at, bisect_left(places, end, at))
    kept.update(zip(keys[at:], places[at:], strict=True))
    return kept


def _in_order(kind: Collection[int], shared: Sequence[int], places: dict[int, int]) -> int:
    """Of the shared words that are of one kind, the share that stands in order."""
    found = [places[key] for key in shared if key in kind]
    return _share(longest_rise(found), len(found))


def _is_smaller(a: Sketch, b: Sketch, words_a: Collection[int], words_b: Collection[int]) -> bool:
    """Whether A is the one with fewer words; by size and by the words where they have as many, never by which is A."""
    one, two = (len(words_a), a.size), (len(words_b), b.size)
    return one < two if one != two else [key & _LOW for key in a.words] <= [key & _LOW for key in b.words]


def _spread(in_order: Collection[int], smaller: Collection[int]) -> int:
    """How much of the third poorest tenth of the smaller's words stands in order.

    Independent accounts share patches, a lead or a list; a rewrite shares all along.
    """
    total, kept = len(smaller), frozenset(in_order)
    tenths = [[0, 0] for _ in range(TENTHS)]
    for rank, key in enumerate(smaller):
        tenth = tenths[rank * TENTHS // total]
        tenth[0] += key in kept
        tenth[1] += 1
    return sorted(_share(part, whole) for part, whole in tenths)[THIRD]


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
