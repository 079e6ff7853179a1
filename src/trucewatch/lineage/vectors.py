"""How much two sentences share: the rare words and letter runs that stand in both.

Decides the weight of each stem and letter run from how many sentences of one stretch use it. Never looks at order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from trucewatch.lineage.wordlists import COMMON_WORDS

_STEM = 6  # letters: endings differ between versions, stems seldom
_LETTERS = 4
_LIGHT = 0.5  # letter runs and common words, against stems of telling words
_SHORT = 3

Vector = dict[str, float]


def vectors(a: Sequence[list[str]], b: Sequence[list[str]]) -> tuple[list[Vector], list[Vector]]:
    """The vectors of two lists of sentences, each given as its folded words."""
    features = [Counter(_features(words)) for words in (*a, *b)]
    counts: Counter[str] = Counter()
    for found in features:
        counts.update(found.keys())
    rare = {feature: log(1 + len(features) / count) for feature, count in counts.items()}
    made = [_vector(found, words, rare) for found, words in zip(features, (*a, *b), strict=True)]
    return made[: len(a)], made[len(a) :]


def _features(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        yield word[:_STEM]
        if word not in COMMON_WORDS:
            padded = f" {word} "
            yield from (f"~{padded[at : at + _LETTERS]}" for at in range(len(padded) - _LETTERS + 1))


def _vector(features: Counter[str], words: Sequence[str], rare: dict[str, float]) -> Vector:
    common = {word[:_STEM] for word in words if word in COMMON_WORDS or len(word) < _SHORT}
    return {
        feature: rare[feature] * sqrt(count) * (_LIGHT if feature[0] == "~" or feature in common else 1.0)
        for feature, count in features.items()
    }


class Shares(NamedTuple):
    """For one sentence of A and each of B: the inner product of the two; of what that of A adds to the one before it
    with that of B; of that of A with what that of B adds to the one before it.
    """

    whole: list[float]
    more_a: list[float]
    more_b: list[float]


def shares(a: Sequence[Vector], b: Sequence[Vector]) -> list[Shares]:
    """What each of ``a`` shares with each of ``b``. Costs what is shared, not all pairs."""
    places: defaultdict[str, list[tuple[int, float, bool]]] = defaultdict(list)
    before: Vector = {}
    for j, vector in enumerate(b):
        for feature, weight in vector.items():
            places[feature].append((j, weight, feature not in before))
        before = vector
    found, before = [], {}
    for vector in a:
        found.append(_shares(vector, before, places, len(b)))
        before = vector
    return found


def _shares(
    vector: Vector, before: Vector, places: Mapping[str, Sequence[tuple[int, float, bool]]], columns: int
) -> Shares:
    whole, more_a, more_b = [0.0] * columns, [0.0] * columns, [0.0] * columns
    for feature, weight in vector.items():
        is_new = feature not in before
        for j, other, is_new_there in places.get(feature, ()):
            product = weight * other
            whole[j] += product
            if is_new:
                more_a[j] += product
            if is_new_there:
                more_b[j] += product
    return Shares(whole, more_a, more_b)


def square(vector: Vector) -> float:
    """The inner product of a vector with itself."""
    return sum(weight * weight for weight in vector.values())


def together(made: Sequence[Vector]) -> Vector:
    """Several sentences as one."""
    whole: Vector = {}
    for vector in made:
        for feature, weight in vector.items():
            whole[feature] = whole.get(feature, 0.0) + weight
    return whole


def cosine(product: float, square_a: float, square_b: float) -> float:
    """The angle, from the inner product and either vector's square."""
    return product / sqrt(square_a * square_b) if square_a and square_b else 0.0
