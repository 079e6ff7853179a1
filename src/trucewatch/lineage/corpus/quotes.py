"""What of a text stands inside quotation marks, in native code: the ranges of words that ``Sketch.quoted`` holds.

Decides nothing that ``language.marks`` and ``passages.quoted`` have not decided: a test holds the ranges equal. Texts
that are normalised before they are read lose their marks by it, so they are asked of ``sketching`` itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from trucewatch.documents.model import Document
from trucewatch.lineage.corpus.arrays import Bytes, Ints, Numbers, whole
from trucewatch.lineage.corpus.compiling import inlined, native
from trucewatch.lineage.corpus.letters import CLASS, CLASSES, IS_DIGIT, IS_LOWER, IS_SPACE, decode
from trucewatch.lineage.corpus.tokens import Tokens
from trucewatch.lineage.passages import (
    LONGEST_DAY,
    LONGEST_HANDLE,
    LONGEST_NAME,
    LONGEST_POST,
    LONGEST_QUOTATION,
)
from trucewatch.lineage.sketching import MOST_WORDS, QUOTATION_WORDS, quoted_ranges

_DOUBLE, _ANGLE, _SINGLE_ANGLE, _STRAIGHT, _SINGLE = 1, 2, 3, 4, 5
_OPENS, _CLOSES, _TURNS = 0, 16, 32  # what a mark does, beside its family
_MAX_DEPTH = 4  # see marks
_MARK_BYTES = np.zeros(256, dtype=np.uint8)  # 1: may begin a mark; 2: ends a paragraph
_MARK_BYTES[[0x22, 0x27, 0xC2, 0xE2, 0xE3]] = 1
_MARK_BYTES[0x0A] = 2
_NO_BREAK_SPACE, _SOFT_HYPHEN, _ELLIPSIS = 0xA0, 0xAD, 0x2026


def _table(chars: dict[str, int]) -> Any:
    made = np.zeros(0x3100, dtype=np.uint8)
    for char, value in chars.items():
        made[ord(char)] = value
    return made


_ROLES = _table(
    dict.fromkeys("“„‟❝〝", _OPENS + _DOUBLE)
    | {"«": _OPENS + _ANGLE, "‹": _OPENS + _SINGLE_ANGLE}
    | dict.fromkeys("”❞〞", _CLOSES + _DOUBLE)
    | {"»": _CLOSES + _ANGLE, "›": _CLOSES + _SINGLE_ANGLE, '"': _TURNS + _STRAIGHT}
    | dict.fromkeys("‚‛'’‘", _TURNS + _SINGLE)
)
_BEFORE_OPENING = _table(dict.fromkeys(" \t\n\r\u00a0([{—–-/:“‘«„\"'…", 1))


class _Marks(NamedTuple):
    """The marks of one paragraph: byte, code point and family, where the quotation that each opens ends (0: none).

    ``stack`` holds the marks that are open, and in its last place how many they are.
    """

    at: Numbers
    points: Numbers
    closed: Numbers
    stack: Numbers


class _Text(NamedTuple):
    raw: Bytes
    points: Bytes


def find_quoted(texts: Sequence[str], tokens: Tokens) -> tuple[Numbers, Ints]:
    """First and past last word of each quotation, text after text, and where those of each text start."""
    asked: list[int] = []
    given = np.zeros(len(texts) + 1, dtype=np.int64)
    for text in tokens.moved:
        ranges = [place for pair in quoted_ranges(_document(texts[text])) for place in pair]
        asked += ranges
        given[text + 1] = len(ranges)
    is_moved = np.zeros(len(texts), dtype=np.uint8)
    is_moved[list(tokens.moved)] = 1
    room = len(tokens.raw) + 1
    marks = _Marks(
        at=np.empty(room, dtype=np.int32),
        points=np.empty(room, dtype=np.int32),
        closed=np.empty(room, dtype=np.int32),
        stack=np.zeros(_MAX_DEPTH + 1, dtype=np.int32),
    )
    found = np.empty(int(tokens.words[-1]) + len(asked) + 2, dtype=np.int32)
    starts = np.zeros(len(texts) + 1, dtype=np.int64)
    answers = np.array(asked, dtype=np.int32), np.cumsum(given)
    _find(
        _Text(tokens.raw, CLASSES),
        tokens.starts,
        (tokens.places, tokens.words),
        is_moved,
        answers,
        marks,
        (found, starts),
    )
    return found[: starts[-1]], starts


def _document(text: str) -> Document:
    return Document(
        id="", sha256="", media_type="text/plain", text=text, text_sha256="", language="und", blocks=(), sentences=(),
        reader="", source="",
    )  # fmt: skip


@native
def _find(
    text: _Text,
    starts: Ints,
    words: tuple[Numbers, Ints],
    is_moved: Bytes,
    answers: tuple[Numbers, Ints],
    marks: _Marks,
    quoted: tuple[Numbers, Ints],
) -> None:
    (found, found_starts), end = quoted, whole(0)
    for at in range(len(is_moved)):
        if is_moved[at]:
            for place in range(answers[1][at], answers[1][at + 1]):
                found[end] = answers[0][place]
                end += 1
        else:
            span = words[0][words[1][at] : words[1][at + 1]]
            end = _find_in(text, starts[at], starts[at + 1] - 1, span, marks, found, end)
        found_starts[at + 1] = end


@native
def _find_in(text: _Text, start: int, end: int, places: Numbers, marks: _Marks, found: Numbers, size: int) -> int:
    """Read the marks of one text, paragraph by paragraph; the new end of ``found``.

    ``bounds`` are, of a paragraph, its start and end, and of its text, too.
    """
    raw = text.raw
    at, line, count, done = start, start, 0, (whole(0), whole(size))
    while at < end:
        sort = _MARK_BYTES[raw[at]]
        if not sort:
            at += 1
            continue
        point, after = decode(raw, at)
        if sort == 2:
            done = _close_part(text, marks, count, (line, at, start, end), places, found, done)
            line, count = after, 0
        elif point < len(_ROLES) and _ROLES[point] and not _is_in_word(text, at, after, point, start, end):
            lost = _lost_break(raw, at, line, point)
            if lost:
                done = _close_part(text, marks, count, (line, lost, start, end), places, found, done)
                line, count = at, 0
            marks.at[count], marks.points[count], marks.closed[count] = at, point, 0
            count += 1
        at = after
    done = _close_part(text, marks, count, (line, end, start, end), places, found, done)
    return done[1]


@inlined
def _before(raw: Bytes, at: int) -> int:
    """The byte at which the code point before ``at`` starts."""
    at -= 1
    while raw[at] & 0xC0 == 0x80:
        at -= 1
    return at


@inlined
def _is_letter(text: _Text, at: int) -> bool:
    point, _ = decode(text.raw, at)
    return bool(text.points[point] & CLASS) or point == _SOFT_HYPHEN


@native
def _is_in_word(text: _Text, at: int, after: int, point: int, start: int, end: int) -> bool:
    """Whether a mark is an apostrophe between letters."""
    if point not in (0x27, 0x2019, 0x2018):
        return False
    return at > start and after < end and _is_letter(text, _before(text.raw, at)) and _is_letter(text, after)


@native
def _lost_break(raw: Bytes, at: int, line: int, point: int) -> int:
    """Where the spaces start that stand for a lost break before a mark that opens; 0 where none was lost."""
    if point not in (0x22, 0x201C, 0xAB, 0x201E):
        return 0
    place, spaces = at, 0
    while place > line:
        before = _before(raw, place)
        other, _ = decode(raw, before)
        if other not in (0x20, _NO_BREAK_SPACE):
            is_end = other in (0x2E, 0x21, 0x3F, _ELLIPSIS)
            return place if spaces > 1 and is_end else 0
        place = before
        spaces += 1
    return 0


@native
def _close_part(
    text: _Text,
    marks: _Marks,
    count: int,
    bounds: tuple[int, int, int, int],
    places: Numbers,
    found: Numbers,
    done: tuple[int, int],
) -> tuple[int, int]:
    """Pair the marks of one paragraph, and note the words of its outermost quotations.

    How many words are read, and how many places of ``found`` are filled; ``done`` is what this gave last.
    """
    post = _post_end(text.raw, bounds[0], bounds[1])
    if not count and not post:
        return done
    raw, stack = text.raw, marks.stack
    stack[_MAX_DEPTH] = 0
    for nth in range(count):
        _step(text, marks, nth, count, bounds)
    if stack[_MAX_DEPTH] and _family(marks, stack[0]) != _SINGLE:
        marks.closed[stack[0]] = bounds[1]
    past = bounds[0]
    if post:
        past = post
        done = _note(places, bounds[0], post, found, done)
    for nth in range(count):
        start = decode(raw, marks.at[nth])[1]
        if marks.closed[nth] and start >= past:
            past = _cut(raw, start, whole(marks.closed[nth]))
            done = _note(places, start, past, found, done)
    return done


@native
def _note(places: Numbers, start: int, past: int, found: Numbers, done: tuple[int, int]) -> tuple[int, int]:
    """Note the words between two bytes as quoted."""
    word, size = done
    while word < len(places) and places[word] < start:
        word += 1
    first = word
    while word < len(places) and places[word] < past:
        word += 1
    if word - first >= QUOTATION_WORDS and first < MOST_WORDS:
        found[size], found[size + 1] = first, word
        size += 2
    return word, size


@native
def _post_end(raw: Bytes, start: int, end: int) -> int:
    """``passages`` has its words: the byte of the space before the dash of a post's signature, or 0."""
    at = _handle_before(raw, start, end)
    if not at:
        return 0
    for _ in range(LONGEST_NAME + 1):
        at = _before(raw, at)
        if at - 1 <= start:
            return 0
        if raw[at - 1] == 0x20 and decode(raw, at)[0] in (0x2014, 0x2013, 0x2D):
            return at - 1 if _length(raw, start, at - 1) <= LONGEST_POST else 0
    return 0


