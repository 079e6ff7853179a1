"""Pairs of which it is known whether one derives from the other: what the verdict is fitted on and held against.

Positives are machine rewrites. Negatives are independent accounts of one event from two corpora, so that neither's
domain is learnt; rewrites beside the nearest texts that are not their sources, so that a rewrite's style is not; and
candidates of the pool that share no run of words to speak of. Every pair has the id of its source text, by which it
falls into the half that is tuned on or the half that is kept aside.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import combinations
from pathlib import Path

from lineage_corpus import document, rows

from trucewatch.lineage import MemoryPostings, Sketch, index_keys, search, sketch
from trucewatch.lineage.wording import words_in
from trucewatch.values import Span

SHARED_COPY = 12  # runs of eight words: above, two "independent" accounts of BASIL share agency copy
_NEARBY = 4  # texts beside each rewrite that are not its source
_QUOTED = re.compile(r'["“][^"”\n]{0,600}["”]')
_POST = re.compile(r"^.+ [—–-] ?[^()\n]+\(@\w+\)[^\n]{0,40}$", re.MULTILINE)
_TOKENISED = (("`` ", '"'), (" ''", '"'), (" '", "'"), (" ,", ","), (" .", "."))
_REFRAMED = {"neutral": "plain", "objective": "plain", "sensational": "sensational", "emotionally": "sensational"}


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two sketches, whether one derives from the other, and the class of pair they are reported with."""

    group: str
    key: str
    is_derived: bool
    a: Sketch
    b: Sketch
    ignored: frozenset[int] = frozenset()


@cache
def sketched(text: str, source: str = "") -> Sketch:
    """The sketch of a corpus text, named by its content."""
    return sketch(document(_key(text)[:16], text, source))


def _key(text: str) -> str:
    return sha256(text.encode()).hexdigest()


@cache
def eights(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of eight words."""
    words = [word.surface.casefold() for word in words_in(text, Span(0, len(text)))] if text else []
    return frozenset(tuple(words[at : at + 8]) for at in range(len(words) - 7))


@cache
def told_eights(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of eight words outside quotation marks and signed posts: two may quote one speech at length."""
    return eights(_QUOTED.sub(" | ", _POST.sub(" | ", text)))


def is_same_copy(one: str, other: str) -> bool:
    """Whether two texts share wording outside quotation marks, and not a phrase alone."""
    return len(told_eights(one) & told_eights(other)) >= SHARED_COPY


def rewritten(folder: Path) -> Iterator[LabelledPair]:
    """Machine rewrites of news beside their sources."""
    for row in rows(folder, "rewrite_pairs_news"):
        yield _derived(_group(row["kind"]), _key(row["src"]), row["src"], row["rew"])
    for row in rows(folder, "rewrite_multi_llm"):
        for made in row["rewrites"]:
            group = "large model" if made["model"].startswith("chatgpt") else "small model"
            yield _derived(group, _key(row["src"]), row["src"], made["text"])


def _group(kind: str) -> str:
    for part, group in {**_REFRAMED, "regeneration": "regenerated", "attack": "restyled"}.items():
        if part in kind:
            return group
    return "paraphrased"


def siblings(folder: Path) -> Iterator[LabelledPair]:
    """Two rewrites of one source that is not held; half of them are one text twice, which proves nothing."""
    for row in rows(folder, "rewrite_siblings_news"):
        one, other = row["versions"]["A"], row["versions"]["C"]
        if one != other:
            yield _derived("siblings", row["id"], one, other)


def answers(folder: Path) -> Iterator[LabelledPair]:
    """Students' answers beside the article that some of them copied, cut or rewrote."""
    for row in rows(folder, "clough_stevenson"):
        yield LabelledPair(
            "answers", _key(row["source"]), row["label_name"] != "non", sketched(row["answer"]), sketched(row["source"])
        )


def _derived(group: str, key: str, one: str, other: str) -> LabelledPair:
    return LabelledPair(group, key, is_derived=True, a=sketched(one), b=sketched(other))


def independent(folder: Path) -> Iterator[LabelledPair]:
    """Independent accounts of one event, without those that share wording outside quotation marks.

    ``basil`` are those of the first corpus that share little of any wording, ``basil quoting`` those that quote alike.
    """
    for row in rows(folder, "same_event_independent_basil"):
        for one, other in combinations([doc["text"] for doc in row["docs"]], 2):
            is_apart = len(eights(one) & eights(other)) < SHARED_COPY
            if is_apart or not told_eights(one) & told_eights(other):
                yield _apart("basil" if is_apart else "basil quoting", row["event"], one, other)
    by_event: dict[str, list[str]] = defaultdict(list)
    for row in rows(folder, "same_event_ecbplus"):
        by_event[row["subtopic"]].append(_untokenised(row["sents"]))
    for event, texts in by_event.items():
        for one, other in combinations(texts, 2):
            if not told_eights(one) & told_eights(other):
                yield _apart("ecb", event, one, other)


def _untokenised(sentences: Iterable[str]) -> str:
    text = "\n".join(sentences)
    for apart, together in _TOKENISED:
        text = text.replace(apart, together)
    return text


def _apart(group: str, key: str, one: str, other: str) -> LabelledPair:
    return LabelledPair(group, key, is_derived=False, a=sketched(one), b=sketched(other))


def beside(folder: Path) -> Iterator[LabelledPair]:
    """Each rewrite with the nearest texts that are not its source: what style alone would bind."""
    pairs = [(_key(row["src"]), row["src"], row["rew"]) for row in rows(folder, "rewrite_pairs_news")]
    versions = [(row["id"], row["versions"]) for row in rows(folder, "rewrite_siblings_news")]
    for items in (pairs, [(key, each["A"], each["C"]) for key, each in versions]):
        yield from _nearest(items)


def _nearest(items: list[tuple[str, str, str]]) -> Iterator[LabelledPair]:
    postings, held = MemoryPostings(), {}
    for key, source, _ in items:
        made = sketched(source)
        held[made.document] = (key, source)
        postings.add(made.document, made.size, index_keys(made))
    for key, source, rewrite in items:
        found = [held[candidate] for candidate in search(sketched(rewrite), postings).candidates]
        for _, other in [each for each in found if each[0] != key][:_NEARBY]:
            if not eights(other) & (eights(source) | eights(rewrite)):
                yield _apart("beside", key, other, rewrite)


def strangers(folder: Path, articles: int) -> Iterator[LabelledPair]:
    """Candidates among the last ``articles`` of the pool, from other outlets and with few runs of five words shared."""
    silver = {frozenset((row["a"], row["b"])) for row in rows(folder, "neardup_silver_allsides_pairs")}
    latest = sorted(rows(folder, "pool_allsides_37k"), key=lambda row: (row["date"], row["id"]))[-articles:]
    postings = MemoryPostings()
    held: dict[str, Sketch] = {}
    for row in latest:
        made = sketch(document(row["id"], row["text"], row["source"]))
        found = search(made, postings)
        for candidate in found.candidates:
            if held[candidate].source != made.source and frozenset((candidate, made.document)) not in silver:
                key = min(candidate, made.document)
                yield LabelledPair("strangers", key, False, held[candidate], made, found.ignored)
        held[made.document] = made
        postings.add(made.document, made.size, index_keys(made))
