"""Each text of a batch in turn: its candidates, their figures, and what of it is filed, in native code.

Decides candidates as ``candidates.search`` does: by rare things shared, the rarer the heavier. Decides which pairs are
worth a verdict, never the verdict.
"""

from __future__ import annotations

from math import isqrt, log2
from typing import NamedTuple

import numpy as np

from trucewatch.lineage.candidates import CANDIDATES, NEAR_COPY_FROM
from trucewatch.lineage.corpus.arrays import Ints, Numbers, whole
from trucewatch.lineage.corpus.compiling import inlined, native
from trucewatch.lineage.corpus.holding import List, Shared, hold, index_of, mark_copied, open_list
from trucewatch.lineage.corpus.segments import HELD, LIVE, START, TOTAL, Groups, Meetings
from trucewatch.lineage.corpus.sketches import Kept, Made
from trucewatch.lineage.postings import POSTING_CAP
from trucewatch.lineage.relation import LEAST_WORDS

#: Weight of a key by how many documents hold it, in thousandths. With divisors and the number of postings read, chosen
#: on one half of 1,003 rewrites among 15,300 articles: sources among the top 16 in .982 of it, .969 of the other.
_WEIGHTS = np.array(
    [0, *(round(1000 * log2(16 * POSTING_CAP / count)) for count in range(1, POSTING_CAP + 1))], dtype=np.int64
)
TOUCHED = 2_500  # postings read for one document, rarest keys first
_BASE_SIZE, _FULL_SIZE = 100, 1_000  # words: below and above, size no longer counts for or against a document
_LEAST_ROOT = isqrt(isqrt(_BASE_SIZE**3 << 16))
_GRAM_BIT, _CODE_MASK = np.uint64(1 << 32), np.uint64((1 << 32) - 1)


class Scores(NamedTuple):
    """Room for one search. ``scores`` by document is all nought between searches; ``roots`` is what divides them."""

    scores: Numbers
    roots: Numbers
    touched: Numbers
    counts: Numbers  # of each group met
    by_count: Numbers  # groups met, rarest first
    tally: Ints


class Found(NamedTuple):
    """What a batch finds. ``best[t]`` are the candidates of text ``t``, best first, -1 past the last. ``pairs`` are
    (older, newer) of those worth a verdict with their figures in ``rows``; ``tally`` holds how many there are.
    """

    best: Numbers
    ranks: Ints
    pairs: Ints
    rows: Numbers
    tally: Ints


def roots_of(sizes: Numbers) -> Numbers:
    """What scores are divided by: sixteen times the size to the power of three quarters.

    A rewrite of a few hundred words is of the first pages of a long source as a rule: past a thousand words, length
    counts no further against it.
    """
    bounded = np.minimum(sizes, _FULL_SIZE).astype(np.int64) + _BASE_SIZE
    return np.sqrt(np.sqrt(bounded**3 << 16).astype(np.int64)).astype(np.int32)


@native
def relate_batch(
    kept: Kept,
    made: Made,
    network: tuple[Groups, Meetings],
    scores: Scores,
    room: tuple[List, List, Shared],
    found: Found,
    first: int,
) -> None:
    """Relate every text of a batch to those before it, the first being document ``first``."""
    groups, meetings = network
    lists, shared = (room[0], room[1]), room[2]
    for text in range(len(made.copies)):
        document = first + text
        if made.copies[text] >= 0:
            found.best[text, 0] = made.copies[text]
            continue
        met = meetings.groups[meetings.starts[text] : meetings.starts[text + 1]]
        touched = _score(groups, met, scores)
        _choose(scores, touched, found.best[text], found.ranks[text])
        _open(kept, made, lists, document, first)
        _hold_all(kept, lists, shared, found, text, document)
        if made.tally[1]:
            _file(groups, met, lists, document)


@native
def _open(kept: Kept, made: Made, lists: tuple[List, List], document: int, first: int) -> None:
    start, end = kept.word_starts[document], kept.word_starts[document + 1]
    offset = kept.word_starts[first]
    masks = made.word_masks[start - offset : end - offset]
    open_list(kept.words[start:end], kept.word_steps[start:end], masks, lists[0])
    start, end = kept.gram_starts[document], kept.gram_starts[document + 1]
    offset = kept.gram_starts[first]
    masks = made.gram_masks[start - offset : end - offset]
    open_list(kept.grams[start:end], kept.gram_steps[start:end], masks, lists[1])


