"""The rails beside a story's reports: which hangs from which, one drawing for each row.

Decides lanes and lines. Rows may be of any height: what runs through a row runs from its top to its bottom, and the
dot stands a fixed way below the top.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trucewatch.publish.sheet.model import StoryRow

DOT = 13  # drawing units from a row's top to its dot
_LANE = 16
_LEFT = 9
_MOST_LANES = 9  # further lanes are drawn over the last: a phone has no room for more
_BEND = 7


@dataclass(frozen=True, slots=True)
class Line:
    """A line from top to bottom of a row."""

    x: int
    is_dashed: bool


@dataclass(frozen=True, slots=True)
class Rail:
    """One row's drawing. ``way`` is the path by which the row hangs from what is above it; ``head`` its arrow head."""

    width: int
    x: int
    through: tuple[Line, ...]
    below: Line | None
    way: str
    head: str
    is_dashed: bool


def draw_story(rows: Sequence[StoryRow]) -> tuple[Rail, ...]:
    """A rail for each row. A lane stays a report's own until the last that hangs from it has been drawn."""
    last = {row.above: at for at, row in enumerate(rows) if row.above >= 0}
    lanes: dict[int, int] = {}  # by the row that they run down from
    drawn = [_rail(rows, at, lanes, last) for at in range(len(rows))]
    width = max((rail.width for rail in drawn), default=0)
    return tuple(replace(rail, width=width) for rail in drawn)


def _rail(rows: Sequence[StoryRow], at: int, lanes: dict[int, int], last: dict[int, int]) -> Rail:
    row = rows[at]
    above = lanes.get(row.above)
    if above is not None and last[row.above] == at:
        del lanes[row.above]
        lane = above
    else:
        lane = next(number for number in range(len(rows) + 1) if number not in lanes.values())
    through = tuple(Line(_x(other), rows[owner].number == 0) for owner, other in lanes.items())
    if at in last:
        lanes[at] = lane
    is_dashed = row.above >= 0 and rows[row.above].number == 0
    x = _x(lane)
    way, head = _way(_x(above), x, is_ordered=row.is_ordered) if above is not None else ("", "")
    below = Line(x, row.number == 0) if at in last else None
    right = max([x, *(line.x for line in through)])
    return Rail(right + _LEFT + 3, x, through, below, way, head, is_dashed)


def _x(lane: int) -> int:
    return _LEFT + min(lane, _MOST_LANES) * _LANE


def _way(start: int, end: int, *, is_ordered: bool) -> tuple[str, str]:
    """From the lane above to the dot: straight down, or down and round."""
    stop = 9 if is_ordered else 5  # where the dot or the head begins
    if start == end:
        return f"M{start} 0V{DOT - stop}", f"M{end - 4} {DOT - 10}h8l-4 5z" if is_ordered else ""
    side = 1 if end > start else -1
    way = f"M{start} 0V{DOT - _BEND}Q{start} {DOT} {start + side * _BEND} {DOT}H{end - side * stop}"
    return way, f"M{end - side * 10} {DOT - 4}v8l{side * 5} -4z" if is_ordered else ""
