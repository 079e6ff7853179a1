"""Descriptions of one event in one document become one mention for each distinct claim.

Decides which descriptions tell the same and what each takes from the others: a headline is told by the text below it,
"the attack" is one already told of, a toll belongs to what caused it. A claim by another claimant, or another stance,
always stays its own mention, with the act, place, time and target that its event is known by. Never looks beyond the
document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.events.drafts import Draft
from trucewatch.events.likeness import (
    VAGUE,
    VIOLENT,
    is_one_event,
    is_when_compatible,
    is_where_compatible,
    is_who_compatible,
)
from trucewatch.events.model import EventMention, Factuality, Harm, Stance
from trucewatch.events.standing import is_same_side
from trucewatch.values import Kind, Span, When, Where, Who

_LOOK_BACK = 40  # mentions compared with; an event is seldom taken up again after more
_ADJACENT = 2  # sentences within which a bare consequence belongs to the event before it
_OWN = frozenset({"its", "their", "our", "his", "her", "own"})
_TOLD = frozenset({Factuality.REPORTED, Factuality.CLAIMED})
_UNREAL = frozenset({Factuality.PLANNED, Factuality.FEARED, Factuality.HYPOTHETICAL})
_BODIES = frozenset({"military", "army", "navy", "ministry", "government", "prosecutors", "troops", "spokesman"})
_PLAIN = frozenset({"", "other infrastructure"})


def merge(drafts: Sequence[Draft], scene: Where | None = None) -> list[EventMention]:
    """The mentions of a document, one for each distinct claim about each event, in text order.

    ``scene`` is the place that the headline tells: that of the one event of a report that names no other.
    """
    kept: list[Draft] = []
    for draft in drafts:
        antecedent = _antecedent(draft, kept)
        if draft.needs_cause and antecedent is None:
            continue
        if _says_nothing_new(draft, antecedent):
            is_own_voice = not draft.mention.claimants
            if antecedent is not None and is_own_voice and draft.mention.factuality not in _UNREAL:
                _replace(kept, antecedent, _with_span(antecedent, draft))
            continue
        filled = _inherit(draft, antecedent) if antecedent is not None else _with_known_target(draft, kept)
        same = next((i for i in _recent(kept) if _is_one_claim(kept[i], filled, antecedent)), None)
        if same is None:
            kept.append(filled)
        else:
            kept[same] = _joined_drafts(kept[same], filled)
    mentions = [d.mention for d in kept]
    if scene is None or not _is_lone(kept) or any(m.where is not None for m in mentions):
        return mentions
    return [replace(m, where=scene) if m.act in VIOLENT else m for m in mentions]


def _recent(kept: Sequence[Draft]) -> range:
    return range(len(kept) - 1, max(-1, len(kept) - 1 - _LOOK_BACK), -1)


def _says_nothing_new(draft: Draft, antecedent: Draft | None) -> bool:
    """Whether "the attack" only points back: in the report's own voice, or in a voice that tells no more of it."""
    mention = draft.mention
    if not draft.is_anaphoric or mention.harm:
        return False
    if mention.stance is Stance.REPORTS and antecedent is not None:
        return True
    if draft.is_only_pointed_at and not mention.is_violation:
        return True
    is_account = mention.actor is not None and bool(mention.claimants)
    return not (_is_concrete(mention) or is_account) and (antecedent is None or mention.factuality in _UNREAL)


def _is_concrete(mention: EventMention) -> bool:
    return (
        mention.where is not None or mention.when is not None or bool(mention.harm) or mention.target_words is not None
    )


def _replace(kept: list[Draft], old: Draft, new: Draft) -> None:
    kept[next(i for i in _recent(kept) if kept[i] is old)] = new


def _with_span(kept: Draft, draft: Draft) -> Draft:
    """The draft with the sentence of one that points back at it, and what time, place or actor that adds."""
    mention, later = kept.mention, draft.mention
    spans = _joined(mention.spans, later.spans)
    return replace(
        kept,
        mention=replace(
            mention,
            spans=spans,
            when=_finer(mention.when, later.when),
            where=mention.where or later.where,
            is_violation=mention.is_violation or later.is_violation,
        ),
    )


