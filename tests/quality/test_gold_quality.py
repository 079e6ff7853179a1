"""The gold corpus is what its makers wrote, and what is read in it does not get worse. It needs nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import gold
import gold_measures
import pytest
from floors import check
from gold_agreement import READERS, as_found, pairs, reader_of
from gold_reading import names, read_reports
from gold_scores import Counts, count, pair, score

from trucewatch.values import Who


def spans(made: Any) -> Iterator[list[Any]]:
    """Every ``[start, end, words]`` of an annotation."""
    values = made.values() if isinstance(made, dict) else made if isinstance(made, list) else ()
    if isinstance(made, list) and len(made) == 3 and isinstance(made[0], int):
        yield made
        return
    for value in values:
        yield from spans(value)


@pytest.mark.parametrize("path", gold.report_paths(), ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_annotations_are_built_from_what_was_written(path: Path) -> None:
    """The JSON is what the hand-written file says, and every span holds the words it says it holds."""
    written = path.with_suffix(".json").read_text(encoding="utf-8")
    assert written == gold.rendered(path), "run: python tools/gold.py"
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    found = list(spans(json.loads(written)))
    assert found
    assert [s for s in found if text[s[0] : s[1]] != s[2]] == []


@pytest.mark.parametrize("reader", READERS)
def test_agreement_is_reported_apart_for_each_kind_of_second_reader(reader: str) -> None:
    """Every second pass says whose it is and can be built, and the texts are those that were annotated first."""
    reports = pairs(reader)
    paths = [path for path in gold.second_paths() if reader_of(path) == reader]
    assert [(r.language, r.number) for r in reports] == [(p.parent.name, p.stem) for p in paths]
    assert reports
    assert all(r.found.statements or r.found.events.mentions for r in reports)


def test_a_second_pass_has_one_of_the_known_readers(tmp_path: Path) -> None:
    """A second pass that names no known reader is refused: it would be counted in neither table."""
    path = tmp_path / "en" / "001.toml"
    path.parent.mkdir()
    path.write_text('reader = "nobody"\n', encoding="utf-8")
    with pytest.raises(gold.GoldError, match="'nobody' is none of same, another"):
        reader_of(path)


@pytest.mark.parametrize("name", gold_measures.FLOORED)
def test_gold_keeps_its_floors(name: str) -> None:
    """No measure falls below its floor in any language, on reports looked at and on reports never looked at."""
    check(name, gold_measures.measure(*gold_measures.FLOORED[name]), gold_measures.FLOORS)


def test_held_reports_are_never_told_of() -> None:
    """What is listed as wrong is of dev reports alone; the table gives held reports as figures only."""
    told = {line.split()[0] for language in gold.LANGUAGES for line in gold_measures.dev_errors(language)}
    assert {label.partition("/")[0] for label in told} == set(gold.LANGUAGES)
    assert {gold.split_of(label.partition("/")[2]) for label in told} == {"dev"}


def test_names_are_one_in_every_case() -> None:
    """A name declined is the name; a title beside it counts for nothing; another name is another."""
    olga = {"name": "Ольга Рогова"}
    assert names(Who(name="генерала Ольги Роговой"), olga)
    assert names(Who(name="Роговой"), olga)
    assert not names(Who(name="генерал Ольгерд Роговский"), olga)
    assert names(Who(name="речником Сергієм Лободою"), {"name": "Сергій Лобода"})
    assert not names(Who(name="речником"), {"name": "речник Сергій Лобода"})


def test_intervals_are_the_same_every_time() -> None:
    """The bootstrap is seeded, and its interval holds the figure."""
    counted = gold_measures.counted("en", "dev")
    low, high = gold_measures.interval(counted, "statements")
    assert (low, high) == gold_measures.interval(counted, "statements")
    assert low <= gold_measures.f1(gold_measures.total(counted), "statements") <= high


def test_each_is_paired_once() -> None:
    """One finding cannot answer two annotations, and the likest pair goes first."""
    wanted = [{"n": 1}, {"n": 2}]
    assert pair([2, 9], wanted, lambda f, w: float(f == w["n"])) == [(2, {"n": 2})]
    assert pair([2], wanted, lambda f, w: 1 / (1 + abs(f - w["n"]))) == [(2, {"n": 2})]


def test_what_is_neither_found_nor_there_costs_and_what_is_both_counts() -> None:
    """F1 weighs what is missed and what is not there alike."""
    counts: Counts = Counts()
    count(counts, "x", 2, 3, 5)
    assert gold_measures.f1(counts, "x") == pytest.approx(0.5)


def test_words_that_stand_twice_are_refused_or_numbered() -> None:
    """An entry whose words all stand more than once must say which; one that stands nowhere is refused."""
    with pytest.raises(gold.GoldError, match="number one"):
        gold.Quoting("He said. He said.", {"cue": "said"})
    numbered = gold.Quoting("He said. He said.", {"cue": "said #2"})
    assert numbered.span("said #2") == [12, 16, "said"]
    assert numbered.span("He") == [9, 11, "He"]
    with pytest.raises(gold.GoldError, match="does not stand"):
        numbered.find("denied")


def test_whoever_finds_what_is_annotated_scores_full_marks() -> None:
    """The annotations scored against themselves are right in every measure: the scorer takes nothing away."""
    perfect = gold_measures.total(score(as_found(report, report.gold)) for report in read_reports())
    lacking = {name: gold_measures.f1(perfect, name) for name in gold_measures.measures(perfect)}
    assert {name: figure for name, figure in lacking.items() if figure < 1} == {}


def test_who_annotates_nothing_is_owed_nothing() -> None:
    """A report in which nothing is annotated and nothing found adds nothing to any measure."""
    report = read_reports()[0]
    empty = {**report.gold, "statements": [], "events": [], "commitments": [], "gatherings": []}
    bare = replace(report, gold=empty)
    counts = score(bare)
    assert all(value == 0 for key, value in counts.items() if key.endswith(("/hit", "/gold")))
