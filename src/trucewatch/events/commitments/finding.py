"""Commitments: what one side would give another, at what stage, on what condition.

Decides what is given, by whom, to whom, who seeks it and how far it has come; a promise is never a deed. Never decides
whether a commitment is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from trucewatch.documents.model import BlockKind
from trucewatch.events.commitments.binding import BOUND, Reading, commits
from trucewatch.events.commitments.conditions import find_conditions
from trucewatch.events.commitments.cued import find_cued
from trucewatch.events.commitments.deeds import Deed, find_deeds
from trucewatch.events.commitments.givers import (
    Sides,
    first_named,
    from_whom,
    led_by,
    receivers_of,
    speakers_near,
    states_counted,
)
from trucewatch.events.commitments.giving_verbs import Sort
from trucewatch.events.commitments.goods import (
    GUARANTEES,
    OBSERVERS,
    PRISONERS,
    TROOPS,
    goods_before,
    goods_in,
    thing_at,
)
from trucewatch.events.commitments.nominal import read_undertaking
from trucewatch.events.commitments.parts import promised_whole
from trucewatch.events.commitments.retold import is_one, is_same, join, unique
from trucewatch.events.commitments.telling import Undertaking
from trucewatch.events.commitments.terms import Terms, is_line_of_list
from trucewatch.events.gatherings.attendance import find_purpose
from trucewatch.events.model import Commitment
from trucewatch.events.mutual import find_opponents
from trucewatch.events.settings import find_when
from trucewatch.events.standing import governing
from trucewatch.events.version import EXTRACTOR
from trucewatch.events.view import Sentence
from trucewatch.language.model import Analysis
from trucewatch.situation.model import Stage
from trucewatch.statements.model import Act
from trucewatch.values import Amount, Span, Who, make_id

_UNPROMISING = frozenset({Act.DENY, Act.THREATEN, Act.ALLEGE})
_DATED = frozenset({Stage.DELIVERED, Stage.OFFERED, Stage.AGREED, Stage.SIGNED, Stage.WITHDRAWN, Stage.REFUSED})
_HELD_OUT = frozenset({Stage.OFFERED, Stage.PLANNED})
_UNMET = {Stage.SOUGHT, Stage.REFUSED}  # two ends of one: sought, and not given
_LACK = frozenset({"absence", "lack", "no"})


@dataclass(frozen=True)
class _Scene:
    """What the commitments of one sentence are read against."""

    sentence: Sentence
    terms: Terms
    sides: Sides
    before: Sentence | None  # the sentence before it

    @cached_property
    def conditions(self) -> tuple[Span, ...]:
        """The conditions the sentence names; most sentences are never asked."""
        return tuple(find_conditions(self.sentence))


def find_commitments(analysis: Analysis, sentences: Sequence[Sentence]) -> tuple[Commitment, ...]:
    """The commitments of a document, each once, in text order."""
    sides = Sides(find_opponents(sentences, analysis.situation))
    terms = Terms()
    kept: list[Commitment] = []
    titles: set[str] = set()
    sorts: dict[str, Sort] = {}
    for before, sentence in zip((None, *sentences), sentences, strict=False):
        terms.read(sentence)
        if sentence.kind is BlockKind.CAPTION:
            continue
        for found, sort in _read(analysis, _Scene(sentence, terms, sides, before)):
            sorts.setdefault(found.id, sort)
            _keep(kept, sorts, titles, found, is_title=sentence.kind is BlockKind.HEADLINE)
    return tuple(sorted(kept, key=lambda c: (c.span, c.id)))


def _keep(
    kept: list[Commitment], sorts: dict[str, Sort], titles: set[str], found: Commitment, *, is_title: bool
) -> None:
    """Add a commitment, or what it adds to one told before."""
    if is_title:
        titles.add(found.id)
    same = next(
        (
            i
            for i, c in enumerate(kept)
            if is_same(c, found, is_title=c.id in titles)
            and (c.id in titles or Sort.CUE in {sorts[c.id], sorts[found.id]} or sorts[c.id] is sorts[found.id])
        ),
        None,
    )
    if same is None:
        kept.append(found)
        return
    replaces = kept[same].id in titles and found.id not in titles
    kept[same] = found if replaces else join(kept[same], found)


def _read(analysis: Analysis, scene: _Scene) -> Iterator[tuple[Commitment, Sort]]:
    taken: list[tuple[Span, Stage, str]] = []
    whole: set[str] = set()  # classes of which the promise was told with the part delivered
    for deed, told in _told(scene):
        span = scene.sentence.cover(deed.start, deed.end)
        core = scene.sentence.cover(deed.at if deed.is_passive else deed.start, deed.end)
        is_taken = any(core.overlaps(t) and {told.stage, stage} != _UNMET for t, stage, _ in taken)
        is_taken = is_taken or any(
            what == deed.what == OBSERVERS and min(abs(core.start - t.end), abs(t.start - core.end)) <= 4
            for t, _, what in taken
        )
        is_taken = is_taken or (deed.amount is None and deed.what in whole)
        if is_taken or _is_unpromising(scene.sentence, span):
            continue
        found = _commitment(analysis, scene, deed, told)
        if found is not None:
            taken.append((core, told.stage, deed.what))
            scene.terms.prolong()
            yield found, deed.sort
            promised = promised_whole(scene.sentence, deed.amount) if found.stage is Stage.DELIVERED else None
            if promised is not None:
                whole.add(deed.what)
                yield _promise(found, *promised), deed.sort


def _promise(part: Commitment, whole: Amount, span: Span) -> Commitment:
    """The promise that a delivery is part of."""
    amount = whole if whole.unit or part.amount is None else replace(whole, unit=part.amount.unit)
    name = make_id("com", part.document, part.what, "whole", str(span.start))
    return replace(part, id=name, stage=Stage.OFFERED, span=span, amount=amount, when=None)


def _told(scene: _Scene) -> Iterator[tuple[Deed, Undertaking]]:
    """The deeds and goods of the sentence that its words commit anybody to, those in conditions left out."""
    sentence = scene.sentence
    for found in find_deeds(sentence):
        deed = found if found.what else replace(found, what=_pointed_at(scene, found))
        if not deed.what:
            continue
        told = _listed(scene, deed) or read_undertaking(sentence, deed)
        if told is not None and not _is_condition(scene, deed):
            yield deed, told
    for deed, told in find_cued(sentence):
        if not _is_condition(scene, deed):
            yield deed, told
    yield from _lacking(scene)


def _pointed_at(scene: _Scene, deed: Deed) -> str:
    """The class of what "them" or "it" means: the last goods named in the sentence, else in the one before."""
    found = goods_before(scene.sentence, deed.at)
    if not found and scene.before is not None:
        found = goods_before(scene.before, len(scene.before.tokens))
    return PRISONERS if found == TROOPS and deed.sort in {Sort.GIVE, Sort.FOLLOW} else found


def _listed(scene: _Scene, deed: Deed) -> Undertaking | None:
    """A line of the terms of an agreement: "- the release of all detainees;"."""
    if deed.is_noun and deed.start <= 2 and scene.terms.running is not None and is_line_of_list(scene.sentence):
        return Undertaking(Stage.AGREED, deed.at)
    return None


def _lacking(scene: _Scene) -> Iterator[tuple[Deed, Undertaking]]:
    """The words "hesitant to sign without guarantees": what somebody will not go without is sought."""
    sentence = scene.sentence
    for at, token in enumerate(sentence.tokens):
        if token.lower == "without":
            yield from _missed(sentence, at)


def _missed(sentence: Sentence, at: int) -> Iterator[tuple[Deed, Undertaking]]:
    phrase = thing_at(sentence, at + 1)
    goods = goods_in(sentence, phrase) if phrase is not None else None
    if goods is not None and goods.what == GUARANTEES and not _LACK.intersection(sentence.lowers(at - 2, at)):
        yield (
            Deed(at, goods.start, goods.end, Sort.CUE, goods.what, goods.amount, phrase),
            Undertaking(Stage.SOUGHT, at),
        )


def _is_condition(scene: _Scene, deed: Deed) -> bool:
    token = scene.sentence.tokens[deed.at].span
    is_lacking = scene.sentence.tokens[deed.at].lower == "without"
    return not is_lacking and any(c.contains(token) for c in scene.conditions)


def _is_unpromising(sentence: Sentence, span: Span) -> bool:
    """Whether somebody denies it, threatens with it or accuses another of it: nobody commits to anything."""
    return any(s.act in _UNPROMISING for s in governing(sentence, span))


def _commitment(analysis: Analysis, scene: _Scene, deed: Deed, told: Undertaking) -> Commitment | None:
    sentence = scene.sentence
    span = sentence.cover(deed.start, deed.end)
    givers, seekers = _people(scene, deed, told, span)
    conditions = scene.conditions
    stage = _stage(scene, deed, told, givers, bool(conditions))
    found = scene.sides.of(sentence, told.giver, span) if deed.sort is Sort.RECEIVE else receivers_of(sentence, deed)
    receivers = tuple(w for w in found if not any(is_one(w, g) for g in givers))
    is_agreed_of = scene.terms.running is not None or promised_whole(sentence, deed.amount) is not None
    if not commits(Reading(sentence, deed, told, stage, givers, seekers, receivers, is_agreed_of)):
        return None
    count = None if givers else _states(sentence, told, stage)
    return Commitment(
        id=make_id("com", analysis.document.id, deed.what, str(span.start)),
        document=analysis.document.id,
        what=deed.what,
        stage=stage,
        span=span,
        sentence=sentence.span,
        givers=givers,
        givers_count=count,
        receivers=receivers,
        seekers=() if count is not None and stage is Stage.SOUGHT else seekers,
        amount=deed.amount,
        conditions=conditions,
        purpose=find_purpose(sentence, deed.end),
        when=find_when(sentence, told.at, told.at + 1) if stage in _DATED else None,
        extractor=EXTRACTOR,
    )


def _states(sentence: Sentence, told: Undertaking, stage: Stage) -> Amount | None:
    """How many states give together, where they are only counted: anywhere in what is sought, else as the subject."""
    if stage is Stage.SOUGHT:
        return states_counted(sentence)
    return states_counted(sentence, told.giver) if told.giver is not None else None


def _people(scene: _Scene, deed: Deed, told: Undertaking, span: Span) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Givers and seekers."""
    sentence, sides = scene.sentence, scene.sides
    near = sentence.tokens[told.at].span
    givers = () if told.giver == deed.thing else sides.of(sentence, told.giver, span)
    if deed.sort is Sort.RECEIVE:
        givers = from_whom(sentence, deed, sides)
    seekers = sides.of(sentence, told.seeker, near)
    if told.stage is Stage.SOUGHT:
        givers = givers or from_whom(sentence, deed, sides)
        seekers = seekers or (speakers_near(sentence, span) if told.is_asked else first_named(sentence, told.at))
    elif not givers or told.stage in {Stage.PLANNED, Stage.OFFERED}:
        givers = led_by(sentence, sides) or givers
    givers = unique(givers)
    return givers, tuple(w for w in unique(seekers) if not any(is_one(w, g) for g in givers))


