"""Doubts about a situation file, on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.cli.commands import run

_TEXT = """id = "s"
title = "A truce"
[[party]]
id = "a"
name = "Arvenia"
[[place]]
id = "deep"
name = "Deepton"
kind = "city"
lat = 0.0
lon = -30.0
radius_km = 5
"""


def test_a_place_at_sea_is_warned_of_and_not_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The warning goes to the error stream with something to try; the file is right."""
    path = tmp_path / "sea.toml"
    path.write_text(_TEXT, encoding="utf-8")
    assert run(["situation", "check", str(path)]) == 0
    out, err = capsys.readouterr()
    assert "right. 1 parties" in out
    assert err.startswith(f'{path}: warning: place "deep" may lie in the sea')
    assert "Try: check lat and lon" in err
