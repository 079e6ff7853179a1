"""``trucewatch eval statements``: figures on stdout, what they rest on on stderr."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from trucewatch.cli.commands import run, trucewatch


def run_eval(*arguments: str) -> Result:
    return CliRunner().invoke(trucewatch, ["eval", "statements", *arguments])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    row = {"tokens": ["Berg", "said", "that", "the", "bridge", "was", "hit", "."]}
    row["labels"] = ["B-source", "B-cue", "B-content", *["I-content"] * 4, "O"]
    (tmp_path / "corpus.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "more", [(), ("--attitudes",), ("--discourse",)], ids=["statements", "attitudes too", "thoughts too"]
)
def test_every_measure_is_a_row(corpus: Path, more: tuple[str, ...]) -> None:
    """Each measure comes with its interval and counts; what it was measured on, and by whose guidelines, is told."""
    result = run_eval(str(corpus), *more, "--json")
    rows = {row["measure"]: row for row in json.loads(result.stdout)}
    wanted = {"precision": 1.0, "recall": 1.0, "f1": 1.0, "low": 1.0, "high": 1.0, "found": 1, "annotated": 1}
    for measure in ("source", "cue", "content", "begin content", "jaccard content", "indirect"):
        assert rows[measure] == {"measure": measure, **wanted}
    assert "1 texts, 8 tokens, sha256" in result.stderr
    assert ("By the engine's own guidelines" in result.stderr) is (not more)


def test_unknown_extractor_is_refused(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is no extractor is wrong use, and the names are told."""
    assert run(["eval", "statements", str(corpus), "--extractor", "oracle"]) == 2
    assert "neural:FILE.onnx" in capsys.readouterr().err


def test_attitudes_are_counted_where_asked_for(tmp_path: Path) -> None:
    """What somebody hopes is no statement; it counts where the corpus counts it."""
    row = {"tokens": ["Berg", "hopes", "that", "the", "bridge", "holds", "."]}
    row["labels"] = ["B-source", "B-cue", "B-content", *["I-content"] * 3, "O"]
    (tmp_path / "corpus.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")

    def recall(*more: str) -> float:
        rows = {row["measure"]: row for row in json.loads(run_eval(str(tmp_path), *more, "--json").stdout)}
        found: float = rows["content"]["recall"]
        return found

    assert (recall(), recall("--attitudes")) == (0, 1)


def test_attitudes_are_of_the_rules(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another extractor has no attitudes apart: asking for them is wrong use."""
    assert run(["eval", "statements", str(corpus), "--extractor", "neural:absent.onnx", "--attitudes"]) == 2
    assert "of the rules alone" in capsys.readouterr().err


def test_two_guidelines_are_refused(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Attitudes and thoughts are counted by guidelines that contradict each other: one at a time."""
    assert run(["eval", "statements", str(corpus), "--attitudes", "--discourse"]) == 2
    assert "two guidelines" in capsys.readouterr().err


def test_folder_that_is_no_corpus_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing annotated is an input that cannot be read, with what would do."""
    assert run(["eval", "statements", str(tmp_path)]) == 3
    assert "Try: give a folder of .txt with .ann files" in capsys.readouterr().err
