"""All that the engine holds of the documents it has read: packed sketches, what is filed, days, names.

Decides where numbers are kept and how much room they take; never what they mean.
"""

from __future__ import annotations

import numpy as np

from trucewatch.lineage.corpus.arrays import Ints, Numbers, Words
from trucewatch.lineage.corpus.columns import Column
from trucewatch.lineage.corpus.searching import roots_of
from trucewatch.lineage.corpus.segments import RATIO, merged
from trucewatch.lineage.corpus.sketches import Kept, Known
from trucewatch.lineage.corpus.tables import Lately, Table, put_new

_LATELY_BITS = 21  # paragraphs lately seen: two tables of 2 million, 16 MiB each
#: The columns and their types; the first three by document have one number more than there are documents.
COLUMNS = {
    "word_starts": np.int64,
    "gram_starts": np.int64,
    "name_starts": np.int64,
    "words": np.uint32,
    "word_steps": np.uint8,
    "grams": np.uint32,
    "gram_steps": np.uint8,
    "names": np.uint8,
    "tallies": np.uint16,
    "sizes": np.int32,
    "roots": np.int32,
    "exact": np.uint64,
    "quoted": np.int32,
    "quote_starts": np.int64,
    "sources": np.uint64,
    "days": np.int32,
    "copied": np.int32,
}
NO_DAYS = (0, 0)
_FAMILY = 4  # copies shown beside the document they copy


class Holdings:
    """The documents, numbered in the order of adding."""

    def __init__(self) -> None:
        self.columns = {name: Column(dtype) for name, dtype in COLUMNS.items()}
        for name in ("word_starts", "gram_starts", "name_starts", "quote_starts"):
            self.columns[name].append(np.zeros(1, dtype=np.int64))
        self.runs: list[Words] = []
        self.tables = {"exact": Table(), "hot": Table(), "ids": Table()}
        self.lately = Lately(_LATELY_BITS)
        self.copies: dict[int, list[int]] = {}
        self.count = 0

    def reserve(self, texts: int, words: int) -> None:
        """Room for so many more texts of so many words together."""
        for name in ("word_starts", "gram_starts", "sizes", "exact", "roots"):
            self.columns[name].reserve(texts)
        self.columns["tallies"].reserve(4 * texts)
        for name in ("words", "word_steps", "grams", "gram_steps"):
            self.columns[name].reserve(2 * words + 64 * texts)
        self.tables["exact"].reserve(texts)

    def quote(self, quoted: Numbers, starts: Ints) -> None:
        """Note what stands in quotation marks in the texts past those held."""
        ranges, ends = self.columns["quoted"], self.columns["quote_starts"]
        ranges.reserve(len(quoted))[ranges.size : ranges.size + len(quoted)] = quoted
        ends.reserve(len(starts))[ends.size : ends.size + len(starts) - 1] = ranges.size + starts[1:]

    def kept(self) -> Kept:
        """The columns of the sketches, with whatever room they have."""
        columns = {name: self.columns[name].data for name in Kept._fields}
        tallies = columns["tallies"]
        return Kept(**columns | {"tallies": tallies[: len(tallies) // 4 * 4].reshape(-1, 4)})

    def known(self) -> Known:
        """What the corpus knows besides."""
        exact, hot = self.tables["exact"], self.tables["hot"]
        return Known(self.lately.keys, self.lately.state, exact.keys, exact.numbers, hot.keys)

    def root(self, texts: int) -> None:
        """Work out what scores are divided by, for so many texts past those held."""
        span = slice(self.count, self.count + texts)
        self.columns["roots"].data[span] = roots_of(self.columns["sizes"].data[span])

    def settle(self, names: list[bytes], days: Ints, sources: Words) -> None:
        """Make the last texts part of what is held."""
        self.count += len(names)
        for name in ("word_starts", "gram_starts", "quote_starts"):
            self.columns[name].size = self.count + 1
        for name in ("sizes", "exact", "roots"):
            self.columns[name].size = self.count
        self.columns["tallies"].size = 4 * self.count
        for name in ("word", "gram"):
            size = int(self.columns[f"{name}_starts"].data[self.count])
            self.columns[f"{name}s"].size = self.columns[f"{name}_steps"].size = size
        self.columns["quoted"].size = int(self.columns["quote_starts"].data[self.count])
        self.columns["sources"].append(sources)
        self.columns["days"].append(days.reshape(-1))
        self._name(names)
        self.tables["exact"].size = self.count

    def note_copies(self, copied: Numbers) -> None:
        """Note of which earlier document each of the last ones is a copy or near copy; -1 for those of none.

        Copies are hardly filed: who finds the first of a family finds the others through it. A copy of a copy is noted
        as one of the first.
        """
        column, first = self.columns["copied"], self.columns["copied"].size
        column.append(copied)
        for at in np.flatnonzero(copied >= 0).tolist():
            original = int(column.data[first + at])
            if column.data[original] >= 0:
                original = column.data[first + at] = int(column.data[original])
            self._add_copy(original, first + at)

    def find_families(self) -> None:
        """Work out who has copies from what was noted."""
        copied = self.columns["copied"].held
        for document in np.flatnonzero(copied >= 0).tolist():
            self._add_copy(int(copied[document]), document)

    def _add_copy(self, original: int, copy: int) -> None:
        family = self.copies.setdefault(original, [])
        if len(family) < _FAMILY:
            family.append(copy)

    def _name(self, names: list[bytes]) -> None:
        starts = self.columns["name_starts"]
        ends = starts.data[starts.size - 1] + np.cumsum([len(name) for name in names], dtype=np.int64)
        starts.append(ends)
        self.columns["names"].append(np.frombuffer(b"".join(names), dtype=np.uint8))

    def file(self, entries: Words, hot: Words) -> None:
        """Add a run, and merge runs until each is several times larger than the next."""
        if len(hot):
            table = self.tables["hot"]
            table.reserve(len(hot))
            table.size += put_new(table.keys, table.numbers, hot, 0, np.empty(len(hot), dtype=np.int32))
        if len(entries):
            self.runs.append(entries)
        while len(self.runs) > 1 and len(self.runs[-2]) < RATIO * len(self.runs[-1]):
            self.runs[-2:] = [merged(*self.runs[-2:])]

    def name(self, document: int) -> str:
        """The id of a document."""
        starts = self.columns["name_starts"].data
        raw = self.columns["names"].data[starts[document] : starts[document + 1]]
        return bytes(raw).decode("utf-8", "surrogatepass")

    def size(self, document: int) -> int:
        """How many words a document has."""
        return int(self.columns["sizes"].data[document])

    def is_own(self, one: int, two: int) -> bool:
        """Whether two documents are of one outlet; not where it is unknown."""
        sources = self.columns["sources"].data
        return bool(sources[one] and sources[one] == sources[two])

    def days(self, document: int) -> tuple[int, int]:
        """The first and last day on which a document may have been published, as ordinals; 0 where unknown."""
        first, last = self.columns["days"].data[2 * document : 2 * document + 2]
        return int(first), int(last)

    def bytes_held(self) -> dict[str, int]:
        """How many bytes each part takes, without room for more."""
        held = {name: int(column.held.nbytes) for name, column in self.columns.items()}
        held |= {f"{name} table": table.keys.nbytes + table.numbers.nbytes for name, table in self.tables.items()}
        return held | {"runs": sum(run.nbytes for run in self.runs), "paragraphs": self.lately.keys.nbytes}
