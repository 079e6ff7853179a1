"""Which sentence of one version became which of the other.

Decides on rare words and letter runs shared, in order, two sentences to one where both add to it. A sentence found out
of order is moved, not dropped. Never looks outside the two documents.

Time is bounded: identical sentences are anchors, and between anchors no more than ``_MOST_PAIRS`` are compared at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt

from trucewatch.documents.model import Document
from trucewatch.lineage.likeness import longest_rise_of
from trucewatch.lineage.passages import FURNITURE, Apart, paragraphs
from trucewatch.lineage.wording import Word, words_in
from trucewatch.lineage.wordlists import COMMON_WORDS
from trucewatch.values import Span

# Tuned on half of the human-aligned fables (F1 on the other half: tests/quality/lineage_floors.json).
_LINK_FROM = 0.07
_OF_TYPICAL = 0.3  # a weak link is believed where all links are weak, not among strong ones
_GOES_ON = 0.03  # a weak link right after another is easier to believe
_PART_FROM = 0.06  # least likeness of each half of a merged sentence
_PART_OF_OTHER = 0.55  # and of the better half: a headline over its sentence is no half of it
_MERGE_GAIN = 0.0  # how much better two together must fit than the better alone
_MOVED_FROM = 0.50  # out of order, likeness alone must convince
_STEM = 6  # letters: endings differ between versions, stems seldom
_LETTERS = 4
_LETTER_WEIGHT = 0.5
_COMMON_WEIGHT = 0.15
_MOST_PAIRS = 250_000

Vector = dict[str, float]
Step = tuple[int, int, float]  # sentences of A and of B passed, and the likeness of the link, 0 for none


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence ready to be compared."""

    span: Span
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of A that became sentences of B, by index. ``is_moved``: out of order."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    likeness: int
    is_moved: bool = False


def sentences_of(document: Document) -> list[Sentence]:
    """The document's sentences that have words, page furniture left out."""
    furniture = Apart(document, of=FURNITURE)
    spans = document.sentences or tuple(block.span for block in paragraphs(document))
    kept = [span for span in spans if not furniture.holds(span)]
    read = (Sentence(span, tuple(words_in(document.text, span))) for span in kept)
    return [sentence for sentence in read if sentence.words]


