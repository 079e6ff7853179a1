r"""What the user tells the program about a truce, read from TOML and checked.

Decides whether a situation file makes sense: its keys, types, references, dates, coordinates and names, each mistake
with its line. Never reads a file, never judges a report, and knows no party of its own: no other room names one.

>>> read_situation('id = "example"\ntitle = "A truce"\n[[party]]\nid = "a"\nname = "Arvenia"').parties[0].name
'Arvenia'
"""

from trucewatch.situation.agreements.differences import Difference, compare_agreements
from trucewatch.situation.agreements.versions import Life, lives, version_on, windows
from trucewatch.situation.ambiguity import Ambiguity, find_ambiguities
from trucewatch.situation.assembling import Assembled, assemble
from trucewatch.situation.doubts import Doubt, find_doubts
from trucewatch.situation.holding import Holding, held_by, lies_within, places_held
from trucewatch.situation.model import (
    Agreement,
    Area,
    Body,
    Clause,
    Clock,
    Condition,
    Control,
    Definition,
    Deontic,
    Exemption,
    Holds,
    Party,
    Person,
    Place,
    Reading,
    Situation,
    Source,
    SourceKind,
    Stage,
    Terms,
    Version,
    Withdrawal,
)
from trucewatch.situation.placing import find_place, place_of
from trucewatch.situation.reader import check_situation, read_situation
from trucewatch.situation.sift import suggest
from trucewatch.situation.vocabulary import ACLED, ACTS, AGREED_TEXT, TARGETS, WEAPONS

__all__ = [
    "ACLED",
    "ACTS",
    "AGREED_TEXT",
    "TARGETS",
    "WEAPONS",
    "Agreement",
    "Ambiguity",
    "Area",
    "Assembled",
    "Body",
    "Clause",
    "Clock",
    "Condition",
    "Control",
    "Definition",
    "Deontic",
    "Difference",
    "Doubt",
    "Exemption",
    "Holding",
    "Holds",
    "Life",
    "Party",
    "Person",
    "Place",
    "Reading",
    "Situation",
    "Source",
    "SourceKind",
    "Stage",
    "Terms",
    "Version",
    "Withdrawal",
    "assemble",
    "check_situation",
    "compare_agreements",
    "find_ambiguities",
    "find_doubts",
    "find_place",
    "held_by",
    "lies_within",
    "lives",
    "place_of",
    "places_held",
    "read_situation",
    "suggest",
    "version_on",
    "windows",
]
