"""Texts to words and paragraphs, in native code: what ``keys.surfaces_in`` finds, as numbers of written forms.

Decides where a word starts and ends, exactly as ``keys`` does. Never what a word means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trucewatch.lineage.corpus.arrays import Bytes, Ints, Numbers, Words, whole
from trucewatch.lineage.corpus.compiling import inlined, native
from trucewatch.lineage.corpus.hashing import hash_bytes
from trucewatch.lineage.corpus.letters import (
    BYTE_CLASSES,
    CLASS,
    CLASSES,
    DIGIT,
    FOREIGN,
    LETTER,
    OTHER,
    decode,
    lay_out,
)
from trucewatch.lineage.corpus.vocabulary import Forms, Vocabulary, admit, form_in, slot_of

_APOSTROPHE, _DOT, _COMMA, _NEWLINE = 39, 46, 44, 10
_CURLED = 0x2019


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of several texts. Text ``i`` has words ``words[i]`` to ``words[i + 1]`` of ``forms``, and paragraphs
    that start at words ``paragraphs[lines[i]]`` and so on; paragraphs without a word are left out.
    Word ``w`` starts at byte ``places[w]`` of ``raw``, where text ``i`` starts at ``starts[i]``; those ``moved`` were
    normalised first.
    """

    forms: Numbers
    words: Ints
    paragraphs: Numbers
    lines: Ints
    places: Numbers
    raw: Bytes
    starts: Ints
    moved: tuple[int, ...]


def tokenise(texts: Sequence[str], vocabulary: Vocabulary) -> Tokens:
    """All words of all texts, every form of them known to ``vocabulary``."""
    buffer = lay_out(texts)
    raw, quick = buffer.raw, buffer.raw.view(np.uint64)
    most = len(raw)
    tokens = Tokens(
        np.empty(most, dtype=np.int32),
        np.zeros(len(texts) + 1, dtype=np.int64),
        np.empty(most, dtype=np.int32),
        np.zeros(len(texts) + 1, dtype=np.int64),
        np.empty(most, dtype=np.int32),
        raw,
        buffer.starts,
        buffer.moved,
    )
    vocabulary.refresh()
    at = 0
    while at < len(texts):
        at = _tokenise(
            raw,
            quick,
            buffer.starts,
            CLASSES,
            vocabulary.forms,
            (tokens.forms, tokens.words, tokens.paragraphs, tokens.lines, tokens.places),
            at,
        )
        if at < len(texts):
            vocabulary.grow()
    vocabulary.resolve(raw)
    return tokens


@native
def _tokenise(
    raw: Bytes,
    quick: Words,
    starts: Ints,
    points: Bytes,
    forms: Forms,
    found: tuple[Numbers, Ints, Numbers, Ints, Numbers],
    first: int,
) -> int:
    """Read texts from ``first`` on; the text at which the vocabulary was full, or how many there are."""
    out, words, paragraphs, lines, places = found
    slots = forms.slots
    for text in range(first, len(starts) - 1):
        count, line, is_new = words[text], lines[text], True
        at, end = starts[text], starts[text + 1] - 1
        while at < end:
            if BYTE_CLASSES[raw[at]] == OTHER:
                is_new = is_new or raw[at] == _NEWLINE
                at += 1
                continue
            stop = word_end(raw, at, end, points)
            if stop < 0:
                at = -stop
                continue
            value = hash_bytes(quick, at, stop)
            slot = slot_of(slots, value)
            form = form_in(slots, slot)
            if form < 0:
                form = admit(forms, slot, value, at, stop)
                if form < 0:
                    return text
            if is_new:
                paragraphs[line] = count - words[text]
                line += 1
                is_new = False
            out[count], places[count] = form, at
            count += 1
            at = stop
        words[text + 1], lines[text + 1] = count, line
    return len(starts) - 1


@inlined
def word_end(raw: Bytes, at: int, end: int, points: Bytes) -> int:
    """Past the word or number that starts at a byte; where none does, past its code point, below nought."""
    found, after = _class_at(raw, at, points)
    if found == LETTER:
        return _letters_end(raw, at, after, end, points)
    if found == DIGIT:
        return _number_end(raw, after, end, points)
    return -after


@inlined
def _class_at(raw: Bytes, at: int, points: Bytes) -> tuple[int, int]:
    """The class of the code point at a byte, and the byte after it."""
    found = whole(BYTE_CLASSES[raw[at]])
    if found != FOREIGN:
        return found, at + 1
    point, after = decode(raw, at)
    return whole(points[point] & CLASS), after


@inlined
def _run_end(raw: Bytes, at: int, end: int, wanted: int, points: Bytes) -> int:
    """Past the code points of one class from ``at`` on."""
    while True:
        while at < end and BYTE_CLASSES[raw[at]] == wanted:
            at += 1
        if at >= end or BYTE_CLASSES[raw[at]] != FOREIGN:
            return at
        found, after = _class_at(raw, at, points)
        if found != wanted:
            return at
        at = after


@inlined
def _past_apostrophe(raw: Bytes, at: int, end: int) -> int:
    """Past an apostrophe at ``at``, straight or curled, or ``at`` where there is none."""
    if at < end and raw[at] == _APOSTROPHE:
        return at + 1
    if at + 2 < end and raw[at] == 0xE2 and decode(raw, at)[0] == _CURLED:
        return at + 3
    return at


@inlined
def _letters_end(raw: Bytes, at: int, after: int, end: int, points: Bytes) -> int:
    """Past the word whose first letter ends at ``after``: letters with inner apostrophes, or initials."""
    stop = _run_end(raw, after, end, LETTER, points)
    if stop == after and after < end and raw[after] == _DOT:
        initials = _initials_end(raw, at, end, points)
        if initials > 0:
            return initials
    while True:
        past = _past_apostrophe(raw, stop, end)
        until = _run_end(raw, past, end, LETTER, points) if past > stop else past
        if until == past:
            return stop
        stop = until


@inlined
def _initials_end(raw: Bytes, at: int, end: int, points: Bytes) -> int:
    """Past two or more letters each followed by a full stop; 0 where there are fewer."""
    count = 0
    while at < end:
        found, after = _class_at(raw, at, points)
        if found != LETTER or after >= end or raw[after] != _DOT:
            break
        at = after + 1
        count += 1
    return at if count > 1 else 0


@inlined
def _number_end(raw: Bytes, after: int, end: int, points: Bytes) -> int:
    """Past digits, and groups of them after a full stop or comma."""
    stop = _run_end(raw, after, end, DIGIT, points)
    while stop + 1 < end and (raw[stop] == _DOT or raw[stop] == _COMMA):
        until = _run_end(raw, stop + 1, end, DIGIT, points)
        if until == stop + 1:
            return stop
        stop = until
    return stop
