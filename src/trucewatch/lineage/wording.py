"""Words with their places, and which of them differ between two runs.

Decides which words are the same, typography and spelling aside. Never decides what a difference touches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from trucewatch.lineage.keys import VOCABULARY, WORD, WordKind, fold
from trucewatch.lineage.spelling import fold_spelling
from trucewatch.lineage.wordlists import DATE_WORDS
from trucewatch.values import Span

_MOST_DIFFED = 4_000  # words; the table of a difference is quadratic, and no sentence is that long
_CACHE_WORDS = 4_096  # less than 1 MB; learning all again takes some 10 ms


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a document. ``plain`` is its folded form with one spelling; ``starts`` that it opens a sentence."""

    span: Span
    surface: str
    plain: str
    starts: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it is written as part of a name: a capital, not only because the sentence starts here."""
        return self.may_be_name and not self.starts

    @property
    def may_be_name(self) -> bool:
        """Whether it has a capital and is no common word."""
        return VOCABULARY[self.surface].kind is WordKind.NAME and self.plain not in DATE_WORDS


class _Plains(dict[str, str]):
    """Written form -> folded form with one spelling. Only a cache."""

    def __missing__(self, surface: str) -> str:
        if len(self) >= _CACHE_WORDS:
            self.clear()
        plain = self[surface] = fold_spelling(fold(surface))
        return plain


_PLAINS = _Plains()


def plain_words(text: str, start: int, end: int) -> list[str]:
    """The folded words of a stretch, without their places."""
    return [_PLAINS[surface] for surface in WORD.findall(text, start, end)]


def words_in(text: str, span: Span) -> list[Word]:
    """The words of ``text`` inside ``span``, in order, at their exact places."""
    return [
        Word(Span(match.start(), match.end()), match.group(), _PLAINS[match.group()], starts=order == 0)
        for order, match in enumerate(WORD.finditer(text, span.start, span.end))
    ]


def words_of(text: str, spans: Sequence[Span]) -> list[Word]:
    """The words of several spans, one after the other."""
    return [word for span in spans for word in words_in(text, span)]


def is_same_wording(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Whether two runs say the same words, typography, hyphens and spelling variants aside."""
    return "".join(word.plain for word in a) == "".join(word.plain for word in b)


def likeness_of(a: Sequence[Word], b: Sequence[Word]) -> int:
    """How much of two runs is the same words in the same order, per mille of both together."""
    return int(1000 * Indel.normalized_similarity(*_numbered(a, b)))


def _numbered(a: Sequence[Word], b: Sequence[Word]) -> tuple[list[int], list[int]]:
    """Both runs with each word as a number: what the C routine compares without asking for a hash of strings."""
    numbers: dict[str, int] = {}
    one = [numbers.setdefault(word.plain, len(numbers)) for word in a]
    return one, [numbers.setdefault(word.plain, len(numbers)) for word in b]


Range = tuple[int, int]


def differing(a: Sequence[Word], b: Sequence[Word]) -> Iterator[tuple[Range, Range]]:
    """Ranges of words between which the two runs agree, in order; one range for all where they are too long."""
    if max(len(a), len(b)) > _MOST_DIFFED:
        if not is_same_wording(a, b):
            yield (0, len(a)), (0, len(b))
        return
    at_a = at_b = 0
    for op in Indel.opcodes(*_numbered(a, b)):
        if op.tag != "equal":
            continue
        if op.src_start > at_a or op.dest_start > at_b:
            yield (at_a, op.src_start), (at_b, op.dest_start)
        at_a, at_b = op.src_end, op.dest_end
    if at_a < len(a) or at_b < len(b):
        yield (at_a, len(a)), (at_b, len(b))


def in_common_order(a: Sequence[str], b: Sequence[str]) -> tuple[set[int], set[int]]:
    """Places on either side of the longest run of things that stand in both in the same order."""
    if max(len(a), len(b)) > _MOST_DIFFED:
        return set(), set()
    numbers: dict[str, int] = {}
    one = [numbers.setdefault(thing, len(numbers)) for thing in a]
    two = [numbers.setdefault(thing, len(numbers)) for thing in b]
    same = [op for op in Indel.opcodes(one, two) if op.tag == "equal"]
    return (
        {at for op in same for at in range(op.src_start, op.src_end)},
        {at for op in same for at in range(op.dest_start, op.dest_end)},
    )
