"""Two packed sketches held side by side in native code: the figures of ``likeness.measure``.

Decides nothing: it counts. ``Likeness`` says what each figure means, and a test holds the two equal.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from trucewatch.lineage.corpus.arrays import Bytes, Codes, Numbers, whole
from trucewatch.lineage.corpus.compiling import inlined, native
from trucewatch.lineage.corpus.sketches import KIND_SHIFT, STEP, Kept
from trucewatch.lineage.corpus.telling import is_hardly_told, tell_newer, tell_older
from trucewatch.lineage.keys import WordKind
from trucewatch.lineage.likeness import TENTHS, THIRD
from trucewatch.lineage.relation import EDITED_FROM, LEAST_ORDER
from trucewatch.lineage.sketching import MOST_WORDS

#: The figures in the order of a row; a subset of ``Likeness``'s fields, of which the others are 0 here.
FIGURES = (
    "grams_a",
    "grams_b",
    "words_a",
    "words_b",
    "order",
    "order_least",
    "beyond",
    "beyond_chance",
    "names",
    "names_least",
    "numbers",
    "numbers_least",
    "shared",
    "reach",
    "names_order",
    "spread",
    "told_beyond_chance",
    "told_grams",
)
_ROOM = 2 * MOST_WORDS + 2_048
_NAME, _NUMBER = int(WordKind.NAME), int(WordKind.NUMBER)
_FEW = 5  # see likeness
_WORDS_OF_EDITED = 300  # per mille: who shares EDITED_FROM of all runs of three shares more than this of the words
_TAG_BITS, _TAG_MASK, _TAGS = 12, (1 << 12) - 1, 1 << 12


class List(NamedTuple):
    """One packed list of the newer document, opened: distinct keys in text order, and a hash table over them.

    ``masks`` are 1 for page furniture. ``marks`` hold the last older document that shares a key, ``copied`` whether a
    near copy of the newer document holds it. ``tags`` tell most keys that are not in the list from those that may be.
    ``tally`` holds how many keys, names and numbers there are without furniture, how many slots,
    and how much furniture.
    """

    codes: Codes
    places: Numbers
    kinds: Bytes
    masks: Bytes
    marks: Numbers
    copied: Bytes
    slots: Numbers
    tags: Bytes
    tally: Numbers


class Shared(NamedTuple):
    """The places of what two lists share, in the order of the older one, and room for the longest rise.

    ``likely`` and ``places`` are of the keys that may be shared: where they stand in the list, and in the text. The
    rest are of the shared words in the smaller document's order: names and numbers among them, their places in the
    larger, their ranks in the smaller, which of them are picked as standing in order, and what each is picked after.
    """

    newer: Numbers
    older: Numbers
    tails: Numbers
    likely: Numbers
    places: Numbers
    named: Numbers
    order: Numbers
    ranks: Numbers
    picked: Numbers
    before: Numbers


def make_list() -> List:
    """Room for the longest list there is."""
    return List(
        codes=np.zeros(_ROOM, dtype=np.uint32),
        places=np.empty(_ROOM, dtype=np.int32),
        kinds=np.empty(_ROOM, dtype=np.uint8),
        masks=np.empty(_ROOM, dtype=np.uint8),
        marks=np.empty(_ROOM, dtype=np.int32),
        copied=np.empty(_ROOM, dtype=np.uint8),
        slots=np.empty(1 << (2 * _ROOM).bit_length(), dtype=np.int32),
        tags=np.zeros(_TAGS, dtype=np.uint8),
        tally=np.zeros(5, dtype=np.int32),
    )


def make_shared() -> Shared:
    """Room for all that two lists may share."""
    return Shared(*(np.empty(_ROOM, dtype=np.int32) for _ in Shared._fields))


@native
def open_list(codes: Codes, steps: Bytes, masks: Bytes, found: List) -> None:
    """Unpack a list, and index its keys."""
    count, place, plain = 0, 0, 0
    names, numbers = 0, 0
    slots = 64
    while slots < 2 * len(codes):
        slots *= 2
    for slot in range(slots):
        found.slots[slot] = 0
    for at in range(len(found.codes)):
        if not found.codes[at]:
            break
        found.tags[found.codes[at] & _TAG_MASK] = 0
    found.tally[3] = slots
    for at in range(len(codes)):
        place += whole(steps[at] & STEP)
        if not codes[at]:
            continue
        kind = steps[at] >> KIND_SHIFT
        found.codes[count], found.places[count], found.kinds[count] = codes[at], place, kind
        found.masks[count], found.marks[count], found.copied[count] = masks[at], -1, 0
        if not masks[at]:
            plain += 1
            names += kind == _NAME
            numbers += kind == _NUMBER
        slot = _slot_in(found.slots, found.codes, slots - 1, codes[at])
        found.slots[slot] = count + 1
        found.tags[codes[at] & _TAG_MASK] |= 1 << ((codes[at] >> _TAG_BITS) & 7)
        count += 1
    found.tally[0], found.tally[1], found.tally[2] = plain, names, numbers
    found.tally[4] = count - plain
    found.marks[count] = -1
    found.codes[count] = 0


@inlined
def _slot_in(slots: Numbers, codes: Codes, mask: int, code: int) -> int:
    """The slot of a key, or the free one where it belongs. A code is a hash already."""
    slot = whole(code) & mask
    while slots[slot] and codes[slots[slot] - 1] != code:
        slot = (slot + 1) & mask
    return slot


@native
def index_of(found: List, code: int) -> int:
    """Which of the list's keys ``code`` is, or -1."""
    return whole(found.slots[_slot_in(found.slots, found.codes, whole(found.tally[3]) - 1, code)]) - 1


