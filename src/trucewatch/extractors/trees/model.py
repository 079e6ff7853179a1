"""One parsed sentence, whichever parser made it.

Decides nothing but how a broken tree is survived: a parser may give cycles, two roots, or a head outside the sentence.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from trucewatch.values import Span


@dataclass(frozen=True, slots=True)
class Node:
    """One word. ``tag`` is universal (VERB, NOUN, PUNCT); ``head`` counts within the sentence, -1 for the root."""

    span: Span
    lower: str
    tag: str
    relation: str
    head: int


class Tree:
    """The words of one sentence in text order, with what hangs on each."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.nodes = tuple(nodes)
        self._children: list[list[int]] = [[] for _ in nodes]
        for at, node in enumerate(nodes):
            if 0 <= node.head < len(nodes) and node.head != at:
                self._children[node.head].append(at)

    def __len__(self) -> int:
        return len(self.nodes)

    def children(self, at: int, *relations: str) -> list[int]:
        """What hangs on a word by one of the relations (a subtype counts as its type); all where none is named."""
        found = self._children[at]
        return [child for child in found if _is_one_of(self.nodes[child].relation, relations)] if relations else found

    def is_a(self, at: int, *relations: str) -> bool:
        """Whether a word hangs by one of the relations."""
        return _is_one_of(self.nodes[at].relation, relations)

    def head(self, at: int) -> int:
        """The word that it hangs on; -1 where it hangs on none."""
        head = self.nodes[at].head
        return head if 0 <= head < len(self.nodes) and head != at else -1

    def under(self, at: int, without: Collection[int] = ()) -> list[int]:
        """The word and all that hangs on it, in text order, without the branches at ``without``."""
        seen, waiting = set[int](), [at]
        while waiting:
            one = waiting.pop()
            if one not in seen and one not in without:
                seen.add(one)
                waiting += self._children[one]
        return sorted(seen)

    def span(self, words: Sequence[int]) -> Span:
        """From the first to the last of some words."""
        return self.nodes[words[0]].span.to(self.nodes[words[-1]].span)


def _is_one_of(relation: str, relations: Sequence[str]) -> bool:
    return relation in relations or relation.partition(":")[0] in relations
