"""Written forms as numbers: each form read once, by the rules of ``lineage.keys``, and known from then on.

Decides nothing that ``keys`` has not decided: plain Latin forms follow its rules in native code, all others are asked
of it. Only a cache: forgetting it changes nothing but speed.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from trucewatch.lineage.corpus.arrays import Bytes, Ints, Numbers, Words, whole
from trucewatch.lineage.corpus.compiling import inlined, native
from trucewatch.lineage.corpus.hashing import hash_bytes, key_of_bytes
from trucewatch.lineage.keys import VOCABULARY, WordKind, key_of
from trucewatch.lineage.wordlists import COMMON_WORDS

#: What is known of a form: the key of its folded word, as in keys; a quick hash of the form without case, since forms
#: that fold alike may differ there; the number of its word in this process; its WordKind.
KEY, CASE, WORD, KIND = range(4)
_FIRST_SIZE = 1 << 16
_MOST = 1 << 20  # forms; some 45 MB
_LONGEST_PLAIN = 1_000  # bytes
_PREFIX = np.frombuffer(b"word:", dtype=np.uint8)
_NUMBER_BITS, _NUMBER_MASK = np.uint64(24), np.uint64((1 << 24) - 1)
_SHORT = 3  # see keys
_COMMON_KEYS = np.sort(np.array([key_of("word", word) for word in COMMON_WORDS], dtype=np.uint64))
_COMMON, _CONTENT, _NAME, _NUMBER = (int(kind) for kind in WordKind)


class Forms(NamedTuple):
    """The arrays of the vocabulary, by form number; ``tally`` holds how many forms and words there are, and
    how many forms have been read.
    """

    tally: Ints
    slots: Words  # the upper bits of the hash, and form number + 1
    hashes: Words
    places: Ints  # first and past last byte in the buffer the form was met in
    known: Words  # by form: KEY, CASE and WORD side by side, since they are asked for together
    word_slots: Numbers
    word_keys: Words


def _forms(size: int) -> Forms:
    return Forms(
        tally=np.zeros(3, dtype=np.int64),
        slots=np.zeros(2 * size, dtype=np.uint64),
        hashes=np.empty(size, dtype=np.uint64),
        places=np.empty((size, 2), dtype=np.int64),
        known=np.empty((size, 4), dtype=np.uint64),
        word_slots=np.zeros(2 * size, dtype=np.int32),
        word_keys=np.empty(size, dtype=np.uint64),
    )


class Vocabulary:
    """All forms met so far in this process."""

    def __init__(self) -> None:
        self.forms = _forms(_FIRST_SIZE)

    def refresh(self) -> None:
        """Between batches: forget all when there are too many. Numbers given before are void."""
        if self.forms.tally[0] > _MOST:
            self.forms = _forms(_FIRST_SIZE)

    def grow(self) -> None:
        """Room for four times as many forms; all keep their numbers."""
        old, count = self.forms, int(self.forms.tally[0])
        new = _forms(4 * len(old.hashes))
        for name in ("hashes", "places", "known", "word_keys"):
            getattr(new, name)[:count] = getattr(old, name)[:count]
        new.tally[:] = old.tally
        _refill(new)
        self.forms = new

    def resolve(self, raw: Bytes) -> None:
        """Read all forms met since the last time, in the buffer they were met in."""
        forms = self.forms
        fresh = int(forms.tally[0] - forms.tally[2])
        others = np.empty(fresh, dtype=np.int64)
        folded, scratch = np.empty(_LONGEST_PLAIN + 32, dtype=np.uint8), np.empty(40, dtype=np.uint64)
        count = _resolve_plain(forms, raw, (folded, scratch), others)
        for form in others[:count]:
            start, end = forms.places[form]
            encoded = raw[start:end].tobytes()
            surface = encoded.decode("utf-8", "surrogatepass").replace("’", "'")
            known = VOCABULARY[surface]
            case = surface.casefold().encode("utf-8", "surrogatepass")
            padded = np.frombuffer(case + bytes(16 + -len(case) % 8), dtype=np.uint64)
            forms.known[form, KEY], forms.known[form, KIND] = known.key, int(known.kind)
            forms.known[form, CASE] = hash_bytes(padded, 0, len(case))
        _number_words(forms)


@inlined
def slot_of(slots: Words, value: Any) -> int:
    """Where the form of a hash stands in ``slots``, or the free slot where a new one belongs."""
    mask = len(slots) - 1
    slot = whole(value & np.uint64(mask))
    while slots[slot] and (slots[slot] ^ value) >> _NUMBER_BITS:
        slot = (slot + 1) & mask
    return slot


@inlined
def form_in(slots: Words, slot: int) -> int:
    """The number of the form in a slot; -1 in a free one."""
    return whole(slots[slot] & _NUMBER_MASK) - 1


@native
def admit(forms: Forms, slot: int, value: Any, start: int, end: int) -> int:
    """The number of a new form, to be resolved; -1 where there is no more room."""
    form = forms.tally[0]
    if form >= len(forms.hashes):
        return -1
    forms.tally[0] += 1
    forms.slots[slot] = (value & ~_NUMBER_MASK) | np.uint64(form + 1)
    forms.hashes[form] = value
    forms.places[form, 0], forms.places[form, 1] = start, end
    return whole(form)


@native
def _refill(forms: Forms) -> None:
    mask = len(forms.word_slots) - 1
    for form in range(forms.tally[0]):
        value = forms.hashes[form]
        forms.slots[slot_of(forms.slots, value)] = (value & ~_NUMBER_MASK) | np.uint64(form + 1)
    for word in range(forms.tally[1]):
        slot = whole(forms.word_keys[word] & np.uint64(mask))
        while forms.word_slots[slot]:
            slot = (slot + 1) & mask
        forms.word_slots[slot] = word + 1


@native
def _number_words(forms: Forms) -> None:
    """Give every form read since the last time the number of its word."""
    mask = len(forms.word_slots) - 1
    for form in range(forms.tally[2], forms.tally[0]):
        key = forms.known[form, KEY]
        slot = whole(key & np.uint64(mask))
        while forms.word_slots[slot] and forms.word_keys[forms.word_slots[slot] - 1] != key:
            slot = (slot + 1) & mask
        if not forms.word_slots[slot]:
            forms.word_keys[forms.tally[1]] = key
            forms.tally[1] += 1
            forms.word_slots[slot] = forms.tally[1]
        forms.known[form, WORD] = np.uint64(forms.word_slots[slot] - 1)
    forms.tally[2] = forms.tally[0]


@native
def _resolve_plain(forms: Forms, raw: Bytes, room: tuple[Bytes, Words], others: Ints) -> int:
    """Read the new forms of plain letters and digits; how many there are of ``others``, and their numbers."""
    folded, scratch = room
    left = 0
    for form in range(forms.tally[2], forms.tally[0]):
        start, size = forms.places[form, 0], forms.places[form, 1] - forms.places[form, 0]
        if size > _LONGEST_PLAIN or not _is_ascii(raw, start, size):
            others[left] = form
            left += 1
            continue
        forms.known[form, CASE] = _case_hash(raw, start, size, folded)
        length = _fold(raw, start, size, folded)
        key = key_of_bytes(folded, length, scratch)
        forms.known[form, KEY] = key
        forms.known[form, KIND] = np.uint64(_kind(raw[start], length - len(_PREFIX), key))
    return left


@native
def _is_ascii(raw: Bytes, start: int, size: int) -> bool:
    bits = np.uint8(0)
    for at in range(start, start + size):
        bits |= raw[at]
    return bool(bits < 0x80)


@native
def _lower(byte: int) -> int:
    return byte + 32 if 65 <= byte <= 90 else byte


@native
def _is_digit(byte: int) -> bool:
    return 48 <= byte <= 57


@native
def _case_hash(raw: Bytes, start: int, size: int, folded: Bytes) -> Any:
    for at in range(size, size + 16):
        folded[at] = 0
    for at in range(size):
        folded[at] = _lower(raw[start + at])
    return hash_bytes(folded.view(np.uint64), 0, size)


@native
def _fold(raw: Bytes, start: int, size: int, folded: Bytes) -> int:
    """``keys.fold`` for plain letters and digits, behind the prefix of a word's key; how long both are together."""
    for at in range(len(_PREFIX)):
        folded[at] = _PREFIX[at]
    length, at, end = len(_PREFIX), start, start + size
    if _is_digit(raw[start]):
        return _fold_number(raw, at, end, folded)
    if size > 2 and raw[end - 2] == 39 and _lower(raw[end - 1]) == 115:
        end -= 2
    while at < end:
        if raw[at] != 46:
            folded[length] = _lower(raw[at])
            length += 1
        at += 1
    return length


@native
def _fold_number(raw: Bytes, at: int, end: int, folded: Bytes) -> int:
    """Digits without grouping: a separator stays unless exactly three digits follow it."""
    length = len(_PREFIX)
    while at < end:
        if not _is_digit(raw[at]):
            until = at + 1
            while until < end and _is_digit(raw[until]):
                until += 1
            if until - at - 1 != 3:
                folded[length] = 46
                length += 1
        else:
            folded[length] = raw[at]
            length += 1
        at += 1
    return length


@native
def _kind(first: int, length: int, key: Any) -> int:
    if _is_digit(first):
        return _NUMBER
    if length < _SHORT or _is_common(key):
        return _COMMON
    return _NAME if 65 <= first <= 90 else _CONTENT


@native
def _is_common(key: Any) -> bool:
    low, high = 0, len(_COMMON_KEYS)
    while low < high:
        middle = (low + high) >> 1
        if _COMMON_KEYS[middle] < key:
            low = middle + 1
        else:
            high = middle
    return low < len(_COMMON_KEYS) and _COMMON_KEYS[low] == key
