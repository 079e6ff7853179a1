"""A corpus as people keep it: lines of JSON, packed or not, with lines that are none."""

from __future__ import annotations

import gzip
import io
import json
from typing import BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.lineage.corpus import Article, BadLine, Reader

GOOD = {"id": "a", "text": "Guns fell silent.", "outlet": "wire", "date": "2025-03-04", "headline": "Truce"}
WANTED = Article(id="a", text="Guns fell silent.", source="wire", published="2025-03-04", title="Truce")


def read(raw: bytes, **named: str) -> list[Article | BadLine]:
    return list(Reader(named).read(io.BytesIO(raw), "corpus"))


def line(**changed: object) -> bytes:
    return json.dumps({**GOOD, **changed}).encode() + b"\n"


def test_usual_names_are_known() -> None:
    """Fields by their usual names need not be named, and a number may be an id."""
    assert read(line()) == [WANTED]
    assert read(b'{"_id": 7, "body": "b"}') == [Article(id="7", text="b")]


def test_other_names_can_be_given() -> None:
    """A field by any other name is read where it is named."""
    raw = b'{"key": "k", "words": "w", "text": "not this", "who": "s"}'
    assert read(raw, id="key", text="words", source="who") == [Article(id="k", text="w", source="s")]


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (b"nonsense", "it is not JSON"),
        (b'{"id": "cut', "it is not JSON"),
        (b"[1]", "object"),
        (b'{"id": "x"}', "text"),
        (b'{"text": "x"}', "id"),
        (b'{"id": "x", "text": 5}', "text"),
        (b'{"id": "x", "text": "\xff"}', "it is not JSON"),
        (b"[" * 100_000, ""),
    ],
)
def test_a_bad_line_stops_nothing(bad: bytes, why: str) -> None:
    """Whatever stands in a line, first or later, it is named with its number and reason, and the others are read."""
    for raw, number in ((bad + b"\n" + line(), 1), (line() + b"\n" + bad + b"\n", 3)):
        articles = [found for found in read(raw) if isinstance(found, Article)]
        (wrong,) = (found for found in read(raw) if isinstance(found, BadLine))
        assert articles == [WANTED]
        assert (wrong.name, wrong.number) == ("corpus", number)
        assert why in wrong.why


@given(st.lists(st.sampled_from([b"\n", b"", b"{", line(), b"\xef\xbb\xbf" + line(), b"  \n"]), max_size=8))
def test_packing_changes_nothing(parts: list[bytes]) -> None:
    """A packed file reads as the file that was packed."""
    raw = b"".join(parts)
    assert read(gzip.compress(raw)) == read(raw)


def test_a_cut_archive_gives_what_it_holds() -> None:
    """Lines before the place where a packed file breaks off are read, and the break is named."""
    raw = gzip.compress(b"".join(line(id=f"d{n}", text=str(n) * 50) for n in range(2_000)))
    *articles, end = read(raw[: len(raw) // 2])
    assert articles
    assert all(isinstance(article, Article) for article in articles)
    assert isinstance(end, BadLine)
    assert "cannot be read on" in end.why


def test_a_pipe_will_do() -> None:
    """A stream that cannot be rewound is read like a file."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: object) -> int:
            raise OSError

    assert list(Reader().read(cast(BinaryIO, Pipe(line() * 2)), "-")) == [WANTED, WANTED]
    assert list(Reader().read(cast(BinaryIO, Pipe(gzip.compress(line()))), "-")) == [WANTED]
