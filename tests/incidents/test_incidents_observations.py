"""Counts of observers in many reports: one count is one, parts are no sums, and what was not observed is not none."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.events import Observation
from trucewatch.events.observations.kinds import UNOBSERVED
from trucewatch.incidents import compare_counts, group_observations
from trucewatch.values import Amount, Nearness, Precision, Span, When, Where


def period(start: int, end: int) -> When:
    """Days of March 2024."""
    first, last = date(2024, 3, start), date(2024, 3, end)
    return When(f"{first}/{last}", first, last, Precision.DAY)


def seen(  # noqa: PLR0913 - each names one field
    name: str,
    count: int | None,
    *,
    document: str = "",
    area: str = "",
    when: When | None = None,
    kind: str = "explosion",
    part_of: str = "",
    previous: int | None = None,
) -> Observation:
    """An observation of our own."""
    return Observation(
        id=name,
        document=document or f"doc-{name}",
        kind=kind,
        span=Span(0, 5),
        sentence=Span(0, 9),
        count=None if count is None else Amount(count, count, kind),
        where=Where(area, nearness=Nearness.AT) if area else None,
        when=when or period(4, 10),
        part_of=part_of,
        previous=None if previous is None else Amount(previous, previous, kind),
    )


def test_copies_of_a_count_are_one() -> None:
    """The same figure of the same kind, period and area in two reports is one count."""
    (group,) = group_observations([seen("a", 120), seen("b", 120)])
    assert [each.id for each in group] == ["a", "b"]


def test_what_tells_two_counts_apart_keeps_them_apart() -> None:
    """Another period, area or kind is another count, and so is a small figure without the same place."""
    one = seen("a", 120, area="Sorn")
    others = [
        seen("b", 120, area="Velin"),
        seen("c", 120, area="Sorn", when=period(11, 17)),
        seen("d", 120, area="Sorn", kind="burst"),
        seen("e", 121, area="Sorn"),
    ]
    assert len(group_observations([one, *others])) == 5
    assert len(group_observations([seen("a", 2, area="Sorn"), seen("b", 2)])) == 2


def test_figures_of_one_report_are_never_joined() -> None:
    """One report that tells a figure twice has been read already: here they are two."""
    assert len(group_observations([seen("a", 120, document="d"), seen("b", 120, document="d")])) == 2


def test_parts_are_not_added_to_their_whole() -> None:
    """A part in the cell of its whole adds nothing; in an area of its own it has a line of its own."""
    whole = seen("w", 120)
    lines = compare_counts([whole, seen("p", 40, part_of="w"), seen("q", 30, area="Sorn", part_of="w")])
    assert [(line.value, line.count and line.count.high) for line in lines] == [("not told", 120), ("Sorn", 30)]


def test_counts_that_may_overlap_make_a_range() -> None:
    """Two counts of one cell are at least the larger and at most both."""
    (line,) = compare_counts([seen("a", 40, area="Sorn"), seen("b", 5, area="Sorn")])
    assert line.count is not None
    assert (line.count.low, line.count.high) == (40, 45)


def test_stated_and_held_figures_stand_side_by_side() -> None:
    """The mission's own figure for the period before does not replace the one the case holds, nor the other way."""
    first, second = compare_counts([seen("a", 95), seen("b", 120, when=period(11, 17), previous=97)])
    assert first.held is None
    assert second.previous is not None and second.held is not None  # noqa: PT018 - both or neither
    assert (second.previous.low, second.held.low, second.change) == (97, 95, "more")


def test_not_observed_is_not_none() -> None:
    """A gap has no count; where something was counted as well, that count is marked as partial."""
    (blind,) = compare_counts([seen("g", None, area="Sorn", kind=UNOBSERVED)])
    assert blind.count is None
    assert blind.is_unobserved
    (line,) = compare_counts([seen("g", None, area="Sorn", kind=UNOBSERVED), seen("n", 0, area="Sorn")])
    assert line.count is not None
    assert (line.count.high, line.is_unobserved) == (0, True)


COUNTS = st.lists(
    st.tuples(st.integers(10, 14), st.sampled_from(["", "Sorn", "Velin"]), st.sampled_from([(4, 10), (11, 17)])),
    max_size=8,
)


@given(COUNTS)
def test_a_copy_adds_nothing(told: list[tuple[int, str, tuple[int, int]]]) -> None:
    """Telling every count again in another report changes no figure of any table."""
    once = [
        seen(f"a{n}", count, document="one", area=area, when=period(*days))
        for n, (count, area, days) in enumerate(told)
    ]
    again = [
        seen(f"b{n}", count, document="two", area=area, when=period(*days))
        for n, (count, area, days) in enumerate(told)
    ]
    figures = [(line.kind, line.value, line.when, line.count and line.count.low) for line in compare_counts(once)]
    both = [
        (line.kind, line.value, line.when, line.count and line.count.low) for line in compare_counts([*once, *again])
    ]
    assert figures == both


def test_running_total_is_no_period_before() -> None:
    """A total since the beginning of the year does not stand beside a week that begins the day after it."""
    since = When("2024-01-01/2024-03-10", date(2024, 1, 1), date(2024, 3, 10), Precision.DAY)
    lines = compare_counts([seen("a", 95, when=since), seen("b", 12, when=period(11, 17))])
    assert [line.held for line in lines] == [None, None]
