"""The turns of an interview or a transcript, told by the form of the page alone.

Decides where a conversation is printed: lines that begin with the label of whoever speaks ("LONERGAN: …", "Q: …"), or
lines of dialogue that begin with a dash, question and answer by turns. One "Note:" or "Photo:", a list of figures and a
story's dialogue ("— …, — said she") make no conversation. Never decides who a label names, or what a turn does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.documents.model import BlockKind, Document
from trucewatch.values import Span

_LABEL = re.compile(
    r"\W{0,4}(?P<label>[^\W\d_](?:[^:\n!?,;«“\"]{0,46}[^\W_]|[^:\n!?,;«“\"]{0,45}[.)])?)[*_]{0,3}:[*_]{0,3}[ \t]+(?=\S)"
)
_DASHED = re.compile(r"[ \t]*[—–-][ \t]+(?=\S)")
_ATTRIBUTED = re.compile(r"[,!?…»”.][ \t]*[—–-][ \t]+[^\W\d_A-ZА-ЯІЇЄҐ]")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 6  # of a label: "MAJ. GEN. PATRICK LONERGAN (by telephone)"
_FEWEST = 3  # turns that make a conversation
_ASKED = 2  # questions that make an interview of dialogue without labels


@dataclass(frozen=True, slots=True)
class Turn:
    """What one of two or more says. ``label`` are the words that name them; None behind a dash.

    ``key`` is the same for every turn of one speaker.
    """

    key: str
    start: int
    label: Span | None
    body: Span


def turns_of(document: Document) -> tuple[Turn, ...]:
    """The turns in text order; () where the document prints no conversation."""
    lines = list(_lines(document))
    labelled = list(_labelled(document.text, lines))
    if _is_conversation(document.text, labelled):
        return tuple(labelled)
    dashed = list(_dashed(document.text, lines))
    return tuple(dashed) if _is_interview(document.text, dashed) else ()


def label_ends(document: Document) -> dict[int, int]:
    """Where the words of each labelled turn begin, by where its label does."""
    return {turn.start: turn.body.start for turn in turns_of(document) if turn.label is not None}


def _lines(document: Document) -> Iterator[Span]:
    """The printed lines of the body."""
    for block in document.blocks:
        start = block.span.start
        for line in block.span.of(document.text).split("\n") if block.kind is BlockKind.BODY else ():
            if line.strip():
                yield Span(start, start + len(line))
            start += len(line) + 1


def _labelled(text: str, lines: Sequence[Span]) -> Iterator[Turn]:
    """The lines that open with somebody's label in capitals, or with a title or name."""
    for line in lines:
        found = _LABEL.match(text, line.start, line.end)
        if found is None or found.end() >= line.end:
            continue
        words = _WORD.findall(found["label"].partition("(")[0])
        if 0 < len(words) <= _MOST_WORDS and all(word[0].isupper() for word in words):
            label = Span(found.start("label"), found.end("label"))
            yield Turn(words[-1].casefold(), line.start, label, Span(found.end(), line.end))


def _is_conversation(text: str, turns: Sequence[Turn]) -> bool:
    """Whether two or more speak by turns, one of them again, and somebody asks."""
    keys = Counter(turn.key for turn in turns)
    is_taken_up = len(turns) >= _FEWEST and len(keys) > 1 and max(keys.values()) > 1
    return is_taken_up and any(is_question(text, turn) for turn in turns[:-1])


def _dashed(text: str, lines: Sequence[Span]) -> Iterator[Turn]:
    """The lines that open with a dash, by turns of whoever asks and whoever answers."""
    number = 0
    for line in lines:
        found = _DASHED.match(text, line.start, line.end)
        if found is not None and found.end() < line.end:
            yield Turn("answer" if number % 2 else "question", line.start, None, Span(found.end(), line.end))
            number += 1


def _is_interview(text: str, turns: Sequence[Turn]) -> bool:
    """Whether it is mostly the one who asks, and nobody tells in between who said it."""
    if len(turns) <= _FEWEST or any(_ATTRIBUTED.search(text, turn.body.start, turn.body.end) for turn in turns):
        return False
    asked = sum(is_question(text, turn) for turn in turns[::2])
    return asked >= _ASKED and asked > sum(is_question(text, turn) for turn in turns[1::2])


def is_question(text: str, turn: Turn) -> bool:
    """Whether the turn ends on a question."""
    return turn.body.of(text).rstrip(' )»”"*_').endswith("?")
