"""How other incidents and reports stand to an incident; and headlines that stand alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from incidents_samples import BELKORA, DAY, LAKES, OSTREL, TARSK, member

from trucewatch.events.model import EventMention, Factuality, Harm, Stance
from trucewatch.incidents import Incident, Member, RelationKind, assemble, group, main_news, parts_and_wholes, taken_up
from trucewatch.values import Amount, Precision, Span, When, Where

_WEEK = When("2031-03-10/2031-03-16", date(2031, 3, 10), date(2031, 3, 16), Precision.WEEK)


def _incident(number: int, killed: int, **given: object) -> Incident:
    harm = (Harm("killed", Amount(killed, killed)),)
    return assemble([member(number, **({"harm": harm} | given))])


def test_a_total_includes_the_single_strike() -> None:
    """A week's toll for a district has part of it in one town on one day; each says so of the other, with reasons."""
    strike, total = _incident(1, 2), _incident(2, 9, when=_WEEK, where=LAKES)
    (of,) = parts_and_wholes(strike, [total])
    (has,) = parts_and_wholes(total, [strike])
    assert (of.kind, of.other) == (RelationKind.PART_OF, total.id)
    assert (has.kind, has.other) == (RelationKind.INCLUDES, strike.id)
    assert (
        of.reasons
        == has.reasons
        == (
            "its days are among the other's",
            "its place is within the other's",
            "its 2 killed are among the other's 9",
        )
    )


@pytest.mark.parametrize(
    "given",
    [
        {"killed": 2},  # no more than the part
        {"where": TARSK},  # another town
        {"when": When.on(DAY + timedelta(days=9))},  # other days
        {"act": "Armed clash"},  # another kind of deed
        {"when": When.on(DAY), "where": OSTREL},  # no wider: another account of the same
    ],
)
def test_what_is_no_wider_or_no_larger_is_not_a_total(given: dict[str, object]) -> None:
    """Days, area and toll must all allow it, and one of days and area be wider."""
    fields: dict[str, object] = {"killed": 9, "when": _WEEK, "where": LAKES} | given
    killed = fields.pop("killed")
    assert isinstance(killed, int)
    assert list(parts_and_wholes(_incident(1, 2), [_incident(2, killed, **fields)])) == []


def test_a_total_that_accuses_somebody_else_does_not_include_it() -> None:
    """What the one side is accused of is no part of what the other is."""
    total = _incident(2, 9, when=_WEEK, where=LAKES, actor=replace(BELKORA, name="Arvenia", party="arvenia"))
    assert list(parts_and_wholes(_incident(1, 2), [total])) == []


def test_late_reports_and_impossible_dates_are_named() -> None:
    """A report of days later follows up; one that dates the deed after its own publication is flagged, and stays."""
    on_time, late = member(1), member(2, published=DAY + timedelta(days=5))
    early = member(3, published=DAY - timedelta(days=4))
    held = [on_time, late, early]
    assert [(each.kind, each.other) for each in taken_up(held)] == [
        (RelationKind.FOLLOWED_UP, late.mention.document),
        (RelationKind.FUTURE, early.mention.document),
    ]
    assert len(assemble(held).mentions) == 3


def _headline(number: int, **given: object) -> Member:
    """A headline alone: a clash with deaths, neither day nor place told."""
    fields: dict[str, object] = {
        "id": f"men-{number}",
        "document": f"doc-{number}",
        "act": "Armed clash",
        "trigger": Span(10, 16),
        "sentence": Span(0, 40 + number),
        "factuality": Factuality.REPORTED,
        "stance": Stance.REPORTS,
        "harm": (Harm("killed", Amount(number, number)),),
    } | given
    published = fields.pop("published", DAY)
    assert isinstance(published, date)
    return Member(mention=EventMention(**fields), published=When.on(published), is_flash=True)  # type: ignore[arg-type]


def test_headlines_of_one_day_tell_one_thing_whatever_toll_they_give() -> None:
    """A toll grows through the day, and one calls an attack what another calls a clash."""
    told = [_headline(1), _headline(2, act="Attack"), _headline(3, act="Shelling/artillery/missile attack")]
    assert len(group(told)) == 1


@pytest.mark.parametrize(
    "given",
    [
        {"published": DAY + timedelta(days=1)},
        {"where": TARSK},
        {"target_class": "civilians"},
        {"act": "Peaceful protest"},
        {"target": BELKORA},
    ],
)
def test_headlines_of_other_days_places_or_people_tell_other_things(given: dict[str, object]) -> None:
    """Another day of publication, a place apart, other people hurt, no violence: another incident."""
    first = _headline(
        1, where=OSTREL, target_class="military", target=replace(BELKORA, name="Arvenia", party="arvenia")
    )
    assert len(group([first, _headline(2, **given)])) == 2


def test_a_headline_alone_never_joins_reports_by_its_day_of_telling() -> None:
    """With a report beneath it, the words say when and where, or the mention stays by itself."""
    report = replace(_headline(2), is_flash=False)
    assert len(group([_headline(1), report])) == 2


def test_the_main_news_is_the_most_told_and_the_first_of_equals() -> None:
    """A headline that tells no deed of its own follows up on that one."""
    assert [main_news(told) for told in ([], [1], [1, 3, 3], [2, 2])] == [None, 0, 1, 0]


def test_a_place_is_within_only_where_its_whole_area_is() -> None:
    """An area that reaches over the other's edge is not part of it."""
    edge = Where("Edge", place="edge", lat_e6=47_500_000, lon_e6=11_750_000, radius_m=9_000)
    total = _incident(2, 9, when=_WEEK, where=LAKES)
    assert list(parts_and_wholes(_incident(1, 2, where=edge), [total])) == []


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from([None, 0, 1]), st.integers(1, 3)), min_size=1, max_size=8))
def test_swapping_the_parties_groups_headlines_alike(told: list[tuple[int, int | None, int]]) -> None:
    """Whichever side was hit, and in whichever order: the same headlines meet."""
    sides = (BELKORA, replace(BELKORA, name="Arvenia", party="arvenia"))

    def grouped(swap: int) -> list[list[str]]:
        return [
            [each.mention.id for each in held]
            for held in group(
                _headline(
                    number,
                    harm=(Harm("killed", Amount(killed, killed)),),
                    published=DAY + timedelta(days=day),
                    target=None if side is None else sides[side ^ swap],
                )
                for number, (day, side, killed) in enumerate(told)
            )
        ]

    assert grouped(0) == grouped(1)
