"""Nouns that tell how far something has come: "its offer to", "a demand for", and what was done with them.

Decides the stage that such a noun and the verb before it tell: an offer withdrawn, a demand rejected. Holds what an
undertaking is. Never decides what is offered or demanded.
"""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.events.phrases import Phrase
from trucewatch.events.roles import find_subject
from trucewatch.events.stages import ANSWERS
from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag
from trucewatch.situation.model import Stage

NOT = frozenset({"not", "n't", "never", "no"})


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


TELLING: dict[str, Stage] = {
    **dict.fromkeys(word_set("demand demands call calls appeal appeals request requests ultimatum"), Stage.SOUGHT),
    **dict.fromkeys(word_set("offer offers pledge pledges promise promises readiness vow"), Stage.OFFERED),
    **dict.fromkeys(word_set("commitment commitments willingness guarantee guarantees"), Stage.OFFERED),
    **dict.fromkeys(word_set("plan plans decision intention intentions order orders"), Stage.PLANNED),
    **dict.fromkeys(word_set("proposal proposals suggestion"), Stage.PROPOSED),
    **dict.fromkeys(word_set("agreement deal accord undertaking obligation obligations pact duty"), Stage.AGREED),
    **dict.fromkeys(word_set("refusal unwillingness reluctance"), Stage.REFUSED),
}  # fmt: skip


def is_negated(sentence: Sentence, at: int) -> bool:
    """Whether a verb is denied: "did not agree"."""
    return bool(NOT.intersection(sentence.lowers(at - 3, at)))


def of_telling_noun(sentence: Sentence, phrase: Phrase, stage: Stage) -> Undertaking | None:
    """A noun that tells the stage, and what was done with it: "rejected a demand", "withdrew its offer"."""
    verb = phrase.start - 1
    if sentence.lowers(verb, verb + 1) in {("down",), ("back",), ("on",)}:
        verb -= 1 + (sentence.lowers(verb - 1, verb) == ("back",))
    is_verb = verb >= 0 and sentence.tokens[verb].tag is Tag.VERB
    subject = find_subject(sentence, verb) if is_verb else None
    if is_verb and is_negated(sentence, verb):
        return Undertaking(Stage.REFUSED, verb, subject) if stage is Stage.SOUGHT else None
    if is_verb and (answer := ANSWERS.get(sentence.tokens[verb].lemma)) is not None:
        if answer is Stage.WITHDRAWN and stage is Stage.SOUGHT:
            return Undertaking(answer, verb, seeker=subject)
        return Undertaking(answer, verb, subject)
    if stage is Stage.SOUGHT:
        return Undertaking(stage, phrase.head, seeker=subject)
    return Undertaking(stage, phrase.head, subject)
