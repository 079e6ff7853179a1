"""How alike two sentences are, by the rare words and letter runs they share.

Decides the weight of each stem and letter run from how many sentences of one stretch use it. Never looks at order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log, sqrt

from trucewatch.lineage.wordlists import COMMON_WORDS

_STEM = 6  # letters: endings differ between versions, stems seldom
_LETTERS = 4
_LETTER_WEIGHT = 0.5
_COMMON_WEIGHT = 0.15
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
    vector: Vector = {}
    common = {word[:_STEM] for word in words if word in COMMON_WORDS or len(word) < _SHORT}
    for feature, count in features.items():
        weight = rare[feature] * sqrt(count)
        if feature[0] == "~":
            weight *= _LETTER_WEIGHT
        elif feature in common:
            weight *= _COMMON_WEIGHT
        vector[feature] = weight
    return vector


def dot(a: Vector, b: Vector) -> float:
    """The inner product."""
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[feature] for feature, weight in a.items() if feature in b)


def cosine(product: float, square_a: float, square_b: float) -> float:
    """The angle, from the inner product and either vector's square."""
    return product / sqrt(square_a * square_b) if square_a and square_b else 0.0
