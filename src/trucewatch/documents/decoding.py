"""Bytes to characters, honestly.

Decides which encoding a text is in: a byte order mark, then UTF-16 without one, then UTF-8, then what the sender
declared, then a guess between the common single-byte encodings. Whatever was guessed, replaced or cut is said in a
note. Line ends become plain line feeds, and characters no document may hold U+FFFD, one for one; nothing else is
ever changed.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.errors import InputError

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536  # bytes looked at when guessing: more never changed a guess on news text
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MISREAD = {  # windows-1252 read as Latin-1 somewhere on the way: HTML takes these as meant, and so do we
    byte: ord(bytes([byte]).decode("windows-1252"))
    for byte in range(0x80, 0xA0)
    if byte not in b"\x81\x85\x8d\x8f\x90\x9d"
}
_MISREAD_ANY = re.compile(f"[{''.join(map(chr, _MISREAD))}]")
_BINARY_SHARE = 100  # one forbidden character in this many, or more, is no text
_MIXED_SHARE = 10  # UTF-8 with at most one broken sequence for this many good ones is mixed, not another encoding
_BASIC_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they were in, and what was doubtful about it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(raw: bytes, name: str, declared: str = "") -> Decoded:
    """The characters of ``raw``. Raises InputError where the bytes are no text in any encoding known here."""
    found = _decode(raw, name, declared)
    text, notes = clean(found.text)
    bad = text.count("\ufffd") - found.text.count("\ufffd")
    if bad * _BINARY_SHARE > len(text):
        raise InputError(
            f"cannot read {name}",
            f"it is not text: {bad} of {len(text)} characters are NUL bytes or control codes",
            "give the report as text, HTML, PDF, DOCX, JSON lines, CSV or a feed",
        )
    return Decoded(text, found.encoding, (*found.notes, *notes))


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """``text`` with plain line ends and no character that XML or a terminal chokes on; notes say what was replaced."""
    notes = []
    text = _LINE_END.sub("\n", text)
    misread = len(_MISREAD_ANY.findall(text))
    if misread:
        text = text.translate(_MISREAD)
        notes.append(f"{misread} control characters taken for the windows-1252 characters they stand for")
    text, replaced = _FORBIDDEN.subn("\ufffd", text)
    if replaced:
        notes.append(f"{replaced} NUL or control characters replaced by U+FFFD")
    return text, tuple(notes)


def _decode(raw: bytes, name: str, declared: str) -> Decoded:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict_or_replace(raw[len(mark) :], encoding)
    for encoding in _without_mark(raw):
        return _strict_or_replace(raw, encoding, f"encoding guessed: {encoding}")
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if len(raw) - error.start < 4 and error.reason == "unexpected end of data":
            return Decoded(raw[: error.start].decode("utf-8"), "utf-8", ("the last character is cut off",))
    return _not_utf8(raw, name, declared)


def _not_utf8(raw: bytes, name: str, declared: str) -> Decoded:
    notes: tuple[str, ...] = ()
    if declared and not _is_utf(declared):
        try:
            return Decoded(raw.decode(declared), codecs.lookup(declared).name)
        except (UnicodeDecodeError, LookupError, ValueError):
            notes = (f"declared encoding does not fit: {declared[:40]}",)
    good, broken = _sequences(raw)
    if broken * _MIXED_SHARE <= good:
        mixed = f"mixed encodings: {broken} places are not UTF-8 and are shown as U+FFFD"
        return Decoded(raw.decode("utf-8", "replace"), "utf-8", (*notes, mixed))
    encoding = guess_single_byte(raw)
    found = _strict_or_replace(raw, encoding, f"encoding guessed: {encoding}")
    if not found.text.strip():
        raise InputError(f"cannot read {name}", "no encoding fits its bytes", "save it again as UTF-8")
    return Decoded(found.text, encoding, (*notes, *found.notes))


def _strict_or_replace(raw: bytes, encoding: str, *notes: str) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), encoding, notes)
    except UnicodeDecodeError:
        text = raw.decode(encoding, "replace")
    said = f"{text.count(chr(0xFFFD))} places do not fit {encoding} and are shown as U+FFFD"
    return Decoded(text, encoding, (*notes, said))


def _is_utf(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name.startswith("utf")
    except (LookupError, ValueError):
        return False


def _without_mark(raw: bytes) -> Iterator[str]:
    """UTF-16 shows itself: one byte of each pair is 0 (Latin) or 4 (Cyrillic) nearly throughout."""
    sample = raw[: _SAMPLE & ~1]
    if len(sample) < 8 or len(sample) % 2:
        return
    half = len(sample) // 2
    even, odd = sample[::2], sample[1::2]
    tell_even = even.count(0) + even.count(4)
    tell_odd = odd.count(0) + odd.count(4)
    if tell_odd * 10 > half * 7 and tell_even * 10 < half * 3:
        yield "utf-16-le"
    elif tell_even * 10 > half * 7 and tell_odd * 10 < half * 3:
        yield "utf-16-be"


def _sequences(raw: bytes) -> tuple[int, int]:
    """How many multi-byte sequences of the sample are good UTF-8 and how many are broken."""
    text = raw[:_SAMPLE].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(1 for character in text if character > "\x7f") - broken
    return good, broken


def guess_single_byte(raw: bytes) -> str:
    """The likeliest of windows-1251, windows-1252 and KOI8-R.

    Cyrillic text is written mostly in high bytes, Western text mostly in low ones. Lower case, which prevails, sits
    in E0-FF in windows-1251 and in C0-DF in KOI8-R.
    """
    sample = raw[:_SAMPLE]
    upper_half = sum(1 for byte in sample if byte >= 0xE0)
    lower_half = sum(1 for byte in sample if 0xC0 <= byte < 0xE0)
    basic = len(sample) - len(sample.translate(None, _BASIC_LETTERS))
    if (upper_half + lower_half) * 2 < basic:
        return "windows-1252"
    return "windows-1251" if upper_half >= lower_half else "koi8-r"