@native
def _score(groups: Groups, met: Numbers, scores: Scores) -> int:
    """Add up what each document shares, rarest keys first until enough was read; how many documents that touches."""
    _sort_by_count(groups.heads, met, scores)
    read, touched = 0, 0
    for at in range(len(met)):
        group = scores.by_count[at]
        if group < 0:
            break
        held, total = groups.heads[group, HELD], groups.heads[group, TOTAL]
        start, live = groups.heads[group, START], groups.heads[group, LIVE]
        read += total + live
        if read > TOUCHED:
            break
        weight = _WEIGHTS[total + live]
        for place in range(held, held + total):
            touched = _add(scores.scores, scores.touched, groups.held[place], weight, touched)
        for place in range(start, start + live):
            touched = _add(scores.scores, scores.touched, groups.live[place], weight, touched)
    return touched


@inlined
def _add(scores: Numbers, seen: Numbers, document: int, weight: int, touched: int) -> int:
    """Add to a document's score; one more is touched where it had none. No branch: whether it had, nobody can guess."""
    score = scores[document]
    seen[touched] = document
    scores[document] = score + weight
    return touched + whole(score == 0)


@native
def _sort_by_count(heads: Ints, met: Numbers, scores: Scores) -> None:
    """Groups by how many documents hold them, fewest first, ties in order of their keys; -1 past the last."""
    tally = scores.tally
    for count in range(len(tally)):
        tally[count] = 0
    for at in range(len(met)):
        count = heads[met[at], TOTAL] + heads[met[at], LIVE]
        count = count if 0 < count <= POSTING_CAP else POSTING_CAP + 1
        scores.counts[at] = count
        tally[count + 1] += 1
    for count in range(1, len(tally)):
        tally[count] += tally[count - 1]
    for at in range(len(met)):
        count = scores.counts[at]
        scores.by_count[tally[count]] = met[at] if count <= POSTING_CAP else -1
        tally[count] += 1


@native
def _choose(scores: Scores, touched: int, best: Numbers, ranks: Ints) -> None:
    """The documents that rank highest for their size; the earlier of equals. Leaves all scores at nought."""
    count, most, bar = 0, len(best), whole(0)
    for at in range(touched):
        document = scores.touched[at]
        score = whole(scores.scores[document]) * 1000
        scores.scores[document] = 0
        if score < bar * _LEAST_ROOT or score < bar * scores.roots[document]:
            continue
        rank = score // scores.roots[document]
        if count == most and rank == bar and document > best[most - 1]:
            continue
        place = count if count < most else most - 1
        count = min(count + 1, most)
        while place and (ranks[place - 1] < rank or (ranks[place - 1] == rank and best[place - 1] > document)):
            best[place], ranks[place] = best[place - 1], ranks[place - 1]
            place -= 1
        best[place], ranks[place] = document, rank
        bar = ranks[most - 1] if count == most else whole(0)


@native
def _hold_all(kept: Kept, lists: tuple[List, List], shared: Shared, found: Found, text: int, document: int) -> None:
    for at in range(CANDIDATES):  # no more, however many were asked for
        older = whole(found.best[text, at])
        if older < 0:
            break
        row = found.rows[found.tally[0]]
        if not hold(kept, older, document, lists, shared, row):
            continue
        found.pairs[found.tally[0], 0], found.pairs[found.tally[0], 1] = older, document
        found.tally[0] += 1
        if min(row[0], row[1]) >= NEAR_COPY_FROM and row[5] >= LEAST_WORDS:
            mark_copied(lists[0], older)
            mark_copied(lists[1], older)


@native
def _file(groups: Groups, met: Numbers, lists: tuple[List, List], document: int) -> None:
    """File a text under the keys it shares with others, but for those a near copy is filed under already."""
    for at in range(len(met)):
        group = met[at]
        key = groups.keys[group]
        found = lists[1] if key & _GRAM_BIT else lists[0]
        head = groups.heads[group]
        if head[TOTAL] + head[LIVE] and found.copied[index_of(found, key & _CODE_MASK)]:
            continue
        groups.live[head[START] + head[LIVE]] = document
        head[LIVE] += 1
