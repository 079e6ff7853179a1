"""An engine's holdings kept in a folder: columns mapped from their files, everything else written at each save.

Decides what is agreed on: the manifest, replaced in one step, says how much of each file counts. What a run that was
stopped wrote past that is room, and is written over. One process works with a folder at a time; a second is refused.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np

from trucewatch.errors import InputError
from trucewatch.lineage.corpus.columns import Column
from trucewatch.lineage.corpus.holdings import COLUMNS, Holdings
from trucewatch.lineage.postings import POSTING_CAP

FORMAT = 3
_MANIFEST = "corpus.json"
_TRY = "name another folder, or move this one away and add the corpus again"


def save(holdings: Holdings, folder: Path) -> None:
    """Write all that is held to ``folder``, and go on working in its files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, column in holdings.columns.items():
        column.save(folder / f"{name}.column")
    turn = _turn(folder)
    arrays = {f"run-{at}": run for at, run in enumerate(holdings.runs)}
    for name, table in holdings.tables.items():
        arrays |= {f"{name}-keys": table.keys, f"{name}-numbers": table.numbers}
    arrays |= {"lately": holdings.lately.keys, "lately-state": holdings.lately.state}
    for name, array in arrays.items():
        np.save(folder / f"{turn}-{name}.npy", array)
    manifest = {
        "format": FORMAT,
        "cap": POSTING_CAP,
        "turn": turn,
        "documents": holdings.count,
        "columns": {name: column.size for name, column in holdings.columns.items()},
        "tables": {name: table.size for name, table in holdings.tables.items()},
        "runs": len(holdings.runs),
    }
    fresh = folder / f"{_MANIFEST}.new"
    fresh.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    fresh.replace(folder / _MANIFEST)
    for old in folder.glob("*.npy"):
        if not old.name.startswith(f"{turn}-"):
            old.unlink()


def load(folder: Path) -> Holdings | None:
    """What ``folder`` holds; None where it holds nothing yet."""
    if not (folder / _MANIFEST).exists():
        return None
    manifest = _manifest(folder)
    holdings, turn = Holdings(), manifest["turn"]
    try:
        holdings.count = int(manifest["documents"])
        for name, dtype in COLUMNS.items():
            holdings.columns[name] = Column(dtype, folder / f"{name}.column", int(manifest["columns"][name]))
        runs = (folder / f"{turn}-run-{at}.npy" for at in range(manifest["runs"]))
        holdings.runs = [np.asarray(np.load(run, mmap_mode="c")) for run in runs]
        for name, table in holdings.tables.items():
            table.keys, table.numbers = (np.load(folder / f"{turn}-{name}-{part}.npy") for part in ("keys", "numbers"))
            table.size = int(manifest["tables"][name])
        holdings.lately.keys = np.load(folder / f"{turn}-lately.npy")
        holdings.lately.state = np.load(folder / f"{turn}-lately-state.npy")
    except (KeyError, OSError, ValueError) as error:
        raise InputError(f"cannot open {folder}", f"it is damaged ({error})", _TRY) from error
    holdings.find_families()
    return holdings


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
    except ValueError as error:
        raise InputError(f"cannot open {folder}", f"its {_MANIFEST} is damaged ({error})", _TRY) from error
    if not isinstance(manifest, dict) or (manifest.get("format"), manifest.get("cap")) != (FORMAT, POSTING_CAP):
        raise InputError(f"cannot open {folder}", "it was written by another version", _TRY)
    return manifest


def _turn(folder: Path) -> int:
    """The number of the next save: files of the last one stay whole until the manifest names the new ones."""
    return int(_manifest(folder)["turn"]) + 1 if (folder / _MANIFEST).exists() else 0


class Claim:
    """A folder claimed for this process, until it ends or lets go."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = (folder / "claimed").open("ab")
        try:
            _lock(self._file.fileno())
        except OSError as error:
            self._file.close()
            raise InputError(f"cannot open {folder}", "another process works with it", "wait for it to end") from error

    def close(self) -> None:
        """Let go."""
        self._file.close()


def _lock(number: int) -> None:
    """Taken by the operating system, which lets go when the process ends however it ends."""
    if os.name == "posix":
        import fcntl  # noqa: PLC0415 -- not on every system

        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
