"""How much two sentences share: the rare words and letter runs that stand in both.

Decides the weight of each stem and letter run from how many sentences of one stretch use it. Never looks at order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log, sqrt

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


def products(a: Sequence[Vector], b: Sequence[Vector]) -> list[list[float]]:
    """What each of ``a`` shares with each of ``b``: their inner products. Costs what is shared, not all pairs."""
    places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, vector in enumerate(b):
        for feature, weight in vector.items():
            places[feature].append((j, weight))
    shared = []
    for vector in a:
        row = [0.0] * len(b)
        for feature, weight in vector.items():
            for j, other in places.get(feature, ()):
                row[j] += weight * other
        shared.append(row)
    return shared


def additions(made: Sequence[Vector]) -> list[Vector]:
    """Each vector without what the one before it has."""
    rest = [{f: weight for f, weight in after.items() if f not in before} for before, after in pairwise(made)]
    return [*made[:1], *rest]


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
