"""Damaged text is read or refused, never a crash."""

from __future__ import annotations

from itertools import islice

from mutations import crashes, mutated, sources, survives

_SHARE = 400  # of the 100,000 that `python tests/quality/mutations.py 100000` reads


def test_damaged_reports_are_survived() -> None:
    """Lost, doubled, swapped and open marks, torn words and mixed scripts make nothing fail, and no span strays."""
    assert list(islice(crashes(_SHARE), 3)) == []


def test_damage_is_the_same_everywhere() -> None:
    """A number names one damaged text, and neighbouring numbers others."""
    among = sources()[:20]
    texts = [mutated(number, among).text for number in range(60)]
    assert texts == [mutated(number, among).text for number in range(60)]
    assert len(set(texts)) > 50


def test_damage_leaves_something_to_read() -> None:
    """Most damaged texts still hold statements: what is survived is reading, not silence."""
    found = [survives(mutated(number, sources())) for number in range(120)]
    assert sum(bool(one and one.statements) for one in found) > 40
