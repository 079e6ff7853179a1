"""How many independent origins stand behind an incident, what they weigh together, and why.

Decides what counts as one origin and what the origins amount to, as bounds, an ICD 203 range and a STANAG 2511 digit,
with a sentence that adds up. A copy adds nothing; one origin never confirms. Never reads a text, never infers copying
from agreement, and never asks who is which party.
"""

from trucewatch.corroboration.incident import grade_incident, grade_sides
from trucewatch.corroboration.ledger import grade
from trucewatch.corroboration.model import Claim, Grade, Origin
from trucewatch.corroboration.parameters import PARAMETERS, Parameters
from trucewatch.corroboration.voices import Voice, Voices
from trucewatch.corroboration.wording import DIGITS

__all__ = [
    "DIGITS",
    "PARAMETERS",
    "Claim",
    "Grade",
    "Origin",
    "Parameters",
    "Voice",
    "Voices",
    "grade",
    "grade_incident",
    "grade_sides",
]
