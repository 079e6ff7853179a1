"""Which quotation of one version answers which of the other, as wholes and in parts.

Decides on telling words shared, weighed by how few quotations have them, and on the rows of the alignment that two
quotations stand in. What a pair leaves over at its ends may answer another quotation: one broken by "he said", or put
together from two, is followed part by part. Likeness of speaker or place alone never makes a pair.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from trucewatch.lineage.quotations import Quotation
from trucewatch.lineage.speakers import is_one_speaker
from trucewatch.lineage.word_runs import compare_words
from trucewatch.lineage.wording import likeness_of
from trucewatch.values import Span

_SAME_WORDING = 400
_WORDS_ALIKE = 600  # per mille of all words in order, for two in one row
_LONG_RUN = 5  # words that, as they are, are known anywhere
_RAREST = 12  # weight of a word that one quotation of each version has
_MOST_ALIKE = 60  # quotations that share a word, above which it does not lead from one to the other
_MOST_LIKELY = 24  # quotations that one is held against
_MOST_ROUNDS = 6
_LEAST_LEFT = 3  # words at the end of a quotation that may answer another


class _Place(NamedTuple):
    """Where two quotations stand to each other, and how alike they must be to be one.

    ``like`` is per mille of the weight of both, ``held`` of the shorter's, which then shares ``least`` telling words.
    """

    bonus: int  # of two pairs as like, that in aligned sentences wins
    like: int
    both: int  # likeness and order of all words together
    held: int
    least: int


_IN_ROW = _Place(350, 200, 520, 500, 1)
_IN_HIS_ROW = _Place(350, 100, 450, 500, 1)  # and one name speaks in both
_IN_GAP = _Place(150, 300, 0, 600, 2)
_ONE_SPEAKER = _Place(50, 350, 700, 850, 3)
_ANYWHERE = _Place(0, 380, 800, 850, 3)


@dataclass(eq=False)
class Pair:
    """Two quotations that answer each other; each loses the ends that turn out to answer another.

    ``core_a`` and ``core_b`` are the stretches that the two share.
    """

    a: Quotation
    b: Quotation
    core_a: Span
    core_b: Span


@dataclass(frozen=True, eq=False)
class _Piece:
    """A quotation that answers none yet, or an end that ``owner`` does not share. ``order``: of its quotation."""

    order: int
    quotation: Quotation
    owner: Pair | None = None


def pair_up(ours: Sequence[Quotation], theirs: Sequence[Quotation]) -> list[Pair]:
    """Every pair. A quotation may stand in several, by a part of it in each."""
    weights = _weights(ours, theirs)
    left_a = [_Piece(order, quotation) for order, quotation in enumerate(ours)]
    left_b = [_Piece(order, quotation) for order, quotation in enumerate(theirs)]
    pairs: list[Pair] = []
    for _ in range(_MOST_ROUNDS):
        chosen = _chosen(_matches(left_a, left_b, weights))
        if not chosen:
            break
        taken = {piece for match in chosen for piece in match}
        left_a, left_b = ([piece for piece in left if piece not in taken] for left in (left_a, left_b))
        for a, b in chosen:
            pair = _made(a, b)
            pairs.append(pair)
            left_a.extend(_Piece(a.order, end, pair) for end in _ends(pair.a, pair.core_a))
            left_b.extend(_Piece(b.order, end, pair) for end in _ends(pair.b, pair.core_b))
    return pairs


def _weights(ours: Sequence[Quotation], theirs: Sequence[Quotation]) -> dict[str, int]:
    """Telling stem -> weight, less for what many quotations have."""
    in_a, in_b = (Counter(stem for quotation in side for stem in quotation.stems) for side in (ours, theirs))
    return {stem: max(2, _RAREST // max(in_a[stem], in_b[stem])) for stem in {**in_a, **in_b}}


def _chosen(matches: Iterable[tuple[int, _Piece, _Piece]]) -> list[tuple[_Piece, _Piece]]:
    """The best match of each piece, likest first; where all is equal, in order of the text."""
    taken: set[_Piece] = set()
    found = []
    for _, a, b in sorted(matches, key=lambda match: (-match[0], abs(match[1].order - match[2].order), match[1].order)):
        if a not in taken and b not in taken:
            taken.update((a, b))
            found.append((a, b))
    return found


def _matches(
    left_a: Sequence[_Piece], left_b: Sequence[_Piece], weights: dict[str, int]
) -> Iterator[tuple[int, _Piece, _Piece]]:
    """What may answer what, and how well. Two ends left over never do: their quotations were held together before."""
    by_key: dict[str, list[_Piece]] = defaultdict(list)
    for piece in left_b:
        for key in _keys(piece):
            by_key[key].append(piece)
    for a in left_a:
        for b in _likely(a, by_key):
            score = 0 if a.owner and b.owner else _likeness(a.quotation, b.quotation, weights)
            if score:
                yield score, a, b


def _likely(piece: _Piece, by_key: dict[str, list[_Piece]]) -> list[_Piece]:
    """The pieces of the other version that share most with ``piece``."""
    held = (by_key[key] for key in _keys(piece) if key in by_key)
    shared = Counter(other for pieces in held if len(pieces) <= _MOST_ALIKE for other in pieces)
    return [other for other, _ in shared.most_common(_MOST_LIKELY)]


def _keys(piece: _Piece) -> list[str]:
    """What leads from one quotation to another: its telling words, its rows and gaps, and its whole wording."""
    quotation = piece.quotation
    places = [f"row {row}" for row in sorted(quotation.rows)] + [f"gap {gap}" for gap in sorted(quotation.gaps)]
    return [*quotation.stems, *places, f"= {quotation.wording}"]


def _likeness(a: Quotation, b: Quotation, weights: dict[str, int]) -> int:
    """How good a pair the two make; 0 where they are not one quotation."""
    place, in_row = _place(a, b), bool(a.rows & b.rows)
    if a.wording == b.wording:
        return 1000 + _SAME_WORDING + place.bonus
    shared = {stem: min(count, b.stems[stem]) for stem, count in a.stems.items() if stem in b.stems}
    if _is_within(a, b) and (place.bonus or min(len(a.words), len(b.words)) >= _LONG_RUN - bool(shared)):
        return 1000 + place.bonus
    order = likeness_of(a.words, b.words) if in_row or shared else 0
    if in_row and order >= _WORDS_ALIKE:
        return order + place.bonus
    if not shared or sum(shared.values()) < place.least:
        return 0
    weight = _weight(shared, weights)
    whole_a, whole_b = _weight(a.stems, weights), _weight(b.stems, weights)
    like, held = 2000 * weight // (whole_a + whole_b), 1000 * weight // min(whole_a, whole_b)
    is_one = (like >= place.like and like + order >= place.both) or held >= place.held
    return (like + held) // 2 + place.bonus if is_one else 0


def _place(a: Quotation, b: Quotation) -> _Place:
    is_his = is_one_speaker(a.speakers, b.speakers)
    if a.rows & b.rows:
        return _IN_HIS_ROW if is_his else _IN_ROW
    if a.gaps & b.gaps:
        return _IN_GAP
    return _ONE_SPEAKER if is_his else _ANYWHERE


def _is_within(a: Quotation, b: Quotation) -> bool:
    """Whether the shorter's words stand in the longer as they are."""
    if min(len(a.words), len(b.words)) < _LEAST_LEFT:
        return False
    return a.wording in b.wording or b.wording in a.wording


