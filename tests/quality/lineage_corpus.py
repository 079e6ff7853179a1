"""The evaluation corpora of lineage: how their rows are read, and which half nothing is tuned on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from trucewatch.documents.model import Block, BlockKind, Document
from trucewatch.documents.sentences import split_sentences
from trucewatch.values import Span

Row = dict[str, Any]


def rows(folder: Path, name: str) -> list[Row]:
    """One corpus file."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_kept_aside(key: str) -> bool:
    """The half that nothing was tuned on."""
    return sha256(key.encode()).digest()[0] % 2 == 1


def document(id_: str, text: str, source: str = "") -> Document:
    """A corpus text as a document of body paragraphs."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line)), BlockKind.BODY))
        start += len(line) + 1
    sentences = tuple(span for block in blocks for span in split_sentences(text, block.span))
    return Document(
        id=id_,
        sha256="",
        media_type="text/plain",
        text=text,
        text_sha256="",
        language="en",
        blocks=tuple(blocks),
        sentences=sentences,
        reader="evaluation",
        source=source,
    )


def per_mille(part: int, whole: int) -> int:
    """A share, rounded down."""
    return 1000 * part // max(1, whole)


def hash_of_rows(folder: Path, names: Iterable[str], labels: Path | None = None) -> str:
    """SHA-256 over the labels, where there are any, and the names and bytes of the files that figures rest on."""
    total = sha256(labels.read_bytes() if labels else b"")
    for name in names:
        total.update(f"{name}\n".encode() + sha256((folder / f"{name}.jsonl.gz").read_bytes()).digest())
    return total.hexdigest()
