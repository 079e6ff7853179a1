"""Exports a bulletin as Parquet: one table per kind of record, joined by ids, with a typed column for every field.

Decides the columns and their types. Spans are two integer columns, dates are dates, ranges are two columns; nothing
is a blob of JSON. ``rows.py`` fills them.
"""

from __future__ import annotations

import io

from trucewatch.publish.exports.rows import WRITERS, Row
from trucewatch.publish.model import Bulletin

_TIME = {"edtf": "string", "earliest": "date", "latest": "date", "precision": "string", "when_words": "string"}
_PLACE = {"place_name": "string", "place": "string", "lat_e6": "int", "lon_e6": "int", "radius_m": "int"}
_RANGE = {"low": "int", "high": "int", "unit": "string"}
_SPAN = {"start": "int", "end": "int"}

#: Table -> column -> type. This is the contract with whoever reads the files.
TABLES: dict[str, dict[str, str]] = {
    "documents": {
        "document": "string",
        "source": "string",
        "title": "string",
        "language": "string",
        "url": "string",
        "sha256": "string",
        "text_sha256": "string",
        "text": "string",
        "received": "string",
        **_TIME,
    },
    "statements": {
        "statement": "string",
        "document": "string",
        "act": "string",
        "form": "string",
        "speakers": "strings",
        "is_negated": "bool",
        "sentence_start": "int",
        "sentence_end": "int",
        "content": "strings",
    },
    "mentions": {
        "mention": "string",
        "document": "string",
        "act": "string",
        "factuality": "string",
        "stance": "string",
        "actor": "string",
        "target_class": "string",
        **_SPAN,
        **_TIME,
        **_PLACE,
    },
    "incidents": {
        "incident": "string",
        "title": "string",
        "event_type": "string",
        "sub_event_type": "string",
        "target_class": "string",
        "is_contested": "bool",
        "grade": "string",
        "information_digit": "int",
        "certain_origins": "int",
        "possible_origins": "int",
        **_TIME,
        **_PLACE,
    },
    "accounts": {
        "incident": "string",
        "account": "int",
        "claimant": "string",
        "party": "string",
        "stance": "string",
        "actor": "string",
        "target": "string",
        "publishers": "strings",
        "is_retracted": "bool",
    },
    "account_words": {"incident": "string", "account": "int", "role": "string", "document": "string", **_SPAN},
    "harm": {"incident": "string", "account": "int", "kind": "string", "who": "string", **_RANGE},
    "origins": {
        "incident": "string",
        "origin": "string",
        "name": "string",
        "supports": "bool",
        "weight_millinats": "int",
        "counted": "bool",
        "reason": "string",
    },
    "findings": {
        "finding": "string",
        "incident": "string",
        "agreement": "string",
        "clause": "string",
        "reading": "string",
        "verdict": "string",
        "attributed_to": "string",
        "reasons": "strings",
    },
    "commitments": {
        "commitment": "string",
        "document": "string",
        "what": "string",
        "stage": "string",
        "givers": "string",
        "receivers": "string",
        **_RANGE,
        **_SPAN,
    },
    "gatherings": {
        "gathering": "string",
        "document": "string",
        "kind": "string",
        "hosts": "string",
        "participants": "string",
        "participants_count": "string",
        "absentees": "string",
        **_SPAN,
        **_TIME,
        **_PLACE,
    },
    "observations": {
        "observation": "string",
        "document": "string",
        "kind": "string",
        **_RANGE,
        "previous_low": "int",
        "previous_high": "int",
        "relation": "string",
        "part_of": "string",
        "observer": "string",
        "weapon": "string",
        "calibre_mm": "int",
        "direction": "string",
        "course": "string",
        "sensor": "string",
        "position": "string",
        "distance_low_m": "int",
        "distance_high_m": "int",
        "bearing": "string",
        **_SPAN,
        **_TIME,
        **_PLACE,
    },
    "derivations": {
        "story": "string",
        "child": "string",
        "parent": "string",
        "kind": "string",
        "direction": "string",
        "confidence_per_mille": "int",
    },
    "quotations": {
        "a": "string",
        "b": "string",
        "change": "string",
        "likeness_per_mille": "int",
        "a_start": "int",
        "a_end": "int",
        "b_start": "int",
        "b_end": "int",
    },
}


def export_parquet(bulletin: Bulletin) -> dict[str, bytes]:
    """Table name -> the bytes of its Parquet file. Empty tables are there too, with their columns."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import, needed for this format alone
    import pyarrow.parquet as pq  # noqa: PLC0415

    types = {
        "string": pa.string(),
        "int": pa.int64(),
        "bool": pa.bool_(),
        "date": pa.date32(),
        "strings": pa.list_(pa.string()),
    }
    files = {}
    for name, columns in TABLES.items():
        schema = pa.schema([(column, types[type_]) for column, type_ in columns.items()])
        rows = [_encodable(row) for row in WRITERS[name](bulletin)]
        out = io.BytesIO()
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), out, compression="zstd")
        files[name] = out.getvalue()
    return files


def _encodable(row: Row) -> Row:
    """Strings without lone surrogates, which Parquet cannot hold; each becomes U+FFFD, so that offsets stay true."""
    return {name: _clean(value) for name, value in row.items()}


def _clean(value: object) -> object:
    if isinstance(value, str):
        return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in value)
    if isinstance(value, list):
        return [_clean(each) for each in value]
    return value
