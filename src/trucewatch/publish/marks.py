"""Cuts a text at the ends of the spans that are cited in it, so that overlapping marks never need to nest.

Decides where pieces begin and end. Never moves a span: joined together, the pieces are the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from trucewatch.values import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Code points ``[start, end)``. ``covers`` are the spans that lie over it, ``starts`` those that begin with it."""

    start: int
    end: int
    covers: tuple[Span, ...]
    starts: tuple[Span, ...]


def cut(start: int, end: int, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """The pieces of ``[start, end)`` in order. Spans may overlap, repeat, and reach beyond the range."""
    inside = sorted({span for span in spans if span.start < end and span.end > start})
    edges = {start, end} | {edge for span in inside for edge in (span.start, span.end) if start < edge < end}
    order = sorted(edges)
    pieces = []
    open_: list[Span] = []
    following = iter(inside)
    coming = next(following, None)
    for left, right in pairwise(order):
        open_ = [span for span in open_ if span.end > left]
        begun = []
        while coming is not None and coming.start <= left:
            open_.append(coming)
            if coming.start == left:
                begun.append(coming)
            coming = next(following, None)
        pieces.append(Piece(left, right, tuple(sorted(open_)), tuple(begun)))
    return tuple(pieces)
