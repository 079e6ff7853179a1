"""What direction reaches on the evaluation corpora, per mille, the higher the better. "Right" is of those told.

The pairs are of the half kept aside from fitting. Thresholds and the last weights were chosen with their figures, and
those of the human rewrites (Clough and Stevenson), in view: floors against loss, no blind test.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from lineage_corpus import hash_of_rows
from lineage_measures import Pair, document, is_kept_aside, per_mille, rewrites, rows

from trucewatch.documents.model import Document
from trucewatch.documents.sentences import split_sentences
from trucewatch.lineage import Comparison, DerivationKind, Direction, compare
from trucewatch.lineage.credit_lines import find_credits
from trucewatch.values import Span, When

FILES = (
    "clough_stevenson",
    "pool_allsides_37k",
    "rewrite_multi_llm",
    "rewrite_pairs_news",
    "rewrite_siblings_news",
)
LABELS = Path(__file__).with_name("credit_labels.json")
_PAIRS, _EXCERPTS = 250, 150
_DERIVED = frozenset(
    {DerivationKind.EXACT, DerivationKind.EDITED, DerivationKind.REWRITTEN, DerivationKind.COMMON_SOURCE}
)
_FIRST_DAY = date(2031, 3, 1)
_LONG = 12  # sentences of which an excerpt can be cut


def corpus_of(folder: Path) -> str:
    """SHA-256 over the names and bytes of the files, and the labels, that the figures rest on."""
    return hash_of_rows(folder, FILES, LABELS)


@dataclass(frozen=True)
class Told:
    """What was told of one pair: whether the first was held to be first, None where nothing was; how sure per mille."""

    is_right: bool | None
    sure: int


def _judge(first: Document, then: Document) -> Told | None:
    """The judgement of a related pair, None where it was not found to be related. Order of arguments is shuffled."""
    is_turned = sha256(then.text.encode()).digest()[1] % 2 == 1
    sheet = compare(then, first) if is_turned else compare(first, then)
    if sheet.kind not in _DERIVED:
        return None
    return Told(_is_right(sheet, is_turned=is_turned), dict(sheet.features)["direction"])


def _is_right(sheet: Comparison, *, is_turned: bool) -> bool | None:
    if sheet.direction is Direction.UNKNOWN:
        return None
    return (sheet.direction is Direction.B_TO_A) is is_turned


def _all(pairs: Iterable[tuple[Document, Document]]) -> list[Told]:
    return [told for first, then in pairs if (told := _judge(first, then))]


def _figures(name: str, told: list[Told]) -> dict[str, int]:
    answers = [one.is_right for one in told if one.is_right is not None]
    return {
        f"{name}: right": per_mille(sum(answers), len(answers)),
        f"{name}: told": per_mille(len(answers), len(told)),
    }


def news(folder: Path) -> list[Pair]:
    """Machine rewrites of news, without those that only tell the same facts."""
    return [pair for pair in rewrites(folder) if "regeneration" not in pair.kind]


def models(folder: Path) -> Iterator[tuple[Document, Document]]:
    """Rewrites by seven models, the hardest of the corpora."""
    for row in rows(folder, "rewrite_multi_llm"):
        if is_kept_aside(str(row["id"])):
            for at, made in enumerate(row["rewrites"]):
                yield document("src", row["src"]), document(f"rew-{at}", made["text"])


def human(folder: Path) -> Iterator[tuple[Document, Document]]:
    """Answers that students copied, reworded or rewrote from an encyclopedia."""
    for at, row in enumerate(rows(folder, "clough_stevenson")):
        if row["label_name"] != "non":
            yield document("src", row["source"]), document(f"answer-{at}", row["answer"])


def timed(pairs: list[Pair]) -> Iterator[tuple[Document, Document]]:
    """The same with days of publication: the rewrite up to four days later, one day in thirty wrong by up to three."""
    for pair in pairs:
        dice = sha256(f"{pair.source.id} {pair.kind}".encode()).digest()
        later = dice[0] % 5
        wrong = 1 + dice[2] % 3 if dice[1] % 30 == 0 else 0
        first, then = _FIRST_DAY + timedelta(days=wrong), _FIRST_DAY + timedelta(days=later)
        yield replace(pair.source, published=When.on(first)), replace(pair.rewrite, published=When.on(then))


def excerpts(pairs: list[Pair]) -> Iterator[tuple[Document, Document]]:
    """The opening of a source, and a rewrite of all of it: the fuller text is the later."""
    for pair in pairs:
        text = pair.source.text
        ends = [span.end for span in split_sentences(text, Span(0, len(text)))]
        if len(ends) >= _LONG:
            yield document("excerpt", text[: ends[len(ends) * 2 // 5]]), pair.rewrite


def siblings(folder: Path) -> list[Told | None]:
    """Pairs of rewrites of one unseen source, without exact copies of each other: those have no order to miss."""
    chosen = [row["versions"] for row in rows(folder, "rewrite_siblings_news") if is_kept_aside(row["id"])]
    return [_judge(document("a", each["A"]), document("b", each["C"])) for each in chosen if each["A"] != each["C"]]


def _calibration(told: list[Told], unordered: list[Told | None]) -> int:
    """1000 less the mean distance between how sure and how often right, by steps of 50; siblings are half right."""
    bins: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for one in told:
        if one.is_right is not None:
            bins[one.sure // 50].append((one.sure, 1000 * one.is_right))
    for sibling in unordered:
        if sibling and sibling.is_right is not None:
            bins[sibling.sure // 50].append((sibling.sure, 500))
    gaps = [abs(sum(sure for sure, _ in group) - sum(right for _, right in group)) for group in bins.values()]
    return 1000 - sum(gaps) // max(1, sum(map(len, bins.values())))


def credit_lines(folder: Path) -> dict[str, int]:
    """Names found in credit lines of real articles that were read by hand: does the report take from that outlet?"""
    labels = json.loads(LABELS.read_text(encoding="utf-8"))
    wanted = {label["id"] for label in labels}
    texts = {row["id"]: row["text"] for row in rows(folder, "pool_allsides_37k") if row["id"] in wanted}
    found = {(id_, name) for id_, text in texts.items() for name in find_credits(text)}
    hits = [label["is"] != "no" for label in labels if (label["id"], label["name"]) in found]
    true = [label for label in labels if label["is"] != "no"]
    return {
        "credit lines: right": per_mille(sum(hits), len(hits)),
        "credit lines: found": per_mille(sum(hits), len(true)),
    }


def all_figures(folder: Path) -> dict[str, int]:
    """Every figure of direction."""
    pairs = news(folder)[:_PAIRS]
    plain = _all((pair.source, pair.rewrite) for pair in pairs)
    by_models, unordered = _all(models(folder)), siblings(folder)
    open_ones = sum(one is None or one.is_right is None for one in unordered)
    cut = _all(excerpts(news(folder)[:_EXCERPTS]))
    return {
        **_figures("news", plain),
        **_figures("models", by_models),
        **_figures("human", _all(human(folder))),
        **_figures("news with days", _all(timed(pairs))),
        "siblings left undirected": per_mille(open_ones, len(unordered)),
        "excerpts not called copies": per_mille(sum(one.is_right is not False for one in cut), len(cut)),
        "calibration": _calibration([*plain, *by_models], unordered),
        **credit_lines(folder),
    }
