"""How far a deed has come where a noun tells it ("demanded the release of") or a verb that tells the stage itself.

Decides by the verb, noun or preposition before the noun, else by the verb it is the subject of. Verbs of giving are
``undertakings``.
"""

from __future__ import annotations

from dataclasses import replace

from trucewatch.events.commitments.deeds import Deed
from trucewatch.events.commitments.giving_verbs import is_passive
from trucewatch.events.commitments.telling import NOT, TELLING, Undertaking, is_negated, of_telling_noun
from trucewatch.events.commitments.terms import is_accord
from trucewatch.events.commitments.undertakings import BACK, GOVERNING, JOINS, WILL, group_of, of_verb
from trucewatch.events.phrases import Phrase, phrase_ending
from trucewatch.events.roles import find_agent, find_subject
from trucewatch.events.stages import CUES, LAYING_DOWN
from trucewatch.events.view import Sentence
from trucewatch.language.model import Tag
from trucewatch.situation.model import Stage

_AFTER_BE = frozenset({"begin", "follow", "start", "take", "be", "happen", "proceed", "complete", "resume"})
_AHEAD = 9  # tokens behind a noun in which the verb it is the subject of stands


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


def _of_noun(sentence: Sentence, deed: Deed) -> Undertaking | None:
    """The undertaking of "the release of …", by the verb, noun or preposition before it, or the verb behind it."""
    at = deed.start - 1
    if at < 0 or sentence.tokens[at].lower in JOINS | {"-", "•", "–", "*", "·"}:
        return _behind(sentence, deed) or (_listed_noun(sentence, at) if at >= 0 else None)
    token = sentence.tokens[at]
    if token.lower in GOVERNING:
        return _over(sentence, at)
    if token.tag is Tag.VERB:
        return _of_object(sentence, at)
    return _behind(sentence, deed)


def _over(sentence: Sentence, preposition: int) -> Undertaking | None:  # noqa: PLR0911 - one rule a line
    """A deed behind a preposition: "called for the", "agreed on the", "its demand for the", "provides for the"."""
    at, word = preposition - 1, sentence.tokens[preposition].lower
    if at < 0:
        return None
    token = sentence.tokens[at]
    if token.tag is Tag.NOUN and token.lower in TELLING and word in {"for", "of", "to"}:
        phrase = phrase_ending(sentence, at)
        return of_telling_noun(sentence, phrase, TELLING[token.lower]) if phrase is not None else None
    if token.tag is not Tag.VERB:
        return None
    if word == "for" and token.lemma in LAYING_DOWN and is_accord(sentence, at):
        return Undertaking(Stage.AGREED, at)
    if word == "for" and token.lemma in {"ask", "call", "appeal", "press", "plead", "push"}:
        return Undertaking(Stage.SOUGHT, at, seeker=find_subject(sentence, at))
    is_agreed = token.lemma in {"agree", "consent"} and token.form in {"past", "en", "s"}
    if word in {"on", "to"} and is_agreed and not is_negated(sentence, at):
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
    group = group_of(sentence, at)
    if NOT.intersection(group.words):
        is_withheld = bool(WILL.intersection(group.words)) or "to" in group.words
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
    for index in range(before - 1, max(-1, before - BACK), -1):
        token = sentence.tokens[index]
        if token.lower == ";" or token.tag is not Tag.VERB:
            continue
        if sentence.tokens[index + 1].lower in GOVERNING:
            return _over(sentence, index + 1)
        return _of_object(sentence, index)
    return None
