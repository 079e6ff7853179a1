"""What lineage reaches on the evaluation corpora.

Each figure is per mille, on the half not tuned on, and the higher the better.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from lineage_corpus import Row, document, is_kept_aside, per_mille, rows

from trucewatch.documents import Document
from trucewatch.lineage import (
    DerivationKind,
    MemoryPostings,
    Sketch,
    Verdict,
    find_candidates,
    index_keys,
    relate,
    search,
    sketch,
    weigh,
)
from trucewatch.lineage.relation import logit_of
from trucewatch.lineage.wording import words_in
from trucewatch.values import Span

__all__ = ["Pair", "all_figures", "corpus_of", "document", "is_kept_aside", "per_mille", "rewrites", "rows"]
POOL = 3_000  # distractors: enough to make the figures hard, few enough for a test run
SIBLINGS = 100
_SHARED_COPY = 12  # runs of eight words: above, two "independent" accounts share agency copy and are no negatives
_DERIVED = frozenset(
    {DerivationKind.EXACT, DerivationKind.EDITED, DerivationKind.REWRITTEN, DerivationKind.COMMON_SOURCE}
)


FILES = (
    "aesop_sentence_aligned",
    "neardup_silver_allsides_pairs",
    "pool_allsides_37k",
    "rewrite_pairs_news",
    "rewrite_siblings_news",
    "same_event_independent_basil",
)


def corpus_of(folder: Path) -> str:
    """SHA-256 over the names and bytes of the files that the figures rest on."""
    total = sha256()
    for name in FILES:
        total.update(f"{name}\n".encode() + sha256((folder / f"{name}.jsonl.gz").read_bytes()).digest())
    return total.hexdigest()


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
    """The first articles by date."""
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


def _eights(text: str) -> set[tuple[str, ...]]:
    words = [word.surface.casefold() for word in words_in(text, Span(0, len(text)))]
    return {tuple(words[at : at + 8]) for at in range(len(words) - 7)}


def independents(folder: Path) -> Iterator[tuple[Sketch, Sketch]]:
    """Pairs of independent accounts of one event, kept aside, without those that share agency copy."""
    for row in rows(folder, "same_event_independent_basil"):
        texts = [doc["text"] for doc in row["docs"]] if is_kept_aside(row["event"]) else []
        for at, one in enumerate(texts):
            for other in texts[:at]:
                if len(_eights(one) & _eights(other)) < _SHARED_COPY:
                    yield sketch(document("a", one)), sketch(document("b", other))


def tell_apart(folder: Path, pairs: list[Pair]) -> dict[str, int]:
    """Rewrites against independent accounts: recall at two false-positive rates, and as the verdict has it."""
    ours = [weigh(sketch(pair.source), sketch(pair.rewrite)) for pair in pairs]
    theirs = [weigh(a, b) for a, b in independents(folder)]
    negatives = sorted((logit_of(verdict.likeness) for verdict in theirs), reverse=True)

    def recall(per_cent: int) -> int:
        bar = negatives[len(negatives) * per_cent // 100]
        return per_mille(sum(logit_of(verdict.likeness) > bar for verdict in ours), len(ours))

    return {
        "rewrite recall at 5 %": recall(5),
        "rewrite recall at 1 %": recall(1),
        "rewrite recall": per_mille(sum(map(_is_derived, ours)), len(ours)),
        "independents kept apart": per_mille(sum(not _is_derived(verdict) for verdict in theirs), len(theirs)),
    }


def _is_derived(verdict: Verdict) -> bool:
    return verdict.kind in _DERIVED


def find_copies(folder: Path) -> dict[str, int]:
    """Near-copies across outlets found, and edges across outlets that nothing in the silver standard explains."""
    articles = {row["id"]: row for row in pool(folder)}
    silver = {frozenset((row["a"], row["b"])) for row in rows(folder, "neardup_silver_allsides_pairs")}
    edges = set(_edges(articles))
    foreign = {pair for pair in edges if len({articles[id_]["source"] for id_ in pair}) > 1}
    return {"articles without false edges": 1000 - per_mille(len(foreign - silver), len(articles)), **_copies(folder)}


def _edges(articles: dict[str, Row]) -> Iterator[frozenset[str]]:
    postings, sketches = MemoryPostings(), {}
    for id_, row in articles.items():
        made = sketches[id_] = sketch(document(id_, row["text"], row["source"]))
        found = search(made, postings)
        for candidate in found.candidates:
            if _is_derived(weigh(sketches[candidate], made, found.ignored)):
                yield frozenset((candidate, id_))
        postings.add(id_, made.size, index_keys(made))


def _copies(folder: Path) -> dict[str, int]:
    """Of all silver pairs across outlets with three tenths of their runs of five shared."""
    articles = {row["id"]: row for row in rows(folder, "pool_allsides_37k")}
    close = [
        row
        for row in rows(folder, "neardup_silver_allsides_pairs")
        if row["c5"] >= 0.3 and row["src_a"] != row["src_b"] and {row["a"], row["b"]} <= articles.keys()
    ]
    pairs = [tuple(sketch(document(row[side], articles[row[side]]["text"])) for side in "ab") for row in close]
    return {"copies across outlets": per_mille(sum(_is_derived(weigh(a, b)) for a, b in pairs), len(pairs))}


def tell_siblings(folder: Path) -> dict[str, int]:
    """Two rewrites of one unseen source: how many are bound together."""
    chosen = [row for row in rows(folder, "rewrite_siblings_news") if is_kept_aside(row["id"])][:SIBLINGS]
    edges = [relate(document("a", row["versions"]["A"]), document("b", row["versions"]["C"])) for row in chosen]
    derived = [edge for edge in edges if edge and edge.kind in _DERIVED]
    return {"siblings bound": per_mille(len(derived), len(chosen))}


def all_figures(folder: Path) -> dict[str, int]:
    """Every figure of lineage."""
    pairs = list(rewrites(folder))
    return {
        **find_sources(folder, pairs),
        **tell_apart(folder, pairs),
        **find_copies(folder),
        **tell_siblings(folder),
    }
