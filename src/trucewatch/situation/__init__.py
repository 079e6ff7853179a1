r"""What the user tells the program about a truce, read from TOML and checked.

Decides whether a situation file makes sense: its keys, types, references, dates, coordinates and names, each mistake
with its line. Never reads a file, never judges a report, and knows no party of its own: no other room names one.

>>> read_situation('id = "example"\ntitle = "A truce"\n[[party]]\nid = "a"\nname = "Arvenia"').parties[0].name
'Arvenia'
"""

from trucewatch.situation.ambiguity import Ambiguity, find_ambiguities
from trucewatch.situation.model import (
    Agreement,
    Body,
    Clause,
    Control,
    Deontic,
    Party,
    Person,
    Place,
    Reading,
    Situation,
    Source,
    SourceKind,
    Stage,
    Terms,
)
from trucewatch.situation.reader import check_situation, read_situation
from trucewatch.situation.vocabulary import ACLED, ACTS, AGREED_TEXT, TARGETS

__all__ = [
    "ACLED",
    "ACTS",
    "AGREED_TEXT",
    "TARGETS",
    "Agreement",
    "Ambiguity",
    "Body",
    "Clause",
    "Control",
    "Deontic",
    "Party",
    "Person",
    "Place",
    "Reading",
    "Situation",
    "Source",
    "SourceKind",
    "Stage",
    "Terms",
    "check_situation",
    "find_ambiguities",
    "read_situation",
]
