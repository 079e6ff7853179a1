"""The corpus engine: documents in, derivations out, one batch after another.

Decides the order of the steps. A document is related to all before it, in the order given, however it is batched:
the edges are the same for any batch size, and after closing and reopening.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Self

import numpy as np

from trucewatch.documents.dates import parse_date
from trucewatch.errors import InputError, UsageError
from trucewatch.lineage.candidates import CANDIDATES, NEAR_COPY_FROM
from trucewatch.lineage.corpus.arrays import Ints, Numbers, Words
from trucewatch.lineage.corpus.edges import to_edge, to_exact_edge
from trucewatch.lineage.corpus.folder import Claim, load, save
from trucewatch.lineage.corpus.holding import FIGURES, make_list, make_shared
from trucewatch.lineage.corpus.holdings import NO_DAYS, Holdings
from trucewatch.lineage.corpus.model import LONGEST_TEXT, Article
from trucewatch.lineage.corpus.quotes import find_quoted
from trucewatch.lineage.corpus.searching import TOUCHED, Found, Scores, relate_batch
from trucewatch.lineage.corpus.segments import filed, gather, meet
from trucewatch.lineage.corpus.sketches import Made, Read, Room, sketch_batch
from trucewatch.lineage.corpus.tables import has, put_new
from trucewatch.lineage.corpus.tokens import Tokens, tokenise
from trucewatch.lineage.corpus.vocabulary import Vocabulary
from trucewatch.lineage.keys import key_of
from trucewatch.lineage.model import Derivation
from trucewatch.lineage.postings import POSTING_CAP
from trucewatch.lineage.relation import LEAST_WORDS
from trucewatch.lineage.sketching import MOST_WORDS

BATCH = 4_096  # documents
_BATCH_SIZE = 1 << 23  # code points
_SEEN = 1 << 18  # twice the runs of the longest text that is sketched, rounded up

Refuse = Callable[[Article, str], None]


class Engine:
    """Who copied whom in a corpus, as it comes in.

        engine = Engine()
        for edge in engine.add(Article(id=row["id"], text=row["text"]) for row in rows):
            print(edge.child, edge.kind, edge.parent, edge.confidence)
        engine.candidates([Article(id="new", text=text)])  # ids worth a look, without adding

    With a folder, what was saved there is taken up again, and ``save`` keeps what was added since:

        with Engine(Path("news")) as engine:
            edges = engine.add(articles)
            engine.save()
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._claim = Claim(folder) if folder else None
        try:
            self.holdings = (load(folder) if folder else None) or Holdings()
        except BaseException:
            self.close()
            raise
        self._vocabulary = Vocabulary()
        self._lists = (make_list(), make_list())
        self._shared = make_shared()
        self._scores = np.zeros(1, dtype=np.int32)
        self._seen = np.empty(_SEEN, dtype=np.uint64)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def save(self) -> None:
        """Keep all that was added in the engine's folder. What is added after this is lost unless saved again."""
        if self._folder is None:
            raise UsageError("there is no folder to save to", "the engine was made without one", "Engine(folder)")
        save(self.holdings, self._folder)

    def close(self) -> None:
        """Let go of the folder. Saves nothing."""
        if self._claim:
            self._claim.close()

    def __len__(self) -> int:
        return self.holdings.count

    def add(self, articles: Iterable[Article], refuse: Refuse | None = None) -> list[Derivation]:
        """Add documents in order; the edges from each to earlier ones.

        An article that cannot be added (its id is held already, it is too long) is handed to ``refuse`` with the
        reason, or raises InputError before anything of its batch is added.
        """
        edges: list[Derivation] = []
        for batch in _batches(articles):
            fresh = self._admitted(batch, refuse)
            found = self._relate(fresh, is_filing=True)
            edges += self._edges(fresh, found)
        return edges

    def candidates(self, articles: Iterable[Article], limit: int = CANDIDATES) -> list[tuple[str, ...]]:
        """For each article the ids of the held documents most worth comparing with it, best first. Adds nothing."""
        ids: list[tuple[str, ...]] = []
        for batch in _batches(articles):
            best = self._relate(batch, is_filing=False, limit=limit).found.best
            ids += [tuple(map(self.holdings.name, islice(self._families(row), limit))) for row in best]
        return ids

    def _families(self, best: Numbers) -> Iterator[int]:
        """The candidates, each followed by copies of it."""
        for document in best[best >= 0].tolist():
            yield document
            yield from self.holdings.copies.get(document, ())

    def _admitted(self, batch: Sequence[Article], refuse: Refuse | None) -> list[Article]:
        keys = np.array([article.key() for article in batch], dtype=np.uint64)
        table = self.holdings.tables["ids"]
        wrong = {at: "it is too long" for at, article in enumerate(batch) if len(article.text) > LONGEST_TEXT}
        for at, is_new in enumerate(_are_new(table.keys, keys)):
            if not is_new:
                wrong.setdefault(at, "its id is taken")
        for at, why in wrong.items():
            if refuse is None:
                raise InputError(f"cannot add {batch[at].id!r}", why, "leave it out, or give it an id of its own")
            refuse(batch[at], why)
        fresh = [at for at in range(len(batch)) if at not in wrong]
        table.reserve(len(fresh))
        is_put = np.empty(len(fresh), dtype=np.int32)
        table.size += put_new(table.keys, table.numbers, keys[fresh], self.holdings.count, is_put)
        return [batch[at] for at in fresh]

    def _relate(self, batch: Sequence[Article], *, is_filing: bool, limit: int = CANDIDATES) -> _Related:
        holdings, texts = self.holdings, len(batch)
        told = [article.told() for article in batch]
        tokens = tokenise(told, self._vocabulary)
        holdings.quote(*find_quoted(told, tokens))
        sources = _sources(batch)
        made = self._sketch(tokens, sources, is_filing=is_filing)
        entries = made.entries[: made.tally[0]]
        entries.sort()
        groups = gather(entries, holdings.runs)
        network = groups, meet(entries, groups, holdings.count, texts)
        found = _found(texts, max(limit, CANDIDATES))
        scores = self._room(texts, len(network[1].groups))
        relate_batch(holdings.kept(), made, network, scores, (*self._lists, self._shared), found, holdings.count)
        if is_filing:
            names = [article.id.encode("utf-8", "surrogatepass") for article in batch]
            holdings.settle(names, _days(batch), sources)
            holdings.note_copies(_copied(found, made.copies, holdings.count - texts))
            holdings.file(*filed(groups))
        return _Related(found, made.copies)

    def _sketch(self, tokens: Tokens, sources: Words, *, is_filing: bool) -> Made:
        texts, words = len(sources), int(tokens.words[-1])
        forms = self._vocabulary.forms
        read = Read(forms.known, tokens.forms, tokens.words, tokens.paragraphs, tokens.lines, sources)
        made = Made(
            entries=np.empty(2 * words, dtype=np.uint64),
            word_masks=np.empty(2 * words + 64 * texts, dtype=np.uint8),
            gram_masks=np.empty(2 * words + 64 * texts, dtype=np.uint8),
            copies=np.empty(texts, dtype=np.int64),
            tally=np.array([0, is_filing], dtype=np.int64),
        )
        lines = max(1, int(np.diff(tokens.lines).max(initial=0)))
        room = Room(
            keys=np.empty(MOST_WORDS, dtype=np.uint64),
            words=np.empty(MOST_WORDS, dtype=np.int64),
            stamps=np.zeros(int(forms.tally[1]), dtype=np.int32),
            seen=self._seen,
            line_keys=np.empty(lines, dtype=np.uint64),
            line_masks=np.empty(lines, dtype=np.uint8),
        )
        self.holdings.reserve(texts, words)
        sketch_batch(read, self.holdings.kept(), self.holdings.known(), made, room, self.holdings.count)
        self.holdings.root(texts)
        return made

    def _room(self, texts: int, met: int) -> Scores:
        wanted = self.holdings.count + texts
        if wanted > len(self._scores):
            self._scores = np.zeros(2 * wanted, dtype=np.int32)
        return Scores(
            scores=self._scores,
            roots=self.holdings.columns["roots"].data,
            touched=np.empty(TOUCHED + POSTING_CAP, dtype=np.int32),
            counts=np.empty(met, dtype=np.int32),
            by_count=np.empty(met, dtype=np.int32),
            tally=np.empty(POSTING_CAP + 3, dtype=np.int64),
        )

    def _edges(self, batch: Sequence[Article], related: _Related) -> list[Derivation]:
        first, found = self.holdings.count - len(batch), related.found
        edges = [
            (int(newer), at, to_edge(self.holdings, int(older), int(newer), figures))
            for at, ((older, newer), figures) in enumerate(zip(found.pairs, found.rows.tolist(), strict=True))
        ]
        copied = [
            (first + text, -1, to_exact_edge(self.holdings, int(older), first + text))
            for text, older in enumerate(related.copies)
            if older >= 0
        ]
        return [edge for _, _, edge in sorted((*edges, *copied), key=lambda each: each[:2]) if edge is not None]


