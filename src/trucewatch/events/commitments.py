"""Commitments: what one side would give another, at what stage, on what condition.

Decides what is given, by whom, to whom, who seeks it and how far it has come; a promise is never a deed. Never decides
whether a commitment is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from trucewatch.documents.model import BlockKind
from trucewatch.events.attendance import find_purpose, people_of
from trucewatch.events.conditions import find_conditions
from trucewatch.events.goods import TROOPS, Goods, find_goods
from trucewatch.events.model import Commitment
from trucewatch.events.phrases import Phrase, phrase_starting
from trucewatch.events.roles import find_agent, find_subject
from trucewatch.events.settings import find_when, is_elsewhere
from trucewatch.events.stages import COMMITMENT, COMMITMENT_ORDER, GIVING
from trucewatch.events.standing import governing, is_same_side
from trucewatch.events.triggers import verbs
from trucewatch.events.version import EXTRACTOR
from trucewatch.events.view import Sentence
from trucewatch.language.model import Analysis, Tag
from trucewatch.situation.model import Stage
from trucewatch.statements.model import Act
from trucewatch.values import Amount, Kind, Span, Who, make_id

_BEFORE, _AFTER = 16, 22
_WILLS = frozenset({"will", "would", "'ll", "to", "could", "shall", "may", "might"})
_FRIENDS = frozenset({"backers", "allies", "partners", "supporters", "neighbours", "neighbors", "friends", "donors"})
_LACK = frozenset({"absence", "lack", "without", "no"})
_STATES = frozenset({"countries", "nations", "states", "governments", "allies", "country", "capitals"})
_RECEIVING = frozenset({"to", "for"})
_DATED = frozenset({Stage.DELIVERED, Stage.OFFERED, Stage.AGREED, Stage.WITHDRAWN, Stage.REFUSED})
_LED = frozenset({"led", "spearheaded", "headed", "backed"})
_COMPANY = frozenset({Kind.PERSON, Kind.STATE, Kind.BODY, Kind.GROUP})


@dataclass(frozen=True, slots=True)
class _Cue:
    """The word that tells the stage."""

    at: int
    stage: Stage


def find_commitments(analysis: Analysis, sentences: Iterable[Sentence]) -> tuple[Commitment, ...]:
    """The commitments of a document, each once, in text order."""
    kept: list[Commitment] = []
    titles: set[str] = set()
    for sentence in sentences:
        for goods in find_goods(sentence):
            found = _read(analysis, sentence, goods)
            if found is None:
                continue
            same = next((i for i, c in enumerate(kept) if _is_same(c, found, is_title=c.id in titles)), None)
            if sentence.kind is BlockKind.HEADLINE:
                titles.add(found.id)
            if same is None:
                kept.append(found)
            else:
                is_title = kept[same].id in titles and found.id not in titles
                kept[same] = found if is_title else _join(kept[same], found)
    return tuple(sorted(kept, key=lambda c: (c.span, c.id)))


def _read(analysis: Analysis, sentence: Sentence, goods: Goods) -> Commitment | None:
    cue = _cue(sentence, goods)
    if cue is None or _is_attack(sentence, goods, cue) or _is_denied(sentence, goods):
        return None
    span = sentence.cover(goods.start, goods.end)
    givers, seekers = _sides(sentence, goods, cue)
    receivers = tuple(w for w in _receivers(sentence, goods, cue) if not any(_is_one(w, g) for g in givers))
    conditions = tuple(find_conditions(sentence))
    count = _states_count(sentence) if cue.stage is Stage.SOUGHT and not givers else None
    if not (givers or seekers or receivers or goods.amount) or sentence.kind is BlockKind.CAPTION:
        return None
    is_conditional = cue.stage is Stage.OFFERED and bool(conditions)
    return Commitment(
        id=make_id("com", analysis.document.id, goods.what, str(span.start)),
        document=analysis.document.id,
        what=goods.what,
        stage=Stage.CONDITIONAL if is_conditional else cue.stage,
        span=span,
        sentence=sentence.span,
        givers=givers,
        givers_count=count,
        receivers=receivers,
        seekers=seekers if count is None else (),
        amount=goods.amount,
        conditions=conditions,
        purpose=find_purpose(sentence, goods.end),
        when=find_when(sentence, cue.at, cue.at + 1) if cue.stage in _DATED else None,
        extractor=EXTRACTOR,
    )


def _is_attack(sentence: Sentence, goods: Goods, cue: _Cue) -> bool:
    """Whether troops are sent against somebody: "sent troops into", "sent soldiers to destroy"."""
    after = sentence.lowers(goods.end, goods.end + 2)
    is_into = after[:1] == ("into",) or (after[:1] == ("to",) and after[1:] and after[1] in verbs())
    return goods.what == TROOPS and cue.stage is Stage.DELIVERED and bool(is_into)


def _is_denied(sentence: Sentence, goods: Goods) -> bool:
    """Whether somebody only denies giving it."""
    span = sentence.cover(goods.start, goods.end)
    return any(s.act is Act.DENY for s in governing(sentence, span))


def _cue(sentence: Sentence, goods: Goods) -> _Cue | None:
    """The cue that decides the stage: the first in order of stages; of those, the nearest to the goods."""
    found = list(_cues(sentence, goods))
    if not found:
        return _lacking(sentence, goods)
    for stage in COMMITMENT_ORDER:
        cues = [c for c in found if c.stage is stage]
        if cues:
            return min(cues, key=lambda c: (abs(c.at - goods.start), c.at))
    return None


def _cues(sentence: Sentence, goods: Goods) -> Iterator[_Cue]:
    span = sentence.cover(goods.start, goods.end)
    for at in range(max(0, goods.start - _BEFORE), min(len(sentence.tokens), goods.end + _AFTER)):
        token = sentence.tokens[at]
        stage = COMMITMENT.get(token.lower)
        if stage is None or (goods.start <= at < goods.end and stage is not Stage.PLANNED):
            continue
        if is_elsewhere(sentence, token.span, span) and not _is_cue_of_statement(sentence, token.span, span):
            continue
        if token.tag is Tag.NOUN and stage not in {Stage.PLANNED, Stage.OFFERED, Stage.REFUSED, Stage.SOUGHT}:
            continue
        if (
            at >= goods.end
            and stage in {Stage.SOUGHT, Stage.PLANNED, Stage.AGREED, Stage.OFFERED}
            and not _is_said_of_goods(sentence, goods, at)
        ):
            continue
        if stage is Stage.DELIVERED and token.form == "s" and token.lemma in GIVING:
            stage = Stage.PLANNED  # "while the army sends troops": what is laid down to be done
        if stage is Stage.DELIVERED and not _is_done(sentence, at):
            continue
        if stage is Stage.REFUSED and not _is_refusal_to_give(sentence, goods, at):
            continue
        yield _Cue(at, stage)


def _is_cue_of_statement(sentence: Sentence, cue: Span, goods: Span) -> bool:
    """Whether the word is what introduces the words that hold the goods ("promised to send tanks")."""
    return any(
        s.cue is not None and s.cue.overlaps(cue) and any(c.contains(goods) for c in s.content)
        for s in sentence.statements
    )


def _is_said_of_goods(sentence: Sentence, goods: Goods, at: int) -> bool:
    """Whether a word behind the goods is said of them: "troops would be led", "guarantees were offered"."""
    return at - goods.end < 6 and all(t.tag is not Tag.PUNCTUATION for t in sentence.tokens[goods.end : at])


def _is_done(sentence: Sentence, at: int) -> bool:
    token, before = sentence.tokens[at], sentence.lowers(at - 3, at)
    if token.form in {"base", "s"} or _WILLS.intersection(before):
        return False
    return token.form != "ing" or bool({"is", "are", "was", "were", "been"}.intersection(before))


def _is_refusal_to_give(sentence: Sentence, goods: Goods, at: int) -> bool:
    """Whether the unwillingness is about giving the goods: "unwilling to provide", "refused to send troops"."""
    after = sentence.tokens[at + 1 : at + 5]
    gives = any(t.lemma in GIVING or t.lower in GIVING for t in after)
    direct = (
        at < goods.start
        and goods.start - at < 6
        and not any(t.tag is Tag.VERB for t in sentence.tokens[at + 1 : goods.start])
    )
    return gives or direct


def _lacking(sentence: Sentence, goods: Goods) -> _Cue | None:
    """The words "hesitant to sign without guarantees": what somebody will not go without is sought."""
    for at in range(goods.start - 1, max(-1, goods.start - 5), -1):
        if sentence.tokens[at].lower == "without":
            return _Cue(at, Stage.SOUGHT)
        if sentence.tokens[at].lower in _LACK:
            return None
    if goods.start > 0 and "without" in sentence.lowers(goods.start, goods.start + 1):
        return _Cue(goods.start, Stage.SOUGHT)
    return None


def _sides(sentence: Sentence, goods: Goods, cue: _Cue) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Givers and seekers."""
    sought = [c for c in _cues(sentence, goods) if c.stage is Stage.SOUGHT]
    if cue.stage is Stage.SOUGHT or (cue.stage is Stage.REFUSED and sought):
        seek = cue if cue.stage is Stage.SOUGHT else min(sought, key=lambda c: abs(c.at - goods.start))
        givers = _from(sentence, goods) or _owners(sentence, goods)
        if cue.stage is Stage.REFUSED:
            givers = _unique(givers + _subject(sentence, cue.at))
        seekers = _subject(sentence, seek.at) or _first_name(sentence, seek.at)
        return givers, tuple(w for w in seekers if not any(_is_one(w, g) for g in givers))
    givers = _led_by(sentence) or _subject(sentence, cue.at) or _from(sentence, goods)
    return givers, ()


