"""What became of each quotation from one version to the other.

Decides whether words changed inside the quotation marks, whether the marks were taken off or put on, and whether
somebody else is now said to have spoken. Typography, ellipses, [brackets] and spelling variants change nothing. Never
decides who was right.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from trucewatch.documents.model import Document
from trucewatch.lineage.model import AlignedSentence, QuotationChange, QuotationPair, WordChange
from trucewatch.lineage.passages import Spans, quoted
from trucewatch.lineage.word_changes import changes
from trucewatch.lineage.wording import Word, likeness_of, words_in
from trucewatch.lineage.wordlists import COMMON_WORDS, SPEECH_VERBS
from trucewatch.values import Span

_GAP = re.compile(r"\[[^\[\]]{0,200}\]|\(?(?:\.\s?){3,}\)?|…")
_SAME_ROW = 350  # of two pairs as like, that in aligned sentences wins; it also lets freer wording pass
_LIKE_ANYWHERE = 600
_LIKE_IN_ROW = 300
_CONTAINED = 850  # of the shorter's words, in order: a trimmed quotation
_INDIRECT = 300  # of a quotation's telling words found in the other side's sentence
_INDIRECT_LEAST = 2
_STEM = 5
_NEAR_VERB = 6  # words between a verb of speech and its speaker's name
_MOST_PAIRED = 400  # quotations per side


@dataclass(frozen=True)
class _Quotation:
    """One quotation with the rows of the alignment it stands in."""

    text: str
    span: Span
    rows: frozenset[int]

    @cached_property
    def gaps(self) -> tuple[Span, ...]:
        """Brackets and ellipses: what an editor may do openly."""
        return tuple(Span(m.start(), m.end()) for m in _GAP.finditer(self.text, self.span.start, self.span.end))

    @cached_property
    def words(self) -> list[Word]:
        """The speaker's own words, without what stands in brackets."""
        return [
            Word(word.span, word.surface, word.plain, starts=False)
            for word in words_in(self.text, self.span)
            if not any(gap.contains(word.span) for gap in self.gaps)
        ]

    @cached_property
    def said(self) -> frozenset[str]:
        """Its words, whatever their order."""
        return frozenset(word.plain for word in self.words)

    def has_gap(self, before: int, after: int) -> bool:
        """Whether an ellipsis or bracket stands between two code points."""
        return any(before <= gap.start and gap.end <= after for gap in self.gaps)


@dataclass(frozen=True)
class _Side:
    """One version: its sentences, its rows of the alignment, and what stands inside its marks."""

    text: str
    sentences: Spans
    rows: Spans
    row_of: Mapping[Span, int]
    marked: Spans

    @classmethod
    def of(cls, document: Document, rows: Sequence[tuple[Span, ...]]) -> _Side:
        """From a document and its side of each row."""
        row_of = {span: at for at, spans in enumerate(rows) for span in spans}
        sentences = document.sentences or tuple(row_of)
        return cls(document.text, Spans(sentences), Spans(row_of), row_of, Spans(quoted(document)))

    def quotations(self) -> list[_Quotation]:
        """Its quotations, each with the rows it stands in."""
        found = []
        for span in self.marked.spans[:_MOST_PAIRED]:
            stands_in = frozenset(self.row_of[other] for other in self.rows.touching(span))
            quotation = _Quotation(self.text, span, stands_in)
            if quotation.words:
                found.append(quotation)
        return found


def follow(a: Document, b: Document, rows: Sequence[AlignedSentence]) -> tuple[QuotationPair, ...]:
    """Every quotation of both versions, followed; those of A first, in order, then what is new in B."""
    side_a, side_b = _Side.of(a, [row.a for row in rows]), _Side.of(b, [row.b for row in rows])
    ours, theirs = side_a.quotations(), side_b.quotations()
    paired = _pair(ours, theirs)
    found: list[QuotationPair] = []
    for at, quotation in enumerate(ours):
        if at in paired:
            found.append(_changed(quotation, theirs[paired[at]], side_a, side_b))
        else:
            sentence = _indirect(quotation, side_b, [span for row in sorted(quotation.rows) for span in rows[row].b])
            change = QuotationChange.UNQUOTED if sentence else QuotationChange.DROPPED
            found.append(QuotationPair(change, quotation.span, sentence))
    taken = set(paired.values())
    for at, quotation in enumerate(theirs):
        if at not in taken:
            sentence = _indirect(quotation, side_a, [span for row in sorted(quotation.rows) for span in rows[row].a])
            change = QuotationChange.QUOTED if sentence else QuotationChange.NEW
            found.append(QuotationPair(change, sentence, quotation.span))
    return tuple(found)


def _pair(ours: Sequence[_Quotation], theirs: Sequence[_Quotation]) -> dict[int, int]:
    """Each quotation's counterpart: likest first, aligned sentences preferred, in order where all else is equal."""
    scored = []
    for i, a in enumerate(ours):
        for j, b in enumerate(theirs):
            likeness = 0 if a.said.isdisjoint(b.said) else _likeness(a, b)
            if likeness:
                scored.append((-likeness, abs(i - j), i, j))
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(scored):
        if i not in paired and j not in taken:
            paired[i] = j
            taken.add(j)
    return paired


