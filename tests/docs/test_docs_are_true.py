"""What the documentation says can be done, can be done."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import write_pages

from trucewatch.case import Case

ROOT = Path(__file__).parents[2]


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


def environment() -> dict[str, str]:
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "PYTHONWARNINGS": ""}


def test_tutorial_runs_from_first_to_last(tmp_path: Path) -> None:
    """Every shell block of the tutorial runs, in order, in an empty folder."""
    script = "\n".join(blocks("docs/tutorial/first-case.md", "sh"))
    done = subprocess.run(  # noqa: S603 -- our own page
        ["/bin/sh", "-eu", "-c", script], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "rewritten" in done.stdout
    assert "altered" in done.stdout


def test_python_page_runs(tmp_path: Path) -> None:
    """Every Python block of the reference runs, in order, in one process."""
    script = "\n".join(blocks("docs/reference/python.md", "python"))
    done = subprocess.run(  # noqa: S603 -- our own page
        [sys.executable, "-c", script], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "added" in done.stdout


def test_command_reference_is_current() -> None:
    """The reference page and the bare help are what the commands say of themselves."""
    again = "run: .venv/bin/python tools/write_pages.py"
    assert write_pages.HELP.read_text(encoding="utf-8") == write_pages.help_text(), again
    assert write_pages.PAGE.read_text(encoding="utf-8") == write_pages.page_text(), again


def test_readme_shows_what_the_demo_prints() -> None:
    """The output in the README is the output of the demo."""
    shown = (ROOT / "README.md").read_text(encoding="utf-8")
    assert shown == write_pages.readme_text(), "run: .venv/bin/python tools/write_pages.py"


@pytest.mark.parametrize("page", sorted(p.relative_to(ROOT).as_posix() for p in ROOT.glob("docs/**/*.md")))
def test_links_between_pages_lead_somewhere(page: str) -> None:
    """Every relative link of every page has its target."""
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [t.split("#")[0] for t in re.findall(r"\]\(([^)]+)\)", text) if "://" not in t]
    missing = [t for t in targets if t and not ((ROOT / page).parent / t).exists()]
    assert not missing


@pytest.mark.usefixtures("spark")
def test_spark_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The page on Spark adds a corpus in the session that is there."""
    (tmp_path / "corpus").mkdir()
    for day in (4, 5):
        words = f"Arvenia accused Belkora on {day} March of shelling Sorn, killing four people."
        (tmp_path / "corpus" / f"{day}.txt").write_text(words, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    Case.create("spring.case", (ROOT / "src/trucewatch/demo/situations/ukraine-2025.toml").read_text("utf-8")).close()
    exec("\n".join(blocks("docs/how-to/spark.md", "python")), {})  # noqa: S102 -- our own page
    assert capsys.readouterr().out == "added 4.txt\nadded 5.txt\n"
