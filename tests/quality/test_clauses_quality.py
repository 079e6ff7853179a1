"""What bears on a clause comes before what does not: figures on hand-labelled pairs against their floors.

Raise the floors with ``python tests/quality/test_clauses_quality.py``; it refuses to lower one.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from clause_measures import FOLDER, all_figures, average_precision, corpus_of, pairs
from corpora import need
from floors import check, show_and_lift

PINS = Path(__file__).with_name("clause_floors.json")
NAME = "clauses and sentences"


@pytest.mark.evaluation
@pytest.mark.slow
def test_no_figure_of_clauses_and_sentences_falls_below_its_floor() -> None:
    """Sentences that bear on a clause are ranked as well as is pinned, beside a peer's links."""
    folder = need(FOLDER)
    check(NAME, (corpus_of(folder), all_figures(folder)), PINS)


def test_there_are_three_hundred_pairs_each_once() -> None:
    """The labelled set holds what its page says, and no pair twice."""
    labelled = pairs()
    assert len({(pair.clause, pair.sentence) for pair in labelled}) == len(labelled) == 300


@pytest.mark.parametrize(
    ("scored", "expected"),
    [
        ([(3, True), (2, True), (1, False)], 1.0),
        ([(3, False), (2, True)], 0.5),
        ([(1, True), (1, False)], 0.75),
        ([(1, False)], 0.0),
    ],
    ids=["all right", "second", "tied", "none relevant"],
)
def test_average_precision_takes_ties_by_expectation(scored: list[tuple[float, bool]], expected: float) -> None:
    """Two in a tie may stand either way round: half of 1 and half of a half."""
    assert average_precision(scored) == pytest.approx(expected)


if __name__ == "__main__":
    show_and_lift(NAME, (corpus_of(FOLDER), all_figures(FOLDER)), PINS)
