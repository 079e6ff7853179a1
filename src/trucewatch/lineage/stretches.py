"""Which stretches of two long documents to align by themselves, so that time and memory stay bounded.

Decides where both documents can be cut: round sentences that are the same on both sides, and between sentences that
share two words found together once in either. Never decides that two sentences answer each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from zlib import crc32

from trucewatch.lineage.keys import key_of
from trucewatch.lineage.order import longest_rise_of
from trucewatch.lineage.sentences import Sentence

MOST_PAIRS = 250_000  # sentences of A times sentences of B that are compared in one go
_ALL_PAIRS = 1_500_000  # and in all of two documents: some ten seconds
_LEAST_PIECE = 100  # pairs: smaller pieces miss what moved by a few sentences
_LONG_WORD = 5  # letters: shorter words stand together in any text

Stretch = tuple[range, range]


def stretches(a: Sequence[Sentence], b: Sequence[Sentence]) -> Iterator[Stretch]:
    """Stretches of sentences in order, that cover both sides."""
    if len(a) * len(b) <= MOST_PAIRS:
        yield range(len(a)), range(len(b))
        return
    most = max(_LEAST_PIECE, _ALL_PAIRS // (len(a) + len(b)))
    at_a = at_b = 0
    for i, j in [*_shared_once(_keys(a), _keys(b)), (len(a), len(b))]:
        yield from _cut(a, b, (range(at_a, i), range(at_b, j)), most)
        if i < len(a):
            yield range(i, i + 1), range(j, j + 1)
        at_a, at_b = i + 1, j + 1


def _keys(sentences: Sequence[Sentence]) -> dict[int, int]:
    """Sentences that stand once, by the key of their words."""
    return _once((key_of("sentence", " ".join(sentence.plain())), at) for at, sentence in enumerate(sentences))


def _once(places: Iterator[tuple[int, int]]) -> dict[int, int]:
    first: dict[int, int] = {}
    again: set[int] = set()
    for thing, at in places:
        if first.setdefault(thing, at) != at:
            again.add(thing)
    return {thing: at for thing, at in first.items() if thing not in again}


def _shared_once(a: Mapping[int, int], b: Mapping[int, int]) -> list[tuple[int, int]]:
    """Places of things that stand once on either side, in the longest common order, each place used once."""
    pairs = sorted({(at, b[thing]) for thing, at in a.items() if thing in b})
    kept: list[tuple[int, int]] = [pairs[at] for at in longest_rise_of([j for _, j in pairs])]
    return [pair for before, pair in pairwise([(-1, -1), *kept]) if pair[0] > before[0]]


def _cut(a: Sequence[Sentence], b: Sequence[Sentence], gap: Stretch, most: int) -> Iterator[Stretch]:
    """A gap between anchors in pieces of few enough pairs, cut where both sides share such words."""
    rows, columns = gap
    if len(rows) * len(columns) <= most:
        yield gap
        return
    cuts = _shared_once(_long_words(a, rows), _long_words(b, columns))
    at_a, at_b, before = rows.start, columns.start, (rows.start, columns.start)
    for i, j in [*cuts, (rows.stop, columns.stop)]:
        if (i - at_a) * (j - at_b) > most and before != (at_a, at_b):
            yield from _even(range(at_a, before[0]), range(at_b, before[1]), most)
            at_a, at_b = before
        before = (i, j)
    yield from _even(range(at_a, rows.stop), range(at_b, columns.stop), most)


def _long_words(sentences: Sequence[Sentence], places: range) -> dict[int, int]:
    """Pairs of long words, one after the other, that stand in one sentence alone."""
    return _once((pair, at) for at in places for pair in _pairs(sentences[at]))


def _pairs(sentence: Sentence) -> Iterator[int]:
    words = [word for word in sentence.plain() if len(word) >= _LONG_WORD]
    return (crc32(f"{one} {other}".encode("utf-8", "surrogatepass")) for one, other in pairwise(words))


def _even(a: range, b: range, most: int) -> Iterator[Stretch]:
    """Where nothing says where to cut: pieces of equal length."""
    pieces = 1
    while (len(a) // pieces + 1) * (len(b) // pieces + 1) > most and pieces < max(len(a), len(b)):
        pieces *= 2
    for piece in range(pieces):
        yield (
            a[len(a) * piece // pieces : len(a) * (piece + 1) // pieces],
            b[len(b) * piece // pieces : len(b) * (piece + 1) // pieces],
        )