def align(a: Sequence[Sentence], b: Sequence[Sentence]) -> list[Link]:
    """The links between two lists of sentences, in order of A; a sentence without a link is added or dropped."""
    grid = _Grid(a, b)
    links = [link for part in _parts(a, b) for link in grid.walk(*part)]
    if links:
        typical = sorted(link.likeness for link in links)[len(links) // 2]
        links = [link for link in links if link.likeness >= _OF_TYPICAL * typical]
    links += _moved(grid, links)
    return sorted(links, key=lambda link: (link.a, link.b))


def _parts(a: Sequence[Sentence], b: Sequence[Sentence]) -> Iterator[tuple[range, range]]:
    """Stretches to align by themselves: the gaps between identical sentences, cut down where they are too large."""
    if len(a) * len(b) <= _MOST_PAIRS:
        yield range(len(a)), range(len(b))
        return
    at_a = at_b = 0
    for i, j in [*_anchors(a, b), (len(a), len(b))]:
        yield from _cut(range(at_a, i), range(at_b, j))
        if i < len(a):
            yield range(i, i + 1), range(j, j + 1)
        at_a, at_b = i + 1, j + 1


def _cut(a: range, b: range) -> Iterator[tuple[range, range]]:
    pieces = 1
    while (len(a) // pieces + 1) * (len(b) // pieces + 1) > _MOST_PAIRS:
        pieces *= 2
    for piece in range(pieces):
        yield (
            a[len(a) * piece // pieces : len(a) * (piece + 1) // pieces],
            b[len(b) * piece // pieces : len(b) * (piece + 1) // pieces],
        )


def _anchors(a: Sequence[Sentence], b: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Sentences that stand once on each side in the same words, in the longest common order."""
    places_a, places_b = _unique(a), _unique(b)
    pairs = sorted((at, places_b[words]) for words, at in places_a.items() if words in places_b)
    kept = longest_rise_of([j for _, j in pairs])
    return [pairs[at] for at in kept]


def _unique(sentences: Sequence[Sentence]) -> dict[str, int]:
    read = [" ".join(word.plain for word in sentence.words) for sentence in sentences]
    counts = Counter(read)
    return {words: at for at, words in enumerate(read) if counts[words] == 1}


class _Grid:
    """Likeness of any sentence of A with any of B, worked out when asked for."""

    def __init__(self, a: Sequence[Sentence], b: Sequence[Sentence]) -> None:
        rare = _rarity([*a, *b])
        self.a = [_vector(sentence, rare) for sentence in a]
        self.b = [_vector(sentence, rare) for sentence in b]
        self.square_a = [_dot(vector, vector) for vector in self.a]
        self.square_b = [_dot(vector, vector) for vector in self.b]

    def likeness(self, i: int, j: int) -> float:
        """Cosine of one sentence with another."""
        return _cosine(_dot(self.a[i], self.b[j]), self.square_a[i], self.square_b[j])

    def walk(self, a: range, b: range) -> list[Link]:
        """The best ordered path through one stretch."""
        dots = [[_dot(self.a[i], self.b[j]) for j in b] for i in a]
        return _Path(self, a, b, dots).links()


class _Path:
    """Dynamic programme over one stretch. Each step leaves out a sentence, links one to one, or two to one."""

    STEPS = ((1, 1), (2, 1), (1, 2))

    def __init__(self, grid: _Grid, a: range, b: range, dots: list[list[float]]) -> None:
        self.grid, self.a, self.b, self.dots = grid, a, b, dots
        self.next_a = [_dot(grid.a[i], grid.a[i + 1]) for i in a[:-1]]
        self.next_b = [_dot(grid.b[j], grid.b[j + 1]) for j in b[:-1]]

    def links(self) -> list[Link]:
        """Fill the table and follow it back."""
        rows, columns = len(self.a), len(self.b)
        best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
        came: list[list[Step]] = [[(1, 0, 0.0)] * (columns + 1) for _ in range(rows + 1)]
        for j in range(1, columns + 1):
            came[0][j] = (0, 1, 0.0)
        for i in range(1, rows + 1):
            for j in range(1, columns + 1):
                best[i][j], came[i][j] = self._step(best, came, i, j)
        return self._back(came)

    def _step(self, best: list[list[float]], came: list[list[Step]], i: int, j: int) -> tuple[float, Step]:
        score: float
        step: Step
        score, step = (
            (best[i - 1][j], (1, 0, 0.0)) if best[i - 1][j] >= best[i][j - 1] else (best[i][j - 1], (0, 1, 0.0))
        )
        for height, width in self.STEPS:
            if height > i or width > j:
                continue
            likeness = self._likeness(i - height, j - width, height, width)
            floor = _LINK_FROM - (_GOES_ON if came[i - height][j - width][2] else 0.0)
            if likeness > floor and best[i - height][j - width] + likeness - floor > score:
                score, step = best[i - height][j - width] + likeness - floor, (height, width, likeness)
        return score, step

    def _likeness(self, i: int, j: int, height: int, width: int) -> float:
        """Of one step; 0 where a second sentence adds nothing to the fit."""
        grid = self.grid
        first = _cosine(self.dots[i][j], grid.square_a[self.a[i]], grid.square_b[self.b[j]])
        if height == width:
            return first
        k, m = (i + 1, j) if height == 2 else (i, j + 1)
        second = _cosine(self.dots[k][m], grid.square_a[self.a[k]], grid.square_b[self.b[m]])
        if min(first, second) < max(_PART_FROM, _PART_OF_OTHER * max(first, second)):
            return 0.0
        square_a, square_b = grid.square_a[self.a[i]], grid.square_b[self.b[j]]
        if height == 2:
            square_a += grid.square_a[self.a[k]] + 2 * self.next_a[i]
        else:
            square_b += grid.square_b[self.b[m]] + 2 * self.next_b[j]
        both = _cosine(self.dots[i][j] + self.dots[k][m], square_a, square_b)
        return both if both > max(first, second) + _MERGE_GAIN else 0.0

    def _back(self, came: list[list[Step]]) -> list[Link]:
        links, i, j = [], len(self.a), len(self.b)
        while i > 0 and j > 0:
            height, width, likeness = came[i][j]
            if likeness:
                links.append(Link(tuple(self.a[i - height : i]), tuple(self.b[j - width : j]), int(1000 * likeness)))
            i, j = i - height, j - width
        return links


def _moved(grid: _Grid, links: Sequence[Link]) -> list[Link]:
    """Sentences left over on both sides that are plainly the same, each the other's best."""
    taken_a = {i for link in links for i in link.a}
    taken_b = {j for link in links for j in link.b}
    left = [i for i in range(len(grid.a)) if i not in taken_a]
    right = [j for j in range(len(grid.b)) if j not in taken_b]
    if len(left) * len(right) > _MOST_PAIRS:
        return []
    pairs = [(grid.likeness(i, j), i, j) for i in left for j in right]
    found: list[Link] = []
    for likeness, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if likeness < _MOVED_FROM:
            break
        if i not in taken_a and j not in taken_b:
            found.append(Link((i,), (j,), int(1000 * likeness), is_moved=True))
            taken_a.add(i)
            taken_b.add(j)
    return found


def _rarity(sentences: Sequence[Sentence]) -> dict[str, float]:
    """How much one sentence says by using a stem or letter run, from how many sentences of the two use it."""
    counts = Counter(feature for sentence in sentences for feature in set(_features(sentence)))
    return {feature: log(1 + len(sentences) / count) for feature, count in counts.items()}


def _features(sentence: Sentence) -> Iterator[str]:
    for word in sentence.words:
        stem = word.plain[:_STEM]
        yield stem
        if word.plain not in COMMON_WORDS:
            padded = f" {word.plain} "
            yield from (f"~{padded[at : at + _LETTERS]}" for at in range(len(padded) - _LETTERS + 1))


def _vector(sentence: Sentence, rare: dict[str, float]) -> Vector:
    vector: Vector = {}
    common = {word.plain[:_STEM] for word in sentence.words if word.plain in COMMON_WORDS or len(word.plain) < 3}
    for feature, count in Counter(_features(sentence)).items():
        weight = rare[feature] * sqrt(count)
        if feature[0] == "~":
            weight *= _LETTER_WEIGHT
        elif feature in common:
            weight *= _COMMON_WEIGHT
        vector[feature] = weight
    return vector


def _dot(a: Vector, b: Vector) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[feature] for feature, weight in a.items() if feature in b)


def _cosine(dot: float, square_a: float, square_b: float) -> float:
    return dot / sqrt(square_a * square_b) if square_a and square_b else 0.0
