"""The place and date that open a wire story: "KYIV, Ukraine (AP) —", "Kyiv, March 26 (Interfax) -".

Decides whether the first body paragraph, or a line of its own, opens with a dateline, and what it gives. The words
stay part of their paragraph and sentence; the later rooms use the spans to know that a place is where it was written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from trucewatch.documents.dates import parse_date
from trucewatch.documents.model import Block, BlockKind, Dateline
from trucewatch.values import Span

_LONGEST = 120  # code points before the dash
_WORD = r"[^\W\d_][\w'’.-]*"
_PLACE = rf"(?P<place>{_WORD}(?:[ /]{_WORD}){{0,4}}(?:,\s{_WORD}(?:\s{_WORD}){{0,3}}?)??)"
_MONTH = r"[^\W\d_]{3,9}\.?"
_DATE = rf"[,.]?\s+(?P<date>(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?)"
_AGENCY = r"[,.]?\s*[(\[/](?P<agency>[^\W\d_][^()\[\]/\n]{0,40})[)\]/]"
_DASH = r"\s*(?:[—–―]|--?(?=\s))|[.:]\s"
_DASH_OR_END = rf"{_DASH}|\s*$"  # not after a bare date: "Dorva, 26 March" alone may name an issuer as well as a place
_FORMS = (
    re.compile(rf"{_PLACE}{_DATE}(?:{_DASH})"),
    re.compile(rf"{_PLACE}{_DATE}{_AGENCY}(?:{_DASH_OR_END})"),
    re.compile(rf"{_PLACE}{_AGENCY}(?:{_DASH_OR_END})"),
    re.compile(rf"{_PLACE}{_AGENCY}{_DATE}(?:{_DASH_OR_END})"),
    re.compile(r"(?P<place>[^\W\d_][^\n(]{2,60}?)\s+(?:[—–―]|--(?=\s))"),  # KYIV, Ukraine — : capitals, checked below
)


def find_dateline(text: str, blocks: Sequence[Block]) -> Dateline | None:
    """The dateline of the first body paragraph, if it opens with one."""
    for block in blocks:
        if block.kind in {BlockKind.BODY, BlockKind.DATELINE}:
            found = read_dateline(text, block.span)
            if found or block.kind is BlockKind.BODY:
                return found
    return None


def read_dateline(text: str, block: Span) -> Dateline | None:
    """The dateline that opens ``block``: place and agency or date, then a dash; or a place in capitals and a dash."""
    end = min(block.end, block.start + _LONGEST)
    for form in _FORMS:
        match = form.match(text, block.start, end)
        if match and _is_dateline(match):
            return _from_match(text, match)
    return None


def is_dateline_alone(text: str, line: Span) -> bool:
    """Whether a line is a dateline and nothing else."""
    found = read_dateline(text, line) if line.end - line.start <= _LONGEST else None
    return found is not None and found.span == line


def _is_dateline(match: re.Match[str]) -> bool:
    """A place begins with a capital; where neither date nor agency follows, its first name is all in capitals."""
    place = match["place"]
    if not place[0].isupper():
        return False
    if "date" in match.groupdict():
        return parse_date(match["date"]) is not None
    first = place.split(",")[0]
    return "agency" in match.groupdict() or (first.isupper() and len(first) > 2)


def _from_match(text: str, match: re.Match[str]) -> Dateline:
    groups = match.groupdict()
    when = None
    if "date" in groups:
        span = Span(*match.span("date"))
        when = parse_date(span.of(text), span)
    whole = Span(match.start(), match.start() + len(match.group().rstrip()))
    return Dateline(whole, Span(*match.span("place")), groups.get("agency") or "", when)
