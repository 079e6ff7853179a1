"""Folders of texts with brat-like standoff beside them, as PolNeAR's are.

Reads ``NAME.txt`` with ``NAME.ann`` (or ``text/NAME.txt`` with ``attributions/NAME_ANNOTATOR.ann``; of several
annotators the first in sorted order): T lines give roles and offsets, which may be discontinuous, E lines say which
belong to one attribution. Decides that what only white space parts is one span, and writes the doubled marks of older
corpora ('' and ``) as quotation marks. Refuses what does not fit together, by file and line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from trucewatch.errors import InputError
from trucewatch.evaluation.model import ROLES, Article, Marked, Range, joined

_FORMAT = "T lines give a role and offsets, E lines say which T lines belong to one attribution"


def is_standoff(folder: Path) -> bool:
    """Whether the folder holds annotations of this kind."""
    return (folder / "attributions").is_dir() or next(folder.glob("*.ann"), None) is not None


def read_standoff(folder: Path) -> list[Article]:
    """Every annotated article, by name."""
    notes, texts = folder, folder
    if (folder / "attributions").is_dir():
        notes, texts = folder / "attributions", folder / "text"
    is_by_annotator = notes != texts
    annotations: dict[str, Path] = {}
    for path in sorted(notes.glob("*.ann")):
        annotations.setdefault(path.stem.rsplit("_", 1)[0] if is_by_annotator else path.stem, path)
    found = sorted(texts.glob("*.txt"))
    if lacking := [path for path in found if path.stem not in annotations]:
        raise InputError(
            f"{lacking[0]} has no annotations",
            f"{len(lacking)} of {len(found)} texts have no .ann file",
            f"put the .ann files into {notes}",
        )
    return [_article(path, annotations[path.stem]) for path in found]


@dataclass
class _Notes:
    """What one file of annotations says."""

    spans: dict[str, list[Range]] = field(default_factory=dict)
    events: list[list[tuple[str, str]]] = field(default_factory=list)


def _article(path: Path, annotation: Path) -> Article:
    text = _read(path)
    notes = _Notes()
    for number, line in enumerate(_read(annotation).splitlines(), 1):
        try:
            _take(notes, line, len(text))
        except (ValueError, IndexError) as error:
            raise InputError(f"{annotation} line {number} cannot be read", str(error), _FORMAT) from error
    plain, moved = _plain_marks(text)
    gold = tuple(_attribution(plain, event, notes, moved, annotation) for event in notes.events)
    return Article(path.stem, plain, gold)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")  # offsets count carriage returns too
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8", str(error), "convert it; offsets count its characters") from error


def _take(notes: _Notes, line: str, length: int) -> None:
    """Read one line into the notes."""
    key, _, rest = line.partition("\t")
    if key.startswith("T"):
        notes.spans[key] = list(_ends(rest.partition("\t")[0].partition(" ")[2], length))
    elif key.startswith("E"):
        parts = (part.partition(":") for part in rest.split())
        notes.events.append([(role, target) for role, _, target in parts])


def _ends(written: str, length: int) -> Iterator[Range]:
    """The fragments of "12 15;20 24"."""
    for pair in written.split(";"):
        if pair.strip():
            start, end = (int(part) for part in pair.split())
            if not 0 <= start < end <= length:
                raise ValueError(f"offsets {start} to {end} are not in a text of {length} characters")
            yield start, end


def _attribution(text: str, event: list[tuple[str, str]], notes: _Notes, moved: list[int], path: Path) -> Marked:
    marked: dict[str, list[Range]] = {}
    for name, target in event:
        role = name.rstrip("0123456789").lower()
        if role not in ROLES:
            continue
        if target not in notes.spans:
            raise InputError(f"{path} has no {target}", f"an attribution names it as its {role}", _FORMAT)
        marked.setdefault(role, []).extend((moved[start], moved[end]) for start, end in notes.spans[target])
    return {role: joined(text, ranges) for role, ranges in marked.items()}


def _plain_marks(text: str) -> tuple[str, list[int]]:
    """The text with the corpus's doubled marks ('' and ``) as quotation marks, and where each character went."""
    out: list[str] = []
    moved = [0] * (len(text) + 1)
    at = 0
    while at < len(text):
        moved[at] = len(out)
        if text[at : at + 2] in {"''", "``"}:
            moved[at + 1] = len(out)
            out.append('"')
            at += 2
        else:
            out.append(text[at])
            at += 1
    moved[len(text)] = len(out)
    return "".join(out), moved
