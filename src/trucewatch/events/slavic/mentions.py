"""Event mentions of a Russian or Ukrainian report: each deed with its arguments, its standing and whoever says so.

Decides one mention per deed and claim; ``events.merging`` then makes one of those that tell the same. Never says what
an incident is across documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from trucewatch.events.acts import by_copy, settle
from trucewatch.events.drafts import Draft
from trucewatch.events.likeness import VIOLENT
from trucewatch.events.model import EventMention, Factuality, Harm, Stance
from trucewatch.events.participants import side_of
from trucewatch.events.rules import (
    ABDUCTION,
    ARREST,
    DISRUPTED,
    OTHER,
    PROTEST,
    RIOT,
    TERRITORY,
    TRANSFER,
    Need,
    Rule,
)
from trucewatch.events.slavic.clauses import Clauses
from trucewatch.events.slavic.harms import find_harms
from trucewatch.events.slavic.roles import Deed, Roles
from trucewatch.events.slavic.settings import find_evidence, find_weapon, find_when, find_where
from trucewatch.events.slavic.standing import is_history, is_prevented, standing_of
from trucewatch.events.slavic.targets import HUMAN, classify, head_of
from trucewatch.events.slavic.triggers import Trigger
from trucewatch.events.slavic.weapons import WEAPONS
from trucewatch.events.standing import History, Standing, governing, mention_id
from trucewatch.events.weapons import AIR, ATTACK, CLASH, EXPLOSIVE, SHELLING
from trucewatch.language.lexicon import word_set
from trucewatch.situation.model import Situation
from trucewatch.statements.model import Act, Statement
from trucewatch.values import Kind, Span, Who

_POINTING = word_set("этот эта это эти этого этой этих этом этому той цей ця це ці цього цієї цих цьому тот того тем")
_OPENING = ("откры", "вел", "ведет", "ведут", "відкри", "вів", "веде")
_CAUSING = word_set("результате результаті внаслідок унаслідок вследствие после після через из-за от від")
_OPEN_FACTS = frozenset({Factuality.REPORTED, Factuality.CLAIMED, Factuality.FEARED})
_SAME_EVENT = 40  # words between a cause and a consequence told in one sentence
_GROUND = ("позици", "высот", "висот", "холм", "пагорб", "окраин", "околиц", "окоп", "опорн", "блокпост", "плацдарм")
_SOUNDING = ("прогрем", "прогрим", "прозвуч", "пролун", "лунал", "раздал", "слышн", "слыша", "чутно", "чули")
_PEOPLE = ("подозрев", "підозрю", "участник", "учасник", "активист", "активіст", "рыбак", "рибал", "шахт", "торгов",
           "студент", "учител", "юнош", "хлопц", "двоих", "двох", "троих", "трьох", "нескольк", "кільк")  # fmt: skip
_PLAIN = frozenset({ARREST, ABDUCTION, EXPLOSIVE, SHELLING, AIR, DISRUPTED, PROTEST, TERRITORY})
_TOLLING = frozenset({AIR, SHELLING, CLASH, EXPLOSIVE})
_TOLD_BACK = 4  # sentences between a deed and a toll that somebody else tells of it
_ADJACENT = 2  # sentences between an account and the toll that belongs to it
_WEAPONLESS = frozenset({ABDUCTION, ARREST, TERRITORY, TRANSFER, PROTEST, RIOT})


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules need to know of a whole report while they read one sentence of it."""

    document: str
    situation: Situation
    history: History
    opponents: tuple[Who, ...]
    strikes: frozenset[str]
    extractor: str


def draft_mentions(scene: Scene, sentences: Iterable[Clauses]) -> Iterator[Draft]:
    """Every description that the sentences hold, in text order, before those of one event are joined."""
    known: Draft | None = None
    for clauses in sentences:
        if not (clauses.triggers or clauses.tells_harm):
            continue
        roles = Roles(clauses)
        deeds = [deed for deed in _deeds(clauses, roles) if not is_prevented(clauses, deed)]
        harms = tuple(find_harms(clauses, roles))
        deeds = deeds or [_toll(at, harm) for at, harm in harms[:1]]
        kept = _without_consequences(clauses, deeds, harms)
        for deed in kept:
            for draft in drafts_of(scene, clauses, roles, deed, kept, _own_harms(deed, kept, harms)):
                if _tells_enough(draft, deed):
                    found = _in_voice_of(known, _of_deed(known, draft))
                    known = found if found.mention.act in VIOLENT else known
                    yield found


