"""Reports in Trucewatch's own gold format (``gold/FORMAT.md``), seen as attributions.

Reads ``NAME.json`` with ``NAME.txt``. Decides that each statement is one attribution; contents, which the format gives
without marks and "that", are widened to the ends that corpora of attributions ask for. Never reads anything else of the
report, and never the situation.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from trucewatch.errors import InputError
from trucewatch.evaluation.model import Article, Marked, Range, joined
from trucewatch.evaluation.widening import widened

_FORMAT = (
    "each report is NAME.txt and NAME.json with statements, as gold/FORMAT.md says; `python tools/gold.py` makes them"
)


def is_gold(folder: Path) -> bool:
    """Whether the folder holds reports in this format."""
    return any(b'"statements"' in path.read_bytes() for path in _reports(folder))


def read_gold(folder: Path) -> list[Article]:
    """Every report, by name; its language by the folder's name."""
    language = folder.name if len(folder.name) == 2 else "en"
    return [_article(path, language) for path in _reports(folder)]


def _reports(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.glob("*.json")) if path.with_suffix(".txt").exists())


def _article(path: Path, language: str) -> Article:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    try:
        entries: list[dict[str, Any]] = json.loads(path.read_bytes())["statements"]
        gold = tuple(_marked(text, entry) for entry in entries)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise InputError(f"{path} cannot be read", repr(error), _FORMAT) from error
    return Article(path.stem, text, gold, language)


def _marked(text: str, entry: dict[str, Any]) -> Marked:
    return {
        "source": _ranges(one.get("span") for one in entry["speakers"]),
        "cue": _ranges([entry["cue"]]),
        "content": joined(text, (widened(text, one) for one in _ranges(entry["content"]))),
    }


def _ranges(spans: Iterable[Any]) -> list[Range]:
    return [(int(span[0]), int(span[1])) for span in spans if span]
