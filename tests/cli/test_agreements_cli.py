from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from trucewatch.cli.agreeing import shipped
from trucewatch.cli.commands import run

TRUCE = """\
id = "truce"
title = "Truce"
[[party]]
id = "arvenia"
name = "Arvenia"
[[party]]
id = "belkora"
name = "Belkora"
[[area]]
id = "line"
name = "line"
file = "line.geojson"
[[agreement]]
id = "truce"
name = "Truce of 4 March"
kind = "ceasefire"
stage = "in force"
parties = ["arvenia", "belkora"]
[[agreement.clause]]
id = "T1"
title = "No fire"
deontic = "prohibits"
[[agreement.clause.reading]]
party = "text"
acts = ["Shelling/artillery/missile attack"]
start = 2025-03-04
[[agreement.clause.reading]]
party = "belkora"
summary = "From the day of the talks on."
acts = ["Shelling/artillery/missile attack"]
start = 2025-03-20
"""
LINE = '{"type": "LineString", "coordinates": [[28.0, 43.0], [28.0, 44.0]]}'
SITUATION = """\
include = ["truce.toml"]
id = "sorn"
title = "The truce at Sorn"
[[party]]
id = "arvenia"
name = "Arvenia"
aliases = ["Arvenian forces"]
[[party]]
id = "belkora"
name = "Belkora"
[[place]]
id = "sorn"
name = "Sorn"
lat = 43.1
lon = 28.2
radius_km = 6
[[source]]
id = "coastal-wire"
name = "Coastal Wire"
"""
REPORT = """Arvenia accuses Belkora of shelling port
Belkora shelled the port of Sorn on 10 March 2025, killing at least four people, Arvenia said.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("truce.toml", TRUCE), ("line.geojson", LINE), ("sorn.toml", SITUATION), ("r.txt", REPORT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def case(folder: Path) -> Path:
    path = folder / "sorn.case"
    assert run(["init", str(path), "--situation", str(folder / "sorn.toml")]) == 0
    given = ["--source", "coastal-wire", "--published", "2025-03-11"]
    assert run(["add", str(path), str(folder / "r.txt"), *given]) == 0
    return path


def test_an_agreement_file_is_checked_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is right says so; a fault is named with its file, its line and what was meant, and exits 4."""
    assert run(["agreement", "check", str(folder / "truce.toml")]) == 0
    assert "truce: right. 1 clauses, 0 retired, 2 readings." in capsys.readouterr().out
    wrong = TRUCE.replace('party = "belkora"\nsummary', 'party = "belkra"\nsummary')
    (folder / "truce.toml").write_text(wrong, encoding="utf-8")
    assert run(["agreement", "check", str(folder / "sorn.toml")]) == 4
    err = capsys.readouterr().err
    assert (
        f"{folder / 'truce.toml'}:{wrong.split(chr(10)).index('party = ' + chr(34) + 'belkra' + chr(34)) + 1}:" in err
    )
    assert 'did you mean "belkora"?' in err


def test_files_from_elsewhere_are_not_taken_in(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A situation takes in files of its own folder alone."""
    (folder / "inner").mkdir()
    (folder / "inner" / "sorn.toml").write_text(SITUATION.replace("truce.toml", "../truce.toml"), encoding="utf-8")
    assert run(["situation", "check", str(folder / "inner" / "sorn.toml")]) == 4
    assert "does not lie beside" in capsys.readouterr().err


def test_show_tells_an_agreement_in_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Clauses, readings and days; of a file, or of one that ships by its id; an unknown name gets suggestions."""
    assert run(["agreement", "show", str(folder / "truce.toml")]) == 0
    out = capsys.readouterr().out
    assert "T1  No fire (prohibits)" in out
    assert "Belkora: From the day of the talks on." in out
    assert "holds from 20 March 2025 on" in out
    for name, situation in shipped():
        for which in (name, *(each.id for each in situation.agreements)):
            assert run(["agreement", "show", which]) == 0
            assert all(clause.title in capsys.readouterr().out for clause in situation.agreements[0].clauses[:1])
    assert run(["agreement", "show", "minsk"]) == 2
    assert "minsk-2014" in capsys.readouterr().err


def test_diff_tells_faith_kept_from_faith_broken(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing differs from itself; a term changed in place is a fault, and exits 4."""
    old, new = folder / "truce.toml", folder / "later.toml"
    new.write_text(TRUCE.replace("start = 2025-03-20", "start = 2025-03-25"), encoding="utf-8")
    assert run(["agreement", "diff", str(old), str(old), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run(["agreement", "diff", str(old), str(new), "--json"]) == 4
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["clause"], row["change"]) == ("T1", "changed")
    assert row["what"] == "reading of belkora: start: 2025-03-20 became 2025-03-25"


def test_the_matrix_sets_readings_side_by_side(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A breach under the agreed text, outside the window under one side's reading: one row."""
    capsys.readouterr()
    assert run(["findings", str(case), "--matrix", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["agreed text"], row["Belkora’s reading"]) == ("would breach", "outside the window")
    assert row["attributed_to"] == "Belkora"


def test_findings_as_they_stood_before_the_situation_was_changed(
    case: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Setting another situation names what it changes in place, and how to see the findings as they were."""
    capsys.readouterr()
    assert run(["findings", str(case), "--json"]) == 0
    before = json.loads(capsys.readouterr().out)
    (folder / "truce.toml").write_text(TRUCE.replace("start = 2025-03-04", "start = 2025-03-11"), encoding="utf-8")
    assert run(["situation", "set", str(case), str(folder / "sorn.toml"), "--by", "A. Reviewer"]) == 0
    err = capsys.readouterr().err
    assert "start: 2025-03-04 became 2025-03-11" in err
    asked = re.search(r"--at (\d+)", err)
    assert asked is not None
    assert run(["findings", str(case), "--json"]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out) != before
    assert asked[0] in shown.err
    assert run(["findings", str(case), "--at", asked[1], "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == before
    assert run(["verify", str(case)]) == 0


def test_the_case_keeps_one_text_with_all_that_was_taken_in(case: Path, folder: Path) -> None:
    """Files beside the situation may change or go: the case does not need them."""
    for name in ("truce.toml", "line.geojson", "sorn.toml"):
        (folder / name).unlink()
    assert run(["findings", str(case), "--json"]) == 0
    assert run(["verify", str(case)]) == 0
    assert run(["rebuild", str(case)]) == 0
