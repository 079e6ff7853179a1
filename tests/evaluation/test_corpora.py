"""Annotated corpora are read as they are, or refused by file and line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from trucewatch.errors import InputError
from trucewatch.evaluation import Article, by_engine, by_rules, read_corpus, score, total
from trucewatch.evaluation.rows import runs, set_as_print
from trucewatch.evaluation.widening import widened

GOLD = Path(__file__).parents[2] / "gold" / "en"
TEXT = "Berg said ''we go'', then left.\n"
NOTES = (
    "T1\tSource 0 4\tBerg\nT2\tCue 5 9\tsaid\nT3\tContent 10 19\t''we go''\n"
    "E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\n"
)


def standoff(folder: Path, notes: str = NOTES, *, is_nested: bool = True) -> Path:
    texts, marks = (folder / "text", folder / "attributions") if is_nested else (folder, folder)
    for one in {texts, marks}:
        one.mkdir(exist_ok=True)
    (texts / "a.txt").write_text(TEXT, encoding="utf-8")
    (marks / ("a_me.ann" if is_nested else "a.ann")).write_text(notes, encoding="utf-8")
    return folder


def rows(folder: Path, *lines: object) -> Path:
    (folder / "valid.txt").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return folder


def spelt(article: Article) -> list[dict[str, list[str]]]:
    return [{role: [article.text[a:b] for a, b in spans] for role, spans in one.items()} for one in article.gold]


@pytest.mark.parametrize("is_nested", [True, False], ids=["as PolNeAR", "as brat"])
def test_standoff_is_read_with_its_marks_made_plain(tmp_path: Path, is_nested: bool) -> None:
    """Both layouts give the same spans; doubled marks become quotation marks and offsets follow."""
    (article,) = read_corpus(standoff(tmp_path, is_nested=is_nested))
    assert spelt(article) == [{"content": ['"we go"'], "cue": ["said"], "source": ["Berg"]}]


def test_fragments_that_only_space_parts_are_one(tmp_path: Path) -> None:
    """A discontinuous span with nothing between its fragments is one span."""
    (article,) = read_corpus(
        standoff(tmp_path, NOTES.replace("Cue 5 9", "Cue 5 9;21 25").replace("10 19", "10 14;15 19"))
    )
    assert spelt(article)[0]["content"] == ['"we go"']
    assert spelt(article)[0]["cue"] == ["said", "then"]


@pytest.mark.parametrize(
    ("notes", "why"),
    [
        (NOTES.replace("0 4", "0 400"), "line 1"),
        (NOTES.replace("5 9", "five"), "line 2"),
        (NOTES.replace("Content:T3", "Content:T9"), "no T9"),
        ("", "nothing annotated"),
    ],
    ids=["beyond the text", "no number", "dangling", "empty"],
)
def test_broken_standoff_is_refused_by_name(tmp_path: Path, notes: str, why: str) -> None:
    """What does not fit together is refused with the file, the line where there is one, and what to try."""
    with pytest.raises(InputError, match=why) as caught:
        read_corpus(standoff(tmp_path, notes))
    assert caught.value.try_


def test_text_without_annotations_is_refused(tmp_path: Path) -> None:
    """A text that nobody annotated would count as one in which nothing is said."""
    (standoff(tmp_path) / "text" / "b.txt").write_text("More.", encoding="utf-8")
    with pytest.raises(InputError, match="no annotations"):
        read_corpus(tmp_path)


def test_rows_become_paragraphs_of_their_article(tmp_path: Path) -> None:
    """Lines of one id are one article; each span is where its tokens stand; labels are read as CofeNet reads them."""
    one = {"tokens": ["``", "We", "go", ",", "''", "Berg", "did", "n't", "say", "."], "id": "x"}
    one["labels"] = ["B-content", *["I-content"] * 4, "B-source", "B-cue", "I-cue", "I-cue", "O"]
    two = {"tokens": ["No", "."], "labels": ["O", "I-content"], "id": "x"}
    (article,) = read_corpus(rows(tmp_path, one, two))
    assert article.text == "“We go,” Berg didn't say.\n\nNo.\n\n"
    assert spelt(article) == [{"content": ["“We go,”"]}, {"source": ["Berg"]}, {"cue": ["didn't say"]}]


def test_inside_without_its_begin_is_no_span() -> None:
    """An inside of another role ends the span and begins none."""
    assert list(runs(["I-cue", "B-cue", "I-cue", "I-source", "B-cue", "B-cue"])) == [
        ("cue", 1, 3),
        ("cue", 4, 5),
        ("cue", 5, 6),
    ]


def test_print_sets_no_space_where_print_has_none() -> None:
    """Marks hug what they enclose, stops what they follow; straight marks open and close by turns."""
    text, spans = set_as_print(["(", "He", ")", '"', "goes", '"', ";", "$", "5", "-LSB-", "sic", "-RSB-"])
    assert text == '(He) "goes"; $5 [sic]'
    assert [text[span.start : span.end] for span in spans][:4] == ["(", "He", ")", '"']


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ({"tokens": ["a"], "labels": ["O", "O"]}, "uneven"),
        ({"tokens": ["a"], "labels": ["B-speaker"]}, "B-speaker"),
        ({"tokens": ["a"]}, "labels"),
    ],
)
def test_broken_row_is_refused_by_line(tmp_path: Path, line: object, why: str) -> None:
    """A row that is not of the format is named by its line."""
    good = {"tokens": ["a"], "labels": ["O"]}
    with pytest.raises(InputError, match=f"line 2.*{why}"):
        read_corpus(rows(tmp_path, good, line))


def test_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    """A folder without annotations, and one that is not there, are told apart and both say what would do."""
    (tmp_path / "a.txt").write_text("Words.", encoding="utf-8")
    with pytest.raises(InputError, match="in a format we know") as caught:
        read_corpus(tmp_path)
    assert "PolNeAR" in caught.value.try_
    with pytest.raises(InputError, match="no such folder"):
        read_corpus(tmp_path / "absent")


def test_our_gold_is_a_corpus_like_others() -> None:
    """The reports in the repository are read by the same command, and most of what is said in them is found."""
    articles = read_corpus(GOLD)
    assert len(articles) == len(list(GOLD.glob("*.json")))
    assert total(score(article, by_rules(article)) for article in articles).tallies["content"].share > 0.5


@pytest.mark.parametrize(
    ("text", "inner", "whole"),
    [
        ("He said “we go,” and left.", "we go", "“we go,”"),
        ("He said that we go.", "we go", "that we go"),
        ("Сказал, что уйдём.", "уйдём", "что уйдём"),
        ("“We go.\nOn.", "We go.", "“We go."),
        ("He said we go.", "we go", "we go"),
        ("the “coalition” of many", "coalition” of many", "coalition” of many"),
    ],
)
def test_kept_content_is_widened_to_annotated_ends(text: str, inner: str, whole: str) -> None:
    """Marks around and "that" before belong to what corpora annotate; nothing else is taken in."""
    at = text.index(inner)
    start, end = widened(text, (at, at + len(inner)))
    assert text[start:end] == whole


def test_statements_and_sayings_meet_the_same_ends() -> None:
    """What the engine keeps and what the rules work with have one shape where they agree."""
    article = Article("one", "“We will go,” said Tom Berg. Ann Hale denied that the bridge had been hit.", ())
    kept, worked = by_engine(article), by_rules(article)
    assert len(kept) == 2
    for role in ("content", "source", "cue"):
        assert [one[role] for one in kept] == [one[role] for one in worked]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ann Hale warned: “We will go.”", "warned:"),
        ("Ann Hale went on to say that the bridge was gone.", "went on to say"),
        ("The poll showed a lead for Tom Berg.", "showed"),
        ("Ann Hale plans to leave the valley.", "plans"),
    ],
)
def test_cues_have_the_ends_of_the_corpus(text: str, cue: str) -> None:
    """The colon before speech and the words before an infinitive are the cue's; intentions and findings have one."""
    found = by_rules(Article("one", text, ()))
    assert [text[start:end] for one in found for start, end in one["cue"]] == [cue]
