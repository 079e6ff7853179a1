"""Text with its typography made plain, and where each plain character came from.

Decides which differences are of print and not of words: the shape of quotation marks and dashes, the width and number
of spaces, soft hyphens and joiners, stress marks on Cyrillic vowels, ligatures, and the two ways of writing an accent.
Never letters, never case, never a word: what is equal after folding says the same words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from trucewatch.values import Span

_DOUBLE, _SINGLE = "“”„‟«»″〝〞＂", "‘’‚‛‹›′ʼ`´＇"
_DASHES = "‐‑‒–—―−﹘﹣－"
_GONE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_PLAIN = {
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_GONE, ""),
    "…": "...",
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)},  # ﬀ to ﬆ
}
_STRESS = frozenset("\u0300\u0301")
_MARKS = "\u0300-\u036f"
#: Everything that folding touches, one stretch at a time: white space, a letter with its marks, or a single character.
_FOLDED = re.compile(rf"\s+|[^\W\d_]?[{_MARKS}]+|[{''.join(map(re.escape, _PLAIN))}]|''|--+")


class Folded:
    """One text made plain. Built in one pass; ``span`` leads back to the text as it is."""

    def __init__(self, text: str) -> None:
        parts: list[str] = []
        # Stretches that stand unchanged, as (plain start, start); between them the folded ones.
        self._plain: list[int] = []
        self._pieces: list[tuple[int, int, int, bool]] = []  # plain length, start, end, is_folded
        at = length = 0
        for found in _FOLDED.finditer(text):
            length = self._add(parts, length, text[at : found.start()], (at, found.start()), is_folded=False)
            length = self._add(parts, length, _plain(found.group()), found.span(), is_folded=True)
            at = found.end()
        self._add(parts, length, text[at:], (at, len(text)), is_folded=False)
        self.text = "".join(parts)

    def _add(self, parts: list[str], length: int, plain: str, where: tuple[int, int], *, is_folded: bool) -> int:
        if plain:
            parts.append(plain)
            self._plain.append(length)
            self._pieces.append((len(plain), *where, is_folded))
        return length + len(plain)

    def span(self, start: int, end: int) -> Span | None:
        """The text that became plain ``[start, end)``; None where an end lies within one character of it."""
        first, last = self._start(start), self._end(end - 1)
        return None if first is None or last is None else Span(first, last)

    def at(self, offset: int) -> int:
        """Where in the plain text a place of the text lies, or the next that was kept."""
        low, high = 0, len(self._pieces)
        while low < high:
            middle = (low + high) // 2
            if self._pieces[middle][2] <= offset:
                low = middle + 1
            else:
                high = middle
        if low == len(self._pieces):
            return len(self.text)
        _, start, _, is_folded = self._pieces[low]
        return self._plain[low] + (0 if is_folded else max(0, offset - start))

    def _start(self, plain: int) -> int | None:
        at = bisect_right(self._plain, plain) - 1
        _, start, _, is_folded = self._pieces[at]
        inside = plain - self._plain[at]
        if is_folded:
            return start if inside == 0 else None
        return start + inside

    def _end(self, plain: int) -> int | None:
        at = bisect_right(self._plain, plain) - 1
        length, start, end, is_folded = self._pieces[at]
        inside = plain - self._plain[at]
        if is_folded:
            return end if inside == length - 1 else None
        return start + inside + 1


def fold(words: str) -> str:
    """Words made plain, as ``Folded`` makes a text."""
    return _FOLDED.sub(lambda found: _plain(found.group()), words)


def _plain(found: str) -> str:
    if found.isspace():
        return " "
    if found[:2] in {"''", "--"}:
        return '"' if found[0] == "'" else "-"
    if found in _PLAIN:
        return _PLAIN[found]
    base = found[:1]
    if "\u0400" <= base <= "\u052f":
        found = "".join(mark for mark in found if mark not in _STRESS)
    return unicodedata.normalize("NFC", found)
