"""Where direct speech begins and ends, whoever found it: the quotation marks say, not the extractor.

Decides from the document's quotations (``language.quotations``) what the bounds of a claimed content are and in which
form it is; a name in quotation marks is nobody's speech. A claim that crosses a quotation mark with words on both sides
is not believed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from trucewatch.language import Quotation, QuotationUse
from trucewatch.statements import Form
from trucewatch.values import Span


class Bounds:
    """The quotations of one text, ready to be asked about claims. What a question costs does not grow with the text."""

    def __init__(self, text: str, quotations: Sequence[Quotation], spoken: Sequence[Span] = ()) -> None:
        self._text = text
        self._spoken = [span.start for span in spoken], [span.end for span in spoken]
        levels = sorted({quotation.depth for quotation in quotations})
        self._levels = [_Level([each for each in quotations if each.depth == depth]) for depth in levels]
        quoted = [each for each in quotations if each.depth == 1 and each.use is not QuotationUse.NAME]
        self._outer = _Level(quoted)
        self._inner = frozenset(quotation.inner for quotation in quotations)

    def settle(self, claimed: Span, reporting: Sequence[Span]) -> tuple[Span, ...]:
        """The bounds that the marks give to a claimed content, one span a quotation; () where it crosses them.

        ``reporting`` are the words that report it: where these stand in the same quotation, what is said there about
        somebody's words is inside direct speech, and the marks around both decide nothing.
        """
        span = claimed
        for level in self._levels:  # outer marks first: what they hold is theirs
            for quotation in level.at_ends(span):
                if any(quotation.span.contains(each) for each in reporting):
                    continue
                whole = level.utterance(quotation, span)
                if not self._has_words_beside(span, whole):
                    span = whole[0].span.to(whole[-1].span)
                    if len(whole) > 1:
                        return tuple(each.inner for each in whole)
                    span = quotation.inner
                elif not self._has_words_beside(quotation.span, (span,)):
                    span = span.to(quotation.span)
                else:
                    return ()
        return (span,)

    def form(self, content: Sequence[Span]) -> Form:
        """Whose words they are: all that stands between marks or after a dialogue's dash, some of it, or none."""
        direct = [span in self._inner or self._is_spoken(span) for span in content]
        if content and all(direct):
            return Form.DIRECT
        is_mixed = any(direct) or any(map(self._outer.has_within, content))
        return Form.MIXED if is_mixed else Form.INDIRECT

    def _is_spoken(self, span: Span) -> bool:
        """Whether it stands in a paragraph that a dash opens as direct speech."""
        starts, ends = self._spoken
        at = bisect_right(starts, span.start) - 1
        return at >= 0 and span.end <= ends[at]

    def _has_words_beside(self, span: Span, cut: Sequence[Quotation | Span]) -> bool:
        """Whether words of ``span`` lie before the first or after the last of ``cut``."""
        spans = [each.span if isinstance(each, Quotation) else each for each in cut]
        return self._has_words(span.start, spans[0].start) or self._has_words(spans[-1].end, span.end)

    def _has_words(self, low: int, high: int) -> bool:
        return any(character.isalnum() for character in self._text[low:high])


class _Level:
    """The quotations of one depth. None holds another, so that those at a place are found by their order."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._quotations = sorted(quotations, key=lambda quotation: quotation.span)
        self._starts = [quotation.span.start for quotation in self._quotations]

    def at_ends(self, span: Span) -> Iterator[Quotation]:
        """The quotations that hold the first or last character of ``span``, or come first in it."""
        first, last = bisect_right(self._starts, span.start), bisect_left(self._starts, span.end)
        for at in dict.fromkeys((first - 1, first, last - 1)):
            if 0 <= at < last and self._quotations[at].span.overlaps(span):
                yield self._quotations[at]

    def utterance(self, quotation: Quotation, span: Span) -> tuple[Quotation, ...]:
        """The quotation, and those of the next paragraphs that go on with it, as far as ``span`` reaches."""
        at = bisect_left(self._starts, quotation.span.start)
        last = at
        while self._quotations[last].continues and last + 1 < len(self._quotations):
            if self._starts[last + 1] >= span.end:
                break
            last += 1
        return tuple(self._quotations[at : last + 1])

    def has_within(self, span: Span) -> bool:
        """Whether a whole quotation lies within ``span``."""
        at = bisect_left(self._starts, span.start)
        return at < len(self._quotations) and self._quotations[at].span.end <= span.end
