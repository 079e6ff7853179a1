"""Where the words of a mention began: in the first report of its story, or in a rewrite that added them.

Decides which report a sentence goes back to, by the additions that lineage verified. Never reads words itself: a
sentence is followed from child to parent by the alignment of the two.
"""

from __future__ import annotations

from collections.abc import Mapping

from trucewatch.case.alignments import Alignments
from trucewatch.case.readings import Readings
from trucewatch.events import EventMention
from trucewatch.lineage import Derivation, Direction, Story
from trucewatch.values import Span

_SHARED = 5  # a fifth of the words: of sentences that answer each other in machine rewrites, 98 in 100 share that


class Beginnings:
    """Follows sentences up the derivations of their stories."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._alignments = Alignments(readings)  # the mentions of one incident go up the same few derivations

    def of(self, mention: EventMention, story: Story) -> str:
        """The report that added the mention's sentence; "" where none did, so that it is the root's."""
        above = {edge.child: edge for edge in story.derivations if edge.direction is not Direction.UNKNOWN}
        document, sentence = mention.document, mention.sentence
        while edge := above.get(document):
            if any(span.overlaps(sentence) for span in edge.added):
                return document
            answered = self._answered(edge, sentence) if self._may_be_added(document, sentence, above) else None
            if answered is None:
                return ""
            document, sentence = edge.parent, answered
        return ""

    def _answered(self, edge: Derivation, sentence: Span) -> Span | None:
        """The parent's sentence that the child's answers."""
        rows = self._alignments.of(edge.parent, edge.child)
        return next((row.a[0] for row in rows if row.a and any(span.overlaps(sentence) for span in row.b)), None)

    def _may_be_added(self, document: str, sentence: Span, above: Mapping[str, Derivation]) -> bool:
        """Whether any report above ``document`` added a sentence that shares enough words to be this one.

        Asked first, since aligning two reports takes long and most sentences are nobody's addition.
        """
        words, edge = _words(sentence.of(self._readings[document].text)), above.get(above[document].parent)
        while edge:
            text = self._readings[edge.child].text if edge.added else ""
            if any(_SHARED * len(words & _words(span.of(text))) >= len(words) for span in edge.added):
                return True
            edge = above.get(edge.parent)
        return False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())
