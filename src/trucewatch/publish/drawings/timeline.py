"""The timeline of a bulletin: what is dated, by day; what is not, apart.

Decides the order of days and the lanes of the chart. An unresolved date is never put on a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.incidents import date_words
from trucewatch.publish.sheet.model import GatheringLine, IncidentLine
from trucewatch.publish.wording import period_words
from trucewatch.situation.model import Agreement
from trucewatch.values import When

WIDTH = 760
_LEFT, _RIGHT = 12, 12
_LANE = 22  # drawing units
_TOP = 30
_LEAST_DAY = 9.0  # a day is drawn at least this wide, so that it can be seen
_MOST_TICKS = 9
_MOST_DAYS = 1500  # a single stray date must not squeeze all others into one line


@dataclass(frozen=True, slots=True)
class Moment:
    """One dated or undated thing. ``anchor`` leads to it; ``shape`` tells kinds apart without colour."""

    shape: str  # incident, gathering
    label: str
    anchor: str
    number: str
    when: When | None
    words: str
    is_contested: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """One moment on the chart."""

    x: float
    y: float
    width: float
    moment: Moment


@dataclass(frozen=True, slots=True)
class Window:
    """An agreement's time in effect on the chart. ``is_open`` where no end is known."""

    x: float
    width: float
    label: str
    is_open: bool
    y: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The chart, and the same as lists."""

    width: int
    height: int
    ticks: tuple[tuple[float, str], ...]
    windows: tuple[Window, ...]
    bars: tuple[Bar, ...]
    days: tuple[tuple[str, tuple[Moment, ...]], ...]
    undated: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    @property
    def day(self) -> float:
        return (WIDTH - _LEFT - _RIGHT) / ((self.last - self.first).days + 1)

    def x(self, day: date) -> float:
        return _LEFT + (day - self.first).days * self.day


def moments(incidents: Iterable[IncidentLine], gatherings: Iterable[GatheringLine]) -> tuple[Moment, ...]:
    """Incidents and gatherings as moments."""
    happened = [
        Moment("incident", line.title, line.id, str(line.number), line.time, line.when, line.is_contested)
        for line in incidents
    ]
    met = [Moment("gathering", _told(line), line.id, "", line.time, line.when, False) for line in gatherings]
    return (*happened, *met)


def _told(line: GatheringLine) -> str:
    return f"{line.title} ({line.told})" if line.told else line.title


def draw_timeline(
    all_moments: tuple[Moment, ...], agreements: tuple[Agreement, ...], start: date | None, end: date | None
) -> Timeline:
    """The timeline of everything with a time, from ``start`` to ``end`` or as far as the moments reach."""
    dated = sorted((m for m in all_moments if _bounds(m)), key=lambda m: (_bounds(m), m.shape != "incident", m.anchor))
    undated = tuple(moment for moment in all_moments if not _bounds(moment))
    days: dict[str, list[Moment]] = {}
    for moment in dated:
        first, last = _bounds(moment) or (date.min, date.min)
        days.setdefault(period_words(first, last), []).append(moment)
    scale = _scale(dated, start, end)
    listed = tuple((day, tuple(group)) for day, group in days.items())
    if scale is None:
        return Timeline(WIDTH, 0, (), (), (), listed, undated)
    windows = _windows(agreements, scale)
    bars, lanes = _bars(dated, scale, _TOP + len(windows) * _LANE)
    height = _TOP + (len(windows) + lanes) * _LANE + 10
    return Timeline(WIDTH, height, _ticks(scale), windows, bars, listed, undated)


def _bounds(moment: Moment) -> tuple[date, date] | None:
    when = moment.when
    return (when.earliest, when.latest) if when and when.earliest and when.latest else None


def _scale(dated: list[Moment], start: date | None, end: date | None) -> _Scale | None:
    bounds = [bound for moment in dated if (bound := _bounds(moment))]
    first = start or min((bound[0] for bound in bounds), default=None)
    last = end or max((bound[1] for bound in bounds), default=None)
    if first is None or last is None or not bounds:
        return None
    first, last = min(first, last), max(first, last)
    return _Scale(first, last) if (last - first).days <= _MOST_DAYS else None


def _bars(dated: list[Moment], scale: _Scale, top: float) -> tuple[tuple[Bar, ...], int]:
    """Each moment in the highest lane that is free at its time."""
    free: list[float] = []
    bars = []
    for moment in dated:
        first, last = _bounds(moment) or (scale.first, scale.first)
        if last < scale.first or first > scale.last:
            continue
        x = scale.x(max(first, scale.first))
        width = max(scale.x(min(last, scale.last)) + scale.day - x, _LEAST_DAY)
        x = min(x, WIDTH - width)
        lane = next((number for number, taken in enumerate(free) if taken <= x), len(free))
        free[lane : lane + 1] = [x + max(width, 18) + 3]
        bars.append(Bar(round(x, 1), round(top + lane * _LANE, 1), round(width, 1), moment))
    return tuple(bars), len(free)


def _windows(agreements: tuple[Agreement, ...], scale: _Scale) -> tuple[Window, ...]:
    out: list[Window] = []
    for agreement in agreements:
        if agreement.effective is None or agreement.effective > scale.last:
            continue
        if agreement.expires is not None and agreement.expires < scale.first:
            continue
        x = scale.x(max(agreement.effective, scale.first))
        last = min(agreement.expires or scale.last, scale.last)
        width = scale.x(last) + scale.day - x
        y = _TOP + len(out) * _LANE
        out.append(Window(round(x, 1), round(width, 1), agreement.name, agreement.expires is None, round(y, 1)))
    return tuple(out)


def _ticks(scale: _Scale) -> tuple[tuple[float, str], ...]:
    count = (scale.last - scale.first).days + 1
    step = max(1, -(-count // _MOST_TICKS))
    days = [scale.first + timedelta(days=number) for number in range(0, count, step)]
    return tuple((round(scale.x(day), 1), _tick_words(day, first=day == days[0])) for day in days)


def _tick_words(day: date, *, first: bool) -> str:
    words = date_words(day)
    return words if first else " ".join([part[:3] if part.isalpha() else part for part in words.split()[:2]])
