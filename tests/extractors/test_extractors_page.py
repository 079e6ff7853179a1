"""The page on other extractors says what can be done, and it can."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from fake_llm import honest, served

from trucewatch.cli.commands import run

PAGE = Path(__file__).parents[2] / "docs/how-to/extractors.md"
SITUATION = (
    'id = "valley"\ntitle = "The valley"\n[[party]]\nid = "k"\nname = "Karvia"\n[[party]]\nid = "d"\nname = "Dosland"\n'
)
REPORT = "A day of talks\n“We hold the bridge,” Anna Berg said.\nPetr Hale: “Nobody holds the road today.”\n"


def blocks(language: str) -> str:
    return "\n".join(re.findall(rf"^```{language}\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "valley.toml").write_text(SITUATION, encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    assert run(["init", str(tmp_path / "spring.case"), "--situation", str(tmp_path / "valley.toml")]) == 0
    assert run(["add", str(tmp_path / "spring.case"), str(tmp_path / "report.txt")]) == 0
    return tmp_path


def ran(arguments: list[str], folder: Path) -> str:
    """What a page's blocks print, run in the folder of the case."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(  # noqa: S603 -- our own page
        arguments,
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONWARNINGS": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_commands_of_the_page_run(folder: Path) -> None:
    """Every shell block runs, in order, with a model that the test serves at the page's address."""
    with served(honest) as model:
        script = blocks("sh").replace("http://127.0.0.1:8080/v1", model.url)
        assert model.url in script
        shown = ran(["/bin/sh", "-eu", "-c", script], folder)
    assert '"outcome": "read"' in shown
    assert "tables: as derived again from the log" in shown
    assert len(model.asked) == 1


def test_the_extractor_of_the_page_runs(folder: Path) -> None:
    """The Python block finds what it says it finds, and where it differs from the rules."""
    shown = ran([sys.executable, "-c", blocks("python")], folder)
    assert "A day of talks 1 1" in shown
    assert "captions" not in shown.splitlines()[0]