@native
def _length(raw: Bytes, start: int, end: int) -> int:
    """How many code points start between two bytes."""
    count = 0
    for at in range(start, end):
        count += whole(raw[at] & 0xC0 != 0x80)
    return count


@native
def _handle_before(raw: Bytes, start: int, end: int) -> int:
    """Where the "(@handle)" starts behind which a paragraph has room for no more than a day; 0 where none does."""
    at, left = end, LONGEST_DAY + LONGEST_HANDLE + 4
    while left and at > start and not (raw[at] == 0x28 and raw[at + 1] == 0x40):
        at = _before(raw, at)
        left -= 1
    closed = at + 2
    if not (raw[at] == 0x28 and raw[at + 1] == 0x40 and closed < end):
        return 0
    while closed < end and closed - at - 2 <= LONGEST_HANDLE and _is_handle(raw[closed]):
        closed += 1
    if closed >= end or closed == at + 2 or raw[closed] != 0x29:
        return 0
    return at if _length(raw, closed + 1, end) <= LONGEST_DAY else 0


@inlined
def _is_handle(byte: int) -> bool:
    lower = byte | 0x20
    return 97 <= lower <= 122 or 48 <= byte <= 57 or byte == 0x5F


@native
def _cut(raw: Bytes, start: int, end: int) -> int:
    """Where a quotation ends that may be too long: an unclosed mark must not swallow a page."""
    if end - start < LONGEST_QUOTATION:
        return end
    at = start
    for _ in range(LONGEST_QUOTATION - 1):
        if at >= end:
            return end
        at = decode(raw, at)[1]
    return min(at, end)


