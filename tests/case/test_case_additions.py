"""A rewrite that adds a paragraph of its own: traced from the words to the grade."""

from __future__ import annotations

from pathlib import Path

from case_samples import SITUATION, clock

from trucewatch.case import Case
from trucewatch.documents import Received

_FIRST = """Port of Sorn hit at dawn
Belkoran forces fired artillery at the port of Sorn before dawn on Tuesday, setting two grain silos on fire.
Three cranes were out of use by noon and the ferry to the islands was cancelled for the rest of the week.
The harbour master, Ana Velk, said that repairs would take a month and cost 12 million euros.
Insurers had raised their rates for the strait twice since the truce of 4 March came into force.
Talks between the two sides are to resume on Thursday, with observers from five countries in the room.
"""
_KEPT = """Silos burn in Sorn after shelling
Belkoran forces shelled the port of Sorn with artillery before dawn on Tuesday and set two grain silos on fire.
By noon three cranes were out of use, and the ferry to the islands was cancelled for the rest of the week.
Ana Velk, the harbour master, said repairs would take a month and cost 12 million euros.
Insurers have raised their rates for the strait twice since the truce of 4 March came into force.
Talks between both sides are to resume on Thursday with observers from five countries.
"""
_ADDED = """Residents told the Upland Post that Belkoran troops shelled Sorn on Tuesday from the Kessel heights.
"""


def _case(path: Path, *texts: tuple[str, str, str]) -> Case:
    case = Case.create(path, SITUATION, clock=clock)
    received = (
        Received(raw=text.encode(), name=f"{source}.txt", source=source, published=day) for source, day, text in texts
    )
    list(case.add(received))
    return case


def _counts(path: Path, *texts: tuple[str, str, str]) -> tuple[int, int, str]:
    with _case(path, *texts) as case:
        (graded,) = [each.graded for each in case.incidents().records]
        return graded.grade.certain, graded.grade.possible, graded.grade.sentence


_ONE = ("coastal-wire", "2025-03-04", _FIRST)


def test_a_rewrite_of_a_report_adds_no_origin(tmp_path: Path) -> None:
    """Told in reworded sentences alone, the shelling still has one origin."""
    certain, possible, _ = _counts(tmp_path / "a.db", _ONE, ("Upland Post", "2025-03-06", _KEPT))
    assert (certain, possible) == (1, 1)


def test_a_paragraph_added_in_a_rewrite_is_an_origin(tmp_path: Path) -> None:
    """What residents told the rewriting paper counts beside the report that it rewrote, and the sentence says why."""
    certain, possible, sentence = _counts(tmp_path / "a.db", _ONE, ("Upland Post", "2025-03-06", _KEPT + _ADDED))
    assert (certain, possible) == (2, 2)
    assert "Upland Post (in a sentence added to what was taken from Coastal Wire)" in sentence


def test_a_copy_of_a_rewrite_with_an_addition_adds_no_third(tmp_path: Path) -> None:
    """The copy keeps the added sentence, so it goes back to the paper that added it."""
    rewritten = ("Upland Post", "2025-03-06", _KEPT + _ADDED)
    copied = ("Quay Gazette", "2025-03-08", (_KEPT + _ADDED).replace("Silos burn", "Grain silos burn"))
    certain, possible, sentence = _counts(tmp_path / "a.db", _ONE, rewritten, copied)
    assert (certain, possible) == (2, 2)
    assert "Quay Gazette (copy of" in sentence
