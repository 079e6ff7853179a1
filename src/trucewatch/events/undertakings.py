"""How far a deed has come, by the words that govern it: agreed to, promised, will, must, refused to, did.

Decides the stage of one deed, who would do it and who asks for it, from the chain of verbs above it; a promise is never
a deed, a negated one is refused, a deed in a condition or behind "after" and "without" commits nobody. Never decides
what is given; see ``deeds``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from trucewatch.documents.model import BlockKind
from trucewatch.events.deeds import Deed, is_passive
from trucewatch.events.lexicon import word_set
from trucewatch.events.phrases import Phrase, phrase_ending
from trucewatch.events.roles import BE, HAVE, find_agent, find_subject
from trucewatch.events.stages import ANSWERS, CLAUSAL, CUES, LAYING_DOWN, UNDERTAKING, URGING
from trucewatch.events.terms import is_accord, is_line_of_list
from trucewatch.events.view import Sentence
from trucewatch.language.model import Tag
from trucewatch.situation.model import Stage

_WILL = frozenset({"will", "'ll", "wo", "would", "'d", "shall"})
_MUST = frozenset({"must", "should", "ought"})
_MAY = frozenset({"could", "may", "might", "can", "ca"})
_NOT = frozenset({"not", "n't", "never", "no"})
_JOINS = frozenset({"and", "or", ",", ";", ":", "—", "–", "but", "then"})
_SELVES = frozenset({"itself", "themselves", "himself", "herself", "ourselves"})
_OVER = frozenset({"on", "upon", "to", "for", "that", "from"})
_AFTER_BE = frozenset({"begin", "follow", "start", "take", "be", "happen", "proceed", "complete", "resume"})
_GOVERNING = frozenset({"of", "on", "to", "for", "in", "with", "out", "against"})
_DEPTH, _BACK, _AHEAD = 4, 40, 9


@dataclass(frozen=True, slots=True)
class Undertaking:
    """How far a deed has come. ``at`` is the word that tells it; ``is_future`` where it is but "will" or "is to"."""

    stage: Stage
    at: int
    giver: Phrase | None = None
    seeker: Phrase | None = None
    is_future: bool = False
    by: Phrase | None = None  # who promised or agreed, where the clause names another subject
    is_possible: bool = False  # "could be": a commitment only on a condition
    is_asked: bool = False  # "must": whoever says so asks for it


@dataclass(frozen=True, slots=True)
class _Group:
    """The words of a verb: where they begin, and which stand before it."""

    start: int
    words: tuple[str, ...]
    to: int | None  # where "to" stands


def read_undertaking(sentence: Sentence, deed: Deed) -> Undertaking | None:
    """How far the deed has come, as its sentence tells it; None where nobody is committed to anything."""
    found = _of_noun(sentence, deed) if deed.is_noun else of_verb(sentence, deed.at)
    if found is None or not deed.is_passive:
        return found
    agent = find_agent(sentence, deed.at)
    if agent is not None and _is_share(sentence, agent):
        agent = None
    keeps = found.stage in {Stage.SOUGHT, Stage.REFUSED} and found.at != deed.at
    return replace(found, giver=agent or found.by, seeker=found.seeker or (found.giver if keeps else None))


def _is_share(sentence: Sentence, agent: Phrase) -> bool:
    """Whether "by" tells how much or until when: "cut by half"."""
    first = sentence.tokens[agent.start]
    return first.tag is Tag.NUMBER or first.lower in {"half", "a", "one", "two", "up"}


def _group(sentence: Sentence, at: int) -> _Group:
    start, to = at, None
    while start > 0 and at - start < 8:
        token = sentence.tokens[start - 1]
        if token.lower in {"'s", "'"} or not (
            token.tag in {Tag.AUX, Tag.PARTICLE}
            or token.lower in {"yet", "still"} or (token.tag is Tag.ADVERB and start - 1 not in sentence.timed)
        ):
            break
        start -= 1
        if token.lower == "to":
            to = start
            break
    return _Group(start, sentence.lowers(start, at), to)


def of_verb(sentence: Sentence, at: int, depth: int = 0) -> Undertaking | None:
    """The undertaking that a verb tells by its form and by what stands above it."""
    group = _group(sentence, at)
    if depth > _DEPTH:
        return None
    if group.to is not None:
        return _infinitive(sentence, at, group.to, depth)
    if _WILL.intersection(group.words):
        return _future(sentence, at, group)
    if _MUST.intersection(group.words):
        return Undertaking(Stage.SOUGHT, at, find_subject(sentence, at), is_asked=True)
    if _MAY.intersection(group.words):
        subject = find_subject(sentence, at)
        is_told = bool(_NOT.intersection(group.words)) or "have" in group.words
        return None if is_told else Undertaking(Stage.PLANNED, at, subject, is_future=True, is_possible=True)
    form = sentence.tokens[at].form
    if form == "ing":
        return _running(sentence, at, group)
    is_past = sentence.tokens[at].lemma in _UNCHANGED and group.start == at and not _is_plural(sentence, at)
    if form == "base" and not is_past:
        return _bare(sentence, at, group, depth)
    return _told(sentence, at, group)


def _is_plural(sentence: Sentence, at: int) -> bool:
    """Whether the verb is joined to another or has no subject of its own, so that its base form is no past."""
    return sentence.lowers(at - 1, at) in {("and",), ("or",), (",",)} or find_subject(sentence, at) is None


def _future(sentence: Sentence, at: int, group: _Group) -> Undertaking | None:
    if {"have", "already"}.intersection(group.words):
        return None  # "would have released": it was not done
    subject = find_subject(sentence, at)
    if _NOT.intersection(group.words):
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
    while at > 0 and (sentence.tokens[at].lower in {"that", ","} or sentence.tokens[at].tag is Tag.ADVERB or at in sentence.timed):
        at -= 1
    token = sentence.tokens[at]
    stage = CLAUSAL.get(token.lemma) if token.tag in {Tag.VERB, Tag.NOUN} else None
    if stage is None or _is_negated(sentence, at):
        return None
    subject = find_subject(sentence, at)
    is_sought = stage is Stage.SOUGHT
    answer = ANSWERS.get(sentence.tokens[at - 2].lemma) if token.tag is Tag.NOUN and at > 1 else None
    if answer is Stage.WITHDRAWN:
        return None if is_sought else Undertaking(answer, at - 2, by=find_subject(sentence, at - 2))
    return Undertaking(stage, at, seeker=subject if is_sought else None, by=None if is_sought else subject)


def _is_negated(sentence: Sentence, at: int) -> bool:
    return bool(_NOT.intersection(sentence.lowers(at - 3, at)))


def _told(sentence: Sentence, at: int, group: _Group) -> Undertaking | None:
    """A finite past or present: done, unless negated; the present of a headline is the past."""
    token = sentence.tokens[at]
    if _NOT.intersection(group.words) or {"yet", "almost", "nearly"}.intersection(group.words):
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
        is_denied = bool(_NOT.intersection(group.words))
        return None if is_relative or is_denied else Undertaking(Stage.DELIVERED, at, find_subject(sentence, at))
    before = group.start - 1
    if before > 0 and sentence.tokens[before].lower in _GOVERNING:
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
    """A base form: joined to another ("will withdraw … and free"), wished for ("demanded that A release"), or told now."""
    if group.words and _NOT.intersection(group.words):
        return None
    before = group.start - 1
    if before >= 0 and sentence.tokens[before].lower in _JOINS:
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
    for index in range(before - 1, max(-1, before - _BACK), -1):
        token = sentence.tokens[index]
        if token.tag is not Tag.VERB or (token.form not in {"base"} and not is_passive(sentence, index)):
            continue
        words = _group(sentence, index)
        if words.to is not None or (_WILL | _MUST).intersection(words.words):
            return of_verb(sentence, index, depth + 1)
    return _listed(sentence, before)


def _listed(sentence: Sentence, before: int) -> Undertaking | None:
    """Items behind a colon: "agreed to the following: release …"."""
    for index in range(before, max(-1, before - _BACK), -1):
        token = sentence.tokens[index]
        if token.tag is Tag.VERB and token.lemma in UNDERTAKING and token.form in {"past", "en", "s"}:
            return Undertaking(UNDERTAKING[token.lemma], index, find_subject(sentence, index))
    return None


def _infinitive(sentence: Sentence, at: int, to: int, depth: int) -> Undertaking | None:
    """The undertaking of "to" and a verb, by what stands before "to"."""
    before = to - 1
    while before > 0 and (
        before in sentence.timed
        or sentence.tokens[before].tag is Tag.ADVERB
        or (sentence.tokens[before].tag is Tag.PREPOSITION and before + 1 in sentence.timed)
    ):
        before -= 1
    if sentence.lowers(before - 1, before + 1) == ("in", "principle"):
        before -= 2
    if before < 0 or "not" in sentence.lowers(before, at) or "never" in sentence.lowers(before, at):
        return None
    token = sentence.tokens[before]
    if token.lower in _JOINS:
        return _joined(sentence, before, depth)
    if token.lower in _SELVES and before > 0:
        before, token = before - 1, sentence.tokens[before - 1]
    if token.lower in BE:
        return Undertaking(Stage.PLANNED, to, find_subject(sentence, before), is_future=True)
    if token.lower in HAVE:
        return Undertaking(Stage.SOUGHT, to, find_subject(sentence, before), is_asked=True)
    if token.lemma in _ASPECTS and token.form in {"base", "ing"}:
        return of_verb(sentence, before, depth + 1)
    found = _by_cue(sentence, before)
    if found is not None or (token.tag is Tag.VERB and token.lemma in UNDERTAKING.keys() | URGING.keys()):
        return found
    return _by_phrase(sentence, before)


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
    if stage is None or "would" in sentence.lowers(at - 2, at) and stage in {Stage.PLANNED, Stage.DELIVERED}:
        return None
    if _is_negated(sentence, at):
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
    if head.tag is Tag.NOUN and head.lower in _TELLING:
        return of_telling_noun(sentence, phrase, _TELLING[head.lower])
    at = phrase.start - 1
    if at > 0 and sentence.tokens[at].lower in {"by", "from"} and sentence.tokens[at - 1].lower in _TELLING:
        noun = phrase_ending(sentence, at - 1)
        told = of_telling_noun(sentence, noun, _TELLING[sentence.tokens[at - 1].lower]) if noun is not None else None
        return replace(told, giver=phrase if told.stage is not Stage.REFUSED else told.giver) if told is not None else None
    while at > 0 and (sentence.tokens[at].lower in _OVER | {"and", ","} or sentence.tokens[at].tag is Tag.NAME):
        at -= 1
    token = sentence.tokens[at] if at >= 0 else None
    if token is None or token.tag is not Tag.VERB or token.lemma not in URGING:
        if token is not None and token.lemma == "give" and last + 1 in sentence.timed:
            stage = Stage.AGREED if is_accord(sentence, at) else Stage.SOUGHT
            return Undertaking(stage, at, phrase, find_subject(sentence, at) if stage is Stage.SOUGHT else None)
        if phrase.start == 0 and is_line_of_list(sentence):
            return Undertaking(Stage.PLANNED, last + 1, phrase, is_future=True)  # "Arania to free 40"
        return None
    stage = URGING[token.lemma]
    if is_accord(sentence, at) and stage is Stage.SOUGHT:
        stage = Stage.AGREED
    subject = find_subject(sentence, at)
    is_thing = subject is not None and sentence.tokens[subject.head].lower in {"it", "this", "that", "which"}
    if stage is Stage.AGREED and not (is_thing or is_accord(sentence, at)):
        stage = Stage.SOUGHT
    if _is_negated(sentence, at) or sentence.lowers(at - 1, at) == ("to",):
        return None if _is_negated(sentence, at) else Undertaking(stage, at, phrase)
    return Undertaking(stage, at, phrase, subject if stage is not Stage.AGREED else None)


_TELLING: dict[str, Stage] = {
    **dict.fromkeys(word_set("demand demands call calls appeal appeals request requests ultimatum"), Stage.SOUGHT),
    **dict.fromkeys(word_set("offer offers pledge pledges promise promises commitment commitments readiness vow"), Stage.OFFERED),
    **dict.fromkeys(word_set("willingness guarantee guarantees"), Stage.OFFERED),
    **dict.fromkeys(word_set("plan plans decision intention intentions order orders"), Stage.PLANNED),
    **dict.fromkeys(word_set("proposal proposals suggestion"), Stage.PROPOSED),
    **dict.fromkeys(word_set("agreement deal accord undertaking obligation obligations pact duty"), Stage.AGREED),
    **dict.fromkeys(word_set("refusal unwillingness reluctance"), Stage.REFUSED),
}  # fmt: skip


def of_telling_noun(sentence: Sentence, phrase: Phrase, stage: Stage) -> Undertaking | None:
    """A noun that tells the stage, and what was done with it: "rejected a demand", "withdrew its offer"."""
    verb = phrase.start - 1
    if sentence.lowers(verb, verb + 1) in {("down",), ("back",), ("on",)}:
        verb -= 1 + (sentence.lowers(verb - 1, verb) == ("back",))
    is_verb = verb >= 0 and sentence.tokens[verb].tag is Tag.VERB
    subject = find_subject(sentence, verb) if is_verb else None
    if is_verb and _is_negated(sentence, verb):
        return Undertaking(Stage.REFUSED, verb, subject) if stage is Stage.SOUGHT else None
    if is_verb and (answer := ANSWERS.get(sentence.tokens[verb].lemma)) is not None:
        if answer is Stage.WITHDRAWN and stage is Stage.SOUGHT:
            return None
        return Undertaking(answer, verb, subject)
    if stage is Stage.SOUGHT:
        return Undertaking(stage, phrase.head, seeker=subject)
    return Undertaking(stage, phrase.head, subject)


def _of_noun(sentence: Sentence, deed: Deed) -> Undertaking | None:
    """The undertaking of "the release of …", by the verb, noun or preposition before it, or the verb behind it."""
    at = deed.start - 1
    if at < 0 or sentence.tokens[at].lower in _JOINS | {"-", "•", "–", "*", "·"}:
        return _behind(sentence, deed) or (_listed_noun(sentence, at) if at >= 0 else None)
    token = sentence.tokens[at]
    if token.lower in _GOVERNING:
        return _over(sentence, at)
    if token.tag is Tag.VERB:
        return _of_object(sentence, at)
    return _behind(sentence, deed)


def _over(sentence: Sentence, preposition: int) -> Undertaking | None:
    """A deed behind a preposition: "called for the", "agreed on the", "its demand for the", "provides for the"."""
    at, word = preposition - 1, sentence.tokens[preposition].lower
    if at < 0:
        return None
    token = sentence.tokens[at]
    if token.tag is Tag.NOUN and token.lower in _TELLING and word in {"for", "of", "to"}:
        phrase = phrase_ending(sentence, at)
        return of_telling_noun(sentence, phrase, _TELLING[token.lower]) if phrase is not None else None
    if token.tag is not Tag.VERB:
        return None
    if word == "for" and token.lemma in LAYING_DOWN and is_accord(sentence, at):
        return Undertaking(Stage.AGREED, at)
    if word == "for" and token.lemma in {"ask", "call", "appeal", "press", "plead", "push"}:
        return Undertaking(Stage.SOUGHT, at, seeker=find_subject(sentence, at))
    is_agreed = token.lemma in {"agree", "consent"} and token.form in {"past", "en", "s"}
    if word in {"on", "to"} and is_agreed and not _is_negated(sentence, at):
        return Undertaking(Stage.AGREED, at, find_subject(sentence, at))
    return None


def _of_object(sentence: Sentence, at: int) -> Undertaking | None:
    """A deed as the object of a verb: "demanded the release of", "the accord includes the return of"."""
    lemma = sentence.tokens[at].lemma
    if lemma in LAYING_DOWN and is_accord(sentence, at):
        return Undertaking(Stage.AGREED, at)
    return of_cue(sentence, at)


def of_cue(sentence: Sentence, at: int) -> Undertaking | None:
    """A verb that tells the stage of its object by itself: "pledged", "is seeking", "refused", by its own form."""
    stage = CUES.get(sentence.tokens[at].lemma)
    own = _own_form(sentence, at) if stage is not None else None
    if stage is None or own is None:
        return None
    if own.stage is Stage.REFUSED:
        return Undertaking(Stage.REFUSED, own.at, own.giver) if stage is not Stage.SOUGHT else None
    if own.stage in {Stage.SOUGHT, Stage.WITHDRAWN} and own.at != at:
        return own
    if stage is Stage.SOUGHT:
        return Undertaking(stage, at, seeker=own.giver)
    return Undertaking(stage, at, own.giver)


def _own_form(sentence: Sentence, at: int) -> Undertaking | None:
    """The form of a verb that tells the stage by itself: also "to seek", "outlining" and "is being discussed"."""
    group = _group(sentence, at)
    if _NOT.intersection(group.words):
        is_withheld = bool(_WILL.intersection(group.words)) or "to" in group.words
        return Undertaking(Stage.REFUSED, at, find_subject(sentence, at)) if is_withheld else None
    found = of_verb(sentence, at)
    if found is not None:
        return found
    is_aside = sentence.lowers(group.start - 1, group.start)[:1] not in {("by",), ("without",), ("after",), ("of",)}
    is_aim = group.to is not None or (sentence.tokens[at].form == "ing" and is_aside)
    return Undertaking(Stage.PLANNED, at, find_subject(sentence, at)) if is_aim or "being" in group.words else None


def _behind(sentence: Sentence, deed: Deed) -> Undertaking | None:
    """The verb that a deed is the subject of: "the release of X was agreed", "is to begin", "has begun"."""
    for index in range(deed.end, min(len(sentence.tokens), deed.end + _AHEAD)):
        token = sentence.tokens[index]
        if token.lower in {",", ";", "."} or token.tag is Tag.SUBORDINATOR:
            return None
        if token.tag is not Tag.VERB:
            continue
        if token.lemma in _AFTER_BE:
            found = of_verb(sentence, index)
            return replace(found, giver=None) if found is not None else None
        stage = CUES.get(token.lemma) if is_passive(sentence, index) else None
        return Undertaking(stage, index, find_agent(sentence, index)) if stage is not None else None
    return None


def _listed_noun(sentence: Sentence, before: int) -> Undertaking | None:
    """A further item of a list: "agreed on the release of X and the return of Y"."""
    for index in range(before - 1, max(-1, before - _BACK), -1):
        token = sentence.tokens[index]
        if token.lower in {";"} or token.tag is not Tag.VERB:
            continue
        if sentence.tokens[index + 1].lower in _GOVERNING:
            return _over(sentence, index + 1)
        return _of_object(sentence, index)
    return None
