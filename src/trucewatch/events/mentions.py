"""Event mentions: each trigger with its arguments, its standing and whoever says so.

Decides one mention per trigger and claim; ``merging`` then makes one of those that tell the same. Never says what an
incident is across documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from trucewatch.documents.model import BlockKind
from trucewatch.events.acts import type_act
from trucewatch.events.candidates import Candidate, find_candidates
from trucewatch.events.evidence import find_evidence, inquirers, presenter_before, retracting_before
from trucewatch.events.harms import find_harms
from trucewatch.events.model import EventMention, Factuality, Harm, Stance
from trucewatch.events.mutual import is_told_apart, mutual_accusers
from trucewatch.events.participants import find_actor, find_target
from trucewatch.events.roles import find_complement
from trucewatch.events.settings import find_when, find_where, places_joined
from trucewatch.events.standing import History, Standing, governing, is_prevented, standing_of
from trucewatch.events.targets import classify
from trucewatch.events.triggers import DISRUPTED, Need
from trucewatch.events.version import EXTRACTOR
from trucewatch.events.view import Sentence
from trucewatch.language.model import Analysis
from trucewatch.situation.model import Situation
from trucewatch.statements.model import Statement
from trucewatch.values import Span, Who, make_id

_DEFINITE = frozenset({"the", "this", "that", "its", "their"})
_POINTING = frozenset({"showed", "shows", "proved", "proves", "demonstrated", "demonstrates", "meant", "means", "came"})
_AIMED = frozenset({"at", "on", "into", "toward", "towards", "against"})
_SAME_EVENT = 40  # tokens between a cause and a consequence told in one sentence


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention before merging. ``is_anaphoric`` speaks of "the attack"; a consequence tells only what came of one.

    ``is_loose`` where the words leave open with what it was done ("struck", "hit"). ``target_head`` is the noun of
    what it was done to, ``is_target_definite`` where that is "the station", told of before. ``is_bare_toll`` where it
    only says how many suffered; ``is_only_pointed_at`` where something follows from it ("the attack showed that").
    """

    mention: EventMention
    sentence: Sentence
    is_anaphoric: bool = False
    is_consequence: bool = False
    is_loose: bool = False
    target_head: str = ""
    is_target_definite: bool = False
    is_bare_toll: bool = False
    is_only_pointed_at: bool = False

    @property
    def is_title(self) -> bool:
        """Whether it stands in the headline."""
        return self.sentence.kind is BlockKind.HEADLINE


@dataclass(frozen=True, slots=True)
class _Told:
    """A trigger with the harm that is its own, among all the triggers of its sentence."""

    candidate: Candidate
    found: tuple[Candidate, ...]
    harms: tuple[Harm, ...]


def draft_mentions(analysis: Analysis, sentences: Iterable[Sentence]) -> Iterator[Draft]:
    """Every description the sentences hold, in text order, before those of one event are joined."""
    history = History(analysis)
    for sentence in sentences:
        kept = [c for c in find_candidates(sentence) if not is_prevented(sentence, c)]
        harms = tuple(find_harms(sentence))
        for candidate in _without_consequences(sentence, kept):
            told = _Told(candidate, tuple(kept), _own_harms(candidate, kept, harms))
            yield from _drafts(analysis, history, sentence, told)


def _without_consequences(sentence: Sentence, found: Sequence[Candidate]) -> list[Candidate]:
    """The triggers without those that only tell what came of another in the same sentence and statement."""
    causes = [c for c in found if not c.rule.is_consequence]
    kept = []
    for candidate in found:
        near = [
            c for c in causes if abs(c.start - candidate.start) < _SAME_EVENT and _is_same_voice(sentence, c, candidate)
        ]
        if not candidate.rule.is_consequence or not near:
            kept.append(candidate)
    return _one_per_consequence(sentence, kept)


def _one_per_consequence(sentence: Sentence, found: list[Candidate]) -> list[Candidate]:
    """Of several consequences told together ("killed three and wounded five"), the first."""
    kept: list[Candidate] = []
    for candidate in found:
        if candidate.rule.is_consequence and any(
            k.rule.is_consequence and candidate.start - k.start < _SAME_EVENT and _is_same_voice(sentence, k, candidate)
            for k in kept
        ):
            continue
        kept.append(candidate)
    return kept


