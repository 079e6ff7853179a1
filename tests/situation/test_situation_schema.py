from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from situation_samples import TEXT

from trucewatch.situation import assemble, check_situation, read_situation
from trucewatch.situation.keys import Key
from trucewatch.situation.schema import json_schema
from trucewatch.situation.shape import SITUATION

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "situation.md"
SHIPPED = sorted((Path(__file__).parents[2] / "src" / "trucewatch" / "demo").glob("*/*-20*.toml"))


def _faults(value: Any, schema: Mapping[str, Any], where: str = "") -> Iterator[str]:
    """As much of JSON Schema as ours uses."""
    kinds = {"object": dict, "array": list, "string": str | date, "integer": int, "number": int | float}
    if not isinstance(value, kinds[schema["type"]]):
        yield f"{where} is no {schema['type']}"
    elif isinstance(value, dict):
        yield from (f"{where} lacks {name}" for name in schema["required"] if name not in value)
        yield from (f"{where} has unknown {name}" for name in value if name not in schema["properties"])
        for name in value.keys() & schema["properties"].keys():
            yield from _faults(value[name], schema["properties"][name], f"{where}.{name}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _faults(item, schema["items"], f"{where}[{number}]")
    elif "enum" in schema and value not in schema["enum"]:
        yield f"{where} is not listed"
    elif "pattern" in schema and not re.search(schema["pattern"], str(value)):
        yield f"{where} does not match"


def test_the_shipped_schema_is_the_one_the_program_reads_by() -> None:
    """schema.json is what the shape says; print it anew with python -m trucewatch.situation.schema."""
    shipped = json.loads(files("trucewatch.situation").joinpath("schema.json").read_text("utf-8"))
    assert shipped == json_schema()


def test_a_right_file_passes_the_schema_and_a_wrong_one_does_not() -> None:
    """What the program accepts the schema accepts; an unknown key, a missing one and a wrong act it refuses."""
    assert not list(_faults(tomllib.loads(TEXT), json_schema()))
    for wrong in (TEXT + "\nx = 1", TEXT.replace('title = "T', 'name = "T'), TEXT.replace('"Air/', '"Aer/')):
        assert list(_faults(tomllib.loads(wrong), json_schema()))
        assert check_situation(wrong)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_situations_are_right(path: Path) -> None:
    """Each situation and each agreement that ships reads without a fault and passes the schema."""
    shipped = assemble(path.read_text("utf-8"), path.name, lambda name: (path.parent / name).read_text("utf-8")).text
    assert check_situation(shipped) == ()
    assert not list(_faults(tomllib.loads(shipped), json_schema()))


def _keys(shape: Mapping[str, Key]) -> Iterator[tuple[str, Key]]:
    for name, key in shape.items():
        yield name, key
        yield from _keys(key.shape or {})


def test_the_reference_names_every_key() -> None:
    """The reference pages document each key of each table, and say for each what it is for."""
    page = "".join(path.read_text("utf-8") for path in (REFERENCE, REFERENCE.with_name("agreements.md")))
    for name, key in _keys(SITUATION):
        assert f"| `{name}` |" in page or f"[[{name}]]" in page or f".{name}]]" in page, name
        assert key.about in page or key.shape, key.about
        assert all(choice in page for choice in key.choices), name


def test_the_example_in_the_reference_reads() -> None:
    """The example of the reference page is a right situation file."""
    example = re.search(r"```toml\n(.*?)```", REFERENCE.read_text("utf-8"), re.DOTALL)
    assert example is not None
    assert read_situation(example.group(1)).agreements[0].clauses[0].readings