def _weight(stems: dict[str, int], weights: dict[str, int]) -> int:
    return sum(count * weights[stem] for stem, count in stems.items())


def _made(a: _Piece, b: _Piece) -> Pair:
    """The pair of the two; an end that belonged to another pair is taken from it."""
    if a.owner:
        a.owner.a = _without(a.owner.a, a.owner.core_a, a.quotation.span)
    if b.owner:
        b.owner.b = _without(b.owner.b, b.owner.core_b, b.quotation.span)
    shared = compare_words(a.quotation.words, b.quotation.words)
    core_a = _core(a.quotation, shared.a, shared.a_end)
    return Pair(a.quotation, b.quotation, core_a, _core(b.quotation, shared.b, shared.b_end))


def _core(quotation: Quotation, start: int, end: int) -> Span:
    return quotation.part(start, end).span if start < end else quotation.span


def _without(quotation: Quotation, core: Span, end: Span) -> Quotation:
    """The quotation without one of its ends."""
    is_before = end.start < core.start
    rest = Span(core.start, quotation.span.end) if is_before else Span(quotation.span.start, core.end)
    return replace(quotation, span=rest)


def _ends(quotation: Quotation, core: Span) -> Iterator[Quotation]:
    """What stands before and after the core, where that is enough to answer another quotation."""
    before = [at for at, word in enumerate(quotation.words) if word.span.end <= core.start]
    after = [at for at, word in enumerate(quotation.words) if word.span.start >= core.end]
    for places in (before, after):
        if len(places) >= _LEAST_LEFT:
            yield quotation.part(places[0], places[-1] + 1)
