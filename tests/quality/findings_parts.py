"""The parts of ``docs/explanation/findings.md``: places and times, incidents, grades, counts, clauses, commitments.

Each part is one measure with floors of its own and words for each of its figures. Decides their order only.
"""

from __future__ import annotations

from pathlib import Path

import clause_measures
import clause_words
import corridor_measures
import findings_words
import observation_measures
import observation_words
import places_measures
import places_words
import test_incidents_quality
import test_observation_quality
import test_places_quality
import test_truth_quality
import truth_measures
import truth_words
from corpora import EVAL
from incidents_measures import measure as measure_incidents
from page_parts import Part, one_measure

FINDINGS_PARTS: tuple[Part, ...] = (
    Part(
        test_places_quality.NAME,
        test_places_quality.FLOORS,
        places_measures.all_figures,
        places_measures.corpus_of,
        places_words.PLACES.get,
        folder=EVAL,
        note=places_words.NOTE,
    ),
    one_measure(
        test_incidents_quality.NAME,
        test_incidents_quality.FLOORS,
        measure_incidents,
        findings_words.incidents,
        note=findings_words.INCIDENTS_NOTE,
        folder=EVAL / "incidents",
    ),
    one_measure(
        test_truth_quality.NAME,
        test_truth_quality.PINS,
        truth_measures.flight,
        truth_words.words,
        note=truth_words.NOTE,
        folder=truth_measures.FOLDER,
    ),
    Part(
        test_observation_quality.NAME,
        test_observation_quality.FLOORS,
        observation_measures.all_figures,
        observation_measures.corpus_of,
        observation_words.OBSERVATIONS.get,
        observation_words.ERRORS,
        observation_measures.REPORTS,
        observation_words.NOTE,
    ),
    Part(
        "clauses and sentences",
        Path(__file__).with_name("clause_floors.json"),
        clause_measures.all_figures,
        clause_measures.corpus_of,
        clause_words.CLAUSES.get,
        folder=clause_measures.FOLDER,
        note=clause_words.NOTE,
    ),
    Part(
        "commitments",
        Path(__file__).with_name("corridor_floors.json"),
        corridor_measures.all_figures,
        corridor_measures.corpus_of,
        clause_words.COMMITMENTS.get,
        folder=corridor_measures.FILE,
        note=clause_words.COMMITMENTS_NOTE,
    ),
)
