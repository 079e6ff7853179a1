"""The law of ``Postings``. A store is held to it by adding itself to ``BACKENDS``: a function of (folder, cap)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from trucewatch.case.postings import CasePostings
from trucewatch.case.schema import create_tables
from trucewatch.lineage import MemoryPostings, Postings

CAP = 5
BIG = (1 << 63) - 1

Backend = Callable[[Path, int], Postings]


def in_memory(_: Path, cap: int) -> Postings:
    """The room's own."""
    return MemoryPostings(cap)


def in_a_case(folder: Path, cap: int) -> Postings:
    """The case's, in SQLite."""
    connection = sqlite3.connect(folder / "postings.db")
    create_tables(connection)
    return CasePostings(connection, cap)


BACKENDS: list[Backend] = [in_memory, in_a_case]


@pytest.fixture(params=BACKENDS, ids=lambda backend: backend.__name__)
def postings(request: pytest.FixtureRequest, tmp_path: Path) -> Postings:
    """One empty store of each kind."""
    backend: Backend = request.param
    return backend(tmp_path, CAP)


def test_a_key_nobody_holds_is_left_out(postings: Postings) -> None:
    """Looking up an unknown key answers nothing for it."""
    assert dict(postings.lookup([1, 2, BIG])) == {}


def test_looking_up_nothing_answers_nothing(postings: Postings) -> None:
    """No keys, no answer, no error."""
    assert dict(postings.lookup([])) == {}


def test_documents_come_in_the_order_they_were_added(postings: Postings) -> None:
    """The order is the log's, not the ids'."""
    for document in ("doc-z", "doc-a", "doc-m"):
        postings.add(document, 100, [7])
    assert postings.lookup([7])[7] == ("doc-z", "doc-a", "doc-m")


def test_only_the_keys_asked_for_are_answered(postings: Postings) -> None:
    """Other keys of the same documents stay out of the answer."""
    postings.add("doc-a", 100, [0, 1, BIG])
    assert dict(postings.lookup([0, BIG, 3])) == {0: ("doc-a",), BIG: ("doc-a",)}


def test_filing_twice_changes_nothing(postings: Postings) -> None:
    """A retried add leaves one posting, whether or not others came in between."""
    for document in ("doc-a", "doc-b", "doc-a", "doc-a"):
        postings.add(document, 100, [7, 7])
    assert postings.lookup([7])[7] == ("doc-a", "doc-b")


def test_a_key_over_the_cap_is_hot_for_good(postings: Postings) -> None:
    """Up to the cap every document is answered; with one more, nobody is, then and later."""
    for at in range(CAP):
        postings.add(f"doc-{at}", 100, [7])
    assert len(postings.lookup([7])[7]) == CAP
    postings.add("doc-x", 100, [7])
    assert dict(postings.lookup([7])) == {7: ()}
    postings.add("doc-y", 100, [7])
    assert dict(postings.lookup([7])) == {7: ()}


def test_frequencies_count_without_reading(postings: Postings) -> None:
    """Counts are those of the lookup; unknown keys are left out, hot ones count one more than the cap."""
    for at in range(CAP + 2):
        postings.add(f"doc-{at}", 100, [7])
    postings.add("doc-a", 100, [8])
    assert dict(postings.frequencies([7, 8, 9])) == {7: CAP + 1, 8: 1}


def test_sizes_are_as_given(postings: Postings) -> None:
    """The store keeps each document's size for the ranking, even when all its keys are hot."""
    postings.add("doc-a", 120, [7])
    postings.add("doc-b", 3, [])
    assert dict(postings.sizes(["doc-b", "doc-a"])) == {"doc-a": 120, "doc-b": 3}
