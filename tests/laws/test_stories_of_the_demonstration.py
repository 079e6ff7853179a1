"""The stories of the demonstration: what was written as a copy is found as one, and nothing else is."""

from __future__ import annotations

from pathlib import Path

from trucewatch.case import Case

COPIED = {
    "ukraine-2025": {
        frozenset({"01-meridian-brussels.txt", "02-courier-brussels.html", "03-harbour-brussels.txt"}),
        frozenset({"12-courier-substation.txt", "13-courier-retraction.txt"}),
    },
    "lebanon-2024": {frozenset({"03-meridian-mortars.txt", "04-bay-post-mortars.txt"})},
}


def test_reports_share_a_story_where_one_was_made_from_another(demo_path: Path) -> None:
    """Edited, rewritten and corrected versions stand together; reports of other things, however short, stand alone."""
    with Case.open(demo_path) as case:
        names = {row.id: row.name for row in case.documents()}
        together = {frozenset(names[id_] for id_ in row.documents) for row in case.stories() if len(row.documents) > 1}
    assert together == COPIED[demo_path.stem]