def _antecedent(draft: Draft, kept: Sequence[Draft]) -> Draft | None:
    """The mention whose event this one speaks of again, if it needs one."""
    mention = draft.mention
    if mention.where is not None and mention.when is not None and not draft.is_anaphoric:
        return None
    is_lone = _is_lone(kept)
    for i in _recent(kept):
        other = kept[i].mention
        if other.factuality in _UNREAL or not is_one_event(kept[i], draft):
            continue
        is_past = other.factuality is Factuality.BACKGROUND
        if is_past != (mention.factuality is Factuality.BACKGROUND) and not _goes_on(kept[i], draft, kept[-1]):
            continue
        if draft.is_consequence and _is_own_deed(other, mention) and not _is_of_others(draft):
            continue  # who tells of their own wounded does not tell of what they are accused of
        is_beside = draft.sentence.number - kept[i].sentence.number <= _ADJACENT
        is_near = is_beside or (is_lone and not draft.needs_cause)
        if (
            draft.is_anaphoric
            or _shares_detail(kept[i], draft)
            or (draft.is_consequence and is_near)
            or (is_lone and _is_counterclaim(other, mention))
        ):
            return kept[i]
    return None


def _goes_on(known: Draft, draft: Draft, last: Draft) -> bool:
    """Whether a toll without day or place is of the history that the sentence before it told."""
    is_next = known is last and draft.sentence.number - known.sentence.number <= 1
    return is_next and draft.is_bare_toll and known.mention.factuality is Factuality.BACKGROUND


def _is_of_others(draft: Draft) -> bool:
    """Whether those who suffered are somebody by name, and not the claimant's own people."""
    target = draft.mention.target
    if target is None or not target.name[:1].isupper():
        return False
    words = target.words.lower().split()
    return not _OWN.intersection(words) and not any(is_same_side(target, c) for c in draft.mention.claimants)


def _is_own_deed(known: EventMention, mention: EventMention) -> bool:
    """Whether the deed is laid to the side that now tells of harm, and not by itself."""
    actor = known.actor
    return (
        actor is not None
        and mention.stance is not Stance.DENIES
        and any(is_same_side(actor, c) for c in mention.claimants)
        and not any(is_same_side(actor, c) for c in known.claimants)
    )


def _is_lone(kept: Sequence[Draft]) -> bool:
    """Whether the report has told of one event so far, so that whatever is told next may be of it."""
    real = [
        d for d in kept if d.mention.act in VIOLENT and d.mention.factuality not in _UNREAL | {Factuality.BACKGROUND}
    ][-_LOOK_BACK:]
    return bool(real) and all(is_one_event(real[0], d) for d in real[1:])


def _shares_detail(known: Draft, draft: Draft) -> bool:
    """Whether both name the same kind of target under one act, or the words leave the act open and the thing is one."""
    one, other = known.mention, draft.mention
    is_alike = bool(one.target_class) and one.target_class == other.target_class
    if is_alike and one.act == other.act:
        return True
    is_one_word = bool(draft.target_head) and draft.target_head == known.target_head
    is_thing = is_one_word and (draft.is_target_definite or _is_by_name(draft))
    is_place = one.where is not None and other.where is not None and one.where.name == other.where.name
    return draft.is_loose and (is_alike or is_thing or is_place)


def _is_by_name(draft: Draft) -> bool:
    """Whether what was hit is told by its name: "fired on Lisov"."""
    words = draft.mention.target_words
    return words is not None and words.of(draft.sentence.text)[:1].isupper()


def _is_counterclaim(one: EventMention, other: EventMention) -> bool:
    """Whether a side tells, without day or place, what it did where a report has told of one deed of that side."""
    if one.actor is None or other.actor is None or other.where is not None or other.when is not None:
        return False
    is_own = any(is_same_side(other.actor, c) for c in other.claimants)
    return is_own and is_same_side(one.actor, other.actor) and {one.act, other.act} <= VIOLENT


