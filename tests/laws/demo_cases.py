"""Building the demonstration cases, at a fixed hour."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from trucewatch.case import Case
from trucewatch.cli.demo import reports, situation_text


def clock() -> datetime:
    return datetime(2025, 5, 1, 12, 0, tzinfo=UTC)


def build(path: Path, name: str, text: str | None = None) -> Case:
    case = Case.create(path, text or situation_text(name), clock=clock)
    results = list(case.add(reports(name)))
    assert all(result.error is None for result in results)
    return case
