"""Accounts that stand against one another in one document: mutual accusations, and denials of what was said before.

Decides which mentions mirror each other, and which mention a bare denial ("rejected the accusation") speaks of. Never
says which of two accounts is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from trucewatch.events.likeness import VIOLENT, is_when_compatible, is_where_compatible
from trucewatch.events.model import EventMention, Factuality, Stance
from trucewatch.events.rules import OTHER
from trucewatch.events.standing import is_same_side
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Analysis
from trucewatch.statements.model import Act, Statement
from trucewatch.values import Who, make_id

_ACCOUNTS = word_set(
    """accusation accusations allegation allegations claim claims account accounts report reports charge charges
    version assertion assertions involvement responsibility role statement"""
)
_POINTERS = frozenset({"it", "that", "this", "them", "these", "those"})
_TOLD = frozenset({Factuality.REPORTED, Factuality.CLAIMED})
_BARE = 4  # "this two weeks ago"
_LONGEST = 12  # words; a denial that says more than this names what it denies


def is_account(words: Sequence[str]) -> bool:
    """Whether the words of a denial speak of what somebody said ("the accusation"), or only point at it.

    A pronoun that a clause goes on from ("denied that it had refused") points at nothing.
    """
    is_pointer = len(words) <= _BARE and bool(_POINTERS.intersection(words[:1]))
    return is_pointer or bool(_ACCOUNTS.intersection(words))


def with_rivals(
    analysis: Analysis,
    statements: Sequence[Statement],
    mentions: Sequence[EventMention],
    is_account: Callable[[Sequence[str]], bool] = is_account,
) -> tuple[EventMention, ...]:
    """The mentions with the bare denials added and those that accuse one another pointing at each other.

    ``is_account`` tells, in the language of the document, whether words speak of what somebody said.
    """
    known = {m.statement for m in mentions}
    added = [
        denied
        for statement in statements
        if statement.act is Act.DENY and statement.id not in known
        if (denied := _denied(analysis, statement, mentions, is_account)) is not None
    ]
    return _mirrored([*mentions, *added])


def _denied(
    analysis: Analysis,
    statement: Statement,
    mentions: Sequence[EventMention],
    is_account: Callable[[Sequence[str]], bool],
) -> EventMention | None:
    """The denial as a mention of what it denies: the last account told before it by somebody else."""
    words = " ".join(part.of(analysis.document.text) for part in statement.content).lower().split()
    if not statement.speakers or len(words) > _LONGEST or (words and not is_account(words)):
        return None
    before = [m for m in mentions if m.trigger.start < statement.sentence.start and _can_be_denied(m, statement)]
    against = [m for m in before if m.actor is not None and _is_by(m.actor, statement.speakers)]
    denied = max(against or before, key=lambda m: (m.act != OTHER, m.trigger), default=None)
    if denied is None or statement.sentence.start - denied.trigger.start > 1500:
        return None
    trigger = statement.cue or statement.content[0]
    return replace(
        denied,
        id=make_id("men", analysis.document.id, denied.act, str(trigger.start), Stance.DENIES, statement.id),
        trigger=trigger,
        sentence=statement.sentence,
        spans=(statement.sentence,),
        factuality=Factuality.DENIED,
        stance=Stance.DENIES,
        claimants=statement.speakers,
        statement=statement.id,
        harm=(),
        evidence=(),
        mirror="",
    )


def _can_be_denied(mention: EventMention, statement: Statement) -> bool:
    is_others = bool(mention.claimants) and not any(_is_by(c, statement.speakers) for c in mention.claimants)
    return is_others and mention.factuality in _TOLD and mention.stance in {Stance.ALLEGES, Stance.CONFIRMS}


def _is_by(who: Who, people: Iterable[Who]) -> bool:
    return any(is_same_side(who, p) for p in people)


def _mirrored(mentions: list[EventMention]) -> tuple[EventMention, ...]:
    """Each accusation points at the nearest one, unpaired first, that the accused make against its claimant."""
    accusing = [i for i, m in enumerate(mentions) if m.stance is Stance.ALLEGES and m.claimants and m.actor]
    for i in accusing:
        if mentions[i].mirror:
            continue
        rivals = [j for j in accusing if j != i and _is_mirror(mentions[i], mentions[j])]
        if not rivals:
            continue
        rival = min(rivals, key=lambda j: (bool(mentions[j].mirror), abs(j - i)))
        mentions[i] = replace(mentions[i], mirror=mentions[rival].id)
        if not mentions[rival].mirror:
            mentions[rival] = replace(mentions[rival], mirror=mentions[i].id)
    return tuple(mentions)


def _is_mirror(one: EventMention, other: EventMention) -> bool:
    """Whether each names the other's claimant as the actor, of the same event."""
    if one.actor is None or other.actor is None:
        return False
    crossed = _is_by(one.actor, other.claimants) and _is_by(other.actor, one.claimants)
    return crossed and (one.trigger == other.trigger or _is_same_thing(one, other))


def _is_same_thing(one: EventMention, other: EventMention) -> bool:
    """Whether both tell of violence at one place to one kind of target."""
    is_placed = one.where is not None and other.where is not None and is_where_compatible(one.where, other.where)
    is_alike = bool(one.target_class) and one.target_class == other.target_class
    return {one.act, other.act} <= VIOLENT and is_placed and is_alike and is_when_compatible(one.when, other.when)
