"""Holds what is found in texts against what people annotated in them.

Reads corpora of attributions in three formats, and scores source, cue and content as CofeNet does, with types, overlap
and linking besides, and an interval for each figure. Decides what counts as right; never what is found.
"""

from __future__ import annotations

from trucewatch.evaluation.corpora import read_corpus
from trucewatch.evaluation.counting import Scores, Tally, interval, share_interval, total
from trucewatch.evaluation.discourse import by_discourse
from trucewatch.evaluation.finding import Finder, by_engine, by_extractor, by_rules, of_statements
from trucewatch.evaluation.model import ROLES, Article, Marked, Range, digest, document_of, flatten
from trucewatch.evaluation.scoring import TYPES, score, score_exact

__all__ = [
    "ROLES",
    "TYPES",
    "Article",
    "Finder",
    "Marked",
    "Range",
    "Scores",
    "Tally",
    "by_discourse",
    "by_engine",
    "by_extractor",
    "by_rules",
    "digest",
    "document_of",
    "flatten",
    "interval",
    "of_statements",
    "read_corpus",
    "score",
    "score_exact",
    "share_interval",
    "total",
]
