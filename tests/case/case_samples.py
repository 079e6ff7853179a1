"""A small invented truce and eight reports of it: what the tests of this room are about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from trucewatch.case import Case
from trucewatch.documents import Document, Received
from trucewatch.extractors import Candidate, Piece

SITUATION = """
id = "sorn"
title = "The truce at Sorn"
start = 2025-03-01
end = 2025-03-31
languages = ["en", "uk"]
[[party]]
id = "arvenia"
name = "Arvenia"
aliases = ["Arvenian forces"]
[[party]]
id = "belkora"
name = "Belkora"
aliases = ["Belkoran forces"]
[[place]]
id = "sorn"
name = "Sorn"
lat = 43.1
lon = 28.2
radius_km = 6
[[place]]
id = "sorn-port"
name = "Port Quay"
within = "sorn"
lat = 43.1
lon = 28.3
radius_km = 1
[[source]]
id = "coastal-wire"
name = "Coastal Wire"
domains = ["coastal-wire.example"]
[[agreement]]
id = "truce"
name = "Truce of 4 March"
kind = "ceasefire"
stage = "in force"
parties = ["arvenia", "belkora"]
[[agreement.clause]]
id = "T1"
title = "No fire"
deontic = "prohibits"
[[agreement.clause.reading]]
party = "text"
acts = ["Shelling/artillery/missile attack"]
bound = ["arvenia", "belkora"]
start = 2025-03-04
"""

_WIRE = """Arvenia accuses Belkora of shelling port
Arvenia accused Belkora on Tuesday of shelling the port of Sorn, killing at least four people.
Belkoran forces fired artillery at Sorn before dawn, the Arvenian Defence Ministry said in a statement.
“Our guns have been silent since midnight and they will stay silent,” Belkoran Governor Ilan Maro said.
Dockworkers told Coastal Wire that cranes burned until noon and that the ferry to the islands was cancelled.
Ministers from about 30 countries will meet in Sorn on Thursday to discuss a force of up to 5,000 troops.
"""
_EDITED = """Port of Sorn shelled, Arvenia says
Arvenia accused Belkora on Tuesday of shelling the port of Sorn, killing at least four people, Coastal Wire reported.
Belkoran forces fired artillery at Sorn before dawn, the Arvenian Defence Ministry said in a statement.
Dockworkers told Coastal Wire that cranes burned until noon and that the ferry to the islands was cancelled.
Ministers from about 30 countries will meet in Sorn on Thursday to discuss a force of up to 5,000 troops.
"""
_DENIAL = """Belkora rejects charge
Belkora’s Defence Ministry denied shelling Sorn on March 4.
“Not one shell left our lines,” said spokesman Petro Lenk.
"""
_MUTUAL = """Each side blames the other
Arvenia and Belkora accused each other on Sunday of attacking an oil depot.
Arvenian Foreign Minister Runa Sel called the attack a breach of the ceasefire.
"""
_DRONE = """Drone hits clinic
A Belkoran drone struck a clinic in Sorn on Wednesday, wounding two nurses, officials said.
"""
_UKRAINIAN = """Обстріл порту
Арвенія заявила, що війська Белкори обстріляли порт Sorn, загинули четверо людей.
"""
_TALKS = """Talks resume
Belkora will offer Arvenia 12 million euros for repairs, President Mara Dovel said on Thursday.
"""
_TEXTS = (
    ("wire.txt", "coastal-wire", "2025-03-04", _WIRE),
    ("edited.txt", "Upland Post", "2025-03-05", _EDITED),
    ("denial.txt", "Belkora Today", "2025-03-05", _DENIAL),
    ("mutual.txt", "The Meridian", "2025-03-09", _MUTUAL),
    ("drone.txt", "coastal-wire", "2025-03-12", _DRONE),
    ("ukrainian.txt", "coastal-wire", "2025-03-12", _UKRAINIAN),
    ("empty.txt", "coastal-wire", "2025-03-12", ""),
    ("talks.txt", "Quay Gazette", "2025-03-20", _TALKS),
)


def clock() -> datetime:
    """The hour at which every entry of a test is written."""
    return datetime(2025, 4, 1, 9, tzinfo=UTC)


def reports() -> list[Received]:
    """All reports; ``empty.txt`` cannot be read."""
    return [
        Received(raw=text.encode(), name=name, source=source, published=published)
        for name, source, published, text in _TEXTS
    ]


class Clippings:
    """An extractor that knows one thing, proposes it for every English report, and makes up a denial beside it."""

    name = "clippings"
    version = "1"
    languages = ("en",)

    def extract(self, document: Document) -> Iterator[Candidate]:
        """The last quotation, and words that nobody said."""
        said, source = Piece("said"), Piece("spokesman Petro Lenk")
        assert document.language == "en"
        yield Candidate(content=(Piece("Not one shell left our lines,"),), cue=said, source=source, act="deny")
        yield Candidate(content=(Piece("We fired every shell we had,"),), cue=said, source=source)


def build(path: Path) -> Case:
    """A case with all reports in it, which another extractor has read too."""
    case = Case.create(path, SITUATION, clock=clock)
    list(case.add(reports()))
    list(case.extract(Clippings()))
    return case
