"""Edges that the corpus engine gives between outlets that share three tenths of their runs of five: are they right?

Every such edge of the whole pool was read by hand: one counts as right where one report took its wording from the other
or both from one agency, and not where all they share is what somebody said, posted or prints under every page. An edge
that nobody has read counts as wrong, so that new ones are looked at.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lineage_corpus import per_mille, rows

from trucewatch.lineage.corpus import Article, Engine

LABELS = Path(__file__).with_name("edge_labels.json")
_WORD = re.compile(r"\w+")
_RUN = 5  # words
_NEAR_COPY = 0.3  # of the shorter's runs


def near_copy_edges(folder: Path) -> int:
    """The share of them that is right."""
    right = {tuple(ids) for ids in json.loads(LABELS.read_text(encoding="utf-8"))["near copies"]["derived"]}
    made = list(edges(folder))
    return per_mille(sum(ids in right for ids in made), len(made))


def edges(folder: Path) -> Iterator[tuple[str, str]]:
    """The ids of both ends of each such edge, the lower first."""
    articles = {row["id"]: row for row in rows(folder, "pool_allsides_37k")}
    for edge in Engine().add(map(_article, articles.values())):
        one, other = sorted((edge.parent, edge.child))
        a, b = articles[one], articles[other]
        if a["source"] != b["source"] and _containment(a["text"], b["text"]) >= _NEAR_COPY:
            yield one, other


def _article(row: dict[str, Any]) -> Article:
    return Article(id=row["id"], text=row["text"], source=row["source"], published=row["date"] or "")


def _containment(one: str, other: str) -> float:
    """How many of the shorter's runs of five stand in the other as well, as a share."""
    a, b = _runs(one), _runs(other)
    return len(a & b) / max(1, min(len(a), len(b)))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
