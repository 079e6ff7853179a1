"""What the verdict on two reports reaches: rewrites told from independent accounts, copies, calibration.

Each figure is per mille, on the half not tuned on, and the higher the better. "Told apart at 1 %" is the share of
rewrites that stand above all but one in a hundred of the independent accounts named. Texts with fewer telling words
than a verdict takes are left out there, and count as misses where it says "found".
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from lineage_corpus import hash_of_rows, is_kept_aside, per_mille, rows
from near_copy_edges import near_copy_edges
from relation_pairs import (
    LabelledPair,
    answers,
    beside,
    independent,
    is_same_copy,
    rewritten,
    siblings,
    sketched,
    strangers,
)

from trucewatch.lineage import DerivationKind, Verdict, weigh
from trucewatch.lineage.relation import LEAST_WORDS, logit_of

FILES = (
    "clough_stevenson",
    "neardup_silver_allsides_pairs",
    "pool_allsides_37k",
    "rewrite_multi_llm",
    "rewrite_pairs_news",
    "rewrite_siblings_news",
    "same_event_ecbplus",
    "same_event_independent_basil",
)
LABELS = Path(__file__).with_name("edge_labels.json")
_REWRITES = ("paraphrased", "plain", "sensational", "restyled")
_INDEPENDENT = ("basil", "basil quoting", "ecb")
_NEAR_COPY = 0.3  # of the shorter's runs of five
_DERIVED = frozenset({DerivationKind.EXACT, DerivationKind.EDITED, DerivationKind.REWRITTEN})
_BESIDE, _ARTICLES = 2_000, 1_000  # pairs, articles of the pool: enough to see a fault, few enough for a test run
_BINS = 10  # of the reliability table

Judged = dict[str, list[tuple[LabelledPair, Verdict]]]


def corpus_of(folder: Path) -> str:
    """SHA-256 over the names and bytes of the files, and of the labels, that the figures rest on."""
    return hash_of_rows(folder, FILES, LABELS)


def all_figures(folder: Path) -> dict[str, int]:
    """Every figure of the verdict."""
    judged = judge_pairs(folder)
    return {
        **_told_apart(judged),
        **_found(judged),
        **_kept_apart(judged),
        "answers told": _answers_told(judged),
        "calibration": 1000 - expected_error(reliability(judged)),
        **_copies(folder),
        **_labelled_edges(folder),
        "near-copy edges across outlets that are right": near_copy_edges(folder),
    }


def judge_pairs(folder: Path) -> Judged:
    """The verdict on each pair kept aside, by group; of the answers, which nothing was tuned on, all."""
    judged: Judged = defaultdict(list)
    ours = chain(rewritten(folder), siblings(folder), independent(folder))
    strange = chain(islice(beside(folder), _BESIDE), strangers(folder, _ARTICLES))
    for pair in chain((pair for pair in chain(ours, strange) if is_kept_aside(pair.key)), answers(folder)):
        judged[pair.group].append((pair, weigh(pair.a, pair.b, pair.ignored)))
    return judged


def _is_derived(verdict: Verdict) -> bool:
    return verdict.kind in _DERIVED


def _logits(judged: Judged, *groups: str) -> list[int]:
    """Of the pairs that are long enough, not those that are the same word for word."""
    return [
        logit_of(verdict.likeness)
        for group in groups
        for _, verdict in judged[group]
        if verdict.kind is not DerivationKind.EXACT and verdict.likeness.order_least >= LEAST_WORDS
    ]


def _told_apart(judged: Judged) -> dict[str, int]:
    figures = {}
    for group in _INDEPENDENT:
        apart = sorted(_logits(judged, group), reverse=True)
        for name, groups in (("rewrites", _REWRITES), ("siblings", ("siblings",))):
            ours = _logits(judged, *groups)
            for per_cent in (5, 1):
                bar = apart[len(apart) * per_cent // 100]
                told = per_mille(sum(logit > bar for logit in ours), len(ours))
                figures[f"{name} told apart at {per_cent} % of {group}"] = told
    return figures


def _found(judged: Judged) -> dict[str, int]:
    groups = {
        "rewrites": _REWRITES,
        "regenerations": ("regenerated",),
        "large models' rewrites": ("large model",),
        "small models' rewrites": ("small model",),
        "siblings": ("siblings",),
    }
    return {f"{name} found": _share_derived(judged, *found) for name, found in groups.items()}


def _kept_apart(judged: Judged) -> dict[str, int]:
    groups = (*_INDEPENDENT, "beside", "strangers")
    return {f"{group} kept apart": 1000 - _share_derived(judged, group, is_rounded_up=True) for group in groups}


def _share_derived(judged: Judged, *groups: str, is_rounded_up: bool = False) -> int:
    verdicts = [verdict for group in groups for _, verdict in judged[group]]
    found = 1000 * sum(map(_is_derived, verdicts))
    return (found + (len(verdicts) - 1 if is_rounded_up else 0)) // len(verdicts)


def _answers_told(judged: Judged) -> int:
    """Students' answers called derived that are, and not that are not."""
    right = sum(_is_derived(verdict) == pair.is_derived for pair, verdict in judged["answers"])
    return per_mille(right, len(judged["answers"]))


