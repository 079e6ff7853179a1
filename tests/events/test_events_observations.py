"""What observers counted: figures with their kinds, circumstances, areas, earlier figures and parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.case.facts import spans_beyond
from trucewatch.documents import Document, Received, read
from trucewatch.events import Observation, find_events
from trucewatch.events.observations.bearings import lies_away
from trucewatch.events.observations.flattening import flatten
from trucewatch.events.observations.kinds import KINDS, UNOBSERVED
from trucewatch.language import analyse
from trucewatch.situation import Party, Place, Situation, Source, SourceKind
from trucewatch.statements import find_statements
from trucewatch.values import Nearness, Span, Where

SORN = Place("sorn", "Sorn", 48_000_000, 38_000_000, 2_000)
SITUATION = Situation(
    id="s",
    title="S",
    parties=(Party("arvenia", "Arvenia"), Party("beldia", "Beldia", aliases=("BDF",))),
    places=(SORN,),
    sources=(Source("obs", "Observer Mission to Sorn", SourceKind.MISSION),),
)


def read_report(text: str, source: str = "") -> Document:
    """A report in English, published on 5 March 2024."""
    return read(Received(raw=text.encode(), name="r.txt", language="en", published="2024-03-05", source=source))


def counted(text: str, source: str = "") -> list[Observation]:
    """The observations of a report."""
    analysis = analyse(read_report(text, source), SITUATION)
    return list(find_events(analysis, find_statements(analysis)).observations)


def figures(text: str) -> list[tuple[str, int | None, int | None]]:
    """Kind and bounds of each count."""
    return [(each.kind, each.count.low, each.count.high) for each in counted(text) if each.count]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("27 explosions", 27, 27),
        ("over 1,500 explosions", 1500, None),
        ("about 40 explosions", 40, 40),
        ("up to twelve explosions", None, 12),
        ("no explosions", 0, 0),
        ("twenty-one explosions", 21, 21),
        ("10 to 15 explosions", 10, 15),
    ],
)
def test_figures_keep_their_bounds(words: str, low: int | None, high: int | None) -> None:
    """Words before a figure open one of its ends, and none is a count of nothing."""
    assert figures(f"The monitors recorded {words} near Sorn.") == [("explosion", low, high)]


def test_earlier_figure_is_no_count_of_its_own() -> None:
    """The figure of the period before stands beside the count it is compared with, by its noun or in order."""
    whole, part = counted(
        "The monitors recorded 120 ceasefire violations, including 40 explosions, compared with 95 violations,"
        " including 31 explosions, in the previous reporting period."
    )
    assert whole.previous is not None
    assert part.previous is not None
    assert (whole.kind, whole.previous.low, part.kind, part.previous.low) == (
        "ceasefire violation",
        95,
        "explosion",
        31,
    )
    assert part.part_of == whole.id
    assert not whole.part_of


def test_respectively_gives_earlier_figures_in_order() -> None:
    """The word "respectively" sets two earlier figures beside two counts."""
    found = counted("The monitors recorded 256 ceasefire violations, including 45 explosions, compared with 8,094 and"
                    " 2,078, respectively, in the previous two weeks.")  # fmt: skip
    assert [each.previous.low for each in found if each.previous] == [8094, 2078]


def test_sentence_that_only_compares_speaks_of_the_one_before() -> None:
    """A sentence that begins "This compares with" adds no count, and tells the period before of the sentence before."""
    (found,) = counted(
        "The mission recorded 17,000 ceasefire violations. This compares with 9,650 ceasefire violations in the"
        " previous two-week period."
    )
    assert found.previous is not None
    assert found.previous.low == 9650


def test_told_change_is_kept_beside_the_figure() -> None:
    """What the mission says of the change is kept as told."""
    (found,) = counted(
        "The mission noted a decrease in the number of ceasefire violations – 1,628, compared with 4,045 recorded in"
        " the previous two-week period."
    )
    assert found.count is not None
    assert found.previous is not None
    assert (found.count.low, found.previous.low, found.relation) == (1628, 4045, "fewer")


def test_parts_in_brackets_have_areas_of_their_own() -> None:
    """Figures in brackets are parts, each of its own area; the whole has none of theirs."""
    whole, one, other = counted(
        "The mission observed 242 weapons in violation of withdrawal lines (170 in non-government-controlled areas and"
        " 72 in government-controlled areas)."
    )
    assert whole.where is None
    assert one.where is not None
    assert one.where.name == "non-government-controlled areas"
    assert other.where is not None
    assert other.where.name == "government-controlled areas"
    assert one.part_of == other.part_of == whole.id


def test_position_distance_and_bearing_make_an_area() -> None:
    """What is heard so far off in a direction is placed there, in whole numbers, and wide."""
    (found,) = counted(
        "Positioned in Sorn, the monitors heard 15 undetermined explosions 3-5km north-east, assessed as outgoing"
        " mortar (82mm) rounds."
    )
    assert (found.sensor, found.weapon, found.calibre_mm, found.direction) == ("heard", "mortar", 82, "outgoing")
    assert found.position is not None
    assert found.position.place == "sorn"
    assert found.distance is not None
    assert (found.distance.low, found.distance.high) == (3000, 5000)
    assert found.where is not None
    assert found.where.lat_e6 is not None
    assert found.where.lon_e6 is not None
    assert found.where.lat_e6 > SORN.lat_e6
    assert found.where.lon_e6 > SORN.lon_e6
    assert found.where.radius_m is not None
    assert found.where.radius_m > SORN.radius_m


def test_distance_of_all_is_that_of_each() -> None:
    """What "all 4–6km north" says, it says of every count of the list."""
    found = counted(
        "The mission camera in Sorn recorded six projectiles in flight from west to east and two muzzle flashes, all"
        " 4–6km north."
    )
    assert [(each.kind, each.sensor, each.bearing, each.course) for each in found] == [
        ("projectile", "camera", "north", "west to east"),
        ("muzzle flash", "camera", "north", ""),
    ]


def test_weapon_of_a_list_is_that_of_each() -> None:
    """Bursts and shots listed together are of one weapon."""
    found = counted("An observer patrol in Velin heard 14 bursts and 32 shots of small-arms fire.")
    assert [each.weapon for each in found] == ["small arms", "small arms"]


@pytest.mark.parametrize(
    ("text", "kind", "low"),
    [
        ("The mission's freedom of movement was restricted 39 times.", "restriction", 39),
        ("Drones of the mission experienced signal interference on 22 occasions.", "jamming", 22),
        ("Small-arms fire was twice directed at UAVs of the mission.", "fire at observers", 2),
        ("Soldiers denied the mission passage near Sorn over 100 times.", "restriction", 100),
    ],
)
def test_times_count_what_was_done_to_observers(text: str, kind: str, low: int) -> None:
    """What is counted by times takes its kind from the predicate."""
    assert [(each.kind, each.count and each.count.low) for each in counted(text)] == [(kind, low)]


def test_what_could_not_be_observed_is_not_none() -> None:
    """A camera out of order is no count; "no violations" is a count of none."""
    blind, nothing = counted(
        "The mission camera in Sorn was not operational on 3 March. The mission recorded no ceasefire violations in"
        " Velin."
    )
    assert blind.kind == UNOBSERVED
    assert blind.count is None
    assert blind.where is not None
    assert blind.where.name == "Sorn"
    assert nothing.count is not None
    assert nothing.count.high == 0


def test_what_a_side_counts_is_no_observation() -> None:
    """A party that counts its enemy's fire observes nothing for us, whatever words it uses."""
    assert not counted("The mission left Sorn. The BDF recorded 40 ceasefire violations by Arvenia on Monday.")
    assert not counted("Arvenia's army said that 12 explosions were heard near the observers' base.")


