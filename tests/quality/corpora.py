"""Where the evaluation corpora lie, and how a test says that they are not there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import pytest

from trucewatch.situation import Party, Situation

ROOT = Path(__file__).parents[2]
_BESIDE = ROOT.parent / "shared" / "eval"
EVAL = Path(os.environ.get("TRUCEWATCH_EVAL", _BESIDE))
REPORTS = EVAL.parent / "reports"

#: No situation helps: two parties that no text of a corpus names.
NOBODY = Situation(id="none", title="None", parties=(Party("a", "Arania"), Party("b", "Beldia")))


def need(path: Path) -> Path:
    """The path, or a loud skip. Where the corpora lie beside the project, missing is a failure, not a skip."""
    if path.exists():
        return path
    if _BESIDE.exists():
        pytest.fail(f"{_BESIDE} exists but {path} was not found: an evaluation may not be skipped here")
    pytest.skip(f"EVALUATION SKIPPED: {path} is not here. Set TRUCEWATCH_EVAL to the folder of the corpora.")


def hash_of_files(paths: Iterable[Path]) -> str:
    """SHA-256 over the bytes of the files, one after the other."""
    total = sha256()
    for path in paths:
        total.update(path.read_bytes())
    return total.hexdigest()
