"""What the lineage benchmarks are fed: texts to file, rewrites to look up, and which text each was made from.

Reads the evaluation corpora where they lie beside the project; elsewhere invents news-like reports and rewrites them by
seeded edits, and says so. Lean on purpose: what a process holds after loading is what it held at most while loading,
so that a measured system's memory can be told from its input's.
"""

from __future__ import annotations

import gzip
import json
import os
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from zlib import crc32

from synthetic import reports

_BESIDE = Path(__file__).parents[2] / "shared" / "eval"
CORPORA = Path(os.environ.get("TRUCEWATCH_EVAL", _BESIDE)) / "lineage"
_POOL = "pool_allsides_37k"
_INVENTED = 6_000  # reports of the invented corpus, where no number is given
_QUERIED = 800  # of them, spread evenly, that a rewrite is looked up for
_KEPT, _SWAPPED, _RENAMED = 0.75, 0.3, 0.25  # sentences kept, halves of them swapped, words put otherwise
_CLOSE = 0.5  # of the runs of five words, from which two texts are copies by every system's own measure


@dataclass(frozen=True, slots=True)
class Text:
    """One text to be filed."""

    id: str
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A text to be looked up. ``wanted`` is the filed text it was made from, or one made from the same."""

    kind: str
    text: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Input:
    """All that a system is given, what it is, and the hash of exactly that.

    ``copies`` are pairs of filed texts that share half of their runs of five words, across outlets.
    """

    told: str
    digest: str
    texts: tuple[Text, ...]
    queries: tuple[Query, ...]
    copies: tuple[frozenset[str], ...]

    @property
    def size(self) -> int:
        """UTF-8 bytes of all texts and queries."""
        filed = sum(len(text.text.encode()) for text in self.texts)
        return filed + sum(len(query.text.encode()) for query in self.queries)


def read_input(articles: int = 0) -> Input:
    """The corpora where they are, an invented stream where not. ``articles`` bounds the distractors; 0 is all."""
    if CORPORA.exists():
        return _from_corpora(articles)
    return _invented(articles or _INVENTED)


def rows(name: str) -> Iterator[dict[str, Any]]:
    """One corpus file, row by row."""
    with gzip.open(CORPORA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _made(told: str, texts: Sequence[Text], queries: Sequence[Query], copies: Sequence[frozenset[str]] = ()) -> Input:
    state = sha256()
    for each in texts:
        state.update(f"{each.id}\n{each.text}\n".encode())
    for query in queries:
        state.update(f"{query.wanted}\n{query.text}\n".encode())
    return Input(told, state.hexdigest()[:16], tuple(texts), tuple(queries), tuple(dict.fromkeys(copies)))


def _from_corpora(articles: int) -> Input:
    """News articles and the sources of machine rewrites; the rewrites are looked up."""
    pool = pool_articles(articles)
    ids = {text.id for text in pool}
    origins, queries = _rewrites()
    copies = [
        pair
        for row in rows("neardup_silver_allsides_pairs")
        if row["j5"] >= _CLOSE and row["src_a"] != row["src_b"] and (pair := frozenset((row["a"], row["b"]))) <= ids
    ]
    told = f"{len(pool):,} news articles, {len(origins):,} texts with {len(queries):,} machine rewrites to look up"
    return _made(told, [*pool, *origins], queries, copies)


def pool_articles(most: int = 0) -> list[Text]:
    """The articles nothing was made from, by date; of ``most``, those whose ids come first."""
    days = {row["id"]: row["date"] for row in rows(_POOL)}
    chosen = frozenset(sorted(days)[: most or None])
    found = (Text(row["id"], row["text"], row["source"]) for row in rows(_POOL) if row["id"] in chosen)
    return sorted(found, key=lambda text: (days[text.id], text.id))


def _rewrites() -> tuple[list[Text], list[Query]]:
    """Sources and their rewrites by one or by seven models, and of siblings one filed, one looked up."""
    origins = _Origins()
    queries: list[Query] = []
    for row in rows("rewrite_pairs_news"):
        kind = "regeneration" if "regeneration" in row["kind"] else "rewrite"
        queries.append(Query(kind, row["rew"], origins.id_of(row["src"])))
    for row in rows("rewrite_multi_llm"):
        queries += [Query("seven models", made["text"], origins.id_of(row["src"])) for made in row["rewrites"]]
    for row in rows("rewrite_siblings_news"):  # A and D: of half the rows A and B, or A and C, are one text
        queries.append(Query("sibling", row["versions"]["D"], origins.id_of(row["versions"]["A"])))
    return origins.texts, queries


class _Origins:
    """The texts that something was made from, near copies once: which of two is found, nobody could say is wrong."""

    def __init__(self) -> None:
        self.texts: list[Text] = []
        self._ids: dict[str, str] = {}
        self._runs: dict[int, list[int]] = {}  # a sixteenth of the runs of five words -> the texts that have them
        self._counts: list[int] = []

    def id_of(self, text: str) -> str:
        """The id under which ``text``, or what it is a near copy of, is filed."""
        key = sha256(text.encode()).hexdigest()[:16]
        if key not in self._ids:
            self._ids[key] = self._copied(text) or self._added(f"origin-{key}", text)
        return self._ids[key]

    def _copied(self, text: str) -> str:
        runs = _sampled_runs(text)
        shared = Counter(at for run in runs for at in self._runs.get(run, ()))
        for at, count in shared.most_common(1):
            if count >= _CLOSE * max(1, min(len(runs), self._counts[at])):
                return self.texts[at].id
        return ""

    def _added(self, id_: str, text: str) -> str:
        runs = _sampled_runs(text)
        for run in runs:
            self._runs.setdefault(run, []).append(len(self.texts))
        self.texts.append(Text(id_, text))
        self._counts.append(len(runs))
        return id_


def _sampled_runs(text: str) -> set[int]:
    words = text.lower().split()
    runs = (crc32(" ".join(words[at : at + 5]).encode()) for at in range(len(words) - 4))
    return {run for run in runs if run % 16 == 0}


def _invented(count: int) -> Input:
    """An invented stream of reports; every so many-th is rewritten and looked up."""
    texts = [Text(received.name, received.raw.decode(), received.source) for received in reports(count, seed=3)]
    every = texts[:: max(1, count // _QUERIED)]
    queries = [Query("invented", rewritten(text.text, seed=at), text.id) for at, text in enumerate(every)]
    told = f"INVENTED: {count:,} seeded reports, {len(queries):,} of them rewritten by seeded edits"
    return _made(told, texts, queries)


def rewritten(text: str, seed: int) -> str:
    """The text as another desk might put it: sentences left out or turned round, words put otherwise, order kept."""
    chance = random.Random(seed)
    told = [sentence for line in text.split("\n") for sentence in line.split(". ") if sentence.strip()]
    kept = [sentence for sentence in told if chance.random() < _KEPT] or told
    return ". ".join(_turned(chance, sentence.split()) for sentence in kept)


def _turned(chance: random.Random, words: list[str]) -> str:
    if len(words) > 6 and chance.random() < _SWAPPED:
        half = len(words) // 2
        words = [*words[half:], *words[:half]]
    return " ".join(_otherwise(word) if word.islower() and chance.random() < _RENAMED else word for word in words)


def _otherwise(word: str) -> str:
    """The one other word that stands for ``word`` wherever it is put otherwise."""
    return f"{word[:2]}{sha256(word.encode()).hexdigest()[:4].translate(_LETTERS)}"


_LETTERS = str.maketrans("0123456789", "ghijklmnop")
