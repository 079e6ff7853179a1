"""Stretches inside quotation marks, and what each pair of marks does.

Decides whether what stands inside is speech, a name or a word held at arm's length, from its shape alone; where it
opens and closes, ``marks`` says. Never decides who speaks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from trucewatch.documents.model import Block, BlockKind
from trucewatch.language.lexicon import word_set
from trucewatch.language.marks import find_pairs, may_open
from trucewatch.language.model import Quotation, QuotationUse, Tag, Token
from trucewatch.values import Span

_NAMING = word_set("""so-called called dubbed named titled entitled nicknamed codenamed code-named termed""")
_LINKING = frozenset({Tag.PREPOSITION, Tag.DETERMINER, Tag.CONJUNCTION, Tag.NUMBER, Tag.PARTICLE, Tag.SUBORDINATOR})
_DEFINITE = word_set("the this that these those his her its their our")


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
        for opened, closed, depth in _pairs(text, block, tokens, low, high):
            quotation = _make(text, block, tokens, (low, high), (opened, closed, depth))
            if quotation is None:
                continue
            found.append(quotation)
            if not quotation.is_closed and depth == 1:
                pending = len(found) - 1
    return tuple(found)


def _opens_again(token: Token) -> bool:
    return token.tag is Tag.QUOTE and may_open(token.text)


def _pairs(text: str, block: Block, tokens: Sequence[Token], low: int, high: int) -> list[tuple[int, int, int]]:
    """(token of the opening mark, token of the closing mark or -1, depth) for each quotation of one paragraph."""
    index = {tokens[at].span.start: at for at in range(low, high) if tokens[at].tag is Tag.QUOTE}
    pairs = find_pairs(text, block.span, list(index))
    return [(index[pair.opened], index.get(pair.closed, -1), pair.depth) for pair in pairs]


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
    is_what = any(token.lower == "what" for token in tokens[max(bounds[0], opened - 6) : opened])
    if not is_what and _is_named(before, spoken, has_verb=has_verb):
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
