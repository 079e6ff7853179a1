"""Words to sketches, in native code: the same words, runs of three and places as ``sketching`` keeps, packed.

Decides how a sketch is packed, which of its keys are filed, and which paragraphs are page furniture. Leaves out what
the corpus engine does not ask for: keys of quotations, entities, credits.

A packed list holds, for each key in text order, 32 bits of the key and one byte: its kind and how many words it stands
behind the one before it. A gap too wide for the byte is filled by empty keys. Two of a document's keys are confused
with another's once in some fifty thousand pairs of documents.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from trucewatch.lineage.candidates import REPEATED
from trucewatch.lineage.corpus.arrays import Bytes, Codes, Ints, Numbers, Words, whole
from trucewatch.lineage.corpus.compiling import inlined, native
from trucewatch.lineage.corpus.hashing import mix
from trucewatch.lineage.corpus.tables import count, count_of, slot_in
from trucewatch.lineage.corpus.vocabulary import CASE, KEY, KIND, WORD
from trucewatch.lineage.keys import MASK, WordKind
from trucewatch.lineage.relation import LEAST_EXACT
from trucewatch.lineage.sketching import GRAM_LIMIT, MOST_WORDS

STEP, KIND_SHIFT = 63, 6  # a step byte: the gap in its lower bits, the WordKind above
DOCUMENT_BITS = 31
HOT = (1 << DOCUMENT_BITS) - 1  # in place of a document: too many hold this key
_BITS, _GRAM_BIT = np.uint64(DOCUMENT_BITS), np.uint64(1 << 32)
_CODE_MASK, _MASK = np.uint64((1 << 32) - 1), np.uint64(MASK)
_THREE, _FIVE, _SEVEN = np.uint64(3), np.uint64(5), np.uint64(7)
_SAMPLED = np.uint64(GRAM_LIMIT)
_FILED_SHIFT = 2  # of the sampled runs a quarter is filed: one in sixteen of all
_MOST_FILED = 8_192  # words of a text all of whose telling words may be filed; of a longer one, a sample as large
_POLYNOMIAL, _SEED = np.uint64(0xD6E8FEB86659FD93), np.uint64(0x9FB21C651E98DF25)
_NAME, _NUMBER = int(WordKind.NAME), int(WordKind.NUMBER)
_ONE, _ZERO, _KIND_BITS = np.uint64(1), np.uint64(0), np.uint64(2)


class Read(NamedTuple):
    """The words of a batch, see ``Tokens``, what is known of their forms, and the key of each text's source, or 0."""

    known: Words
    forms: Numbers
    words: Ints
    paragraphs: Numbers
    lines: Ints
    sources: Words


class Kept(NamedTuple):
    """The packed lists of all documents. Those of document ``d`` start at ``word_starts[d]`` and ``gram_starts[d]``."""

    words: Codes
    word_steps: Bytes
    word_starts: Ints
    grams: Codes
    gram_steps: Bytes
    gram_starts: Ints
    tallies: Numbers  # of each document, how many telling words, names, numbers and runs of three
    sizes: Numbers
    exact: Words
    quoted: Numbers  # first and past last word of each quotation
    quote_starts: Ints


class Known(NamedTuple):
    """What the corpus knows besides: paragraphs lately seen, documents by exact key, keys held by too many."""

    lately: Words
    lately_state: Ints
    exact_keys: Words
    exact_numbers: Numbers
    hot_keys: Words


class Made(NamedTuple):
    """What sketching a batch makes: (key, document) entries to be filed, which keys of each list are furniture, of
    which document each is an exact copy (-1: of none). ``tally`` holds how many entries there are, and whether the
    batch is to be filed (1) or only held against what is (0).
    """

    entries: Words
    word_masks: Bytes
    gram_masks: Bytes
    copies: Ints
    tally: Ints


class Room(NamedTuple):
    """Room to work in. ``keys`` and ``words`` by place in the text, the latter with the kind in the lowest bits;
    ``stamps`` by number of a word; ``seen`` for runs of one text; the last two by paragraph.
    """

    keys: Words
    words: Ints
    stamps: Numbers
    seen: Words
    line_keys: Words
    line_masks: Bytes


