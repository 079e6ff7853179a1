"""What qualifies a saying: conditions, hedges, when it was said, and which part of it stands in quotation marks.

Decides from words inside what was said and times in the cue's clause. Indexed once per line or document, so that a
sentence without end costs no more than its length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Analysis, Quotation, QuotationUse
from trucewatch.statements.slavic.lines import Line
from trucewatch.statements.slavic.model import Range, Saying
from trucewatch.values import Span, When

_IF = word_set("если якщо")
_PROVIDED = {("при", "условии"), ("за", "умови")}
_HEDGES = word_set(
    """якобы предположительно вероятно возможно видимо нібито начебто ймовірно можливо імовірно очевидно"""
)
_CONDITION = 40  # units of one condition at most
_MOST = 8  # of each kind in one saying


class Qualifiers:
    """The words of one line that qualify what is said in it, by place."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.ifs = [at for at in range(len(line)) if line.at(at) in _IF or (line.at(at), line.at(at + 1)) in _PROVIDED]
        self.hedging = [at for at in range(len(line)) if line.at(at) in _HEDGES]
        self.quoted = [at for at, unit in enumerate(line.units) if _is_quoted(unit.quotation)]

    def conditions(self, saying: Saying) -> Iterator[Span]:
        """The clauses of what was said that begin with "if"."""
        for first, last in saying.content:
            for at in islice(_between(self.ifs, (first, last)), _MOST):
                end = at
                while end < min(last, at + _CONDITION) and self.line.units[end + 1].text not in {",", ";"}:
                    end += 1
                yield self.line.span(at, end)

    def hedges(self, saying: Saying) -> Iterator[Span]:
        """Words that hold what was said at arm's length."""
        if saying.lead is not None and self.line.at(saying.lead[0]) in _HEDGES:
            yield self.line.span(*saying.lead)
        for part in saying.content:
            yield from (self.line.units[at].span for at in islice(_between(self.hedging, part), _MOST))

    def has_quotation(self, saying: Saying) -> bool:
        """Whether words in quotation marks, and no mere name, are part of what was said."""
        return any(True for part in saying.content for _ in _between(self.quoted, part))


def _is_quoted(quotation: Quotation | None) -> bool:
    return quotation is not None and quotation.use is not QuotationUse.NAME


def _between(places: Sequence[int], part: Range) -> Iterator[int]:
    return (places[at] for at in range(bisect_left(places, part[0]), bisect_right(places, part[1])))


class Surroundings:
    """The sentences and times of one document, by place."""

    def __init__(self, analysis: Analysis) -> None:
        self.sentences = analysis.document.sentences
        self.sentence_starts = [span.start for span in self.sentences]
        self.times = [(when.span, when) for when in analysis.times if when.span is not None]
        self.time_starts = [span.start for span, _ in self.times]

    def sentence(self, cue: Span) -> Span:
        """The sentence that holds a cue."""
        at = bisect_right(self.sentence_starts, cue.start) - 1
        return self.sentences[at] if at >= 0 and self.sentences[at].contains(cue) else cue

    def when(self, saying: Saying) -> When | None:
        """When it was said: the first time in the cue's own clause that is no part of what was said."""
        first, last = saying.region
        if not first <= last < len(saying.line):
            return None
        region = saying.line.span(first, last)
        said = [saying.line.span(*part) for part in saying.content]
        for span, when in self.times[bisect_left(self.time_starts, region.start) :]:
            if span.start >= region.end:
                return None
            if region.contains(span) and not any(part.overlaps(span) for part in said):
                return when
        return None
