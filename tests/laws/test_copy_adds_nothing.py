"""Law 3: a copy adds nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

from demo_cases import clock

from trucewatch.case import Case
from trucewatch.cli.demo import reports
from trucewatch.documents import Received, unpack

Weights = tuple[int, int, int, int, int]


def grades(case: Case) -> dict[str, Weights]:
    return {
        graded.incident.id: (g.certain, g.possible, g.low, g.high, g.digit)
        for graded in case.bulletin(None, None).incidents
        for g in (graded.grade,)
    }


def test_an_exact_copy_of_any_report_changes_no_grade(demo_path: Path, tmp_path: Path) -> None:
    """Whichever report another outlet copies word for word, every grade stays as it was."""
    with Case.open(demo_path) as case:
        before = grades(case)
    assert before
    singles = [single for received in reports(demo_path.stem) for single in unpack(received)]
    for number, received in enumerate(singles):
        assert isinstance(received, Received)
        copied = tmp_path / f"{number}.case"
        shutil.copy(demo_path, copied)
        copy = Received(
            raw=received.raw,
            media_type=received.media_type,
            name=received.name,
            url="https://copycat.example/" + str(number),
            source="Copycat Daily",
            published=received.published,
            title=received.title,
        )
        with Case.open(copied, clock=clock) as case:
            (result,) = case.add([copy])
            assert str(result.outcome) == "added"
            after = grades(case)
        assert after == before, received.name
