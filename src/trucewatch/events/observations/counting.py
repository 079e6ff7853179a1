"""Which figures of one sentence count what: by their noun, by a predicate, or by what was named before them.

Decides the kind of each figure, which figures are an earlier period's and which are parts of another. Never looks at a
second sentence but for the kind that it went on with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from trucewatch.events.observations.comparisons import is_earlier, opens_comparison, scopes
from trucewatch.events.observations.figures import Figure
from trucewatch.events.observations.kinds import (
    HARM,
    OWN,
    VIOLATION,
    frequency_after,
    head_after,
    last_named,
    predicate_of,
)

_NUMBERED = r"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)"
#: What may stand around a figure that counts what was named before it.
_BARE_AFTER = re.compile(
    rf"\s*(?:$|[,.;:)(–—-]|(?:in|inside|outside|near|close to|over|across|of (?:them|these|which|whom)|due to"
    rf"|caused|respectively"
    rf"|and (?:about |over )?{_NUMBERED}|recorded|registered|compared|from|were|was|on|assessed|undetermined"
    rf"|outgoing|incoming"
    rf"|over the|throughout|during|heard|seen)\b)",
    re.IGNORECASE,
)
_BARE_BEFORE = re.compile(
    r"(?:[–—(,:]|\s-|\band|\bto|\brecording|\bwith(?: the)?|\bincluding|\btotal of|\b(?:was|were|is|stood at|reached"
    r"|totalled)|^)\s*"
    r"(?:\w+ (?:was|were) )?$",
    re.IGNORECASE,
)
_OF_THOSE = re.compile(r"\s+of (?:them|these|those|which|the)\b(?: [\w-]+){0,2}", re.IGNORECASE)
_PART = re.compile(
    r"\bincluding\b|\bof (?:which|them|these|those|whom)\b|\bamong them\b|\bthe majority of\b|\ball of\b|\bnamely\b",
    re.IGNORECASE,
)
#: Behind a figure that goes on with what was counted, whatever was named since: "nine were caused by", "four of which".
_GOING_ON = re.compile(r"\s+(?:(?:were|was) (?:due|caused|a result)|due to|caused|of which|of whom)\b", re.IGNORECASE)
_AND_NEXT = re.compile(r"\s+and\s+(?:about |over |some )?\d[\d,]*(?!\s*(?:%|per))", re.IGNORECASE)
_NOUGHT = re.compile(r"no$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """A figure and what it counts; ``end`` is where its noun ends."""

    figure: Figure
    kind: str
    end: int
    is_frequency: bool = False
    is_earlier: bool = False
    is_part: bool = False
    is_named: bool = False  # its own noun says what it counts

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.figure.start


def find_counts(text: str, figures: Sequence[Figure], inherited: str, *, goes_on: bool) -> tuple[Count, ...]:
    """The figures that count something. ``inherited`` is the kind of the sentence before, for one that goes on."""
    compared, whole = scopes(text), opens_comparison(text)
    found: list[Count] = []
    for figure in figures:
        count = _read(text, figure, found, inherited)
        if count is None:
            continue
        earlier = whole or is_earlier(text, figure.start, count.end, compared)
        found.append(replace(count, is_earlier=earlier, is_part=_is_part(text, count, found, goes_on=goes_on)))
    return tuple(found)


def _read(text: str, figure: Figure, found: Sequence[Count], inherited: str) -> Count | None:
    head = head_after(text, figure.number, figure.end)
    if head is not None:
        return Count(figure, head[0], head[1], is_named=True)
    before = found[-1].kind if found else inherited
    often = figure.end if figure.is_frequency else frequency_after(text, figure.end)
    if often is not None:
        kind = predicate_of(text, figure.number) or (before if before in OWN else "")
        return Count(figure, kind, often, is_frequency=True) if kind else None
    return None if _NOUGHT.match(text[figure.number : figure.end]) else _bare(text, figure, before)


def _bare(text: str, figure: Figure, before: str) -> Count | None:
    """A figure without a noun of its own: it counts what was named before it."""
    joined = _AND_NEXT.match(text, figure.end)
    if joined and (head := head_after(text, figure.number, joined.end())):
        return Count(figure, head[0], figure.end)
    named = last_named(text, figure.start) or before
    goes_on = bool(before and _GOING_ON.match(text, figure.end))
    named = before if goes_on else named
    if match := _OF_THOSE.match(text, figure.end):
        those = named if goes_on else last_named(text, match.end()) or named
        return Count(figure, those, match.end()) if those else None
    is_bare = bool(_BARE_AFTER.match(text, figure.end) and _BARE_BEFORE.search(text[: figure.start]))
    return Count(figure, named, figure.end) if named and is_bare else None


def _is_part(text: str, count: Count, found: Sequence[Count], *, goes_on: bool) -> bool:
    mains = [each for each in found if not each.is_part and not each.is_earlier]
    if not mains:
        return goes_on
    between = text[mains[-1].end : count.start]
    is_inside = between.count("(") > between.count(")")
    is_listed = bool(_PART.search(between)) or bool(re.match(r"\s*(?:–|—|:)", between) and count.kind in HARM)
    is_spelt_out = bool(re.search(r":[^.;]*$", between)) and mains[-1].kind == count.kind
    is_of_those = bool(_OF_THOSE.match(text, count.figure.end))
    return (is_inside or is_listed or is_of_those or is_spelt_out) and may_hold(mains[-1].kind, count.kind)


def may_hold(whole: str, part: str) -> bool:
    """Whether a count of one kind may have counts of another among it."""
    if whole == part:
        return True
    if whole == VIOLATION:
        return part not in HARM and part not in OWN
    return whole in HARM and part in HARM