@native
def hold(kept: Kept, older: int, newer: int, lists: tuple[List, List], shared: Shared, row: Numbers) -> bool:
    """The figures of an older document against the newer one, whose lists are open, into ``row``.

    False, with figures missing, where no verdict could be a derivation.
    """
    words, grams = lists
    start, end = kept.word_starts[older], kept.word_starts[older + 1]
    tally = kept.tallies[older]
    both = _share(kept.words[start:end], kept.word_steps[start:end], tally, words, shared, older, row)
    if both < 0:
        return False
    _shares(row, 2, both, whole(row[5]), whole(words.tally[0]))
    least = min(whole(row[5]), whole(words.tally[0]))
    row[5], row[12] = least, both
    rise = _longest_rise(shared, both)
    row[4] = 1000 * rise // least if least else 0
    row[7] = max(0, rise - whole(np.sqrt(4 * both)))
    row[6] = 1000 * row[7] // least if least else 0
    if row[4] < LEAST_ORDER and max(row[2], row[3]) < _WORDS_OF_EDITED:
        return False
    is_older = kept.sizes[older] >= kept.sizes[newer]
    size = whole(max(kept.sizes[older], kept.sizes[newer]))
    row[13] = _reach(words, shared, both, is_older, size, older)
    start, end = kept.gram_starts[older], kept.gram_starts[older + 1]
    tally = kept.tallies[older, 3:]
    count = _share(kept.grams[start:end], kept.gram_steps[start:end], tally, grams, shared, older, row)
    _shares(row, 0, count, whole(row[5]), whole(grams.tally[0]))
    row[5] = least
    if count >= _FEW:
        row[13] = _reach(grams, shared, count, is_older, size, older)
    if max(row[0], row[1]) < EDITED_FROM and row[4] < LEAST_ORDER:
        return False
    _hold_told(kept, older, newer, lists, shared, row)
    _hold_order(kept, older, newer, words, shared, row)
    return True


@inlined
def _shares(row: Numbers, first: int, both: int, older: int, newer: int) -> None:
    row[first] = 1000 * both // older if older else 0
    row[first + 1] = 1000 * both // newer if newer else 0


@native
def _likely(codes: Codes, steps: Bytes, tags: Bytes, likely: Numbers, places: Numbers) -> int:
    """The keys that may be shared, and their places. No branch depends on a key: most are not, at random."""
    place, count = np.int32(0), 0
    for at in range(len(codes)):
        place += np.int32(steps[at] & STEP)
        likely[count], places[count] = at, place
        count += whole((tags[codes[at] & _TAG_MASK] >> ((codes[at] >> _TAG_BITS) & 7)) & 1)
    return count


