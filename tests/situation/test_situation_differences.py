from __future__ import annotations

from dataclasses import replace

import pytest
from agreement_samples import AGREEMENT, changed
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.situation import Clause, Deontic, Difference, Reading, Terms, compare_agreements, read_situation

OLD = read_situation(AGREEMENT)


def _differences(old: str, new: str) -> tuple[Difference, ...]:
    return compare_agreements(OLD, read_situation(changed(old, new)[0]))


def test_nothing_differs_from_itself() -> None:
    """Comparing a file with itself finds nothing."""
    assert compare_agreements(OLD, OLD) == ()


READINGS = st.builds(
    lambda party, acts, targets: Reading(party, Terms(acts=tuple(acts), targets=tuple(targets))),
    st.sampled_from(["text", "arvenia", "belkora"]),
    st.lists(st.sampled_from(["Attack", "Arrests"]), unique=True),
    st.lists(st.sampled_from(["energy", "port"]), unique=True),
)
CLAUSES = st.lists(
    st.builds(
        lambda id_, deontic, readings: Clause(id_, f"Clause {id_}", deontic, tuple(readings)),
        st.sampled_from(["1", "2", "3"]),
        st.sampled_from(list(Deontic)),
        st.lists(READINGS, unique_by=lambda reading: reading.party),
    ),
    unique_by=lambda clause: clause.id,
)


@given(CLAUSES, CLAUSES)
def test_a_difference_is_found_where_there_is_one(one: list[Clause], other: list[Clause]) -> None:
    """Two agreements differ where their clauses do, and only there; order aside, a dropped id is always a fault."""
    (truce,) = OLD.agreements
    old = replace(OLD, agreements=(replace(truce, clauses=tuple(one)),))
    new = replace(OLD, agreements=(replace(truce, clauses=tuple(other)),))
    found = compare_agreements(old, new)
    by_id = {clause.id: clause for clause in other}
    same = all(by_id.get(clause.id) == clause for clause in one) and len(one) == len(other)
    assert same or found
    dropped = {clause.id for clause in one} - by_id.keys()
    assert {each.clause for each in found if each.kind == "removed" and each.fault} >= dropped


FAITHFUL = [
    ('title = "No strikes"', 'title = "No strikes at all"', "reworded"),
    ('stage = "in force"', 'stage = "expired"', "changed"),
    ('party = "text"\nline', 'party = "text"\nsummary = "Back."\nline', "reworded"),
]


@pytest.mark.parametrize(("old", "new", "kind"), FAITHFUL, ids=[new for _, new, _ in FAITHFUL])
def test_mended_words_keep_faith(old: str, new: str, kind: str) -> None:
    """Titles, summaries and the stage may change: no term does."""
    (difference,) = _differences(old, new)
    assert (difference.kind, difference.fault) == (kind, "")


def test_retiring_and_adding_keep_faith() -> None:
    """A clause is retired and another added for it: told, and no fault."""
    text = AGREEMENT.replace('deontic = "requires"', 'deontic = "requires"\nretired = 2031-05-01', 1)
    added = '\n[[agreement.clause]]\nid = "2a"\ntitle = "Guns leave"\ndeontic = "requires"\nreplaces = "2"\n'
    found = compare_agreements(OLD, read_situation(text + added))
    assert [(each.clause, each.kind, each.fault) for each in found] == [("2", "retired", ""), ("2a", "added", "")]


FAITHLESS = [
    ("distance_km = 15", "distance_km = 10", "changed", "2"),
    ("retired = 2031-04-10\n", "retired = 2031-04-09\n", "changed", "1"),
    ("expires = 2031-04-02", "expires = 2031-04-03", "changed", ""),
    ('text = "A dug position."', 'text = "Any position."', "changed", ""),
    ('title = "Guns stand back"\ndeontic = "requires"', 'title = "No guns"\ndeontic = "prohibits"', "reused", "2"),
    ("[11.0, 48.0]]", "[11.5, 48.0]]", "changed", ""),
]


@pytest.mark.parametrize(("old", "new", "kind", "clause"), FAITHLESS, ids=[new[:30] for _, new, _, _ in FAITHLESS])
def test_silent_changes_are_faults(old: str, new: str, kind: str, clause: str) -> None:
    """A term, a day, a definition or a line changed in place, or an id for another duty, breaks faith."""
    (difference,) = _differences(old, new)
    assert (difference.kind, difference.clause) == (kind, clause)
    assert difference.fault
    assert difference.try_


def test_a_retired_clause_that_holds_again_is_a_reused_id() -> None:
    """A retired id is never used again."""
    (truce,) = OLD.agreements
    again = tuple(replace(clause, retired=None) for clause in truce.clauses)
    (difference,) = compare_agreements(OLD, replace(OLD, agreements=(replace(truce, clauses=again),)))
    assert (difference.kind, difference.clause) == ("reused", "1")


def test_long_lists_are_told_by_what_differs() -> None:
    """Of two lists of acts only those that came or went are named."""
    (difference,) = _differences('"Explosions/Remote violence", "Armed clash"]', '"Explosions/Remote violence"]')
    assert difference.what == "reading of text: acts: Armed clash became nothing"
