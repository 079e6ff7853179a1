"""Which earlier documents are worth holding against a new one, and which of its words only the page or the day explain.

Decides candidates by rare things shared: the rarer, the heavier. Never decides that two documents are related.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from math import isqrt, log2

from trucewatch.lineage.model import Derivation, Sketch
from trucewatch.lineage.postings import POSTING_CAP, Postings

CANDIDATES = 16
REPEATED = 3  # a paragraph in this many documents of one source is the page's, not the report's
#: Weight of a key by the bit length of how many documents hold it, in thousandths: log2 of twice the cap over that.
#: Measured: source of a rewrite among the top 16 in .975 with log2 and length, .969 with log2 squared, .962 without
#: length. By bit length, one pass of a C loop counts all keys of one weight.
_WEIGHTS = tuple(
    round(1000 * log2(2 * POSTING_CAP / (3 * 2**bits / 4))) for bits in range(POSTING_CAP.bit_length() + 1)
)
NEAR_COPY_FROM = 800  # per mille of the runs of three, both ways
_TOUCHED = 3_000  # postings read for one document, rarest keys first: .973 of sources; all of them (8,000) .974
_SHORTLIST = 8 * CANDIDATES  # documents whose size is asked for
_BASE_SIZE = 200  # words: shorter documents gain nothing more from being short
_EXACT_SCORE = 10**12


@dataclass(frozen=True, slots=True)
class Search:
    """What the postings say of one sketch: candidates, best first, and the keys of page furniture, to be ignored."""

    candidates: tuple[str, ...]
    ignored: frozenset[int]


def search(sketch: Sketch, postings: Postings, limit: int = CANDIDATES) -> Search:
    """Look every key of ``sketch`` up once. ``ignored`` holds those of repeated paragraphs."""
    repeated = repeated_keys(sketch, postings)
    rarest = _rarest(postings.frequencies(key for key in _telling(sketch) if key not in repeated))
    scores = _scores(postings.lookup(rarest))
    scores.pop(sketch.document, None)
    shortlist = nsmallest(_SHORTLIST, scores, key=lambda document: (-scores[document], document))
    sizes = postings.sizes(shortlist)
    ranks = {document: scores[document] * 1000 // isqrt(sizes[document] + _BASE_SIZE) for document in shortlist}
    for document in postings.lookup((sketch.exact,)).get(sketch.exact, ())[:1]:
        ranks[document] = _EXACT_SCORE
    ranks.pop(sketch.document, None)
    best = sorted(ranks, key=lambda document: (-ranks[document], document))
    return Search(tuple(best[:limit]), repeated)


def _rarest(frequencies: Mapping[int, int]) -> list[int]:
    """The keys worth reading, rarest first, until enough postings would be read. Hot keys are not read at all."""
    kept, touched = [], 0
    for frequency, key in sorted((frequency, key) for key, frequency in frequencies.items()):
        touched += frequency
        if touched > _TOUCHED or frequency > POSTING_CAP:
            break
        kept.append(key)
    return kept


def _scores(held: Mapping[int, tuple[str, ...]]) -> dict[str, int]:
    by_weight: dict[int, list[tuple[str, ...]]] = {}
    for documents in held.values():
        by_weight.setdefault(len(documents).bit_length(), []).append(documents)
    scores: dict[str, int] = {}
    for bits, holders in sorted(by_weight.items()):
        weight = _WEIGHTS[min(bits, len(_WEIGHTS) - 1)]
        for document, count in Counter(chain.from_iterable(holders)).items():
            scores[document] = scores.get(document, 0) + weight * count
    return scores


def find_candidates(sketch: Sketch, postings: Postings, limit: int = CANDIDATES) -> tuple[str, ...]:
    """The documents most worth comparing with ``sketch``, best first; never itself."""
    return search(sketch, postings, limit).candidates


def repeated_keys(sketch: Sketch, postings: Postings) -> frozenset[int]:
    """Keys of ``sketch`` that stand in paragraphs its source repeats from page to page."""
    held = postings.lookup([line for line, _, _ in sketch.lines])
    masked = [
        (start, end)
        for line, start, end in sketch.lines
        if line in held and (not held[line] or len(set(held[line]) - {sketch.document}) >= REPEATED - 1)
    ]
    if not masked:
        return frozenset()
    places = (*zip(sketch.words, sketch.word_at, strict=True), *zip(sketch.grams, sketch.gram_at, strict=True))
    covered = {at for start, end in masked for at in range(start, end)}
    return frozenset(key for key, at in places if at in covered)


def index_keys(sketch: Sketch, near_copies: Iterable[Sketch] = ()) -> tuple[int, ...]:
    """The keys to file a new document under, once it has been compared.

    What it shares with a document of which it is a near copy is already filed there: ten thousand copies fill no
    posting list, so that a popular story can still be found. Its paragraphs are filed all the same unless it is a
    copy word for word, so that page furniture is learnt.
    """
    copies = list(near_copies)
    if any(copy.exact == sketch.exact for copy in copies):
        return ()
    filed: set[int] = {key for copy in copies for key in _telling(copy)}
    lines = [line for line, _, _ in sketch.lines]
    return (sketch.exact, *lines, *(key for key in _telling(sketch) if key not in filed))


def is_near_copy(edge: Derivation) -> bool:
    """Whether an edge is so close that the new document need not be filed under what the two share."""
    figures = dict(edge.features)
    return min(figures.get("grams_parent", 0), figures.get("grams_child", 0)) >= NEAR_COPY_FROM


def _telling(sketch: Sketch) -> Collection[int]:
    return dict.fromkeys((*sketch.words, *sketch.grams, *sketch.quotations, *sketch.entities, *sketch.crossings))
