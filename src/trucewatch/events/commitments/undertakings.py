"""How far a deed has come, by the words that govern it: agreed to, promised, will, must, refused to, did.

Decides the stage of one deed, who would do it and who asks for it, from the chain of verbs above it; a promise is never
a deed, a negated one is refused, a deed in a condition or behind "after" and "without" commits nobody. Never decides
what is given; see ``deeds``. Nouns are ``nominal``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from trucewatch.documents.model import BlockKind
from trucewatch.events.commitments.giving_verbs import is_passive
from trucewatch.events.commitments.telling import NOT, TELLING, Undertaking, is_negated, of_telling_noun
from trucewatch.events.commitments.terms import is_accord, is_line_of_list
from trucewatch.events.phrases import Phrase, phrase_ending
from trucewatch.events.roles import BE, HAVE, find_agent, find_subject
from trucewatch.events.stages import ANSWERS, CLAUSAL, UNDERTAKING, URGING
from trucewatch.events.view import Sentence
from trucewatch.language.model import Tag
from trucewatch.situation.model import Stage

WILL = frozenset({"will", "'ll", "wo", "would", "'d", "shall"})
_MUST = frozenset({"must", "should", "ought"})
_MAY = frozenset({"could", "may", "might", "can", "ca"})
JOINS = frozenset({"and", "or", ",", ";", ":", "—", "–", "but", "then"})
_SELVES = frozenset({"itself", "themselves", "himself", "herself", "ourselves"})
_OVER = frozenset({"on", "upon", "to", "for", "that", "from"})
GOVERNING = frozenset({"of", "on", "to", "for", "in", "with", "out", "against"})
_DEPTH, BACK = 4, 40


@dataclass(frozen=True, slots=True)
class _Group:
    """The words of a verb: where they begin, and which stand before it."""

    start: int
    words: tuple[str, ...]
    to: int | None  # where "to" stands


def group_of(sentence: Sentence, at: int) -> _Group:
    """The helpers and adverbs before a verb, to the left as far as "to"."""
    start, to = at, None
    while start > 0 and at - start < 8:
        token = sentence.tokens[start - 1]
        if token.lower in {"'s", "'"} or not (
            token.tag in {Tag.AUX, Tag.PARTICLE}
            or token.lower in {"yet", "still"}
            or (token.tag is Tag.ADVERB and start - 1 not in sentence.timed)
        ):
            break
        start -= 1
        if token.lower == "to":
            to = start
            break
    return _Group(start, sentence.lowers(start, at), to)


def of_verb(sentence: Sentence, at: int, depth: int = 0) -> Undertaking | None:
    """The undertaking that a verb tells by its form and by what stands above it."""
    group = group_of(sentence, at)
    if depth > _DEPTH:
        return None
    if group.to is not None:
        return _infinitive(sentence, at, group.to, depth)
    if not (WILL | _MUST | _MAY).isdisjoint(group.words):
        return _modal(sentence, at, group)
    form = sentence.tokens[at].form
    if form == "ing":
        return _running(sentence, at, group)
    is_unchanged = sentence.tokens[at].lemma in _UNCHANGED and group.start == at and form != "s"
    is_past = is_unchanged and not _is_plural(sentence, at)
    if (form == "base" or is_unchanged) and not is_past:
        return _bare(sentence, at, group, depth)
    return _told(sentence, at, group)


def _modal(sentence: Sentence, at: int, group: _Group) -> Undertaking | None:
    """The words "will free", "must free" and "could free"."""
    if WILL.intersection(group.words):
        return _future(sentence, at, group)
    subject = find_subject(sentence, at)
    if _MUST.intersection(group.words):
        return Undertaking(Stage.SOUGHT, at, subject, is_asked=True)
    is_told = bool(NOT.intersection(group.words)) or "have" in group.words
    return None if is_told else Undertaking(Stage.PLANNED, at, subject, is_future=True, is_possible=True)


def _is_plural(sentence: Sentence, at: int) -> bool:
    """Whether the verb is joined to another or has no subject of its own, so that its base form is no past."""
    return sentence.lowers(at - 1, at) in {("and",), ("or",), (",",)} or find_subject(sentence, at) is None


def _future(sentence: Sentence, at: int, group: _Group) -> Undertaking | None:
    if {"have", "already"}.intersection(group.words):
        return None  # "would have released": it was not done
    subject = find_subject(sentence, at)
    if NOT.intersection(group.words):
        return Undertaking(Stage.REFUSED, at, subject)
    above = _clause_above(sentence, subject)
    if _is_subordinate(sentence, subject):
        return None
    if above is not None:
        return replace(above, giver=subject) if above.stage is not Stage.WITHDRAWN else above
    if "shall" in group.words:
        return Undertaking(Stage.AGREED, at, subject)
    return Undertaking(Stage.OFFERED, at, subject, is_future=True)


def _clause_above(sentence: Sentence, subject: Phrase | None) -> Undertaking | None:
    """The verb or noun whose clause the subject opens: "agreed that A would", "its promise that it would"."""
    if subject is None or not subject.start:
        return None
    at = subject.start - 1
    while at > 0 and (
        sentence.tokens[at].lower in {"that", ","} or sentence.tokens[at].tag is Tag.ADVERB or at in sentence.timed
    ):
        at -= 1
    token = sentence.tokens[at]
    stage = CLAUSAL.get(token.lemma) if token.tag in {Tag.VERB, Tag.NOUN} else None
    if stage is None or is_negated(sentence, at):
        return None
    subject = find_subject(sentence, at)
    is_sought = stage is Stage.SOUGHT
    answer = ANSWERS.get(sentence.tokens[at - 2].lemma) if token.tag is Tag.NOUN and at > 1 else None
    if answer is Stage.WITHDRAWN:
        return None if is_sought else Undertaking(answer, at - 2, by=find_subject(sentence, at - 2))
    return Undertaking(stage, at, seeker=subject if is_sought else None, by=None if is_sought else subject)


def _told(  # noqa: PLR0911 - one rule a line
    sentence: Sentence, at: int, group: _Group
) -> Undertaking | None:
    """A finite past or present: done, unless negated; the present of a headline is the past."""
    token = sentence.tokens[at]
    if NOT.intersection(group.words) or {"yet", "almost", "nearly"}.intersection(group.words):
        return None
    subject = find_subject(sentence, at)
    is_participle = token.form == "en" and not (BE | HAVE).intersection(group.words)
    if is_participle and sentence.kind is not BlockKind.HEADLINE:
        return None
    if "be" in group.words:
        above = _clause_above(sentence, subject)
        return replace(above, giver=subject) if above is not None else None
    if token.form == "s" and is_accord(sentence, at):
        return Undertaking(Stage.AGREED, at)
    if token.form == "s" or (is_passive(sentence, at) and {"is", "are", "be"}.intersection(group.words)):
        is_done = sentence.kind is BlockKind.HEADLINE or token.lemma == "contribute"
        return Undertaking(Stage.DELIVERED if is_done else Stage.PLANNED, at, subject, is_future=not is_done)
    if "being" in group.words:
        return None
    return Undertaking(Stage.DELIVERED, at, subject)


def _running(sentence: Sentence, at: int, group: _Group) -> Undertaking | None:
    """The words "is sending", or a gerund behind a verb that tells the stage: "ruled out returning"."""
    if BE.intersection(group.words):
        is_relative = sentence.lowers(group.start - 1, group.start) in {("that",), ("who",), ("which",)}
        is_denied = bool(NOT.intersection(group.words))
        return None if is_relative or is_denied else Undertaking(Stage.DELIVERED, at, find_subject(sentence, at))
    before = group.start - 1
    if before > 0 and sentence.tokens[before].lower in GOVERNING:
        before -= 1
    if before < 0:
        return None
    lemma = sentence.tokens[before].lemma
    if sentence.tokens[before].lower == "open" and before + 1 < group.start:
        return Undertaking(Stage.OFFERED, before, find_subject(sentence, before))
    if sentence.lowers(before, before + 2) == ("ruled", "out"):
        return Undertaking(Stage.REFUSED, before, find_subject(sentence, before))
    stage = _GERUND.get(lemma) if sentence.tokens[before].tag is Tag.VERB else None
    return Undertaking(stage, before, find_subject(sentence, before)) if stage is not None else None


_GERUND = {
    **dict.fromkeys(("propose", "suggest", "consider", "recommend"), Stage.PROPOSED),
    **dict.fromkeys(("start", "begin", "finish", "complete"), Stage.DELIVERED),
    **dict.fromkeys(("stop", "halt", "suspend"), Stage.WITHDRAWN),
    "agree": Stage.AGREED,
    "oppose": Stage.REFUSED,
}


def _bare(sentence: Sentence, at: int, group: _Group, depth: int) -> Undertaking | None:
    """A base form: joined to another ("will withdraw … and free"), wished for or told now."""
    if group.words and NOT.intersection(group.words):
        return None
    before = group.start - 1
    if before >= 0 and sentence.tokens[before].lower in JOINS:
        return _joined(sentence, before, depth)
    subject = find_subject(sentence, at)
    above = _clause_above(sentence, subject)
    if above is not None:
        return replace(above, giver=subject)
    if subject is None or subject.end != group.start or _is_subordinate(sentence, subject):
        return None
    return Undertaking(Stage.PLANNED, at, subject, is_future=True)


def _is_subordinate(sentence: Sentence, subject: Phrase | None) -> bool:
    """Whether the clause only says before or whether something is done."""
    return subject is not None and sentence.lowers(subject.start - 1, subject.start)[:1] in _OPENERS


_OPENERS = {("before",), ("whether",), ("if",), ("unless",), ("than",)}


def _joined(sentence: Sentence, before: int, depth: int) -> Undertaking | None:
    """The undertaking of the verb to the left that this one is joined to."""
    for index in range(before - 1, max(-1, before - BACK), -1):
        token = sentence.tokens[index]
        if token.tag is not Tag.VERB or (token.form != "base" and not is_passive(sentence, index)):
            continue
        words = group_of(sentence, index)
        if words.to is not None or (WILL | _MUST).intersection(words.words):
            return of_verb(sentence, index, depth + 1)
    return _listed(sentence, before)


def _listed(sentence: Sentence, before: int) -> Undertaking | None:
    """Items behind a colon: "agreed to the following: release …"."""
    for index in range(before, max(-1, before - BACK), -1):
        token = sentence.tokens[index]
        if token.tag is Tag.VERB and token.lemma in UNDERTAKING and token.form in {"past", "en", "s"}:
            return Undertaking(UNDERTAKING[token.lemma], index, find_subject(sentence, index))
    return None


def _infinitive(sentence: Sentence, at: int, to: int, depth: int) -> Undertaking | None:
    """The undertaking of "to" and a verb, by what stands before "to"."""
    before = _before_to(sentence, to)
    if before < 0 or "not" in sentence.lowers(before, at) or "never" in sentence.lowers(before, at):
        return None
    token = sentence.tokens[before]
    if token.lower in JOINS:
        return _joined(sentence, before, depth)
    if token.lower in BE | HAVE:
        is_asked = token.lower in HAVE
        stage = Stage.SOUGHT if is_asked else Stage.PLANNED
        return Undertaking(stage, to, find_subject(sentence, before), is_future=not is_asked, is_asked=is_asked)
    if token.lemma in _ASPECTS and token.form in {"base", "ing"}:
        return of_verb(sentence, before, depth + 1)
    found = _by_cue(sentence, before)
    is_cue = token.tag is Tag.VERB and token.lemma in UNDERTAKING.keys() | URGING.keys()
    return found if found is not None or is_cue else _by_phrase(sentence, before)


def _before_to(sentence: Sentence, to: int) -> int:
    """What governs "to": past times, adverbs, "in principle" and "itself"."""
    before = to - 1
    if before > 1 and sentence.lowers(before, to) == (",",) and sentence.tokens[before - 1].tag is Tag.ADVERB:
        before -= 2 + (sentence.tokens[before - 2].lower == ",")  # "refused, however, to"
    while before > 0 and (
        before in sentence.timed
        or sentence.tokens[before].tag is Tag.ADVERB
        or (sentence.tokens[before].tag is Tag.PREPOSITION and before + 1 in sentence.timed)
    ):
        before -= 1
    if sentence.lowers(before - 1, before + 1) == ("in", "principle"):
        before -= 2
    is_self = before > 0 and sentence.tokens[before].lower in _SELVES
    return before - 1 if is_self else before


def _by_cue(sentence: Sentence, at: int) -> Undertaking | None:
    """The verb or adjective right before "to": its subject would do it, or is asked to."""
    token = sentence.tokens[at]
    key = token.lower if token.tag is Tag.ADJECTIVE or token.lower in UNDERTAKING else token.lemma
    if token.tag is Tag.NOUN:
        return None
    turned = is_passive(sentence, at)
    if turned and key in URGING:
        return Undertaking(URGING[key], at, find_subject(sentence, at), find_agent(sentence, at))
    stage = UNDERTAKING.get(key)
    if stage is None or ("would" in sentence.lowers(at - 2, at) and stage in {Stage.PLANNED, Stage.DELIVERED}):
        return None
    if is_negated(sentence, at):
        return Undertaking(Stage.REFUSED, at, find_subject(sentence, at)) if key in _WILLING else None
    return Undertaking(stage, at, find_subject(sentence, at))


_UNCHANGED = frozenset({"let", "put", "set", "cut"})  # verbs whose past looks like their base
_ASPECTS = frozenset({"begin", "start", "continue", "manage", "help", "try"})
_WILLING = frozenset({"ready", "willing", "prepared", "agree", "consent", "intend", "plan", "want"})


def _by_phrase(sentence: Sentence, last: int) -> Undertaking | None:
    """A phrase before "to": a noun that tells the stage ("its offer to"), or whoever is asked ("urged A to")."""
    phrase = phrase_ending(sentence, last)
    if phrase is None:
        return None
    head = sentence.tokens[phrase.head]
    if head.tag is Tag.NOUN and head.lower in TELLING:
        return of_telling_noun(sentence, phrase, TELLING[head.lower])
    at = phrase.start - 1
    if at > 0 and sentence.tokens[at].lower in {"by", "from"} and sentence.tokens[at - 1].lower in TELLING:
        return _by_whose(sentence, phrase, at - 1)
    while at > 0 and (sentence.tokens[at].lower in _OVER | {"and", ","} or sentence.tokens[at].tag is Tag.NAME):
        at -= 1
    if at >= 0 and sentence.tokens[at].tag is Tag.VERB and sentence.tokens[at].lemma in URGING:
        return _urged(sentence, phrase, at)
    return _set_time(sentence, phrase, at)


def _by_whose(sentence: Sentence, phrase: Phrase, at: int) -> Undertaking | None:
    """The words "an offer by A to", "an appeal from A to": whose offer or appeal it is."""
    noun = phrase_ending(sentence, at)
    told = of_telling_noun(sentence, noun, TELLING[sentence.tokens[at].lower]) if noun is not None else None
    return told if told is None or told.stage is Stage.REFUSED else replace(told, giver=phrase)


def _set_time(sentence: Sentence, phrase: Phrase, verb: int) -> Undertaking | None:
    """The words "gives A ten days to", and lines such as "Arania to free 40"."""
    if verb >= 0 and sentence.tokens[verb].lemma == "give" and phrase.end in sentence.timed:
        bound = is_accord(sentence, verb)
        seeker = None if bound else find_subject(sentence, verb)
        return Undertaking(Stage.AGREED if bound else Stage.SOUGHT, verb, phrase, seeker)
    if phrase.start == 0 and is_line_of_list(sentence):
        return Undertaking(Stage.PLANNED, phrase.end, phrase, is_future=True)
    return None


def _urged(sentence: Sentence, phrase: Phrase, at: int) -> Undertaking | None:
    """The words "urged A to", "the accord obliges A to": A would do it."""
    if is_negated(sentence, at):
        return None
    stage, subject = URGING[sentence.tokens[at].lemma], find_subject(sentence, at)
    bound = is_accord(sentence, at)
    if bound and stage is Stage.SOUGHT:
        stage = Stage.AGREED
    is_thing = subject is not None and sentence.tokens[subject.head].lower in {"it", "this", "that", "which"}
    if stage is Stage.AGREED and not (is_thing or bound):
        stage = Stage.SOUGHT
    is_seen = stage is not Stage.AGREED and sentence.lowers(at - 1, at) != ("to",)
    return Undertaking(stage, at, phrase, subject if is_seen else None)
