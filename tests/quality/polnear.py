"""PolNeAR as a measure of attribution: source, cue and content by exact match, paragraph by paragraph.

``trucewatch.evaluation`` reads and scores it. Some 8 % fewer spans are annotated than CofeNet's scorer counts, since
that cuts overlapping attributions otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable

from trucewatch.evaluation import Article, Finder, Scores, by_rules, score, total

_GIVEN = "given content"  # what is right of what was found: finding more may lower it, so it has no floor


def measure(articles: Iterable[Article], find: Finder = by_rules) -> Scores:
    """The engine's sayings against the annotations, by every measure that may have a floor."""
    scores = total(score(article, find(article)) for article in articles)
    return Scores({name: tally for name, tally in scores.tallies.items() if not name.endswith(_GIVEN)})
