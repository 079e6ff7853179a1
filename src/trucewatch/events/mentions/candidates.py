"""Triggers where they stand: which of the words that could tell of an incident do tell of one here.

Decides by the word's class at its place and by what stands beside it; turns away figures of speech ("struck a deal",
"under fire for", "trade strike"). Never decides who says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.events.mentions.triggers import noun_openers, nouns, phrasal, verbs
from trucewatch.events.needs import Candidate, has_needs
from trucewatch.events.phrases import POSSESSIVE, Phrase, is_counted, phrase_starting
from trucewatch.events.roles import (
    BE,
    find_agent,
    find_complement,
    find_object,
    find_owner,
    find_subject,
    is_passive,
)
from trucewatch.events.rules import Need, Rule
from trucewatch.events.view import Sentence
from trucewatch.events.weapons import weapon_at
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag

_LONGEST_NOUN = 3
#: What a verb's object may stand before: "set the depot ablaze", "handed the town over".
_PARTICLES = word_set("ablaze alight dead down hostage captive prisoner up off away over safe")
_AIMING = frozenset({"at", "on", "into", "upon"})
_TOWARDS = frozenset({"to", "from", "into"})
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
    beginning start started starting hold held holding fight fought fighting exchange exchanged trade traded"""
)
_FOR_WHAT = {("to",), ("for",), ("against",), ("alongside",)}
_TELLS_TOLL = frozenset({"kills", "wounds", "injures", "hurts"})
_TELLING = frozenset({("kill",), ("rock",), ("wound",), ("injure",), ("leave",), ("destroy",), ("damage",), ("hit",)})


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
                doer, done_to = _doer_behind(sentence, at + width, rest), doer
            elif _is_phrasal_passive(sentence, at, width):
                aim = phrase_starting(sentence, at + width) if rest[-1] in _AIMING else None
                doer, done_to = find_agent(sentence, at + width - 1), aim or doer  # "shots were fired at a patrol"
            candidate = Candidate(at, at + width, rule, False, doer, done_to)
            return candidate if has_needs(sentence, candidate) else None
    return None


def _doer_behind(sentence: Sentence, end: int, rest: tuple[str, ...]) -> Phrase | None:
    """Who did it, told behind: "came under fire from A", "fell to A", "came from A"."""
    if rest[-1] in _TOWARDS:
        return phrase_starting(sentence, end)
    return find_complement(sentence, end, _FROM)


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
    if "…" in rest:
        return _width_past_gap(words, rest)
    if rest[0] in _PARTICLES and rest[0] in words[:6]:
        inner = phrase_starting(sentence, at + 1)
        gap = words.index(rest[0])
        if inner is not None and inner.end == at + 1 + gap and words[gap : gap + len(rest)] == rest:
            return 1 + gap + len(rest)
    return 0


def _width_past_gap(words: tuple[str, ...], rest: tuple[str, ...]) -> int:
    """The width of "came under heavy mortar fire", with up to three words where the pattern leaves it open."""
    opening = rest.index("…")
    if words[:opening] != rest[:opening]:
        return 0
    for gap in (1, 2, 3):
        end = opening + gap + len(rest) - opening - 1
        if words[opening + gap : end] == rest[opening + 1 :]:
            return 1 + end
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
    if rule is not None and rule.need is Need.SIDES and (_carries_noun(sentence, at) or _is_what_they_do(sentence, at)):
        return None
    if rule is None or not _is_verbal(sentence, at) or _is_attributive(sentence, at) or at in sentence.timed:
        return None
    doer, done_to = find_subject(sentence, at), find_object(sentence, at)
    if rule.needs_cause or rule.is_suffered:
        doer, done_to = None, doer  # "nine people died", "two boys vanished": done to them
    elif is_passive(sentence, at):
        doer, done_to = find_agent(sentence, at), find_subject(sentence, at)
    elif _is_shared_participle(sentence, at):
        done_to = done_to or find_object(sentence, at)
    candidate = Candidate(at, at + 1, rule, False, doer, done_to)
    return candidate if has_needs(sentence, candidate) else None


