"""What headlines leave out and are read for all the same."""

from __future__ import annotations

import pytest

from trucewatch.documents import Received, read
from trucewatch.events import EventMention, Factuality, find_events, is_headline_alone, speaks_of_conflict
from trucewatch.language import analyse
from trucewatch.situation import Party, Situation
from trucewatch.statements import find_statements

_TRUCE = Situation(id="t", title="T", parties=(Party("a", "Arvenia"), Party("b", "Belkora")))


def _mentions(text: str) -> tuple[EventMention, ...]:
    document = read(Received(raw=text.encode(), name="h.txt", language="en", published="2031-03-13"))
    analysis = analyse(document, _TRUCE)
    return find_events(analysis, find_statements(analysis)).mentions


@pytest.mark.parametrize(
    ("headline", "act", "low", "high"),
    [
        ("Twenty-one killed in eastern Arvenia as ceasefire falters", "Attack", 21, 21),
        ("At least 24 dead in new fighting in east Arvenia", "Armed clash", 24, None),
        ("Death toll in Karon clashes rises to 35", "Armed clash", 35, 35),
        ("WRAPUP 9-Arvenia truce shattered, death toll hits 67", "Attack", 67, 67),
        ("Deadliest day for Arvenia troops: 16 slain in raid", "Attack", 16, 16),
        ("Deadly clashes rock Arvenia ahead of high-stakes peace talks", "Armed clash", 1, None),
        ("UPDATE 2-Thirteen Arvenians dead in clash with rebels", "Armed clash", 13, 13),
    ],
)
def test_a_headline_without_a_verb_tells_a_deed_and_its_toll(
    headline: str, act: str, low: int, high: int | None
) -> None:
    """A bare participle, a toll that mounts, a fight called deadly; the agency's own numbering is no toll."""
    (mention,) = _mentions(headline)
    assert (mention.act, mention.factuality) == (act, Factuality.REPORTED)
    assert [(harm.kind, harm.amount.low, harm.amount.high) for harm in mention.harm] == [("killed", low, high)]


@pytest.mark.parametrize(
    "headline",
    [
        "Six dead in bus crash near Karon",
        "Flood kills dozens, death toll rises to 35 as war memorial is swept away",
        "Leaders sign deal to end crisis",
        "Arvenia orders 24 new trams",
    ],
)
def test_no_deed_without_a_word_of_conflict_or_where_nature_kills(headline: str) -> None:
    """People die of much else."""
    assert _mentions(headline) == ()


def test_sentences_with_a_full_stop_are_no_headlines() -> None:
    """A report of one sentence is read as before; so is whatever has text beneath it."""
    assert is_headline_alone("Six killed in clash")
    assert not is_headline_alone("Six were killed in a clash.")
    assert not is_headline_alone("Six killed in clash\nThe army said so.")
    assert not is_headline_alone("  ")


def test_a_headline_may_speak_of_the_conflict_and_tell_no_deed() -> None:
    """Mourning and truces are of it, trams are not."""
    assert speaks_of_conflict("With tears and anger, Karon buries its dead")
    assert not speaks_of_conflict("Arvenia orders 24 new trams")
