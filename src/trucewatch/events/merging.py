"""Descriptions of one event in one document become one mention for each distinct claim.

Decides which mentions tell the same, what each takes from the others, and which accuse one another. A claim by another
claimant, or another stance, always stays its own mention. Never looks beyond the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.events.mentions import Draft
from trucewatch.events.model import EventMention, Factuality, Harm, Stance
from trucewatch.events.standing import is_same_side
from trucewatch.events.triggers import LOOTING
from trucewatch.events.weapons import AIR, ATTACK, CLASH, EXPLOSIVE, SHELLING
from trucewatch.values import Kind, Span, When, Where, Who

_LOOK_BACK = 40  # mentions compared with; an event is seldom taken up again after more
_ADJACENT = 2  # sentences within which a bare consequence belongs to the event before it

#: Acts that two descriptions of one event may differ in, since words differ in how much they tell.
_VIOLENT = frozenset({AIR, SHELLING, EXPLOSIVE, ATTACK, CLASH, LOOTING, "Grenade", "Suicide bomb"})
_VAGUE = frozenset({ATTACK, CLASH, LOOTING})
_UNREAL = frozenset({Factuality.PLANNED, Factuality.FEARED, Factuality.HYPOTHETICAL})


def merge(drafts: Sequence[Draft]) -> list[EventMention]:
    """The mentions of a document, one for each distinct claim about each event, in text order."""
    kept: list[Draft] = []
    for draft in drafts:
        antecedent = _antecedent(draft, kept)
        is_vague = draft.is_anaphoric and not _is_concrete(draft.mention)
        if is_vague and (antecedent is None or draft.mention.factuality in _UNREAL):
            continue
        filled = _inherit(draft, antecedent) if antecedent is not None else draft
        same = next((i for i in _recent(kept) if _is_one_claim(kept[i], filled)), None)
        if same is None:
            kept.append(filled)
        else:
            kept[same] = replace(
                kept[same], mention=_join(kept[same].mention, filled.mention), sentence=filled.sentence
            )
    return _mirrored(_headlines_filled(kept))


def _headlines_filled(kept: Sequence[Draft]) -> list[EventMention]:
    """The mentions, those of headlines with the day and place that the report then gives for the same event."""
    found = [d.mention for d in kept]
    for i, draft in enumerate(kept):
        mention = found[i]
        if draft.mention.where is not None or draft.mention.when is not None or not draft.is_title:
            continue
        later = next((m for m in found[i + 1 : i + 1 + _LOOK_BACK] if _is_told_again(mention, m)), None)
        if later is not None:
            found[i] = replace(mention, when=later.when, where=later.where, actor=mention.actor or later.actor)
    return found


def _is_told_again(title: EventMention, later: EventMention) -> bool:
    return (
        later.act == title.act
        and later.where is not None
        and is_one_event(title, later)
        and later.stance is not Stance.DENIES
    )


def _recent(kept: Sequence[Draft]) -> range:
    return range(len(kept) - 1, max(-1, len(kept) - 1 - _LOOK_BACK), -1)


def _is_concrete(mention: EventMention) -> bool:
    return (
        mention.where is not None or mention.when is not None or bool(mention.harm) or mention.target_words is not None
    )


def _antecedent(draft: Draft, kept: Sequence[Draft]) -> Draft | None:
    """The mention whose event this one speaks of again, if it needs one."""
    mention = draft.mention
    if mention.where is not None and mention.when is not None and not draft.is_anaphoric:
        return None
    for i in _recent(kept):
        other = kept[i].mention
        if other.factuality in _UNREAL or not is_one_event(other, mention):
            continue
        if (other.factuality is Factuality.BACKGROUND) != (mention.factuality is Factuality.BACKGROUND):
            continue
        distance = draft.sentence.number - kept[i].sentence.number
        if draft.is_anaphoric or _shares_detail(other, mention) or (draft.is_consequence and distance <= _ADJACENT):
            return kept[i]
    return None


def _shares_detail(one: EventMention, other: EventMention) -> bool:
    """Whether both name the same kind of target, or the same act under opposite claims."""
    return bool(one.target_class) and one.target_class == other.target_class and one.act == other.act


def _inherit(draft: Draft, antecedent: Draft) -> Draft:
    """The draft with what its event is already known by."""
    mine, known = draft.mention, antecedent.mention
    act = known.act if draft.is_anaphoric or draft.is_consequence or mine.act in _VAGUE else mine.act
    mention = replace(
        mine,
        act=act,
        when=mine.when or known.when,
        where=mine.where or known.where,
        actor=None if mine.stance is Stance.CANNOT_ATTRIBUTE else _actor(mine.actor, known.actor),
        target=mine.target or known.target,
        target_class=mine.target_class or known.target_class,
        target_words=mine.target_words or known.target_words,
        weapon=mine.weapon or known.weapon,
    )
    return replace(draft, mention=mention)


def _actor(mine: Who | None, known: Who | None) -> Who | None:
    """The actor as named before, where both are one side (a spokesman denies for those he speaks for)."""
    if mine is None or (known is not None and mine.kind is Kind.PERSON and is_same_side(mine, known)):
        return known
    return mine


def is_one_event(one: EventMention, other: EventMention) -> bool:
    """Whether two mentions of one document may tell of one event, whoever says so."""
    return (
        _is_act_compatible(one, other)
        and _is_when_compatible(one.when, other.when)
        and is_where_compatible(one.where, other.where)
        and _is_who_compatible(one.actor, other.actor)
        and (
            not one.target_class
            or not other.target_class
            or one.target_class == other.target_class
            or _is_kin(one, other)
        )
    )


def _is_kin(one: EventMention, other: EventMention) -> bool:
    return {one.target_class, other.target_class} in ({"civilians", "residential"}, {"military", "prisoners of war"})


def _is_act_compatible(one: EventMention, other: EventMention) -> bool:
    if one.act == other.act:
        return True
    return {one.act, other.act} <= _VIOLENT and (one.act in _VAGUE or other.act in _VAGUE)


def _is_when_compatible(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return True
    if one.earliest and one.latest and other.earliest and other.latest:
        return one.earliest <= other.latest and other.earliest <= one.latest
    if one.edtf and other.edtf:
        return one.edtf == other.edtf or _same_day_of_year(one, other)
    return one.words.lower() == other.words.lower() or one.is_resolved != other.is_resolved


def _same_day_of_year(one: When, other: When) -> bool:
    """``XXXX-03-13`` and ``2025-03-13`` may be one day."""
    return one.edtf[4:] == other.edtf[4:] and "XXXX" in {one.edtf[:4], other.edtf[:4]}


def is_where_compatible(one: Where | None, other: Where | None) -> bool:
    """Whether two places may be one: the same, or at least one of them not known."""
    if one is None or other is None:
        return True
    if one.place and other.place:
        return one.place == other.place or _contains(one, other) or _contains(other, one)
    return (
        one.name.lower() == other.name.lower()
        or one.name.lower() in other.name.lower()
        or other.name.lower() in one.name.lower()
    )


def _contains(area: Where, part: Where) -> bool:
    """Whether one area's radius is far larger than the other's, so that it may hold it."""
    if area.lat_e6 is None or area.lon_e6 is None or part.lat_e6 is None or part.lon_e6 is None:
        return False
    if area.radius_m is None or part.radius_m is None:
        return False
    apart_m = (abs(area.lat_e6 - part.lat_e6) + abs(area.lon_e6 - part.lon_e6)) // 9  # a degree is some 111 km
    return area.radius_m > 3 * part.radius_m and apart_m <= area.radius_m


def _is_who_compatible(one: Who | None, other: Who | None) -> bool:
    if one is None or other is None:
        return True
    if (one.party and other.party) or (one.state and other.state):
        return is_same_side(one, other)
    return True


def _is_one_claim(kept: Draft, draft: Draft) -> bool:
    """Whether two mentions are one claim about one event, so that one mention should hold both."""
    one, other = kept.mention, draft.mention
    if not is_one_event(one, other) or not _is_same_standing(one, other):
        return False
    if one.trigger == other.trigger:
        return one.statement == other.statement
    is_next = draft.sentence.number - kept.sentence.number <= 1 and bool(one.claimants) and one.act == other.act
    return _is_anchored(one, other) or is_next


def _is_same_standing(one: EventMention, other: EventMention) -> bool:
    if one.stance is not other.stance and not one.is_retracted and not other.is_retracted:
        return False
    if (one.factuality is not other.factuality) and Factuality.CLAIMED not in {one.factuality, other.factuality}:
        return False
    if one.factuality in _UNREAL | {Factuality.BACKGROUND} and one.factuality is not other.factuality:
        return False
    if not one.claimants or not other.claimants:
        return one.stance is not Stance.REPORTS or not (one.claimants or other.claimants)
    return any(is_same_side(a, b) for a in one.claimants for b in other.claimants)


def _is_anchored(one: EventMention, other: EventMention) -> bool:
    """Whether something beside the act ties the two: target class, place, day or spread harm."""
    ties = (
        bool(one.target_class) and one.target_class == other.target_class,
        one.where is not None and other.where is not None,
        one.when is not None and other.when is not None and one.when.words.lower() == other.when.words.lower(),
    )
    return sum(ties) >= 2 or (any(ties) and one.sentence == other.sentence) or (ties[0] and bool(one.claimants))


def _join(first: EventMention, later: EventMention) -> EventMention:
    """The first mention with what the later one adds."""
    act = later.act if first.act in _VAGUE and later.act not in _VAGUE else first.act
    return replace(
        first,
        act=act,
        factuality=Factuality.CLAIMED
        if Factuality.CLAIMED in {first.factuality, later.factuality}
        else first.factuality,
        actor=first.actor or later.actor,
        target=first.target or later.target,
        target_class=first.target_class or later.target_class,
        target_words=first.target_words or later.target_words,
        weapon=first.weapon or later.weapon,
        when=_finer(first.when, later.when),
        where=first.where or later.where,
        harm=_joined_harm(first.harm, later.harm),
        claimants=first.claimants or later.claimants,
        statement=first.statement or later.statement,
        evidence=_joined(first.evidence, later.evidence),
        spans=_joined(first.spans, later.spans),
        is_violation=first.is_violation or later.is_violation,
        is_retracted=first.is_retracted or later.is_retracted,
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
        known = [k for k in kept if k.kind == harm.kind and (k.who == harm.who or not k.who or not harm.who)]
        if not known:
            kept.append(harm)
        elif harm.amount.low is not None and all(k.amount.low is None and k.amount.high is None for k in known):
            kept[kept.index(known[0])] = harm
    return tuple(kept)


def _mirrored(mentions: list[EventMention]) -> list[EventMention]:
    """The mentions with those that accuse one another of the same told to point at each other."""
    by_place: dict[Span, list[int]] = {}
    for i, mention in enumerate(mentions):
        by_place.setdefault(mention.trigger, []).append(i)
    for group in by_place.values():
        for i in group:
            for j in group:
                if i < j and _is_mirror(mentions[i], mentions[j]):
                    mentions[i] = replace(mentions[i], mirror=mentions[j].id)
                    mentions[j] = replace(mentions[j], mirror=mentions[i].id)
    return mentions


def _is_mirror(one: EventMention, other: EventMention) -> bool:
    """Whether each names the other's claimant as the actor."""
    if one.actor is None or other.actor is None:
        return False
    mine = any(is_same_side(one.actor, c) for c in other.claimants)
    return mine and any(is_same_side(other.actor, c) for c in one.claimants)
