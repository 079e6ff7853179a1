"""Law 3 in a case: a copy adds nothing, whoever publishes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from case_samples import build, reports

from trucewatch.case import Case
from trucewatch.corroboration import Grade


def _grades(case: Case) -> dict[str, tuple[int, int, int, int, int]]:
    found: dict[str, Grade] = {each.graded.incident.id: each.graded.grade for each in case.incidents().records}
    return {name: (g.certain, g.possible, g.low, g.high, g.digit) for name, g in found.items()}


@pytest.mark.parametrize("name", ["wire.txt", "denial.txt", "mutual.txt", "drone.txt"])
def test_copies_change_no_grade(name: str, tmp_path: Path) -> None:
    """Six outlets copy a report word for word, dated or not: whatever ids that gives, every grade stays."""
    (copied,) = (report for report in reports() if report.name == name)
    with build(tmp_path / "a.case") as case:
        before = _grades(case)
        for number in range(6):
            url, published = f"https://copies.example/{number}", copied.published if number % 2 else ""
            (result,) = case.add([replace(copied, source=f"Outlet {number}", url=url, published=published)])
            assert result.related
            assert _grades(case) == before
        assert list(case.verify())