def _is_what_they_do(sentence: Sentence, at: int) -> bool:
    """Whether "fighting" only tells which people are meant: "rebels fighting to topple the government"."""
    if sentence.tokens[at].lower != "fighting" or sentence.lowers(at + 1, at + 2) not in _FOR_WHAT:
        return False
    return at > 0 and sentence.tokens[at - 1].tag is Tag.NOUN and sentence.tokens[at - 1].lower.endswith("s")


def _carries_noun(sentence: Sentence, at: int) -> bool:
    """Whether "fought" only carries a noun that tells more: "fought an artillery duel"."""
    fought = phrase_starting(sentence, at + 1)
    if fought is None:
        return False
    return any(sentence.lowers(first, fought.end) in nouns() for first in range(fought.start, fought.end))


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
    if token.tag is Tag.NOUN and token.lower in _TELLS_TOLL and is_counted(sentence, at + 1):
        return True  # "truck attack kills at least 80"
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
    if sentence.tokens[at].lower not in noun_openers():
        return None
    if _is_what_they_do(sentence, at):
        return None
    for length in range(min(_LONGEST_NOUN, len(sentence.tokens) - at), 0, -1):
        rule = nouns().get(sentence.lowers(at, at + length))
        if rule is not None and _is_nominal_here(sentence, at, length) and not _is_other_sense(sentence, at, length):
            candidate = _noun_candidate(sentence, at, at + length, rule)
            return candidate if has_needs(sentence, candidate) else None
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
    is_said_to_be = sentence.lowers(at - 2, at - 1) == ("there",)  # "there was shooting"
    after = sentence.lowers(at + 1, at + 2)
    return last.tag is Tag.VERB and last.lower.endswith("ing") and (is_said_to_be or after in {("of",), ("by",)})


def _is_other_sense(sentence: Sentence, at: int, length: int) -> bool:
    before, after = sentence.lowers(at - 1, at) if at else (), sentence.lowers(at + length, at + length + 1)
    if sentence.tokens[at].lower.startswith("strike") and length == 1 and _is_of_work(sentence, at):
        return True
    if before and (before[0] in _OTHER_SENSE or (before == ("on",) and sentence.tokens[at].lower == "strike")):
        return True
    return bool(after) and after[0] in _OTHER_USE


def _is_of_work(sentence: Sentence, at: int) -> bool:
    """Whether those who strike lay down their work: "workers stopped work on the first day of a strike"."""
    if sentence.lowers(at + 1, at + 2) in {("on",), ("against",)} and at + 2 not in sentence.timed:
        return False  # "the strike on the port"
    near = sentence.lowers(at - 24, at + 12)
    return bool(_WORK.intersection(near)) and not any(weapon_at(near, i) for i in range(len(near)))


def _noun_candidate(sentence: Sentence, start: int, end: int, rule: Rule) -> Candidate:
    if rule.need is Need.LIFE:
        return _on_life(sentence, start, end, rule)
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


def _on_life(sentence: Sentence, start: int, end: int, rule: Rule) -> Candidate:
    """An attempt on somebody's life; "his" is whoever the clause is about."""
    whose = phrase_starting(sentence, end + 1)
    if whose is not None and sentence.lowers(whose.end, whose.end + 1) == ("of",):
        whose = phrase_starting(sentence, whose.end + 1)
    elif sentence.lowers(end + 1, end + 2) and sentence.tokens[end + 1].lower in {"his", "her", "their"}:
        verb = next((i for i in range(start - 1, max(-1, start - 7), -1) if sentence.tokens[i].tag is Tag.VERB), None)
        whose = find_subject(sentence, verb) if verb is not None else None
    return Candidate(start, end, rule, True, _agent(sentence, end), whose)


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
            is_light = token.lower in _LIGHT and "responsible" not in sentence.lowers(at, start)
            return find_subject(sentence, at) if is_light and not is_passive(sentence, at) else None
        if token.tag in {Tag.PUNCTUATION, Tag.SUBORDINATOR}:
            return None
    return None
