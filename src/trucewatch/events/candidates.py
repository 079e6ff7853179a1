"""Triggers where they stand: which of the words that could tell of an incident do tell of one here.

Decides by the word's class at its place and by what stands beside it; turns away figures of speech ("struck a deal",
"under fire for", "trade strike"). Never decides who says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from trucewatch.events.lexicon import word_set
from trucewatch.events.phrases import POSSESSIVE, Phrase, phrase_starting
from trucewatch.events.roles import (
    BE,
    find_agent,
    find_complement,
    find_object,
    find_owner,
    find_subject,
    is_passive,
)
from trucewatch.events.targets import classify, is_figurative
from trucewatch.events.triggers import DISRUPTED, Need, Rule, nouns, phrasal, verbs
from trucewatch.events.view import Sentence
from trucewatch.events.weapons import weapon_at
from trucewatch.language.model import Tag
from trucewatch.values import Kind

_LONGEST_NOUN = 3
_ON = frozenset({"on", "of", "against", "at", "upon", "targeting", "to"})
_OF = frozenset({"of"})
_FROM = frozenset({"from", "by"})

#: Words before a noun trigger that make it something else.
_OTHER_SENSE = word_set(
    """trade labour labor general rail pilots' teachers' doctors' lightning-rod heart panic anxiety asthma verbal
    personal political legal cyber cyberattack media press charm marketing election sales tax police's terror-free
    cancer price legislative diplomatic lucky preemptive-looking wildcat transport-workers climate school-workers
    nurses' strike's baggage"""
)
_WORK = word_set("work workers worker union unions employees staff wages wage pay unionists stoppage walkout")
#: Words after a noun trigger that make it something else ("strike action", "attack ad").
_OTHER_USE = word_set(
    """action ballot ad ads force group fund committee breaker breakers pay leader leaders force's range capability
    capabilities plan plans helicopter submarine rifle dog siren sirens alert alerts warning warnings shelter
    shelters capacity"""
)
#: Light verbs whose subject is the doer of the noun they carry.
_LIGHT = word_set(
    """carry carried carrying launch launched launching launches conduct conducted conducting stage staged staging
    mount mounted mounting commit committed committing perpetrate perpetrated order ordered unleash unleashed make
    made wage waged resume resumed continue continued continuing intensify intensified step begin began begun
    beginning start started starting hold held holding"""
)
_CROWDS = word_set(
    """people residents protesters protestors demonstrators activists supporters opponents students workers crowds
    crowd thousands hundreds dozens women villagers relatives families mourners youths veterans farmers refugees
    opposition marchers"""
)
_HELD = frozenset({"residential", "energy", "other infrastructure", "port"})
_PROTESTING = word_set(
    """protest protests protesters protestors demonstrators marchers protesting demonstrating against demanding
    anti-government anti-war anti-truce street streets marched police activists"""
)
_FIGHTING = word_set(
    """clashes fighting firefight firefights gunbattle gunbattles skirmish skirmishes raid raids incursion shootout
    gunfire fire"""
)
_MANY = frozenset({"dozens", "scores", "hundreds", "thousands"})
_POSTS = word_set(
    """base bases position positions outpost outposts stronghold strongholds checkpoint checkpoints post posts
    airfield"""
)
_TELLING = frozenset({("kill",), ("wound",), ("injure",), ("leave",), ("destroy",), ("damage",), ("hit",)})
_DENIED = frozenset({"no", "without", "never"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One trigger that counts: tokens ``[start, end)``, its rule, and the phrases beside it."""

    start: int
    end: int
    rule: Rule
    is_noun: bool
    doer: Phrase | None
    done_to: Phrase | None
    is_definite: bool = False  # "the attack": may be one already spoken of


def find_candidates(sentence: Sentence) -> Iterator[Candidate]:
    """The triggers of a sentence, in order, without overlaps."""
    at = 0
    while at < len(sentence.tokens):
        found = _phrasal_at(sentence, at) or _noun_at(sentence, at) or _verb_at(sentence, at)
        if found is not None:
            yield found
        at = found.end if found is not None else at + 1


def _phrasal_at(sentence: Sentence, at: int) -> Candidate | None:
    for rest, rule in phrasal().get(sentence.tokens[at].lower, ()):
        width = _phrasal_width(sentence, at, rest)
        if width and not _is_attributive(sentence, at) and not _is_blamed_for(sentence, at + width, rule):
            done_to = _phrasal_object(sentence, at, width, len(rest) + 1)
            doer = find_subject(sentence, at)
            if rule.is_suffered:
                doer, done_to = find_complement(sentence, at + width, _FROM), doer
            elif _is_phrasal_passive(sentence, at, width):
                doer, done_to = find_agent(sentence, at + width - 1), doer
            candidate = Candidate(at, at + width, rule, False, doer, done_to)
            return candidate if _has_needs(sentence, candidate) else None
    return None


