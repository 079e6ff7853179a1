"""Long documents, many copies and digests: bounded work, and no story merged."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lineage_texts import invented, make

from trucewatch.lineage import DerivationKind, build_stories, compare, is_binding, relate, stretches
from trucewatch.lineage.sentences import Sentence
from trucewatch.values import Span

WORDS = st.lists(st.sampled_from(["bridges", "harbour", "a", "village soldiers", "Lusk", "winter grain"]), max_size=30)


def _sentences(texts: list[str]) -> list[Sentence]:
    return [Sentence(Span(0, len(text)), text) for text in texts]


@given(WORDS, WORDS)
@settings(deadline=None)
def test_stretches_cover_both_sides_once_and_in_order(a: list[str], b: list[str]) -> None:
    """However two long documents are cut, each sentence is in one stretch, and no stretch lies before an earlier."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretches, "MOST_PAIRS", 4)
        patch.setattr(stretches, "_LEAST_PIECE", 4)
        patch.setattr(stretches, "_ALL_PAIRS", 1)
        made = list(stretches.stretches(_sentences(a), _sentences(b)))
    assert [i for rows, _ in made for i in rows] == list(range(len(a)))
    assert [j for _, columns in made for j in columns] == list(range(len(b)))


@pytest.mark.slow
def test_books_are_compared_in_little_memory() -> None:
    """Two books of half a megabyte are held side by side in less than a hundred times their size."""
    lines = invented(1, 5_000).split("\n")
    retold = [line if at % 3 else " ".join(reversed(line.split())) for at, line in enumerate(lines)]
    a, b = make("\n".join(lines), "doc-a"), make("\n".join(retold), "doc-b")
    tracemalloc.start()
    sheet = compare(a, b)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sheet.kind is DerivationKind.EDITED
    assert peak < 100 * len(a.text)


def test_a_digest_of_twenty_stories_merges_none() -> None:
    """A page that carries twenty reports is related to each of them, and leaves them twenty stories."""
    parts = [make(invented(seed, 12), f"doc-{seed:02}") for seed in range(20)]
    digest = make("\n".join(part.text for part in parts), "doc-z")
    edges = [edge for part in parts if (edge := relate(part, digest))]
    assert len(edges) == 20
    assert not any(is_binding(edge) for edge in edges)
    assert len(build_stories([*parts, digest], edges)) == 21
