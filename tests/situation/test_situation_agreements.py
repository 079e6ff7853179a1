from __future__ import annotations

from datetime import date, timedelta

import pytest
from agreement_samples import AGREEMENT, changed
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.situation import (
    Agreement,
    Clause,
    Clock,
    Deontic,
    Reading,
    Stage,
    Terms,
    Version,
    check_situation,
    lives,
    read_situation,
    version_on,
    windows,
)


def test_the_sample_is_right() -> None:
    """Versions, definitions, a drawn line, withdrawals and a retired clause read without a fault."""
    assert check_situation(AGREEMENT) == ()
    situation = read_situation(AGREEMENT)
    (truce,), (area,) = situation.agreements, situation.areas
    assert truce.versions[0].effective_clock == Clock(1, 120)
    assert str(truce.versions[0].effective_clock) == "00:01 (UTC+02:00)"
    assert truce.clauses[2].readings[0].terms.withdrawals[0].distance_m == 15_000
    assert area.lines == (((47_000_000, 11_000_000), (48_000_000, 11_000_000)),)
    assert "Air/drone strike" in truce.clauses[0].readings[0].terms.acts  # an event type stands for its sub-event types


def test_a_clause_holds_in_each_version_from_its_own_until_it_retires() -> None:
    """Versions leave a gap in which nothing holds; retirement ends a clause the day before."""
    (truce,) = read_situation(AGREEMENT).agreements
    first, second, _ = truce.clauses
    assert [(life.start, life.end) for life in lives(truce, first)] == [(date(2031, 3, 3), date(2031, 4, 2))]
    assert [(life.start, life.end) for life in lives(truce, second)] == [(date(2031, 4, 10), None)]
    assert version_on(truce, date(2031, 4, 5)) is None
    found = version_on(truce, date(2031, 4, 11))
    assert found is not None
    assert found.id == "second"


WRONG = [
    ('party = "text"\nacts = ["Explosions/Remote violence"]', 'party = "belkra"\nacts = []', "belkra", "belkora"),
    ('acts = ["Explosions/Remote violence"]', 'acts = ["Explosion/Remote violence"]', "holds", "Explosions/Remote"),
    ('line = "lake-line"', 'line = "lake-lane"', "lake-lane", "lake-line"),
    ('line = "lake-line"', "bound = []", "not from where", "line ="),
    ('replaces = "1"', 'replaces = "2"', "replaces", "retired"),
    ('version = "second"', 'version = "secnd"', "secnd", "second"),
    ('uses = ["post"]', 'uses = ["posts"]', "posts", "post"),
    ('id = "line"\ntext', 'id = "line"\nuses = ["post"]\ntext', "rests on itself", "without the other"),
    ("effective = 2031-04-10", "effective = 2031-04-01", "overlap", "expires"),
    ("effective = 2031-04-10", "effective = 2031-03-01", "does not come after", "order"),
    ("retired = 2031-04-10", "retired = 2031-02-10", "retired on 2031-02-10", "correct"),
    ("2031-03-03T00:01:00+02:00", "2031-03-03T00:01:00", "", "offset"),
    ("calibre_to_mm = 200", "calibre_to_mm = 20", "below", "swap"),
    ("distance_km = 15", "distance_km = 0", "is 0", "above 0"),
    ("distance_km = 15", 'distance_km = 15\nweapon = "catapult"', "catapult", "one of"),
    ('id = "2"', 'id = "1"', 'repeats "1"', "rename"),
    ("[[11.0, 47.0], [11.0, 48.0]]", "[[47.0, 111.0], [48.0, 111.0]]", "cannot be drawn", "longitude first"),
    ("[[11.0, 47.0], [11.0, 48.0]]", "[[11.0, 247.0]]", "cannot be drawn", "longitude is"),
    ('"type": "LineString"', '"type": "Lines"', "cannot be drawn", "Polygon"),
    ("geojson = '{", "geojson = '", "cannot be drawn", "GeoJSON"),
    ("\nline = ", '\nzone = ["lake-line"]\nline = ', "encloses nothing", "reach_km"),
]