def _with_known_target(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """The draft with day and place of "the station" where that was told of before, whoever hit it."""
    mention = draft.mention
    if not draft.is_target_definite or mention.act not in VIOLENT:
        return draft
    for i in _recent(kept):
        known = kept[i].mention
        is_same_thing = kept[i].target_head == draft.target_head and known.factuality not in _UNREAL
        if (
            is_same_thing
            and is_when_compatible(known.when, mention.when)
            and is_where_compatible(known.where, mention.where)
        ):
            filled = replace(
                mention,
                when=mention.when or known.when,
                where=mention.where or known.where,
                target_class=known.target_class if mention.target_class in _PLAIN else mention.target_class,
            )
            return replace(draft, mention=filled)
    return draft


def _inherit(draft: Draft, antecedent: Draft) -> Draft:
    """The draft with what its event is already known by."""
    mine, known = draft.mention, antecedent.mention
    is_vague = draft.is_anaphoric or draft.is_consequence or draft.is_loose or mine.act in VAGUE
    is_thing_known = mine.target_class in _PLAIN or (draft.is_consequence and bool(known.target_class))
    target_class = (known.target_class or mine.target_class) if is_thing_known else mine.target_class
    actor = None if mine.stance is Stance.CANNOT_ATTRIBUTE else _actor(mine.actor, known.actor)
    if _is_bystander(mine, known):
        actor = mine.actor
    is_history = known.factuality is Factuality.BACKGROUND and mine.factuality in _TOLD
    mention = replace(
        mine,
        factuality=Factuality.BACKGROUND if is_history else mine.factuality,
        act=known.act if is_vague else mine.act,
        when=mine.when or known.when,
        where=mine.where or known.where,
        actor=actor,
        stance=_stance(mine, known, actor),
        target=mine.target or (None if antecedent.is_consequence else known.target),
        target_class=target_class,
        target_words=mine.target_words or known.target_words,
        weapon=mine.weapon or known.weapon,
        harm=tuple(_of_class(h, target_class) for h in mine.harm),
    )
    return replace(draft, mention=mention, target_head=draft.target_head or antecedent.target_head)


def _is_bystander(mine: EventMention, known: EventMention) -> bool:
    """Whether somebody of no side confirms what others laid to somebody: an agency that was robbed names no robber."""
    is_other = not any(is_same_side(one, other) for one in mine.claimants for other in known.claimants)
    has_side = any(who.party or who.state for who in mine.claimants)
    return bool(mine.claimants and known.claimants) and is_other and not has_side and mine.stance is Stance.CONFIRMS


def _of_class(harm: Harm, target_class: str) -> Harm:
    """Harm to "the facility" is harm to what that is known to be."""
    is_thing = harm.kind in {"damaged", "destroyed"} and harm.who == "other infrastructure" and bool(target_class)
    return replace(harm, who=target_class) if is_thing else harm


def _stance(mine: EventMention, known: EventMention, actor: Who | None) -> Stance:
    """Whoever speaks of a deed that the report lays to somebody else alleges it, though they do not name them again."""
    if mine.stance is not Stance.CONFIRMS or mine.actor is not None or actor is None:
        return mine.stance
    is_own = any(is_same_side(actor, c) for c in mine.claimants)
    return mine.stance if is_own or known.stance is Stance.CONFIRMS else Stance.ALLEGES


def _actor(mine: Who | None, known: Who | None) -> Who | None:
    """The actor as named before, where both are one side (a spokesman denies for those he speaks for)."""
    if mine is None or (known is not None and mine.kind is Kind.PERSON and is_same_side(mine, known)):
        return known
    return mine


def _is_one_claim(kept: Draft, draft: Draft, antecedent: Draft | None) -> bool:
    """Whether two mentions are one claim about one event, so that one mention should hold both."""
    one, other = kept.mention, draft.mention
    if not is_one_event(kept, draft):
        return False
    if kept.is_title and not draft.is_title:
        return _is_told_by(one, other)
    if not _is_same_standing(one, other):
        return False
    if one.trigger == other.trigger:
        return one.statement == other.statement and is_where_compatible(one.where, other.where)
    if kept is antecedent and (draft.is_anaphoric or draft.is_consequence):
        return True
    is_next = draft.sentence.number - kept.sentence.number <= 1 and bool(one.claimants) and one.act == other.act
    return _is_anchored(kept, draft) or is_next


def _is_told_by(title: EventMention, told: EventMention) -> bool:
    """Whether the text tells what the headline told: never a denial of it, and never history."""
    is_opposed = (title.stance is Stance.DENIES) != (told.stance is Stance.DENIES)
    is_unlike = (title.factuality in _UNREAL) != (told.factuality in _UNREAL)
    is_history = told.factuality is Factuality.BACKGROUND and title.factuality is not Factuality.BACKGROUND
    return not (is_opposed or is_unlike or is_history) and _has_side(title, told)


def _has_side(title: EventMention, told: EventMention) -> bool:
    return is_who_compatible(title.actor, told.actor)


def _is_same_standing(one: EventMention, other: EventMention) -> bool:
    if one.stance is not other.stance and not one.is_retracted and not other.is_retracted:
        return False
    if (one.factuality is not other.factuality) and Factuality.CLAIMED not in {one.factuality, other.factuality}:
        return False
    if one.factuality in _UNREAL | {Factuality.BACKGROUND} and one.factuality is not other.factuality:
        return False
    if not one.claimants or not other.claimants:
        return one.stance is not Stance.REPORTS or not (one.claimants or other.claimants)
    return any(_is_one_voice(a, b) for a in one.claimants for b in other.claimants)


def _is_one_voice(one: Who, other: Who) -> bool:
    """Whether two claimants are one side; "the military" after a side's own words is that side's."""
    if is_same_side(one, other):
        return True
    is_bare = _BODIES.intersection(other.name.lower().split()) and not (other.party or other.state or other.entity)
    return bool(is_bare) and len(other.name.split()) <= 2 and bool(one.party or one.state)


def _is_anchored(kept: Draft, draft: Draft) -> bool:
    """Whether something beside the act ties the two: target class, place, day or spread harm."""
    one, other = kept.mention, draft.mention
    ties = (
        bool(one.target_class) and one.target_class == other.target_class,
        one.where is not None and other.where is not None,
        one.when is not None and other.when is not None and one.when.words.lower() == other.when.words.lower(),
    )
    return (
        sum(ties) >= 2
        or (any(ties) and one.sentence == other.sentence)
        or (ties[0] and bool(one.claimants) and _may_be_one_target(kept, draft))
    )


def _may_be_one_target(one: Draft, other: Draft) -> bool:
    """Whether what was hit may be the same thing: one noun, or no noun on one side, or "the post" told of before."""
    heads = {one.target_head, other.target_head}
    return len(heads) == 1 or "" in heads or other.is_target_definite


def _joined_drafts(kept: Draft, draft: Draft) -> Draft:
    """Both as one; a headline gives way to the text, which only takes from it what it does not tell itself."""
    first, later = (draft, kept) if kept.is_title and not draft.is_title else (kept, draft)
    mention = _join(first.mention, later.mention)
    if not kept.is_title:
        mention = _with_claim(mention, later.mention)
    act = _firmer_act(first, later)
    return replace(
        first,
        mention=replace(mention, act=act),
        sentence=draft.sentence,
        is_loose=first.is_loose and later.is_loose,
        is_consequence=first.is_consequence and later.is_consequence,
        target_head=first.target_head or later.target_head,
    )


def _with_claim(mention: EventMention, later: EventMention) -> EventMention:
    """An allegation of nobody ("allegedly") with whoever is then said to make it."""
    is_claimed = Factuality.CLAIMED in {mention.factuality, later.factuality}
    return replace(
        mention,
        factuality=Factuality.CLAIMED if is_claimed else mention.factuality,
        claimants=mention.claimants or later.claimants,
        statement=mention.statement or later.statement,
    )


def _firmer_act(first: Draft, later: Draft) -> str:
    """The act of whichever description says with what it was done."""
    one, other = first.mention.act, later.mention.act
    if first.is_loose and not later.is_loose and other not in VAGUE:
        return other
    return other if one in VAGUE and other not in VAGUE and not (later.is_loose and not first.is_loose) else one


def _join(first: EventMention, later: EventMention) -> EventMention:
    """The first mention with what the later one adds; its claim stays its own."""
    return replace(
        first,
        actor=first.actor or later.actor,
        target=first.target or later.target,
        target_class=later.target_class if first.target_class in _PLAIN and later.target_class else first.target_class,
        target_words=first.target_words or later.target_words,
        weapon=first.weapon or later.weapon,
        when=_finer(first.when, later.when),
        where=first.where or later.where,
        harm=_joined_harm(first.harm, later.harm),
        evidence=_joined(first.evidence, later.evidence),
        spans=_joined(first.spans, later.spans),
        is_violation=first.is_violation or later.is_violation,
        is_retracted=first.is_retracted or later.is_retracted,
        is_correction=first.is_correction or later.is_correction,
    )


def _finer(one: When | None, other: When | None) -> When | None:
    if one is None or other is None:
        return one or other
    return other if other.is_resolved and not one.is_resolved else one


def _joined(one: tuple[Span, ...], other: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(sorted(set(one) | set(other)))


def _joined_harm(one: tuple[Harm, ...], other: tuple[Harm, ...]) -> tuple[Harm, ...]:
    """Both sets of harm, each kind once for the same people; a number replaces a harm without one."""
    kept = list(one)
    for harm in other:
        known = [k for k in kept if k.kind == harm.kind and _is_same_group(k.who, harm.who)]
        if not known:
            kept.append(harm)
        elif harm.amount.low is not None and all(k.amount.low is None and k.amount.high is None for k in known):
            kept[kept.index(known[0])] = harm
    return tuple(kept)


_SOLDIERS = frozenset({"military", "prisoners of war", "peacekeepers"})


def _is_same_group(one: str, other: str) -> bool:
    """Whether two words for who suffered may mean the same people."""
    return one == other or not one or not other or (one not in _SOLDIERS and other not in _SOLDIERS)