@native
def _share(codes: Codes, steps: Bytes, tally: Numbers, newer: List, shared: Shared, older: int, row: Numbers) -> int:
    """Find what a list shares with the newer document's; how much, and how much the list holds into ``row[5]``.

    For words what their kinds share as well; -1 where it is so little that no verdict could be a derivation.
    """
    is_words = len(tally) > 1
    plain, names, numbers = whole(tally[0]), whole(tally[1]) if is_words else 0, whole(tally[2]) if is_words else 0
    both, names_both, numbers_both = 0, 0, 0
    slots, newer_codes, mask = newer.slots, newer.codes, whole(newer.tally[3]) - 1
    likely = _likely(codes, steps, newer.tags, shared.likely, shared.places)
    bar = LEAST_ORDER * min(plain, whole(newer.tally[0])) if is_words and not newer.tally[4] else 0
    if 1000 * likely < bar:
        return -1
    for nth in range(likely):
        at = shared.likely[nth]
        index = whole(slots[_slot_in(slots, newer_codes, mask, codes[at])]) - 1
        if index < 0 or not codes[at]:
            continue
        kind = steps[at] >> KIND_SHIFT
        if newer.masks[index]:
            plain -= 1
            names -= whole(kind == _NAME)
            numbers -= whole(kind == _NUMBER)
            continue
        shared.older[both], shared.newer[both] = shared.places[nth], newer.places[index]
        newer.marks[index] = older
        both += 1
        names_both += whole(kind == _NAME and newer.kinds[index] == _NAME)
        numbers_both += whole(kind == _NUMBER and newer.kinds[index] == _NUMBER)
    row[5] = plain
    if is_words:
        if 1000 * both < LEAST_ORDER * min(plain, whole(newer.tally[0])):
            return -1
        row[9], row[11] = min(names, whole(newer.tally[1])), min(numbers, whole(newer.tally[2]))
        row[8] = 1000 * names_both // row[9] if row[9] else 0
        row[10] = 1000 * numbers_both // row[11] if row[11] else 0
    return both


@native
def _longest_rise(shared: Shared, count: int) -> int:
    """``likeness.longest_rise`` of the newer places."""
    length = 0
    for at in range(count):
        place = shared.newer[at]
        if not length or shared.tails[length - 1] < place:
            shared.tails[length] = place
            length += 1
            continue
        low, high = 0, length - 1
        while low < high:
            middle = (low + high) >> 1
            if shared.tails[middle] < place:
                low = middle + 1
            else:
                high = middle
        shared.tails[low] = place
    return length


