"""Event mentions: each trigger with its arguments, its standing and whoever says so.

Decides one mention per trigger and claim; ``merging`` then makes one of those that tell the same. Never says what an
incident is across documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from trucewatch.documents.model import BlockKind
from trucewatch.events.acts import RAIDS, type_act
from trucewatch.events.drafts import Draft
from trucewatch.events.mentions.candidates import find_candidates
from trucewatch.events.mentions.claims import claims_of, is_same_voice, trigger_of
from trucewatch.events.mentions.evidence import find_evidence
from trucewatch.events.mentions.harm_words import BODIES
from trucewatch.events.mentions.harms import find_harms
from trucewatch.events.mentions.headlines import is_headline, terse_deed, terse_harms
from trucewatch.events.mentions.report import Report
from trucewatch.events.mentions.sequence import following_time
from trucewatch.events.model import EventMention, Factuality, Harm, Stance
from trucewatch.events.needs import NATURE, Candidate, is_denied_noun
from trucewatch.events.participants import find_target
from trucewatch.events.roles import find_complement
from trucewatch.events.rules import DISRUPTED, Need, Rule
from trucewatch.events.settings import find_when, find_where, places_joined
from trucewatch.events.standing import Standing, is_prevented, mention_id
from trucewatch.events.targets import classify
from trucewatch.events.version import EXTRACTOR
from trucewatch.events.view import Sentence
from trucewatch.events.weapons import ATTACK, CLASH, weapon_at
from trucewatch.language.model import Tag
from trucewatch.statements.model import Act
from trucewatch.values import Span, When, Who, make_id

_DEFINITE = frozenset({"the", "this", "that", "its", "their"})
_KNOWN_SUFFERERS = frozenset({"wounded", "injured", "victims", "dead"})
_POINTING = frozenset({"showed", "shows", "proved", "proves", "demonstrated", "demonstrates", "meant", "means", "came"})
_AIMED = frozenset({"at", "on", "into", "toward", "towards", "against"})
_CLAUSES = frozenset({("and", "that"), (",", "and"), (",", "but"), (",", "while"), ("and", "the"), (",", "as")})
_GIVING_ACCOUNT = frozenset({Act.CONFIRM, Act.ACKNOWLEDGE, Act.DENY, Act.ALLEGE, Act.RETRACT})
_CONFLICT = frozenset(
    {"violence", "fighting", "unrest", "confrontation", "combat", "clash", "clashes", "battle", "raid"}
)
_FINDING = frozenset({"found", "discovered", "recovered"})
_FOUND = Rule(ATTACK, is_consequence=True, is_generic=True)
#: Harm told apart from its deed; where it is told of, a hospital say, is not where the deed was done.
_SUFFERED = Rule(ATTACK, is_consequence=True, is_generic=True, needs_cause=True)
_SAME_EVENT = 40  # tokens between a cause and a consequence told in one sentence


@dataclass(frozen=True, slots=True)
class _Told:
    """A trigger with the harm that is its own, among all the triggers of its sentence."""

    candidate: Candidate
    found: tuple[Candidate, ...]
    harms: tuple[Harm, ...]


def draft_mentions(report: Report, sentences: Iterable[Sentence]) -> Iterator[Draft]:
    """Every description the sentences hold, in text order, before those of one event are joined."""
    known: When | None = None
    for sentence in sentences:
        for draft in _read_sentence(report, sentence, known):
            is_fact = draft.mention.factuality in {Factuality.REPORTED, Factuality.CLAIMED, Factuality.DENIED}
            known = draft.mention.when if is_fact and draft.mention.when is not None else known
            yield draft


def _read_sentence(report: Report, sentence: Sentence, known: When | None) -> Sequence[Draft]:
    """What one sentence describes, given the time last told; a headline is read in its own style where need be."""
    harms = tuple(find_harms(sentence))
    kept = [c for c in find_candidates(sentence) if not is_prevented(sentence, c)] or _bare_harm(sentence, harms)
    drafts = _all_drafts(report, sentence, kept, harms, known)
    if is_headline(sentence) and all(draft.needs_cause for draft in drafts):
        harms = harms or tuple(terse_harms(sentence))
        drafts = _all_drafts(report, sentence, terse_deed(sentence, harms), harms, known) or drafts
    return drafts


def _all_drafts(
    report: Report,
    sentence: Sentence,
    kept: Sequence[Candidate],
    harms: Sequence[tuple[int, Harm]],
    known: When | None,
) -> list[Draft]:
    drafts: list[Draft] = []
    for candidate in _without_consequences(sentence, kept):
        told = _Told(candidate, tuple(kept), _own_harms(sentence, candidate, kept, harms))
        for draft in _drafts(report, sentence, told, known):
            is_fact = draft.mention.factuality in {Factuality.REPORTED, Factuality.CLAIMED, Factuality.DENIED}
            known = draft.mention.when if is_fact and draft.mention.when is not None else known
            drafts.append(draft)
    return drafts


def _bare_harm(sentence: Sentence, harms: Sequence[tuple[int, Harm]]) -> list[Candidate]:
    """The first harm of a sentence that names no deed: "one of them has a broken arm" tells of a deed told before."""
    words = sentence.lowers(0, len(sentence.tokens))
    told = [(at, harm) for at, harm in harms if harm.kind != "displaced"]
    if not told or NATURE.intersection(words):
        return []
    at = told[0][0]
    is_told = sentence.kind is BlockKind.HEADLINE and bool(_CONFLICT.intersection(words))
    rule = _FOUND if is_told or (words[at] in BODIES and _FINDING.intersection(words)) else _SUFFERED
    return [Candidate(at, at + 1, rule, False, None, None)]


def _without_consequences(sentence: Sentence, found: Sequence[Candidate]) -> list[Candidate]:
    """The triggers without those that only tell what came of another in the same sentence and statement."""
    causes = [c for c in found if not c.rule.is_consequence]
    kept = []
    for candidate in found:
        near = [
            c for c in causes if abs(c.start - candidate.start) < _SAME_EVENT and is_same_voice(sentence, c, candidate)
        ]
        if not candidate.rule.is_consequence or not near:
            kept.append(candidate)
    return _one_per_consequence(sentence, kept)


def _one_per_consequence(sentence: Sentence, found: list[Candidate]) -> list[Candidate]:
    """Of several consequences told together ("killed three and wounded five"), the first."""
    kept: list[Candidate] = []
    for candidate in found:
        if candidate.rule.is_consequence and any(
            k.rule.is_consequence and candidate.start - k.start < _SAME_EVENT and is_same_voice(sentence, k, candidate)
            for k in kept
        ):
            continue
        kept.append(candidate)
    return kept


def _own_harms(
    sentence: Sentence, candidate: Candidate, found: Sequence[Candidate], harms: Sequence[tuple[int, Harm]]
) -> tuple[Harm, ...]:
    """The harms nearer to this trigger than to any other of the sentence that is kept."""
    causes = [c for c in found if not c.rule.is_consequence] or [candidate]
    own = []
    for at, harm in harms:
        nearest = min(causes, key=lambda c: (_apart(sentence, c.start, at), c.start))
        if nearest is candidate:
            own.append(harm)
    if candidate.rule.is_consequence and not own:
        own = [h for at, h in harms if candidate.start <= at < candidate.end + _SAME_EVENT]
    return tuple(dict.fromkeys(own))


def _apart(sentence: Sentence, trigger: int, harm: int) -> int:
    """How far a trigger and a harm stand apart; another clause between them counts as far."""
    words = sentence.lowers(min(trigger, harm) + 1, max(trigger, harm))
    is_parted = ";" in words or any(words[i : i + 2] in _CLAUSES for i in range(len(words)))
    return abs(trigger - harm) + (_SAME_EVENT if is_parted else 0)


def _drafts(report: Report, sentence: Sentence, told: _Told, known: When | None) -> Iterator[Draft]:
    candidate = told.candidate
    when = find_when(sentence, candidate.start, candidate.end) or following_time(sentence, candidate.start, known)
    is_past = report.history.is_background(sentence, candidate, when)
    is_war = report.history.is_toll_of_war(sentence, candidate, when)
    anaphoric = _is_anaphoric(sentence, candidate)
    for actor, standing in claims_of(report, sentence, candidate, told.found):
        if standing.factuality is Factuality.DENIED and not standing.claimants:
            continue  # "did not attack": told by nobody as having happened
        if is_past and standing.factuality in {Factuality.REPORTED, Factuality.CLAIMED, Factuality.FEARED}:
            standing = replace(standing, factuality=Factuality.BACKGROUND)  # noqa: PLW2901
        mention = _mention(report, sentence, told, actor, standing)
        mention = replace(mention, when=when, harm=told.harms, act=CLASH if is_war else mention.act)
        if _tells_enough(mention, anaphoric, candidate):
            draft = _draft(mention, sentence, candidate, is_anaphoric=anaphoric)
            yield from _per_place(sentence, replace(draft, needs_cause=draft.needs_cause and not is_war))


def _is_anaphoric(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether it speaks of something told before: "the attack", "no such attack", "two of the wounded died"."""
    if candidate.is_noun and (candidate.is_definite or is_denied_noun(sentence, candidate)):
        return True
    sufferer = candidate.done_to.lowers(sentence) if candidate.done_to is not None else ()
    of_known = sufferer[-2:-1] == ("the",) and sufferer[-1] in _KNOWN_SUFFERERS
    return (candidate.rule.needs_cause and of_known) or _is_of_known_weapon(sentence, candidate)


