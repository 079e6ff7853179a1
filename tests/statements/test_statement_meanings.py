"""What a cue that somebody else found does."""

from __future__ import annotations

import pytest

from trucewatch.evaluation import document_of
from trucewatch.language import analyse
from trucewatch.situation import Situation
from trucewatch.statements import Act, Meanings
from trucewatch.values import Span

NOWHERE = Situation(id="nowhere", title="Nowhere", parties=())


@pytest.mark.parametrize(
    ("words", "act"),
    [("denied", Act.DENY), ("pledge", Act.PLEDGE), ("hope", None), ("expressed the belief", None), ("bridge", None)],
)
def test_cue_of_an_attitude_does_nothing(words: str, act: Act | None) -> None:
    """A verb or noun of saying has its act; one that tells what somebody thinks or hopes has none."""
    text = f"The army {words} that it was gone."
    at = text.index(words)
    assert Meanings(analyse(document_of(text), NOWHERE)).act(Span(at, at + len(words))) is act