def _is_blamed_for(sentence: Sentence, end: int, rule: Rule) -> bool:
    """The words "came under fire for her remarks": only blame."""
    return rule.is_suffered and sentence.lowers(end, end + 1) in {("for",), ("over",)}


def _is_phrasal_passive(sentence: Sentence, at: int, width: int) -> bool:
    """Whether "was set ablaze", "shot down by": a bare "opened fire" is not."""
    is_told = bool(BE.intersection(sentence.lowers(at - 3, at))) or sentence.lowers(at + width, at + width + 1) == (
        "by",
    )
    return sentence.tokens[at].form in {"past", "en"} and bool(is_told) and is_passive(sentence, at, width)


def _phrasal_width(sentence: Sentence, at: int, rest: tuple[str, ...]) -> int:
    """How many tokens the phrasal trigger covers, an object inside it ("set the depot ablaze") included; else 0."""
    words = sentence.lowers(at + 1, at + 8)
    if words[: len(rest)] == rest:
        return 1 + len(rest)
    if (
        len(rest) == 1
        and rest[0] in {"ablaze", "alight", "dead", "down", "hostage", "prisoner", "up"}
        and rest[0] in words[:6]
    ):
        inner = phrase_starting(sentence, at + 1)
        gap = words.index(rest[0])
        if inner is not None and inner.end == at + 1 + gap:
            return 2 + gap
    return 0


def _phrasal_object(sentence: Sentence, at: int, width: int, plain: int) -> Phrase | None:
    return phrase_starting(sentence, at + 1) if width > plain else find_object(sentence, at, width)


def _is_attributive(sentence: Sentence, at: int) -> bool:
    """Whether a participle stands between a determiner and a noun: "the captured village"."""
    tokens = sentence.tokens
    if not 0 < at < len(tokens) - 1 or tokens[at - 1].tag is not Tag.DETERMINER:
        return False
    return tokens[at + 1].tag in {Tag.NOUN, Tag.NAME, Tag.ADJECTIVE}


def _verb_at(sentence: Sentence, at: int) -> Candidate | None:
    token = sentence.tokens[at]
    rule = verbs().get(token.lower)
    if rule is None or not _is_verbal(sentence, at) or _is_attributive(sentence, at) or at in sentence.timed:
        return None
    doer, done_to = find_subject(sentence, at), find_object(sentence, at)
    if rule.needs_cause:
        doer, done_to = None, doer  # "nine people died": done to them
    elif is_passive(sentence, at):
        doer, done_to = find_agent(sentence, at), find_subject(sentence, at)
    elif _is_shared_participle(sentence, at):
        done_to = done_to or find_object(sentence, at)
    candidate = Candidate(at, at + 1, rule, False, doer, done_to)
    return candidate if _has_needs(sentence, candidate) else None


def _is_shared_participle(sentence: Sentence, at: int) -> bool:
    return sentence.lowers(at + 1, at + 2) in {("and",), ("or",)}


def _is_verbal(sentence: Sentence, at: int) -> bool:
    """Whether the word is a verb here. The tag says; a noun between determiner and preposition is none."""
    token = sentence.tokens[at]
    if token.tag is Tag.VERB:
        return True
    if token.tag is Tag.ADJECTIVE and at and sentence.tokens[at - 1].lower in BE:
        return token.lower.endswith("ed")
    if token.tag not in {Tag.NOUN, Tag.ADJECTIVE, Tag.NAME}:
        return False
    following = sentence.tokens[at + 1 : at + 2]
    if token.form in {"en", "past"} and at and following and following[0].tag in {Tag.NUMBER, Tag.DETERMINER}:
        return sentence.tokens[at - 1].tag in {Tag.NOUN, Tag.NAME}  # "guerrillas wounded two"
    return _is_gerund(sentence, at)


def _is_gerund(sentence: Sentence, at: int) -> bool:
    """Whether a word in -ing takes an object, so that it is a verb whatever its tag: "denied killing prisoners"."""
    tokens = sentence.tokens
    if not tokens[at].lower.endswith("ing") or at == 0 or phrase_starting(sentence, at + 1) is None:
        return False
    before = tokens[at - 1]
    return before.tag in {Tag.VERB, Tag.PREPOSITION, Tag.CONJUNCTION} or before.lower == ","


def _noun_at(sentence: Sentence, at: int) -> Candidate | None:
    for length in range(min(_LONGEST_NOUN, len(sentence.tokens) - at), 0, -1):
        rule = nouns().get(sentence.lowers(at, at + length))
        if rule is not None and _is_nominal_here(sentence, at, length) and not _is_other_sense(sentence, at, length):
            candidate = _noun_candidate(sentence, at, at + length, rule)
            return candidate if _has_needs(sentence, candidate) else None
    return None


