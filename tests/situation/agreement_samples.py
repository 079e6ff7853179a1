"""A small agreement of two invented countries with versions, a drawn line and a retired clause."""

from __future__ import annotations

AGREEMENT = """\
id = "lake-truce"
title = "Truce on the Lake Line"

[[party]]
id = "arvenia"
name = "Arvenia"

[[party]]
id = "belkora"
name = "Belkora"

[[area]]
id = "lake-line"
name = "line of the lakes"
geojson = '{"type": "LineString", "coordinates": [[11.0, 47.0], [11.0, 48.0]]}'

[[agreement]]
id = "truce"
name = "Lake truce"
kind = "ceasefire"
stage = "in force"
parties = ["arvenia", "belkora"]
declared = 2031-03-01

[[agreement.version]]
id = "first"
effective = 2031-03-03T00:01:00+02:00
expires = 2031-04-02

[[agreement.version]]
id = "second"
effective = 2031-04-10

[[agreement.definition]]
id = "post"
text = "A dug position."
uses = ["line"]

[[agreement.definition]]
id = "line"
text = "Where posts stood on the day."

[[agreement.clause]]
id = "1"
title = "No strikes"
deontic = "prohibits"
retired = 2031-04-10

[[agreement.clause.reading]]
party = "text"
acts = ["Explosions/Remote violence"]

[[agreement.clause]]
id = "1a"
title = "No strikes and no shots"
deontic = "prohibits"
version = "second"
replaces = "1"
uses = ["post"]

[[agreement.clause.reading]]
party = "text"
acts = ["Explosions/Remote violence", "Armed clash"]

[[agreement.clause]]
id = "2"
title = "Guns stand back"
deontic = "requires"

[[agreement.clause.reading]]
party = "text"
line = "lake-line"

[[agreement.clause.reading.withdrawal]]
calibre_from_mm = 101
calibre_to_mm = 200
distance_km = 15
"""


def changed(old: str, new: str) -> tuple[str, int]:
    """The file with one passage replaced, and the number of the line where it began."""
    assert old in AGREEMENT, old
    return AGREEMENT.replace(old, new, 1), AGREEMENT[: AGREEMENT.index(old)].count("\n") + 1
