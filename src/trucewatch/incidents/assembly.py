"""Members -> one incident: its accounts, title, time, place and whether it is contested."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.events.model import Factuality
from trucewatch.incidents.accounts import build_accounts, place_of, supports
from trucewatch.incidents.fullness import is_tally
from trucewatch.incidents.grouping import incident_id
from trucewatch.incidents.model import Incident, Member
from trucewatch.incidents.places import Meeting, meet
from trucewatch.incidents.rivalry import by_side, is_contested
from trucewatch.incidents.times import narrow
from trucewatch.incidents.title import title_of
from trucewatch.values import Where

_UNNAMED = "Other"  # the ACLED sub-event type of what has no other


def assemble(members: Sequence[Member], incident: str = "") -> Incident:
    """The incident that ``members`` (in log order, at least one) tell of.

    Its id comes from the first mention, or is ``incident`` where a reviewer's merge or split has settled it.
    """
    accounts = by_side(build_accounts(members))
    told = [account for account in accounts if supports(account)] or list(accounts)
    when = narrow([account.when for account in told if account.when is not None])
    where = _where([account.where for account in told if account.where is not None])
    act = _act(members)
    target_class = next((account.target_class for account in (*told, *accounts) if account.target_class), "")
    is_breach = act == _UNNAMED and any(member.mention.is_violation for member in members)
    is_count = is_breach and any(is_tally(member.mention) for member in members)
    return Incident(
        id=incident or incident_id(members[0].mention),
        act=act,
        title=title_of(act, target_class, accounts, when, where, is_breach=is_breach, is_tally=is_count),
        when=when,
        where=where,
        target_class=target_class,
        accounts=accounts,
        mentions=tuple(member.mention.id for member in members),
        is_contested=is_contested(accounts),
    )


def _act(members: Sequence[Member]) -> str:
    """The act first named. Denials and withdrawn words name one only where nothing else does; copies never outvote."""
    told = [m.mention for m in members if m.mention.factuality is not Factuality.DENIED and not m.mention.is_retracted]
    return (told or [member.mention for member in members])[0].act


def _where(places: Sequence[Where]) -> Where | None:
    """The narrowest place that meets all others; the widest where they do not meet."""
    best = place_of(places)
    if best is None or not best.is_located:
        return best
    if any(meet(best, other) is Meeting.APART for other in places):
        return max((where for where in places if where.is_located), key=lambda where: where.radius_m or 0)
    return best
