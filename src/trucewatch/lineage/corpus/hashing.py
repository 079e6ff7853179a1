"""Hashes in native code: the keys of ``lineage.keys`` to the bit, and quick ones that never leave the process.

Decides nothing about words. The quick hash is no defence against forgery: where a false match would matter, what
stands behind it is compared.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from trucewatch.lineage.corpus.arrays import Bytes, Words
from trucewatch.lineage.corpus.compiling import inlined, native

#: BLAKE2b, RFC 7693: initial values, and the order of message words in each round.
_IV = np.array(
    [
        0x6A09E667F3BCC908,
        0xBB67AE8584CAA73B,
        0x3C6EF372FE94F82B,
        0xA54FF53A5F1D36F1,
        0x510E527FADE682D1,
        0x9B05688C2B3E6C1F,
        0x1F83D9ABFB41BD6B,
        0x5BE0CD19137E2179,
    ],
    dtype=np.uint64,
)
_SIGMA = np.array(
    [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
        [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
        [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
        [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
        [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
        [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
        [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
        [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
        [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
        [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
    ],
    dtype=np.int64,
)
_COLUMNS = np.array([[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15]], dtype=np.int64)
_DIAGONALS = np.array([[0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]], dtype=np.int64)
_LANES = np.concatenate([_COLUMNS, _DIAGONALS])
_BLOCK = 128
_ROUNDS = 12
_SIZED = np.uint64(0x01010008)  # eight bytes of digest, no key
_ONE = np.uint64(1)
_M1, _M2 = np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53)
_ODD = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(33)


@inlined
def mix(value: Any) -> Any:
    """Every bit of a 64-bit value made to depend on every other (the finaliser of MurmurHash3)."""
    value ^= value >> _HALF
    value *= _M1
    value ^= value >> _HALF
    value *= _M2
    return value ^ (value >> _HALF)


@inlined
def load(words: Words, at: int) -> Any:
    """Eight bytes from byte ``at`` on of a buffer seen as 64-bit words, lowest first."""
    index, shift = at >> 3, np.uint64((at & 7) << 3)
    low = words[index] >> shift
    return low | (words[index + 1] << (np.uint64(64) - shift)) if shift else low


@inlined
def hash_bytes(words: Words, start: int, end: int) -> Any:
    """A quick hash of the bytes from ``start`` to ``end``."""
    total = np.uint64(end - start) * _ODD
    at = start
    while end - at > 8:
        total = (total ^ load(words, at)) * _M1
        total ^= total >> _HALF
        at += 8
    rest = np.uint64(64 - ((end - at) << 3))
    last = load(words, at)
    if rest:
        last = (last << rest) >> rest if end > at else np.uint64(0)
    return mix(total ^ last)


@native
def _turn(value: Any, bits: int) -> Any:
    return (value >> np.uint64(bits)) | (value << np.uint64(64 - bits))


@native
def _compress(state: Words, block: Words, mixed: Words, count: int, is_last: bool) -> None:
    for at in range(8):
        mixed[at], mixed[at + 8] = state[at], _IV[at]
    mixed[12] ^= np.uint64(count)
    if is_last:
        mixed[14] = ~mixed[14]
    for turn in range(_ROUNDS):
        order = turn % 10
        for lane in range(8):
            a, b, c, d = _LANES[lane, 0], _LANES[lane, 1], _LANES[lane, 2], _LANES[lane, 3]
            mixed[a] = mixed[a] + mixed[b] + block[_SIGMA[order, 2 * lane]]
            mixed[d] = _turn(mixed[d] ^ mixed[a], 32)
            mixed[c] = mixed[c] + mixed[d]
            mixed[b] = _turn(mixed[b] ^ mixed[c], 24)
            mixed[a] = mixed[a] + mixed[b] + block[_SIGMA[order, 2 * lane + 1]]
            mixed[d] = _turn(mixed[d] ^ mixed[a], 16)
            mixed[c] = mixed[c] + mixed[d]
            mixed[b] = _turn(mixed[b] ^ mixed[c], 63)
    for lane in range(8):
        state[lane] ^= mixed[lane] ^ mixed[lane + 8]


@native
def key_of_bytes(raw: Bytes, size: int, scratch: Words) -> Any:
    """What ``keys.key_of`` makes of the first ``size`` bytes of ``raw``. ``scratch`` holds forty words."""
    state, mixed, block = scratch[:8], scratch[8:24], scratch[24:40]
    for lane in range(8):
        state[lane] = _IV[lane]
    state[0] ^= _SIZED
    at = 0
    while True:
        for lane in range(16):
            block[lane] = np.uint64(0)
        count = min(_BLOCK, size - at)
        for offset in range(count):
            block[offset >> 3] |= np.uint64(raw[at + offset]) << np.uint64((offset & 7) << 3)
        at += count
        _compress(state, block, mixed, at, at >= size)
        if at >= size:
            return _reversed(state[0]) >> _ONE


@native
def _reversed(value: Any) -> Any:
    total = np.uint64(0)
    for step in range(8):
        total = (total << np.uint64(8)) | ((value >> np.uint64(8 * step)) & np.uint64(255))
    return total