def _subject(sentence: Sentence, at: int) -> tuple[Who, ...]:
    token = sentence.tokens[at]
    if token.form in {"en", "past"}:
        before = sentence.lowers(at - 3, at)
        if {"was", "were", "been", "be", "being"}.intersection(before):
            agent = find_agent(sentence, at)
            return people_of(sentence, agent) if agent is not None else ()
    phrase = find_subject(sentence, at)
    if phrase is not None and sentence.tokens[phrase.head].lower in _FRIENDS:
        return (_friends(sentence, phrase),)
    return people_of(sentence, phrase, left=True) if phrase is not None else ()


def _friends(sentence: Sentence, phrase: Phrase) -> Who:
    """The words "Beld's backers": not Beld, and no state by name."""
    span = phrase.span(sentence)
    return Who(name=span.of(sentence.text), kind=Kind.GROUP, words=span.of(sentence.text), span=span)


def _first_name(sentence: Sentence, before: int) -> tuple[Who, ...]:
    """The first person or state named before the cue, where no subject could be read."""
    limit = sentence.tokens[before].span.start
    for name in sentence.names:
        if name.span is not None and name.span.end <= limit and name.kind in {Kind.PERSON, Kind.STATE}:
            return (name,)
    return ()


def _from(sentence: Sentence, goods: Goods) -> tuple[Who, ...]:
    for at in range(goods.end, min(len(sentence.tokens) - 1, goods.end + 7)):
        if sentence.tokens[at].lower == "from" and (phrase := phrase_starting(sentence, at + 1)) is not None:
            return people_of(sentence, phrase)
        if sentence.tokens[at].tag in {Tag.VERB, Tag.PUNCTUATION}:
            return ()
    return ()


