"""Tables: rows of one kind, which others take as they are; and the filters that all of them share."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

import duckdb
import pandas as pd  # type: ignore[import-untyped]
import polars as pl
import pyarrow as pa
import pytest
from case_samples import reports

from trucewatch.case import Case, Filters, Table
from trucewatch.documents import Received
from trucewatch.errors import UsageError

NOUNS = (
    "documents",
    "stories",
    "statements",
    "mentions",
    "incidents",
    "commitments",
    "pledges",
    "gatherings",
    "agreements",
    "findings",
)


@pytest.mark.parametrize("noun", NOUNS)
def test_others_take_a_table_as_it_is(case: Case, noun: str) -> None:
    """polars, pandas, DuckDB and Arrow read each table through the Arrow stream with its columns and rows."""
    table: Table[Any, Any] = getattr(case, noun)()
    held = pa.RecordBatchReader.from_stream(table)  # noqa: F841 - DuckDB finds it by its name
    assert len(table) > 0
    assert tuple(pa.table(table).column_names) == table.columns == tuple(field.name for field in fields(table.row_type))
    relation = duckdb.sql("SELECT * FROM held")
    assert relation is not None
    frames = (pl.DataFrame(table), pd.DataFrame.from_arrow(table), relation.fetchall())
    assert {len(frame) for frame in frames} == {len(table)} == {len(table.records)}
    assert pl.DataFrame(table)["id"].to_list() == [row["id"] for row in table.to_dicts()]


def test_an_empty_table_has_its_columns(case: Case) -> None:
    """Nothing found is a table of the same shape."""
    empty, full = case.statements(text="no such words"), case.statements()
    assert len(empty) == 0
    assert pa.table(empty).schema == pa.table(full).schema


def test_a_notebook_shows_a_table_safely(case: Case) -> None:
    """The HTML of a table escapes what reports say."""
    table = case.documents()
    row = table[0]
    hostile: Table[Any, Any] = Table(
        table.row_type, (type(row)(**{**_values(row), "title": "<script>alert(1)</script>"}),), ()
    )
    assert "<script>" not in hostile._repr_html_()
    assert "&lt;script&gt;" in hostile._repr_html_()


def _values(row: Any) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(row)}


def test_documents_come_in_log_order(case: Case) -> None:
    """Every report that could be read is a row, in the order it came, with its story."""
    rows = case.documents()
    assert [row.name for row in rows] == [each.name for each in reports() if each.raw]
    assert [row.entry for row in rows] == sorted(row.entry for row in rows)
    assert rows[0].story == rows[1].story != rows[2].story
    assert rows[0].published == "2025-03-04"


def test_a_copy_and_its_original_are_one_story(case: Case) -> None:
    """The edited report is in the story of the wire's, with the wire as its root; each other report is its own."""
    story = case.stories()[0]
    assert [case.show(document).fields()["name"] for document in story.documents] == ["wire.txt", "edited.txt"]
    assert story.roots == story.documents[:1]
    assert story.origins == 1
    assert len(case.stories()) == len(case.documents()) - 1


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"source": "Coastal Wire"}, {"wire.txt", "drone.txt", "ukrainian.txt"}),
        ({"source": "coastal-wire"}, {"wire.txt", "drone.txt", "ukrainian.txt"}),
        ({"language": "uk"}, {"ukrainian.txt"}),
        ({"start": "2025-03-12"}, {"drone.txt", "ukrainian.txt", "talks.txt"}),
        ({"start": date(2025, 3, 5), "end": date(2025, 3, 9)}, {"edited.txt", "denial.txt", "mutual.txt"}),
        ({"text": "CLINIC"}, {"drone.txt"}),
        ({"text": "clinic", "language": "uk"}, set()),
    ],
)
def test_documents_can_be_filtered(case: Case, filters: dict[str, Any], expected: set[str]) -> None:
    """By source (id or name), language, days and words; together they narrow."""
    assert {row.name for row in case.documents(**filters)} == expected


def test_facts_can_be_filtered(case: Case) -> None:
    """By party, act, story, days, place and words, by keyword or as ``Filters``; ids or names alike."""
    every = {row.id for row in case.statements()}
    story = case.documents()[0].story
    in_story = {row.id for row in case.statements(story=story)}
    assert in_story == {row.id for row in case.statements() if row.document in case.stories()[0].documents}
    assert in_story < every
    by_name, by_id = case.statements(party="Belkora"), case.statements(Filters(party="belkora"))
    assert {row.id for row in by_name} == {row.id for row in by_id} < every
    assert {row.act for row in case.statements(kind="deny")} == {"deny"}
    assert all(row.start and row.start >= date(2025, 3, 12) for row in case.statements(start="2025-03-12"))
    assert all("guns" in row.words for row in case.statements(text="Guns"))