def _is_same_voice(sentence: Sentence, one: Candidate, other: Candidate) -> bool:
    return _statement_ids(sentence, one) == _statement_ids(sentence, other)


def _statement_ids(sentence: Sentence, candidate: Candidate) -> tuple[str, ...]:
    return tuple(s.id for s in governing(sentence, _trigger(sentence, candidate)))


def _trigger(sentence: Sentence, candidate: Candidate) -> Span:
    return sentence.cover(candidate.start, candidate.end)


def _own_harms(candidate: Candidate, found: Sequence[Candidate], harms: Sequence[tuple[int, Harm]]) -> tuple[Harm, ...]:
    """The harms nearer to this trigger than to any other of the sentence that is kept."""
    causes = [c for c in found if not c.rule.is_consequence] or [candidate]
    own = []
    for at, harm in harms:
        nearest = min(causes, key=lambda c: (abs(c.start - at), c.start))
        if nearest is candidate:
            own.append(harm)
    if candidate.rule.is_consequence and not own:
        own = [h for at, h in harms if candidate.start <= at < candidate.end + _SAME_EVENT]
    return tuple(dict.fromkeys(own))


def _drafts(analysis: Analysis, history: History, sentence: Sentence, told: _Told) -> Iterator[Draft]:
    candidate = told.candidate
    when = find_when(sentence, candidate.start, candidate.end)
    is_past = history.is_background(sentence, candidate, when)
    for actor, standing in claims_of(analysis, sentence, candidate, told.found):
        if standing.factuality is Factuality.DENIED and not standing.claimants:
            continue  # "did not attack": told by nobody as having happened
        if is_past and standing.factuality in {Factuality.REPORTED, Factuality.CLAIMED, Factuality.FEARED}:
            standing = replace(standing, factuality=Factuality.BACKGROUND)  # noqa: PLW2901
        mention = _mention(analysis, sentence, candidate, actor, standing)
        mention = replace(mention, when=when, harm=told.harms)
        anaphoric = candidate.is_noun and candidate.is_definite
        if _tells_enough(mention, anaphoric, candidate):
            yield from _per_place(sentence, _draft(mention, sentence, candidate, is_anaphoric=anaphoric))


def _draft(mention: EventMention, sentence: Sentence, candidate: Candidate, *, is_anaphoric: bool) -> Draft:
    target = _at_what(sentence, candidate).done_to
    return Draft(
        mention,
        sentence,
        is_anaphoric,
        candidate.rule.is_consequence,
        candidate.rule.is_generic and not mention.weapon,
        sentence.tokens[target.head].lower if target is not None else "",
        target is not None and sentence.tokens[target.start].lower in _DEFINITE,
        _is_bare_toll(mention, candidate),
        is_anaphoric and _POINTING.issuperset(sentence.lowers(candidate.end, candidate.end + 1)),
    )


def _is_bare_toll(mention: EventMention, candidate: Candidate) -> bool:
    is_by_hand = mention.target_class == "prisoners of war"
    return candidate.rule.is_consequence and not is_by_hand and mention.where is None and mention.when is None


def _per_place(sentence: Sentence, draft: Draft) -> Iterator[Draft]:
    """One draft for each of several places named together ("the villages of Haris and Tallousa").

    What was suffered at all of them together is then at most that much at each, and no figure is known from below.
    """
    others = tuple(places_joined(sentence, draft.mention.where))
    if not others:
        yield draft
        return
    shared = tuple(replace(h, amount=replace(h.amount, low=None)) for h in draft.mention.harm)
    for place in (draft.mention.where, *others):
        mention = replace(draft.mention, where=place, harm=shared)
        if place is not draft.mention.where and place is not None:
            mention = replace(mention, id=make_id("men", mention.id, place.name))
        yield replace(draft, mention=mention)


