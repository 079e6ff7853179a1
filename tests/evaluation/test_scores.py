"""What counts as right: CofeNet's measures, worked out by hand."""

from __future__ import annotations

import pytest

from trucewatch.evaluation import Article, Marked, Scores, Tally, flatten, score, score_exact, share_interval, total
from trucewatch.evaluation.scoring import jaccards, overlapping, type_of

TEXT = "Berg said “we go”.\n\nHale denied on Friday that the bridge was hit."
QUOTED = {"source": [(0, 4)], "cue": [(5, 9)], "content": [(10, 17)]}
REPORTED = {"source": [(20, 24)], "cue": [(25, 31)], "content": [(42, 65)]}


def shares(found: list[Marked], gold: tuple[Marked, ...] = (QUOTED, REPORTED)) -> dict[str, float]:
    return {name: tally.share for name, tally in score(Article("one", TEXT, gold), found).tallies.items()}


def test_whoever_finds_what_is_annotated_scores_full_marks() -> None:
    """The annotations against themselves are right in every measure but the types that the text does not hold."""
    assert {name for name, share in shares([QUOTED, REPORTED]).items() if share < 1} == {"mixed", "mixed, 80 % overlap"}


def test_outer_attribution_is_the_one_scored() -> None:
    """Where one attribution stands in another's content, the outer one's spans count and the inner one's do not."""
    text = "Berg said that Hale denied it."
    outer = {"source": [(0, 4)], "cue": [(5, 9)], "content": [(10, 29)]}
    inner = {"source": [(15, 19)], "cue": [(20, 26)], "content": [(27, 29)]}
    assert flatten(text, [inner, outer]) == {"source": {(0, 4)}, "cue": {(5, 9)}, "content": {(10, 29)}}


def test_span_over_paragraphs_counts_in_each() -> None:
    """A paragraph is a unit: what runs over its end is cut there, as CofeNet's rows are."""
    assert flatten(TEXT, [{"content": [(10, 31)]}])["content"] == {(10, 18), (20, 31)}


def test_one_end_right_counts_for_begin_alone() -> None:
    """A content that ends elsewhere is no exact match; its beginning is right."""
    found = shares([QUOTED, {**REPORTED, "content": [(42, 57)]}])
    assert found["content"] == pytest.approx(0.5)
    assert found["begin content"] == pytest.approx(1.0)


def test_jaccard_is_the_mean_of_the_best_overlaps() -> None:
    """Each span annotated gives its best overlap in tokens; one found that meets none gives nothing, one that does is
    not counted again (CofeNet's ``cal_evaluation_detail``, on the spans of its own example).
    """
    starts = list(range(40))
    there = [(1, 3), (5, 7), (8, 9), (9, 19)]
    assert jaccards(starts, [(1, 3), (5, 7), (12, 13), (20, 24)], there) == pytest.approx([1, 1, 0, 0.1, 0])
    assert jaccards(starts, [(8, 13)], [(10, 14)]) == pytest.approx([3 / 6])
    assert jaccards(starts, [], [(3, 4)]) == [0]


def test_jaccard_counts_tokens_and_not_letters() -> None:
    """A long word and a short one weigh alike."""
    starts = [0, 2, 20]  # "a", a word of seventeen letters, "b"
    assert jaccards(starts, [(0, 19)], [(0, 1)]) == pytest.approx([0.5])


def test_types_are_told_by_quotation_marks() -> None:
    """Wholly between marks is direct, marks inside make it mixed, none indirect."""
    text = "“we go” that he “will go” now"
    assert [type_of(text, span) for span in ((0, 7), (8, 25), (8, 15))] == ["direct", "mixed", "indirect"]


def test_four_fifths_of_the_longer_are_enough_to_overlap() -> None:
    """Eight of ten characters pair, seven do not, whichever of the two is the longer."""
    assert overlapping([(2, 10)], [(0, 10)]) == [((2, 10), (0, 10))]
    assert overlapping([(0, 10)], [(0, 8)]) == [((0, 10), (0, 8))]
    assert overlapping([(3, 10)], [(0, 10)]) == []


def test_wrong_source_is_told_from_lost_content() -> None:
    """A content found with another's source is found and not right; one not found is neither."""
    wrong = shares([{**QUOTED, "source": [(20, 24)]}, REPORTED])
    assert (wrong["direct, with its source"], wrong["direct, source given content"]) == (0, 0)
    lost = score(Article("one", TEXT, (QUOTED, REPORTED)), [REPORTED]).tallies
    assert lost["direct, with its source"] == Tally(0, 1, 1)
    assert "direct, source given content" not in lost
    assert lost["indirect, with its source"].share == 1


def test_source_in_another_paragraph_is_nobodys_debt() -> None:
    """Who speaks is only asked where the annotation names a source in the paragraph."""
    away = {**QUOTED, "source": [(20, 24)]}
    assert not [name for name in score(Article("one", TEXT, (away,)), []).tallies if "source" in name and "," in name]


def test_speaker_answers_for_the_source() -> None:
    """Where no words beside the cue name who speaks, the speaker carried over is the one compared."""
    carried = {"content": QUOTED["content"], "speaker": [(0, 4)]}
    found = score(Article("one", TEXT, (QUOTED,)), [carried]).tallies
    assert found["direct, with its source"].share == 1
    assert found["source"].share == 0


def test_short_form_has_the_four_figures_of_the_long_one() -> None:
    """The measure that floors rest on is the same as in the whole table."""
    article, found = Article("one", TEXT, (QUOTED, REPORTED)), [{**REPORTED, "cue": [(25, 34)]}]
    whole = score(article, found).per_mille()
    assert score_exact(article, found).per_mille() == {
        name: whole[name] for name in ("content", "cue", "direct", "source")
    }


def test_interval_holds_the_figure_and_never_changes() -> None:
    """The bootstrap is seeded, and wide where texts differ."""
    units = []
    for hits in (0, 1, 2, 3, 4, 4, 4):
        one = Scores()
        one.count("x", hits, 4, 4)
        units.append(one)
    low, high = share_interval(units, "x")
    assert (low, high) == share_interval(units, "x")
    assert low < total(units).tallies["x"].share < high
    assert share_interval(units, "not measured") == (0, 0)
