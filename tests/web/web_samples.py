"""An invented truce told in reports of every kind of trouble: markup, hidden controls, right-to-left, long words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from trucewatch.case import Case
from trucewatch.documents import Document, Received
from trucewatch.extractors import Candidate, Piece

SITUATION = """
id = "sorn"
title = "The truce at <Sorn>"
start = 2025-03-01
end = 2025-03-31
languages = ["en", "ar"]
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
[[source]]
id = "coastal-wire"
name = "Coastal Wire"
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
[[agreement.clause.reading]]
party = "belkora"
acts = ["Shelling/artillery/missile attack"]
bound = ["arvenia", "belkora"]
start = 2025-03-10
summary = "Binding only from 10 March."
"""

SCRIPT = "<script>alert(1)</script>"
OVERRIDE = "\u202e"

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
“Our guns have been quiet since midnight and will remain quiet,” Belkoran Governor Ilan Maro said.
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
_HOSTILE = f"""A {SCRIPT} headline with {OVERRIDE}txet neddih
Belkora said on Friday that {SCRIPT} its guns & mortars <b>shelled</b> nothing in Sorn {OVERRIDE}.
“We deny every {SCRIPT} word of it,” Belkoran Governor Ilan Maro said.
{"Unbreakable" * 60} was shelled by Belkoran forces on Friday.
"""
_ARABIC = """قصف الميناء
قالت أرفينيا يوم الثلاثاء إن قوات بيلكورا قصفت ميناء سورن وقتلت أربعة أشخاص.
"""
_TALKS = """Talks resume
Belkora will offer Arvenia 12 million euros for repairs, President Mara Dovel said on Thursday.
"""
_TEXTS = (
    ("wire.txt", "coastal-wire", "2025-03-04", "", _WIRE),
    ("edited.txt", "Upland Post", "2025-03-05", "", _EDITED),
    ("denial.txt", "Belkora Today", "2025-03-05", "", _DENIAL),
    ("mutual.txt", "The Meridian", "2025-03-09", "", _MUTUAL),
    (f"{SCRIPT}.txt", f"Evil {SCRIPT} {OVERRIDE}Gazette", "2025-03-14", "en", _HOSTILE),
    ("arabic.txt", "coastal-wire", "2025-03-05", "ar", _ARABIC),
    ("talks.txt", "Quay Gazette", "", "", _TALKS),
)


class Clippings:
    """An extractor with a hostile name that finds one saying otherwise, one more, and one that nobody said."""

    name = f"clippings:{SCRIPT}{OVERRIDE}"
    version = "1"
    languages = ("en",)

    def extract(self, document: Document) -> Iterator[Candidate]:
        """The governor's denial as a warning, the mortars' silence, and words made up."""
        said = Piece("said")
        if "Evil" in document.source:
            word = f"We deny every {SCRIPT} word of it,"
            yield Candidate(content=(Piece(word),), cue=said, source=Piece("Governor Ilan Maro"), act="warn")
            yield Candidate(content=(Piece("was shelled by Belkoran forces"),), source=Piece("Belkora"), act="allege")
            yield Candidate(content=(Piece("We are sorry,"),), cue=said, source=Piece("Ilan Maro"))


def clock() -> datetime:
    """The hour at which every entry of a test is written."""
    return datetime(2025, 4, 1, 9, tzinfo=UTC)


def build(path: Path) -> None:
    """A case with all reports in it, one judgement and one judgement taken back."""
    with Case.create(path, SITUATION, clock=clock) as case:
        list(
            case.add(
                Received(raw=text.encode(), name=name, source=source, published=published, language=language)
                for name, source, published, language, text in _TEXTS
            )
        )
        list(case.extract(Clippings()))
        statements = case.statements().rows
        case.review(statements[0].id, "accept", by="R. Viewer", note=f"as said {SCRIPT}")
        case.undo(case.review(statements[1].id, "reject", by="R. Viewer"), by="R. Viewer")
        case.review(statements[2].id, "reject", by="R. Viewer")