def claims_of(
    analysis: Analysis, sentence: Sentence, candidate: Candidate, found: tuple[Candidate, ...] = ()
) -> Iterator[tuple[Who | None, Standing]]:
    """Each actor and standing that the trigger is told with: one a statement, two for a mutual accusation."""
    statements = governing(sentence, _trigger(sentence, candidate))
    pair = () if is_told_apart(statements) else mutual_accusers(sentence, candidate.start, analysis.situation)
    for claimant, accused in (pair, pair[::-1]) if pair else ():
        yield accused, Standing(Factuality.CLAIMED, Stance.ALLEGES, (claimant,), statements[0].id if statements else "")
    if pair:
        return
    for statement in statements or (None,):
        actor = find_actor(sentence, candidate, statement, analysis.situation)
        actor = actor or _actor_of_consequence(sentence, candidate, found, statement, analysis.situation)
        yield actor, _with_presenter(sentence, candidate, standing_of(sentence, candidate, statement, actor))


def _actor_of_consequence(
    sentence: Sentence,
    candidate: Candidate,
    found: tuple[Candidate, ...],
    statement: Statement | None,
    situation: Situation,
) -> Who | None:
    """Whoever is told to have done what came of it: "Aran troops killed three in a raid"."""
    for other in found:
        if other.rule.is_consequence and _is_same_voice(sentence, other, candidate):
            actor = find_actor(sentence, other, statement, situation)
            if actor is not None:
                return actor
    return None


def _with_presenter(sentence: Sentence, candidate: Candidate, standing: Standing) -> Standing:
    """Whoever takes back a claim made it; whoever shows footage of a deed says that it happened.

    Whoever looked and cannot tell who did it is the one who cannot attribute it.
    """
    if (retracting := retracting_before(sentence, candidate.start)) is not None:
        return Standing(Factuality.CLAIMED, Stance.ALLEGES, (retracting,), standing.statement, is_retracted=True)
    if standing.stance is Stance.CANNOT_ATTRIBUTE and not standing.claimants:
        return replace(standing, claimants=inquirers(sentence))
    if standing.claimants or standing.stance is not Stance.REPORTS:
        return standing
    who = presenter_before(sentence, candidate.start)
    return standing if who is None else Standing(Factuality.CLAIMED, Stance.ALLEGES, (who,))


def _mention(
    analysis: Analysis, sentence: Sentence, candidate: Candidate, actor: Who | None, standing: Standing
) -> EventMention:
    trigger = _trigger(sentence, candidate)
    candidate = _at_what(sentence, candidate)
    words = candidate.done_to.lowers(sentence) if candidate.done_to is not None else ()
    target_class = classify(words)
    act, weapon = type_act(sentence, candidate, target_class)
    claimants = tuple(w.name for w in standing.claimants)
    return EventMention(
        id=make_id(
            "men", analysis.document.id, act, str(trigger.start), standing.stance, standing.statement, *claimants
        ),
        document=analysis.document.id,
        act=act,
        trigger=trigger,
        sentence=sentence.span,
        factuality=standing.factuality,
        stance=standing.stance,
        actor=actor,
        target=find_target(sentence, candidate),
        target_class=target_class,
        target_words=candidate.done_to.span(sentence) if candidate.done_to is not None else None,
        weapon=weapon,
        where=find_where(sentence, candidate, analysis.situation),
        claimants=standing.claimants,
        statement=standing.statement,
        evidence=tuple(find_evidence(sentence)),
        is_retracted=standing.is_retracted,
        extractor=EXTRACTOR,
        spans=(sentence.span,),
    )


def _at_what(sentence: Sentence, candidate: Candidate) -> Candidate:
    """For "fired rockets at the port", the port rather than the rockets; nothing where no aim is told."""
    if candidate.rule.need is not Need.WEAPON or candidate.rule.act == DISRUPTED or candidate.done_to is None:
        return candidate
    return replace(candidate, done_to=find_complement(sentence, candidate.done_to.end, _AIMED))


def _tells_enough(mention: EventMention, is_anaphoric: bool, candidate: Candidate) -> bool:
    """Whether it describes one thing that happened rather than a kind of thing ("air strikes continue")."""
    if is_anaphoric and not mention.harm and mention.where is None:
        return True
    if mention.where is not None or mention.harm or mention.when is not None:
        return True
    if not candidate.is_noun and mention.actor is not None and candidate.rule.need is Need.NOTHING:
        return True
    if mention.statement and (mention.actor is not None or mention.target_words is not None):
        return True
    return mention.target_words is not None and (mention.actor is not None or candidate.rule.need is not Need.OBJECT)