def _likeness(a: _Quotation, b: _Quotation) -> int:
    """How good a pair the two make; 0 where they are not one quotation."""
    shared_row = bool(a.rows & b.rows)
    whole, least = len(a.words) + len(b.words), min(len(a.words), len(b.words))
    if not shared_row and 2000 * least // whole < _LIKE_ANYWHERE and least < 4:
        return 0
    likeness = likeness_of(a.words, b.words)
    contained = likeness * whole // (2 * least)
    is_one = likeness >= (_LIKE_IN_ROW if shared_row else _LIKE_ANYWHERE)
    is_one = is_one or (contained >= _CONTAINED and (shared_row or least >= 4))
    return likeness + _SAME_ROW * shared_row if is_one else 0


def _changed(a: _Quotation, b: _Quotation, side_a: _Side, side_b: _Side) -> QuotationPair:
    words = tuple(change for change in changes(a.words, b.words) if not _is_open_edit(change, a, b))
    likeness = likeness_of(a.words, b.words)
    speaker_a, speaker_b = _speaker(a, side_a), _speaker(b, side_b)
    if speaker_a and speaker_b and not speaker_a & speaker_b:
        return QuotationPair(QuotationChange.REATTRIBUTED, a.span, b.span, likeness, words)
    if not words:
        return QuotationPair(QuotationChange.VERBATIM, a.span, b.span, likeness)
    kind = QuotationChange.TRIMMED if _is_trim(words, a, b) else QuotationChange.ALTERED
    return QuotationPair(kind, a.span, b.span, likeness, words)


def _is_open_edit(change: WordChange, a: _Quotation, b: _Quotation) -> bool:
    """Whether the words are missing on one side where that side shows an ellipsis or brackets."""
    if change.a and not change.b:
        return _gap_opposite(change.a, a, b)
    if change.b and not change.a:
        return _gap_opposite(change.b, b, a)
    return False


def _gap_opposite(missing: Span, here: _Quotation, there: _Quotation) -> bool:
    """Whether ``there`` has a gap between the counterparts of the words round ``missing``.

    The counterparts are found by counting equal words from either end, which is exact for what lies outside the gap.
    """
    if not there.gaps:
        return False
    before = [word.plain for word in here.words if word.span.end <= missing.start]
    after = [word.plain for word in here.words if word.span.start >= missing.end]
    left, right = there.span.start, there.span.end
    for word in there.words:
        if before and word.plain == before[-1]:
            left = word.span.end
        if after and word.plain == after[0] and word.span.start >= left:
            right = word.span.start
            break
    return there.has_gap(left, right)


def _is_trim(words: Sequence[WordChange], a: _Quotation, b: _Quotation) -> bool:
    """Whether only the beginning or the end is missing, on one side alone."""
    runs_a, runs_b = [change.a for change in words], [change.b for change in words]
    return _is_at_edges(runs_a, runs_b, a) or _is_at_edges(runs_b, runs_a, b)


def _is_at_edges(here: Sequence[Span | None], there: Sequence[Span | None], quotation: _Quotation) -> bool:
    first, last = quotation.words[0].span.start, quotation.words[-1].span.end
    missing = [run for run, other in zip(here, there, strict=True) if run and not other]
    return len(missing) == len(here) and all(run.start == first or run.end == last for run in missing)


def _telling(words: Sequence[Word]) -> set[str]:
    return {word.plain[:_STEM] for word in words if word.plain not in COMMON_WORDS and len(word.plain) > 2}


def _indirect(quotation: _Quotation, other: _Side, spans: Sequence[Span]) -> Span | None:
    """The sentence of the other version that carries the quotation's content without its marks."""
    said = _telling(quotation.words)
    best: tuple[int, Span] | None = None
    for span in spans:
        words = [word for word in words_in(other.text, span) if not other.marked.touching(word.span)]
        shared = len(said & _telling(words))
        is_carried = shared >= min(_INDIRECT_LEAST, len(said)) and 1000 * shared >= _INDIRECT * len(said)
        if shared and is_carried and (best is None or shared > best[0]):
            best = (shared, span)
    return best[1] if best else None


def _speaker(quotation: _Quotation, side: _Side) -> frozenset[str]:
    """The names that stand nearest to a verb of speech in the quotation's own sentences, outside its marks."""
    around = side.sentences.touching(quotation.span)
    words = [word for span in around for word in words_in(side.text, span) if not quotation.span.overlaps(word.span)]
    verbs = [at for at, word in enumerate(words) if word.surface.casefold() in SPEECH_VERBS]
    names = [at for at, word in enumerate(words) if word.is_name or (word.starts and _opens_name(words, at))]
    near = [(abs(at - verb), at) for verb in verbs for at in names if abs(at - verb) <= _NEAR_VERB]
    if not near:
        return frozenset()
    _, nearest = min(near)
    run = {at for at in names if all(between in names for between in range(min(at, nearest), max(at, nearest)))}
    return frozenset(words[at].plain for at in run)


def _opens_name(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    return word.surface[0].isupper() and word.plain not in COMMON_WORDS and len(word.plain) > 2
