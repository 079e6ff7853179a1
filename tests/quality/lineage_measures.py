"""Whether the search finds the source of a rewrite.

Each figure is per mille, on the half not tuned on, and the higher the better.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from lineage_corpus import Row, document, hash_of_rows, is_kept_aside, per_mille, rows

from trucewatch.documents import Document
from trucewatch.lineage import (
    MemoryPostings,
    find_candidates,
    index_keys,
    sketch,
)

__all__ = ["Pair", "all_figures", "corpus_of", "document", "is_kept_aside", "per_mille", "rewrites", "rows"]
POOL = 3_000  # distractors: enough to make the figures hard, few enough for a test run

FILES = (
    "pool_allsides_37k",
    "rewrite_pairs_news",
)


def corpus_of(folder: Path) -> str:
    """SHA-256 over the names and bytes of the files that the figures rest on."""
    return hash_of_rows(folder, FILES)


@dataclass(frozen=True)
class Pair:
    """A source and its rewrite."""

    kind: str
    source: Document
    rewrite: Document


def rewrites(folder: Path) -> Iterator[Pair]:
    """The pairs kept aside; one source id per source text."""
    for at, row in enumerate(rows(folder, "rewrite_pairs_news")):
        key = sha256(row["src"].encode()).hexdigest()
        if is_kept_aside(key):
            yield Pair(row["kind"], document(f"src-{key[:16]}", row["src"]), document(f"rew-{at}", row["rew"]))


def pool(folder: Path) -> list[Row]:
    """The last articles by date."""
    return sorted(rows(folder, "pool_allsides_37k"), key=lambda row: (row["date"], row["id"]))[-POOL:]


def find_sources(folder: Path, pairs: list[Pair]) -> dict[str, int]:
    """How often a rewrite's source is among its sixteen candidates."""
    postings = MemoryPostings()
    filed = {pair.source.id: pair.source for pair in pairs}
    for each in [*(document(row["id"], row["text"], row["source"]) for row in pool(folder)), *filed.values()]:
        made = sketch(each)
        postings.add(made.document, made.size, index_keys(made))
    found = [pair.source.id in find_candidates(sketch(pair.rewrite), postings) for pair in pairs]
    hard = [hit for pair, hit in zip(pairs, found, strict=True) if "regeneration" in pair.kind]
    return {
        "source in top 16": per_mille(sum(found), len(found)),
        "hard source in top 16": per_mille(sum(hard), len(hard)),
    }


def all_figures(folder: Path) -> dict[str, int]:
    """Every figure of the search."""
    return find_sources(folder, list(rewrites(folder)))
