"""The thing that happened, with all its accounts side by side. Nothing is averaged."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.events.model import EventMention, Harm, Stance
from trucewatch.values import Span, When, Where, Who


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One mention with what its incident needs to know of the document it stands in.

    ``publisher`` is the source's name as shown; ``published`` is when; ``text`` is the document's text; ``is_flash``
    says that the document is nothing but a headline.
    """

    mention: EventMention
    publisher: str = ""
    published: When | None = None
    text: str = ""
    is_flash: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """The words one account rests on, in one document."""

    document: str
    mention: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One origin's version of an incident.

    ``claimant`` is the one whose word it is, None for the reports' own voice (then ``publisher`` names the source).
    Accounts of one claimant with one stance and one accused are one account, however many reports carry it.
    """

    claimant: Who | None
    stance: Stance
    actor: Who | None
    target: Who | None
    target_class: str
    weapon: str
    when: When | None
    where: Where | None
    harm: tuple[Harm, ...]
    evidence: tuple[Basis, ...]
    basis: tuple[Basis, ...]
    publishers: tuple[str, ...] = ()
    is_retracted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One thing said to have happened. ``act`` is an ACLED sub-event type; ``when``/``where`` the narrowest that all
    located accounts allow, or the widest where they conflict. ``mentions`` are ids in log order; the first names it.
    """

    id: str
    act: str
    title: str
    when: When | None
    where: Where | None
    target_class: str
    accounts: tuple[Account, ...]
    mentions: tuple[str, ...]
    is_contested: bool = False
    mirror: str = ""  # kept for readers of old cases: a mutual accusation is one incident with two rival accounts
