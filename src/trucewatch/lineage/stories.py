"""Documents and their verified edges in, stories out.

Decides each document's one parent and which documents make one story. Never closes over chains of likeness: a document
joins a story when it is verified against the story's root, or is a version of the whole of its parent. A document that
gathers parts of many stories joins at most one of them.

Adding a document changes only the documents that ``touched_by`` names: rebuild those and leave the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from trucewatch.documents.model import BlockKind, Document
from trucewatch.lineage.model import Derivation, DerivationKind, Direction, Story
from trucewatch.lineage.relation import PASSAGE_REACH
from trucewatch.values import make_id

#: Kinds that make one story, hardest first.
_BINDING = (
    DerivationKind.EXACT,
    DerivationKind.EDITED,
    DerivationKind.TRANSLATED,
    DerivationKind.REWRITTEN,
    DerivationKind.COMMON_SOURCE,
)
_WHOLE = 500  # per mille of either side's words: a version of the whole, not of a part
_PART_REACH = 500  # per mille of the longer document that the shared runs are spread over


def is_binding(edge: Derivation) -> bool:
    """Whether an edge may join two documents to one story: a derivation, and not of a mere passage.

    A digest that carries a report as one of its passages copies it, and adds no origin, but tells other stories too.
    """
    if edge.kind is DerivationKind.EXACT:
        return True
    return edge.kind in _BINDING and dict(edge.features).get("reach", 1000) >= PASSAGE_REACH


def touched_by(document: str, derivations: Iterable[Derivation]) -> frozenset[str]:
    """Every document whose story may change with ``document``: all that verified edges lead to, step by step."""
    neighbours: dict[str, set[str]] = {}
    for edge in derivations:
        if is_binding(edge):
            neighbours.setdefault(edge.child, set()).add(edge.parent)
            neighbours.setdefault(edge.parent, set()).add(edge.child)
    reached, waiting = {document}, [document]
    while waiting:
        new = neighbours.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return frozenset(reached)


def build_stories(documents: Sequence[Document], derivations: Iterable[Derivation]) -> tuple[Story, ...]:
    """The stories of ``documents`` (in log order), in the order of their first documents. Each document is in one."""
    place = {document.id: at for at, document in enumerate(documents)}
    edges = [edge for edge in derivations if edge.child in place and edge.parent in place]
    forest = _Forest(place, edges)
    for edge in sorted(filter(is_binding, edges), key=lambda edge: _rank(edge, place)):
        forest.consider(edge)
    members: dict[str, list[Document]] = {}
    for document in documents:
        members.setdefault(forest.top(document.id), []).append(document)
    beside = _beside(edges, forest)
    return tuple(_story(group, forest, beside, place) for group in members.values())


def _rank(edge: Derivation, place: Mapping[str, int]) -> tuple[bool, bool, int, int, int, int, int]:
    """Copies first, then known direction, then the harder kind, then who explains more of the child, then the surer.

    A rewrite resembles its source and every edited copy of it; the one that shares most is the one it was made from.
    Where the order is not known a relation joins what has found its parent by then.
    """
    is_open = edge.direction is Direction.UNKNOWN
    shared = dict(edge.features).get("shared", 0)
    kind = _BINDING.index(edge.kind)
    is_copy = edge.kind is DerivationKind.EXACT
    return (not is_copy, is_open, kind, -shared, -edge.confidence, place[edge.parent], place[edge.child])


class _Forest:
    """Trees of documents. ``consider`` takes an edge or leaves it; nothing taken is ever taken back.

    Exact copies are one text: what holds of one holds of all, so that a copy of a digest cannot bridge what the digest
    does not, and a copy's relations add nothing to those of its original.
    """

    def __init__(self, place: Mapping[str, int], edges: Sequence[Derivation]) -> None:
        self.place = place
        self.taken: dict[str, Derivation] = {}  # by the document that joined through it
        self._above: dict[str, str] = {}
        self._text: dict[str, str] = {}  # each copy's original, where it is not its own
        for edge in edges:
            if edge.kind is DerivationKind.EXACT:
                self._equate(edge.child, edge.parent)
        self._verified = {self._pair(edge.child, edge.parent) for edge in edges if is_binding(edge)}
        self._considered: set[frozenset[str]] = set()
        self._parts: dict[str, list[str]] = {}

    def top(self, document: str) -> str:
        """The document that a tree hangs from."""
        return _follow(self._above, document)

    def consider(self, edge: Derivation) -> None:
        """Join the child's tree to the parent's, unless that closes a ring or bridges two stories."""
        child, parent = edge.child, edge.parent
        if edge.direction is Direction.UNKNOWN:
            child, parent = self._turned(child, parent)
        if child in self.taken or self.top(child) == self.top(parent) or self._is_known(edge):
            return
        if not self._is_verified_whole(child, parent, edge) or self._is_second_part(edge):
            return
        self.taken[child] = edge
        self._above[self.top(child)] = self.top(parent)

    def _turned(self, child: str, parent: str) -> tuple[str, str]:
        """Of two whose order is not known the one received first stands above, unless the other already hangs."""
        one, other = self._text_of(child), self._text_of(parent)
        if (self.place[one], self.place[child]) < (self.place[other], self.place[parent]):
            child, parent, one, other = parent, child, other, one
        return (parent, child) if one in self.taken and other not in self.taken else (child, parent)

    def _is_known(self, edge: Derivation) -> bool:
        """Whether the same was asked before, of copies of the two. Copies themselves are always put together."""
        pair = self._pair(edge.child, edge.parent)
        if len(pair) == 1:
            return False
        is_known = pair in self._considered
        self._considered.add(pair)
        return is_known

    def _equate(self, one: str, other: str) -> None:
        first, then = sorted((self._text_of(one), self._text_of(other)), key=self.place.__getitem__)
        if first != then:
            self._text[then] = first

    def _text_of(self, document: str) -> str:
        return _follow(self._text, document)

    def _pair(self, one: str, other: str) -> frozenset[str]:
        return frozenset((self._text_of(one), self._text_of(other)))

    def _is_verified_whole(self, child: str, parent: str, edge: Derivation) -> bool:
        top = self.top(parent)
        if self._text_of(top) == self._text_of(parent) or self._pair(child, top) in self._verified:
            return True
        figures = dict(edge.features)
        return min(figures.get("words_parent", 0), figures.get("words_child", 0)) >= _WHOLE

    def _is_second_part(self, edge: Derivation) -> bool:
        """Whether one has only a part of the other, and an unrelated document has another part of that."""
        figures = dict(edge.features)
        of_child, of_parent = figures.get("grams_child", 0), figures.get("grams_parent", 0)
        if of_child == of_parent or figures.get("reach", 1000) >= _PART_REACH:
            return False
        part, whole = (edge.child, edge.parent) if of_child > of_parent else (edge.parent, edge.child)
        others = self._parts.setdefault(self._text_of(whole), [])
        if any(self._pair(part, other) not in self._verified for other in others):
            return True
        others.append(part)
        return False


def _follow(above: dict[str, str], document: str) -> str:
    """Where ``above`` leads in the end; the way is shortened for the next who asks."""
    path = []
    while document in above:
        path.append(document)
        document = above[document]
    for passed in path:
        above[passed] = document
    return document


def _beside(edges: Sequence[Derivation], forest: _Forest) -> dict[str, set[str]]:
    """For each tree, the documents of other trees that an edge leads to."""
    beside: dict[str, set[str]] = {}
    for edge in edges:
        one, two = forest.top(edge.child), forest.top(edge.parent)
        if one != two and edge.kind is not DerivationKind.UNRELATED:
            beside.setdefault(one, set()).add(edge.parent)
            beside.setdefault(two, set()).add(edge.child)
    return beside


def _story(
    group: Sequence[Document], forest: _Forest, beside: Mapping[str, set[str]], place: Mapping[str, int]
) -> Story:
    taken = [forest.taken[document.id] for document in group if document.id in forest.taken]
    derived = {edge.child for edge in taken if edge.direction is not Direction.UNKNOWN}
    related = beside.get(forest.top(group[0].id), set())
    return Story(
        id=make_id("story", group[0].id),
        documents=tuple(document.id for document in group),
        derivations=tuple(sorted(taken, key=lambda edge: (place[edge.child], place[edge.parent]))),
        roots=tuple(document.id for document in group if document.id not in derived),
        has_unseen_root=any(edge.kind is DerivationKind.COMMON_SOURCE for edge in taken),
        origins=1,
        title=_title(group),
        related=tuple(sorted(related, key=lambda document: place[document])),
    )


def _title(group: Sequence[Document]) -> str:
    """The first title any version has; else its first words."""
    for document in group:
        if document.title:
            return document.title
        for block in document.blocks:
            if block.kind is BlockKind.HEADLINE:
                return block.span.of(document.text).strip()
    return " ".join(group[0].text.split()[:12])
