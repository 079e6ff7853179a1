"""Which sentence of one version became which of the other.

Decides on what two sentences share, in order, over all ways to read the two versions side by side: any number of
sentences may answer one. A sentence found out of order is moved, not dropped. Never looks outside the two documents.

Time and memory are bounded: long documents are aligned stretch by stretch, and each stretch is forgotten once it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.lineage.grouping import Group, groups
from trucewatch.lineage.paths import Odds, link_chances
from trucewatch.lineage.sentences import Sentence
from trucewatch.lineage.stretches import MOST_PAIRS, stretches
from trucewatch.lineage.vectors import cosine, shares, square, together, vectors
from trucewatch.lineage.wording import in_common_order

# Evidence for one pair of n sentences and m: odds = _ODDS / sqrt(n * m) ** _SIZE * (1 + what they share) ** _SHARED,
# and _SPEECH times that where both have speech in marks. Fitted on half of the hand-aligned fables and news, as they
# are and with sentences of other texts added; tests/quality has what they reach on the other half.
_ODDS = 0.35
_SIZE = 1.38
_SHARED = 1.85
_SPEECH = 1.9
_MOST_ODDS = 1e6
_SURE = 0.75  # a link less sure than this
_OF_TYPICAL = 0.4  # and less like than this share of what links are like here: of one matter, not one sentence
_MOVED_FROM = 0.50  # out of order, likeness alone must convince
_FAR_BETTER = 2.0  # and where a sentence is linked in order, be this many times that link's

Likeness = Callable[[int, int], float]


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
        part = _Part(a, b)
        return _with_moved([*_with_same(a, b, part.links())], (len(a), len(b)), part.likeness)
    links = [link for rows, columns in parts for link in _walk(a, b, rows, columns)]
    return _with_moved(
        [*_with_same(a, b, links)], (len(a), len(b)), lambda i, j: _Part(a[i : i + 1], b[j : j + 1]).likeness(0, 0)
    )


def _walk(a: Sequence[Sentence], b: Sequence[Sentence], rows: range, columns: range) -> Iterator[Link]:
    """The links of one stretch; what was worked out for it is forgotten."""
    if not rows or not columns:
        return
    if len(rows) == len(columns) == 1 and a[rows[0]].plain() == b[columns[0]].plain():
        yield Link((rows[0],), (columns[0],), 1000)
        return
    for link in _Part(a[rows.start : rows.stop], b[columns.start : columns.stop]).links():
        one, other = tuple(i + rows.start for i in link.a), tuple(j + columns.start for j in link.b)
        yield Link(one, other, link.likeness)


def _with_same(a: Sequence[Sentence], b: Sequence[Sentence], links: Sequence[Link]) -> Iterator[Link]:
    """The links, and between them sentences left over that are the same in the same order: repeats are nowhere sure."""
    yield from links
    at_a = at_b = 0
    for link in (*links, Link((len(a),), (len(b),), 0)):
        keys_a = [" ".join(sentence.plain()) for sentence in a[at_a : link.a[0]]]
        keys_b = [" ".join(sentence.plain()) for sentence in b[at_b : link.b[0]]]
        for i, j in _same(keys_a, keys_b):
            yield Link((at_a + i,), (at_b + j,), 1000)
        at_a, at_b = link.a[-1] + 1, max(at_b, link.b[-1] + 1)


def _same(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Places of equal things in the same order: as long as both go on alike, then as many as there are."""
    alike = 0
    while alike < min(len(a), len(b)) and a[alike] == b[alike]:
        yield alike, alike
        alike += 1
    rows, columns = in_common_order(a[alike:], b[alike:])
    yield from ((alike + i, alike + j) for i, j in zip(sorted(rows), sorted(columns), strict=True))