@native
def sketch_batch(read: Read, kept: Kept, known: Known, made: Made, room: Room, first: int) -> None:
    """Sketch every text of a batch into ``kept``, the first as document ``first``, in order."""
    for text in range(len(read.words) - 1):
        document = first + text
        kept.sizes[document] = min(read.words[text + 1] - read.words[text], MOST_WORDS)
        kept.exact[document] = _hash_lines(read, text, room)
        lines = _mask_lines(read, text, known, room)
        filed = made.tally[0]
        told, masked = _sketch_words(read, kept, known, made, room, text, first)
        _sketch_grams(read, kept, known, made, room, text, first)
        made.copies[text] = _original(kept, known, document) if told or not masked else -1
        if made.copies[text] >= 0:
            made.tally[0] = filed
            kept.word_starts[document + 1] = kept.word_starts[document]
            kept.gram_starts[document + 1] = kept.gram_starts[document]
        elif made.tally[1]:
            _remember(kept, known, room.line_keys[:lines], read.sources[text], document)


@native
def _original(kept: Kept, known: Known, document: int) -> int:
    """The earlier document of which this one is a copy word for word, or -1."""
    slot = slot_in(known.exact_keys, kept.exact[document])
    holder = whole(known.exact_numbers[slot])
    is_copy = kept.sizes[document] >= LEAST_EXACT and known.exact_keys[slot] and _is_same(kept, holder, document)
    return holder if is_copy else -1


@native
def _remember(kept: Kept, known: Known, line_keys: Words, source: Any, document: int) -> None:
    """Keep the text for exact copies, and count its paragraphs: what one source repeats is furniture wherever it is."""
    slot = slot_in(known.exact_keys, kept.exact[document])
    if not known.exact_keys[slot]:
        known.exact_keys[slot], known.exact_numbers[slot] = kept.exact[document], document
    for line in range(len(line_keys)):
        own = _own(line_keys[line], source)
        if source and count_of(known.lately, known.lately_state, own) >= REPEATED - 1:
            count(known.lately, known.lately_state, line_keys[line])
        count(known.lately, known.lately_state, own)


@inlined
def _own(line_key: Any, source: Any) -> Any:
    """The key of a paragraph within its source."""
    return mix(line_key + source)


@native
def _hash_lines(read: Read, text: int, room: Room) -> Any:
    """The hash of each paragraph, and of the whole, case aside. Lays out what words are known for."""
    start, end = read.words[text], read.words[text + 1]
    line, lines = read.lines[text] - 1, read.lines[text + 1]
    following, line_keys = start, room.line_keys
    total, body = _SEED, _SEED
    for at in range(start, end):
        if at == following:
            if at > start:
                line_keys[line - read.lines[text]] = mix(total)
            line += 1
            following = start + read.paragraphs[line + 1] if line + 1 < lines else end
            total = _SEED
        form = read.forms[at]
        case = read.known[form, CASE]
        if at - start < MOST_WORDS:
            room.keys[at - start] = read.known[form, KEY]
            room.words[at - start] = whole((read.known[form, WORD] << _KIND_BITS) | read.known[form, KIND])
        total = total * _POLYNOMIAL + case
        body = body * _POLYNOMIAL + case
    if end > start:
        line_keys[line - read.lines[text]] = mix(total)
    return mix(body) | _ONE


@native
def _mask_lines(read: Read, text: int, known: Known, room: Room) -> int:
    """Which paragraphs its source repeats, or another source prints under all it has; how many distinct ones there are,
    moved to the front of ``line_keys``.
    """
    lines = read.lines[text + 1] - read.lines[text]
    while lines and read.paragraphs[read.lines[text] + lines - 1] >= MOST_WORDS:
        lines -= 1
    slots = 64
    while slots < 2 * lines:
        slots *= 2
    seen = room.seen[:slots]
    for slot in range(slots):
        seen[slot] = _ZERO
    distinct = 0
    for line in range(lines):
        key = room.line_keys[line]
        own = count_of(known.lately, known.lately_state, _own(key, read.sources[text]))
        room.line_masks[line] = own >= REPEATED - 1 or count_of(known.lately, known.lately_state, key) > 0
        slot = slot_in(seen, key | _ONE)
        if not seen[slot]:
            seen[slot] = key | _ONE
            room.line_keys[distinct] = key
            distinct += 1
    return distinct


@inlined
def _code(key: Any) -> Any:
    """The part of a key that is kept; never 0."""
    code = key & _CODE_MASK
    return code or _ONE


@inlined
def _put(codes: Codes, steps: Bytes, end: int, gap: int, code: Any, kind: int) -> int:
    """Append a key that stands ``gap`` words behind the one before it; the new end of the list."""
    while gap > STEP:
        codes[end], steps[end] = 0, STEP
        gap -= STEP
        end += 1
    codes[end], steps[end] = code, (kind << KIND_SHIFT) | gap
    return end + 1


