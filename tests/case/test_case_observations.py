"""What observers counted, in a case: listed, compared, shown, published and exported, each with its words."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

from trucewatch.case import Case
from trucewatch.documents import Received
from trucewatch.errors import UsageError
from trucewatch.events import Observation
from trucewatch.publish import render_html, render_markdown
from trucewatch.web import application
from trucewatch.web.layout import address

SITUATION = """
id = "line"
title = "The line at Sorn"
[[party]]
id = "arvenia"
name = "Arvenia"
[[party]]
id = "beldia"
name = "Beldia"
[[source]]
id = "observers"
name = "Observer Mission"
kind = "mission"
"""
FIRST = "Between 26 February and 3 March 2024 the mission recorded 95 ceasefire violations near Sorn."
SECOND = (
    "Between 4 and 10 March 2024 the mission recorded 120 ceasefire violations near Sorn, including 40 explosions,"
    " compared with 97 violations in the previous period. The mission camera in Velin was not operational."
)
COPY = "SORN (Agency) – Between 4 and 10 March 2024 the observer mission recorded 120 ceasefire violations near Sorn."


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Case]:
    """A case with two reports of a mission, and an agency's copy of the second."""
    with Case.create(tmp_path / "line.case", SITUATION) as case:
        received = [
            Received(raw=FIRST.encode(), name="1.txt", source="observers", published="2024-03-04", language="en"),
            Received(raw=SECOND.encode(), name="2.txt", source="observers", published="2024-03-11", language="en"),
            Received(raw=COPY.encode(), name="3.txt", source="agency", published="2024-03-11", language="en"),
        ]
        assert [result.outcome for result in case.add(received)] == ["added"] * 3
        yield case


def test_each_telling_is_listed_and_each_count_compared_once(watched: Case) -> None:
    """A copy is a row of its own in the listing, and none in the table of counts."""
    assert len(watched.observations(kind="ceasefire violation")) == 3
    rows = watched.counts(kind="ceasefire violation").rows
    assert [(row.count, row.previous, row.held, row.change, row.reports) for row in rows] == [
        ("95", "", "", "", 1),
        ("120", "97", "95", "more", 2),
    ]


def test_what_was_not_observed_is_said(watched: Case) -> None:
    """A camera out of order has a row, and no figure in it."""
    (row,) = watched.counts(kind="not observed").rows
    assert (row.by, row.count, row.observed) == ("Velin", "not observed", "no")


def test_counts_are_laid_out_as_asked(watched: Case) -> None:
    """By observer instead of by area; by what there is not, a clear error."""
    assert {row.by for row in watched.counts(axis="observer")} <= {"mission", "observer mission"}
    with pytest.raises(UsageError, match="'moon'") as error:
        watched.counts(axis="moon")
    assert error.value.try_ == "use one of area, weapon, direction, observer"


def test_an_observation_is_shown_with_its_words_and_reviewed(watched: Case) -> None:
    """By its id it is shown with the sentence it rests on; a rejected one counts no more."""
    row = watched.observations(kind="explosion").rows[0]
    shown = watched.show(row.id)
    assert isinstance(shown.record, Observation)
    assert "including 40 explosions" in shown.words[0].words
    watched.review(row.id, "reject", by="reviewer")
    assert not watched.counts(kind="explosion")


def test_bulletin_and_exports_hold_the_counts(watched: Case) -> None:
    """The bulletin sets the stated beside the held figure; Parquet has a row for each telling."""
    bulletin = watched.bulletin()
    assert "What observers counted" in render_markdown(bulletin)
    page = render_html(bulletin)
    assert 'id="counts"' in page
    assert "Before, as held here" in page
    table = pq.read_table(io.BytesIO(watched.export_tables()["observations"]))
    assert table.num_rows == len(watched.observations())
    assert 97 in table["previous_low"].to_pylist()


def test_pages_show_what_the_tables_hold(watched: Case) -> None:
    """Listing, counts, one observation and the data behind them answer; so does asking by weapon."""
    first = watched.observations().rows[0].id
    with TestClient(application(watched.path), base_url="http://127.0.0.1") as client:
        for path in ("/observations", "/counts", "/counts?by=weapon", address(first), "/api/observations"):
            assert client.get(path).status_code == 200, path
        assert client.get("/api/counts?by=observer").json()[0]["by"] in {"mission", "observer mission"}
        assert "partly" in client.get("/counts").text or "not observed" in client.get("/counts").text
