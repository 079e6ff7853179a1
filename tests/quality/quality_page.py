"""Writes ``docs/explanation/quality.md`` and ``reading.md``: every figure, what it means, and what its errors are.

Decides how the pages look and which floors belong on them. Figures come from the measures, floors from their files,
words from ``quality_words`` and ``reading_words``, classes of errors from ``lineage_errors`` and ``reading_errors``.
Never writes a word of a corpus; refuses a figure that nobody has described.

    python tests/quality/quality_page.py [PART ...]

Parts that are not named stay as they are on their page.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

import alignment_measures
import comparison_errors
import direction_measures
import gold_measures
import lineage_errors
import lineage_measures
import quality_words
import quotation_measures
import reading_errors
import reading_words
import relation_measures
import test_events_quality
import test_statements_quality
import word_change_measures
from corpora import EVAL, ROOT
from floors import PATH, Measured, read_floors
from misses import Errors, classes
from quality_words import About

_PAGES = ROOT / "docs" / "explanation"
_HERE = Path(__file__).parent
_ROW = re.compile(r"^\| ([^|]+) \| [^|]+ \| [^|]+ \| ([^|]+) \| (\d+) \| (\d+) \|$", re.MULTILINE)
_CORPUS = re.compile(r"SHA-256\n`([0-9a-f]+)`")
Floor = Mapping[str, int | str]
Counted = Sequence[tuple[str, int]]  # classes of errors, and how many of each


class QualityPageError(Exception):
    """The page cannot be written as it should be."""


@dataclass(frozen=True, slots=True)
class Part:
    """Figures that share a floors file: its name in it, how they are measured, and the words for each."""

    name: str
    floors: Path
    figures: Callable[[Path], dict[str, int]]
    corpus: Callable[[Path], str]
    about: Callable[[str], About | None]
    errors: Errors = field(default_factory=dict)
    folder: Path = EVAL / "lineage"
    note: str = ""

    @property
    def heading(self) -> str:
        """What the part is called on its page."""
        return self.name[:1].upper() + self.name[1:]

    @property
    def floor(self) -> Floor:
        """The floors as they stand."""
        return read_floors(self.floors)[self.name]


PARTS = (
    Part(
        "lineage",
        _HERE / "lineage_floors.json",
        lineage_measures.all_figures,
        lineage_measures.corpus_of,
        quality_words.LINEAGE.get,
        lineage_errors.LINEAGE,
    ),
    Part(
        "relation",
        _HERE / "relation_floors.json",
        relation_measures.all_figures,
        relation_measures.corpus_of,
        quality_words.relation,
        lineage_errors.RELATION,
    ),
    Part(
        "direction",
        _HERE / "direction_floors.json",
        direction_measures.all_figures,
        direction_measures.corpus_of,
        quality_words.DIRECTION.get,
        comparison_errors.DIRECTION,
        note=quality_words.DIRECTION_NOTE,
    ),
    Part(
        "alignment",
        _HERE / "alignment_floors.json",
        alignment_measures.all_figures,
        alignment_measures.corpus_of,
        quality_words.ALIGNMENT.get,
        comparison_errors.ALIGNMENT,
    ),
    Part(
        "word changes",
        _HERE / "alignment_floors.json",
        word_change_measures.all_figures,
        word_change_measures.corpus_of,
        quality_words.word_changes,
    ),
    Part(
        "quotations",
        _HERE / "quotation_floors.json",
        quotation_measures.all_figures,
        quotation_measures.corpus_of,
        quality_words.quotations,
        comparison_errors.QUOTATIONS,
        EVAL,
    ),
)


def _reading(
    name: str,
    floors: Path,
    measure: Callable[[], Measured],
    about: Callable[[str], About | None],
    errors: Errors | None = None,
    note: str = "",
) -> Part:
    """A part of which corpus and figures come from one measure."""
    once = cache(measure)
    return Part(name, floors, lambda _: once()[1], lambda _: once()[0], about, errors or {}, EVAL / "statements", note)


_POLNEAR_NOTE = """
Half of PolNeAR's training part: no rule was tuned on it, and the errors below are of the other half. Attitudes count
("hopes", "supports"), as its guidelines want: the engine sees them and reports none.
"""
_GUM_NOTE = """
GUM's open genres, by the rules as they are: its guidelines take attribution for a relation of discourse, so that much
which is no statement of anybody's counts there, and much that is does not. No rule was tuned on it.
"""
_HELD_NOTE = """
Whoever tunes sees these figures and never an error behind them.
"""
READING_PARTS = (
    _reading(
        test_statements_quality.HELD,
        PATH,
        test_statements_quality.measure_held,
        reading_words.polnear,
        reading_errors.ATTRIBUTION,
        _POLNEAR_NOTE,
    ),
    _reading(
        test_statements_quality.GUM, PATH, test_statements_quality.measure_gum, reading_words.GUM.get, note=_GUM_NOTE
    ),
    _reading(test_statements_quality.RUSSIAN, PATH, test_statements_quality.measure_russian, reading_words.RUSSIAN.get),
    *(
        _reading(
            f"{test_events_quality.NAME}-{half}".removesuffix("-"),
            test_events_quality.FLOORS,
            partial(test_events_quality.measure, half),
            reading_words.EVENTS.get,
            reading_errors.EVENTS if half == "looked" else {},
            note=_HELD_NOTE if half == "held" else "",
        )
        for half in ("", *test_events_quality.HALVES)
    ),
    *(
        _reading(
            name,
            gold_measures.FLOORS,
            partial(gold_measures.measure, language, split),
            partial(reading_words.gold, language=language, split=split),
            {"statements": partial(reading_errors.gold, language)} if split == "dev" else {},
            note=_HELD_NOTE if split == "held" else "",
        )
        for name, (language, split) in gold_measures.FLOORED.items()
    ),
)

_HEAD = """# How good lineage is