def _owners(sentence: Sentence, goods: Goods) -> tuple[Who, ...]:
    """The words "firm U.S. security guarantees": the name inside the phrase gives them."""
    span = sentence.cover(goods.start, goods.end)
    named = tuple(
        n for n in sentence.names if n.span is not None and span.contains(n.span) and (n.state or n.party or n.entity)
    )
    return named or tuple(s for s in sentence.sides if s.span is not None and span.contains(s.span))


def _led_by(sentence: Sentence) -> tuple[Who, ...]:
    """The words "European countries, led by A and B": those that lead give first."""
    for at, token in enumerate(sentence.tokens[:-2]):
        if (
            token.lower in _LED
            and sentence.tokens[at + 1].lower == "by"
            and (phrase := phrase_starting(sentence, at + 2)) is not None
        ):
            return people_of(sentence, phrase)
    return ()


def _receivers(sentence: Sentence, goods: Goods, cue: _Cue) -> tuple[Who, ...]:
    """Those it is for: behind "to" or "for", or between the verb and the goods ("gave Beld ten tanks")."""
    last = min(len(sentence.tokens) - 1, goods.end + 10)
    for at in range(goods.end, last):
        is_deployed_to = goods.what == TROOPS and sentence.tokens[at].lower == "in"
        if (sentence.tokens[at].lower in _RECEIVING or is_deployed_to) and (
            phrase := phrase_starting(sentence, at + 1)
        ) is not None:
            found = people_of(sentence, phrase)
            if found:
                return found[:3]
        if sentence.tokens[at].lower in {";", ",", "something"}:
            break
    if cue.at < goods.start - 1 and sentence.tokens[cue.at].tag is Tag.VERB:
        span = sentence.cover(cue.at, goods.start)
        return tuple(
            n for n in sentence.names if n.span is not None and span.contains(n.span) and n.kind is Kind.STATE
        )[:1]
    return ()


