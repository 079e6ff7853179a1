"""Stretches inside quotation marks, and what each pair of marks does.

Decides where a quotation opens and closes, paragraph by paragraph, from the marks and what touches them; and whether
it is speech, a name or a word held at arm's length, from its shape alone. Never decides who speaks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trucewatch.documents.model import Block, BlockKind
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Quotation, QuotationUse, Tag, Token
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
_NAMING = word_set("""so-called called dubbed named titled entitled nicknamed codenamed code-named termed""")
_LINKING = frozenset({Tag.PREPOSITION, Tag.DETERMINER, Tag.CONJUNCTION, Tag.NUMBER, Tag.PARTICLE, Tag.SUBORDINATOR})
_DEFINITE = word_set("the this that these those his her its their our")


@dataclass(slots=True)
class _Open:
    """A mark that has opened and not yet closed. ``token`` is its index."""

    token: int
    family: str


def find_quotations(text: str, blocks: Sequence[Block], tokens: Sequence[Token]) -> tuple[Quotation, ...]:
    """Every quotation of the text, outer before inner, in text order."""
    starts = [token.span.start for token in tokens]
    found: list[Quotation] = []
    pending: int | None = None
    for block in blocks:
        low, high = bisect_left(starts, block.span.start), bisect_left(starts, block.span.end)
        if low == high:
            continue
        if pending is not None and _opens_again(tokens[low]):
            found[pending] = replace(found[pending], continues=True)
        pending = None
        pairs = _Paragraph(text, block, tokens, low, high).pairs()
        for opened, closed, depth in sorted(pairs):
            quotation = _make(text, block, tokens, (low, high), (opened, closed, depth))
            if quotation is None:
                continue
            found.append(quotation)
            if not quotation.is_closed and depth == 1:
                pending = len(found) - 1
    return tuple(found)


def _opens_again(token: Token) -> bool:
    return token.tag is Tag.QUOTE and (token.text in _OPENING or token.text in _STRAIGHT or token.text in "'‘")


class _Paragraph:
    """The automaton over the marks of one paragraph."""

    def __init__(self, text: str, block: Block, tokens: Sequence[Token], low: int, high: int) -> None:
        self.text = text
        self.block = block
        self.tokens = tokens
        self.marks = [at for at in range(low, high) if tokens[at].tag is Tag.QUOTE]
        self.stack: list[_Open] = []
        self.done: list[tuple[int, int, int]] = []

    def pairs(self) -> list[tuple[int, int, int]]:
        """(token of the opening mark, token of the closing mark or -1, depth) for each quotation."""
        for order, at in enumerate(self.marks):
            self.step(order, at)
        for depth, left in enumerate(self.stack, start=1):
            if left.family != "single" and depth == 1:
                self.done.append((left.token, -1, depth))
        return self.done

    def step(self, order: int, at: int) -> None:
        mark = self.tokens[at].text
        if mark == "“" and self.stack and self.tokens[self.stack[-1].token].text == "„":
            self.close(at, "double")  # „so“, as Ukrainian and German print it
        elif mark in _OPENING:
            self.open(at, _OPENING[mark])
        elif mark in _CLOSING:
            self.close(at, _CLOSING[mark]) or (self.looks_opening(at) and self.open(at, _CLOSING[mark]))
        elif mark in _STRAIGHT:
            self.straight(at)
        else:
            self.single(order, at, mark)

    def straight(self, at: int) -> None:
        if self.is_open("straight") and not self.looks_opening(at):
            self.close(at, "straight")
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
        start = self.tokens[at].span.start
        before, after = self.text[start - 1 : start], self.text[start + 1 : start + 3]
        if before.isspace():
            return True
        if before != "s" or not (after[:1] == " " and after[1:2].islower()):
            return False
        later = self.marks[order + 1] if order + 1 < len(self.marks) else None
        return later is not None and self.tokens[later].text in "’'"

    def is_decade(self, at: int) -> bool:
        end = self.tokens[at].span.end
        return self.text[end : end + 2].isdigit()

    def looks_opening(self, at: int) -> bool:
        span = self.tokens[at].span
        before = self.text[span.start - 1] if span.start > self.block.span.start else " "
        after = self.text[span.end : span.end + 1]
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
        self.done.append((opened.token, at, len(self.stack) + 1))
        return True

    def drop(self, family: str) -> None:
        self.stack = [opened for opened in self.stack if opened.family != family]


def _make(
    text: str, block: Block, tokens: Sequence[Token], bounds: tuple[int, int], pair: tuple[int, int, int]
) -> Quotation | None:
    opened, closed, depth = pair
    start = tokens[opened].span
    is_closed = closed >= 0
    last = closed if is_closed else bounds[1]
    end = tokens[closed].span.end if is_closed else tokens[bounds[1] - 1].span.end
    inner_end = tokens[closed].span.start if is_closed else end
    if not text[start.end : inner_end].strip():
        return None
    use = _use(block, tokens, (opened, last), bounds, is_closed=is_closed)
    return Quotation(Span(start.start, end), Span(start.end, inner_end), use, depth, is_closed)


def _use(
    block: Block, tokens: Sequence[Token], marks: tuple[int, int], bounds: tuple[int, int], *, is_closed: bool
) -> QuotationUse:
    """What the marks do, told by what is inside and what stands before them."""
    opened, last = marks
    inside = tokens[opened + 1 : min(last, opened + 60)]
    spoken = [token for token in inside if token.tag not in {Tag.PUNCTUATION, Tag.QUOTE}]
    has_verb = any(_is_finite(token) for token in spoken)
    before = tokens[opened - 1] if opened > bounds[0] else None
    if not is_closed or len(spoken) >= 9:
        return QuotationUse.SPEECH
    is_whole = before is None and last >= bounds[1] - 1
    if is_whole and block.kind in {BlockKind.HEADING, BlockKind.HEADLINE}:
        return QuotationUse.SPEECH if has_verb else QuotationUse.SCARE
    if _is_named(before, spoken, has_verb=has_verb):
        return QuotationUse.NAME
    ends = bool(inside) and inside[-1].text in {".", "!", "?", ",", "…"}
    after_pause = (
        before is None
        or before.text in {",", ":", ".", "!", "?", "—", "–"}
        or before.sentence != tokens[opened].sentence
    )
    if (ends and after_pause) or (has_verb and len(spoken) >= 4) or (len(spoken) >= 6):
        return QuotationUse.SPEECH
    return QuotationUse.SCARE


def _is_named(before: Token | None, spoken: Sequence[Token], *, has_verb: bool) -> bool:
    if before is not None and before.lower in _NAMING:
        return True
    telling = [token for token in spoken if token.tag not in _LINKING]
    if telling and all(token.text[0].isupper() for token in telling) and (len(telling) > 1 or not has_verb):
        return telling[0].tag is Tag.NAME or len(telling) > 1
    if has_verb or not spoken:
        return False
    return (
        before is not None
        and before.lower in _DEFINITE
        and len(spoken) >= 2
        and spoken[-1].tag in {Tag.NOUN, Tag.NAME, Tag.ADJECTIVE}
    )


def _is_finite(token: Token) -> bool:
    return token.tag is Tag.AUX or (token.tag is Tag.VERB and token.form in {"past", "s", "base"})


def inside_speech(quotations: Sequence[Quotation]) -> Iterator[Span]:
    """The spans that hold somebody's own words."""
    return (quotation.span for quotation in quotations if quotation.use is QuotationUse.SPEECH)
