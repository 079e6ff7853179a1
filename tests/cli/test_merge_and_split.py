"""``review --merge`` and ``--split`` at the command line, and what ``show`` says of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_commands import SITUATION

from trucewatch.case import Case
from trucewatch.cli.commands import run
from trucewatch.documents import Received

_TOLD = (
    "Shelling killed two civilians in Sorn on 12 March, the mayor said.",
    "Shelling killed three civilians in Sorn on 12 March, the governor said.",
    "A drone strike destroyed a power station in Sorn on 20 March, the mayor said.",
)


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(list(arguments)) == 0
    return capsys.readouterr().out


def test_a_split_holds_against_a_merge_and_show_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The ids that one command prints are taken by the next; the merge is logged, and the conflict is on both."""
    path = str(tmp_path / "a.case")
    with Case.create(path, SITUATION) as case:
        list(
            case.add(
                Received(raw=f"News\n\n{one}\n".encode(), name=f"{n}.txt", published="2025-03-21")
                for n, one in enumerate(_TOLD)
            )
        )
        told = [row for row in case.mentions() if row.incident == case.incidents()[0].id]
    assert len(told) == 2
    name, off = told[0].incident, told[1].id
    assert "split" in _run(capsys, "review", path, "--by", "ana", "--split", name, "--off", off)
    with Case.open(path) as case:
        other = next(row.incident for row in case.mentions() if row.id == off)
    assert "merge" in _run(capsys, "review", path, "--by", "bo", "--merge", name, other)
    shown = json.loads(_run(capsys, "show", path, name))
    assert [each["decision"] for each in shown["judgements"]] == ["split", "merge"]
    assert other in shown["conflicts"][0]


def test_off_needs_split(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mention to take off without the incident that it is taken from is a mistake, and says what is missing."""
    path = tmp_path / "a.case"
    Case.create(path, SITUATION).close()
    assert run(["review", str(path), "--by", "ana", "--off", "men-1"]) != 0
    assert "--split" in capsys.readouterr().err