@pytest.mark.parametrize(("old", "new", "what", "hint"), WRONG, ids=[new[:40] for _, new, _, _ in WRONG])
def test_each_mistake_names_its_line_and_what_to_try(old: str, new: str, what: str, hint: str) -> None:
    """Unknown names, days that contradict, circles, drawings and overlaps are one error each, near their line."""
    text, line = changed(old, new)
    (fault,) = check_situation(text)
    assert what in fault.what
    assert hint in fault.try_ or hint in fault.why
    assert abs(fault.line - line) <= 4


CONTRADICTION = """
[[agreement.clause]]
id = "3"
title = "Guns fire"
deontic = "DEONTIC"

[[agreement.clause.reading]]
party = "PARTY"
acts = ["Armed clash"]
EXTRA
"""


@pytest.mark.parametrize(
    ("deontic", "party", "extra", "is_fault"),
    [
        ("requires", "text", "", True),
        ("requires", "belkora", "", False),  # as another side reads it
        ("requires", "text", 'targets = ["energy"]', True),
        ("requires", "text", "end = 2031-04-05", False),  # before the other begins
        ("permits", "text", "", False),  # narrower than what is prohibited
        ("permits", "text", 'targets = ["energy"]', False),
    ],
)
def test_contradicting_clauses_are_refused(deontic: str, party: str, extra: str, is_fault: bool) -> None:
    """What one clause prohibits no other may require of the same party, place and time, as one party reads both."""
    told = CONTRADICTION.replace("DEONTIC", deontic).replace("PARTY", party).replace("EXTRA", extra)
    faults = check_situation(AGREEMENT + told)
    assert [("contradict" in fault.what) for fault in faults] == [True] * is_fault


def test_a_permission_in_the_very_words_of_a_prohibition_is_refused() -> None:
    """It would leave nothing of what is prohibited."""
    told = CONTRADICTION.replace("DEONTIC", "permits").replace("PARTY", "text").replace("EXTRA", "")
    both = AGREEMENT.replace('["Explosions/Remote violence", "Armed clash"]', '["Armed clash"]') + told
    (fault,) = check_situation(both)
    assert "“Armed clash” is prohibited by the one and permitted by the other" in fault.why


DAYS = st.dates(date(2031, 1, 1), date(2031, 12, 31))


@given(start=st.none() | DAYS, end=st.none() | DAYS, own=st.none() | DAYS, retired=st.none() | DAYS, day=DAYS)
def test_retiring_never_lengthens(
    start: date | None, end: date | None, own: date | None, retired: date | None, day: date
) -> None:
    """A retired clause holds on no day on which it would not have held, and on none from its retirement on."""
    terms = Terms(start=own)
    agreement = Agreement("t", "T", "ceasefire", Stage.IN_FORCE, ("a",), effective=start, expires=end)
    clause = Clause("1", "C", Deontic.PROHIBITS, (reading := Reading("text", terms),))
    kept = Clause("1", "C", Deontic.PROHIBITS, (reading,), retired=retired)

    def holds(which: Clause) -> bool:
        return any(
            (life.start is None or life.start <= day) and (life.end is None or day <= life.end)
            for life in windows(agreement, which, reading)
        )

    assert not holds(kept) or (holds(clause) and (retired is None or day < retired))


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 60)), min_size=1, max_size=5), st.integers(0, 300))
def test_at_most_one_version_holds_on_a_day(lengths: list[tuple[int, int]], after: int) -> None:
    """Versions in order, with or without gaps, never hold together."""
    begins, versions = date(2031, 1, 1), []
    for number, (length, gap) in enumerate(lengths):
        versions.append(Version(str(number), begins, begins + timedelta(days=length - 1)))
        begins += timedelta(days=length + gap)
    agreement = Agreement("t", "T", "ceasefire", Stage.IN_FORCE, ("a",), versions=tuple(versions))
    clause = Clause("1", "C", Deontic.PROHIBITS, ())
    day = date(2031, 1, 1) + timedelta(days=after)
    holding = [life for life in lives(agreement, clause) if life.start and life.end and life.start <= day <= life.end]
    found = version_on(agreement, day)
    assert [life.version for life in holding] == ([found.id] if found else [])
