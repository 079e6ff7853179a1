"""Who is said to have spoken a quotation, as far as its own sentence names him.

Decides only where a name stands as the subject of a verb of speech beside the quotation: "X said", "said X". A pronoun,
an office without a name, or the one who was told names nobody. Two names are one speaker's where one ends as the other
does, where they are spelled nearly alike, or where either version joins them by an office ("the army's spokesman, X").
A body and a person are never told apart: bodies speak through persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from trucewatch.lineage.wording import Word, words_in
from trucewatch.lineage.wordlists import (
    BEFORE_VERBS,
    BODIES,
    COMMON_WORDS,
    DATE_WORDS,
    NAME_LINKS,
    OFFICES,
    PRONOUNS,
    SPEECH_VERBS,
    SUBJECT_ENDS,
)
from trucewatch.values import Span


class Name(NamedTuple):
    """One name where it stands: its folded words, the surname last."""

    words: tuple[str, ...]
    span: Span


_ROOM = 200  # code points beside the quotation in which its verb of speech may stand
_FAR = 10  # words between the quotation and that verb
_SUBJECT = 12  # words of a subject: "X, the head of the Y, said"
_SPELLED_ALIKE = 75  # per cent of letters: one name in two transliterations
_APART = 5  # words between two names that an office joins
_READ = 100_000  # code points
_SHORT_SENTENCE = 6  # words: "X explained." after a quotation that ends its own sentence
_MARKS = re.compile('["“”„‟«»❝❞〝〞＂]')
_SENTENCE_END = re.compile(r"(?<![A-Z])(?<![A-Z][a-z])(?<![A-Z][a-z]{2})[.!?…]+[\"”’)]*\s|\n")


def is_other_speaker(ours: Sequence[Name], theirs: Sequence[Name], told: Iterable[Sequence[Word]]) -> bool:
    """Whether both versions name a speaker, and the two are not one, as far as what is ``told`` in them says."""
    if not ours or not theirs or is_one_speaker(ours, theirs) or _are_bodies(ours) != _are_bodies(theirs):
        return False
    return not any(_are_joined(words, ours, theirs) for words in told)


def introductions(text: str) -> list[Word]:
    """The words in which a version introduces its speakers: it does so early."""
    return _words(text, 0, min(len(text), _READ))


def is_one_speaker(ours: Sequence[Name], theirs: Sequence[Name]) -> bool:
    """Whether a name of one is a name of the other."""
    return any(_is_same(one, other) for one in ours for other in theirs)


def speakers(text: str, quotation: Span) -> tuple[Name, ...]:
    """The names in the subject of the verb of speech beside the quotation; () where none is named."""
    before = _named_before(text, quotation.start)
    if before is None:
        before = _named_after(text, quotation)
    return before or ()


def _named_after(text: str, quotation: Span) -> tuple[Name, ...] | None:
    """Of "…," X said; "…," said X; "…." X said. None where no verb of speech stands there."""
    start = min(len(text), quotation.end + 1)
    room = text[start : start + _ROOM]
    mark, end = _MARKS.search(room), _SENTENCE_END.search(room)
    stops = [found.start() for found in (mark, end) if found]
    words = _words(text, start, start + min(stops, default=len(room)))
    verb = next((at for at, word in enumerate(words[:_FAR]) if _is_verb(word)), None)
    is_next_sentence = text[quotation.end - 1] == "." or room[:1] == "."
    if verb is None or (is_next_sentence and len(words) > _SHORT_SENTENCE):
        return None
    if is_next_sentence and mark and (not end or mark.start() < end.start()):
        return None
    return _subject(words[:verb], text) if verb else _first_named(_until_stop(words[1:]), text)


def _named_before(text: str, start: int) -> tuple[Name, ...] | None:
    """Of X said on Monday: "…". None where no verb of speech stands there."""
    end = max(0, start - 1)
    room = text[max(0, end - _ROOM) : end]
    ends = [found.end() for pattern in (_MARKS, _SENTENCE_END) for found in pattern.finditer(room)]
    words = _words(text, max(0, end - _ROOM) + max(ends, default=0), end)
    verb = next((at for at in range(len(words) - 1, max(-1, len(words) - _FAR), -1) if _is_verb(words[at])), None)
    return None if verb is None else _subject(words[max(0, verb - _SUBJECT) : verb], text)


def _words(text: str, start: int, end: int) -> list[Word]:
    return words_in(text, Span(start, end)) if start < end else []


def _is_verb(word: Word) -> bool:
    return word.surface.casefold() in SPEECH_VERBS


def _until_stop(words: Sequence[Word]) -> Sequence[Word]:
    stop = next(
        (at for at, word in enumerate(words) if word.plain in SUBJECT_ENDS or word.plain in PRONOUNS), len(words)
    )
    return words[:stop]


def _subject(words: Sequence[Word], text: str) -> tuple[Name, ...]:
    """The names in a subject: that right before the verb, all where a comma parts it. A pronoun there is all of it."""
    while words and (words[-1].plain.endswith("ly") or words[-1].plain in BEFORE_VERBS):
        words = words[:-1]
    if not words or words[-1].plain in PRONOUNS:
        return ()
    names = _persons(words, text)
    is_parted = "," in text[words[-1].span.end : words[-1].span.end + 1]
    return names[-1:] if _is_capital(words[-1]) and not is_parted else names


def _first_named(words: Sequence[Word], text: str) -> tuple[Name, ...]:
    """The last name before the first comma: "said the envoy Y, a friend of Z"."""
    comma = next((at for at, word in enumerate(words, start=1) if text[word.span.end : word.span.end + 1] == ","), None)
    return _persons(words[:comma], text)[-1:]


def _persons(words: Sequence[Word], text: str) -> tuple[Name, ...]:
    return tuple(name for name in _names(words, text) if name.words[-1] not in OFFICES)


def _names(words: Sequence[Word], text: str) -> Iterator[Name]:
    """Runs of capitalised words that no comma parts; "of" and the like may stand within one."""
    run: list[Word] = []
    for word in words:
        if run and "," in text[run[-1].span.end : word.span.start]:
            yield _name(run)
            run = []
        if _is_capital(word):
            run.append(word)
        elif run and word.plain not in NAME_LINKS:
            yield _name(run)
            run = []
        elif run:
            run.append(word)
    if run:
        yield _name(run)


def _is_capital(word: Word) -> bool:
    if not word.surface[0].isupper() or word.plain in DATE_WORDS:
        return False
    return word.plain not in COMMON_WORDS and word.plain not in PRONOUNS and word.plain not in NAME_LINKS | SUBJECT_ENDS


def _name(run: Sequence[Word]) -> Name:
    while not _is_capital(run[-1]):
        run = run[:-1]
    return Name(tuple(word.plain for word in run), run[0].span.to(run[-1].span))


def _is_same(one: Name, other: Name) -> bool:
    ours, theirs = one.words, other.words
    if ours[-1] in theirs or theirs[-1] in ours:
        return True
    return fuzz.ratio(ours[-1], theirs[-1]) >= _SPELLED_ALIKE


def _are_bodies(names: Sequence[Name]) -> bool:
    """Whether no name is a person's, by the words in it."""
    return all(any(word in BODIES for word in name.words) for name in names)


def _are_joined(words: Sequence[Word], ours: Sequence[Name], theirs: Sequence[Name]) -> bool:
    """Whether an office stands between a name of either speaker: "the Ardenne spokesman, X"."""
    first, second = {name.words[-1] for name in ours}, {name.words[-1] for name in theirs}
    places = [at for at, word in enumerate(words) if word.plain in first | second]
    for at, after in pairwise(places):
        between = words[at + 1 : after]
        is_both = (words[at].plain in first) != (words[after].plain in first)
        if is_both and len(between) <= _APART and any(word.plain in OFFICES for word in between):
            return True
    return False
