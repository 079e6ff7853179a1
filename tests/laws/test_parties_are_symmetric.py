"""Law 4: swap the parties, and the output is the same up to the swap."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from demo_cases import build

from trucewatch.case import Case
from trucewatch.cli.demo import situation_text

NOUNS = ("statements", "incidents", "commitments", "gatherings", "agreements", "findings")


def swapped(text: str, a: str, b: str) -> str:
    """The text with two party ids exchanged wherever they stand as whole strings."""
    turn = {f'"{a}"': f'"{b}"', f'"{b}"': f'"{a}"'}
    return re.sub(f'"{a}"|"{b}"', lambda match: turn[match.group()], text)


def reordered(text: str) -> str:
    """The situation with its party tables in the opposite order."""
    head, *tables = re.split(r"(?m)^(?=\[\[)", text)
    parties = [table for table in tables if table.startswith("[[party]]")]
    rest = [table for table in tables if not table.startswith("[[party]]")]
    return head + "".join([*reversed(parties), *rest])


def everything(case: Case) -> list[str]:
    """All that the case says, without the ids of findings, which hash the party's id."""
    rows: list[dict[str, Any]] = []
    for noun in NOUNS:
        for row in getattr(case, noun)().to_dicts():
            if noun == "findings":
                row.pop("id")
            rows.append({key: sorted(value) if isinstance(value, list) else value for key, value in row.items()})
    return sorted(json.dumps(row, ensure_ascii=False, default=str, sort_keys=True) for row in rows)


@pytest.mark.parametrize(
    ("name", "a", "b"), [("ukraine-2025", "ukraine", "russia"), ("lebanon-2024", "israel", "hezbollah")]
)
def test_swapping_two_parties_swaps_the_whole_case(name: str, a: str, b: str, tmp_path: Path) -> None:
    """A case built with two party ids exchanged, and listed the other way round, says the same of the other."""
    with build(tmp_path / "as-is.case", name) as case:
        as_is = everything(case)
    with build(tmp_path / "swapped.case", name, swapped(reordered(situation_text(name)), a, b)) as case:
        turned = everything(case)
    assert sorted(json_swapped(line, a, b) for line in turned) == as_is


def json_swapped(line: str, a: str, b: str) -> str:
    """One row with the ids exchanged back, and its lists in order again."""
    row = json.loads(swapped(line, a, b))
    return json.dumps(
        {key: sorted(value) if isinstance(value, list) else value for key, value in row.items()},
        ensure_ascii=False,
        sort_keys=True,
    )