Reliability = list[tuple[int, int, int]]  # per mille: weight, said, true


def reliability(judged: Judged) -> Reliability:
    """Confidence that a pair is derived against how many were, by tenths, as many derived as independent pairs.

    The derived are rewrites, siblings and large models' rewrites in equal parts; the others, the independent accounts.
    """
    derived = [_said(judged, *groups) for groups in (_REWRITES, ("siblings",), ("large model",))]
    apart = [_said(judged, group) for group in ("basil", "ecb")]
    cells = [[0.0, 0.0, 0.0] for _ in range(_BINS)]
    for is_true, parts in ((1, derived), (0, apart)):
        for part in parts:
            for said in part:
                weight = 1 / len(parts) / len(part) / 2
                cell = cells[min(_BINS - 1, said * _BINS // 1000)]
                cell[0], cell[1], cell[2] = cell[0] + weight, cell[1] + weight * said, cell[2] + weight * is_true
    return [(round(1000 * w), round(s / w), round(1000 * t / w)) for w, s, t in cells if w]


def _said(judged: Judged, *groups: str) -> list[int]:
    """How sure the verdict is that each pair is derived; it says nothing of what is too short."""
    return [
        verdict.confidence if _is_derived(verdict) else 1000 - verdict.confidence
        for group in groups
        for _, verdict in judged[group]
        if verdict.likeness.order_least >= LEAST_WORDS
    ]


def expected_error(table: Reliability) -> int:
    """Expected calibration error."""
    return sum(weight * abs(said - true) for weight, said, true in table) // 1000


def _copies(folder: Path) -> dict[str, int]:
    """Near-copies across outlets found, and pairs that share as much but all of it quoted kept apart."""
    copied: list[bool] = []
    quoting: list[bool] = []
    for one, other in _close(folder):
        verdict = weigh(sketched(one), sketched(other))
        (copied if is_same_copy(one, other) else quoting).append(_is_derived(verdict))
    return {
        "copies across outlets found": per_mille(sum(copied), len(copied)),
        "outlets quoting alike kept apart": per_mille(len(quoting) - sum(quoting), len(quoting)),
    }


def _close(folder: Path) -> Iterator[tuple[str, str]]:
    articles = {row["id"]: row["text"] for row in rows(folder, "pool_allsides_37k")}
    for row in rows(folder, "neardup_silver_allsides_pairs"):
        if row["c5"] >= _NEAR_COPY and row["src_a"] != row["src_b"] and {row["a"], row["b"]} <= articles.keys():
            yield articles[row["a"]], articles[row["b"]]


def _labelled_edges(folder: Path) -> dict[str, int]:
    """Of pairs across outlets that a draft of the verdict had bound and a reader found to be no copies."""
    labels = json.loads(LABELS.read_text(encoding="utf-8"))["not derived"]
    articles = {row["id"]: row for row in rows(folder, "pool_allsides_37k")}
    pairs = [[sketched(articles[id_]["text"], articles[id_]["source"]) for id_ in ids] for ids in labels]
    bound = sum(_is_derived(weigh(a, b)) for a, b in pairs)
    return {"pairs read and found no copies kept apart": per_mille(len(pairs) - bound, len(pairs))}
