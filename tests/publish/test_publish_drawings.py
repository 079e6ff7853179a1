from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publish_sample import BULLETIN, SITUATION

from trucewatch.publish.basemap import load
from trucewatch.publish.drawings import draw_map, draw_timeline, moments
from trucewatch.publish.drawings.frame import HEIGHT, WIDTH, Area, frame_of, unroll
from trucewatch.publish.drawings.ground import boundary_path, graticule, land_path, scale_bar
from trucewatch.publish.sheet import write_sheet

SHEET = write_sheet(BULLETIN)
AREAS = st.builds(Area, st.floats(-180, 180), st.floats(-70, 70), st.floats(0.1, 300))


@settings(deadline=None, max_examples=60)
@given(areas=st.lists(AREAS, min_size=1, max_size=6))
def test_every_area_lies_inside_its_frame(areas: list[Area]) -> None:
    """The frame holds each area whole, wherever on Earth they are."""
    unrolled = unroll(areas)
    frame = frame_of(unrolled)
    for area in unrolled:
        x, y = frame.project(area.lon, area.lat)
        radius = frame.units(area.radius_km)
        assert x - radius * 0.5 >= -1
        assert x + radius * 0.5 <= WIDTH + 1
        assert y - radius >= -1
        assert y + radius <= HEIGHT + 1


def test_a_truce_across_the_antimeridian_is_one_piece() -> None:
    """Areas on both sides of the date line are drawn beside each other, not at the ends of the Earth."""
    frame = frame_of(unroll([Area(179.5, -17, 5), Area(-179.5, -17, 5)]))
    west, _, east, _ = frame.bounds
    assert east - west < 5
    assert land_path(frame_of([Area(179, -16.6, 5)]))


def test_a_radius_is_drawn_to_scale() -> None:
    """Fifteen kilometres on the ground are as long on the map as fifteen on its scale bar."""
    drawn = draw_map(SHEET.incidents, SITUATION.places)
    assert drawn is not None
    orvel = next(spot for spot in drawn.spots if spot.numbers == (2,))
    assert orvel.radius / 15 == pytest.approx(drawn.scale_units / drawn.scale_km, rel=0.01)


def test_a_small_area_gets_a_finder_and_a_large_one_does_not() -> None:
    """An area too small to see is ringed so that it can be found; one that can be seen is not."""
    drawn = draw_map(SHEET.incidents, SITUATION.places)
    assert drawn is not None
    finders = {spot.numbers: spot.finder for spot in drawn.spots}
    assert finders[(4,)] > 0
    assert finders[(2,)] == 0


def test_nothing_located_is_no_map() -> None:
    """Without a located incident there is no map, rather than an empty one."""
    assert draw_map((), SITUATION.places) is None


def test_only_what_is_in_view_enters_the_bulletin() -> None:
    """The base map of a small frame is a small part of the file, and stays within the frame."""
    frame = frame_of([Area(-7.4, 37.2, 20)])
    path = land_path(frame)
    assert 0 < len(path) < 5_000
    numbers = [float(each) for each in path.replace("M", " ").replace("Z", " ").replace(",", " ").split()]
    assert all(-21 <= x <= WIDTH + 21 for x in numbers[::2])
    assert all(-21 <= y <= HEIGHT + 21 for y in numbers[1::2])


def test_the_open_sea_has_no_land_and_no_boundary() -> None:
    """Far from any coast the base map is empty, and the scale still holds."""
    frame = frame_of([Area(-140.0, 30.0, 20)])
    assert land_path(frame) == ""
    assert boundary_path(frame) == ""
    kilometres, units = scale_bar(frame)
    assert units == pytest.approx(frame.units(kilometres))


def test_inland_is_all_land() -> None:
    """In the middle of a continent the frame is filled."""
    frame = frame_of([Area(23.0, 0.5, 30)])
    assert land_path(frame)


def test_the_base_map_has_no_names() -> None:
    """The base map is lines and rings within the world, and nothing else."""
    base = load()
    assert len(base.land) > 1000
    assert len(base.boundaries) > 200
    assert all(-180.01 <= x <= 180.01 and -90.01 <= y <= 90.01 for each in base.land for x, y in each.points)


def test_degrees_are_labelled_by_hemisphere() -> None:
    """The graticule says east, west, north and south, and turns over at the date line."""
    meridians, parallels = graticule(frame_of(unroll([Area(179.5, -17, 5), Area(-179.5, -17, 5)])))
    labels = {label for _, label in meridians}
    assert any(label.endswith("E") for label in labels)
    assert any(label.endswith("W") for label in labels)
    assert all(label.endswith("S") for _, label in parallels)
    assert all(math.isfinite(x) for x, _ in meridians)


def test_undated_things_are_never_on_a_day() -> None:
    """What has no date is listed apart from the days and the chart."""
    all_moments = moments(SHEET.incidents, SHEET.gatherings)
    timeline = draw_timeline(all_moments, SITUATION.agreements, BULLETIN.start, BULLETIN.end)
    assert [moment.anchor for moment in timeline.undated] == ["inc-mirna"]
    assert "inc-mirna" not in {bar.moment.anchor for bar in timeline.bars}
    assert [day for day, _ in timeline.days] == ["3 May 2031", "3–4 May 2031", "6 May 2031"]


def test_bars_of_one_time_do_not_overlap() -> None:
    """Two things at one time stand in two lanes of the chart."""
    timeline = draw_timeline(moments(SHEET.incidents, SHEET.gatherings), (), BULLETIN.start, BULLETIN.end)
    for one in timeline.bars:
        for other in timeline.bars:
            if one is not other and one.y == other.y:
                assert one.x + one.width <= other.x or other.x + other.width <= one.x


def test_an_agreement_is_shown_while_in_effect() -> None:
    """The band of an agreement runs from its first day in effect to its last, cut to the period."""
    timeline = draw_timeline(moments(SHEET.incidents, ()), SITUATION.agreements, date(2031, 4, 20), date(2031, 5, 10))
    assert [window.label for window in timeline.windows] == ["Sea and energy truce"]
    assert timeline.windows[0].x > timeline.ticks[0][0]


def test_a_period_of_many_years_has_no_chart() -> None:
    """A stray date decades away costs the chart, not the list."""
    timeline = draw_timeline(moments(SHEET.incidents, ()), (), date(1950, 1, 1), date(2031, 5, 10))
    assert timeline.height == 0
    assert timeline.days


def test_incidents_in_one_area_share_its_circle() -> None:
    """Two incidents in the same area are one circle with two numbers."""
    twice = (SHEET.incidents[0], replace(SHEET.incidents[0], number=9))
    drawn = draw_map(twice, ())
    assert drawn is not None
    assert [spot.numbers for spot in drawn.spots] == [(1, 9)]