Measured, not argued. Every figure is per mille, the higher the better, and has a floor under which no change may bring
it (`tests/quality`). Generated by `tests/quality/quality_page.py`; a test holds this page against the floors.

The corpora are news texts of others and no part of the project: tests find them where `TRUCEWATCH_EVAL` says, and skip
loudly elsewhere. Rules and weights were tuned on one half, told by the hash of a source's text or id; what is reported
is the other, unless the row says that none was kept aside. Most rewrites were made by language models of 2023 from
English news: for other languages, and for what people rewrite by hand, these figures promise little.

Where a figure rests on some fifty pairs, one pair is two per cent.
"""
_READING_HEAD = """# How well reports are read

Statements and events, measured, not argued. Every figure is per mille, the higher the better, and has a floor under
which no change may bring it (`tests/quality`). Generated by `tests/quality/quality_page.py`; a test holds this page
against the floors. `trucewatch eval statements DIR` gives the same figures for texts of your own, with intervals.

PolNeAR, adaq and PLOVER are texts of others and no part of the project: tests find them where `TRUCEWATCH_EVAL` says,
and skip loudly elsewhere. The gold reports are ours and lie in `gold/`. Annotators do not agree either: two people who
mark the same PolNeAR article agree at 780, 706 and 686 on source, cue and content.
"""
_TABLE = """
| figure | what it counts | measured on | aim | reached | floor |
|---|---|---|---:|---:|---:|
"""
_ERRORS = """
What went wrong, by classes told by rule from figures of the two texts: they say where to look, not why.
`tests/quality/worst_errors.py` prints the worst by id.