@inlined
def _family(marks: _Marks, nth: int) -> int:
    return whole(_ROLES[marks.points[nth]]) & 15


@native
def _is_open(marks: _Marks, family: int) -> bool:
    found = False
    for depth in range(marks.stack[_MAX_DEPTH]):
        found = found or _family(marks, marks.stack[depth]) == family
    return found


@native
def _open(marks: _Marks, nth: int, family: int) -> None:
    if family not in (_SINGLE, _ANGLE):
        _drop(marks, family)
    depth = marks.stack[_MAX_DEPTH]
    if depth < _MAX_DEPTH:
        marks.stack[depth] = nth
        marks.stack[_MAX_DEPTH] = depth + 1


@native
def _drop(marks: _Marks, family: int) -> None:
    kept = 0
    for depth in range(marks.stack[_MAX_DEPTH]):
        if _family(marks, marks.stack[depth]) != family:
            marks.stack[kept] = marks.stack[depth]
            kept += 1
    marks.stack[_MAX_DEPTH] = kept


@native
def _close(marks: _Marks, nth: int, family: int) -> bool:
    """Close the innermost open quotation of the family; what was opened inside it and left open is dropped."""
    if not _is_open(marks, family):
        return False
    depth = marks.stack[_MAX_DEPTH] - 1
    while _family(marks, marks.stack[depth]) != family:
        depth -= 1
    marks.closed[marks.stack[depth]] = marks.at[nth]
    marks.stack[_MAX_DEPTH] = depth
    return True