def test_report_without_observers_is_left_alone() -> None:
    """Nobody who observes, no observation."""
    assert not counted("Police recorded 27 explosions and 14 injured in Sorn on Monday.")


def test_own_report_of_a_mission_speaks_for_it() -> None:
    """In a report that a mission published, passives are its own."""
    text = "In Sorn, 12 explosions were recorded on 3 March."
    assert not counted(text)
    assert [each.kind for each in counted(text, source="obs")] == ["explosion"]


def test_count_without_a_day_is_of_the_reports_period() -> None:
    """The period that the report opens with is that of every count without a time; a running total ends with it."""
    found = counted(
        "Between 18 February and 3 March 2024 the monitors recorded 120 ceasefire violations. They saw 12 anti-tank"
        " mines near Sorn. The mission has confirmed 31 civilian casualties since the beginning of 2024."
    )
    assert [each.when.edtf for each in found if each.when] == [
        "2024-02-18/2024-03-03",
        "2024-02-18/2024-03-03",
        "2024-01-01/2024-03-03",
    ]


def test_summary_and_body_tell_one_count() -> None:
    """The same figure told twice in a report is one observation with the words of both."""
    (found,) = counted(
        "Between 18 February and 3 March 2024 the mission recorded 1,120 ceasefire violations. In the period the"
        " mission recorded 1,120 ceasefire violations in Sorn."
    )
    assert found.where is not None
    assert found.where.place == "sorn"
    assert len([span for span in found.spans if not found.sentence.contains(span)]) > 0


