"""Lineage: who copied whom, what was changed, and how many versions stand behind a story.

Decides which documents derive from one another, how, and in which direction; what became of each sentence and
quotation; which documents make one story. Never counts likeness as proof: an edge is verified pair by pair, a story is
built from edges only, and "unknown" is an answer. Never claims a translation from names and numbers alone.

The way of one new document: ``sketch`` it; ``search`` the postings; ``relate`` it to each candidate; file it under
``index_keys``; ``build_stories`` over what ``touched_by`` names. Each step costs what it touches.
"""

from trucewatch.lineage.candidates import Search, find_candidates, index_keys, is_near_copy, search
from trucewatch.lineage.comparison import compare, relate
from trucewatch.lineage.model import (
    AlignedSentence,
    Comparison,
    Derivation,
    DerivationKind,
    Direction,
    QuotationChange,
    QuotationPair,
    SentenceChange,
    Sketch,
    Story,
    WordChange,
)
from trucewatch.lineage.postings import POSTING_CAP, MemoryPostings, Postings
from trucewatch.lineage.relation import Verdict, weigh
from trucewatch.lineage.sentence_changes import aligned
from trucewatch.lineage.sketching import sketch
from trucewatch.lineage.stories import build_stories, is_binding, touched_by
from trucewatch.lineage.trees import hold_of, root_of

__all__ = [
    "POSTING_CAP",
    "AlignedSentence",
    "Comparison",
    "Derivation",
    "DerivationKind",
    "Direction",
    "MemoryPostings",
    "Postings",
    "QuotationChange",
    "QuotationPair",
    "Search",
    "SentenceChange",
    "Sketch",
    "Story",
    "Verdict",
    "WordChange",
    "aligned",
    "build_stories",
    "compare",
    "find_candidates",
    "hold_of",
    "index_keys",
    "is_binding",
    "is_near_copy",
    "relate",
    "root_of",
    "search",
    "sketch",
    "touched_by",
    "weigh",
]
