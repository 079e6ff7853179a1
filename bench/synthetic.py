"""Reports for measuring: invented, seeded, and shaped like the real thing.

The stream is steady, as the news is: a dozen reports a day, all of the same few dozen towns from the first day on.
Every fourth report is a copy or a cut of another of the last days; of the rest every second tells anew of something
that others told of in the last days. So the share of reports that are related to earlier ones is the same at every
size, and what grows with a case is the case alone. Words follow Zipf's law over a vocabulary that a long stream does
not exhaust: there are rare words at every size, and common ones that everybody uses.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from trucewatch.documents import Received

_SYLLABLES = ("ka", "ro", "ve", "lis", "mar", "ten", "dor", "bel", "sta", "nov", "ri", "gal", "pe", "zor", "hun", "wy")


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()


def _invented(count: int, seed: int) -> tuple[str, ...]:
    """``count`` names, the same on every run."""
    chance = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        found[_name(chance)] = None
    return tuple(found)


TOWNS = _invented(48, seed=0)
_PLACES = "".join(
    f'[[place]]\nid = "{town.lower()}"\nname = "{town}"\nlat = {45 + at // 8}.5\nlon = {20 + at % 8}.5\nradius_km = 5\n'
    for at, town in enumerate(TOWNS[:32])  # the others are named by reports alone
)
_TRUCE = """
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
SITUATION = _TRUCE + _PLACES
_SOURCES = ("Coastal Wire", "Upland Post", "The Meridian", "Harbour News", "Lowland Radio", "Quay Gazette")
_FIRST = ("Ilan", "Mara", "Tobin", "Sela", "Oren", "Dalia", "Petro", "Nadia", "Viktor", "Runa")
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
_COMMON, _VERBS, _ADJECTIVES = (
    line.split() for line in Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()
)
_NOUNS = (*_COMMON, *(name.lower() for name in _invented(6_000, seed=1)))
_PERSONS = _invented(3_000, seed=2)
_DAY, _RECENT = 12, 24  # reports in a day; how many reports back a telling looks for what it tells of
_LINKS = ("while", "after", "before", "because", "although", "as")


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that happened, as the reports of the days after tell of it."""

    day: date
    accused: str
    accuser: str
    place: str
    target: str
    act: str
    dead: int


@dataclass(frozen=True, slots=True)
class _Told:
    """One report before it is made into bytes."""

    event: _Event
    title: str
    sentences: tuple[str, ...]
    source: str


def reports(count: int, seed: int = 1) -> Iterator[Received]:
    """``count`` reports, the same for the same seed; a longer stream begins with the shorter one."""
    chance = random.Random(seed)
    recent: deque[_Told] = deque(maxlen=_RECENT)
    for number in range(count):
        day = date(2021, 1, 1) + timedelta(days=number // _DAY)
        if number % 4 == 3:
            told = _derived(chance, chance.choice(recent))
        else:
            is_known = bool(recent) and chance.random() < 0.5
            told = _telling(chance, chance.choice(recent).event if is_known else _event(chance, day))
            recent.append(told)
        text = f"{told.title}\n\n" + "\n\n".join(_paragraphs(told.sentences)) + "\n"
        name = f"report-{number:06}.txt"
        yield Received(raw=text.encode(), name=name, source=told.source, published=day.isoformat())


def _event(chance: random.Random, day: date) -> _Event:
    accused, accuser = chance.sample(("Arvenia", "Belkora"), 2)
    place, target, act = chance.choice(TOWNS), chance.choice(_TARGETS), chance.choice(_ACTS)
    return _Event(day, accused, accuser, place, target, act, chance.randint(2, 30))


def _telling(chance: random.Random, event: _Event) -> _Told:
    """A report of its own about the event."""
    speaker = f"{chance.choice(_FIRST)} {_of(chance, _PERSONS)}"
    meanwhile, besides = (f"{chance.choice(_LINKS)} {_clause(chance)}" for _ in range(2))
    accused, accuser, place = event.accused, event.accuser, event.place
    where = f"{event.target} in {place}"
    sentences = [
        f"{accuser} accused {accused} of an attack on {where} on {event.day:%A}, killing {event.dead} {besides}.",
        f"{accused}n forces {event.act} {where} {chance.choice(_TIMES)}, {accuser}’s army said {meanwhile}.",
        f"“{chance.choice(_REMARKS)},” said {accuser}n Governor {speaker}.",
        f"{accused}’s Foreign Ministry denied the attack on {place}.",
    ]
    sentences += [_aside(chance) for _ in range(10)]
    return _Told(event, f"{accuser} says {accused} attacked {place}", tuple(sentences), chance.choice(_SOURCES))


def _derived(chance: random.Random, told: _Told) -> _Told:
    """A copy by another outlet: cut, with some sentences turned round."""
    kept = [sentence for sentence in told.sentences if chance.random() < 0.85] or list(told.sentences)
    turned = [f"As {told.source} reported, {s[0].lower()}{s[1:]}" if chance.random() < 0.2 else s for s in kept]
    return _Told(told.event, told.title, tuple(turned), chance.choice(_SOURCES))


def _aside(chance: random.Random) -> str:
    """One sentence that no other report has."""
    link = chance.choice(_LINKS)
    return f"{_clause(chance).capitalize()} {link} {_clause(chance)} near {_of(chance, _PERSONS)}."


def _clause(chance: random.Random) -> str:
    who, what = _of(chance, _NOUNS), _of(chance, _NOUNS)
    count = f"{chance.randint(2, 90)} {what}s" if chance.random() < 0.4 else f"the {chance.choice(_ADJECTIVES)} {what}"
    return f"the {chance.choice(_ADJECTIVES)} {who} {chance.choice(_VERBS)} {count}"


def _of(chance: random.Random, words: Sequence[str]) -> str:
    """One word by Zipf's law: the n-th of the list once for every n times that the first is taken."""
    return words[int(len(words) ** chance.random()) - 1]


def _paragraphs(sentences: tuple[str, ...]) -> Iterator[str]:
    for start in range(0, len(sentences), 2):
        yield " ".join(sentences[start : start + 2])
