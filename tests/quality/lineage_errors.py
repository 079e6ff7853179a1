"""Where lineage errs on the evaluation corpora: each error by id and class, worst first.

Decides the class by rule, from figures of the pair alone: it tells where to look, not why it happened. Prints ids and
figures, never text. ``worst_errors.py`` prints them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from lineage_corpus import document
from lineage_measures import pool, rewrites
from misses import Errors, Miss
from relation_measures import Judged, judge_pairs

from trucewatch.lineage import (
    DerivationKind,
    MemoryPostings,
    Sketch,
    Verdict,
    find_candidates,
    index_keys,
    sketch,
    weigh,
)
from trucewatch.lineage.relation import logit_of

APART = frozenset({DerivationKind.SAME_EVENT, DerivationKind.UNRELATED})


def _is_derived(verdict: Verdict) -> bool:
    return verdict.kind not in APART


def why_unlike(verdict: Verdict, a: Sketch, b: Sketch, kind: str = "") -> str:
    """What about two texts makes their kinship hard to see. The first that holds."""
    likeness, longer = verdict.likeness, max(a.size, b.size)
    tests = (
        (likeness.shared < 5, "the two share fewer than five telling words"),
        ("regenerat" in kind, "regenerated: new text from the same facts"),
        (likeness.order_least < 40, "short: fewer than forty telling words in one of the two"),
        (min(a.size, b.size) < 0.4 * longer, "compressing: one is under four tenths of the other"),
        (likeness.order * likeness.order_least >= 550 * likeness.shared, "reworded: little is shared, though in order"),
    )
    return next((words for holds, words in tests if holds), "reordered: what is shared stands in another order")


def missed_sources(folder: Path) -> Iterator[Miss]:
    """Rewrites whose source is not among their candidates."""
    pairs, postings = list(rewrites(folder)), MemoryPostings()
    sources = {pair.source.id: pair.source for pair in pairs}
    for each in [*(document(row["id"], row["text"], row["source"]) for row in pool(folder)), *sources.values()]:
        made = sketch(each)
        postings.add(made.document, made.size, index_keys(made))
    for pair in pairs:
        made = sketch(pair.rewrite)
        if pair.source.id not in find_candidates(made, postings):
            yield _missed(sketch(pair.source), made, pair.kind)


def _missed(a: Sketch, b: Sketch, kind: str = "") -> Miss:
    verdict = weigh(a, b)
    return Miss(f"{a.document} {b.document}", why_unlike(verdict, a, b, kind), -logit_of(verdict.likeness))


def _why_like(verdict: Verdict, a: Sketch, b: Sketch) -> str:
    """What makes two texts look like versions of one. The first that holds."""
    likeness = verdict.likeness
    tests = (
        (max(likeness.grams_a, likeness.grams_b) >= 450, "half of the wording is the same"),
        (bool(set(a.credits) & set(b.credits)), "both credit the same"),
        (likeness.quotations >= 3, "three or more quotations word for word"),
        (max(likeness.grams_a, likeness.grams_b) >= 150, "whole sentences are the same"),
        (min(a.size, b.size) < 200, "one of the two is short"),
    )
    return next((words for holds, words in tests if holds), "the same names and words in the same order")


@cache
def _judged(folder: Path) -> Judged:
    return judge_pairs(folder)


def missed(folder: Path, groups: tuple[str, ...]) -> Iterator[Miss]:
    """Derived pairs that the verdict keeps apart."""
    for pair, verdict in (each for group in groups for each in _judged(folder)[group]):
        if not _is_derived(verdict):
            worth = -logit_of(verdict.likeness)
            yield Miss(f"{pair.a.document} {pair.b.document}", why_unlike(verdict, pair.a, pair.b, pair.group), worth)


def bound(folder: Path, group: str) -> Iterator[Miss]:
    """Independent pairs that the verdict binds."""
    for pair, verdict in _judged(folder)[group]:
        if _is_derived(verdict):
            worth = logit_of(verdict.likeness)
            yield Miss(f"{pair.a.document} {pair.b.document}", _why_like(verdict, pair.a, pair.b), worth)


LINEAGE: Errors = {"source in top 16": missed_sources}
RELATION: Errors = {
    **{
        f"{name} found": partial(missed, groups=groups)
        for name, groups in (
            ("rewrites", ("paraphrased", "plain", "sensational", "restyled")),
            ("regenerations", ("regenerated",)),
            ("large models' rewrites", ("large model",)),
            ("small models' rewrites", ("small model",)),
            ("siblings", ("siblings",)),
        )
    },
    **{
        f"{group} kept apart": partial(bound, group=group)
        for group in ("basil", "basil quoting", "ecb", "beside", "strangers")
    },
}
