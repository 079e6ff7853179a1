"""When: the time that a sentence tells of its count, else the period that the report is on.

Decides which time of the report is its period: the first stretch of days that a sentence of the observers gives. A
count "since the beginning of the year" is a running total, up to the end of that period.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date

from trucewatch.events.observations.flattening import Flat
from trucewatch.language.model import Analysis
from trucewatch.values import Precision, When

_STRETCH = re.compile(r"\b(?:and|to|until)\b|[-–]")
_SINCE = re.compile(
    r"(?P<whole>\b[Ss]ince (?:the )?(?:beginning|start) of (?:the |this )?(?:year|\d{4}|conflict)"
    r"|\b[Ss]ince (?:1|01) January(?: \d{4})?)|\b[Tt]his year\b|\b[Ss]ince (?:\d{1,2} )?(?:[A-Z][a-z]+ ?)?(?:\d{4})?"
)
_BRINGING = re.compile(r"\b(?:bringing|including)\b")


class Periods:
    """The times of one report, and its period once it is told."""

    def __init__(self, analysis: Analysis) -> None:
        self._times = [when for when in analysis.times if when.span is not None]
        self._starts = [when.span.start for when in self._times if when.span is not None]
        self._period: When | None = None
        self._published = analysis.document.published

    @property
    def _last(self) -> date | None:
        """The day that a running total runs to: the last of the report's period, else that of publication."""
        known = self._period if self._period and self._period.latest else self._published
        return known.latest if known else None

    def times_in(self, flat: Flat) -> list[When]:
        """The times that stand in a sentence."""
        if not flat.text:
            return []
        first = bisect_left(self._starts, flat.offsets[0])
        return self._times[first : bisect_left(self._starts, flat.offsets[-1] + 1)]

    def tells_time(self, flat: Flat) -> bool:
        """Whether a sentence gives a time of its own."""
        return bool(self.times_in(flat)) or _SINCE.search(flat.text) is not None

    def learn(self, flat: Flat) -> None:
        """Take the report's period from a sentence of the observers, where none is known."""
        if self._period is None:
            self._period = next((when for when in self.times_in(flat) if _is_stretch(when)), None)

    def of(self, flat: Flat, at: int) -> When | None:
        """The time of a count that stands there."""
        since = _SINCE.search(flat.text)
        bringing = _BRINGING.search(flat.text)
        if since is not None and bringing is not None and at < bringing.start() < since.start():
            return self._period
        if since is not None and since["whole"]:
            return self._since(flat, since)
        times = self.times_in(flat)
        position = flat.offsets[min(at, len(flat.offsets) - 1)]
        before = [when for when in times if when.span is not None and when.span.start <= position]
        if before:
            return before[-1]
        if since is not None:
            return self._since(flat, since)
        return times[0] if times else self._period

    def _since(self, flat: Flat, match: re.Match[str]) -> When:
        span = flat.span(*match.span())
        told = next((when for when in self.times_in(flat) if when.span is not None and when.span.overlaps(span)), None)
        words = match.group()
        if told is None or told.earliest is None:
            return When("", None, None, Precision.UNKNOWN, words, span)
        last = self._last
        if last is None or last < told.earliest:
            return When(f"{told.earliest.isoformat()}/..", told.earliest, None, told.precision, words, span)
        edtf = f"{told.earliest.isoformat()}/{last.isoformat()}"
        return When(edtf, told.earliest, last, told.precision, words, span)


def _is_stretch(when: When) -> bool:
    """Whether it is more than a day, as far as that can be told."""
    if when.is_resolved:
        return when.earliest != when.latest
    return bool(_STRETCH.search(when.words))
