"""Commitments: which tellings are one pledge, how far it came by which day, and what pledges come to."""

from trucewatch.agreements.commitments.balance import compare_commitments, find_needs
from trucewatch.agreements.commitments.grouping import group_commitments
from trucewatch.agreements.commitments.model import Balance, Pledge, Step, Telling, missing, tell
from trucewatch.agreements.commitments.pledging import find_pledges

__all__ = [
    "Balance",
    "Pledge",
    "Step",
    "Telling",
    "compare_commitments",
    "find_needs",
    "find_pledges",
    "group_commitments",
    "missing",
    "tell",
]
