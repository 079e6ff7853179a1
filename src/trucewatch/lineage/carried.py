"""Which sentence of one version carries what a quotation of the other says, without its marks.

Decides on telling words shared: fewer will do in the sentence that answers the quotation's own. Never looks inside
quotation marks, and never takes a sentence for indirect speech because it stands in the right place.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from typing import NamedTuple

from trucewatch.lineage.quotations import Quotation, Version, stems_of
from trucewatch.lineage.wording import words_in
from trucewatch.values import Span

_MOST_ALIKE = 40  # sentences that share a word, above which it does not lead to any
_MOST_READ = 20_000  # sentences of a version that are searched


class _Place(NamedTuple):
    """What a sentence must share, by where it stands."""

    share: int  # per mille of the quotation's telling words
    least: int  # words


_IN_ROW = _Place(300, 2)
_IN_GAP = _Place(400, 2)
_ANYWHERE = _Place(600, 3)


class Carriers:
    """The sentences of one version, to be asked which carries a quotation of the other."""

    def __init__(self, version: Version) -> None:
        self.version = version

    def carrier(self, quotation: Quotation) -> Span | None:
        """The sentence that shares most; None where none carries it."""
        said = set(quotation.stems)
        found = []
        for sentence, shared in self._sharing(said).items():
            row = self.version.row_of[sentence]
            place = _place(quotation, row, self.version.gaps.get(row))
            if shared >= min(place.least, len(said)) and 1000 * shared >= place.share * len(said):
                found.append((place is not _IN_ROW, -shared, sentence))
        return min(found)[2] if found else None

    def _sharing(self, said: set[str]) -> Counter[Span]:
        shared: Counter[Span] = Counter()
        for stem in sorted(said):
            sentences = self._by_stem.get(stem, ())
            shared.update(sentences if len(sentences) <= _MOST_ALIKE else ())
        return shared

    @cached_property
    def _by_stem(self) -> dict[str, list[Span]]:
        """Telling stem -> the sentences that have it outside quotation marks."""
        found: dict[str, list[Span]] = defaultdict(list)
        for span in self.version.rows.spans[:_MOST_READ]:
            marked = self.version.marked.touching(span)
            words = words_in(self.version.text, span)
            told = [word for word in words if not any(mark.overlaps(word.span) for mark in marked)]
            for stem in dict.fromkeys(stems_of(told)):
                found[stem].append(span)
        return found


def _place(quotation: Quotation, row: int, gap: int | None) -> _Place:
    if row in quotation.rows:
        return _IN_ROW
    return _IN_GAP if gap in quotation.gaps else _ANYWHERE
