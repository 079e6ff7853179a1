"""A document's trees, held beside what the core knows of it.

Decides which quotations a sentence shares and which verbs report in a language. Parses nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from trucewatch.documents.model import Document
from trucewatch.extractors.model import Candidate
from trucewatch.extractors.trees.model import Tree
from trucewatch.extractors.trees.reporting import candidates_of
from trucewatch.language import Quotation, analyse
from trucewatch.language.model import tongue_of
from trucewatch.situation import Situation
from trucewatch.statements import Meanings
from trucewatch.values import Span

_LISTED = frozenset({"en", "ru", "uk"})  # languages whose verbs of saying the core lists
_NOWHERE = Situation(id="none", title="", parties=())


def read_trees(document: Document, trees: Iterable[Tree]) -> Iterator[Candidate]:
    """The sayings of all sentences, in text order."""
    analysis = analyse(document, _NOWHERE)
    report = Meanings(analysis).act if tongue_of(document) in _LISTED else None
    quotations = [each for each in analysis.quotations if each.depth == 1]
    starts = [each.span.start for each in quotations]
    for tree in trees:
        if len(tree):
            near = _sharing(tree.span(range(len(tree))), quotations, starts)
            yield from candidates_of(tree, document.text, near, report)


def _sharing(sentence: Span, quotations: list[Quotation], starts: list[int]) -> list[Quotation]:
    """The quotations that share a character with a sentence; outer ones do not hold one another."""
    first = max(0, bisect_left(starts, sentence.start) - 1)
    return [each for each in quotations[first : bisect_left(starts, sentence.end)] if each.span.overlaps(sentence)]
