"""Asking for one report: the filter, and what it costs."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from trucewatch.case import Case
from trucewatch.case.readings import Readings
from trucewatch.documents import Document

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


def test_a_report_s_page_reads_the_reports_it_touches_and_no_others(
    sample_path: Path, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own text, those of its story and beside it, those its incidents rest on; never the whole case."""
    read: set[str] = set()
    ask = Readings.__getitem__

    def noted(self: Readings, document: str) -> Document:
        read.add(document)
        return ask(self, document)

    with Case.open(sample_path) as case:
        monkeypatch.setattr(Readings, "__getitem__", noted)
        for row in case.documents().rows:
            story = case.stories(document=row.id).rows[0]
            touched = {row.id, *story.documents, *story.related}
            touched |= {name for each in case.incidents(document=row.id).rows for name in each.documents}
            read.clear()
            assert client.get(f"/documents/{row.id}").status_code == 200
            assert read <= touched
            assert len(read) < len(case.documents())


def test_a_report_s_facts_are_found_by_its_entry_and_not_by_looking_at_all(sample_path: Path) -> None:
    """The database finds them by an index on both kind and entry: the cost is the report's, not the case's."""
    with Case.open(sample_path) as case:
        document = case.documents().rows[0].id
        asked: list[str] = []
        case._connection.set_trace_callback(asked.append)
        list(case.statements(document=document))
        case._connection.set_trace_callback(None)
        queries = [each for each in asked if "FROM facts f JOIN" in each]
        plans = [[row[3] for row in case._connection.execute(f"EXPLAIN QUERY PLAN {query}")] for query in queries]
    assert plans
    assert all(any("facts_order (kind=? AND seq=?)" in step for step in planned) for planned in plans), plans
