"""What the user points at -> reports as received: files, folders, URLs, standard input.

Decides what counts as a report in a folder. Reads bytes only; never looks at what they say.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from trucewatch.documents import MAX_BYTES, Received
from trucewatch.errors import InputError


@dataclass(frozen=True, slots=True)
class Given:
    """What the user said about all the reports of one command."""

    source: str = ""
    published: str = ""
    language: str = ""


def collect(targets: Sequence[str], given: Given) -> Iterator[Received | InputError]:
    """Everything the targets hold, one by one; what cannot be opened comes as its error and stops nothing."""
    for target in targets:
        for item in _reports_of(target):
            yield item if isinstance(item, InputError) else _with(item, given)


def _with(received: Received, given: Given) -> Received:
    return replace(
        received,
        source=given.source or received.source,
        published=given.published or received.published,
        language=given.language or received.language,
    )


def _reports_of(target: str) -> Iterator[Received | InputError]:
    if target == "-":
        yield Received(raw=sys.stdin.buffer.read(MAX_BYTES + 1), name="-")
    elif target.startswith(("http://", "https://")):
        yield _fetched(target)
    elif Path(target).is_dir():
        for path in sorted(_files_in(Path(target))):
            yield _file(path)
    else:
        yield _file(Path(target))


def _fetched(url: str) -> Received | InputError:
    from trucewatch.documents.fetch import fetch

    try:
        return fetch(url)
    except InputError as error:
        return error


def _files_in(folder: Path) -> Iterator[Path]:
    """Files below a folder. Hidden ones are left out and links are not followed, so no loop and no escape."""
    for where, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(where, name)
            if not name.startswith(".") and not path.is_symlink():
                yield path


def _file(path: Path) -> Received | InputError:
    try:
        if path.stat().st_size > MAX_BYTES:
            return InputError(
                f"{path} is too large",
                f"{path.stat().st_size // 2**20} MB; a report may have {MAX_BYTES // 2**20} MB",
                "split it, or give JSON lines with one report a line",
            )
        return Received(raw=path.read_bytes(), name=str(path))
    except FileNotFoundError:
        return InputError(f"{path} is not there", "no such file or folder", "check the path")
    except OSError as error:
        return InputError(f"{path} cannot be opened", error.strerror or str(error), "check the permissions")