def test_incidents_can_be_filtered(case: Case) -> None:
    """By place (with what lies inside it) and act; findings by verdict."""
    assert {row.place for row in case.incidents(place="Sorn")} == {"Sorn"}
    assert len(case.incidents(place="Nowhere")) == 0
    acts = {row.type for row in case.incidents()}
    assert all({row.type for row in case.incidents(kind=act)} == {act} for act in acts)
    verdicts = {row.verdict for row in case.findings()}
    assert all({row.verdict for row in case.findings(kind=verdict)} == {verdict} for verdict in verdicts)


def test_mentions_lead_to_their_incidents(case: Case) -> None:
    """Every mention of every incident is a row that names it, and no other row names one; filters narrow as always."""
    members = {
        kept.fact.id: weighed.graded.incident.id for weighed in case.incidents().records for kept in weighed.mentions
    }
    rows = case.mentions()
    assert {row.id: row.incident for row in rows if row.incident} == members
    assert all(bool(row.incident) != bool(row.why) for row in rows)
    assert {row.factuality for row in case.mentions(source="Belkora Today")} == {"denied"}
    assert all(row.place.endswith("Sorn") for row in case.mentions(place="Sorn"))
    (drone,) = case.mentions(kind="Air/drone strike")
    assert (drone.target, drone.when) == ("a clinic", "2025-03-12")
    assert {row.harm for row in rows if row.harm} == {("4 or more people killed",), ("4 people killed",)}


def test_a_mention_that_is_not_counted_says_why(case: Case) -> None:
    """What is told as history makes no incident and says so; corrected since, it says that it was not counted then."""
    text = "Old wounds\nBelkoran forces shelled the port of Sorn in 1998, long before the truce.\n"
    (added,) = case.add([Received(raw=text.encode(), name="old.txt", published="2025-03-21")])
    (row,) = case.mentions(document=added.id)
    assert (row.incident, row.why, row.factuality) == ("", "history", "background")
    assert row.words
    case.review(row.id, "correct", by="ana", changes={"factuality": "claimed"})
    (row,) = case.mentions(document=added.id)
    assert (row.incident, row.status) == ("", "corrected")
    assert "corrected since" in row.why


@pytest.mark.parametrize(
    "filters", [{"start": "2025-03-09", "end": "2025-03-01"}, {"start": "yesterday"}, {"status": "liked"}]
)
def test_a_filter_that_makes_no_sense_is_refused(case: Case, filters: dict[str, Any]) -> None:
    """Days the wrong way round, no days, an unknown standing: one clear error."""
    with pytest.raises(UsageError):
        case.statements(**filters)


_OLD = "Belkora shelled the port of Sorn"
_NAMED = f"Port still shut\n{_OLD} on March 4, 2025, killing four people, Arvenia said.\n"
_UNNAMED = f"Port hit\n{_OLD}, killing four people, Arvenia said.\n"


def _incidents_of(case: Case, *told: tuple[str, str]) -> list[str]:
    """The incidents of the first mention of each report, added in this order, each a text and its day."""
    given = [Received(raw=text.encode(), name=f"{n}.txt", published=day) for n, (text, day) in enumerate(told)]
    return [case.mentions(document=result.id)[0].incident for result in case.add(given)]


def test_an_old_deed_is_found_by_its_day_however_late(case: Case) -> None:
    """A report of the next year that names the day joins the incident; one that names none founds its own."""
    unnamed, named = _incidents_of(case, (_UNNAMED, "2026-03-20"), (_NAMED, "2026-06-20"))
    assert named == case.mentions(document=case.documents()[0].id)[0].incident
    assert unnamed
    assert unnamed != named


def test_a_deed_is_found_near_each_of_its_tellings(case: Case) -> None:
    """What names no day joins an old deed of which others tell in the same days, and none of which nobody does."""
    named, beside, later = _incidents_of(
        case, (_NAMED, "2026-03-20"), (_UNNAMED, "2026-03-22"), (_UNNAMED.replace("Port hit", "Hit"), "2026-09-01")
    )
    assert beside == named == case.mentions(document=case.documents()[0].id)[0].incident
    assert later not in {"", named}
