"""What became of each quotation from one version to the other.

Decides whether words changed inside the quotation marks, whether the marks were taken off or put on, and whether
somebody else is now said to have spoken. Typography, ellipses, [brackets] and spelling variants change nothing. Never
decides who was right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from trucewatch.documents.model import Document
from trucewatch.lineage.carried import Carriers
from trucewatch.lineage.model import AlignedSentence, QuotationChange, QuotationPair
from trucewatch.lineage.passages import Spans
from trucewatch.lineage.quotation_pairs import pair_up
from trucewatch.lineage.quotations import Quotation, Version, gaps_in, is_editors
from trucewatch.lineage.speakers import is_other_speaker
from trucewatch.lineage.word_changes import changes_in
from trucewatch.lineage.word_runs import Run, compare_words, slides
from trucewatch.lineage.wording import Range, likeness_of
from trucewatch.values import Span


class Followed(NamedTuple):
    """Every quotation of both versions, followed, and how many of each were too many to follow."""

    pairs: tuple[QuotationPair, ...]
    left_out: tuple[int, int]


def follow(a: Document, b: Document, rows: Sequence[AlignedSentence]) -> Followed:
    """What became of every quotation; those of A first, in order, then what B has of its own."""
    gaps = gaps_in(rows)
    one, two = Version.of(a, [row.a for row in rows], gaps), Version.of(b, [row.b for row in rows], gaps)
    pairs = pair_up(one.quotations, two.quotations)
    found = [_changed(pair.a, pair.b, one, two) for pair in pairs]
    found += _left_in_a([pair.a.span for pair in pairs], one, two)
    found.sort(key=lambda pair: (pair.a, pair.b) if pair.a and pair.b else (pair.a, pair.a))
    found += _left_in_b([pair.b.span for pair in pairs], one, two)
    return Followed(tuple(found), (one.left_out, two.left_out))


def _left_in_a(paired: list[Span], one: Version, two: Version) -> Iterator[QuotationPair]:
    """What became of the quotations of A that answer none: said again, carried without marks, or dropped."""
    for quotation, again, sentence in _left_over(paired, one, two):
        if again is not None:
            yield _changed(quotation, again, one, two)
        else:
            change = QuotationChange.UNQUOTED if sentence else QuotationChange.DROPPED
            yield QuotationPair(change, quotation.span, sentence)


def _left_in_b(paired: list[Span], one: Version, two: Version) -> Iterator[QuotationPair]:
    """The same the other way round: said again, put in marks, or new."""
    for quotation, again, sentence in _left_over(paired, two, one):
        if again is not None:
            yield _changed(again, quotation, one, two)
        else:
            change = QuotationChange.QUOTED if sentence else QuotationChange.NEW
            yield QuotationPair(change, sentence, quotation.span)


def _left_over(
    paired: list[Span], here: Version, there: Version
) -> Iterator[tuple[Quotation, Quotation | None, Span | None]]:
    """Each quotation of ``here`` that is in no pair, with the first of ``there`` in the same words, or else with the
    sentence that carries it.
    """
    taken, carriers = Spans(paired), Carriers(there)
    same = {quotation.wording: quotation for quotation in reversed(there.quotations)}
    for quotation in here.quotations:
        if not taken.touching(quotation.span):
            again = same.get(quotation.wording)
            yield quotation, again, None if again is not None else carriers.carrier(quotation)


def _changed(a: Quotation, b: Quotation, one: Version, two: Version) -> QuotationPair:
    runs = [run for run in compare_words(a.words, b.words).differing if not _is_open_edit(run, a, b)]
    words = changes_in(a.words, b.words, [((run.a, run.a_end), (run.b, run.b_end)) for run in runs])
    told = (version.introductions for version in (one, two))
    kind = QuotationChange.REATTRIBUTED if is_other_speaker(a.speakers, b.speakers, told) else _kind(runs, a, b)
    named = (speakers[0].span if speakers else None for speakers in (a.speakers, b.speakers))
    return QuotationPair(kind, a.span, b.span, likeness_of(a.words, b.words), words, *named)


def _kind(runs: Sequence[Run], a: Quotation, b: Quotation) -> QuotationChange:
    if not runs:
        return QuotationChange.VERBATIM
    runs_a, runs_b = [(run.a, run.a_end) for run in runs], [(run.b, run.b_end) for run in runs]
    is_trimmed = _is_trimmed(runs_a, runs_b, a) or _is_trimmed(runs_b, runs_a, b)
    return QuotationChange.TRIMMED if is_trimmed else QuotationChange.ALTERED


def _is_trimmed(here: Sequence[Range], there: Sequence[Range], quotation: Quotation) -> bool:
    """Whether only the beginning, the end or both of ``here`` differ: the other side has nothing of its own."""
    whole = len(quotation.words)
    return all(start in {0, stop} or stop == whole for start, stop in here) and all(a == b for a, b in there)


def _is_open_edit(run: Run, a: Quotation, b: Quotation) -> bool:
    """Whether an editor shows the change: words in brackets, or words left out where the other side has an ellipsis."""
    for words in (a.words[run.a : run.a_end], b.words[run.b : run.b_end]):
        if words and all(is_editors(word) for word in words):
            return True
    if run.b == run.b_end:
        return any(b.is_open_at(run.b + by) for by in slides(a.words, run.a, run.a_end))
    return run.a == run.a_end and any(a.is_open_at(run.a + by) for by in slides(b.words, run.b, run.b_end))
