from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import duckdb
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publish_hostile import hostile_bulletin
from publish_sample import BULLETIN, EMPTY, INCIDENTS

from trucewatch.events.model import Harm
from trucewatch.publish import export_acled_csv, export_followthemoney, export_geojson, export_parquet
from trucewatch.publish.exports.acled import COLUMNS, harmless
from trucewatch.publish.exports.geojson import circle
from trucewatch.publish.exports.tables import TABLES
from trucewatch.values import Amount, Where


def features(bulletin: Any = BULLETIN) -> list[dict[str, Any]]:
    """The features of the GeoJSON export."""
    found: list[dict[str, Any]] = json.loads(export_geojson(bulletin))["features"]
    return found


def rows(bulletin: Any = BULLETIN) -> list[dict[str, str]]:
    """The rows of the CSV export."""
    return list(csv.DictReader(io.StringIO(export_acled_csv(bulletin).removeprefix("\ufeff"), newline="")))


def rings(geometry: dict[str, Any]) -> list[list[list[float]]]:
    """All rings of a polygon or multipolygon."""
    if geometry["type"] == "Polygon":
        found: list[list[list[float]]] = geometry["coordinates"]
        return found
    return [ring for polygon in geometry["coordinates"] for ring in polygon]


def area(ring: list[list[float]]) -> float:
    """Twice the signed area: positive where the ring runs counterclockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def test_geojson_draws_areas_and_never_points() -> None:
    """Each located incident is a closed counterclockwise polygon; each unlocated one has a null geometry."""
    for feature in features():
        geometry = feature["geometry"]
        assert (geometry is None) == (feature["id"] == "inc-mirna")
        for ring in rings(geometry) if geometry else []:
            assert ring[0] == ring[-1]
            assert len(ring) >= 4
            assert area(ring) > 0


@settings(deadline=None, max_examples=60)
@given(lon=st.integers(-180, 180), lat=st.integers(-80, 80), radius=st.integers(100, 400_000))
def test_geojson_stays_on_the_map(lon: int, lat: int, radius: int) -> None:
    """Wherever the area, every coordinate is a longitude and latitude, cut at the antimeridian where it must be."""
    where = Where("x", None, lat_e6=lat * 1_000_000, lon_e6=lon * 1_000_000, radius_m=radius)
    graded = replace(INCIDENTS[0], incident=replace(INCIDENTS[0].incident, where=where))
    (feature,) = features(replace(BULLETIN, incidents=(graded,)))
    for ring in rings(feature["geometry"]):
        assert ring[0] == ring[-1]
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)
        assert max(x for x, _ in ring) - min(x for x, _ in ring) < 180


def test_a_circle_has_its_radius() -> None:
    """The polygon of four kilometres is four kilometres high."""
    heights = [lat for _, lat in circle(10.0, 50.0, 4000)]
    assert (max(heights) - min(heights)) * 111.195 == pytest.approx(8.0, rel=0.01)


def test_geojson_says_what_is_alleged_by_whom() -> None:
    """Properties keep the accounts apart and give the grade with its reasons and the findings by reading."""
    properties = features()[0]["properties"]
    assert [account["stance"] for account in properties["accounts"]] == ["alleges", "denies", "reports"]
    assert properties["independent_origins"] == 2
    assert {finding["reading"] for finding in properties["findings"]} == {"text", "arvenia", "belkora"}


def test_csv_has_acled_columns_and_a_mark_for_excel() -> None:
    """The CSV opens in Excel as UTF-8 and has ACLED's columns in ACLED's order."""
    text = export_acled_csv(BULLETIN)
    assert text.startswith("\ufeffevent_id_cnty,event_date,")
    assert tuple(rows()[0]) == COLUMNS


def test_csv_does_not_decide_between_accounts() -> None:
    """Where accounts name different actors the actor is empty; fatalities are the lowest stated or empty."""
    port, shelling, capture, _ = rows()
    assert port["actor1"] == "Belkora"
    assert port["fatalities"] == "2"
    assert "denied" in port["tags"]
    assert shelling["actor1"] == ""
    assert shelling["fatalities"] == ""
    assert capture["event_date"] == ""
    assert capture["latitude"] == ""


def test_csv_time_comes_from_the_log() -> None:
    """The timestamp is that of the log's last receipt among the reports it rests on."""
    assert rows()[0]["timestamp"] == "1935900003"
    assert rows(replace(BULLETIN, receipts=()))[0]["timestamp"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", " ="])
def test_csv_cells_run_nothing(start: str) -> None:
    """A cell that a spreadsheet would run as a formula begins with an apostrophe."""
    assert harmless(f"{start}HYPERLINK(1)").startswith("'")


def test_csv_numbers_stay_numbers() -> None:
    """A western longitude keeps its minus sign and gets no apostrophe."""
    assert rows()[0]["longitude"] == "-7.420000"


def test_csv_of_hostile_reports_is_harmless() -> None:
    """No cell of a hostile bulletin could run, and the file can be written."""
    export_acled_csv(hostile_bulletin()).encode("utf-8")
    for row in rows(hostile_bulletin()):
        assert not [cell for cell in row.values() if cell[:1] in {"=", "+", "-", "@"}]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("bulletin", [BULLETIN, EMPTY, hostile_bulletin()], ids=["rich", "empty", "hostile"])
def test_followthemoney_accepts_every_entity(bulletin: Any) -> None:
    """Each entity validates against FollowTheMoney, and each value is one that its type keeps."""
    from followthemoney import model  # noqa: PLC0415 - warns on import

    ids = set()
    entities = [json.loads(line) for line in export_followthemoney(bulletin).splitlines()]
    for entity in entities:
        schema = model.get(entity["schema"])
        assert schema is not None
        schema.validate(entity)
        ids.add(entity["id"])
        for name, values in entity["properties"].items():
            kind = schema.get(name)
            assert kind is not None
            assert all(kind.type.clean(value) for value in values), (name, values)
    for entity in entities:
        linked = [entity["properties"].get(name, []) for name in ("subject", "object", "document", "entity", "proof")]
        assert {id_ for each in linked for id_ in each} <= ids


def test_followthemoney_asserts_no_involvement() -> None:
    """Nobody accused is listed as involved in an incident; the accusation is a link that says whose it is."""
    entities = [json.loads(line) for line in export_followthemoney(BULLETIN).splitlines()]
    events = {each["id"]: each for each in entities if each["schema"] == "Event"}
    assert "involved" not in events["inc-selva"]["properties"]
    roles = [each["properties"]["role"][0] for each in entities if each["schema"] == "UnknownLink"]
    assert "named as actor by the Arvenian army" in roles


def test_parquet_is_read_by_others() -> None:
    """Polars and DuckDB read the tables, and find the records in them."""
    tables = export_parquet(BULLETIN)
    assert set(tables) == set(TABLES)
    incidents = pl.read_parquet(io.BytesIO(tables["incidents"]))
    assert incidents["incident"].to_list() == ["inc-selva", "inc-orvel", "inc-mirna", "inc-ship"]
    assert incidents["earliest"].null_count() == 1
    findings = pl.read_parquet(io.BytesIO(tables["findings"])).to_arrow()  # noqa: F841 - read by name below
    counted = duckdb.execute("select reading, count(*) from findings group by reading order by reading").fetchall()
    assert counted == [("arvenia", 1), ("belkora", 1), ("text", 3)]


def test_parquet_spans_point_at_the_words() -> None:
    """Joining account words with documents gives back the words an account rests on."""
    tables = export_parquet(BULLETIN)
    texts = dict(pl.read_parquet(io.BytesIO(tables["documents"])).select("document", "text").iter_rows())
    first = next(pl.read_parquet(io.BytesIO(tables["account_words"])).iter_rows(named=True))
    assert texts[first["document"]][first["start"] : first["end"]].startswith("A drone struck a grain terminal")


@pytest.mark.parametrize("bulletin", [EMPTY, hostile_bulletin()], ids=["empty", "hostile"])
def test_parquet_keeps_its_columns(bulletin: Any) -> None:
    """Every table has its columns, whether it has rows or not and whatever stands in them."""
    for name, data in export_parquet(bulletin).items():
        assert pl.read_parquet(io.BytesIO(data)).columns == list(TABLES[name])


def test_csv_fatalities_are_the_lowest_that_any_account_states() -> None:
    """Within an account the largest group counts, since groups may overlap; between accounts the lowest."""
    incident = INCIDENTS[0].incident
    alleged, denied, reported = incident.accounts
    groups = (Harm("killed", Amount(5, 5, "people"), "civilians"), Harm("killed", Amount(2, 2)))
    told = replace(incident, accounts=(replace(alleged, harm=groups), denied, replace(reported, harm=groups[:1])))
    (row,) = rows(replace(BULLETIN, incidents=(replace(INCIDENTS[0], incident=told),)))
    assert row["fatalities"] == "5"
    assert "5 civilians killed; 2 killed" in row["notes"]
