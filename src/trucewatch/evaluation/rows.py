"""Paragraphs as JSON lines of tokens with one label each, as CofeNet's corpora are.

Each line is ``{"tokens": [...], "labels": ["B-source", "O", ...], "id": ...}``; lines of one id make one article.
Decides how tokens are set as print sets them, since rules read spaces and quotation marks. Labels say nothing of which
source belongs to which content, so each span is an attribution of its own. Refuses a line that is not of this kind.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from trucewatch.errors import InputError
from trucewatch.evaluation.model import ROLES, Article, Marked
from trucewatch.values import Span

_FORMAT = 'each line is {"tokens": [...], "labels": [...]}, one BIO label of source, cue and content for each token'
_LABELS = frozenset({"O", *(f"{mark}-{role}" for role in ROLES for mark in "BI")})
#: How older corpora write marks that would not survive their tools.
_WRITTEN = {"``": "“", "''": "”", "`": "‘", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
_CLOSING = frozenset(",.!?:;»)…%”]'")
_CLITICS = frozenset(("n't", "n’t", *(mark + end for mark in "'’" for end in ("s", "S", "re", "ve", "ll", "m", "d"))))
_OPENING = frozenset("«(“‘[$")


def is_rows(path: Path) -> bool:
    """Whether the file begins like one of these."""
    if path.suffix not in {".txt", ".jsonl", ".json"}:
        return False
    with path.open("rb") as lines:
        head = lines.read(200)
    return head.lstrip().startswith(b"{") and b'"tokens"' in head


def read_rows(path: Path, language: str = "en") -> list[Article]:
    """The articles of one file, in its order."""
    grouped: dict[str, list[tuple[list[str], list[str]]]] = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                name, tokens, labels = _row(line, f"{path} line {number}")
                grouped.setdefault(name, []).append((tokens, labels))
    return [_article(name, rows, language) for name, rows in grouped.items()]


def set_as_print(tokens: Iterable[str]) -> tuple[str, list[Span]]:
    """The tokens as a line of print, and where each stands in it."""
    text, spans, is_open, is_tight = "", list[Span](), False, True
    for written in tokens:
        word = '"' if written.strip('"') == "" else _WRITTEN.get(written, written)
        closes = word in _CLOSING or word in _CLITICS or (word == '"' and is_open)
        text += "" if is_tight or closes else " "
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
        is_tight = word in _OPENING or (word == '"' and not is_open)
        is_open ^= word == '"'
    return text, spans


def runs(labels: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """(role, first, after the last) of each span, as CofeNet reads labels: an inside without its begin is none."""
    role, first = "", 0
    for at, label in enumerate([*labels, "O"]):
        if role and label != f"I-{role}":
            yield role, first, at
            role = ""
        if label.startswith("B-"):
            role, first = label[2:], at


def _row(line: str, where: str) -> tuple[str, list[str], list[str]]:
    try:
        row: Any = json.loads(line)
        tokens, labels = [str(token) for token in row["tokens"]], list(row["labels"])
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{where} cannot be read", repr(error), _FORMAT) from error
    if len(tokens) != len(labels):
        raise InputError(f"{where} is uneven", f"{len(tokens)} tokens, {len(labels)} labels", _FORMAT)
    if unknown := sorted(set(map(str, labels)) - _LABELS):
        raise InputError(f"{where} has a label we do not know", ", ".join(unknown), _FORMAT)
    return str(row.get("id", "")), tokens, labels


def _article(name: str, rows: Iterable[tuple[list[str], list[str]]], language: str) -> Article:
    text, gold = "", list[Marked]()
    for tokens, labels in rows:
        line, spans = set_as_print(tokens)
        at = len(text)
        gold += [{role: [(at + spans[a].start, at + spans[b - 1].end)]} for role, a, b in runs(labels)]
        text += line + "\n\n"
    return Article(name, text, tuple(gold), language)