@inlined
def _file(made: Made, known: Known, key: Any, document: int) -> None:
    if not known.hot_keys[slot_in(known.hot_keys, key)]:
        made.entries[made.tally[0]] = (key << _BITS) | np.uint64(document)
        made.tally[0] += 1


@native
def _sketch_words(
    read: Read, kept: Kept, known: Known, made: Made, room: Room, text: int, first: int
) -> tuple[int, int]:
    """Pack and file the distinct telling words; how many stand in the report, and how many in page furniture."""
    document = first + text
    start, end = read.words[text], kept.word_starts[document]
    size = min(read.words[text + 1] - start, MOST_WORDS)
    offset = kept.word_starts[first]
    line, following, last, told, masked = read.lines[text], 0, 0, 0, 0
    is_masked, words, stamps, tally = np.uint8(0), room.words, room.stamps, kept.tallies[document]
    tally[0], tally[1], tally[2] = 0, 0, 0
    limit = np.uint64(_CODE_MASK if size <= _MOST_FILED else (_MOST_FILED << 32) // size)
    for at in range(size):
        if at == following:
            is_masked = room.line_masks[line - read.lines[text]]
            line += 1
            following = read.paragraphs[line] if line < read.lines[text + 1] else size
        kind, word = words[at] & 3, words[at] >> 2
        if not kind or stamps[word] == text + 1:
            continue
        stamps[word] = text + 1
        code = _code(room.keys[at])
        end = _put(kept.words, kept.word_steps, end, at - last, code, kind)
        made.word_masks[end - 1 - offset] = is_masked
        told, masked = told + 1 - whole(is_masked), masked + whole(is_masked)
        tally[0] += 1
        tally[1] += kind == _NAME
        tally[2] += kind == _NUMBER
        last = at
        if not is_masked and code <= limit:
            _file(made, known, code, document)
    kept.word_starts[document + 1] = end
    return told, masked


@native
def _sketch_grams(read: Read, kept: Kept, known: Known, made: Made, room: Room, text: int, first: int) -> None:
    """Pack the sampled runs of three words, and file some of them."""
    document = first + text
    start, end = read.words[text], kept.gram_starts[document]
    size = min(read.words[text + 1] - start, MOST_WORDS)
    offset = kept.gram_starts[first]
    slots, filed = 64, _SAMPLED >> np.uint64(_FILED_SHIFT)
    while slots < 2 * size:
        slots *= 2
        if slots > 2 * _MOST_FILED:
            filed >>= _ONE
    seen = room.seen[:slots]
    for slot in range(slots):
        seen[slot] = _ZERO
    line, following, last = read.lines[text], 0, 0
    is_masked, kept.tallies[document, 3] = np.uint8(0), 0
    one, two = _ZERO, _ZERO
    for at in range(-2, size - 2):
        three = room.keys[at + 2]
        gram = (one * _THREE + two * _FIVE + three * _SEVEN) & _MASK
        one, two = two, three
        if at < 0:
            continue
        if at == following:
            is_masked = room.line_masks[line - read.lines[text]]
            line += 1
            following = read.paragraphs[line] if line < read.lines[text + 1] else size
        if gram >= _SAMPLED:
            continue
        slot = slot_in(seen, gram | ~_MASK)
        if seen[slot]:
            continue
        seen[slot] = gram | ~_MASK
        code = _code(gram)
        end = _put(kept.grams, kept.gram_steps, end, at - last, code, 0)
        kept.tallies[document, 3] += 1
        made.gram_masks[end - 1 - offset] = is_masked
        last = at
        if not is_masked and gram < filed:
            _file(made, known, code | _GRAM_BIT, document)
    kept.gram_starts[document + 1] = end


@native
def _is_same(kept: Kept, one: int, two: int) -> bool:
    """Whether two documents have the same packed words. Behind one hash stands one text, unless it was forged."""
    start, other = kept.word_starts[one], kept.word_starts[two]
    count = kept.word_starts[one + 1] - start
    if kept.sizes[one] != kept.sizes[two] or kept.word_starts[two + 1] - other != count:
        return False
    for at in range(count):
        if (
            kept.words[start + at] != kept.words[other + at]
            or kept.word_steps[start + at] != kept.word_steps[other + at]
        ):
            return False
    return True