def test_words_broken_by_a_page_are_read() -> None:
    """Line breaks of a printed page inside words hide nothing, and offsets stay those of the text."""
    text = "The mission re-corded 469 cease- fire viola- tions, com-pared with 238 in the pre- vious two-week period."
    (found,) = counted(text)
    document = read_report(text)
    assert found.count is not None
    assert found.count.span is not None
    assert found.previous is not None
    assert found.count.span.of(document.text) == "469"
    assert found.span.of(document.text) == "469 cease- fire viola- tions"
    assert found.previous.low == 238


def test_flat_line_knows_where_its_letters_stand() -> None:
    """Joining broken words moves no offset."""
    flat = flatten("xx Two  viola- tions.", Span(3, 21))
    assert flat.text == "Two violations."
    assert flat.span(4, 14) == Span(8, 20)
    assert flat.position(8) == 4


def test_every_kind_that_is_found_is_in_the_list() -> None:
    """The list of kinds is complete: reviewers choose from it."""
    found = counted(
        "The monitors recorded 4 airspace violations, 3 crossings of the armistice line, 12 flares, 5 tracers, 7"
        " airbursts, 2 craters, 3 drones and damage to 11 houses."
    )
    assert {each.kind for each in found} <= set(KINDS)
    assert len(found) == 8


@pytest.mark.parametrize("bearing", ["north", "south-west", "east-north-east", ""])
def test_area_so_far_off_is_whole_numbers(bearing: str) -> None:
    """The area is reckoned without fractions, and holds the place where no direction is told."""
    base = Where("Sorn", "sorn", Nearness.AT, SORN.lat_e6, SORN.lon_e6, SORN.radius_m)
    found = lies_away(base, 3_000, 5_000, bearing)
    assert found is not None
    assert found.radius_m is not None
    assert isinstance(found.lat_e6, int)
    assert isinstance(found.lon_e6, int)
    assert found.radius_m > SORN.radius_m


def test_unlocated_place_gives_no_area() -> None:
    """From nowhere, nothing is so far off."""
    assert lies_away(Where("Nowhere"), 1_000, 2_000, "north") is None


def test_what_a_running_total_is_made_of_is_part_of_it() -> None:
    """What stands behind a running total says what it holds, not what the period saw."""
    found = counted(
        "Between 18 February and 3 March 2024 the mission confirmed four civilian casualties. The mission has confirmed"
        " 37 civilian casualties since the beginning of 2024. Nine of these casualties were due to small-arms fire."
    )
    assert [(each.count and each.count.low, bool(each.part_of)) for each in found] == [
        (4, False),
        (37, False),
        (9, True),
    ]
    assert found[2].when == found[1].when


PIECES = st.sampled_from(
    [
        "The mission",
        "the monitors",
        "UNIFIL",
        "recorded",
        "heard",
        "was restricted",
        "27",
        "3,412",
        "no",
        "twice",
        "about",
        "over",
        "explosions\n    ",
        "ceasefire violations",
        "viola- tions",
        "times",
        "on 12 occasions",
        "(",
        ")",
        ",",
        ".",
        ";",
        ":",
        "including",
        "of which",
        "compared with\n    ",
        "in the previous period",
        "near Sorn",
        "in Velin region",
        "3-5km north",
        "camera",
        "was not operational",
        "signal interference",
        "–",
        "�\n    ",
        "respectively",
        "since the beginning of 2024",
        "\xad",
        "( 12",
        "2021 to 81",
        "9999999999999999999999999999",
        "assessed as outgoing\n    ",
        "mortar (82mm) rounds",
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_any_words_give_sound_observations(pieces: list[str]) -> None:
    """Whatever the words, every span lies in the text, ids are distinct, parts belong to a whole of the report."""
    text = " ".join(["The mission", *pieces])
    document = read_report(text)
    found = counted(text)
    assert len({each.id for each in found}) == len(found)
    assert not any(spans_beyond(each, document.text) for each in found)
    assert all(each.span.of(document.text).strip() for each in found)
    assert {each.part_of for each in found} <= {each.id for each in found} | {""}
    for each in found:
        low, high = (each.count.low, each.count.high) if each.count else (None, None)
        assert low is None or high is None or low <= high


def test_long_sentences_cost_what_they_are_long() -> None:
    """A sentence of three thousand figures is read in stretches, and gives its counts."""
    assert counted("The mission recorded " + "27 explosions near Sorn, " * 3_000)


def test_damage_is_counted_by_what_was_damaged() -> None:
    """Objects are counted where the words before them speak of damage, and nowhere else."""
    text = "The team counted damage to five apartment blocks. It saw six apartment blocks near Sorn."
    assert [(each.kind, each.count and each.count.low) for each in counted(text, source="obs")] == [("damage", 5)]
