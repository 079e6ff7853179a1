"""Where two extractors of one text differ."""

from __future__ import annotations

from typing import Any

import pytest
from extractor_texts import candidate, grounded

from trucewatch.extractors import Candidate, Difference, find_disagreements
from trucewatch.statements import Statement

TEXT = "“The bridge is gone,” Anna Berg said. Dosland’s army said that nobody was hurt and that the road is open."
BRIDGE = candidate("The bridge is gone,", cue="said", source="Anna Berg")
ROAD = candidate("nobody was hurt and that the road is open", cue="said", source="Dosland’s army")


def found(*candidates: Candidate) -> tuple[Statement, ...]:
    made = grounded(TEXT, *candidates)
    assert not made.rejections
    return made.statements


def differences(ones: tuple[Statement, ...], others: tuple[Statement, ...]) -> list[tuple[Difference, ...]]:
    return [each.differences for each in find_disagreements(TEXT, ones, others)]


def changed(of: Candidate, **parts: Any) -> Candidate:
    given = {"cue": of.cue, "source": of.source, "act": of.act, **parts}
    return candidate(*given.pop("content", of.content), **given)


def test_agreement_is_silent() -> None:
    """What both found alike is no disagreement, and neither is nothing found by both."""
    assert differences(found(BRIDGE, ROAD), found(BRIDGE, ROAD)) == []
    assert differences((), ()) == []


def test_found_by_one_alone() -> None:
    """A saying that one did not find is shown with the statement there is, whichever side has it."""
    both, one = found(BRIDGE, ROAD), found(BRIDGE)
    (missed,) = find_disagreements(TEXT, both, one)
    assert (missed.one, missed.other) == (both[1], None)
    (added,) = find_disagreements(TEXT, one, both)
    assert (added.one, added.other, added.shown) == (None, both[1], both[1])


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        (changed(ROAD, content=["nobody was hurt"]), (Difference.BOUNDS,)),
        (changed(ROAD, act="deny"), (Difference.ACT,)),
        (changed(ROAD, source="Anna Berg"), (Difference.SPEAKER,)),
        (changed(ROAD, source=None), (Difference.SPEAKER,)),
        (changed(ROAD, source="Anna Berg", act="warn", content=["the road is open"]), tuple(Difference)[1:]),
    ],
)
def test_told_otherwise(other: Candidate, differs: tuple[Difference, ...]) -> None:
    """Another speaker, act or stretch of words is named, each by itself and together."""
    assert differences(found(ROAD), found(other)) == [differs]


def test_the_same_speaker_in_other_words() -> None:
    """Part of the words that name a speaker are the same speaker."""
    assert differences(found(BRIDGE), found(changed(BRIDGE, source="Berg"))) == []


def test_stops_and_marks_are_no_bounds() -> None:
    """A stop more or less at the end of what was said is no difference."""
    longer = candidate("nobody was hurt and that the road is open.", cue="said", source="Dosland’s army")
    assert differences(found(ROAD), found(longer)) == []


def test_each_saying_is_held_beside_the_likest() -> None:
    """A saying inside a longer one is paired with its own, not with the longer one."""
    inner = candidate("the road is open", cue="said", source="Dosland’s army")
    assert differences(found(ROAD, inner), found(inner, ROAD)) == []
    assert differences(found(ROAD, inner), found(inner)) == [(Difference.ALONE,)]


def test_order_of_sides_is_nothing() -> None:
    """The same disagreements are found whichever side comes first, with the sides exchanged."""
    ones, others = found(BRIDGE, ROAD), found(changed(ROAD, act="warn"))
    here, there = find_disagreements(TEXT, ones, others), find_disagreements(TEXT, others, ones)
    assert {(each.one, each.other, each.differences) for each in here} == {
        (each.other, each.one, each.differences) for each in there
    }
