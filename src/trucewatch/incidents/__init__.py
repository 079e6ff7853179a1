"""The thing that happened: mentions of many reports brought together, their rival accounts side by side.

Decides which mentions tell of one thing, which are not counted and why, and how an incident is named. Never decides
whether it happened, never averages a figure, and never drops a mention: what is not counted is listed with its reason.

Mentions are taken one by one in log order: ``sought_under`` says where to look, ``find_incident`` which one to join,
``filed_under`` where to file it, and ``assemble`` makes the incident of its members.
"""

from trucewatch.incidents.accounts import accused_key, identity, supports
from trucewatch.incidents.assembly import assemble
from trucewatch.incidents.blocks import filed_under, sought_under
from trucewatch.incidents.flashes import is_news_of_the_day
from trucewatch.incidents.fullness import TOO_LITTLE, is_tally, is_vague
from trucewatch.incidents.gatherings import group_gatherings
from trucewatch.incidents.grouping import (
    PER_INCIDENT,
    PER_KEY,
    filing_order,
    find_incident,
    group,
    incident_id,
    may_found,
    why_not_counted,
)
from trucewatch.incidents.likeness import Likeness, compare, is_same
from trucewatch.incidents.model import Account, Basis, Incident, Member
from trucewatch.incidents.naming import MONTHS, called_by_name, capital, date_words, day_words, place_words
from trucewatch.incidents.observations import BY, CountLine, compare_counts, group_observations
from trucewatch.incidents.places import distance_m
from trucewatch.incidents.relations import (
    Relation,
    RelationKind,
    is_future,
    main_news,
    parts_and_wholes,
    spoken_of,
    taken_up,
)
from trucewatch.incidents.retelling import retold
from trucewatch.incidents.settling import Bond, Prefer, Settled, settle

__all__ = [
    "BY",
    "MONTHS",
    "PER_INCIDENT",
    "PER_KEY",
    "TOO_LITTLE",
    "Account",
    "Basis",
    "Bond",
    "CountLine",
    "Incident",
    "Likeness",
    "Member",
    "Prefer",
    "Relation",
    "RelationKind",
    "Settled",
    "accused_key",
    "assemble",
    "called_by_name",
    "capital",
    "compare",
    "compare_counts",
    "date_words",
    "day_words",
    "distance_m",
    "filed_under",
    "filing_order",
    "find_incident",
    "group",
    "group_gatherings",
    "group_observations",
    "identity",
    "incident_id",
    "is_future",
    "is_news_of_the_day",
    "is_same",
    "is_tally",
    "is_vague",
    "main_news",
    "may_found",
    "parts_and_wholes",
    "place_words",
    "retold",
    "settle",
    "sought_under",
    "spoken_of",
    "supports",
    "taken_up",
    "why_not_counted",
]
