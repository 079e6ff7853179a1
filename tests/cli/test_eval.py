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


@pytest.mark.parametrize("extractor", ["rules", "engine"])
def test_every_measure_is_a_row(corpus: Path, extractor: str) -> None:
    """Each measure comes with its interval and counts; what it was measured on is told beside."""
    result = run_eval(str(corpus), "--extractor", extractor, "--json")
    rows = {row["measure"]: row for row in json.loads(result.stdout)}
    wanted = {"precision": 1.0, "recall": 1.0, "f1": 1.0, "low": 1.0, "high": 1.0, "found": 1, "annotated": 1}
    for measure in ("source", "cue", "content", "begin content", "jaccard content", "indirect"):
        assert rows[measure] == {"measure": measure, **wanted}
    assert "1 texts, 8 tokens, sha256" in result.stderr


def test_unknown_extractor_is_refused(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is no extractor is wrong use, and the names are told."""
    assert run(["eval", "statements", str(corpus), "--extractor", "oracle"]) == 2
    assert "rules, engine" in capsys.readouterr().err


def test_folder_that_is_no_corpus_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing annotated is an input that cannot be read, with what would do."""
    assert run(["eval", "statements", str(tmp_path)]) == 3
    assert "Try: give a folder of .txt with .ann files" in capsys.readouterr().err
