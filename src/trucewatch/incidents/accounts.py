"""Mentions -> accounts: whose word it is, what it says, whom it accuses. One per claimant, stance and accused.

Accounts stand side by side: nothing is averaged, and a figure that one claimant gives never touches another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from trucewatch.events.model import EventMention, Harm, Stance
from trucewatch.incidents.model import Account, Basis, Member
from trucewatch.incidents.times import narrow
from trucewatch.values import Kind, When, Where, Who

_Key = tuple[str, Stance, str]  # voice, stance, accused
_AFFIRMING = frozenset({Stance.ALLEGES, Stance.CONFIRMS, Stance.REPORTS})
_KNOWN_BY_NAME = frozenset({Kind.PERSON, Kind.BODY, Kind.SOURCE})


def identity(who: Who | None) -> str:
    """What tells one actor or claimant from another: entity, else name of a person, body or group, else party."""
    if who is None:
        return ""
    if who.entity and who.entity != who.party:
        return f"entity {who.entity}"
    if who.name and who.kind in _KNOWN_BY_NAME:
        return f"name {_bag(who.name) if who.kind is Kind.BODY else who.name.casefold()}"
    if who.kind is Kind.GROUP and who.party and who.name:
        return f"group {who.party} {who.name.casefold()}"
    if who.party:
        return f"party {who.party}"
    return f"state {who.state}" if who.state else f"name {who.name.casefold()}"


def _bag(name: str) -> str:
    """A body's name in whatever order: "Belkora's Defence Ministry", "the Defence Ministry of Belkora"."""
    words = re.findall(r"\w+", re.sub(r"[’']s\b", "", name.casefold()))
    return " ".join(sorted(set(words) - {"of", "the"})) or name.casefold()


def accused_key(who: Who | None) -> str:
    """What tells one accused from another: a party, whichever of its forces is named; else the identity."""
    return f"party {who.party}" if who is not None and who.party else identity(who)


def build_accounts(members: Sequence[Member]) -> tuple[Account, ...]:
    """The accounts that ``members`` (in log order) give, in the order in which each was first given.

    A headline in a report's own voice is no account beside what the report then attributes to somebody.
    A retraction supersedes every account of its own claimant against the same accused; that of a publisher, also what
    it had from nobody in particular.
    """
    told = [(_key(claimant, member), member, claimant) for member, claimant in _told(members)]
    home = _homes(key for key, _, _ in told)
    groups: dict[_Key, list[tuple[Member, Who | None]]] = {}
    retracted: set[tuple[str, str]] = set()
    for key, member, claimant in told:
        groups.setdefault(home[key], []).append((member, claimant))
        if member.mention.is_retracted:
            retracted.add((key[0], home[key][2]))
    return tuple(
        _account(group, is_retracted=not retracted.isdisjoint({(voice, accused), (_carrier(*group[0]), accused)}))
        for (voice, _, accused), group in groups.items()
    )


def _told(members: Sequence[Member]) -> Iterator[tuple[Member, Who | None]]:
    """Who says so in each mention, but for headlines of reports that say whose word it is."""
    attributed = {member.mention.document for member in members if member.mention.claimants and _affirms(member)}
    for member in members:
        if member.mention.document not in attributed or not _is_headline(member):
            yield from ((member, claimant) for claimant in member.mention.claimants or (None,))


def _key(claimant: Who | None, member: Member) -> _Key:
    """Whose word, in which stance, against whom; an outlet that names itself speaks in its own voice."""
    voice, stance = _voice(claimant, member), member.mention.stance
    if stance is Stance.ALLEGES and voice == _voice(None, member):
        stance = Stance.REPORTS
    return voice, stance, accused_key(member.mention.actor)


def _homes(keys: Iterable[_Key]) -> dict[_Key, _Key]:
    """Where each belongs: who once names the accused, and once tells of it without, has given one account."""
    given = dict.fromkeys(keys)
    homes = {key: key for key in given}
    for voice, stance, accused in given:
        named = [key for key in given if key[0] == voice and key[2] and {key[1], stance} <= _AFFIRMING]
        if not accused and len(named) == 1:
            homes[voice, stance, accused] = named[0]
    return homes


def _affirms(member: Member) -> bool:
    return member.mention.stance is not Stance.DENIES


