"""Where the words of a mention began: in the first report of its story, or in a rewrite that added them.

Decides which report a sentence goes back to, by the additions that lineage verified. Never reads words itself: a
sentence is followed from child to parent by the alignment of the two.
"""

from __future__ import annotations

from collections.abc import Mapping

from trucewatch.case.readings import Readings
from trucewatch.events import EventMention
from trucewatch.lineage import Derivation, Direction, Story, compare
from trucewatch.values import Span


class Beginnings:
    """Follows sentences up the derivations of their stories."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings

    def of(self, mention: EventMention, story: Story) -> str:
        """The report that added the mention's sentence; "" where none did, so that it is the root's."""
        above = {edge.child: edge for edge in story.derivations if edge.direction is not Direction.UNKNOWN}
        document, sentence = mention.document, mention.sentence
        while edge := above.get(document):
            if any(span.overlaps(sentence) for span in edge.added):
                return document
            answered = self._answered(edge, sentence) if _adds_above(edge.parent, above) else None
            if answered is None:
                return ""
            document, sentence = edge.parent, answered
        return ""

    def _answered(self, edge: Derivation, sentence: Span) -> Span | None:
        """The parent's sentence that the child's answers."""
        rows = compare(self._readings[edge.parent], self._readings[edge.child]).sentences
        return next((row.a[0] for row in rows if row.a and any(span.overlaps(sentence) for span in row.b)), None)


def _adds_above(document: str, above: Mapping[str, Derivation]) -> bool:
    """Whether any report from ``document`` upwards added something."""
    while edge := above.get(document):
        if edge.added:
            return True
        document = edge.parent
    return False