def _is_of_known_weapon(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether "the rounds fell", "the missiles landed": of those whose firing was told."""
    weapon = candidate.doer or candidate.done_to
    if candidate.rule.need is not Need.WEAPON or weapon is None or weapon.start > candidate.start:
        return False
    return sentence.tokens[weapon.start].lower in _DEFINITE


def _draft(mention: EventMention, sentence: Sentence, candidate: Candidate, *, is_anaphoric: bool) -> Draft:
    target = _at_what(sentence, candidate).done_to
    return Draft(
        mention,
        sentence,
        is_anaphoric,
        candidate.rule.is_consequence,
        (candidate.rule.is_generic or sentence.tokens[candidate.end - 1].lower in RAIDS) and not mention.weapon,
        sentence.tokens[target.head].lower if target is not None else "",
        target is not None and sentence.tokens[target.start].lower in _DEFINITE,
        _is_bare_toll(mention, candidate),
        is_anaphoric and (_is_said_of(sentence, candidate) or _is_only_named(sentence, mention)),
        candidate.rule.needs_cause,
    )


def _is_said_of(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether something follows from the deed: "the attack showed that"."""
    return _POINTING.issuperset(sentence.lowers(candidate.end, candidate.end + 1))


def _is_only_named(sentence: Sentence, mention: EventMention) -> bool:
    """Whether somebody only names the deed while saying something else: "condemned the bombing".

    Whoever confirms, denies, takes back or lays it to somebody gives an account of it.
    """
    if mention.where is not None or mention.when is not None or mention.target_words is not None:
        return False
    if mention.actor is not None or mention.stance not in {Stance.CONFIRMS, Stance.ALLEGES} or mention.is_retracted:
        return False
    statement = next((s for s in sentence.statements if s.id == mention.statement), None)
    if statement is None or statement.act in _GIVING_ACCOUNT or mention.harm:
        return False
    return not any(_is_told_of(sentence, part, mention.trigger) for part in statement.content)


def _is_told_of(sentence: Sentence, content: Span, trigger: Span) -> bool:
    """Whether what is said is said of the deed: "the attack left the town without water"."""
    opens = content.contains(trigger) and sentence.index_at(trigger.start) - sentence.index_at(content.start) <= 1
    behind = sentence.tokens[sentence.index_at(trigger.end) : sentence.index_at(content.end)]
    return opens and any(t.tag in {Tag.VERB, Tag.AUX} for t in behind[:3])


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


def _mention(report: Report, sentence: Sentence, told: _Told, actor: Who | None, standing: Standing) -> EventMention:
    candidate = told.candidate
    trigger = trigger_of(sentence, candidate)
    candidate = _at_what(sentence, candidate)
    words = candidate.done_to.lowers(sentence) if candidate.done_to is not None else ()
    target_class = classify(words)
    act, weapon = type_act(sentence, candidate, target_class, report.strikes)
    return EventMention(
        id=mention_id(report.document, act, trigger, standing),
        document=report.document,
        act=act,
        trigger=trigger,
        sentence=sentence.span,
        factuality=standing.factuality,
        stance=standing.stance,
        actor=actor,
        target=find_target(sentence, candidate, told.harms),
        target_class=target_class,
        target_words=_target_words(sentence, candidate),
        weapon=weapon,
        where=None if candidate.rule is _SUFFERED else find_where(sentence, candidate, report.situation, told.found),
        claimants=standing.claimants,
        statement=standing.statement,
        evidence=tuple(find_evidence(sentence)),
        is_retracted=standing.is_retracted,
        is_correction=standing.is_correction,
        extractor=EXTRACTOR,
        spans=(sentence.span,),
    )


def _target_words(sentence: Sentence, candidate: Candidate) -> Span | None:
    """The words for what it was done to; "us" and "them" say nothing that could be told again."""
    target = candidate.done_to
    if target is None or sentence.tokens[target.head].tag is Tag.PRONOUN:
        return None
    return target.span(sentence)


def _at_what(sentence: Sentence, candidate: Candidate) -> Candidate:
    """For "fired rockets at the port", the port rather than the rockets; nothing where no aim is told."""
    if candidate.rule.need is not Need.WEAPON or candidate.rule.act == DISRUPTED or candidate.done_to is None:
        return candidate
    words = candidate.done_to.lowers(sentence)
    if not any(weapon_at(words, at) for at in range(len(words))):
        return candidate  # "shells fell on the market"
    return replace(candidate, done_to=find_complement(sentence, candidate.done_to.end, _AIMED))


def _tells_enough(mention: EventMention, is_anaphoric: bool, candidate: Candidate) -> bool:
    """Whether it describes one thing that happened rather than a kind of thing ("air strikes continue")."""
    if is_anaphoric and not mention.harm and mention.where is None:
        return True
    if mention.where is not None or mention.harm or mention.when is not None:
        return True
    is_told = mention.actor is not None and candidate.rule.need in {Need.NOTHING, Need.SIDES}
    is_plain = not candidate.rule.is_generic and (candidate.doer is not None or candidate.done_to is not None)
    if not candidate.is_noun and (is_told or is_plain):
        return True  # "residents protested outside the hotel", "looted a store"
    if mention.statement and (mention.actor is not None or mention.target_words is not None):
        return True
    if mention.statement and candidate.rule.need in {Need.WEAPON, Need.HEARD} and mention.stance is not Stance.DENIES:
        return True  # "maintains that shots were fired"
    return mention.target_words is not None and (mention.actor is not None or candidate.rule.need is not Need.OBJECT)
