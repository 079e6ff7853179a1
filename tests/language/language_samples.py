"""A situation and documents to read in tests: an invented truce between Ruritania's neighbours."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from trucewatch.documents.model import Block, BlockKind, Document
from trucewatch.language import Analysis, analyse
from trucewatch.situation.model import Body, Party, Person, Place, Situation, Source
from trucewatch.values import Amount, Span, When, Where, Who

PUBLISHED = When.on(date(2025, 4, 10))  # a Thursday

SITUATION = Situation(
    "sample",
    "A truce on the river Elph",
    parties=(
        Party("nor", "Norland", ("Norheim", "the Norland army", "Норланд", "Норланду"), ""),
        Party("gre", "Greece", ("Athens",), "GR"),
        Party("ita", "Italy", (), "IT"),
    ),
    bodies=(Body("mon", "Elph Monitoring Mission", ("EMM", "the monitoring mission")),),
    people=(Person("vos", "Karel Vos", ("Карел Восенко", "Восенко"), "president", party="nor"),),
    places=(
        Place("zed", "Zedburg", 47_000_000, 35_000_000, 15_000, ("Zedburgh", "Зедбург"), "city"),
        Place("elp", "Elph region", 47_500_000, 35_500_000, 90_000, (), "region"),
        Place("kal1", "Kalna", 46_000_000, 34_000_000, 2_000, (), "village"),
        Place("kal2", "Kalna", 48_000_000, 36_000_000, 2_000, (), "village"),
        Place("ath", "Athens", 37_980_000, 23_730_000, 20_000, (), "city"),
    ),
    sources=(Source("bell", "Zenda Bell"),),
)

_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!Gen)(?<!Adm)(?<!Maj)(?<!Feb)(?<!Mr)[.!?][”\"’»]?\s+(?=[A-Z“\"‘«])")


def document(text: str, published: When | None = PUBLISHED, language: str = "en") -> Document:
    """A document with one body paragraph per line and sentences split plainly."""
    blocks: list[Block] = []
    sentences: list[Span] = []
    position = 0
    for line in text.split("\n"):
        start = position + len(line) - len(line.lstrip())
        end = position + len(line.rstrip())
        if start < end:
            blocks.append(Block(Span(start, end), BlockKind.BODY))
            sentences.extend(_sentences(text, start, end))
        position += len(line) + 1
    return Document(
        id="doc-sample", sha256="", media_type="text/plain", text=text, text_sha256="", language=language,
        blocks=tuple(blocks), sentences=tuple(sentences), reader="sample", published=published,
    )  # fmt: skip


def _sentences(text: str, start: int, end: int) -> list[Span]:
    bounds = [start, *(start + found.end() for found in _SENTENCE_END.finditer(text[start:end])), end]
    return [Span(low, high) for low, high in pairwise(bounds) if low < high]


def read(text: str, published: When | None = PUBLISHED, language: str = "en") -> Analysis:
    """The analysis of a text in the sample situation."""
    return analyse(document(text, published, language), SITUATION)


def tagged(text: str) -> str:
    """The words of a text with their tags and forms, for comparison at a glance."""
    return " ".join(
        f"{token.text}/{token.tag.value}" + (f".{token.form}" if token.form else "") for token in read(text).tokens
    )


def named(text: str, words: str) -> Who:
    """The one mention that has these words."""
    found = [who for who in read(text).names if who.words == words]
    assert len(found) == 1, [who.words for who in read(text).names]
    return found[0]


def timed(text: str, published: When | None = PUBLISHED) -> tuple[When, ...]:
    """The times of a text."""
    return read(text, published).times


def placed(text: str, name: str) -> Where:
    """The first place expression with this name."""
    return next(where for where in read(text).places if where.name == name)


def counted(text: str) -> Amount:
    """The one amount of a text."""
    (amount,) = read(text).amounts
    return amount
