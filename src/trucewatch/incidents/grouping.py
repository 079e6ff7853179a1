"""Which incident a mention belongs to, one mention at a time in log order; and which mentions are not counted, and why.

A mention joins the incident that holds its likest member and no member that contradicts it; otherwise it founds one,
unless too little is said. Within a report what says when or where is filed before what says neither. Never closes over
chains of likeness, never looks ahead into other reports, never drops a mention.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from trucewatch.events.model import EventMention, Factuality
from trucewatch.incidents.blocks import Stretch, filed_under, sought_under
from trucewatch.incidents.fullness import is_bare, is_vague
from trucewatch.incidents.likeness import compare, compare_members
from trucewatch.incidents.model import Member
from trucewatch.values import make_id

#: Rows read under one key: its newest days. An incident told on several days has a row for each.
PER_KEY = 64
#: Members compared with, the first: a story told more often is told in the same words.
PER_INCIDENT = 24

#: Contradictions that keep a mention out of an incident, whichever member it likes best.
_TELLS_APART = frozenset({"act", "time", "place", "count", "people"})

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


def filing_order(mention: EventMention) -> int:
    """The turn in which a report's mentions are filed, those of one turn in text order.

    A headline that says neither when nor where can then join what the text below it tells.
    """
    return is_bare(mention) + is_vague(mention)


def incident_id(founder: EventMention) -> str:
    """The id of the incident that ``founder`` names."""
    return make_id("inc", founder.id)


def find_incident(
    member: Member, incidents: Mapping[str, Sequence[Member]], retold: Collection[str] = frozenset()
) -> str | None:
    """The id among ``incidents`` (id -> members in log order) that ``member`` joins, or None.

    ``retold`` are the mentions of other reports that stand in sentences of which the member's was made, or the other
    way round. What fits several incidents equally well joins none if it is a denial, or names neither day nor place
    and they are other reports': it does not say which it means. What says too little joins the one incident of its own
    report, or of what its report retells, that it can mean.
    """
    scores = {key: score for key, members in incidents.items() if (score := _fit(member, members, retold)) is not None}
    is_vague_ = is_vague(member.mention)
    if not scores and is_vague_:
        scores = {key: score for key, held in incidents.items() if (score := _meant(member, held, retold)) is not None}
    if not scores:
        return None
    best = max(scores.values())
    likest = [key for key in incidents if scores.get(key) == best]
    if len(likest) > 1 and (is_vague_ or _is_denial(member) or _is_strange(member.mention, incidents, likest)):
        return None
    return min(likest, key=lambda key: _letters_apart(member.mention, incidents[key]))


def _is_strange(mention: EventMention, incidents: Mapping[str, Sequence[Member]], likest: Sequence[str]) -> bool:
    """Whether it says neither when nor where, and its own report tells of none of them."""
    return is_bare(mention) and all(_letters_apart(mention, incidents[key])[0] for key in likest)


def may_found(mention: EventMention) -> bool:
    """Whether the mention says enough to be an incident of its own."""
    return not is_vague(mention)


def group(members: Iterable[Member]) -> tuple[tuple[Member, ...], ...]:
    """All counted ``members`` (in log order) as incidents, in order of their founding."""
    incidents: list[list[Member]] = []
    filed: dict[str, list[tuple[int, int]]] = {}
    for _, told in groupby(members, key=lambda member: member.mention.document):
        for member in sorted(told, key=lambda member: filing_order(member.mention)):
            if not why_not_counted(member.mention):
                _file(member, incidents, filed)
    return tuple(tuple(members) for members in incidents)


def _file(member: Member, incidents: list[list[Member]], filed: dict[str, list[tuple[int, int]]]) -> None:
    near = sorted({number for where in sought_under(member) for number in _newest(filed.get(where.key, ()), where)})
    joined = find_incident(member, {str(number): incidents[number][:PER_INCIDENT] for number in near})
    if joined is None and not may_found(member.mention):
        return
    if joined is None:
        incidents.append([])
    home = len(incidents) - 1 if joined is None else int(joined)
    incidents[home].append(member)
    for key, day in filed_under(member):
        rows = filed.setdefault(key, [])
        at = bisect_left(rows, (day, home))
        if rows[at : at + 1] != [(day, home)]:
            rows.insert(at, (day, home))


def _newest(rows: Sequence[tuple[int, int]], where: Stretch) -> Iterator[int]:
    start, end = (bisect_left(rows, (day, 0)) for day in (where.first, where.last + 1))
    yield from (number for _, number in rows[max(start, end - PER_KEY) : end])


def _fit(member: Member, members: Sequence[Member], retold: Collection[str]) -> int | None:
    """The best score of ``member`` against ``members``; None where none is the same or one contradicts it."""
    best: int | None = None
    for other in members:
        likeness = compare_members(member, other, is_retold=other.mention.id in retold)
        if likeness.conflict in _TELLS_APART and not _is_denial(other):
            return None
        if likeness.is_same and (best is None or likeness.score > best):
            best = likeness.score
    return best


def _meant(member: Member, members: Sequence[Member], retold: Collection[str]) -> int | None:
    """The best score against members of its own report or of what it retells; None where one contradicts it."""
    own = [m for m in members if m.mention.document == member.mention.document or m.mention.id in retold]
    sheets = [compare(member.mention, other.mention, 0) for other in own]
    if not sheets or any(sheet.conflict for sheet in sheets):
        return None
    return max(sheet.score for sheet in sheets)


def _letters_apart(mention: EventMention, members: Sequence[Member]) -> tuple[bool, int]:
    """How far in the text from the nearest member of the same report; those of other reports come last."""
    own = [other.mention.trigger.start for other in members if other.mention.document == mention.document]
    return not own, min((abs(mention.trigger.start - start) for start in own), default=0)


def _is_denial(member: Member) -> bool:
    return member.mention.factuality is Factuality.DENIED
