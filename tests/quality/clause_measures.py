"""Clause ↔ sentence: is what bears on a clause ranked before what does not, beside a peer's links and TF-IDF.

The pairs are ids with grades given by hand, of agreements and of reports of a monitoring mission; grade 2 is relevant
(``clause_pairs.json`` says what the grades mean). They are split by the hash of the clause: one half was looked at
while tuning. The peer links by the cosine of sentence embeddings and publishes links from .65 on; a pair that it does
not link stands below all its links. Ties count by expectation.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log, sqrt
from pathlib import Path
from typing import Any

from corpora import EVAL, hash_of_files

from trucewatch.agreements.relevance import Passage, rank
from trucewatch.values import Span

FOLDER = EVAL / "statements" / "agreements"
PAIRS = Path(__file__).with_name("clause_pairs.json")
_FILES = ("ukraine_segments.jsonl", "countries_tagged.json")
_COUNTRY = "Ukraine"
_RELEVANT = 2
_SHORTEST = 30  # letters: shorter segments are numbers and rubble of pages
Score = Callable[["Pair"], float]


@dataclass(frozen=True, slots=True)
class Pair:
    """One labelled pair, by ids."""

    clause: str
    sentence: str
    is_relevant: bool
    origin: str

    @property
    def is_kept_aside(self) -> bool:
        """Whether the clause is of the half that no rule was tuned on."""
        return hashlib.sha256(self.clause.encode()).digest()[0] % 2 == 1


def pairs() -> tuple[Pair, ...]:
    """All labelled pairs."""
    rows = json.loads(PAIRS.read_text(encoding="utf-8"))["pairs"]
    return tuple(Pair(clause, sentence, grade == _RELEVANT, origin) for clause, sentence, grade, origin in rows)


def corpus_of(folder: Path) -> str:
    """SHA-256 over the texts and the labels."""
    return hash_of_files((PAIRS, *(folder / name for name in _FILES)))


def all_figures(folder: Path) -> dict[str, int]:
    """Average precision, and how it stands to the others' on the same pairs; per mille."""
    texts = _Texts.read(folder)
    aside = [pair for pair in pairs() if pair.is_kept_aside]
    looked = [pair for pair in pairs() if not pair.is_kept_aside]
    linked = [pair for pair in aside if pair.origin == "peer"]
    rules, peer, words = texts.by_rules, texts.by_peer, texts.by_words
    return {
        "average precision": _figure(rules, aside),
        "against the peer": _ratio(rules, peer, aside),
        "against TF-IDF": _ratio(rules, words, aside),
        "of the peer's own links": _figure(rules, linked),
        "own links, against the peer": _ratio(rules, peer, linked),
        "both halves, against the peer": _ratio(rules, peer, pairs()),
        "tuned half": _figure(rules, looked),
    }


def _figure(score: Score, of: Sequence[Pair]) -> int:
    return round(1000 * average_precision([(score(pair), pair.is_relevant) for pair in of]))


def _ratio(score: Score, other: Score, of: Sequence[Pair]) -> int:
    ours, theirs = (average_precision([(each(pair), pair.is_relevant) for pair in of]) for each in (score, other))
    return round(1000 * ours / theirs)


def average_precision(scored: Iterable[tuple[float, bool]]) -> float:
    """The expected average precision where what has one score may stand in any order."""
    ties: dict[float, list[bool]] = defaultdict(list)
    for score, is_relevant in scored:
        ties[score].append(is_relevant)
    before = hits = 0
    total = 0.0
    for score in sorted(ties, reverse=True):
        size, right = len(ties[score]), sum(ties[score])
        for place in range(1, size + 1):
            others = (right - 1) * (place - 1) / (size - 1) if size > 1 else 0
            total += right / size * (hits + 1 + others) / (before + place)
        before, hits = before + size, hits + right
    return total / hits if hits else 0.0


@dataclass(frozen=True)
class _Texts:
    """The texts of clauses and sentences, by the ids of the pairs, and the peer's cosines."""

    clauses: Mapping[str, str]
    sentences: Mapping[str, str]
    cosines: Mapping[tuple[str, str], float]

    @classmethod
    def read(cls, folder: Path) -> _Texts:
        """The corpus in ``folder``."""
        segments = [json.loads(line) for line in (folder / _FILES[0]).read_text(encoding="utf-8").splitlines()]
        told = [(f"{row['doc']}:{row['seg']}", row) for row in segments]
        clauses = {f"s{name}": row["text"] for name, row in told if row["kind"] == "agreement"}
        sentences = {name: row["text"] for name, row in told if row["kind"] == "report"}
        cosines = {}
        for agreement, provision in _provisions(json.loads((folder / _FILES[1]).read_text(encoding="utf-8"))):
            name = f"p{agreement}:{provision['number']}"
            clauses[name] = provision["text"]
            for report in provision["reports"]:
                for segment in report["segments"]:
                    cosines[name, f"{report['id']}:{segment['number']}"] = float(segment["score"])
        return cls(clauses, sentences, cosines)

    def by_rules(self, pair: Pair) -> float:
        """Our own score."""
        return self._ranked(pair.clause).get(pair.sentence, 0)

    def by_peer(self, pair: Pair) -> float:
        """The peer's cosine, or nothing where it does not link the two."""
        return self.cosines.get((pair.clause, pair.sentence), 0.0)

    def by_words(self, pair: Pair) -> float:
        """The cosine of TF-IDF."""
        rarity = _rarity(tuple(self._long().values()))
        a, b = (_vector(text, rarity) for text in (self.clauses[pair.clause], self.sentences[pair.sentence]))
        return sum(weight * b.get(word, 0.0) for word, weight in a.items())

    def _long(self) -> dict[str, str]:
        return {name: text for name, text in self.sentences.items() if len(text) >= _SHORTEST}

    def _ranked(self, clause: str) -> dict[str, int]:
        return _ranks(self.clauses[clause], tuple(self._long().items()))


def _provisions(tagged: dict[str, Any]) -> Iterable[tuple[str, dict[str, Any]]]:
    for country in tagged["countries"]:
        if country["name"] == _COUNTRY:
            for topic in country["topics"]:
                for agreement in topic["agreements"]:
                    for provision in agreement["provisions"]:
                        yield agreement["id"], provision


@cache
def _ranks(clause: str, sentences: tuple[tuple[str, str], ...]) -> dict[str, int]:
    passages = [Passage(document=name, span=Span(0, len(text)), text=text) for name, text in sentences]
    return {bearing.passage.document: bearing.score for bearing in rank(clause, passages)}


@cache
def _rarity(texts: tuple[str, ...]) -> dict[str, float]:
    counts = Counter(word for text in texts for word in set(_words(text)))
    return {word: log(1 + len(texts) / (1 + count)) for word, count in counts.items()}


def _vector(text: str, rarity: Mapping[str, float]) -> dict[str, float]:
    weights = {word: (1 + log(n)) * rarity.get(word, log(2)) for word, n in Counter(_words(text)).items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]{3,}", text.lower())
