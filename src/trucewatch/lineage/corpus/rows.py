"""Lines of JSON to articles: a corpus as people keep it, packed or not, from files or a pipe.

Decides which field of a line is what: the one that is named, or else the usual name that the first good line uses.
A line that cannot be read becomes a ``BadLine`` in its place and never stops the others. Holds one line at a time.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

import msgspec

from trucewatch.documents.sniffing import FIELDS
from trucewatch.lineage.corpus.model import Article

LONGEST_LINE = 1 << 27  # bytes: a line that long is another kind of file
_USUAL = {
    "id": ("id", "_id", "doc_id", "uid", "uuid"),
    "text": FIELDS["text"],
    "source": FIELDS["source"],
    "published": FIELDS["published"],
    "title": FIELDS["title"],
}
_GZIP = b"\x1f\x8b"
_BLANK = b"\xef\xbb\xbf \t\r\n"


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no article: where it stands, counted from 1, and why."""

    name: str
    number: int
    why: str


@dataclass(slots=True)
class Reader:
    """Reads lines into articles. ``named`` says which field holds what where it is not by a usual name."""

    named: Mapping[str, str] = field(default_factory=dict)
    _decoder: msgspec.json.Decoder[Any] | None = None

    def read(self, file: BinaryIO, name: str) -> Iterator[Article | BadLine]:
        """The articles of one file, in order. ``name`` is for what is said of bad lines."""
        number = 0
        try:
            for number, line in _lines(file):
                if line is None:
                    yield BadLine(name, number, f"it is longer than {LONGEST_LINE >> 20} MiB")
                elif stripped := line.strip(_BLANK):
                    found = self._article(stripped)
                    yield found if isinstance(found, Article) else BadLine(name, number, found)
        except (OSError, EOFError, zlib.error) as error:
            yield BadLine(name, number + 1, f"the file cannot be read on from here ({error})")

    def _article(self, line: bytes) -> Article | str:
        try:
            decoder = self._decoder or self._learn(line)
            row = decoder.decode(line)
        except msgspec.ValidationError as error:
            return str(error)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            return f"it is not JSON ({error})"
        published, source, title = (_plain(value) for value in (row.published, row.source, row.title))
        return Article(id=str(row.id), text=row.text, source=source, published=published, title=title)

    def _learn(self, line: bytes) -> msgspec.json.Decoder[Any]:
        """A decoder for rows like this one. Kept if the row has what an article needs."""
        row = msgspec.json.decode(line)
        if not isinstance(row, dict):
            raise msgspec.ValidationError("it is not an object with an id and a text")
        names = {part: self.named.get(part) or _usual(part, row) for part in _USUAL}
        kinds: list[Any] = [("id", str | int), ("text", str)]
        kinds += [(part, Any, None) for part in ("source", "published", "title")]
        decoder = msgspec.json.Decoder(msgspec.defstruct("Row", kinds, rename=names.get))
        decoder.decode(line)
        self._decoder = decoder
        return decoder


def _usual(part: str, row: Mapping[str, object]) -> str:
    return next((name for name in _USUAL[part] if name in row), _USUAL[part][0])


def _plain(value: object) -> str:
    return str(value) if isinstance(value, str | int) else ""


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number; None for one that is too long."""
    start = file.read(2)
    stream: Any = _Again(start, file)
    if start == _GZIP:
        stream = gzip.GzipFile(fileobj=stream)
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if len(line) < LONGEST_LINE or line.endswith(b"\n"):
            yield number, line
            continue
        while rest := stream.readline(LONGEST_LINE):
            if rest.endswith(b"\n"):
                break
        yield number, None


class _Again:
    """A stream whose first bytes were looked at, from the beginning; it may be a pipe."""

    def __init__(self, start: bytes, file: BinaryIO) -> None:
        self._start, self._file = start, file

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes."""
        if not self._start:
            return self._file.read(size)
        found = self._start if size < 0 else self._start[:size]
        self._start = self._start[len(found) :]
        return found + self._file.read() if size < 0 else found

    def readline(self, size: int) -> bytes:
        """A line, or its first ``size`` bytes."""
        line, newline, self._start = self._start.partition(b"\n")
        return line + newline or self._file.readline(size) if newline else line + self._file.readline(size - len(line))
