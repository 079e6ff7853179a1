"""Where one sentence ends and the next begins, with exact offsets.

Decides on the marks, the word before them and the first word after them; works for English, Russian and Ukrainian and
splits at the full stops of Arabic, Chinese, Japanese and Hindi. Every character of a block that is not white space is
in exactly one sentence. Time is linear: each mark is judged from a window of fixed size. Never looks across blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trucewatch.documents.abbreviations import (
    ALWAYS_GO_ON,
    GO_ON_BEFORE_NUMBER,
    MAY_END,
    NAMES_MAY_END,
    SPEECH_VERBS,
    STARTERS,
)
from trucewatch.values import Span

MAX_SENTENCE = 4_000
"""Longest sentence, in code points. The longest of 710,345 sentences in 14,871 news articles has 3,261, and one in
10,000 more than 1,100; a longer one is a list that lost its line ends. Later rooms may do more than linear work within
one sentence, so that without a cap one hostile line would stop them."""

_WINDOW = 40  # code points looked at on either side of a mark: longer than any abbreviation
_CLOSERS = "\"'”’»›)\\]}」』）】〉》›*"
_MARK = re.compile(f"[.!?…؟۔।॥]+[{_CLOSERS}]*|[。！？｡]+[{_CLOSERS}]*")
_OPENERS = "\"'“”„‘’«‹([{「『（【〈《*\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NEXT = re.compile(f"[\\s{_OPENERS}\\-–—―•·]*")
_WORD = re.compile(r"[^\W\d_]+")
_ANY_WORD = re.compile(r"\w")
_LAST_TOKEN = re.compile(r"[\w'’.&-]*\Z")
_ATTRIBUTION = re.compile(r"(?:[^\W\d_][\w’'-]*\.?\s+){0,4}?(?:" + "|".join(SPEECH_VERBS) + r")\b")
_FULL_WIDTH = frozenset("。！？｡")


def split_sentences(text: str, block: Span) -> Iterator[Span]:
    """The sentences of one block, in order. They do not overlap and leave out only white space."""
    start = _skip_space(text, block.start, block.end)
    word = _first_word(text, start, block.end)
    for mark in _MARK.finditer(text, start, block.end):
        if word < mark.start() and _ends_sentence(text, mark, start, block.end):
            yield from _capped(text, start, mark.end())
            start = _skip_space(text, mark.end(), block.end)
            word = _first_word(text, start, block.end)
    if start < block.end:
        yield from _capped(text, start, block.end)


def _first_word(text: str, start: int, end: int) -> int:
    """Where the first letter or digit stands: marks before it end nothing, as in the dots of a table of contents."""
    found = _ANY_WORD.search(text, start, end)
    return found.start() if found else end


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _capped(text: str, start: int, end: int) -> Iterator[Span]:
    """``[start, end)`` without outer white space, cut at white space where it is longer than any real sentence."""
    while end - start > MAX_SENTENCE:
        limit = start + MAX_SENTENCE
        cut = max(text.rfind(" ", start, limit), text.rfind("\n", start, limit))
        cut = cut if cut > start else limit
        yield from _trimmed(text, start, cut)
        start = _skip_space(text, cut, end)
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _ends_sentence(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether the sentence that began at ``start`` ends with ``mark``."""
    after = mark.end()
    if after >= end or text[mark.start()] in _FULL_WIDTH:
        return True
    if not text[after].isspace():
        return _is_missing_space(text, mark, start, end)
    following = _NEXT.match(text, after, min(end, after + _WINDOW))
    ahead = following.end() if following else after
    if ahead >= end:
        return True
    return not text[ahead].islower() and _ends_before(text, mark, start, ahead, end)


def _ends_before(text: str, mark: re.Match[str], start: int, ahead: int, end: int) -> bool:
    """Whether ``mark`` ends the sentence, given that the word at ``ahead`` does not begin in lower case."""
    marks = mark.group()
    if not marks.startswith("."):
        return not _is_attributed(text, marks, ahead, end)
    if marks != ".":
        return True  # an ellipsis, or a full stop inside closing quotation marks
    return _full_stop_ends(text, mark.start(), start, ahead, end)


def _is_missing_space(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """A full stop glued between a whole word and a capitalised one: "...for talks.Others said"."""
    at, after = mark.start(), mark.end()
    if mark.group() not in {".", ".”", '."', "?", "!"} or after + 1 >= end:
        return False
    before = _LAST_TOKEN.search(text, max(start, at - _WINDOW), at)
    word = before.group() if before else ""
    return (
        len(word) > 2 and word.isalpha() and word[1:].islower() and text[after].isupper() and text[after + 1].islower()
    )


def _is_attributed(text: str, marks: str, ahead: int, end: int) -> bool:
    """“Will it hold?” Smith asked: the sentence goes on after the closing quotation mark."""
    return len(marks) > 1 and bool(_ATTRIBUTION.match(text, ahead, min(end, ahead + 2 * _WINDOW)))


def _full_stop_ends(text: str, at: int, start: int, ahead: int, end: int) -> bool:
    """Whether a lone full stop at ``at`` ends the sentence, by the word before it and the word at ``ahead``."""
    token = _last_token(text, at, start)
    lower = token.lower()
    if token.isdigit() and at - len(token) == start:
        return False  # "1. The parties agree ...": a number that opens the line
    if _is_initials(token) or token in NAMES_MAY_END:
        return _is_starter(text, ahead, end)
    if lower in ALWAYS_GO_ON:
        return False
    if lower in GO_ON_BEFORE_NUMBER:
        return not text[ahead].isdigit()
    return lower not in MAY_END or _is_starter(text, ahead, end)


def _is_starter(text: str, ahead: int, end: int) -> bool:
    """Whether a common first word stands at ``ahead``, with a capital. A lone letter with a full stop is an initial."""
    word = _WORD.match(text, ahead, min(end, ahead + _WINDOW))
    if word is None or not text[ahead].isupper() or word.group().lower() not in STARTERS:
        return False
    return len(word.group()) > 1 or text[word.end() : word.end() + 1] != "."


def _last_token(text: str, at: int, start: int) -> str:
    found = _LAST_TOKEN.search(text, max(start, at - _WINDOW), at)
    return found.group().lstrip("'’-&.") if found else ""


def _is_initials(token: str) -> bool:
    """Single capitals with full stops between: "J", "U.S", "Ю"."""
    return all(len(part) == 1 and part.isupper() for part in token.split(".")) and token != ""
