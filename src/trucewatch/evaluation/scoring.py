"""What is right in one text, by CofeNet's measures and three of our own.

Decides when a span found and a span annotated agree. By role, paragraph by paragraph (Wang et al. 2021, as their
``evaluate_extraction`` counts):

- exact: role and both ends agree (the role's own name is the measure);
- begin: role and first character agree;
- Jaccard: for each span annotated, the largest overlap of a span found, in tokens over those of either; a span found
  that overlaps none counts 0; the mean of all.

Ours: contents by type, as quotation marks tell it (direct: wholly between marks; mixed: marks inside; indirect: none);
the same at four fifths of overlap; and, for contents whose source stands in their paragraph, whether the content was
found with the right source. Spans are compared by characters, which differs from CofeNet's tokens only where
overlapping attributions are cut. Never looks at how anything was found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from trucewatch.evaluation.counting import Scores
from trucewatch.evaluation.model import ROLES, Article, Marked, Range, clipped, flatten, paragraphs
from trucewatch.language.tokens import cut

_OPENING, _CLOSING = "“\"'‘«„", "”\"'’»“"
_INSIDE = '“”"«»„'
TYPES = ("direct", "mixed", "indirect")
_ENOUGH = 0.8  # of the longer of two contents, for the measure of overlap
_FOUND = 0.5  # of the shorter of two contents, for a content to count as found


def score_exact(article: Article, attributions: Iterable[Marked]) -> Scores:
    """Source, cue, content and direct quotations by exact match alone."""
    scores = Scores()
    there, found = flatten(article.text, article.gold), flatten(article.text, attributions)
    for role in ROLES:
        scores.add(role, found[role], there[role])
    scores.add(
        "direct", of_type(article.text, found["content"], "direct"), of_type(article.text, there["content"], "direct")
    )
    return scores


def score(article: Article, attributions: Sequence[Marked]) -> Scores:
    """Every measure of one text."""
    text, scores = article.text, Scores()
    there, found = flatten(text, article.gold), flatten(text, attributions)
    starts = [piece.start for piece in cut(text)]
    for role in ROLES:
        scores.add(role, found[role], there[role])
        scores.add(f"begin {role}", {start for start, _ in found[role]}, {start for start, _ in there[role]})
        scores.mean(f"jaccard {role}", jaccards(starts, found[role], there[role]))
    for kind in TYPES:
        mine, theirs = of_type(text, found["content"], kind), of_type(text, there["content"], kind)
        scores.add(kind, mine, theirs)
        scores.count(f"{kind}, 80 % overlap", len(overlapping(mine, theirs)), len(mine), len(theirs))
    _score_sources(article, attributions, scores)
    return scores


def type_of(text: str, content: Range) -> str:
    """Direct, mixed or indirect, as the marks in and around the content say."""
    start, end = content
    if text[start] in _OPENING and text[end - 1] in _CLOSING:
        return "direct"
    return "mixed" if any(mark in text[start:end] for mark in _INSIDE) else "indirect"


def of_type(text: str, contents: Iterable[Range], kind: str) -> set[Range]:
    """The contents of one type."""
    return {content for content in contents if type_of(text, content) == kind}


def jaccards(starts: Sequence[int], found: Iterable[Range], there: Iterable[Range]) -> list[float]:
    """The overlaps that CofeNet takes the mean of. ``starts`` are those of the tokens."""
    mine, theirs = ([_tokens(starts, one) for one in sorted(ranges)] for ranges in (found, there))
    values = [max((_jaccard(one, other) for other in _around(one, mine)), default=0.0) for one in theirs]
    return values + [0.0 for one in mine if not any(_jaccard(one, other) for other in _around(one, theirs))]


def overlapping(found: Iterable[Range], there: Iterable[Range]) -> list[tuple[Range, Range]]:
    """Pairs that share four fifths of the longer. Spans of one side do not overlap, so none is paired twice."""
    mine = sorted(found)
    return [
        (other, one)
        for one in sorted(there)
        for other in _around(one, mine)
        if _shared(one, other) >= _ENOUGH * max(one[1] - one[0], other[1] - other[0])
    ]


def _score_sources(article: Article, attributions: Sequence[Marked], scores: Scores) -> None:
    """Whether each content that is annotated with a source in its paragraph was found, and with that source."""
    for kind, gold in _linked(article):
        best = max(attributions, key=lambda one: _common(one.get("content", ()), gold["content"]), default={})
        is_found = _is_found(best, gold)
        is_right = is_found and _common(best.get("speaker") or best.get("source", ()), gold["source"]) > 0
        scores.mean(f"{kind}, with its source", [float(is_right)])
        if is_found:
            scores.mean(f"{kind}, source given content", [float(is_right)])


def _linked(article: Article) -> Iterator[tuple[str, Marked]]:
    """Type and attribution, for those whose source is in a paragraph of their content."""
    whole = list(paragraphs(article.text))
    for gold in article.gold:
        if not gold.get("source") or not gold.get("content"):
            continue
        contents = list(clipped(article.text, whole, gold["content"]))
        homes = {bisect_right(whole, (start, len(article.text))) for start, _ in contents}
        if any(bisect_right(whole, (start, len(article.text))) in homes for start, _ in gold["source"]):
            longest = max(contents, key=lambda one: one[1] - one[0])
            yield type_of(article.text, longest), gold


def _is_found(found: Marked, gold: Marked) -> bool:
    sizes = [sum(end - start for start, end in one.get("content", ())) for one in (found, gold)]
    return min(sizes) > 0 and _common(found["content"], gold["content"]) >= _FOUND * min(sizes)


def _common(one: Iterable[Range], other: Sequence[Range]) -> int:
    """How many characters both have."""
    return sum(_shared(mine, theirs) for mine in one for theirs in other)


def _shared(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _tokens(starts: Sequence[int], span: Range) -> Range:
    """The tokens of a span: number of the first, number after the last."""
    first = max(0, bisect_right(starts, span[0]) - 1)
    return first, max(first + 1, bisect_left(starts, span[1]))


def _jaccard(one: Range, other: Range) -> float:
    return _shared(one, other) / (max(one[1], other[1]) - min(one[0], other[0]))


def _around(span: Range, others: Sequence[Range]) -> Sequence[Range]:
    """Those of the sorted, disjoint others that may overlap the span."""
    low = max(0, bisect_left(others, (span[0], span[0])) - 1)
    return others[low : bisect_left(others, (span[1], 0))]