def _stage(scene: _Scene, deed: Deed, told: Undertaking, givers: tuple[Who, ...], is_conditional: bool) -> Stage:
    """The stage, where it hangs on a condition or stands in the terms of an agreement."""
    stage = _stage_told(scene, deed, told, givers)
    is_held_out = stage in _HELD_OUT or (told.is_future and stage in BOUND and scene.terms.said is None)
    return Stage.CONDITIONAL if is_conditional and is_held_out else stage


def _stage_told(  # noqa: PLR0911 - one rule a line
    scene: _Scene, deed: Deed, told: Undertaking, givers: tuple[Who, ...]
) -> Stage:
    """What is only to be done is agreed where it is a term, offered where its giver says so, else planned."""
    running = scene.terms.running
    if told.stage is Stage.AGREED or (deed.sort is Sort.EXTEND and told.stage is Stage.DELIVERED):
        return running or Stage.AGREED
    if scene.terms.said is not None and told.stage in _HELD_OUT:
        return scene.terms.said
    speakers = speakers_near(scene.sentence, scene.sentence.cover(deed.start, deed.end))
    if told.is_asked and running is not None and not speakers:
        return running
    if not told.is_future:
        return told.stage
    is_own = any(is_one(g, s) for g in givers for s in speakers)
    if running is not None and not is_own:
        return running
    if told.stage is Stage.OFFERED:
        return Stage.OFFERED if givers and (is_own or not speakers) else Stage.PLANNED
    return told.stage
