"""Why two documents are held to be related, in plain sentences.

Decides only the wording. Every figure named is one that was measured.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from trucewatch.lineage.model import AlignedSentence, DerivationKind, QuotationChange, QuotationPair, SentenceChange
from trucewatch.lineage.quotations import MOST_FOLLOWED
from trucewatch.lineage.relation import Verdict

SAME_EVENT_REASON = "The same names are in both, but the wording and its order are each their own."
_LINKED = frozenset(SentenceChange) - {SentenceChange.ADDED, SentenceChange.DROPPED}


def likeness_reasons(
    kind: DerivationKind, verdict: Verdict, rows: Sequence[AlignedSentence], quotations: Sequence[QuotationPair]
) -> tuple[str, ...]:
    """Sentences with {a} and {b} for the two documents."""
    noted = (verdict.note,) if verdict.note else ()
    if kind is DerivationKind.EXACT:
        return ("Every word of {a} is in {b}, in the same order.",)
    if kind is DerivationKind.UNRELATED:
        return noted or ("{a} and {b} share too little wording, in too little order.",)
    if kind is DerivationKind.SAME_EVENT:
        return noted or (SAME_EVENT_REASON,)
    return (*noted, *_of_order(verdict), *_of_sentences(rows), *_of_quotations(quotations))


def _of_order(verdict: Verdict) -> tuple[str, ...]:
    likeness = verdict.likeness
    order, names = _percent(likeness.order), _percent(likeness.names)
    return (f"{order} of the shorter's telling words stand in the other in the same order, and {names} of its names.",)


def _of_sentences(rows: Sequence[AlignedSentence]) -> tuple[str, ...]:
    linked = [row for row in rows if row.change in _LINKED]
    if not linked:
        return ()
    counts = Counter(row.change for row in linked)
    told = ", ".join(f"{counts[change]} {change}" for change in SentenceChange if counts[change])
    return (f"{counted(len(linked), 'sentence')} of {{a}} and {{b}} answer each other: {told}.",)


def _of_quotations(quotations: Sequence[QuotationPair]) -> tuple[str, ...]:
    altered = sum(pair.change is QuotationChange.ALTERED for pair in quotations)
    if not altered:
        return ()
    return (f"{counted(altered, 'quotation')} {'has' if altered == 1 else 'have'} other words inside the marks.",)


def limits(left_out: tuple[int, int]) -> tuple[str, ...]:
    """What was not read, so that nobody takes silence for an answer."""
    return tuple(
        f"Only the first {MOST_FOLLOWED:,} quotations of {side} were followed: {count:,} more were not."
        for side, count in zip(("{a}", "{b}"), left_out, strict=True)
        if count
    )


def counted(number: int, noun: str) -> str:
    """``2 quotations``, ``1 quotation``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _percent(share: int) -> str:
    return f"{(share + 5) // 10} %"
