"""Asking for one report: the filter, and what it costs."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.case import Case

NOUNS = ("statements", "commitments", "gatherings")


@pytest.mark.parametrize("noun", NOUNS)
def test_a_report_has_the_facts_that_name_it(sample_path: Path, noun: str) -> None:
    """Filtering by a report gives exactly the facts whose row names that report."""
    with Case.open(sample_path) as case:
        every = getattr(case, noun)().rows
        for document in case.documents():
            assert getattr(case, noun)(document=document.id).rows == tuple(
                row for row in every if row.document == document.id
            )


def test_a_report_has_the_incidents_that_rest_on_it(sample_path: Path) -> None:
    """Incidents and findings of a report are those that list it among their documents."""
    with Case.open(sample_path) as case:
        for document in case.documents():
            told = [row.id for row in case.incidents() if document.id in row.documents]
            assert [row.id for row in case.incidents(document=document.id)] == told
            assert [row.id for row in case.findings(document=document.id)] == [
                row.id for row in case.findings() if row.incident in told
            ]


def test_a_report_and_another_story_have_nothing_in_common(sample_path: Path) -> None:
    """Report and story are asked for together: a report outside the story gives nothing."""
    with Case.open(sample_path) as case:
        one, *others = case.documents().rows
        other = next(row for row in others if row.story != one.story)
        assert [row.id for row in case.documents(document=one.id, story=one.story)] == [one.id]
        assert not case.documents(document=one.id, story=other.story)
        assert [row.id for row in case.stories(document=one.id)] == [one.story]
        assert not case.agreements(document="doc-nothing").rows