def _is_nominal_here(sentence: Sentence, at: int, length: int) -> bool:
    tokens = sentence.tokens
    last = tokens[at + length - 1]
    if sentence.lowers(at + length, at + length + 1) in _TELLING and last.lower.endswith("s"):
        return True  # "Aran strikes kill nine"
    if length > 1:
        return last.tag is not Tag.VERB or last.form == "ing" or tokens[at].tag in {Tag.NOUN, Tag.ADJECTIVE}
    if last.tag in {Tag.NOUN, Tag.NAME}:
        return not _is_gerund(sentence, at)
    return last.tag is Tag.VERB and last.lower.endswith("ing") and sentence.lowers(at + 1, at + 2) in {("of",), ("by",)}


def _is_other_sense(sentence: Sentence, at: int, length: int) -> bool:
    before, after = sentence.lowers(at - 1, at) if at else (), sentence.lowers(at + length, at + length + 1)
    if sentence.tokens[at].lower.startswith("strike") and length == 1 and _is_of_work(sentence, at):
        return True
    if before and (before[0] in _OTHER_SENSE or (before == ("on",) and sentence.tokens[at].lower == "strike")):
        return True
    return bool(after) and after[0] in _OTHER_USE


def _is_of_work(sentence: Sentence, at: int) -> bool:
    """Whether those who strike lay down their work: "workers stopped work on the first day of a strike"."""
    near = sentence.lowers(at - 24, at + 12)
    return bool(_WORK.intersection(near)) and not any(weapon_at(near, i) for i in range(len(near)))


def _noun_candidate(sentence: Sentence, start: int, end: int, rule: Rule) -> Candidate:
    owner = _owner(sentence, start)
    doer = _agent(sentence, end) or _light_subject(sentence, start) or (owner if _is_doer(sentence, owner) else None)
    done_to = find_complement(sentence, end, _OF if rule.need is Need.HUMAN and not rule.is_generic else _ON)
    if done_to is None and owner is not None and rule.need is Need.HUMAN and doer is not owner:
        done_to = owner
    before = sentence.lowers(start - 3, start)
    return Candidate(
        start,
        end,
        rule,
        True,
        doer,
        done_to,
        is_definite=any(w in {"the", "this", "that", "these", "those"} for w in before),
    )


def _agent(sentence: Sentence, end: int) -> Phrase | None:
    """The phrase after "by"; in "a rally against abuses by the police" that is whose abuses they are."""
    agent = find_agent(sentence, end - 1)
    is_of_another = agent is not None and "against" in sentence.lowers(end, agent.start)
    return None if is_of_another else agent


def _owner(sentence: Sentence, start: int) -> Phrase | None:
    owner = find_owner(sentence, start)
    return (
        None
        if owner is None or all(sentence.tokens[i].tag is Tag.DETERMINER for i in range(owner.start, owner.end))
        else owner
    )


def _is_doer(sentence: Sentence, owner: Phrase | None) -> bool:
    """Whether the owner names somebody who acts, not only how or on what ("drone attack", "hospital attack")."""
    if owner is None:
        return False
    span = owner.span(sentence)
    names = [n for n in sentence.names if n.span is not None and n.span.overlaps(span)]
    if not names and any(s.span is not None and s.span.overlaps(span) for s in sentence.sides):
        return not any(p.span is not None and p.span.overlaps(span) for p in sentence.places)
    if not names:
        return sentence.tokens[owner.end - 1].lower in POSSESSIVE
    places = [p.span for p in sentence.places if p.span is not None]
    return not all(any(n.span is not None and n.span.overlaps(p) for p in places) for n in names)


def _light_subject(sentence: Sentence, start: int) -> Phrase | None:
    """The subject of the light verb that carries the noun: "Aran forces launched a missile attack"."""
    for at in range(start - 1, max(-1, start - 7), -1):
        token = sentence.tokens[at]
        if token.tag is Tag.VERB:
            return find_subject(sentence, at) if token.lower in _LIGHT and not is_passive(sentence, at) else None
        if token.tag in {Tag.PUNCTUATION, Tag.SUBORDINATOR}:
            return None
    return None


