"""Where a quotation opens and closes, paragraph by paragraph, from the marks and what touches them.

Decides which mark closes which, from the text alone: whoever asks what was quoted gets the same answer, whether he has
tokens or only a text. Never decides what a pair of marks does, nor who speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from trucewatch.values import Span

_OPENING = {
    "“": "double",
    "„": "double",
    "‟": "double",
    "❝": "double",
    "〝": "double",
    "«": "angle",
    "‹": "single-angle",
}
_CLOSING = {"”": "double", "❞": "double", "〞": "double", "»": "angle", "›": "single-angle"}
_STRAIGHT = {'"': "straight", "＂": "straight"}
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0([{—–-/:“‘«„\"'…")
_MAX_DEPTH = 4  # deeper nesting is damage, not meaning

_MARK = re.compile("[\"“”„‟«»＂❝❞〝〞‚‛‹›'’‘]")
_MAY_BE_APOSTROPHE = frozenset("'’‘")


class Pair(NamedTuple):
    """Where one quotation's marks stand. ``closed`` is -1 where it runs to the end of its paragraph."""

    opened: int
    closed: int
    depth: int  # 1 for the outermost


@dataclass(slots=True)
class _Open:
    """A mark that has opened and not yet closed."""

    at: int
    family: str


def find_marks(text: str, span: Span) -> list[int]:
    """Where the quotation marks of one paragraph stand, as the tokens have them: an apostrophe in a word is none."""
    found = [match.start() for match in _MARK.finditer(text, span.start, span.end)]
    return [at for at in found if text[at] not in _MAY_BE_APOSTROPHE or not _is_in_word(text, at)]


def _is_in_word(text: str, at: int) -> bool:
    return bool(at) and _is_letter(text[at - 1]) and _is_letter(text[at + 1 : at + 2])


def _is_letter(mark: str) -> bool:
    """Of a word, as the tokens have it: a combining accent or soft hyphen is one too."""
    return mark.isalnum() or "\u0300" <= mark <= "\u036f" or mark == "\u00ad"


def may_open(mark: str) -> bool:
    """Whether a paragraph that begins with ``mark`` goes on with a quotation left open before it."""
    return mark in _OPENING or mark in _STRAIGHT or mark in "'‘"


def find_pairs(text: str, paragraph: Span, marks: Sequence[int]) -> list[Pair]:
    """The quotations of one paragraph whose marks stand at ``marks``, outer before inner, in text order."""
    return sorted(_Automaton(text, paragraph, marks).pairs())


class _Automaton:
    """One pass over the marks of one paragraph."""

    def __init__(self, text: str, paragraph: Span, marks: Sequence[int]) -> None:
        self.text = text
        self.paragraph = paragraph
        self.marks = marks
        self.stack: list[_Open] = []
        self.done: list[Pair] = []

    def pairs(self) -> list[Pair]:
        """Each quotation, in the order of closing."""
        for order, at in enumerate(self.marks):
            self.step(order, at)
        if self.stack and self.stack[0].family != "single":
            self.done.append(Pair(self.stack[0].at, -1, 1))
        return self.done

    def step(self, order: int, at: int) -> None:
        mark = self.text[at]
        if mark == "“" and self.stack and self.text[self.stack[-1].at] == "„":
            self.close(at, "double")  # „so“, as Ukrainian and German print it
        elif mark in _OPENING:
            self.open(at, _OPENING[mark])
        elif mark in _CLOSING:
            self.closing(at, _CLOSING[mark])
        elif mark in _STRAIGHT:
            self.straight(at)
        else:
            self.single(order, at, mark)

    def closing(self, at: int, family: str) -> None:
        """A mark that closes its family, else the straight one left open before it ("so” it is printed)."""
        if self.close(at, family):
            return
        if self.looks_opening(at):
            self.open(at, family)
        elif family == "double":
            self.close(at, "straight")

    def straight(self, at: int) -> None:
        if not self.looks_opening(at) and (self.is_open("straight") or self.is_open("double")):
            self.close(at, "straight" if self.is_open("straight") else "double")
        elif self.looks_opening(at):
            if self.is_open("straight"):
                self.drop("straight")  # the earlier one was never closed: it cannot be told what it held
            self.open(at, "straight")

    def single(self, order: int, at: int, mark: str) -> None:
        """Single marks double as apostrophes: an opening needs a word's edge, a closing needs an opening."""
        if self.is_open("single"):
            if mark != "‘" and not self.is_plural_apostrophe(order, at):
                self.close(at, "single")
        elif mark in "‘‚'" and self.looks_opening(at) and not self.is_decade(at):
            self.open(at, "single")

    def is_plural_apostrophe(self, order: int, at: int) -> bool:
        """Whether ``soldiers’ families``: an s before, a small letter after, and another mark to close with."""
        before, after = self.text[at - 1 : at], self.text[at + 1 : at + 3]
        if before.isspace():
            return True
        if before != "s" or not (after[:1] == " " and after[1:2].islower()):
            return False
        later = self.marks[order + 1] if order + 1 < len(self.marks) else None
        return later is not None and self.text[later] in "’'"

    def is_decade(self, at: int) -> bool:
        return self.text[at + 1 : at + 3].isdigit()

    def looks_opening(self, at: int) -> bool:
        before = self.text[at - 1] if at > self.paragraph.start else " "
        after = self.text[at + 1 : at + 2]
        return before in _BEFORE_OPENING and bool(after) and not after.isspace()

    def is_open(self, family: str) -> bool:
        return any(opened.family == family for opened in self.stack)

    def open(self, at: int, family: str) -> bool:
        if family != "single" and self.is_open(family) and family != "angle":
            self.drop(family)
        if len(self.stack) < _MAX_DEPTH:
            self.stack.append(_Open(at, family))
        return True

    def close(self, at: int, family: str) -> bool:
        """Close the innermost open quotation of the family; what was opened inside it and left open is dropped."""
        if not self.is_open(family):
            return False
        while self.stack[-1].family != family:
            self.stack.pop()
        opened = self.stack.pop()
        self.done.append(Pair(opened.at, at, len(self.stack) + 1))
        return True

    def drop(self, family: str) -> None:
        self.stack = [opened for opened in self.stack if opened.family != family]