def _is_headline(member: Member) -> bool:
    """Whether the mention stands in the first line of a report that has more, and is nobody else's word."""
    end = member.text.find("\n")
    return not member.mention.claimants and _affirms(member) and 0 < member.mention.sentence.end <= end


def _voice(claimant: Who | None, member: Member) -> str:
    """Whose word it is; an outlet is its own, whoever cites it; nobody in particular is told apart by outlet."""
    publisher = f"publisher {_outlet(member.publisher)}"
    if claimant is None or _outlet(claimant.name) == _outlet(member.publisher):
        return publisher
    if claimant.kind is Kind.SOURCE:
        return f"publisher {_outlet(claimant.name)}"
    return f"{identity(claimant)}, {publisher}" if _is_nobody(claimant) else identity(claimant)


def _outlet(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _carrier(member: Member, claimant: Who | None) -> str:
    """The outlet that answers for the words, where nobody is named; "" where somebody answers for themselves."""
    return _voice(None, member) if claimant is None or _is_nobody(claimant) else ""


def _is_nobody(who: Who) -> bool:
    """Whether nothing tells the voice from others: "witnesses", "local media"."""
    return who.kind in {Kind.GROUP, Kind.UNKNOWN} and not (who.entity or who.party)


def _account(group: Sequence[tuple[Member, Who | None]], *, is_retracted: bool) -> Account:
    members = [member for member, _ in group]
    mentions = [member.mention for member in members]
    return Account(
        claimant=_fullest(claimant for _, claimant in group),
        stance=next((mention.stance for mention in mentions if mention.actor), mentions[0].stance),
        actor=_fullest(mention.actor for mention in mentions),
        target=_fullest(mention.target for mention in mentions),
        target_class=_first(mention.target_class for mention in mentions),
        weapon=_first(mention.weapon for mention in mentions),
        when=_time(mention.when for mention in mentions),
        where=place_of(mention.where for mention in mentions),
        harm=_harm(_standing_harm(mentions)),
        evidence=tuple(Basis(m.document, m.id, span) for m in mentions for span in m.evidence),
        basis=tuple(Basis(m.document, m.id, m.sentence) for m in mentions),
        publishers=tuple(dict.fromkeys(member.publisher for member in members if member.publisher)),
        is_retracted=is_retracted,
    )


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _fullest(people: Iterable[Who | None]) -> Who | None:
    """The best-resolved naming; the first of equals. Spans belong to one report, so they stay out."""
    named = [who for who in people if who is not None]
    if not named:
        return None
    best = max(named, key=lambda who: (bool(who.entity), bool(who.party), bool(who.office), bool(who.state)))
    return replace(best, span=None)


def _time(times: Iterable[When | None]) -> When | None:
    given = [when for when in times if when is not None]
    return narrow(given)


def place_of(places: Iterable[Where | None]) -> Where | None:
    """The narrowest located place; else the first that is matched, named or at least ambiguous."""
    given = [replace(where, span=None) for where in places if where is not None]
    located = [where for where in given if where.is_located]
    if located:
        return min(located, key=lambda where: (where.radius_m or 0, _is_anchor(where)))
    return next((where for where in given if where.place or where.name or where.candidates), None)


def _is_anchor(where: Where) -> bool:
    """Whether it has no name but that of the place it was matched to: a village near it would say more."""
    return "-".join(re.findall(r"\w+", where.name.casefold())) == where.place


def _standing_harm(mentions: Sequence[EventMention]) -> Iterator[Harm]:
    """The figures that no later correction of the same account took back."""
    corrected: set[str] = set()
    kept: list[tuple[Harm, ...]] = []
    for mention in reversed(mentions):
        kept.append(tuple(harm for harm in mention.harm if harm.kind not in corrected))
        corrected |= {harm.kind for harm in mention.harm if mention.is_correction}
    for harms in reversed(kept):
        yield from harms


def _harm(harms: Iterable[Harm]) -> tuple[Harm, ...]:
    """Each distinct figure once, in the order given; a later figure of one claimant does not erase the earlier."""
    kept: dict[tuple[str, int | None, int | None, str], Harm] = {}
    for harm in harms:
        kept.setdefault((harm.kind, harm.amount.low, harm.amount.high, harm.who), replace(harm, span=None))
    return tuple(kept.values())


def supports(account: Account) -> bool:
    """Whether the account says that the thing happened and still stands."""
    return account.stance is not Stance.DENIES and not account.is_retracted
