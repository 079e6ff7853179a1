"""The shape of a situation file as JSON Schema, for editors that check TOML while it is written.

Says what one table may hold; what needs two tables to tell (references, contradicting dates) is not in it.
``python -m trucewatch.situation.schema`` prints it; the printed form ships as ``schema.json``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from trucewatch.situation.keys import Key, Sort
from trucewatch.situation.shape import SITUATION

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The whole schema."""
    return {"$schema": _DRAFT, "title": "Trucewatch situation", **_table(SITUATION)}


def _table(shape: Mapping[str, Key]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: {"description": key.about, **_value(key)} for name, key in shape.items()},
        "required": [name for name, key in shape.items() if key.required],
        "additionalProperties": False,
    }


def _value(key: Key) -> dict[str, Any]:
    choices = {"enum": list(key.choices)} if key.choices else {}
    values: Mapping[Sort, dict[str, Any]] = {
        Sort.ID: {"type": "string", "pattern": r"^[^\W_]([\w.-]*\w)?$"},
        Sort.TEXT: {"type": "string", **choices},
        Sort.TEXTS: {"type": "array", "items": {"type": "string", **choices}},
        Sort.DAY: {"type": "string", "format": "date"},
        Sort.MOMENT: {"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]},
        Sort.GEOMETRY: {"type": "string"},
        Sort.INTEGER: {"type": "integer", **_bounds(key)},
        Sort.DECIMAL: {"type": "number", **_bounds(key)},
        Sort.TABLES: {"type": "array", "items": _table(key.shape or {})},
    }
    return values[key.sort]


def _bounds(key: Key) -> dict[str, int]:
    low = {} if key.low is None else {"exclusiveMinimum" if key.is_above else "minimum": key.low}
    return low | ({} if key.high is None else {"maximum": key.high})


if __name__ == "__main__":
    sys.stdout.write(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")
