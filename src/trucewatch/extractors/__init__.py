"""The extractors room: second opinions on who said what, and what the text bears out of them.

Whatever reads a document and proposes statements (a parser's tree, a trained tagger, a language model) does so behind
one protocol, as claims about words. Only the grounder here makes records of them: every record is exact spans, and what
is not in the text is rejected and counted. Decides which claims the text bears out and where two extractors differ;
never which of them is right. No later stage rests on these statements: ``incidents`` to ``publish`` cannot reach this
room.
"""

from __future__ import annotations

from trucewatch.extractors.disagreement import Difference, Disagreement, find_disagreements
from trucewatch.extractors.grounding import KIND, ground
from trucewatch.extractors.model import (
    ANY_LANGUAGE,
    Candidate,
    Extractor,
    Grounded,
    Piece,
    Proposal,
    Reason,
    Rejection,
)
from trucewatch.extractors.proposing import MEDIA_TYPE, propose, read_proposal, reads, write_proposal
from trucewatch.extractors.rules import Rules

__all__ = [
    "ANY_LANGUAGE",
    "KIND",
    "MEDIA_TYPE",
    "Candidate",
    "Difference",
    "Disagreement",
    "Extractor",
    "Grounded",
    "Piece",
    "Proposal",
    "Reason",
    "Rejection",
    "Rules",
    "find_disagreements",
    "ground",
    "propose",
    "read_proposal",
    "reads",
    "write_proposal",
]
