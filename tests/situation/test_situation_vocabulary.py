from __future__ import annotations

from trucewatch.events import model
from trucewatch.situation import ACLED, TARGETS


def test_reports_and_clauses_name_acts_and_targets_alike() -> None:
    """What a clause may prohibit and what a report may be found to describe are the same lists."""
    assert model.ACLED == ACLED
    assert model.TARGETS == TARGETS
