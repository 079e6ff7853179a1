"""PolNeAR as a measure of attribution: source, cue and content by exact match, paragraph by paragraph.

``trucewatch.evaluation`` reads and scores it. Some 8 % fewer spans are annotated than CofeNet's scorer counts, since
that cuts overlapping attributions otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable

from trucewatch.evaluation import Article, Scores, by_rules, score_exact, total


def measure(articles: Iterable[Article]) -> Scores:
    """The engine's sayings against the annotations."""
    return total(score_exact(article, by_rules(article)) for article in articles)
