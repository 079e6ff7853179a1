"""The rows of a comparison: each sentence kept, reworded, merged, split, moved, added or dropped, in reading order.

Decides the class of each row and the words that differ in it. Never decides who came first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from trucewatch.documents.model import Document
from trucewatch.lineage.alignment import Link, align
from trucewatch.lineage.model import AlignedSentence, SentenceChange
from trucewatch.lineage.sentences import Sentence, sentences_of
from trucewatch.lineage.word_changes import changes
from trucewatch.lineage.wording import Word
from trucewatch.values import Span


def aligned(a: Document, b: Document, *, is_word_by_word: bool = True) -> tuple[AlignedSentence, ...]:
    """Every sentence of both documents in exactly one row; rows follow A, with what B adds where B has it.

    Naming the words that differ costs as much as all the rest: whoever only asks what answers what leaves it out.
    """
    ours, theirs = sentences_of(a), sentences_of(b)
    known = frozenset(name for each in (*ours, *theirs) for name in each.names()) if is_word_by_word else None
    return tuple(_rows(ours, theirs, align(ours, theirs), known))


def _rows(
    ours: Sequence[Sentence], theirs: Sequence[Sentence], links: Sequence[Link], known: Collection[str] | None
) -> Iterator[AlignedSentence]:
    linked = {j for link in links for j in link.b}
    by_first = {link.a[0]: link for link in links}
    covered = {i for link in links for i in link.a}
    at_b = 0
    for i, sentence in enumerate(ours):
        link = by_first.get(i)
        if link is None:
            if i not in covered:
                yield AlignedSentence(SentenceChange.DROPPED, (sentence.span,), ())
            continue
        if not link.is_moved:
            yield from _added(theirs, range(at_b, link.b[0]), linked)
            at_b = link.b[0]
        yield _row([ours[at] for at in link.a], [theirs[at] for at in link.b], link, known)
    yield from _added(theirs, range(at_b, len(theirs)), linked)


def _added(theirs: Sequence[Sentence], places: range, linked: set[int]) -> Iterator[AlignedSentence]:
    for at in places:
        if at not in linked:
            yield AlignedSentence(SentenceChange.ADDED, (), (theirs[at].span,))


def _row(a: Sequence[Sentence], b: Sequence[Sentence], link: Link, known: Collection[str] | None) -> AlignedSentence:
    spans_a: tuple[Span, ...] = tuple(sentence.span for sentence in a)
    spans_b: tuple[Span, ...] = tuple(sentence.span for sentence in b)
    words = changes(_words(a), _words(b), known) if known is not None else ()
    return AlignedSentence(_change(a, b, link), spans_a, spans_b, min(1000, link.likeness), words)


def _words(sentences: Sequence[Sentence]) -> list[Word]:
    return [word for sentence in sentences for word in sentence.words()]


def _change(a: Sequence[Sentence], b: Sequence[Sentence], link: Link) -> SentenceChange:
    if link.is_moved:
        return SentenceChange.MOVED
    if len(link.a) > len(link.b):
        return SentenceChange.MERGED
    if len(link.a) < len(link.b):
        return SentenceChange.SPLIT
    return SentenceChange.KEPT if _wording(a) == _wording(b) else SentenceChange.REWORDED


def _wording(sentences: Sequence[Sentence]) -> str:
    """What is said, typography, hyphens and spelling variants aside."""
    return "".join(word for sentence in sentences for word in sentence.plain())