def _states_count(sentence: Sentence) -> Amount | None:
    for amount in sentence.amounts:
        if amount.span is None:
            continue
        after = sentence.index_at(amount.span.end - 1)
        if amount.unit in _STATES or _STATES.intersection(sentence.lowers(after, after + 2)):
            return amount
    return None


def _unique(people: tuple[Who, ...]) -> tuple[Who, ...]:
    kept: list[Who] = []
    for who in people:
        if not any(_is_one(who, k) for k in kept):
            kept.append(who)
    return tuple(kept)


def _is_one(one: Who, other: Who) -> bool:
    return one.name == other.name or is_same_side(one, other)


_TOGETHER = (frozenset({Stage.SOUGHT, Stage.REFUSED}), frozenset({Stage.PLANNED, Stage.OFFERED, Stage.CONDITIONAL}))


_ARMING = frozenset({"weapons", "money", "military assistance"})


def _is_same(one: Commitment, other: Commitment, *, is_title: bool = False) -> bool:
    """Whether two tellings are one commitment: the same goods and giver, and no step between promise and deed."""
    if is_title and one.stage == other.stage:
        return (one.what == other.what or {one.what, other.what} <= _ARMING) and _overlap(
            one.receivers, other.receivers
        )
    if one.what != other.what or not (
        one.stage == other.stage or any({one.stage, other.stage} <= t for t in _TOGETHER)
    ):
        return False
    if (
        one.amount is not None
        and other.amount is not None
        and (one.amount.low, one.amount.high) != (other.amount.low, other.amount.high)
    ):
        return False
    return (
        _overlap(one.givers, other.givers)
        and _overlap(one.seekers, other.seekers)
        and _overlap(one.receivers, other.receivers)
    )


def _overlap(one: tuple[Who, ...], other: tuple[Who, ...]) -> bool:
    return not one or not other or any(_is_one(a, b) for a in one for b in other)


def _join(first: Commitment, later: Commitment) -> Commitment:
    refused = Stage.REFUSED in {first.stage, later.stage}
    return replace(
        first,
        stage=Stage.REFUSED if refused else first.stage,
        givers=_unique(first.givers + later.givers),
        givers_count=first.givers_count or later.givers_count,
        receivers=_unique(first.receivers + later.receivers),
        seekers=_unique(first.seekers + later.seekers),
        amount=first.amount or later.amount,
        conditions=tuple(sorted({*first.conditions, *later.conditions})),
        purpose=first.purpose or later.purpose,
        when=first.when or later.when,
    )