@native
def _reach(newer: List, shared: Shared, count: int, is_older: bool, size: int, older: int) -> int:
    """How much of the longer document what is shared is spread over, by its middle eight tenths."""
    places = shared.older
    if not is_older:
        at, place = 0, 0
        while place < count:
            if newer.marks[at] == older:
                shared.tails[place] = newer.places[at]
                place += 1
            at += 1
        places = shared.tails
    low, high = count // 10, count - count // 10 - 1
    extent = size * 8 // 10
    if high <= low or not extent:
        return 0
    return min(1000, 1000 * whole(places[high] - places[low]) // extent)


@native
def mark_copied(found: List, older: int) -> None:
    """Remember that a near copy holds what it shares with the newer document."""
    at = 0
    while found.codes[at]:
        if found.marks[at] == older:
            found.copied[at] = 1
        at += 1


@native
def _hold_told(kept: Kept, older: int, newer: int, lists: tuple[List, List], shared: Shared, row: Numbers) -> None:
    """``told_beyond_chance`` and ``told_grams``. Where nothing is quoted or hardly anything told, all is told."""
    row[16], row[17] = row[7], max(row[0], row[1])
    quotes = (
        kept.quoted[kept.quote_starts[older] : kept.quote_starts[older + 1]],
        kept.quoted[kept.quote_starts[newer] : kept.quote_starts[newer + 1]],
    )
    if not len(quotes[0]) and not len(quotes[1]):
        return
    start, end = kept.word_starts[older], kept.word_starts[older + 1]
    words = _told(kept.words[start:end], kept.word_steps[start:end], quotes, 1, lists[0], shared)
    if is_hardly_told(words[0], words[1]):
        return
    row[16] = max(0, _longest_rise(shared, words[2]) - whole(np.sqrt(4 * words[2])))
    start, end = kept.gram_starts[older], kept.gram_starts[older + 1]
    grams = _told(kept.grams[start:end], kept.gram_steps[start:end], quotes, 3, lists[1], shared)
    least = min(grams[0], grams[1])
    row[17] = 1000 * grams[2] // least if least else 0


@native
def _told(
    codes: Codes, steps: Bytes, quotes: tuple[Numbers, Numbers], width: int, newer: List, shared: Shared
) -> tuple[int, int, int]:
    """How many keys the older document tells, how many the newer, and how many both; their places in the newer."""
    count = whole(newer.tally[0]) + whole(newer.tally[4])
    of_newer = tell_newer(newer.places, newer.masks, count, quotes[1], width, shared.order)
    tell_older(codes, steps, quotes[0], width, shared.ranks)
    of_older, both = 0, 0
    for at in range(len(codes)):
        if not shared.ranks[at]:
            continue
        index = index_of(newer, codes[at])
        if index >= 0 and newer.masks[index]:
            continue
        of_older += 1
        if index >= 0 and shared.order[index]:
            shared.newer[both] = newer.places[index]
            both += 1
    return of_older, of_newer, both


@native
def _hold_order(kept: Kept, older: int, newer: int, words: List, shared: Shared, row: Numbers) -> None:
    """``names_order`` and ``spread``: asked only of pairs that may be derivations, they read both lists again."""
    start, end = kept.word_starts[older], kept.word_starts[older + 1]
    codes, steps = kept.words[start:end], kept.word_steps[start:end]
    both, named, rank, least = 0, 0, 0, whole(row[5])
    is_older_smaller = _is_smaller(kept, older, newer, words, codes)
    for at in range(len(codes)):
        if not codes[at]:
            continue
        index = index_of(words, codes[at])
        if index >= 0 and words.masks[index]:
            continue
        if index >= 0:
            shared.order[both], shared.ranks[both] = words.places[index], rank
            kind, other = steps[at] >> KIND_SHIFT, words.kinds[index]
            if kind >= _NAME or other >= _NAME:
                shared.newer[named] = words.places[index]
                named += 1
            both += 1
        rank += 1
    names = _longest_rise(shared, named)
    row[14] = 1000 * names // named if named else 0
    if not is_older_smaller:
        _turn(words, shared, older, codes, steps)
    row[15] = _spread(shared, both, least)


@native
def _is_smaller(kept: Kept, older: int, newer: int, words: List, codes: Codes) -> bool:
    """Whether the older is the smaller, by words, size and the words themselves, as ``likeness`` has it."""
    count = whole(words.tally[0])
    plain = 0
    for at in range(len(codes)):
        index = index_of(words, codes[at]) if codes[at] else -1
        plain += whole(codes[at] != 0 and (index < 0 or not words.masks[index]))
    if plain != count:
        return bool(plain < count)
    if kept.sizes[older] != kept.sizes[newer]:
        return bool(kept.sizes[older] < kept.sizes[newer])
    nth = 0
    for at in range(len(codes)):
        if codes[at]:
            if codes[at] != words.codes[nth]:
                return bool(codes[at] < words.codes[nth])
            nth += 1
    return True


@native
def _turn(words: List, shared: Shared, older: int, codes: Codes, steps: Bytes) -> None:
    """Put the shared words into the newer document's order, with their places in the older."""
    place = 0
    for at in range(len(codes)):
        place += whole(steps[at] & STEP)
        index = index_of(words, codes[at]) if codes[at] else -1
        if index >= 0:
            shared.named[index] = place
    at, both, rank = 0, 0, 0
    while words.codes[at]:
        if not words.masks[at]:
            if words.marks[at] == older:
                shared.order[both], shared.ranks[both] = shared.named[at], rank
                both += 1
            rank += 1
        at += 1


@native
def _spread(shared: Shared, both: int, least: int) -> int:
    """``likeness`` has its words; ``order.longest_rise_of`` says which of several longest rises is picked."""
    length, last = 0, -1
    for at in range(both):
        low, high = 0, length
        while low < high:
            middle = (low + high) >> 1
            if shared.order[shared.picked[middle]] < shared.order[at]:
                low = middle + 1
            else:
                high = middle
        shared.before[at] = shared.picked[low - 1] if low else -1
        shared.picked[low] = at
        length = max(length, low + 1)
    if length:
        last = whole(shared.picked[length - 1])
    tenths = shared.tails
    for tenth in range(TENTHS):
        tenths[tenth] = 0
    while last >= 0:
        tenths[shared.ranks[last] * TENTHS // least] += 1
        last = whole(shared.before[last])
    for tenth in range(TENTHS):
        size = -(-(tenth + 1) * least // TENTHS) - -(-tenth * least // TENTHS)
        share = 1000 * tenths[tenth] // size if size else 0
        at = tenth
        while at and tenths[at - 1] > share:
            tenths[at] = tenths[at - 1]
            at -= 1
        tenths[at] = share
    return whole(tenths[THIRD])