| figure | errors | of what class |
|---|---:|---|
"""
_MISSED = "\n## Aims not reached\n\n"
_FALLEN = "\n## Under their floors\n\nThe tests refuse these until they are mended.\n\n"


def section(
    part: Part, figures: Mapping[str, int], floor: Floor, errors: Mapping[str, Sequence[tuple[str, int]]]
) -> str:
    """One part of the page. ``errors`` are classes and counts by figure."""
    told = {name: about for name in figures if (about := part.about(name))}
    if unknown := sorted(figures.keys() - told.keys()):
        raise QualityPageError(f"{', '.join(unknown)}: no words for it. Describe it in quality_words.py")
    head = f"\n## {part.heading}\n\nFiles and bytes that the figures rest on: SHA-256\n`{floor['corpus']}`.\n"
    head += part.note
    rows = "".join(_row(name, about, figures[name], floor.get(name, "–")) for name, about in told.items())
    wrong = "".join(_error_row(name, errors[name]) for name in told if name in errors)
    return head + _TABLE + rows + (_ERRORS + wrong if wrong else "")


def _row(name: str, about: About, figure: int, floor: int | str) -> str:
    return f"| {name} | {about.what} | {about.part} | {about.aim or '–'} | {figure} | {floor} |\n"


def _error_row(name: str, counted: Counted) -> str:
    told = "; ".join(f"{count} × {why}" for why, count in counted) or "none"
    return f"| {name} | {sum(count for _, count in counted)} | {told} |\n"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of figures: where it lies, how it begins, and its parts."""

    path: Path
    head: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The page as it stands; "" where there is none yet."""
        return self.path.read_text(encoding="utf-8") if self.path.exists() else ""


LINEAGE_PAGE = Page(_PAGES / "quality.md", _HEAD, PARTS)
READING_PAGE = Page(_PAGES / "reading.md", _READING_HEAD, READING_PARTS)
PAGES = (LINEAGE_PAGE, READING_PAGE)


def page_text(page: Page, sections: Sequence[str]) -> str:
    """The page made of its parts, which aims are not reached, and what lies under its floor, if anything does."""
    rows = [(section, row) for section in sections for row in _rows(section)]
    often = Counter(row[0] for _, row in rows)
    named = [(_name(section, row[0], often), *row[1:]) for section, row in rows]
    aimed = [(name, int(aim), reached) for name, aim, reached, _ in named if aim != "–"]
    short = [f"- {name}: {reached}, aim {aim}" for name, aim, reached in aimed if reached < aim]
    fallen = [f"- {name}: {reached}, floor {floor}" for name, _, reached, floor in named if reached < floor]
    told = _MISSED + ("\n".join(short) or "None.") + "\n"
    return page.head + "".join(sections) + told + (_FALLEN + "\n".join(fallen) + "\n" if fallen else "")


def _name(section: str, figure: str, often: Mapping[str, int]) -> str:
    """The figure, with the part it is of where several parts have one of that name."""
    return figure if often[figure] == 1 else f"{section.strip().partition(chr(10))[0].removeprefix('## ')}: {figure}"


def _rows(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Name, aim, reached and floor of each figure in ``text``."""
    for match in _ROW.finditer(text):
        yield match[1], match[2], int(match[3]), int(match[4])


def section_of(page: str, part: Part) -> str:
    """What the page says of ``part``; "" where nothing."""
    _, found, rest = page.partition(f"\n## {part.heading}\n")
    return found + rest.partition("\n## ")[0] if found else ""


def stale(page: str, part: Part, floor: Floor) -> Iterator[str]:
    """What the page says of ``part`` that disagrees with its floors, in words."""
    text = section_of(page, part)
    corpus = _CORPUS.search(text)
    if corpus is None or corpus[1] != floor["corpus"]:
        yield f"{part.name}: measured on another corpus than the floors"
    shown = {name: written for name, _, _, written in _rows(text)}
    floors = {name: value for name, value in floor.items() if isinstance(value, int)}
    for name in sorted(floors.keys() ^ shown.keys()):
        yield f"{name}: only {'the floors have' if name in floors else 'the page has'} it"
    for name in sorted(floors.keys() & shown.keys()):
        if shown[name] != floors[name]:
            yield f"{name}: the page has a floor of {shown[name]}, it is {floors[name]}"


def measured(part: Part) -> str:
    """The section of ``part``, measured anew."""
    floor, folder = part.floor, part.folder
    if part.corpus(folder) != floor["corpus"]:
        raise QualityPageError(f"{part.name}: the corpora here are not those of its floors. Lift the floors first")
    errors = {name: classes(misses(folder)) for name, misses in part.errors.items()}
    return section(part, part.figures(folder), floor, errors)


def main(wanted: Sequence[str]) -> None:
    """Measure what is named, or all, and write the pages."""
    for page in PAGES:
        fresh = {part.name: measured(part) for part in page.parts if not wanted or part.name in wanted}
        if fresh:
            sections = [fresh.get(part.name) or section_of(page.text, part) for part in page.parts]
            page.path.write_text(page_text(page, sections), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