def _deeds(clauses: Clauses, roles: Roles) -> Iterator[Deed]:
    """The triggers that count where they stand."""
    for at, trigger in clauses.triggers:
        if trigger.form is not None and trigger.form.kind == "impersonal":
            continue
        deed = roles.deed(at, trigger)
        if _has_what_it_needs(clauses, deed):
            yield deed


def _of_deed(known: Draft | None, draft: Draft) -> Draft:
    """A toll told without its deed is of the kind of the deed told last: the dead of a battle, of a strike."""
    is_open = draft.is_consequence and draft.mention.act == ATTACK and not draft.mention.weapon
    if known is None or not is_open or known.mention.act not in _TOLLING:
        return draft
    if draft.mention.actor is not None or draft.sentence.number - known.sentence.number > _TOLD_BACK:
        return draft
    return replace(draft, mention=replace(draft.mention, act=known.mention.act))


def _in_voice_of(known: Draft | None, draft: Draft) -> Draft:
    """A toll that the report's own voice tells right behind somebody's account belongs to that account."""
    if known is None or not draft.is_bare_toll or draft.mention.claimants:
        return draft
    if draft.sentence.number - known.sentence.number > _ADJACENT or not draft.is_consequence:
        return draft
    mention = replace(
        draft.mention,
        factuality=known.mention.factuality,
        stance=known.mention.stance,
        claimants=known.mention.claimants,
        statement=known.mention.statement,
    )
    return replace(draft, mention=mention)


def _toll(at: int, harm: Harm) -> Deed:
    """A sentence that tells nothing but harm ("Пострадавших нет"): it belongs to the deed told before it, if any."""
    rule = Rule(ATTACK, Need.HUMAN, is_consequence=True, is_generic=True, harm=harm.kind, needs_cause=True)
    return Deed(at, Trigger(rule, ""), None, None)


def _has_what_it_needs(clauses: Clauses, deed: Deed) -> bool:
    """Whether what stands beside the trigger shows that it tells of an incident."""
    need = deed.trigger.rule.need
    if need is Need.NOTHING or deed.trigger.rule.is_consequence:
        return True
    if need is Need.SIDES:
        return deed.carrier >= 0 and clauses.at(deed.carrier).startswith(_OPENING)
    beside = range(0) if deed.done_to is None else range(deed.done_to.start, deed.done_to.end)
    group = classify(clauses.words[beside.start : beside.stop])
    is_place = any(at in clauses.where for at in beside)
    if need is Need.WEAPON:
        return _is_armed(clauses, deed, beside, is_aimed=bool(group) or is_place)
    if need is Need.PLACE:
        return _is_held(clauses, deed, group, is_place=is_place)
    if need is Need.HUMAN:
        is_group = group in HUMAN | {"military", "hospital", "humanitarian"}
        return is_group or any(at in clauses.who or clauses.words[at].startswith(_PEOPLE) for at in beside)
    return _is_beside(clauses, deed, group, is_place=is_place)


def _is_beside(clauses: Clauses, deed: Deed, group: str, *, is_place: bool) -> bool:
    """Whether anything at all that tells of an incident stands beside the trigger."""
    near = find_weapon(clauses, deed)[1] or deed.doer is not None or bool(clauses.where) or _is_cause(clauses, deed)
    is_timed = bool(clauses.sentence.timed) or clauses.tells_harm
    if deed.trigger.is_noun:
        is_heard = any(word.startswith(_SOUNDING) for word in clauses.words)
        is_crowd = deed.trigger.rule.act in {PROTEST, RIOT}
        return bool(group) or is_place or bool(near) or is_timed or is_heard or is_crowd
    is_aimed = deed.done_to is not None and "o" in deed.trigger.takes
    is_near = "s" in deed.trigger.takes and deed.trigger.rule.act == EXPLOSIVE
    is_armed = is_near and any(WEAPONS.of(word) for word in clauses.words)
    return bool(group) or is_place or is_aimed or is_armed


def _is_armed(clauses: Clauses, deed: Deed, beside: range, *, is_aimed: bool) -> bool:
    """Whether a weapon stands among the words, and but for what is shot down something that it is aimed at."""
    act = find_weapon(clauses, deed)[1]
    is_weapon = bool(act) or any(WEAPONS.of(clauses.words[at]) for at in beside)
    return is_weapon and (deed.trigger.rule.act == DISRUPTED or is_aimed or act == "Grenade")


