"""A situation and the files beside it as one text: what a case keeps must not depend on files that may change.

``include = ["truce.toml"]`` takes in the tables of agreement files; an area's ``file = "line.geojson"`` becomes its
geojson. Lines keep their numbers: included files come after the last line, what they repeat is commented out, and a
fault is named by the file that it stands in. Opens no file itself: whoever calls says how they are read.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from trucewatch.errors import SituationError, TrucewatchError
from trucewatch.situation.lines import find_lines

Read = Callable[[str], str]

_INCLUDE = re.compile(r"^[ \t]*include[ \t]*=[ \t]*\[[^\]]*\]", re.MULTILINE)
_FILE = re.compile(r"""^([ \t]*)file([ \t]*=[ \t]*)(["'])([^"'\n]+)\3""", re.MULTILINE)
_MOST = 50  # files one situation takes in
#: Tables that an agreement file may repeat from the situation that includes it.
_SHARED = ("party", "body", "person", "place", "area", "source")


@dataclass(frozen=True, slots=True)
class Assembled:
    """One text, and where each of its lines came from: (first line, file), in order."""

    text: str
    files: tuple[tuple[int, str], ...]

    def locate(self, line: int) -> tuple[str, int]:
        """The file that ``line`` of the text came from, and its number there."""
        first, name = max((each for each in self.files if each[0] <= max(line, 1)), default=self.files[0])
        return name, line - first + 1 if line else 0

    def relocate(self, error: SituationError) -> tuple[str, SituationError]:
        """An error of the text, with its file and its line there."""
        name, line = self.locate(error.line)
        why = re.sub(r"\bline (\d+) has", lambda match: self._elsewhere(int(match[1]), name), error.why)
        return name, SituationError(error.what, why, error.try_, line=line)

    def _elsewhere(self, line: int, name: str) -> str:
        other, number = self.locate(line)
        return f"line {number} has" if other == name else f"{other} (line {number}) has"


def assemble(text: str, name: str, read: Read) -> Assembled:
    """``text`` with all that it names put in. ``read`` gives the text of a file by the name that stands there."""
    own = _with_drawings(_plain(text), name, read)
    included = _included(own)
    if len(included) > _MOST:
        raise SituationError(f"{name} includes {len(included)} files", f"the limit is {_MOST}", "join some of them")
    whole, files = own, [(1, name)]
    if included:
        whole = _INCLUDE.sub(lambda match: _commented(match[0]), own, count=1).rstrip("\n") + "\n"
    for each in included:
        part = _with_drawings(_plain(_opened(each, name, read)), each, read)
        if _included(part):
            why = "only a situation includes files; an agreement file stands by itself"
            raise SituationError(f"{each} includes files itself", why, f"include them from {name}")
        whole += f"\n# ---- {each} ----\n"
        files.append((whole.count("\n") + 1, each))
        whole += _without_repeats(part, _ids(whole)).rstrip("\n") + "\n"
    return Assembled(whole, tuple(files))


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _opened(wanted: str, name: str, read: Read) -> str:
    try:
        return read(wanted)
    except TrucewatchError as error:
        raise SituationError(f'{name} names "{wanted}", which cannot be taken in', str(error), error.try_) from None


def _parsed(text: str) -> dict[str, object]:
    """The tables of ``text``, or none where it is no TOML: the reader says so, with its line."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}


def _included(text: str) -> list[str]:
    given = _parsed(text).get("include")
    return [each for each in given if isinstance(each, str)] if isinstance(given, list) else []


def _commented(lines: str) -> str:
    return "\n".join(f"# {line}" for line in lines.split("\n"))


def _with_drawings(text: str, name: str, read: Read) -> str:
    """Each ``file`` of an area as the drawing that it holds, on the same line."""
    if not _parsed(text).get("area"):
        return text
    return _FILE.sub(lambda match: f"{match[1]}geojson{match[2]}'{_one_line(_opened(match[4], name, read))}'", text)


def _one_line(drawing: str) -> str:
    """A drawing on one line that TOML takes as it stands: no string of JSON needs a line break or a quote mark."""
    return " ".join(drawing.split("\n")).replace("'", "\\u0027")


def _ids(text: str) -> dict[str, set[str]]:
    """The ids that each table of ``text`` has."""
    tables = _parsed(text)
    return {kind: {str(row.get("id", "")) for row in _rows(tables.get(kind))} for kind in _SHARED}


def _rows(table: object) -> list[dict[str, object]]:
    return [row for row in table if isinstance(row, dict)] if isinstance(table, list) else []


def _without_repeats(text: str, known: dict[str, set[str]]) -> str:
    """``text`` with its head, and the tables whose ids are known already, commented out."""
    rows = text.split("\n")
    for first, last in _repeats(text, known, len(rows)):
        for at in range(first - 1, last):
            rows[at] = f"# {rows[at]}" if rows[at].strip() else rows[at]
    return "\n".join(rows)


def _repeats(text: str, known: dict[str, set[str]], length: int) -> Iterator[tuple[int, int]]:
    """First and last line of the head of an included file, and of each table that it repeats."""
    tables = _parsed(text)
    headers = find_lines(text).headers() if tables else []
    starts = [line for _, line in headers]
    yield 1, (starts[0] - 1 if starts else length if tables else 0)
    for path, line in headers:
        kind = str(path[0])
        identifier = str(_rows(tables.get(kind))[int(path[1])].get("id", ""))
        if kind in _SHARED and identifier in known[kind]:
            yield line, next((other - 1 for other in starts if other > line), length)