def _has_needs(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether what the trigger needs stands beside it."""
    head = sentence.tokens[candidate.done_to.head].lower if candidate.done_to is not None else ""
    if is_figurative(head) or _is_refused(sentence, candidate):
        return False
    return _TESTS[candidate.rule.need](sentence, candidate)


def _is_crowd(sentence: Sentence, candidate: Candidate) -> bool:
    """People in number who take to the street: "thousands rallied", "protesters marched"."""
    words = candidate.doer.lowers(sentence) if candidate.doer is not None else ()
    if candidate.is_noun:
        words += sentence.lowers(candidate.start - 10, candidate.end + 10)
        return bool(_PROTESTING.intersection(words))
    return bool((_CROWDS | _PROTESTING).intersection(words))


def _is_refused(sentence: Sentence, candidate: Candidate) -> bool:
    """The words "No attacks were reported": the trigger is said not to be."""
    return bool(_DENIED.intersection(sentence.lowers(candidate.start - 3, candidate.start))) and candidate.is_noun


def _has_weapon(sentence: Sentence, candidate: Candidate) -> bool:
    """A weapon that is fired or brought down, or that itself explodes."""
    acts_itself = not candidate.is_noun and candidate.rule.act != DISRUPTED
    return _is_weapon(sentence, candidate.done_to) or (acts_itself and _is_weapon(sentence, candidate.doer))


def _is_weapon(sentence: Sentence, phrase: Phrase | None) -> bool:
    if phrase is None:
        return False
    words = phrase.lowers(sentence)
    return any(weapon_at(words, at) for at in range(len(words)))


def _is_human(sentence: Sentence, phrase: Phrase | None) -> bool:
    if phrase is None:
        return False
    span = phrase.span(sentence)
    named = any(n.span is not None and n.span.overlaps(span) for n in sentence.names)
    words = phrase.lowers(sentence)
    counted = _MANY.intersection(words) or any(t.tag is Tag.NUMBER for t in sentence.tokens[phrase.start : phrase.end])
    return bool(classify(words) or named or counted)


def _is_place(sentence: Sentence, phrase: Phrase | None) -> bool:
    """Whether the phrase is something that can be held: a place by name, or a town, post or site."""
    if phrase is None:
        return False
    span = phrase.span(sentence)
    words = phrase.lowers(sentence)
    if (
        classify(words) in _HELD
        or _POSTS.intersection(words)
        or any(p.span is not None and p.span.overlaps(span) for p in sentence.places)
    ):
        return True
    is_person = any(n.span is not None and n.span.overlaps(span) and n.kind is Kind.PERSON for n in sentence.names)
    return sentence.tokens[phrase.head].tag is Tag.NAME and not is_person


def _has_sides(sentence: Sentence, candidate: Candidate) -> bool:
    """A clash needs armed people beside it; a plain word of fighting is enough where a place or time is told."""
    near = sentence.lowers(candidate.start - 12, candidate.end + 14)
    if classify_any(near) or any(weapon_at(near, at) for at in range(len(near))):
        return True
    is_plain = candidate.is_noun and sentence.tokens[candidate.end - 1].lower in _FIGHTING
    return is_plain and bool(sentence.places or sentence.times)


def classify_any(words: tuple[str, ...]) -> bool:
    """Whether any of the words alone names armed people."""
    return any(classify((word,)) == "military" for word in words)


def _is_hittable(sentence: Sentence, candidate: Candidate) -> bool:
    """Something that weapons hit, or a weapon that hits. Somebody by name needs a weapon: words "hit" rivals daily."""
    near = sentence.lowers(candidate.start - 6, candidate.end + 10)
    is_armed = any(weapon_at(near, at) for at in range(len(near))) or _is_weapon(sentence, candidate.doer)
    target = candidate.done_to
    if target is not None:
        return bool(classify(target.lowers(sentence))) or _is_place_by_name(sentence, target) or is_armed
    return is_armed or (candidate.is_noun and (bool(sentence.places or sentence.times) or candidate.is_definite))


def _is_place_by_name(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the head names a place, a state or a group: "struck Oresk"; not a person, not "Oresk's fitness"."""
    head = sentence.tokens[phrase.head]
    if any(p.span is not None and p.span.overlaps(phrase.span(sentence)) for p in sentence.places):
        return True
    names = [n for n in sentence.names if n.span is not None and n.span.overlaps(head.span)]
    if not names:
        return head.tag is Tag.NAME
    return all(n.kind in {Kind.STATE, Kind.GROUP} and (n.state or n.party) for n in names)


_TESTS: dict[Need, Callable[[Sentence, Candidate], bool]] = {
    Need.NOTHING: lambda _sentence, _candidate: True,
    Need.WEAPON: _has_weapon,
    Need.HUMAN: lambda sentence, candidate: _is_human(sentence, candidate.done_to),
    Need.PLACE: lambda sentence, candidate: _is_place(sentence, candidate.done_to),
    Need.SIDES: _has_sides,
    Need.CROWD: _is_crowd,
    Need.OBJECT: _is_hittable,
}