@native
def _step(text: _Text, marks: _Marks, nth: int, count: int, bounds: tuple[int, int, int, int]) -> None:
    """One mark of the automaton of ``language.marks``."""
    point, depth = marks.points[nth], marks.stack[_MAX_DEPTH]
    role = whole(_ROLES[point])
    family, sort = role & 15, role & 48
    if point == 0x201C and depth and marks.points[marks.stack[depth - 1]] == 0x201E:
        _close(marks, nth, _DOUBLE)
    elif sort == _OPENS:
        _open(marks, nth, family)
    elif sort == _CLOSES:
        _step_closing(text, marks, nth, family, bounds)
    elif family == _STRAIGHT:
        _step_straight(text, marks, nth, bounds)
    elif _is_open(marks, _SINGLE):
        if point != 0x2018 and not _is_plural(text, marks, nth, count, bounds):
            _close(marks, nth, _SINGLE)
    elif _may_open_single(text, marks, nth, bounds):
        _open(marks, nth, _SINGLE)


@native
def _step_closing(text: _Text, marks: _Marks, nth: int, family: int, bounds: tuple[int, int, int, int]) -> None:
    if _close(marks, nth, family):
        return
    if _looks_opening(text, marks, nth, bounds):
        _open(marks, nth, family)
    elif family == _DOUBLE:
        _close(marks, nth, _STRAIGHT)


@native
def _step_straight(text: _Text, marks: _Marks, nth: int, bounds: tuple[int, int, int, int]) -> None:
    if _looks_opening(text, marks, nth, bounds):
        _open(marks, nth, _STRAIGHT)
    elif not _close(marks, nth, _STRAIGHT):
        _close(marks, nth, _DOUBLE)


@native
def _may_open_single(text: _Text, marks: _Marks, nth: int, bounds: tuple[int, int, int, int]) -> bool:
    if marks.points[nth] not in (0x2018, 0x201A, 0x27):
        return False
    return _looks_opening(text, marks, nth, bounds) and not _is_decade(text, marks, nth, bounds)


@native
def _looks_opening(text: _Text, marks: _Marks, nth: int, bounds: tuple[int, int, int, int]) -> bool:
    at = marks.at[nth]
    after = decode(text.raw, at)[1]
    if after >= bounds[3] or text.points[decode(text.raw, after)[0]] & IS_SPACE:
        return False
    if at <= bounds[0]:
        return True
    before = decode(text.raw, _before(text.raw, at))[0]
    return before < len(_BEFORE_OPENING) and bool(_BEFORE_OPENING[before])


@native
def _is_decade(text: _Text, marks: _Marks, nth: int, bounds: tuple[int, int, int, int]) -> bool:
    at = decode(text.raw, marks.at[nth])[1]
    if at >= bounds[3]:
        return False
    point, at = decode(text.raw, at)
    if not text.points[point] & IS_DIGIT:
        return False
    return bool(at >= bounds[3] or text.points[decode(text.raw, at)[0]] & IS_DIGIT)


@native
def _is_plural(text: _Text, marks: _Marks, nth: int, count: int, bounds: tuple[int, int, int, int]) -> bool:
    """Whether ``soldiers’ families``, see ``marks``."""
    raw, at = text.raw, marks.at[nth]
    if at <= bounds[2]:
        return False
    before = decode(raw, _before(raw, at))[0]
    if text.points[before] & IS_SPACE:
        return True
    after = decode(raw, at)[1]
    if before != 0x73 or after + 1 >= bounds[3] or raw[after] != 0x20:
        return False
    if not text.points[decode(raw, after + 1)[0]] & IS_LOWER or nth + 1 >= count:
        return False
    return marks.points[nth + 1] in (0x2019, 0x27)
