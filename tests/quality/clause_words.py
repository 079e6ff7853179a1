"""What each figure of clauses and sentences, and of commitments, means, for the page of findings."""

from __future__ import annotations

from quality_words import About

_ASIDE = "166 pairs whose clauses were kept aside, 81 of them relevant"
_LINKED = "79 pairs among them that the peer links, 51 relevant"
_RATIO = "1,000 times ours over"

CLAUSES: dict[str, About] = {
    "average precision": About("average precision of the rules' ranking of all pairs, ties by expectation", _ASIDE),
    "against the peer": About(
        f"{_RATIO} that of the peer's cosine; 1,551 would be a ranking without a fault", _ASIDE, 1500
    ),
    "against TF-IDF": About(f"{_RATIO} that of TF-IDF", _ASIDE),
    "of the peer's own links": About("average precision where the peer has a cosine for every pair", _LINKED),
    "own links, against the peer": About(
        f"{_RATIO} that of the peer's cosine; 1,430 would be a ranking without a fault", _LINKED
    ),
    "both halves, against the peer": About(f"{_RATIO} that of the peer's cosine", "all 300 pairs, 116 relevant"),
    "tuned half": About("average precision on the half that was looked at", "134 pairs, 35 relevant"),
}
NOTE = """
300 pairs of a clause (nine agreements on one war) and a sentence (179 reports of a monitoring mission), graded by one
reader without sight of a score: relevant to whether the clause is kept, related topic only, not relevant
(`tests/quality/clause_pairs.json`, ids and grades only). They are all 125 pairs that the peer links at an embedding
cosine of .65 or more, 150 by TF-IDF rank or at random, and 25 that an early form of the rules ranked high. Of the
peer's 125 links 58 are relevant. The labels rest on one reader, who also wrote the rules; no second reader has been
held against them.
"""

_CORRIDORS = "282 humanitarian corridors listed by others; nothing was tuned on them"
COMMITMENTS: dict[str, About] = {
    "proposal to outcome": About(
        "corridors held by one pledge with the listed stage, outcome, dispute and delivery", _CORRIDORS
    ),
    "told backwards": About("the same where the last report comes in first", _CORRIDORS),
    "told twice": About("the same where every report is told again", _CORRIDORS),
}
COMMITMENTS_NOTE = """
A corridor is a pledge: proposed by one side or agreed by both, then delivered, expired, disputed (told both ways of one
day) or of no known outcome. The list's codes go in, not its texts: the figures say that stages by day, joint givers and
disputes hold what is on a real list, and nothing of how well such reports are read. Sums are held by properties instead
(`tests/agreements`): a report told again changes none, no order of reports does, and none is ever negative.
"""
