"""Clauses, readings and findings: what each version of an agreement makes of what is said to have happened.

Decides, for every clause and every reading of it, whether an incident as told would breach it, and why, with what would
change the answer; and sums what was promised against what is required. Never decides whether an incident happened, nor
which reading is right: one incident may breach one reading and lie outside the window of another.
"""

from trucewatch.agreements.assessment import Told, assess, is_judged
from trucewatch.agreements.commitments import (
    Balance,
    Pledge,
    Telling,
    compare_commitments,
    find_needs,
    find_pledges,
    group_commitments,
    tell,
)
from trucewatch.agreements.fulfilment import Fulfilment, Known, Outcome, weigh_duties
from trucewatch.agreements.model import Finding, Reason, Verdict
from trucewatch.agreements.sightings import assess_sightings
from trucewatch.agreements.terms.window import in_force

__all__ = [
    "Balance",
    "Finding",
    "Fulfilment",
    "Known",
    "Outcome",
    "Pledge",
    "Reason",
    "Telling",
    "Told",
    "Verdict",
    "assess",
    "assess_sightings",
    "compare_commitments",
    "find_needs",
    "find_pledges",
    "group_commitments",
    "in_force",
    "is_judged",
    "tell",
    "weigh_duties",
]