def _is_held(clauses: Clauses, deed: Deed, group: str, *, is_place: bool) -> bool:
    """Whether a place or position is taken, or forces are withdrawn from one."""
    if deed.trigger.rule.act == TRANSFER:
        is_promised = deed.trigger.form is not None and deed.trigger.form.kind == "infinitive"
        return not is_promised and (is_place or (group == "military" and bool(clauses.where)))
    words = () if deed.done_to is None else clauses.of(deed.done_to)
    return (
        is_place or group in {"residential", "energy", "port", "transport"} or any(w.startswith(_GROUND) for w in words)
    )


def _is_cause(clauses: Clauses, deed: Deed) -> bool:
    """Whether something came of the deed: "в результате удара", "внаслідок удару", "после удара"."""
    return any(clauses.at(deed.at - back) in _CAUSING for back in (1, 2))


def _without_consequences(clauses: Clauses, deeds: Sequence[Deed], harms: Sequence[tuple[int, Harm]]) -> list[Deed]:
    """The deeds without those that only tell what came of another in the same saying; of several of these the first."""
    kept: list[Deed] = []
    causes = [deed for deed in deeds if not deed.trigger.rule.is_consequence]
    for deed in deeds:
        if deed.trigger.rule.is_consequence:
            others = (*causes, *(one for one in kept if one.trigger.rule.is_consequence))
            if any(abs(one.at - deed.at) < _SAME_EVENT and _is_same_voice(clauses, one, deed) for one in others):
                continue
            if not any(abs(at - deed.at) < _SAME_EVENT for at, _ in harms) and deed.trigger.rule.is_suffered:
                continue
        kept.append(deed)
    return kept


def _is_same_voice(clauses: Clauses, one: Deed, other: Deed) -> bool:
    first, second = (governing(clauses.sentence, clauses.tokens[deed.at].span) for deed in (one, other))
    return [s.id for s in first] == [s.id for s in second]


def _own_harms(deed: Deed, deeds: Sequence[Deed], harms: Sequence[tuple[int, Harm]]) -> tuple[Harm, ...]:
    """The harms nearer to this deed than to any other of the sentence; a deed in front wins over one behind."""
    own = [harm for at, harm in harms if min(deeds, key=lambda d: (abs(d.at - at), d.at)) is deed]
    return tuple(dict.fromkeys(own))


def drafts_of(
    scene: Scene, clauses: Clauses, roles: Roles, deed: Deed, deeds: Sequence[Deed], harms: tuple[Harm, ...]
) -> Iterator[Draft]:
    """One draft for each claim that tells of the deed."""
    others = frozenset(one.at for one in deeds if one is not deed)
    when = find_when(clauses, deed, others)
    is_past = scene.history.is_past(when) if when is not None and when.is_resolved else is_history(clauses, deed)
    for actor, standing in _claims(scene, clauses, roles, deed):
        if standing.factuality is Factuality.DENIED and not standing.claimants:
            continue  # told by nobody as having happened
        if is_past and standing.factuality in _OPEN_FACTS:
            standing = replace(standing, factuality=Factuality.BACKGROUND)  # noqa: PLW2901
        mention = replace(_mention(scene, clauses, roles, deed, actor, standing), when=when, harm=harms)
        yield _draft(clauses, deed, mention)


def _claims(scene: Scene, clauses: Clauses, roles: Roles, deed: Deed) -> Iterator[tuple[Who | None, Standing]]:
    """Each actor and standing that the deed is told with: one a statement, two where two sides accuse each other."""
    statements = governing(clauses.sentence, clauses.tokens[deed.at].span)
    for statement in statements or (None,):
        if statement is not None and _is_mutual(statement) and len(scene.opponents) == 2:
            for claimant, accused in (scene.opponents, scene.opponents[::-1]):
                yield accused, Standing(Factuality.CLAIMED, Stance.ALLEGES, (claimant,), statement.id)
            continue
        actor = _actor(scene, roles, deed, statement)
        standing = standing_of(clauses, deed, statement, actor)
        if standing.stance is Stance.DENIES and actor is None and len(standing.claimants) == 1:
            own = side_of(standing.claimants[0], scene.situation)
            actor = own if own.party else None
        if standing.stance is Stance.CANNOT_ATTRIBUTE:
            actor = None
        yield actor, standing


def _is_mutual(statement: Statement) -> bool:
    """Whether "the sides" accuse each other, and nothing tells which two they are."""
    is_sides = all(who.kind is Kind.GROUP and not who.party for who in statement.speakers)
    return statement.act is Act.ALLEGE and not statement.accused and bool(statement.speakers) and is_sides


