"""Reports for measuring: invented, seeded, and shaped like the real thing.

Every fourth is a copy, an edit or a rewrite of an earlier one; the rest tell of incidents, denials, meetings and
pledges on days that pass as the stream goes on, so that what one report touches stays the same size in a long case.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from trucewatch.documents import Received

SITUATION = """
id = "bench"
title = "An invented truce"
languages = ["en"]
[[party]]
id = "arvenia"
name = "Arvenia"
aliases = ["Arvenian forces", "Arvenians"]
[[party]]
id = "belkora"
name = "Belkora"
aliases = ["Belkoran forces", "Belkorans"]
[[agreement]]
id = "truce"
name = "Winter truce"
kind = "ceasefire"
stage = "in force"
parties = ["arvenia", "belkora"]
effective = 2020-01-01
[[agreement.clause]]
id = "T1"
title = "No fire"
deontic = "prohibits"
[[agreement.clause.reading]]
party = "text"
acts = ["Shelling/artillery/missile attack", "Air/drone strike"]
bound = ["arvenia", "belkora"]
"""
_SOURCES = ("Coastal Wire", "Upland Post", "The Meridian", "Harbour News", "Lowland Radio", "Quay Gazette")
_FIRST = ("Ilan", "Mara", "Tobin", "Sela", "Oren", "Dalia", "Petro", "Nadia", "Viktor", "Runa")
_SYLLABLES = ("ka", "ro", "ve", "lis", "mar", "ten", "dor", "bel", "sta", "nov", "ri", "gal", "pe", "zor", "hun", "wy")
_TARGETS = ("a power station", "a residential block", "the rail yard", "a field hospital", "the port", "a grain store")
_ACTS = ("shelled", "struck with drones", "fired rockets at", "attacked")
_TIMES = ("before dawn", "shortly after midnight", "in the early evening", "around noon", "late in the night")
_REMARKS = (
    "The people of this town have not slept for three nights and they deserve an answer",
    "We have kept every line of the agreement and we shall go on keeping it",
    "Nobody who reads the log of that night can believe what the other side now says",
    "There were no soldiers within ten kilometres of the place that was hit",
    "Every shell that falls here makes the talks next week a little harder",
)
_NOUNS, _VERBS, _ADJECTIVES = (
    line.split() for line in Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()
)
_LINKS = ("while", "after", "before", "because", "although", "as")


@dataclass(frozen=True, slots=True)
class _Told:
    """One report before it is made into bytes."""

    title: str
    sentences: tuple[str, ...]
    day: date
    source: str


def reports(count: int, seed: int = 1) -> Iterator[Received]:
    """``count`` reports, the same for the same seed; a longer stream begins with the shorter one."""
    chance = random.Random(seed)
    originals: list[_Told] = []
    for number in range(count):
        day = date(2021, 1, 1) + timedelta(days=number // 12)
        if number % 4 == 3:
            told = _derived(chance, originals, day)
        else:
            told = _new(chance, day)
            originals = [*originals[-20:], told]
        text = f"{told.title}\n\n" + "\n\n".join(_paragraphs(told.sentences)) + "\n"
        yield Received(
            raw=text.encode(),
            name=f"report-{number:06}.txt",
            source=told.source,
            published=told.day.isoformat(),
        )


def _new(chance: random.Random, day: date) -> _Told:
    accused, accuser = chance.sample(("Arvenia", "Belkora"), 2)
    place, target, act = _name(chance), chance.choice(_TARGETS), chance.choice(_ACTS)
    speaker = f"{chance.choice(_FIRST)} {_name(chance)}"
    dead = chance.randint(2, 30)
    meanwhile, besides = (f"{chance.choice(_LINKS)} {_clause(chance)}" for _ in range(2))
    sentences = [
        f"{accuser} accused {accused} on {day:%A} of an attack on {target} in {place}, killing {dead} {besides}.",
        f"{accused}n forces {act} {target} in {place} {chance.choice(_TIMES)}, {accuser}’s army said {meanwhile}.",
        f"“{chance.choice(_REMARKS)},” said {accuser}n Governor {speaker}.",
        f"{accused}’s Foreign Ministry denied the attack on {place}.",
    ]
    sentences += [_aside(chance) for _ in range(10)]
    return _Told(f"{accuser} says {accused} attacked {place}", tuple(sentences), day, chance.choice(_SOURCES))


def _derived(chance: random.Random, originals: list[_Told], day: date) -> _Told:
    """A copy by another outlet: cut, with some sentences turned round."""
    told = chance.choice(originals)
    kept = [sentence for sentence in told.sentences if chance.random() < 0.85] or list(told.sentences)
    turned = [f"As {told.source} reported, {s[0].lower()}{s[1:]}" if chance.random() < 0.2 else s for s in kept]
    return _Told(told.title, tuple(turned), day, chance.choice(_SOURCES))


def _aside(chance: random.Random) -> str:
    """One sentence that no other report has."""
    return f"{_clause(chance).capitalize()} {chance.choice(_LINKS)} {_clause(chance)} near {_name(chance)}."


def _clause(chance: random.Random) -> str:
    who, what = chance.sample(_NOUNS, 2)
    count = f"{chance.randint(2, 90)} {what}s" if chance.random() < 0.4 else f"the {chance.choice(_ADJECTIVES)} {what}"
    return f"the {chance.choice(_ADJECTIVES)} {who} {chance.choice(_VERBS)} {count}"


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()


def _paragraphs(sentences: tuple[str, ...]) -> Iterator[str]:
    for start in range(0, len(sentences), 2):
        yield " ".join(sentences[start : start + 2])
