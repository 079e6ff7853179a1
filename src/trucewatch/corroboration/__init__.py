"""How many independent origins stand behind an incident, what they weigh together, and why.

Decides what counts as one origin and what the origins amount to, as bounds, an ICD 203 range and a STANAG 2511 digit,
with a sentence that adds up. A copy adds nothing; one origin never confirms. Never reads a text, never infers copying
from agreement, and never asks who is which party.
"""

from trucewatch.corroboration.incident import Resolution, grade_incident, grade_sides, heard_rightly
from trucewatch.corroboration.ledger import grade, grade_rivals
from trucewatch.corroboration.model import Claim, Grade, Origin
from trucewatch.corroboration.parameters import PARAMETERS, Parameters
from trucewatch.corroboration.reliability import Reliability
from trucewatch.corroboration.table import read_parameters, write_parameters
from trucewatch.corroboration.tolls import Toll, grade_tolls
from trucewatch.corroboration.voices import Voice, Voices
from trucewatch.corroboration.wording import DIGITS

__all__ = [
    "DIGITS",
    "PARAMETERS",
    "Claim",
    "Grade",
    "Origin",
    "Parameters",
    "Reliability",
    "Resolution",
    "Toll",
    "Voice",
    "Voices",
    "grade",
    "grade_incident",
    "grade_rivals",
    "grade_sides",
    "grade_tolls",
    "heard_rightly",
    "read_parameters",
    "write_parameters",
]