def _actor(scene: Scene, roles: Roles, deed: Deed, statement: Statement | None) -> Who | None:
    """Whoever did it: named beside it, else the accused, else the speaker's own side."""
    if statement is not None and len(statement.speakers) == 1 and roles.says_ours(deed):
        return side_of(statement.speakers[0], scene.situation)
    if deed.doer is not None:
        return deed.doer
    return next(iter(statement.accused), None) if statement is not None else None


def _mention(
    scene: Scene, clauses: Clauses, roles: Roles, deed: Deed, actor: Who | None, standing: Standing
) -> EventMention:
    trigger = clauses.tokens[deed.at].span
    words = clauses.of(deed.done_to) if deed.done_to is not None else ()
    target_class = "" if deed.trigger.rule.act == DISRUPTED else classify(words)
    act, weapon = _typed(scene, clauses, deed, target_class)
    sentence = clauses.sentence.span
    return EventMention(
        id=mention_id(scene.document, act, trigger, standing),
        document=scene.document,
        act=act,
        trigger=trigger,
        sentence=sentence,
        factuality=standing.factuality,
        stance=standing.stance,
        actor=actor,
        target=roles.target_of(deed.done_to),
        target_class=target_class,
        target_words=_target_words(clauses, deed, target_class),
        weapon=weapon,
        where=find_where(clauses, deed),
        claimants=standing.claimants,
        statement=standing.statement,
        is_retracted=standing.is_retracted,
        evidence=tuple(find_evidence(clauses)),
        extractor=scene.extractor,
        spans=(sentence,),
    )


def _target_words(clauses: Clauses, deed: Deed, target_class: str) -> Span | None:
    return clauses.span(deed.done_to) if deed.done_to is not None and target_class else None


def _typed(scene: Scene, clauses: Clauses, deed: Deed, target_class: str) -> tuple[str, str]:
    """The sub-event type and the weapon's words."""
    rule = deed.trigger.rule
    if rule.act in _WEAPONLESS or rule.act == OTHER:
        return rule.act, ""
    weapon, by_weapon = find_weapon(clauses, deed)
    is_open = rule.act == AIR or (rule.act == EXPLOSIVE and deed.trigger.is_noun)
    if is_open and not by_weapon:
        return by_copy(rule.act, scene.strikes), ""
    if rule.act == CLASH and deed.trigger.is_noun and not rule.is_generic:
        return by_weapon if by_weapon == SHELLING else CLASH, weapon
    return settle(rule, by_weapon, target_class), weapon


def _draft(clauses: Clauses, deed: Deed, mention: EventMention) -> Draft:
    words = clauses.of(deed.done_to) if deed.done_to is not None else ()
    rule = deed.trigger.rule
    is_bare = mention.where is None and mention.when is None
    return Draft(
        mention,
        clauses.sentence,
        is_anaphoric=deed.trigger.is_noun and _points_back(clauses, deed, mention),
        is_consequence=rule.is_consequence,
        is_loose=rule.is_generic and not mention.weapon,
        target_head=head_of(words),
        is_target_definite=bool(words) and words[0] in _POINTING,
        is_bare_toll=rule.is_consequence and is_bare and mention.target_class != "prisoners of war",
        needs_cause=rule.needs_cause,
    )


def _points_back(clauses: Clauses, deed: Deed, mention: EventMention) -> bool:
    """Whether the noun speaks of a deed already told: "этот удар", or a noun beside which nothing is told."""
    if clauses.at(deed.at - 1) in _POINTING:
        return True
    if mention.act in {PROTEST, RIOT} or any(word.startswith(_SOUNDING) for word in clauses.words):
        return False
    return mention.where is None and mention.when is None and mention.target_words is None and mention.actor is None


def _tells_enough(draft: Draft, deed: Deed) -> bool:
    """Whether it describes one thing that happened rather than a kind of thing ("удары продолжаются")."""
    mention = draft.mention
    if mention.where is not None or mention.when is not None or mention.harm:
        return True
    if mention.target_words is not None and (mention.actor is not None or bool(mention.statement) or mention.weapon):
        return True
    if draft.is_anaphoric or (deed.trigger.is_noun and mention.act in {PROTEST, RIOT}):
        return True
    if deed.trigger.is_noun and any(word.startswith(_SOUNDING) for word in _words(draft)):
        return True
    if mention.statement and mention.actor is not None:
        return True
    is_plain = mention.act in _PLAIN and not draft.is_loose
    return is_plain and (mention.actor is not None or deed.done_to is not None or bool(mention.statement))


def _words(draft: Draft) -> list[str]:
    return [token.lower for token in draft.sentence.tokens]
