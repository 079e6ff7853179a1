"""What holds for every text: exact spans, determinism, symmetry of the parties, no exception."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from trucewatch.documents import Received, read
from trucewatch.errors import InputError
from trucewatch.events import Events, find_events
from trucewatch.language import analyse
from trucewatch.situation import Situation
from trucewatch.statements import find_statements
from trucewatch.values import Span

Reader = Callable[..., tuple[str, Events]]

WORDS = st.sampled_from(
    [
        "Arania",
        "Beldia",
        "Aranian",
        "Beldian",
        "troops",
        "drones",
        "struck",
        "shelled",
        "killed",
        "four",
        "civilians",
        "prisoners",
        "of",
        "war",
        "hospital",
        "in",
        "near",
        "Velin",
        "Oresk",
        "on",
        "Monday",
        "13",
        "May",
        "the",
        "a",
        "truce",
        "ceasefire",
        "violated",
        "breaching",
        "by",
        "of",
        "accused",
        "denied",
        "that",
        "said",
        "each",
        "other",
        ",",
        ".",
        "“",
        "”",
        "—",
        "who",
        "were",
        "was",
        "been",
        "to",
        "will",
        "not",
        "if",
        "meeting",
        "talks",
        "hosted",
        "with",
        "between",
        "and",
        "from",
        "for",
        "countries",
        "about",
        "30",
        "pledged",
        "troops",
        "tanks",
        "guarantees",
        "security",
        "deal",
        "agreement",
        "signed",
        "without",
        "footage",
        "showing",
        "attack",
        "attacks",
        "strike",
        "explosion",
        "could",
        "determine",
        "withdrew",
        "its",
        "claim",
        "up",
        "down",
        "set",
        "fire",
        "shot",
        "Mira",
        "Talen",
        "Ivo",
        "Karas",
        "2014",
        "years",
        "ago",
        "’s",
        "something",
        "unwilling",
        "provide",
        "😀",
        "\u200f",
        "שלום",
    ]
)
COPY = st.lists(WORDS, max_size=60).map(" ".join)


def spans_of(value: object) -> Iterator[Span]:
    """Every span anywhere in a value."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans_of(getattr(value, field.name))


def find(text: str, situation: Situation) -> Events:
    document = read(Received(raw=text.encode("utf-8", "replace"), name="r.txt", language="en"))
    analysis = analyse(document, situation)
    events = find_events(analysis, find_statements(analysis))
    for span in spans_of(events):
        assert span.end <= len(document.text)
        assert span.of(document.text).strip()
    return events


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(COPY)
def test_any_words_of_war_in_any_order_give_exact_spans(situation: Situation, text: str) -> None:
    """Nothing that the rules can meet makes them fail or point outside the text."""
    try:
        first = find(text, situation)
    except InputError:
        assume(False)
    else:
        assert find(text, situation) == first


def test_swapping_two_parties_swaps_the_result(read_events: Reader) -> None:
    """Names of equal length exchanged in the copy exchange actors and claimants, and nothing else."""
    copy = (
        "Arania accused Beldia of shelling a hospital in Velin on Monday.\n"
        "Beldia denied attacking the hospital and said Aranian drones had struck a depot in Oresk on Sunday.\n"
        "Arania and Beldia accused each other of violating the truce."
    )
    other = {"aran": "beld", "beld": "aran", "": ""}
    swapped = copy.replace("Arania", "\0").replace("Beldia", "Arania").replace("\0", "Beldia")
    _, events = read_events(copy)
    _, mirrored = read_events(swapped)

    def shape(found: Events, turn: dict[str, str]) -> set[tuple[object, ...]]:
        return {
            (
                m.act,
                m.trigger,
                m.stance,
                m.factuality,
                turn[m.actor.party] if m.actor else "",
                turn[m.claimants[0].party] if m.claimants else "",
            )
            for m in found.mentions
        }

    assert shape(events, {"aran": "aran", "beld": "beld", "": ""}) == shape(mirrored, other)


def test_an_endless_sentence_is_read_in_bounded_work(situation: Situation) -> None:
    """A sentence of many thousand words is read in stretches, without a fault."""
    events = find("Beldian troops shelled Velin and struck a hospital near Oresk and " * 2_000, situation)
    assert events.mentions


def test_a_language_without_rules_gives_nothing(situation: Situation) -> None:
    """Where the engine understands nothing it extracts nothing."""
    document = read(
        Received(
            raw="Беспилотники атаковали подстанцию в городе, сообщили власти в четверг утром.".encode(), name="r.txt"
        )
    )
    analysis = analyse(document, situation)
    assert find_events(analysis, ()) == Events() or analysis.is_understood
