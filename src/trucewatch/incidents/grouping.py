"""Which incident a mention belongs to, one mention at a time in log order; and which mentions are not counted, and why.

A mention joins the incident that holds its likest member and no member that contradicts it; otherwise it founds one.
Never closes over chains of likeness, never looks ahead, never drops a mention.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from trucewatch.events.model import EventMention, Factuality
from trucewatch.incidents.blocks import block_keys, lookup_keys
from trucewatch.incidents.likeness import compare
from trucewatch.incidents.model import Member
from trucewatch.incidents.times import days_apart
from trucewatch.values import make_id

#: Under a key without day or place only the newest incidents are looked at, and of one told very often only the first
#: tellings: the later ones are told in the same words.
_PER_KEY, _PER_INCIDENT = 32, 24

#: Why a mention is kept but makes no incident.
_NOT_COUNTED: Mapping[Factuality, str] = {
    Factuality.BACKGROUND: "history",
    Factuality.HYPOTHETICAL: "hypothetical",
    Factuality.FEARED: "feared",
    Factuality.PLANNED: "planned",
}


def why_not_counted(mention: EventMention) -> str:
    """What is not said to have happened: history, plans, fears, hypotheses, in one word; "" for all the rest."""
    return _NOT_COUNTED.get(mention.factuality, "")


def incident_id(founder: EventMention) -> str:
    """The id of the incident that ``founder`` names."""
    return make_id("inc", founder.id)


def find_incident(member: Member, incidents: Mapping[str, Sequence[Member]]) -> str | None:
    """The id among ``incidents`` (id -> members in log order) that ``member`` joins, or None: then it founds one.

    A denial that fits several incidents of other reports equally well joins none, since it does not say which it means.
    """
    scores = {key: score for key, members in incidents.items() if (score := _fit(member, members)) is not None}
    if not scores:
        return None
    best = max(scores.values())
    likest = [key for key in incidents if scores.get(key) == best]
    if len(likest) > 1 and member.mention.factuality is Factuality.DENIED:
        return None
    return likest[0]


def group(members: Iterable[Member]) -> tuple[tuple[Member, ...], ...]:
    """All counted ``members`` (in log order) as incidents, in order of their founding."""
    incidents: list[list[Member]] = []
    filed: dict[str, dict[int, None]] = {}
    for member in members:
        if why_not_counted(member.mention):
            continue
        sought = lookup_keys(member.mention)
        near = sorted({number for block in sought for number in islice(reversed(filed.get(block, {})), _PER_KEY)})
        joined = find_incident(member, {str(number): incidents[number][:_PER_INCIDENT] for number in near})
        if joined is None:
            incidents.append([])
        home = len(incidents) - 1 if joined is None else int(joined)
        incidents[home].append(member)
        for block in block_keys(member.mention):
            filed.setdefault(block, {})[home] = None
    return tuple(tuple(members) for members in incidents)


def _fit(member: Member, members: Sequence[Member]) -> int | None:
    """The best score of ``member`` against ``members``; None where none is the same or one contradicts it."""
    best: int | None = None
    for other in members:
        apart = days_apart(member.published, other.published)
        likeness = compare(member.mention, other.mention, apart)
        if likeness.conflict in {"act", "time", "place"} and not _is_denial(other):
            return None
        if likeness.is_same and (best is None or likeness.score > best):
            best = likeness.score
    return best


def _is_denial(member: Member) -> bool:
    return member.mention.factuality is Factuality.DENIED
