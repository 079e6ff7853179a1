"""Hash tables of 64-bit keys in native code: one that finds a number by key, and one that counts lately seen keys.

Decides nothing of what the keys stand for.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from trucewatch.lineage.corpus.arrays import Ints, Numbers, Words, whole
from trucewatch.lineage.corpus.compiling import inlined, native
from trucewatch.lineage.corpus.hashing import mix

_FIRST = 1 << 10
_COUNT_MASK = np.uint64(3)


class Table:
    """Key -> number. A key is put once; keys may be any but 0."""

    def __init__(self) -> None:
        self.size = 0
        self.keys = np.zeros(_FIRST, dtype=np.uint64)
        self.numbers = np.zeros(_FIRST, dtype=np.int32)

    def reserve(self, more: int) -> None:
        """Room for ``more`` keys."""
        wanted = len(self.keys)
        while wanted * 2 < (self.size + more) * 3:
            wanted *= 2
        if wanted > len(self.keys):
            old = self.keys, self.numbers
            self.keys, self.numbers = np.zeros(wanted, dtype=np.uint64), np.zeros(wanted, dtype=np.int32)
            _put_all(self.keys, self.numbers, *old)


@inlined
def slot_in(keys: Words, key: Any) -> int:
    """The slot of a key, or the free one where it belongs."""
    mask = len(keys) - 1
    slot = whole(mix(key) & np.uint64(mask))
    while keys[slot] and keys[slot] != key:
        slot = (slot + 1) & mask
    return slot


@native
def _put_all(keys: Words, numbers: Numbers, old_keys: Words, old_numbers: Numbers) -> None:
    for at in range(len(old_keys)):
        if old_keys[at]:
            slot = slot_in(keys, old_keys[at])
            keys[slot], numbers[slot] = old_keys[at], old_numbers[at]


class Lately:
    """How often each key was counted, up to three times, among those counted lately.

    Two generations: when the younger is full, the elder is forgotten. Memory is bounded, and what keeps coming back is
    never forgotten. ``state`` holds which generation is the younger, and how many keys it has.
    """

    def __init__(self, bits: int) -> None:
        self.keys = np.zeros((2, 1 << bits), dtype=np.uint64)
        self.state = np.zeros(2, dtype=np.int64)


@inlined
def _counted_in(keys: Words, key: Any) -> int:
    mask = len(keys) - 1
    slot = whole((key >> np.uint64(2)) & np.uint64(mask))
    while keys[slot] and (keys[slot] ^ key) > _COUNT_MASK:
        slot = (slot + 1) & mask
    return slot


@native
def count_of(lately: Words, state: Ints, key: Any) -> int:
    """How often a key was counted lately."""
    key = key | _COUNT_MASK
    young = lately[state[0]]
    found = young[_counted_in(young, key)]
    if not found:
        old = lately[1 - state[0]]
        found = old[_counted_in(old, key)]
    return whole(found & _COUNT_MASK)


@native
def count(lately: Words, state: Ints, key: Any) -> None:
    """Count a key once more."""
    known = count_of(lately, state, key)
    young = lately[state[0]]
    slot = _counted_in(young, key | _COUNT_MASK)
    if not young[slot]:
        state[1] += 1
    young[slot] = (key & ~_COUNT_MASK) | np.uint64(min(known + 1, 3))
    if 2 * state[1] >= len(young):
        state[0], state[1] = 1 - state[0], 0
        elder = lately[state[0]]
        for at in range(len(elder)):
            elder[at] = np.uint64(0)


@native
def put_new(keys: Words, numbers: Numbers, wanted: Words, first: int, is_new: Numbers) -> int:
    """Put those of ``wanted`` that are not yet there, numbered from ``first`` on; how many. ``is_new`` says which."""
    fresh = 0
    for at in range(len(wanted)):
        slot = slot_in(keys, wanted[at])
        is_new[at] = not keys[slot]
        if is_new[at]:
            keys[slot], numbers[slot] = wanted[at], first + fresh
            fresh += 1
    return fresh


@native
def has(keys: Words, key: Any) -> bool:
    """Whether a key was put."""
    return bool(keys[slot_in(keys, key)])
