"""Events against the PLOVER gold sentences: is the violence found, and who does what to whom.

The sentences carry one event each though many tell several, so precision is a lower bound. They are split by the hash
of their ids: "looked" may be read while tuning, "held" not; figures before the split were tuned on all of them. Set
floors with ``python tests/quality/test_events_quality.py``.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from corpora import EVAL, NOBODY, need
from floors import Measured, check, show_and_lift

from trucewatch.documents import Received, read
from trucewatch.events import ACLED, EventMention, Events, Factuality, find_events
from trucewatch.language import analyse
from trucewatch.statements import find_statements
from trucewatch.values import Who

GOLD = EVAL / "statements" / "plover" / "PLOVER_GSR_CAMEO.txt"
FLOORS = Path(__file__).with_name("events_floors.json")
NAME = "events-plover"

VIOLENT = {
    act for kind in ("Battles", "Explosions/Remote violence", "Violence against civilians") for act in ACLED[kind]
}
STREET = {act for kind in ("Protests", "Riots") for act in ACLED[kind]}
CLASSES = {"ASSAULT": VIOLENT, "FIGHT": VIOLENT, "PROTEST": STREET}
#: Classes whose sentences often tell violence beside their own event; no verdict on precision from them.
MIXED = {"COERCE", "RETREAT", "INVESTIGATE"}
KINDS = {"violence": VIOLENT, "street": STREET}
KIND_OF = {"ASSAULT": "violence", "FIGHT": "violence", "PROTEST": "street"}
HALVES = ("looked", "held")


def read_events(sentence: str) -> tuple[str, Events]:
    """The text and what is found in it."""
    document = read(Received(raw=sentence.encode(), name="plover.txt", language="en", published="2001"))
    analysis = analyse(document, NOBODY)
    return document.text, find_events(analysis, find_statements(analysis))


def told(events: Events) -> list[EventMention]:
    """The mentions told as having happened."""
    unreal = {Factuality.PLANNED, Factuality.FEARED, Factuality.HYPOTHETICAL}
    return [m for m in events.mentions if m.factuality not in unreal]


def names(who: Who | None, gold: list[dict[str, Any]]) -> bool:
    """Whether the words found share a word of substance with a gold actor."""
    if who is None:
        return False
    found = {w.casefold().rstrip("s") for w in f"{who.name} {who.words}".split()}
    return any(found & {w.casefold().rstrip("s") for w in g["actorText"].split()} - {"the", "of"} for g in gold)


def half_of(record: dict[str, Any]) -> str:
    """The half a sentence belongs to, by the hash of its id."""
    return HALVES[hashlib.sha256(record["id"].encode()).digest()[0] % 2]


def measure(half: str = "") -> Measured:
    """Recall by class, F1 of the class over all sentences, actor and target given the class, and precision over
    sentences of other classes; per mille. Of one half, or of both.
    """
    raw = need(GOLD).read_bytes()
    counts = dict.fromkeys(
        ("gold", "hit", "found", "right", "actors", "actor", "targets", "target", "alarms", "calm", "met", "meet"), 0
    )
    for record in json.loads(raw):
        if record["event"] != "DOCUMENT" and half in {"", half_of(record)}:
            _count(record, counts)
    figures = {
        "act class F1": 2000 * counts["right"] // max(1, counts["gold"] + counts["found"]),
        "recall": 1000 * counts["hit"] // max(1, counts["gold"]),
        "actor": 1000 * counts["actor"] // max(1, counts["actors"]),
        "target": 1000 * counts["target"] // max(1, counts["targets"]),
        "calm": 1000 - 1000 * counts["alarms"] // max(1, counts["calm"]),
        "consult": 1000 * counts["met"] // max(1, counts["meet"]),
    }
    return hashlib.sha256(raw).hexdigest()[:16], figures


def _count(record: dict[str, Any], counts: dict[str, int]) -> None:
    text, events = read_events(record["text"].strip("{} "))
    mentions, gold = told(events), record["event"]
    kinds = {kind for kind, acts in KINDS.items() if any(m.act in acts for m in mentions)}
    counts["found"] += len(kinds)
    counts["right"] += KIND_OF.get(gold, "") in kinds
    if gold == "CONSULT":
        counts["meet"] += 1
        counts["met"] += bool(events.gatherings)
    if gold not in CLASSES:
        counts["calm"] += gold not in MIXED
        counts["alarms"] += gold not in MIXED and any(m.act in VIOLENT for m in mentions)
        return
    right = [m for m in mentions if m.act in CLASSES[gold]]
    counts["gold"] += 1
    counts["hit"] += bool(right)
    _count_roles(record, right, text, counts)


def _count_roles(record: dict[str, Any], right: list[EventMention], text: str, counts: dict[str, int]) -> None:
    if not right:
        return
    if record.get("source"):
        counts["actors"] += 1
        counts["actor"] += any(names(m.actor, record["source"]) for m in right)
    if record.get("target"):
        counts["targets"] += 1
        words = [Who(name=m.target_words.of(text)) for m in right if m.target_words]
        words += [m.target for m in right if m.target]
        words += [Who(name=m.where.name) for m in right if m.where]
        counts["target"] += any(names(w, record["target"]) for w in words)


@pytest.mark.evaluation
def test_events_of_the_plover_sentences_do_not_fall_below_their_floor() -> None:
    """What was once found of the gold sentences is still found."""
    check(NAME, measure(), FLOORS)


@pytest.mark.evaluation
@pytest.mark.parametrize("half", HALVES)
def test_neither_half_of_the_plover_sentences_falls_below_its_floor(half: str) -> None:
    """What is gained on the half that was looked at is not paid for by the other."""
    check(f"{NAME}-{half}", measure(half), FLOORS)


if __name__ == "__main__":
    for part in ("", *HALVES):
        show_and_lift(f"{NAME}-{part}".removesuffix("-"), measure(part), FLOORS)
