"""What sentence alignment reaches: links made by hand on fables and on rewrites of news, on the half not tuned on.

``news_links.json`` holds, for pairs of ``rewrite_pairs_news``, the hashes of the two texts, where the labeller's
sentences stand, and which answer each other; no text. Labelled before any output of the program was looked at: a link
joins two sentences where the second tells something that the first tells; a heading over a sentence that repeats it has
none; a sentence that only keeps the topic has none. The places are kept so that another way of cutting sentences
changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from lineage_corpus import hash_of_rows
from lineage_measures import is_kept_aside, per_mille, rows

from trucewatch.lineage.alignment import align
from trucewatch.lineage.sentences import Sentence
from trucewatch.values import Span

LABELS = Path(__file__).with_name("news_links.json")
FILES = ("aesop_sentence_aligned", "rewrite_pairs_news")


@dataclass(frozen=True)
class Aligned:
    """Two versions and the links that a person made between their sentences."""

    name: str
    a: Sequence[Sentence]
    b: Sequence[Sentence]
    gold: frozenset[tuple[int, int]]


def corpus_of(folder: Path) -> str:
    """SHA-256 over the names and bytes of all that the figures rest on, the labels among them."""
    return hash_of_rows(folder, FILES, LABELS)


def fables(folder: Path, *, is_tuned_on: bool = False) -> Iterator[Aligned]:
    """Fables told twice."""
    for row in rows(folder, "aesop_sentence_aligned"):
        if is_kept_aside(row["id"]) != is_tuned_on:
            gold = frozenset((i, j) for i, j in row["align"] if i >= 0 and j >= 0)
            yield Aligned(row["id"], _sentences(row["s1"]), _sentences(row["s2"]), gold)


def _sentences(texts: Sequence[str]) -> list[Sentence]:
    return [Sentence(Span(0, len(text) + 1), text) for text in texts]


def news(folder: Path, *, is_tuned_on: bool = False) -> Iterator[Aligned]:
    """Rewrites of news."""
    texts = {}
    for row in rows(folder, "rewrite_pairs_news"):
        texts.update({sha256(text.encode()).hexdigest(): text for text in (row["src"], row["rew"])})
    for label in json.loads(LABELS.read_text(encoding="utf-8")):
        if is_kept_aside(label["source"]) != is_tuned_on:
            a, b = (
                [Sentence(Span(*place), texts[label[text]]) for place in label[side]]
                for side, text in (("a", "source"), ("b", "rewrite"))
            )
            yield Aligned(label["id"], a, b, frozenset((i, j) for i, j in label["links"]))


def links_of(pair: Aligned) -> set[tuple[int, int]]:
    """The links that the program makes."""
    return {(i, j) for link in align(pair.a, pair.b) for i in link.a for j in link.b}


def score(pairs: Sequence[Aligned]) -> tuple[int, int, int]:
    """F1, precision and recall over links."""
    made = [links_of(pair) for pair in pairs]
    right = sum(len(links & pair.gold) for links, pair in zip(made, pairs, strict=True))
    proposed, wanted = sum(map(len, made)), sum(len(pair.gold) for pair in pairs)
    return per_mille(2 * right, proposed + wanted), per_mille(right, proposed), per_mille(right, wanted)


def all_figures(folder: Path) -> dict[str, int]:
    """F1 of either corpus; of the news precision too: a wrong link puts words in a report's mouth."""
    told, (f1, precision, _) = score(list(fables(folder))), score(list(news(folder)))
    return {"fable links F1": told[0], "news links F1": f1, "news links precision": precision}
