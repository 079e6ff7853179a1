"""Which sentence of one version became which of the other.

Decides on rare words and letter runs shared, in order, two sentences to one where both add to it. A sentence found out
of order is moved, not dropped. Never looks outside the two documents.

Time and memory are bounded: long documents are aligned stretch by stretch, and each stretch is forgotten once it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trucewatch.lineage.sentences import Sentence
from trucewatch.lineage.stretches import MOST_PAIRS, stretches
from trucewatch.lineage.vectors import cosine, dot, vectors

# Tuned on half of the human-aligned fables (F1 on the other half: tests/quality/lineage_floors.json).
_LINK_FROM = 0.07
_OF_TYPICAL = 0.3  # a weak link is believed where all links are weak, not among strong ones
_GOES_ON = 0.03  # a weak link right after another is easier to believe
_PART_FROM = 0.06  # least likeness of each half of a merged sentence
_PART_OF_OTHER = 0.55  # and of the better half: a headline over its sentence is no half of it
_MERGE_GAIN = 0.0  # how much better two together must fit than the better alone
_MOVED_FROM = 0.50  # out of order, likeness alone must convince
_BETWEEN_FROM = 0.02  # alone between two links on either side

Likeness = Callable[[int, int], float]
Step = tuple[int, int, float]  # sentences of A and of B passed, and the likeness of the link, 0 for none


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of A that became sentences of B, by index. ``is_moved``: out of order."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    likeness: int
    is_moved: bool = False


def align(a: Sequence[Sentence], b: Sequence[Sentence]) -> list[Link]:
    """The links between two lists of sentences, in order of A; a sentence without a link is added or dropped."""
    parts = list(stretches(a, b))
    if len(parts) == 1:
        grid = _Grid(a, b)
        return _completed(_believed(_Path(grid).links()), (len(a), len(b)), grid.likeness)
    links = [link for rows, columns in parts for link in _walk(a, b, rows, columns)]
    return _completed(_believed(links), (len(a), len(b)), lambda i, j: _Grid(a[i : i + 1], b[j : j + 1]).likeness(0, 0))


def _walk(a: Sequence[Sentence], b: Sequence[Sentence], rows: range, columns: range) -> list[Link]:
    """The links of one stretch; what was worked out for it is forgotten."""
    if not rows or not columns:
        return []
    if len(rows) == len(columns) == 1 and a[rows[0]].plain() == b[columns[0]].plain():
        return [Link((rows[0],), (columns[0],), 1000)]
    links = _Path(_Grid(a[rows.start : rows.stop], b[columns.start : columns.stop])).links()
    return [
        Link(tuple(i + rows.start for i in link.a), tuple(j + columns.start for j in link.b), link.likeness)
        for link in links
    ]


def _believed(links: list[Link]) -> list[Link]:
    if not links:
        return []
    typical = sorted(link.likeness for link in links)[len(links) // 2]
    return sorted((link for link in links if link.likeness >= _OF_TYPICAL * typical), key=lambda link: (link.a, link.b))


def _completed(links: list[Link], sizes: tuple[int, int], likeness: Likeness) -> list[Link]:
    """The links with those that only their neighbours or their words explain."""
    links += _between(links, likeness)
    taken_a, taken_b = {i for link in links for i in link.a}, {j for link in links for j in link.b}
    left = [i for i in range(sizes[0]) if i not in taken_a]
    right = [j for j in range(sizes[1]) if j not in taken_b]
    return sorted([*links, *_moved(left, right, likeness)], key=lambda link: (link.a, link.b))


def _between(links: Sequence[Link], likeness: Likeness) -> list[Link]:
    """One sentence left over on each side between two links: the same place counts for much."""
    found = []
    for before, after in pairwise(links):
        i, j = before.a[-1] + 1, before.b[-1] + 1
        if (after.a[0], after.b[0]) == (i + 1, j + 1):
            like = likeness(i, j)
            if like >= _BETWEEN_FROM:
                found.append(Link((i,), (j,), int(1000 * like)))
    return found


def _moved(left: Sequence[int], right: Sequence[int], likeness: Likeness) -> list[Link]:
    """Sentences left over on both sides that are plainly the same, each the other's best."""
    if len(left) * len(right) > MOST_PAIRS:
        return []
    pairs = ((likeness(i, j), i, j) for i in left for j in right)
    found: list[Link] = []
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for like, i, j in sorted(
        (pair for pair in pairs if pair[0] >= _MOVED_FROM), key=lambda pair: (-pair[0], *pair[1:])
    ):
        if i not in taken_a and j not in taken_b:
            found.append(Link((i,), (j,), int(1000 * like), is_moved=True))
            taken_a.add(i)
            taken_b.add(j)
    return found


class _Grid:
    """Likeness of any sentence of one stretch of A with any of one of B, by index within the stretch."""

    def __init__(self, a: Sequence[Sentence], b: Sequence[Sentence]) -> None:
        self.a, self.b = vectors([sentence.plain() for sentence in a], [sentence.plain() for sentence in b])
        self.square_a = [dot(vector, vector) for vector in self.a]
        self.square_b = [dot(vector, vector) for vector in self.b]

    def likeness(self, i: int, j: int) -> float:
        """Cosine of one sentence with another."""
        return cosine(dot(self.a[i], self.b[j]), self.square_a[i], self.square_b[j])


class _Path:
    """Dynamic programme over one stretch. Each step leaves out a sentence, links one to one, or two to one."""

    STEPS = ((1, 1), (2, 1), (1, 2))

    def __init__(self, grid: _Grid) -> None:
        self.grid = grid
        self.dots = [[dot(one, other) for other in grid.b] for one in grid.a]
        self.next_a = [dot(one, after) for one, after in pairwise(grid.a)]
        self.next_b = [dot(one, after) for one, after in pairwise(grid.b)]

    def links(self) -> list[Link]:
        """Fill the table and follow it back."""
        rows, columns = len(self.grid.a), len(self.grid.b)
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
        first = cosine(self.dots[i][j], grid.square_a[i], grid.square_b[j])
        if height == width:
            return first
        k, m = (i + 1, j) if height == 2 else (i, j + 1)
        second = cosine(self.dots[k][m], grid.square_a[k], grid.square_b[m])
        if min(first, second) < max(_PART_FROM, _PART_OF_OTHER * max(first, second)):
            return 0.0
        square_a, square_b = grid.square_a[i], grid.square_b[j]
        if height == 2:
            square_a += grid.square_a[k] + 2 * self.next_a[i]
        else:
            square_b += grid.square_b[m] + 2 * self.next_b[j]
        both = cosine(self.dots[i][j] + self.dots[k][m], square_a, square_b)
        return both if both > max(first, second) + _MERGE_GAIN else 0.0

    def _back(self, came: list[list[Step]]) -> list[Link]:
        links, i, j = [], len(self.grid.a), len(self.grid.b)
        while i > 0 and j > 0:
            height, width, likeness = came[i][j]
            if likeness:
                links.append(Link(tuple(range(i - height, i)), tuple(range(j - width, j)), int(1000 * likeness)))
            i, j = i - height, j - width
        return links
