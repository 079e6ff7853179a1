"""The parts of the pages of figures: which floors belong on which page, how they are measured, whose words they have.

Decides what stands on a page and in which order. Never measures anything itself, and never says how a page looks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
from corpora import EVAL
from floors import PATH, Measured, read_floors
from misses import Errors
from quality_words import About

_HERE = Path(__file__).parent
Floor = Mapping[str, int | str]


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


LINEAGE_PARTS = (
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


def one_measure(
    name: str,
    floors: Path,
    measure: Callable[[], Measured],
    about: Callable[[str], About | None],
    errors: Errors | None = None,
    note: str = "",
    folder: Path = EVAL / "statements",
) -> Part:
    """A part of which corpus and figures come from one measure."""
    once = cache(measure)
    return Part(name, floors, lambda _: once()[1], lambda _: once()[0], about, errors or {}, folder, note)


_POLNEAR_NOTE = """
Half of PolNeAR's training part: no rule was tuned on it, and the errors below are of the other half. Attitudes count
("hopes", "supports"), as its guidelines want: the engine sees them and reports none.
"""
_GUM_NOTE = """
GUM's open genres. Its guidelines take attribution for a relation of discourse: clauses and quotations count, with
thoughts and knowledge ("I know it is late", "to find that"), and not what is praised, wanted or denied; cues go
without auxiliaries, sources without appositions, and an attribution inside another is cut out of it. `eval statements
--discourse` reads so (`evaluation/discourse.py`): the rules' sayings, what people think or know besides, and these
ends, told by the words alone. None of it is a statement in a case. Two thirds of the texts were looked at.
"""
_GUM_HELD_NOTE = """
The third of them, by a hash of the name, that nobody looked at.
"""
_HELD_NOTE = """
Whoever tunes sees these figures and never an error behind them.
"""
READING_PARTS = (
    one_measure(
        test_statements_quality.HELD,
        PATH,
        test_statements_quality.measure_held,
        reading_words.polnear,
        reading_errors.ATTRIBUTION,
        _POLNEAR_NOTE,
    ),
    one_measure(
        test_statements_quality.GUM, PATH, test_statements_quality.measure_gum, reading_words.GUM.get, note=_GUM_NOTE
    ),
    one_measure(
        test_statements_quality.GUM_HELD,
        PATH,
        test_statements_quality.measure_gum_held,
        reading_words.GUM_HELD.get,
        note=_GUM_HELD_NOTE,
    ),
    one_measure(
        test_statements_quality.RUSSIAN, PATH, test_statements_quality.measure_russian, reading_words.RUSSIAN.get
    ),
    *(
        one_measure(
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
        one_measure(
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
