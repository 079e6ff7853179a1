"""A small situation of two invented countries, and a way to change one line of it."""

from __future__ import annotations

TEXT = """\
id = "lake-line"
title = "Truce on the Lake Line"
start = 2031-02-01
end = 2031-06-30
languages = ["en"]

[[party]]
id = "arvenia"
name = "Arvenia"
aliases = ["Port Arven", "the Arvenian army"]

[[party]]
id = "belkora"
name = "Belkora"
aliases = ["Belk City"]

[[body]]
id = "arvenian-command"
name = "Arvenian General Command"
party = "arvenia"

[[person]]
id = "sorel"
name = "Dana Sorel"
office = "spokeswoman"
body = "arvenian-command"

[[place]]
id = "lake-district"
name = "Lake District"
lat = 47.5
lon = 11.25
radius_km = 40
kind = "region"

[[place.control]]
party = "belkora"
start = 2031-01-10

[[place]]
id = "ostrel"
name = "Ostrel"
aliases = ["Ostrela"]
lat = 47.512345
lon = 11.2
radius_km = 2.5
within = "lake-district"
kind = "village"

[[place]]
id = "ostrel-north"
name = "Ostrel"
lat = 48.1
lon = 11.3
radius_km = 2

[[source]]
id = "lake-news"
name = "Lake News"
kind = "agency"
domains = ["lakenews.example"]
control_group = "lake-media"
reliability = "B"

[[agreement]]
id = "quiet-skies"
name = "Quiet Skies truce"
kind = "ceasefire"
stage = "in force"
parties = ["arvenia", "belkora"]
declared = 2031-03-01
effective = 2031-03-03
expires = 2031-04-02

[[agreement.clause]]
id = "1"
title = "No strikes on energy sites"
deontic = "prohibits"

[[agreement.clause.reading]]
party = "text"
acts = ["Air/drone strike", "Shelling/artillery/missile attack"]
targets = ["energy"]

[[agreement.clause.reading]]
party = "belkora"
summary = "Only strikes after 10 March count."
acts = ["Air/drone strike"]
targets = ["energy"]
zone = ["lake-district"]
bound = ["arvenia", "belkora"]
start = 2031-03-10
"""


def change(old: str, new: str) -> tuple[str, int]:
    """The file with one line replaced, and the number of that line."""
    assert old in TEXT, old
    return TEXT.replace(old, new, 1), TEXT[: TEXT.index(old)].count("\n") + 1
