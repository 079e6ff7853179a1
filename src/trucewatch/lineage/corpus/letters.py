"""Which code points are letters and digits, learnt page by page from Python's own tables.

Decides which texts must be normalised before their bytes are read, so that native code need know nothing of Unicode
but one byte for each code point. Never decides what a word is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trucewatch.lineage.corpus.arrays import Bytes, Ints, Words, whole
from trucewatch.lineage.corpus.compiling import inlined, native

OTHER, LETTER, DIGIT, FOREIGN = 0, 1, 2, 3
CLASS = 3  # the bits that say which of the above; FOREIGN is of bytes alone: the code point must be looked up
_UNSTABLE = 4  # may change, or change its neighbours, when a text is normalised
IS_SPACE, IS_LOWER, IS_DIGIT = 8, 16, 32  # as Python has them: what stands beside a quotation mark
_UNKNOWN = 255
_PAGE = 256
_HIGH_BITS = np.uint64(0x8080808080808080)
_TYPOGRAPHY = str.maketrans({"’": "'", "“": '"', "”": '"', "—": "-", "–": "-", "…": " ", "\u00a0": " "})
_SEPARATORS = frozenset("…\u00a0")  # would change, but only into what separates words just as well
_JAMO = range(0x1100, 0x1200)

#: One byte for each code point. Only a cache: what it holds follows from the Python that runs.
CLASSES = np.full(0x110000, _UNKNOWN, dtype=np.uint8)


def _class_of(point: int) -> int:
    char = chr(point)
    letter = LETTER if char.isalnum() else OTHER
    found = DIGIT if char.isdecimal() else letter
    is_stable = unicodedata.is_normalized("NFKC", char) and unicodedata.category(char)[0] != "M"
    beside = IS_SPACE * char.isspace() | IS_LOWER * char.islower() | IS_DIGIT * char.isdigit()
    return found | beside | (0 if char in _SEPARATORS or (is_stable and point not in _JAMO) else _UNSTABLE)


def _learn(point: int) -> None:
    page = point - point % _PAGE
    CLASSES[page : page + _PAGE] = [_class_of(at) for at in range(page, page + _PAGE)]


_learn(0)
BYTE_CLASSES = np.concatenate([CLASSES[:128] & CLASS, np.full(128, FOREIGN)]).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class Buffer:
    """Texts laid end to end as UTF-8, each from ``starts[i]`` to ``starts[i + 1]`` less one byte between them.

    ``moved`` are the texts that were normalised for it.
    """

    raw: Bytes
    starts: Ints
    moved: tuple[int, ...] = ()


def lay_out(texts: Sequence[str]) -> Buffer:
    """The texts as bytes whose every code point can be read by its class alone."""
    laid = [text.encode("utf-8", "surrogatepass") for text in texts]
    buffer = _joined(laid)
    moving = _unstable(buffer)
    if not moving:
        return buffer
    for at in moving:
        plain = unicodedata.normalize("NFKC", texts[at].translate(_TYPOGRAPHY))
        laid[at] = plain.encode("utf-8", "surrogatepass")
    _unstable(_joined([laid[at] for at in moving]))  # normalising may have brought in pages not yet learnt
    joined = _joined(laid)
    return Buffer(joined.raw, joined.starts, tuple(moving))


def _joined(laid: Sequence[bytes]) -> Buffer:
    raw = b"\n".join([*laid, bytes(16 + -(sum(map(len, laid)) + len(laid)) % 8)])
    starts = np.zeros(len(laid) + 1, dtype=np.int64)
    np.cumsum([len(each) + 1 for each in laid], out=starts[1:])
    return Buffer(np.frombuffer(raw, dtype=np.uint8), starts)


def _unstable(buffer: Buffer) -> list[int]:
    """Which texts normalising would change. Learns every code point there is."""
    stable = np.ones(len(buffer.starts) - 1, dtype=np.uint8)
    at = 0
    while at < len(stable):
        at, unknown = _survey(buffer.raw, buffer.raw.view(np.uint64), buffer.starts, CLASSES, stable, at)
        if unknown >= 0:
            _learn(unknown)
    return [int(each) for each in np.flatnonzero(stable == 0)]


@inlined
def decode(raw: Bytes, at: int) -> tuple[int, int]:
    """The code point that starts at byte ``at`` of well-formed UTF-8 and the byte after it."""
    lead = whole(raw[at])
    if lead < 0x80:
        return lead, at + 1
    if lead < 0xE0:
        return ((lead & 0x1F) << 6) | (raw[at + 1] & 0x3F), at + 2
    if lead < 0xF0:
        return ((lead & 0x0F) << 12) | (whole(raw[at + 1] & 0x3F) << 6) | (raw[at + 2] & 0x3F), at + 3
    high = ((lead & 0x07) << 18) | (whole(raw[at + 1] & 0x3F) << 12)
    return high | (whole(raw[at + 2] & 0x3F) << 6) | (raw[at + 3] & 0x3F), at + 4


@native
def _survey(raw: Bytes, quick: Words, starts: Ints, classes: Bytes, stable: Bytes, first: int) -> tuple[int, int]:
    """Which texts are stable. Stops at a code point not yet learnt: the text it is in, and the code point."""
    for text in range(first, len(stable)):
        at, end = starts[text], starts[text + 1] - 1
        while at < end:
            if not at & 7 and not quick[at >> 3] & _HIGH_BITS:
                at += 8
                continue
            if raw[at] < 0x80:
                at += 1
                continue
            point, at = decode(raw, at)
            found = classes[point]
            if found == _UNKNOWN:
                return text, point
            if found & _UNSTABLE:
                stable[text] = 0
    return len(stable), -1