@dataclass(frozen=True, slots=True)
class _Related:
    """What a batch found, and of which document each text is an exact copy (-1: of none)."""

    found: Found
    copies: Ints

    def __post_init__(self) -> None:
        count = int(self.found.tally[0])
        trimmed = self.found._replace(pairs=self.found.pairs[:count], rows=self.found.rows[:count])
        object.__setattr__(self, "found", trimmed)


def _copied(found: Found, exact: Ints, first: int) -> Numbers:
    """Of which document each text is a copy word for word, or a near copy; -1 for most."""
    copied = exact.astype(np.int32)
    count = int(found.tally[0])
    pairs, rows = found.pairs[:count], found.rows[:count]
    is_near = (rows[:, :2].min(axis=1) >= NEAR_COPY_FROM) & (rows[:, FIGURES.index("order_least")] >= LEAST_WORDS)
    for older, newer in pairs[is_near][::-1].tolist():  # the best candidate comes first and is put last
        copied[newer - first] = older
    return copied


def _found(texts: int, limit: int) -> Found:
    pairs = texts * CANDIDATES + 1
    return Found(
        best=np.full((texts, limit), -1, dtype=np.int32),
        ranks=np.zeros((texts, limit), dtype=np.int64),
        pairs=np.empty((pairs, 2), dtype=np.int64),
        rows=np.empty((pairs, len(FIGURES)), dtype=np.int32),
        tally=np.zeros(1, dtype=np.int64),
    )


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(article.text)
        if len(batch) >= BATCH or size >= _BATCH_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _are_new(keys: Words, wanted: Words) -> list[bool]:
    """Which of the ids are neither held nor met before among ``wanted``."""
    met: set[int] = set()
    found = []
    for key in wanted.tolist():
        found.append(key not in met and not has(keys, np.uint64(key)))
        met.add(key)
    return found


def _sources(batch: Sequence[Article]) -> Words:
    """The key of each article's source; 0 where none was given."""
    return np.array([_source_key(each.source) for each in batch], dtype=np.uint64)


@lru_cache(maxsize=4_096)
def _source_key(source: str) -> int:
    return key_of("source", source) if source else 0


def _days(batch: Sequence[Article]) -> Ints:
    return np.array([_days_of(article.published) for article in batch], dtype=np.int64).reshape(-1, 2)


@lru_cache(maxsize=4_096)
def _days_of(published: str) -> tuple[int, int]:
    when = parse_date(published) if published else None
    if when is None or when.earliest is None or when.latest is None:
        return NO_DAYS
    return when.earliest.toordinal(), when.latest.toordinal()
