"""One invented truce between two sides whose names are declined alike, and what each language's reports say of it.

``turned`` exchanges the sides in any text: what one did, the other then did, word for word and at the same offsets.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from trucewatch.case import Case
from trucewatch.documents import Received

A, B = "belkora", "darvena"

SITUATION = """
id = "lake"
title = "The truce on the lake"
start = 2025-03-01
end = 2025-03-31
languages = ["en", "uk", "ru"]
[[party]]
id = "belkora"
name = "Belkora"
aliases = ["Belkoran forces", "Belkoran army", "Белкора"]
[[party]]
id = "darvena"
name = "Darvena"
aliases = ["Darvenan forces", "Darvenan army", "Дарвена"]
[[body]]
id = "belkora-command"
name = "Belkoran General Staff"
aliases = ["Генштаб Белкоры", "Генштаб Белкори"]
party = "belkora"
[[body]]
id = "darvena-command"
name = "Darvenan General Staff"
aliases = ["Генштаб Дарвены", "Генштаб Дарвени"]
party = "darvena"
[[place]]
id = "sorn"
name = "Sorn"
aliases = ["Сорн"]
lat = 43.1
lon = 28.2
radius_km = 6
[[source]]
id = "wire"
name = "Lake Wire"
reliability = "B"
[[source]]
id = "monitors"
name = "Lake Monitors"
kind = "mission"
reliability = "A"
[[agreement]]
id = "truce"
name = "Truce of 4 March"
kind = "ceasefire"
stage = "in force"
parties = ["belkora", "darvena"]
[[agreement.clause]]
id = "T1"
title = "No fire"
deontic = "prohibits"
[[agreement.clause.reading]]
party = "text"
acts = ["Shelling/artillery/missile attack", "Air/drone strike"]
bound = ["belkora", "darvena"]
start = 2025-03-04
"""

_REPORTS = (
    (
        "wire",
        "2025-03-05",
        """Belkora accuses Darvena of shelling port
Belkora accused Darvena on Tuesday of shelling the port of Sorn, killing at least four people.
Darvenan forces fired artillery at Sorn before dawn, the Belkoran General Staff said in a statement.
Darvena denied shelling Sorn. “Not one shell left our lines,” the Darvenan General Staff said.
Dockworkers told Lake Wire that cranes burned until noon and that the ferry to the islands was cancelled.
""",
    ),
    (
        "Upland Post",
        "2025-03-05",
        """Port of Sorn shelled, Belkora says
Belkora accused Darvena on Tuesday of shelling the port of Sorn, killing at least four people, Lake Wire reported.
Darvenan forces fired artillery at Sorn before dawn, the Belkoran General Staff said in a statement.
Dockworkers told Lake Wire that cranes burned until noon and that the ferry to the islands was cancelled.
""",
    ),
    (
        "monitors",
        "2025-03-06",
        """Daily report
The mission saw Darvenan forces shell the port of Sorn on 4 March 2025; four people were killed.
On 5 March 2025 a Belkoran drone struck a clinic in Sorn, wounding two nurses.
""",
    ),
    (
        "wire",
        "2025-03-10",
        """Each side blames the other
Belkora and Darvena accused each other on Sunday of attacking an oil depot in Sorn.
Belkora will offer Darvena 12 million euros for repairs, the Belkoran General Staff said on Monday.
Envoys of Belkora and Darvena will meet in Sorn on Thursday to discuss the truce.
""",
    ),
    (
        "Озерна хвиля",
        "2025-03-12",
        """Обстріл порту
Генштаб Белкори заявив, що 11 березня війська Дарвени обстріляли порт у Сорні, загинули троє людей.
Дарвена заперечила обстріл Сорна.
""",
    ),
    (
        "Озёрная волна",
        "2025-03-14",
        """Удар беспилотника
Генштаб Дарвены сообщил, что 13 марта беспилотник Белкоры атаковал больницу в Сорне, ранены двое.
Белкора опровергла удар по больнице.
""",
    ),
)
_TURNS = (
    ("Belkora", "Darvena"),
    ("Белкор", "Дарвен"),
    ("belkora", "darvena"),
)


def turned(text: str) -> str:
    """The text with the sides exchanged."""
    turn = {name: other for pair in _TURNS for name, other in (pair, pair[::-1])}
    return re.sub("|".join(turn), lambda match: turn[match.group()], text)


def build_mirrored(path: Path, *, is_turned: bool) -> Case:
    """A case of these reports, as they are or with the sides exchanged in each."""
    case = Case.create(path, SITUATION, clock=lambda: datetime(2025, 4, 1, 9, tzinfo=UTC))
    texts = [(source, day, turned(text) if is_turned else text) for source, day, text in _REPORTS]
    received = [
        Received(raw=text.encode(), name=f"{n}.txt", source=source, published=day)
        for n, (source, day, text) in enumerate(texts)
    ]
    assert all(result.error is None for result in case.add(received))
    return case
