"""Where in a TOML text each table header and key stands.

``tomllib`` keeps no positions, so this walks the same text once more and notes the line of every header and key.
It only ever sees text that ``tomllib`` accepted: it decides where things are, never whether they are right.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

Path = tuple[str | int, ...]

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BLANK = re.compile(r"[ \t\r\n]+")
_SPACE = re.compile(r"[ \t]*")
_COMMENT = re.compile(r"#[^\n]*")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}|\'\'\'(?:[^\']|\'(?!\'\'))*\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'',
    re.DOTALL,
)
_OPENERS, _CLOSERS = "[{", "]}"


class Lines:
    """The line of each path: ``("place", 2, "lat")`` is key ``lat`` of the third ``[[place]]``."""

    def __init__(self, known: Mapping[Path, int]) -> None:
        self._known = known

    def line_of(self, path: Path) -> int:
        """The 1-based line of ``path``, or of the nearest thing that holds it; 1 where nothing does."""
        for length in range(len(path), 0, -1):
            if path[:length] in self._known:
                return self._known[path[:length]]
        return 1

    def headers(self) -> list[tuple[Path, int]]:
        """The ``[[header]]`` of each table of an array with its line, in the order of the text."""
        found = [(path, line) for path, line in self._known.items() if isinstance(path[-1], int)]
        return sorted(found, key=lambda header: header[1])


def find_lines(text: str) -> Lines:
    """Walk ``text`` (valid TOML) and note where its headers and keys stand."""
    return Lines(_Walk(text).known)


class _Walk:
    """One pass over the text. ``_table`` is the path of the table that keys now belong to."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line, self._counted = 1, 0
        self._table: Path = ()
        self._counts: dict[Path, int] = {}
        self.known: dict[Path, int] = {}
        while self._skip_blank():
            self._read_item()

    def _skip_blank(self) -> bool:
        while match := _BLANK.match(self._text, self._at) or _COMMENT.match(self._text, self._at):
            self._at = match.end()
        return self._at < len(self._text)

    def _here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def _read_item(self) -> None:
        line = self._here()
        if self._text.startswith("[[", self._at):
            self._at += 2
            self._open_array(self._read_key(), line)
            self._at += 2
        elif self._text.startswith("[", self._at):
            self._at += 1
            self._table = self._resolve(self._read_key())
            self._note(self._table, line)
            self._at += 1
        else:
            key = self._read_key()
            for length in range(1, len(key) + 1):
                self._note(self._table + key[:length], line)
            self._skip_value()

    def _note(self, path: Path, line: int) -> None:
        self.known.setdefault(path, line)

    def _open_array(self, key: tuple[str, ...], line: int) -> None:
        array = (*self._resolve(key[:-1]), key[-1])
        index = self._counts.get(array, 0)
        self._counts[array] = index + 1
        self._table = (*array, index)
        self._note(array, line)
        self._note(self._table, line)

    def _resolve(self, key: tuple[str, ...]) -> Path:
        """A header's key as a path: a part that names an array of tables means its latest table."""
        path: Path = ()
        for part in key:
            path = (*path, part)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        return path

    def _read_key(self) -> tuple[str, ...]:
        parts: list[str] = []
        while True:
            self._at = self._skip_space()
            if match := _BARE.match(self._text, self._at):
                parts.append(match.group())
            elif match := _STRING.match(self._text, self._at):
                parts.append(str(tomllib.loads(f"k = {match.group()}")["k"]))
            else:
                return tuple(parts) or ("",)
            self._at = match.end()
            self._at = self._skip_space()
            if not self._text.startswith(".", self._at):
                return tuple(parts)
            self._at += 1

    def _skip_space(self) -> int:
        match = _SPACE.match(self._text, self._at)
        return match.end() if match else self._at

    def _skip_value(self) -> None:
        """Past the ``=`` and the value: to the end of the line that closes the last bracket."""
        depth = 0
        while self._at < len(self._text):
            if match := _STRING.match(self._text, self._at) or _COMMENT.match(self._text, self._at):
                self._at = match.end()
                continue
            mark = self._text[self._at]
            if mark == "\n" and depth == 0:
                return
            depth += (mark in _OPENERS) - (mark in _CLOSERS)
            self._at += 1
