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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from synthetic import reports

_BESIDE = Path(__file__).parents[2] / "shared" / "eval"
CORPORA = Path(os.environ.get("TRUCEWATCH_EVAL", _BESIDE)) / "lineage"
_POOL = "pool_allsides_37k"
_INVENTED = 6_000  # reports of the invented corpus, where no number is given
_QUERIED = 800  # of them, spread evenly, that a rewrite is looked up for
_KEPT, _SWAPPED, _RENAMED = 0.75, 0.3, 0.25  # sentences kept, halves of them swapped, words put otherwise
_CLOSE = 0.5  # Jaccard of runs of five words from which two articles are copies by every system's own measure


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
    origins: dict[str, Text] = {}
    queries: list[Query] = []

    def add(kind: str, source: str, rewritten: str) -> None:
        id_ = f"origin-{sha256(source.encode()).hexdigest()[:16]}"
        origins[id_] = Text(id_, source)
        queries.append(Query(kind, rewritten, id_))

    for row in rows("rewrite_pairs_news"):
        add("regeneration" if "regeneration" in row["kind"] else "rewrite", row["src"], row["rew"])
    for row in rows("rewrite_multi_llm"):
        for made in row["rewrites"]:
            add("seven models", row["src"], made["text"])
    for row in rows("rewrite_siblings_news"):
        add("sibling", row["versions"]["A"], row["versions"]["D"])  # of half the rows A and B, or A and C, are one text
    return list(origins.values()), queries


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