def _with_moved(links: Iterable[Link], sizes: tuple[int, int], likeness: Likeness) -> list[Link]:
    """The links in order, with those of sentences left over."""
    found = list(links)
    taken_a, taken_b = {i for link in found for i in link.a}, {j for link in found for j in link.b}
    left = [i for i in range(sizes[0]) if i not in taken_a]
    right = [j for j in range(sizes[1]) if j not in taken_b]
    return sorted([*found, *_moved(left, right, likeness)], key=lambda link: (link.a, link.b))


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


class _Part:
    """One stretch of both versions: what any sentence of A shares with any of B, by index within the stretch."""

    def __init__(self, a: Sequence[Sentence], b: Sequence[Sentence]) -> None:
        self.a, self.b = vectors([sentence.plain() for sentence in a], [sentence.plain() for sentence in b])
        self.shares = shares(self.a, self.b)
        self.square_a, self.square_b = [square(each) for each in self.a], [square(each) for each in self.b]
        self.headings_a = {i for i, sentence in enumerate(a) if sentence.is_heading}
        self.headings_b = {j for j, sentence in enumerate(b) if sentence.is_heading}
        self.speaks = [sentence.has_speech for sentence in a], [sentence.has_speech for sentence in b]

    def links(self) -> list[Link]:
        """Sentences that answer each other in order, however many; among strong links an unsure weak one is not."""
        found = [self._without_moved(group) for group in groups(link_chances(self._odds()))]
        whole = [self._without_headings(group) for group in found if group.a and group.b]
        made = [(group, self._together(group)) for group in whole]
        weak = _OF_TYPICAL * sorted(like for _, like in made)[len(made) // 2] if made else 0.0
        return [
            Link(group.a, group.b, int(1000 * like)) for group, like in made if group.chance >= _SURE or like >= weak
        ]

    def likeness(self, i: int, j: int) -> float:
        """Cosine of one sentence with another."""
        return cosine(self.shares[i].whole[j], self.square_a[i], self.square_b[j])

    def _without_moved(self, group: Group) -> Group:
        """The group without sentences that are plainly another's, out of order."""
        all_a, all_b, like = range(len(self.a)), range(len(self.b)), self.likeness
        a = tuple(i for i in group.a if not _is_anothers([like(i, j) for j in all_b], group.b))
        b = tuple(j for j in group.b if not _is_anothers([like(i, j) for i in all_a], group.a))
        return group._replace(a=a, b=b)

    def _without_headings(self, group: Group) -> Group:
        """The group without the lines over its sentences: a heading repeats what the text says."""
        a = tuple(i for i in group.a if i not in self.headings_a)
        b = tuple(j for j in group.b if j not in self.headings_b)
        return group._replace(a=a or group.a[:1], b=b or group.b[:1])

    def _together(self, group: Group) -> float:
        """Cosine of the sentences of A with those of B."""
        one, other = together([self.a[i] for i in group.a]), together([self.b[j] for j in group.b])
        return cosine(sum(self.shares[i].whole[j] for i in group.a for j in group.b), square(one), square(other))

    def _odds(self) -> list[Odds]:
        """For each pair, what the words say of their answering each other."""
        rows, columns = self.speaks
        if not rows or not columns:
            return []
        base = _ODDS / (len(rows) * len(columns)) ** (_SIZE / 2)
        return [
            Odds(*(_odds(shared, base * _SPEECH if speaks else base, base, columns) for shared in kinds))
            for kinds, speaks in zip(self.shares, rows, strict=True)
        ]


def _is_anothers(likenesses: Sequence[float], linked: Sequence[int]) -> bool:
    """Whether a sentence is far more like another than like those that it is linked to."""
    best = max(likenesses)
    return best >= max(_MOVED_FROM, _FAR_BETTER * max(likenesses[at] for at in linked))


def _odds(shared: Sequence[float], if_speech: float, if_not: float, columns: Sequence[bool]) -> list[float]:
    """Of one sentence of A with each of B."""
    return [
        min(_MOST_ODDS, (if_speech if speaks else if_not) * (1 + much) ** _SHARED)
        for much, speaks in zip(shared, columns, strict=True)
    ]
